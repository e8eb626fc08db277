"""Every text of a deck in the order of the file, with the word that messages have for it."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from slidekit.deck import model
from slidekit.deck.model import Deck, Slide
from slidekit.deck.text import Pair, Row
from slidekit.source.span import Span


class Told(Struct, frozen=True, gc=False):
    """A text and what it is."""

    pair: Pair
    what: str
    """`title`, `bullet`, `notes`, `alternative text`…"""
    prose: bool
    """Whether it must be said in both languages; code, names and paths need not."""
    slide: int | None
    """Its slide's number, from 1; `None` for the deck's own texts."""
    only: str | None
    """The one language that its slide is for."""
    by_row: bool = False
    """Whether its gap is its row's: one finding for the row, none for the cell."""


class Listed(Struct, frozen=True, gc=False):
    """A row or list typed once a language."""

    span: Span
    what: str
    """`cell`, `category` or `bullet`: what it is made of."""
    counts: tuple[int, int]
    """(English, French)."""
    slide: int
    only: str | None
    width: int | None = None
    """How many cells the table's first row has."""


class Gathered(Struct, frozen=True, gc=False):
    """What a deck says."""

    texts: list[Told]
    lists: list[Listed]
    codes: list[Told]
    """The addresses of QR codes."""
    images: list[tuple[model.Image, int]]
    """With the numbers of their slides."""


def gather(deck: Deck) -> Gathered:
    """Walk a deck once."""
    walk = _Walk()
    for pair, what in ((deck.title, "title"), (deck.subtitle, "subtitle")):
        walk.prose(pair, what)
    walk.neutral(deck.author, "author")
    for variable in deck.vars:
        walk.neutral(variable.pair, f"variable {variable.name}")
    for walk.number, slide in enumerate(deck.slides, 1):
        walk.slide(slide)
    return Gathered(walk.texts, walk.lists, walk.codes, walk.images)


class _Walk:
    """Where the walk is, and what it has met."""

    def __init__(self) -> None:
        self.texts: list[Told] = []
        self.lists: list[Listed] = []
        self.codes: list[Told] = []
        self.images: list[tuple[model.Image, int]] = []
        self.number: int | None = None
        self.only: str | None = None

    def prose(self, pair: Pair | None, what: str) -> None:
        if pair is not None:
            self.texts.append(Told(pair, what, True, self.number, self.only))

    def neutral(self, pair: Pair | None, what: str) -> None:
        if pair is not None:
            self.texts.append(Told(pair, what, False, self.number, self.only))

    def slide(self, slide: Slide) -> None:
        self.only = slide.only
        self.prose(slide.section, "section")
        self.prose(slide.title, "title")
        for block in slide.blocks:
            self.block(block)
        self.neutral(slide.link, "link")
        self.prose(slide.notes, "notes")

    def block(self, block: model.Block) -> None:
        match block:
            case model.Bullets():
                self.list(block)
            case model.Paragraphs():
                self.prose(block.text, "text")
            case model.Subtitle():
                self.prose(block.text, "subtitle")
            case model.Takeaway():
                self.prose(block.text, "takeaway")
            case model.Quote():
                self.prose(block.text, "quote")
                self.neutral(block.by, "attribution")
            case model.Table():
                self.table(block)
            case model.Columns():
                for column in block.columns:
                    self.prose(column.title, "column title")
                    for inner in column.blocks:
                        self.block(inner)
            case model.Code():
                self.neutral(block.source, "code")
                self.prose(block.caption, "caption")
            case model.Terminal():
                self.neutral(block.source, "transcript")
                self.prose(block.caption, "caption")
            case model.Diagram() | model.Image():
                drawn = block.source if isinstance(block, model.Diagram) else block.path
                if isinstance(block, model.Image) and self.number:
                    self.images.append((block, self.number))
                self.neutral(drawn, "diagram" if isinstance(block, model.Diagram) else "picture")
                self.described(block)
            case model.Qr():
                told = Told(block.link, "QR code", False, self.number, self.only)
                self.texts.append(told)
                self.codes.append(told)
                self.prose(block.alt, "alternative text")
                self.prose(block.caption, "caption")
            case model.Chart():
                self.chart(block)
            case model.Math():
                self.neutral(block.latex, "formula")
                self.described(block)
            case _:
                assert_never(block)

    def described(self, block: model.Diagram | model.Image | model.Table | model.Chart | model.Math) -> None:
        self.prose(block.alt, "alternative text")
        self.prose(block.caption, "caption")

    def list(self, block: model.Bullets) -> None:
        self.items(block.items, block.counts, block.span)

    def items(self, items: tuple[model.Item, ...], counts: tuple[int, int] | None, span: Span | None) -> None:
        fewest = len(items)
        if counts and span and self.number:
            self.lists.append(Listed(span, "bullet", counts, self.number, self.only))
            fewest = min(counts)
        for index, item in enumerate(items):
            self.texts.append(Told(item.text, "bullet", True, self.number, self.only, index >= fewest))
            if item.children:
                self.items(item.children, item.counts, item.span)

    def table(self, block: model.Table) -> None:
        rows = (block.header, *block.rows) if block.header else block.rows
        width = max(rows[0].counts) if rows else None
        for row in rows:
            self.row(row, "cell", width)
        self.described(block)

    def row(self, row: Row, what: str, width: int | None = None) -> None:
        fewest = min(row.counts)
        if self.number:
            self.lists.append(Listed(row.span, what, row.counts, self.number, self.only, width))
        number, only = self.number, self.only
        self.texts += [Told(cell, what, True, number, only, index >= fewest) for index, cell in enumerate(row.cells)]

    def chart(self, block: model.Chart) -> None:
        if block.categories:
            self.row(block.categories, "category")
        for series in block.series:
            self.prose(series.name, "series")
            for point in series.points:
                self.prose(point.label, "label")
            if self.number and block.categories and len(series.values) != len(block.categories.cells):
                counts = (len(series.values), len(series.values))
                width = len(block.categories.cells)
                self.lists.append(Listed(series.name.span, "value", counts, self.number, self.only, width))
        self.prose(block.x, "axis title")
        self.prose(block.y, "axis title")
        self.neutral(block.unit, "unit")
        self.described(block)
