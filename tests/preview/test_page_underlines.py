"""What is found in a text is marked on its picture, in whichever of its lines it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import SECONDS, Show, Visit

pytestmark = pytest.mark.browser

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: One, fr: Un}
    text:
      en: >
        A long text that
        stands on lines and
        has 12 of them.
      fr: >
        Un texte long qui
        occupe des lignes et
        en a 13, pas moins.
    bullets:
      - en: Over
        fr: Dessus
        bullets:
          - {en: "It costs 3", fr: "Cela coûte 4"}
"""


def test_a_fault_in_a_later_line_is_marked_on_its_text_alone(tmp_path: Path, show: Show, visit: Visit) -> None:
    """A number lost in the third line of a text, and one in a point under another: not its twin, nor what is above."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    page = visit(f"{show(deck)}#2")

    marked = page.locator(".place:is(.error, .warning, .info)")

    expect(marked).to_have_text(
        ["Un texte long qui occupe des lignes et en a 13, pas moins.", "Cela coûte 4"], timeout=SECONDS * 1000
    )
