"""Short ways to write texts and decks by hand in tests."""

from __future__ import annotations

from slidekit.deck.model import Bullets, Deck, Item, Slide
from slidekit.deck.text import Pair, Row, Side, Text, Value, ValueKind
from slidekit.show.pages import Line
from slidekit.source.span import Span

HERE = Span(1, 1, 9, 1)


def text(source: str, line: int = 1) -> Text:
    """A text on a line of its own."""
    return Text(source, Span(line, 5, line, 5 + len(source)))


def pair(en: str | None = None, fr: str | None = None, *, regional: tuple[tuple[str, Side], ...] = ()) -> Pair:
    """A pair as typed; a side that is `None` is not there."""
    return Pair(HERE, en=None if en is None else text(en, 2), fr=None if fr is None else text(fr, 3), regional=regional)


def both(source: str) -> Pair:
    """The same words in both languages."""
    return Pair(HERE, both=text(source))


def plain(source: str) -> Pair:
    """Words with no language."""
    return Pair(HERE, plain=text(source))


def value(kind: ValueKind, source: str, form: str | None = None) -> Value:
    """A typed value."""
    return Value(kind, source, form, HERE)


def row(*cells: Pair) -> Row:
    """A row of cells."""
    return Row(HERE, cells, (len(cells), len(cells)))


def bullets(*items: Pair | Item) -> Bullets:
    """A list of points."""
    return Bullets(tuple([item if isinstance(item, Item) else Item(item) for item in items]))


def deck(*slides: Slide, languages: tuple[str, ...] = ("en-CA", "fr-CA"), **keys: object) -> Deck:
    """A deck called Talk and Exposé."""
    whole = {"title": pair("Talk", "Exposé"), "slides": slides, "languages": languages, **keys}
    return Deck(**whole)  # type: ignore[arg-type]


def said(line: Line | None) -> str | None:
    """The words of a line."""
    return None if line is None else line.plain
