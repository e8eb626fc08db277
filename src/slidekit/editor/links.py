"""Document links: pictures and other files that a deck names."""
