"""Decks that are open in an editor, for tests that ask the features themselves."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from slidekit.deck.reading import read_deck
from slidekit.editor.document import Document
from slidekit.editor.positions import Lines
from slidekit.live import State

UTF16 = types.PositionEncodingKind.Utf16
ENCODINGS = tuple(types.PositionEncodingKind)


def opened(text: str, encoding: types.PositionEncodingKind = UTF16, path: Path = Path("/talks/talk.yaml")) -> Document:
    """A deck that was read as it stands."""
    document = Document(path.as_uri(), path, text, PositionCodec(encoding))
    data = text.encode("utf-8", "surrogatepass")
    document.state = State(data, (), read_deck(data)[0], data)
    document.version = 1
    return document


def typed(document: Document, text: str) -> Document:
    """The same deck with another text, not read yet."""
    document.lines = Lines(text, document.codec)
    return document


def marked(text: str, sign: str = "‸") -> tuple[str, tuple[int, int]]:
    """A text without the sign that marks a place in it, and this place: line and column from 1."""
    before, _, after = text.partition(sign)
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def at(document: Document, place: tuple[int, int]) -> types.Position:
    """A place as the editor counts it."""
    return document.lines.position(*place)


def shown(document: Document, range: types.Range) -> str:
    """What stands in a range, cut out of the text as an editor would cut it."""
    unit = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[
        document.codec.encoding or ""
    ]
    rows = (
        document.lines.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[range.start.line : range.end.line + 1]
    )

    def cut(row: str, start: int | None, end: int | None) -> str:
        name, size = unit
        data = row.encode(name, "surrogatepass")
        first = None if start is None else start * size
        return data[first : None if end is None else end * size].decode(name, "surrogatepass")

    if len(rows) == 1:
        return cut(rows[0], range.start.character, range.end.character)
    rows[0], rows[-1] = cut(rows[0], range.start.character, None), cut(rows[-1], None, range.end.character)
    return "\n".join(rows)


def edited(document: Document, edits: list[types.TextEdit]) -> str:
    """The text after some edits, made as an editor makes them."""
    lines = document.lines
    for edit in sorted(edits, key=lambda one: one.range.start, reverse=True):
        lines = lines.edited([types.TextDocumentContentChangePartial(edit.range, edit.new_text)])
    return lines.text
