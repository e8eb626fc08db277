"""Writes a scene as an editable PowerPoint file, straight from templates of XML into a zip."""

from __future__ import annotations

from slidekit.writers.pptx.writing import write

__all__ = ["write"]
