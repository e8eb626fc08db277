"""Labelled pairs of texts: what is wrong is found under its code, and what only looks wrong is left alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from slidekit import build
from slidekit.rules import LANGUAGE, pages

FOLDER = Path(__file__).parent / "pairs"
SIGN = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
CODES = {page.code for page in pages.pages() if page.family in LANGUAGE}
ROWS = [
    pytest.param(row, id=f"{file.stem}-{number}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for number, row in enumerate(yaml.safe_load(file.read_text("utf-8")), 1)
]


def deck_of(row: dict[str, Any]) -> str:
    """A deck that holds the pair and nothing else, as a bullet or under the key that the row names."""
    where = row.get("as", "bullets")
    pair = {"en": signs(row["en"]), "fr": signs(row["fr"])}
    slide: dict[str, Any] = {"title": {"en": "A first look", "fr": "Un premier regard"}}
    slide[where] = [pair] if where in ("bullets", "numbered") else pair
    deck = {"slidekit": 1, "title": {"en": "Our work", "fr": "Nos travaux"}, "slides": [slide]}
    deck |= row.get("deck", {})
    return yaml.safe_dump(deck, allow_unicode=True, sort_keys=False, width=10_000)


def signs(text: str) -> str:
    """The text with `{U+00A0}` as the character of that number."""
    return SIGN.sub(lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("row", ROWS)
def test_a_pair_is_judged_as_a_reviser_would(row: dict[str, Any], tmp_path: Path) -> None:
    """The codes that the row names are found, and no other; none where the pair is right."""
    deck = tmp_path / "deck.yaml"
    deck.write_text(deck_of(row), encoding="utf-8")
    expected = {row["code"]} if isinstance(row["code"], str) else set(row["code"] or ())

    found = {one.code for one in build.check([deck]).diagnostics}

    assert expected == found & (CODES | expected)
