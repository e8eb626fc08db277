"""Definitions, uses and names: variables and ids."""
