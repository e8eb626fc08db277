"""Widths and heights of text."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from slidekit.scene.metrics import FILES, FONTS, drawn_family, face, lacking


@pytest.mark.parametrize("stem", [stem for stems in FILES.values() for stem in stems])
def test_widths_are_those_of_the_font(stem: str) -> None:
    """The widths kept as data are the font's own, sign by sign."""
    family, index = next((name, stems.index(stem)) for name, stems in FILES.items() if stem in stems)
    known = face(family, bool(index % 2), index > 1)
    with TTFont(FONTS / f"{stem}.ttf") as font:
        glyphs, upem = font.getBestCmap(), font["head"].unitsPerEm
        expected = sum(font["hmtx"][glyphs[ord(sign)]][0] for sign in "Été, 1 250,50 $") / upem

    assert expected == pytest.approx(known.advance("Été, 1 250,50 $"))


def test_an_unknown_family_is_drawn_in_liberation_sans() -> None:
    """Measuring never fails for want of a font."""
    assert "Liberation Sans" == drawn_family("Fancy Sans")


def test_lacking_names_what_no_font_can_draw() -> None:
    """Letters, arrows, box drawing and emoji are there; hieroglyphs are not."""
    assert {"\U00013000"} == lacking("é→│●😀👩‍💻\u202f\U00013000")


def test_every_font_has_the_latin_letters() -> None:
    """What rule SK402 does not look up is there."""
    assert set() == lacking("".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))))
