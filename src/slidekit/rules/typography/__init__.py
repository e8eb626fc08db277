"""Whether each language is typed by the rules of its place."""
