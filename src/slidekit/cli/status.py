"""`slidekit status`: how far each deck is in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slidekit.build import DeckStats


def share(deck: DeckStats, lang: str) -> float:
    """How many percent of the texts that a language needs are there, rounded down to a tenth."""
    needed = deck.translated[lang] + deck.missing[lang]
    return int(1000 * deck.translated[lang] / needed) / 10 if needed else 100.0
