"""Whether one language was changed and the other left behind."""
