"""What is wrong with a deck, where, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from slidekit.source.span import START, Span


class Severity(StrEnum):
    """How much a diagnostic weighs; only an `ERROR` stops a render."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(Struct, frozen=True, gc=False):
    """One finding about one place in a deck."""

    code: str
    """The rule that found it, such as `SK101`."""
    message: str
    """What is wrong, in the author's words: lower case, no full stop."""
    span: Span = START
    """Where: the text itself if it is there, else the key or the block that lacks it."""
    hint: str | None = None
    """What to type instead."""
    severity: Severity = Severity.ERROR
    lang: str | None = None
    """`en` or `fr` when one side only is concerned."""
    file: str = ""
    """The path as the caller gave it; filled in by `build`."""
    slide: int | None = None
    """The number of the slide in `slides:`, from 1; filled in by `build` from the span."""
