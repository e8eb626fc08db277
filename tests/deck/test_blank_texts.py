"""What counts as a text that says nothing: one answer for the rules and for the slides."""

from __future__ import annotations

import pytest

from slidekit.deck.reading import read_deck
from slidekit.deck.text import is_blank
from slidekit.rules.base import Checked
from slidekit.show.localise import localise

BLANK = ["", "  ", "\u00a0", "\u200b", "\u200b \u2060", "\ufe0f", "\u2063", "\u115f", "\u2066\u2069"]
SEEN = ["a", " .", "\u200bé", "→", "😀", "👩\u200d💻"]


@pytest.mark.parametrize("source", BLANK)
def test_blank_texts(source: str) -> None:
    """Spaces and signs of no width show nothing."""
    assert is_blank(source)


@pytest.mark.parametrize("source", [*SEEN, "${x}"])
def test_texts_that_are_not_blank(source: str) -> None:
    """One visible sign is enough."""
    assert not is_blank(source)


@pytest.mark.parametrize("source", [*BLANK, *SEEN])
def test_a_text_is_missing_for_all_or_for_none(source: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the rules report as missing is what a draft marks, and nothing else."""
    deck, _ = read_deck(f'slidekit: 1\ntitle: {{en: a, fr: b}}\nslides:\n- title: {{en: a, fr: "{source}"}}\n'.encode())
    assert deck is not None

    gaps = [gap.lang for gap in Checked(deck, tmp_path_factory.getbasetemp()).gaps]
    marked = any(run.missing for run in localise(deck, "fr", draft=True).pages[1].title.runs)

    assert (["fr"] if is_blank(source) else []) == gaps
    assert is_blank(source) == marked
