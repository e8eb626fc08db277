"""How a selection grows: a word, its text, both languages of it, its block, its slide, the deck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from slidekit.editor.branch import branch, inner
from slidekit.editor.document import Document
from slidekit.editor.view import View
from slidekit.source.nodes import Scalar
from slidekit.source.span import Span

_WORD = re.compile(r"\$\{\s*[\w.-]+\s*\}|\w+(?:['’‑-]\w+)*")
"""A variable is one word, and so is what has an apostrophe or a hyphen in it."""


def selection_ranges(document: Document, positions: Sequence[types.Position]) -> list[types.SelectionRange]:
    """What is selected as a selection grows, from each of these places on."""
    lines, view = document.lines, document.view
    made = []
    for position in positions:
        grown: types.SelectionRange | None = None
        for span in reversed(_nested(view, *lines.place(position))):
            grown = types.SelectionRange(lines.range(span), grown)
        made.append(grown or types.SelectionRange(types.Range(position, position)))
    return made


def _nested(view: View, line: int, column: int) -> list[Span]:
    """The stretches that a place is in, the smallest first, each within the next."""
    kept: list[Span] = []
    for span in _stretches(view, line, column):
        start, end = kept[-1][:2] if kept else (line, column), kept[-1][2:] if kept else (line, column)
        if span[:2] <= start and end <= span[2:] and (not kept or span != kept[-1]):
            kept.append(span)
    return kept


def _stretches(view: View, line: int, column: int) -> Iterator[Span]:
    """The same, in no certain order of size where the YAML is broken."""
    found = branch(view, line, column)
    if found.key is not None:
        yield inner(found.key)
        yield found.key.span
    elif isinstance(found.leaf, Scalar):
        yield from _words(view, found.leaf, line, column)
    for step in reversed(found.steps):
        yield _trimmed(view, step.node.span)
        if step.key is not None:
            yield _trimmed(view, Span(*step.key.span[:2], *max(step.key.span[2:], step.node.span[2:])))
        else:
            yield _with_dash(view, _trimmed(view, step.node.span))
    part = view.slide_at(line, column)
    if part is not None:
        yield _trimmed(view, part.span)
    if view.slides:
        yield _trimmed(view, Span(*view.slides[0].span[:2], *view.slides[-1].span[2:]))
    yield Span(1, 1, len(view.lines), len(view.lines[-1]) + 1)


def _words(view: View, leaf: Scalar, line: int, column: int) -> Iterator[Span]:
    """The word under the cursor, its line of a longer text, the text."""
    text = view.lines[line - 1]
    for word in _WORD.finditer(text):
        if word.start() <= column - 1 <= word.end():
            yield Span(line, word.start() + 1, line, word.end() + 1)
            break
    whole = _trimmed(view, inner(leaf))
    if leaf.span.line != leaf.span.end_line:
        first = len(text) - len(text.lstrip(" \t")) + 1
        row = Span(line, first, line, max(first, len(text.rstrip()) + 1))
        if leaf.style in ("|", ">"):
            if line == leaf.span.line:
                return
            last = view.last_filled(line, whole.end_line)
            body = Span(leaf.span.line + 1, 1, last, len(view.lines[last - 1]) + 1)
            yield row
            yield body
            return
        yield Span(line, max(row.column, whole.column if line == whole.line else 1), *min(row[2:], whole[2:]))
    yield whole


def _trimmed(view: View, span: Span) -> Span:
    """A stretch without the blank lines and the spaces at its end."""
    line, column, end_line, end_column = span
    end_line = min(end_line, len(view.lines))
    while end_line > line and not view.lines[end_line - 1][: end_column - 1].strip():
        end_line -= 1
        end_column = len(view.lines[end_line - 1]) + 1
    text = view.lines[end_line - 1][: end_column - 1].rstrip()
    return Span(line, column, end_line, max(len(text) + 1, column if end_line == line else 1))


def _with_dash(view: View, span: Span) -> Span:
    """An item of a list with the dash before it."""
    before = view.lines[span.line - 1][: span.column - 1].rstrip()
    return Span(span.line, len(before), *span[2:]) if before.endswith("-") else span
