"""Every rule is configured as its page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks_on_disk import check

from slidekit import build
from slidekit.rules import pages
from slidekit.rules.catalog import FIRM
from slidekit.settings.model import Choice
from slidekit.source.diagnostic import Severity

BAD = [pytest.param(page, n, id=f"{page.code}-{n}") for page in pages.pages() for n in range(len(page.bad))]


@pytest.mark.parametrize(("page", "number"), BAD)
def test_every_rule_can_be_weighed_and_turned_off(page: pages.Page, number: int, tmp_path: Path) -> None:
    """By its code or its name; what could not be read is told all the same, as an error."""
    deck = pages.deck_of(page.bad[number])
    off = check(deck, tmp_path, build.EDITIONS, Choice(severity={page.code: None}))
    ignored = check(deck, tmp_path, build.EDITIONS, Choice(ignore=(page.name,)))
    raised = check(deck, tmp_path, build.EDITIONS, Choice(severity={page.name: Severity.ERROR}))

    kept = {page.code} if page.code in FIRM else set()
    assert (kept, kept) == ({one.code for one in off}, {one.code for one in ignored})
    assert {Severity.ERROR} == {one.severity for one in raised}
