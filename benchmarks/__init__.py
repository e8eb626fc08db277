"""How fast slidekit is, side by side with what else makes the same slides."""
