"""A deck as it is known, seen in the text of this moment: its slides, its keys, and every use of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from slidekit.editor.moving import Moved
from slidekit.show import naming
from slidekit.source.nodes import Node, read
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.deck.model import Deck, Slide
    from slidekit.rules.base import Checked

_KEY = re.compile(r"([^\W\d][\w-]*|\"[^\"\n]{1,80}\"|'[^'\n]{1,80}')[ \t]*:(?=[ \t\r]|$)")
MOST = 1_000_000
"""Characters of a deck that are parsed for one question: one in braces must be parsed whole."""
DASH = re.compile(r"[ \t]*-[ \t]+")
"""What an item of a list begins with."""


class Part(Struct, frozen=True, gc=False):
    """A slide, and its lines in the text of this moment."""

    number: int
    """In `slides:`, from 1."""
    slide: Slide
    span: Span
    """From its dash up to the end of its last line that says something."""
    column: int
    """Where its keys stand."""
    block: bool
    """Whether its keys stand on lines of their own: braces have them on one."""

    @property
    def lines(self) -> range:
        """Its lines, from 1."""
        return range(self.span.line, self.span.end_line + 1)


class Key(NamedTuple):
    """A key on a line, and the last line of what stands under it."""

    name: str
    span: Span
    """The key alone, with its quotation marks."""
    end: int
    """From 1."""


class View(Struct, frozen=True, dict=True):
    """A text, and the deck as it was last read."""

    lines: Sequence[str]
    """The text of this moment."""
    known: Sequence[str]
    """The text that `deck` is of."""
    deck: Deck | None
    path: Path
    data: bytes = b""
    """`known`, as it was read."""

    @cached_property
    def moved(self) -> Moved:
        """From the places that are known to those of this moment."""
        return Moved(self.known, self.lines)

    @cached_property
    def checked(self) -> Checked | None:
        """The deck with its texts gathered and their places found."""
        if self.deck is None:
            return None
        from slidekit.rules.base import Checked

        return Checked(self.deck, self.path.parent, data=self.data)

    @cached_property
    def slides(self) -> Sequence[Part]:
        """Its slides, in order, where they stand now."""
        if self.deck is None:
            return ()
        starts = [self._start(slide.span) for slide in self.deck.slides]
        ends = [*starts[1:], self.moved.place(self.deck.slides[-1].span.end_line, 1)] if starts else []
        return [
            self._part(number, slide, start, end)
            for number, (slide, start, end) in enumerate(zip(self.deck.slides, starts, ends, strict=True), 1)
        ]

    def _start(self, span: Span) -> tuple[int, int]:
        return self.moved.place(span.line, span.column)

    def _part(self, number: int, slide: Slide, start: tuple[int, int], end: tuple[int, int]) -> Part:
        line, column = min(start[0], len(self.lines)), start[1]
        text = self.lines[line - 1]
        dash = DASH.match(text, 0, column - 1)
        first = len(text) - len(text.lstrip(" \t")) + 1 if dash else column
        block = text[column - 1 : column] not in ("{", "[")
        if end[0] <= line:
            return Part(number, slide, Span(line, first, *max((line, column), end)), column, block)
        last = self.last_said(line, min(end[0] - 1, len(self.lines)))
        return Part(number, slide, Span(line, first, last, len(self.lines[last - 1].rstrip()) + 1), column, block)

    def last_said(self, first: int, last: int) -> int:
        """The last of some lines that is neither blank nor a comment of what follows."""
        while last > first:
            words = self.lines[last - 1].strip()
            if words and words[0] != "#":
                break
            last -= 1
        return last

    def last_filled(self, first: int, last: int) -> int:
        """The last of some lines that is not blank."""
        last = min(last, len(self.lines))
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        return last

    @cached_property
    def _starts(self) -> Sequence[tuple[int, int]]:
        return [part.span[:2] for part in self.slides]

    def slide_at(self, line: int, column: int) -> Part | None:
        """The slide that a place is in; the lines between two belong to the one above."""
        index = bisect_right(self._starts, (line, column))
        if not index:
            return None
        part = self.slides[index - 1]
        after = self.slides[index].span.line if index < len(self.slides) else self.end
        return part if line < after or line <= part.span.end_line else None

    @cached_property
    def head(self) -> int:
        """The last line before the slides."""
        if self.slides:
            return max(self.slides[0].span.line - 1, 1) if self.slides[0].span.line > 1 else 1
        return len(self.lines)

    @cached_property
    def end(self) -> int:
        """The line after the slides: a key of the deck itself may follow them."""
        if not self.slides:
            return len(self.lines) + 1
        last = self.slides[-1].span
        for line in range(last.end_line, len(self.lines)):
            if self.lines[line][:1] not in (" ", "", "\t", "-", "#", "\r"):
                return line + 1
        return len(self.lines) + 1

    @cached_property
    def top(self) -> Sequence[Key]:
        """The deck's own keys; what is under `slides:` is not looked into."""
        return [*self.keys(1, self.head, 1), *self.keys(self.end, len(self.lines), 1)]

    def keys(self, first: int, last: int, column: int) -> list[Key]:
        """The keys that stand at a column in some lines; the first may follow a dash."""
        found: list[tuple[str, Span]] = []
        at = column - 1
        for number in range(first, last + 1):
            line = self.lines[number - 1]
            if line[at : at + 1] in ("", " ", "#", "\t") or (number != first and line[:at].strip(" \t\ufeff")):
                continue
            if (key := _KEY.match(line, at)) is not None:
                found.append((key[1].strip("\"'"), Span(number, column, number, key.end(1) + 1)))
        ends = [*[span.line - 1 for _, span in found[1:]], last]
        return [
            Key(name, span, self.last_said(span.line, max(end, span.line)))
            for (name, span), end in zip(found, ends, strict=False)
        ]

    def items(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """The items of the list in some lines: the first line, the column of what follows the dash, the last line."""
        starts: list[tuple[int, int]] = []
        width = -1
        for number in range(first, last + 1):
            line = self.lines[number - 1]
            dash = DASH.match(line)
            if dash is None:
                continue
            own = len(line) - len(line.lstrip(" \t"))
            width = own if width < 0 else width
            if own == width:
                starts.append((number, dash.end() + 1))
        ends = [*[line - 1 for line, _ in starts[1:]], last]
        return [(line, column, self.last_said(line, end)) for (line, column), end in zip(starts, ends, strict=False)]

    @cached_property
    def frame(self) -> Node | None:
        """The deck's own keys as a tree: without its slides."""
        if not all(part.block for part in self.slides):
            return self.whole
        lines = list(self.lines)
        if self.slides:
            first, last = self.slides[0].span.line - 1, min(self.end - 1, len(lines))
            lines[first:last] = [""] * (last - first)
        return self._parsed(lines)

    @cached_property
    def whole(self) -> Node | None:
        """All of the deck as a tree; nothing where that is too much for one question."""
        return self._parsed(self.lines)

    def _parsed(self, lines: Sequence[str]) -> Node | None:
        text = "\n".join(lines)
        return read(text.encode("utf-8", "surrogatepass")).root if len(text) <= MOST else None

    @cached_property
    def covers(self) -> int:
        """How many pages there are before the slides: a cover, unless the author has made one (`show/localise.py`)."""
        if self.deck is None:
            return 0
        firsts = [next((one for one in self.deck.slides if one.only in (None, lang)), None) for lang in ("en", "fr")]
        return int(any(one is None or one.layout != "title" for one in firsts))

    @cached_property
    def trees(self) -> dict[int, Node | None]:
        """The slides that were parsed, by their first lines."""
        return {}

    @cached_property
    def starts(self) -> dict[str, list[int | None]]:
        """By language, when each slide begins, in seconds, where every slide before it says how long it takes.

        As `show/localise.py` has it: dividers that say no time take none, hidden slides never do.
        """
        return {lang: _starts(self.deck.slides, lang) for lang in ("en", "fr")} if self.deck is not None else {}

    def typed(self, span: Span) -> str:
        """What stands in a stretch of the text of this moment."""
        rows = list(self.lines[span.line - 1 : span.end_line])
        if not rows:
            return ""
        rows[-1] = rows[-1][: span.end_column - 1]
        rows[0] = rows[0][span.column - 1 :]
        return "\n".join(rows)


def _starts(slides: Sequence[Slide], lang: str) -> list[int | None]:
    made: list[int | None] = []
    at: int | None = 0
    for slide in slides:
        made.append(at)
        if at is None or slide.hidden or slide.only not in (None, lang):
            continue
        if slide.time is not None:
            at += slide.time
        elif naming.layout(slide) not in ("title", "section"):
            at = None
    return made
