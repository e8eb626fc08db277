"""Outputs: each writer draws a Scene, or writes a Show, and never chooses a language."""
