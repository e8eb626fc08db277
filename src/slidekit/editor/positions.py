"""Places in a text as an editor counts them, and as slidekit does.

An editor counts lines and columns from 0, columns in units of the encoding that it and the server
agreed on (UTF-16 unless it offers another, LSP 3.17, `PositionEncodingKind`); a `Span` counts from 1
in code points.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.workspace import PositionCodec

from slidekit.source.span import Span


class Lines:
    """The lines of one text, and the places in it."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self.lines = text.split("\n")
        self._codec = codec

    def position(self, line: int, column: int) -> types.Position:
        """The editor's place of a line and a column from 1; a place beyond the text is its end."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        before = self.lines[line - 1][: column - 1].removesuffix("\r")
        return types.Position(line - 1, len(before) if before.isascii() else self._codec.client_num_units(before))

    def range(self, span: Span) -> types.Range:
        """The editor's range of a span."""
        return types.Range(self.position(*span[:2]), self.position(*span[2:]))

    def place(self, position: types.Position) -> tuple[int, int]:
        """The line and the column, from 1 and in code points, of an editor's place."""
        if position.line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        line = self.lines[position.line]
        if line.isascii():
            return position.line + 1, min(position.character, len(line)) + 1
        units = 0
        for column, sign in enumerate(line):
            if units >= position.character:
                return position.line + 1, column + 1
            units += self._codec.client_num_units(sign)
        return position.line + 1, len(line) + 1
