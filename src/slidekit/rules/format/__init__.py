"""How a file is written: the reader finds these faults; each page says what to type instead."""
