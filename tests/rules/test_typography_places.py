"""A finding stands at the very sign, however YAML has the text written."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks_on_disk import check, places

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: Before, fr: Avant}
    text:
      en: The second edition
      fr: %s
"""


@pytest.mark.parametrize(
    ("typed", "line", "column"),
    [
        ("La 2ème édition", 7, 14),
        ('"La 2ème édition"', 7, 15),
        ('"\\u004Ca 2ème \\"édition\\""', 7, 20),
        ("'L''amie, la 2ème édition'", 7, 24),
        ("Toute la\n        2ème édition", 8, 9),
        ('"Toute la\n        belle 2ème édition"', 8, 15),
        ("|\n        La première.\n          La 2ème.", 9, 14),
        (">-\n        La première et\n        la 2ème\n\n        et la 3e", 9, 12),
    ],
)
def test_the_line_and_the_column_of_the_sign(typed: str, line: int, column: int, tmp_path: Path) -> None:
    """Plain, quoted, escaped, folded, literal."""
    found = [one for one in places(check(DECK % typed, tmp_path)) if one[0] == "SK308"]

    assert [("SK308", line, column)] == found
