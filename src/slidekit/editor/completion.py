"""Completion: what may stand where the author types."""
