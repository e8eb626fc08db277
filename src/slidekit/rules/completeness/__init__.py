"""Whether both languages are there, whole."""
