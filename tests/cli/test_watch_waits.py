"""`slidekit watch` over a deck that an editor has just emptied."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.cli.watch import _filled


@pytest.mark.parametrize("fills", [True, False])
def test_an_emptied_deck_is_given_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fills: bool) -> None:
    """What is being filled is waited for, and no longer than that; a deck that stays empty is waited for in vain."""
    deck = tmp_path / "talk.yaml"
    deck.write_text("", encoding="utf-8")
    slept: list[float] = []

    def rest(seconds: float) -> None:
        slept.append(seconds)
        if fills and len(slept) == 3:
            deck.write_text("slidekit: 1\n", encoding="utf-8")

    monkeypatch.setattr("time.sleep", rest)

    _filled(deck)

    assert (3 if fills else 50) == len(slept)
