"""The terms of a deck's glossary: which one stands at a place, and where it is written down."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from slidekit.editor.branch import Branch
from slidekit.editor.twins import SIDES
from slidekit.editor.view import View
from slidekit.source.nodes import Scalar
from slidekit.source.span import Span

MOST_BYTES = 4_000_000
"""Of a list of terms whose lines are looked at: a term bank's whole export is none to be read by eye."""


class Term(NamedTuple):
    """A term in a text."""

    own: Span
    """The term as it stands there."""
    file: Path | None
    """The list of terms; `None` where it is in the deck itself."""
    span: Span
    """Its place there."""


def term_at(view: View, found: Branch, line: int, column: int) -> Term | None:
    """The term that a place of a text is in, the longest there."""
    side = next((key for key in reversed(found.keys) if key in SIDES), None)
    if view.deck is None or side is None or not isinstance(found.leaf, Scalar) or found.key is not None:
        return None
    from slidekit.beside import glossary
    from slidekit.settings.finding import Finder

    try:
        known, _ = glossary(view.deck, view.path, Finder().of(view.path))
    except (OSError, ValueError):
        return None
    if not known.terms:
        return None
    hits = known.words.in_terms(side[:2]).find(view.lines[line - 1])
    hit = max(
        (one for one in hits if one.start < column <= one.end + 1), key=lambda one: one.end - one.start, default=None
    )
    if hit is None:
        return None
    term = known.words.wanted[hit.entry]
    span = term.span if term.file else view.moved.span(term.span)
    return Term(Span(line, hit.start + 1, line, hit.end + 1), Path(term.file).absolute() if term.file else None, span)


def text_of(file: Path) -> str | None:
    """What a list of terms holds; `None` where it is none to be looked at."""
    try:
        return file.read_text("utf-8", "replace") if file.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None
