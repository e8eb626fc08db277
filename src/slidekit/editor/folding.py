"""What folds: sections, slides, every key with lines under it, and comments.

The lines themselves tell, by their indentation, so that a deck folds while its YAML is broken; only sections are
taken from the deck as it was last read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.editor.view import View

_TEXT = re.compile(r"(?:^|[:\-][ \t]+)[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?$")
"""A line that begins a text under `|` or `>`: the lines below it are no YAML."""


def folding_ranges(document: Document, limit: int | None) -> list[types.FoldingRange]:
    """What can be folded away; where an editor bears but so much, the outermost."""
    view = document.view
    sections = list(_sections(view))
    inner = sorted(_folds(view.lines))
    if limit is not None and len(sections) + len(inner) > limit:
        levels = sorted([depth for _, _, depth in inner])[: max(limit - len(sections), 0)]
        deepest = levels[-1] if levels else -1
        inner = [fold for fold in inner if fold[2] <= deepest]
    made = [types.FoldingRange(start, end, kind=types.FoldingRangeKind.Region) for start, end in sections]
    for start, end, depth in inner:
        made.append(types.FoldingRange(start, end, kind=types.FoldingRangeKind.Comment if depth < 0 else None))
    return made[:limit]


def _sections(view: View) -> Iterator[tuple[int, int]]:
    """Each section's first line and its last, from 0."""
    starts = [part for part in view.slides if part.slide.section is not None]
    for part, after in zip(starts, [*starts[1:], None], strict=False):
        last = view.slides[after.number - 2] if after is not None else view.slides[-1]
        if last.span.end_line > part.span.line:
            yield part.span.line - 1, last.span.end_line - 1


def _folds(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Each line with lines under it: itself, the last of them, both from 0, and how deep it stands; comments: -1."""
    opened: list[tuple[int, int]] = []  # the depth and the number of each line that may have others under it
    last = -1  # the last line that says something
    text = -1  # inside a text under `|`: the depth of its key
    first = remark = -1  # the first and the last of some comments
    for number, line in enumerate(lines):
        words = line.lstrip(" \t")
        if not words.strip():
            continue
        depth = _depth(line, words)
        if text >= 0 and depth > text:
            last = number
            continue
        text = -1
        if words[0] == "#":
            first = number if first < 0 else first
            remark = number
            continue
        if 0 <= first < remark:
            yield first, remark, -1
        first = -1
        while opened and opened[-1][0] >= depth:
            above, start = opened.pop()
            if last > start:
                yield start, last, above
        opened.append((depth, number))
        last = number
        if words[-1] in "|>+-0123456789" and _TEXT.search(words):
            text = depth
    if 0 <= first < remark:
        yield first, remark, -1
    for above, start in opened:
        if last > start:
            yield start, last, above


def _depth(line: str, words: str) -> int:
    """How deep a line stands; a list may stand right below its key and is deeper still."""
    width = 2 * (len(line) - len(words))
    return width + 1 if words[0] == "-" and words[1:2] in ("", " ", "\t") else width
