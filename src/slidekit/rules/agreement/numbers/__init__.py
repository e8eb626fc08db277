"""Numbers in English and French, however they are written, as values that can be compared."""
