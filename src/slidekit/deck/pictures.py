"""The pictures that a deck names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidekit.deck.model import Columns, Deck, Image
from slidekit.deck.text import Pair, Text


def names(deck: Deck) -> list[str]:
    """Every picture's path as the author typed it, each once."""
    return sorted({name for slide in deck.slides for name in _names(slide.blocks)})


def _names(blocks: Sequence[object]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Image):
            yield from _paths(block.path)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _names(column.blocks)


def _paths(pair: Pair) -> Iterator[str]:
    sides = (pair.en, pair.fr, pair.both, pair.plain, *[side for _, side in pair.regional])
    yield from (side.source for side in sides if isinstance(side, Text) and side.source.strip())
