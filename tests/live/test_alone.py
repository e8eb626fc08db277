"""One slide laid out without its deck has the sizes that it has among all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.live import Live, alone
from slidekit.scene.boxes import TextShape
from slidekit.scene.plan import Plan

ROOT = Path(__file__).resolve().parents[2]


def sizes(plan: Plan) -> list[object]:
    """The sizes of the deck's words on a slide, in each language, and what it is; links at its foot have one size."""
    texts = [[one for one in plan.shapes(lang) if isinstance(one, TextShape)] for lang in plan.langs]
    return [plan.base, [[line.size_pt for one in shapes for line in one.paragraphs if line.path] for shapes in texts]]


@pytest.mark.parametrize(
    "deck", ["tests/golden/every-block.yaml", "decks/annual-report.yaml", "decks/ai-in-the-terminal.yaml"]
)
def test_a_slide_alone_has_the_sizes_that_are_drawn(deck: str) -> None:
    """Each slide of a deck, and its cover, has the sizes on which its section agrees when all of it is drawn."""
    live = Live(ROOT / deck)
    state = live.update((ROOT / deck).read_bytes())
    whole = live.layouts()
    assert state.deck is not None
    assert whole is not None
    whole.scene("en")  # settles them

    for plan in whole.plans:
        number = plan.pages[0].slide or 0
        found = live.plan(state.deck, number)

        assert found is not None
        assert sizes(plan) == sizes(found), number


def test_a_long_section_is_not_laid_out_for_one_question(tmp_path: Path) -> None:
    """Beyond so many slides, one is looked at by itself: at the size in which it would fit alone."""
    slide = "  - title: {en: C, fr: D}\n    bullets: [{en: E, fr: F}]\n"
    live = Live(tmp_path / "talk.yaml")
    state = live.update(f"slidekit: 1\ntitle: {{en: A, fr: B}}\nslides:\n{slide * (alone.MOST + 1)}".encode())
    assert state.deck is not None

    assert live.plan(state.deck, alone.MOST) is not None


def test_nothing_alone_before_anything_was_read(tmp_path: Path) -> None:
    """Before a deck could be laid out, and beyond its slides, there is none."""
    live = Live(tmp_path / "talk.yaml")
    state = live.update(b"slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {en: C, fr: D}\n")
    assert state.deck is not None

    assert live.plan(state.deck, 2) is None
    assert Live(tmp_path / "talk.yaml").plan(state.deck, 1) is None
