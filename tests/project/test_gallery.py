"""The contact sheets of `docs/gallery` show the decks as they are drawn now; `make gallery` draws them anew."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from slidekit.scene.theming import theme_names

ROOT = Path(__file__).resolve().parents[2]
DECKS = sorted(path.stem for path in (ROOT / "decks").glob("*.yaml"))
NAMES = [f"{deck}.{theme}.png" for deck in DECKS for theme in theme_names()]
MOST = 1.0
"""Of 255 levels, in the mean: a line that breaks elsewhere in one slide of 28 makes more."""


@cache
def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "scripts" / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_is_in_step(name: str) -> None:
    """Each deck in each theme has its sheet, and the sheet looks like what is drawn now."""
    deck, theme, _ = name.split(".")
    written = Image.open(ROOT / "docs" / "gallery" / name).convert("L")

    drawn = _gallery().sheet_of(ROOT / "decks" / f"{deck}.yaml", theme).convert("L")

    assert drawn.size == written.size
    soft = [one.filter(ImageFilter.GaussianBlur(2)) for one in (drawn, written)]
    assert ImageStat.Stat(ImageChops.difference(*soft)).mean[0] < MOST


def test_the_gallery_holds_nothing_else() -> None:
    """A sheet whose deck or theme is gone goes with it."""
    assert sorted(NAMES) == sorted(path.name for path in (ROOT / "docs" / "gallery").glob("*.png"))


def test_the_readme_leads_to_every_sheet() -> None:
    """Every sheet is shown by the gallery's page, and the README leads there."""
    page = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")

    assert [name for name in NAMES if f"(gallery/{name})" not in page] == []
    assert "(docs/gallery.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
