"""What does not fit, and by how much."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from slidekit.source.span import Span


class FitProblem(Struct, frozen=True, gc=False):
    """A text that does not fit even at the theme's minimum size for its role."""

    span: Span
    """The string itself, or the block where no single string is to blame."""
    lang: str
    what: str
    """The role in an author's words: `title`, `bullets`, `text`, `table`, `code`…"""
    over: float
    """By how much, in `unit`."""
    unit: Literal["lines", "characters", "mm"]
    """`characters` for a line of code that is too wide; `mm` for a word wider than its box or a
    picture left with too little room."""
    size_pt: float
    """The theme's minimum, at which it was tried last."""
    text: str
    """The words, so that a message can quote their beginning."""
    split: bool = False
    """It is drawn all the same, by splitting a word: a warning, not an error."""
