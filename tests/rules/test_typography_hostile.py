"""Texts made to be slow: the rules about letters and words take time in proportion to what they read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from costs import STEEP, growth
from slidekit.deck.model import Deck
from slidekit.deck.reading import read_deck
from slidekit.rules.base import Checked
from slidekit.rules.typography import (
    doubled_word,
    english_title_case,
    french_capital,
    mojibake,
    ordinal,
    unaccented_capital,
)

RULES = (doubled_word, english_title_case, french_capital, mojibake, ordinal, unaccented_capital)
SIZE = 300_000
PIECES = (
    "2ème ", "XVIIIème", "X", "1 mai ", "le 1 ", "a ", "ab ab ", "a a", "de de ", "Lundi ", "le Lundi", "du Mars ",
    "Rapport Annuel ", "Rapport ", "A ", "A", "E", "Etat ", "Etat-", "Ca va ", "Ã©", "Ã", "Â ", "â€™", "?a", "a?", "?",
    "syst?me ", "�", "’", "« ", "é", "en Français ", "Premier Ministre ", " ", "\n", "- ", "gouvernement ", "1ère",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_takes_its_time_once(piece: str) -> None:
    """Twice as long a text takes about twice the time."""

    def looked_through(size: int) -> Callable[[], object]:
        deck = _deck(piece * (size // len(piece)))
        return lambda: [list(rule.check(deck)) for rule in RULES]

    assert growth(looked_through, SIZE) < STEEP


def _deck(words: str) -> Checked:
    typed = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    data = f'slidekit: 1\ntitle: {{en: "Words {typed}", fr: "Mots {typed}"}}\nslides: []\n'.encode()
    deck, _ = read_deck(data)
    assert isinstance(deck, Deck)
    return Checked(deck, Path(), data=data)
