"""Places in a text as an editor counts them, and as slidekit does.

An editor counts lines and columns from 0, columns in units of the encoding that it and the server
agreed on (UTF-16 unless it offers another, LSP 3.17, `PositionEncodingKind`); a `Span` counts from 1
in code points. Both end a line at LF, CR LF and CR, and at nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from lsprotocol import types
from pygls.workspace import PositionCodec

from slidekit.source.span import Span

MARK = "\ufeff"
"""A byte order mark: the editor counts it as a sign of the first line, slidekit does not."""
LONG = 2_000
"""Signs of a line from which on its units are counted in stretches, each once."""


class Lines:
    """The lines of one text, and the places in it."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self.lines = split(text)
        """Without their ends; the first one without a byte order mark."""
        self._codec = codec
        self._mark = int(text.startswith(MARK))
        self._long: dict[int, list[int]] = {}

    @property
    def codec(self) -> PositionCodec:
        """How the editor counts."""
        return self._codec

    @property
    def end(self) -> str:
        """How lines end in this text."""
        first = re.search(r"\r\n|\n|\r", self.text)
        return first[0] if first else "\n"

    def position(self, line: int, column: int) -> types.Position:
        """The editor's place of a line and a column from 1; a place beyond the text is its end."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        if len(self.lines[line - 1]) > LONG:
            return types.Position(line - 1, self._units_in(line, column) + self._marked(line))
        before = self.lines[line - 1][: column - 1]
        units = len(before) if before.isascii() else self.units(before)
        return types.Position(line - 1, units + self._marked(line))

    def _units_in(self, line: int, column: int) -> int:
        """How many units stand before a column of a long line: a deck in braces may be all on one."""
        stretch, rest = divmod(min(column - 1, len(self.lines[line - 1])), LONG)
        return self._stretches(line)[stretch] + self.units(self.lines[line - 1][stretch * LONG : stretch * LONG + rest])

    def _stretches(self, line: int) -> list[int]:
        """How many units stand before every so many signs of a long line."""
        if line not in self._long:
            text = self.lines[line - 1]
            counts = [self.units(text[at : at + LONG]) for at in range(0, len(text), LONG)]
            self._long[line] = list(accumulate(counts, initial=0))
        return self._long[line]

    def units(self, text: str) -> int:
        """How long a stretch is for the editor; pygls looks at its signs one by one, and takes fifty times as long."""
        match self._codec.encoding:
            case types.PositionEncodingKind.Utf8:
                return len(text.encode("utf-8", "surrogatepass"))
            case types.PositionEncodingKind.Utf32:
                return len(text)
            case _:
                return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def range(self, span: Span) -> types.Range:
        """The editor's range of a span."""
        return types.Range(self.position(*span[:2]), self.position(*span[2:]))

    def place(self, position: types.Position) -> tuple[int, int]:
        """The line and the column, from 1 and in code points, of an editor's place."""
        if position.line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        line = self.lines[position.line]
        wanted = max(position.character - self._marked(position.line + 1), 0)
        if line.isascii():
            return position.line + 1, min(wanted, len(line)) + 1
        first = 0
        if len(line) > LONG:
            counts = self._stretches(position.line + 1)
            first = max(bisect_right(counts, wanted) - 1, 0)
            wanted -= counts[first]
        units = 0
        for column, sign in enumerate(line[first * LONG : (first + 1) * LONG + 1], first * LONG):
            units += self.units(sign)
            if units > wanted:  # also in the middle of a sign
                return position.line + 1, column + 1
        return position.line + 1, len(line) + 1

    def span(self, range: types.Range) -> Span:
        """The span of an editor's range."""
        return Span(*self.place(range.start), *self.place(range.end))

    def _marked(self, line: int) -> int:
        """How many units stand before the first sign of a line."""
        return self._codec.client_num_units(MARK) if self._mark and line == 1 else 0

    def edited(self, changes: Sequence[types.TextDocumentContentChangeEvent]) -> Lines:
        """The text after what the author did, one change after the other (LSP 3.17, `didChange`)."""
        lines = self
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangeWholeDocument):
                lines = Lines(change.text, self._codec)
            else:
                lines = lines._with(change.range, change.text)
        return lines

    def _with(self, range: types.Range, new: str) -> Lines:
        start, end = sorted((self._offset(range.start), self._offset(range.end)))
        return Lines(self.text[:start] + new + self.text[end:], self._codec)

    def _offset(self, position: types.Position) -> int:
        """Where an editor's place is in the text, counted in code points from the beginning."""
        if position.line >= len(self.lines):
            return len(self.text)
        line, column = self.place(position)
        if self._mark and line == 1 and position.character == 0:
            return 0
        return self.offset(line, column)

    def offset(self, line: int, column: int) -> int:
        """Where a line and a column from 1 are in the text, counted from its beginning."""
        return self._start(line) + column - 1

    def _start(self, line: int) -> int:
        """Where a line begins."""
        before = sum(map(len, self.lines[: line - 1])) + self._mark
        if "\r" not in self.text:
            return before + line - 1
        return next((one.end() for number, one in enumerate(ENDS.finditer(self.text), 2) if number == line), self._mark)


ENDS = re.compile(r"\r\n|\n|\r")


def split(text: str) -> list[str]:
    """The lines of a text, without their ends."""
    text = text.removeprefix(MARK)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")
