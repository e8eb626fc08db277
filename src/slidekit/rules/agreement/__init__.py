"""Whether the two languages say the same."""
