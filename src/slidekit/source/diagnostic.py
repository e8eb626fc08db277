"""What is wrong with a deck, where, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from slidekit.source.span import START, Span
from slidekit.source.wording import Words, tell


class Severity(StrEnum):
    """How much a diagnostic weighs; only an `ERROR` stops a render."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def called(self) -> Words:
        """What it is called where people read it; programs read the value."""
        match self:
            case Severity.ERROR:
                return tell("error")
            case Severity.WARNING:
                return tell("warning")
            case Severity.INFO:
                return tell("info")


class Edit(NamedTuple):
    """Some characters of a text, and what should stand there."""

    start: int
    """Where the first stands, in code points from 0; in the text as it was understood, without quotes and escapes."""
    end: int
    """Just after the last; equal to `start` where something is put in."""
    new: str


class Fix(Struct, frozen=True, gc=False):
    """How `slidekit fix` mends a finding."""

    span: Span
    """The text that the edits are of: `Text.span`. Of a raw fix: the stretch of the file that is replaced."""
    edits: tuple[Edit, ...]
    """In order, none over another. Of a raw fix: one, whose `new` replaces the whole span."""
    safe: bool = True
    """Whether it is certain; one that only may be right is made with `--unsafe` alone."""
    raw: bool = False
    """Whether `new` is YAML as it should stand in the file, not the words of a text."""


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
    fix: Fix | None = None
    """How it is mended by machine, where that can be known."""
