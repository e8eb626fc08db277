"""Every formula of a deck that cannot be read or drawn, found once for the rules that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from slidekit.deck.text import Text
from slidekit.rules.gathering import Told
from slidekit.show.dollars import formulas
from slidekit.show.math import Fault, linear, read
from slidekit.source.span import Span
from slidekit.source.wording import tell

BLOCK = "formula"
"""What messages and `gathering` call the text of a `math:`."""
BY_THEMSELVES = ("code", "transcript", "diagram", "picture", "link")
"""Texts in which a dollar is a dollar."""


class Broken(NamedTuple):
    """A formula, where it is broken, and why."""

    fault: Fault
    span: Span
    told: Told
    lang: str | None


def broken(words: Iterable[tuple[Told, str | None, Text]], place: Callable[[Text, int, int], Span]) -> Iterator[Broken]:
    """The formulas among some texts that cannot be read, or hold a sign that no font has."""
    for told, lang, text in words:
        for offset, latex in _formulas(told, text):
            fault = read(latex, told.what == BLOCK).fault or _undrawable(latex)
            if fault is not None:
                start = offset + fault.offset
                span = place(text, start, min(start + max(1, fault.length), len(text.source)))
                yield Broken(fault, span, told, lang)


def _formulas(told: Told, text: Text) -> Iterator[tuple[int, str]]:
    """The LaTeX in a text, each with its offset."""
    source = text.source
    if told.what == BLOCK:
        yield len(source) - len(source.lstrip()), source.strip()
    elif told.what not in BY_THEMSELVES:
        for start, end in formulas(source):
            yield start + 1, source[start + 1 : end - 1]


def _undrawable(latex: str) -> Fault | None:
    from slidekit.scene.metrics import lacking, math_face

    own = math_face().widths.own
    signs = sorted(sign for sign in lacking(linear(latex)) if own(sign) is None)
    if not signs:
        return None
    message = tell("no font has the sign {signs} (U+{code:04X}) of this formula", signs=signs[0], code=ord(signs[0]))
    return Fault(message, tell("write it in other signs, or put it in a picture"), 0, len(latex))
