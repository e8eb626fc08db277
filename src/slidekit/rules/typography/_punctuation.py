"""Finds the `;`, `:`, `!` and `?` that are punctuation, and what stands before each.

Left alone are times and ratios (`12:30`, `3 : 1`), emoticons, `:name:` of emoji, `::`, and whatever
goes on without a space behind the sign, such as an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidekit.rules.prose import NOTHING, THING
from slidekit.rules.typography._table import SPACES

_RUN = re.compile("[;:!?]+")
_ENDS = frozenset(")]}»”\"'’%‰$€£°…." + THING)
"""What a sign may follow, beside letters and figures."""
_BEHIND = frozenset(")]}»”\"'’,.…" + THING)
"""What may follow a sign, beside a space and the end."""
_SHORTCODE = re.compile(r"(?:^|\s):[a-z0-9_+-]+$")
_ENTITY = re.compile(r"&#?\w{2,10}$")
_NEAR = 40
"""Characters that are looked back at for the name of an emoji."""


class Mark(NamedTuple):
    """A sign of punctuation."""

    at: int
    """Where it stands."""
    signs: str
    """Usually one; `?!`."""
    before: int
    """Where the space before it begins; `space_end` where there is none."""
    space_end: int


def marks(bare: str) -> Iterator[Mark]:
    """Each sign of punctuation of a text that has been bared."""
    for found in _RUN.finditer(bare):
        at, end = found.span()
        signs = found[0]
        if len(signs) > 1 and not set(signs) <= {"!", "?"}:
            continue
        close = _over(bare, at, NOTHING)
        start = close
        while start and bare[start - 1] in SPACES:
            start -= 1
        last = _over(bare, start, NOTHING)
        before = bare[last - 1] if last else ""
        if not (before.isalnum() or before in _ENDS) or not before:
            continue
        if _goes_on(bare, end) or (signs in ":;" and _is_something_else(bare, at, start, close, before)):
            continue
        yield Mark(at, signs, start, close)


def is_named(bare: str, mark: Mark, other: str) -> bool:
    """Whether a `?` or `!` is spoken of, or part of a name, in both languages: `press ? for help`, `Yahoo! and`."""
    end = mark.at + len(mark.signs)
    if mark.signs not in ("?", "!") or not bare[end : end + 1].isspace() or not bare[end + 1 : end + 2].islower():
        return False
    if mark.before < mark.space_end:
        return f" {mark.signs} " in other
    return mark.signs == "!" and bare[max(0, mark.at - 4) : end] in other


def _over(bare: str, at: int, sign: str) -> int:
    while at and bare[at - 1] == sign:
        at -= 1
    return at


def _goes_on(bare: str, end: int) -> bool:
    while end < len(bare) and bare[end] == NOTHING:
        end += 1
    return end < len(bare) and not (bare[end].isspace() or bare[end] in _BEHIND)


def _is_something_else(bare: str, at: int, start: int, close: int, before: str) -> bool:
    """Whether a `:` or `;` is a ratio, an emoticon, the end of an emoji's name or of an HTML entity."""
    behind = bare[at + 1 : at + 3]
    if start < close:
        if bare[at] == ":" and before.isdigit() and behind[:1].isspace() and behind[1:].isdigit():
            return True
        return behind[:1] == ")" or behind == "'("
    near = bare[max(0, at - _NEAR) : at]
    if bare[at] == ";":
        return "&" in near and _ENTITY.search(near) is not None
    return ":" in near and _SHORTCODE.search(near) is not None
