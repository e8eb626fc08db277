"""Whether the words fit on the slide, in signs that can be drawn."""
