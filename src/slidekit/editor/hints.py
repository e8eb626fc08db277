"""Inlay hints: the number of each slide, and when it is said."""
