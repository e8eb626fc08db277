"""The live preview: a page on this machine that shows both languages of a deck beside its text."""
