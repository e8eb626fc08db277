"""The words of a slide: all that is drawn can be read out, and each text leads to its place in the deck."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from conftest import SMALL_DECK
from slidekit.live import Live
from slidekit.preview import wire
from slidekit.preview.drawing import Pictures
from slidekit.preview.slides import seen
from slidekit.preview.words import words

ROOT = Path(__file__).resolve().parents[2]


def spoken(path: Path, text: str) -> list[wire.Words]:
    """What each slide of a deck says."""
    layouts = Live(path).draft(text.encode()).layouts
    assert layouts is not None
    found = seen(layouts, Pictures())
    return [words(found, number + 1) for number in range(len(found.slides))]


def test_each_text_leads_to_its_line(tmp_path: Path) -> None:
    """Title, bullets and takeaway of both languages stand where the author typed them."""
    told = spoken(tmp_path / "talk.yaml", SMALL_DECK)[1]

    lines = SMALL_DECK.split("\n")
    for lang, texts in told.texts.items():
        assert ["title", "body", "body", "body", "takeaway"] == [one.role for one in texts]
        for one in texts:
            typed = lines[one.line - 1][one.column - 1 :].lstrip("\"'`")
            assert one.text[:1] == typed[:1], (lang, one)
    assert {"en": ("Draw the curve by hand.",), "fr": ("Tracer la courbe à la main.",)} == told.notes


def test_cells_and_listings(tmp_path: Path) -> None:
    """Every cell is a text of its own, a listing is one."""
    table, listing = spoken(tmp_path / "talk.yaml", SMALL_DECK)[2:]

    assert ["Lent", "Rapide", "une minute", "une seconde"] == [one.text for one in table.texts["fr"][1:]]
    assert {"cell"} == {one.role for one in table.texts["fr"][1:]}
    assert ("code", "def double(n: int) -> int:\n    return 2 * n") == (
        listing.texts["en"][1].role, listing.texts["en"][1].text.strip(),
    )  # fmt: skip


@pytest.mark.parametrize("deck", ["decks/ai-in-the-terminal.yaml", "tests/golden/every-block.yaml"])
def test_all_that_is_drawn_is_said(deck: str) -> None:
    """On every slide of real decks: a title first, boxes within the slide and not over each other, real places."""
    path = ROOT / deck
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")

    for slide in spoken(path, text):
        for texts in slide.texts.values():
            assert 1 == sum(one.role == "title" for one in texts)
            for one in texts:
                assert one.text.strip() or one.role in ("picture", "formula")
                assert 0 <= one.x <= one.x + one.w <= 1.00001
                assert 0 <= one.y <= one.y + one.h <= 1.00001
                assert 1 <= one.line <= len(lines)
                assert 1 <= one.column <= len(lines[one.line - 1]) + 1
            bodies = [one for one in texts if one.role == "body" and one.w]
            for above, below in pairwise(bodies):
                apart = above.y + above.h <= below.y + 0.002 or above.x + above.w <= below.x or below.y < above.y
                assert apart, (above, below)
