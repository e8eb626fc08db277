"""The contact sheet of themes."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from slidekit import build
from slidekit.sampler import SAMPLE, contact_sheet
from slidekit.scene.theme import ThemeFile
from slidekit.scene.theming import open_theme


def theme(name: str) -> ThemeFile:
    """A theme that comes with slidekit."""
    found = open_theme(name, Path()).file
    assert found is not None
    return found


def test_the_sample_talk_is_clean() -> None:
    """What themes are shown with passes its own check."""
    assert () == build.check([SAMPLE]).diagnostics


def test_a_sheet_has_every_theme_in_both_forms() -> None:
    """A theme is eight slides wide, four light and four dark, and themes stand below each other."""
    one = Image.open(io.BytesIO(contact_sheet([theme("boreal")])))
    two = Image.open(io.BytesIO(contact_sheet([theme("boreal"), theme("onyx")])))

    assert one.width == two.width > 8 * 300
    assert 2 * one.height * 0.9 < two.height < 2 * one.height
    shown = {one.convert("RGB").getpixel(place) for place in ((900, 300), (2200, 300))}
    assert {(255, 255, 255), (14, 26, 38)} == shown


def test_a_sheet_is_the_same_every_time() -> None:
    """The same theme gives the same bytes."""
    assert contact_sheet([theme("erable")]) == contact_sheet([theme("erable")])
