"""Hover: what a key means, how long a text is, what a variable says."""
