"""An organisation's own PowerPoint file as the look of a deck: opened with care, read, matched to our layouts."""
