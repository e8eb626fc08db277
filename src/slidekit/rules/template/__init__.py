"""Whether the organisation's own PowerPoint file is there, safe to open, and as the deck's map says."""
