"""The blocks of a deck that have a description, or may have one: pictures, drawings, codes, charts and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from slidekit.deck.model import Block, Chart, Columns, Deck, Diagram, Image, Qr, Slide, Table

Visual: TypeAlias = Image | Diagram | Qr | Chart | Table
_CLASSES = frozenset({Image, Diagram, Qr, Chart, Table})


class Seen(NamedTuple):
    """One such block and where it stands."""

    block: Visual
    slide: Slide
    number: int
    """Its slide's, from 1."""


def visuals(deck: Deck) -> Iterator[Seen]:
    """All of them, in the order of the deck."""
    for number, slide in enumerate(deck.slides, 1):
        for block in _within(slide.blocks):
            yield Seen(block, slide, number)


def _within(blocks: Iterable[Block]) -> Iterator[Visual]:
    for block in blocks:
        if type(block) in _CLASSES:
            yield block  # type: ignore[misc]
        elif type(block) is Columns:
            for column in block.columns:
                yield from _within(column.blocks)
