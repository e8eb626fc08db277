"""Changes of a deck, as an editor is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.source.fixing import Change
from slidekit.source.scalars import File
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document

MOST_COMPARED = 2_000
"""Changed lines that are compared one by one where some came or went; of more, all are replaced."""


def file_of(document: Document) -> File:
    """The text as it stands, its lines as offsets count them."""
    return File("\n".join(document.lines.lines))


def edit(document: Document, changes: Sequence[Change], client: Client) -> types.WorkspaceEdit:
    """Changes of the text as it stands, which are in order, none over another."""
    file, lines = file_of(document), document.lines
    end = lines.end
    made = [
        types.TextEdit(
            lines.range(file.span(one.start, one.end)), one.new.replace("\n", end) if end != "\n" else one.new
        )
        for one in changes
    ]
    if client.versioned_edits:
        of = types.OptionalVersionedTextDocumentIdentifier(uri=document.uri, version=document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(of, list(made))])
    return types.WorkspaceEdit(changes={document.uri: made})


def between(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """What makes one text of another: as few signs as can be, for the cursor stays where nothing changes."""
    least = min(len(before), len(after))
    first = next((at for at in range(least) if before[at] != after[at]), least)
    last = 0
    while last < least - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    starts = File("\n".join(before)).starts
    if len(old) == len(new):
        found = [_within(starts[first + at], *pair) for at, pair in enumerate(zip(old, new, strict=True))]
        return [one for one in found if one.start < one.end or one.new]
    if max(len(old), len(new)) > MOST_COMPARED:
        return [_lines(starts, first, first + len(old), new, len(before))]
    changes = []
    for kind, start, end, there, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changes.append(_lines(starts, first + start, first + end, new[there:until], len(before)))
    return changes


def _within(start: int, old: str, new: str) -> Change:
    """The change within one line."""
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = 0
    while last < least - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return Change(start + first, start + len(old) - last, new[first : len(new) - last])


def _lines(starts: Sequence[int], first: int, end: int, new: Sequence[str], count: int) -> Change:
    """Whole lines replaced; those at the end of the text have no line end after them."""
    if end < count:
        return Change(starts[first], starts[end], "".join([f"{line}\n" for line in new]))
    if first == 0:
        return Change(0, starts[count] - 1, "\n".join(new))
    return Change(starts[first] - 1, starts[count] - 1, "".join([f"\n{line}" for line in new]))


def alone(document: Document, *spans: Span) -> list[str]:
    """The deck with the slides of some places only, each where it is: what is true of them there is true in the deck.

    Slides that share a line with another, as in braces, stay together.
    """
    lines, view = document.lines.lines, document.view
    parts = view.slides
    if not all(one.block for one in parts):
        return list(lines)
    first, end = (parts[0].span.line - 1, min(view.end - 1, len(lines))) if parts else (len(lines), len(lines))
    blank = [""] * (end - first)
    for span in spans:
        if (part := view.slide_at(span.line, span.column)) is None:
            if len(spans) == 1:
                return list(lines)
            continue
        start, last = part.span.line - 1, max(part.span.end_line, span.end_line)
        blank[start - first : last - first] = lines[start:last]
    return [*lines[:first], *blank, *lines[end:]]


def home(lines: list[str], before: Sequence[str], after: Sequence[str]) -> None:
    """What was changed in a deck of some slides only, put into the lines of the deck itself.

    A line may then hold several; blank lines of slides that were left out stay as they are.
    """
    if len(before) == len(after):
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                lines[at] = new
        return
    least = min(len(before), len(after))
    first = next((at for at in range(least) if before[at] != after[at]), least)
    last = 0
    while last < least - first and before[-1 - last] == after[-1 - last]:
        last += 1
    lines[first : len(before) - last] = after[first : len(after) - last]
