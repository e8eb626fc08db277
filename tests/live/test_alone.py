"""One slide laid out alone stands as it does among all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.live import Live
from slidekit.scene.plan import Plan

ROOT = Path(__file__).resolve().parents[2]


def placed(plan: Plan) -> list[object]:
    """Where everything on a slide stands, in each language."""
    return [[(one.level, one.box) for one in plan.placed], [len(plan.shapes(lang)) for lang in plan.langs], plan.base]


@pytest.mark.parametrize("deck", ["tests/golden/every-block.yaml", "decks/annual-report.yaml"])
def test_a_slide_alone_is_the_slide_among_others(deck: str) -> None:
    """Each slide of a deck, and its cover, has the same plan as in the layout of the whole."""
    live = Live(ROOT / deck)
    state = live.update((ROOT / deck).read_bytes())
    whole = live.layouts()
    assert state.deck is not None
    assert whole is not None

    for plan in whole.plans:
        number = plan.pages[0].slide or 0
        alone = live.alone(state.deck, number)

        assert alone is not None
        own = [one for one in alone.plans if (one.pages[0].slide is None) == (number == 0)]
        assert [placed(plan)] == [placed(one) for one in own], number


def test_nothing_alone_before_anything_was_read(tmp_path: Path) -> None:
    """Before a deck could be laid out, and beyond its slides, there is none."""
    live = Live(tmp_path / "talk.yaml")
    state = live.update(b"slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {en: C, fr: D}\n")
    assert state.deck is not None

    assert live.alone(state.deck, 2) is None
    assert Live(tmp_path / "talk.yaml").alone(state.deck, 1) is None
