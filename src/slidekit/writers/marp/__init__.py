"""Marp: a talk in one language as Markdown that a person would write, and the theme's CSS beside it."""

from slidekit.writers.marp.css import css
from slidekit.writers.marp.markdown import data_address, relative_to, write

__all__ = ["css", "data_address", "relative_to", "write"]
