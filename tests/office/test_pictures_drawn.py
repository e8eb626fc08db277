"""Pictures in every output, drawn by the programs that draw them: alike, upright, and codes that a phone can read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from impress import convert
from likeness import share
from picture_deck import codes, write

from slidekit import build
from slidekit.outputs import Target

THEMES = ("boreal", "onyx")
"""A light one and a dark one."""


def rendered(folder: Path, theme: str, *targets: Target, editions: tuple[str, ...] = ("en", "fr")) -> None:
    """The deck's outputs in its own folder."""
    made = build.render(write(folder, theme), folder, targets=targets, editions=editions)  # type: ignore[arg-type]
    assert [] == [one.message for one in made.diagnostics if one.severity.value == "error"]


def read_from(pictures: list[Path]) -> list[list[str]]:
    """The codes on each slide, cover aside, as far as there are any."""
    return [codes(picture) for picture in sorted(pictures)[1:3]]


ENGLISH = [["https://example.org/en/talk"], ["https://example.org/talk"]]
FRENCH = [["https://example.org/fr/expose"], ["https://example.org/talk"]]
BOTH = [["https://example.org/en/talk", "https://example.org/fr/expose"], ["https://example.org/talk"]]


@pytest.mark.parametrize("theme", THEMES)
def test_codes_are_read_from_typsts_pictures(theme: str, tmp_path: Path) -> None:
    """In each language its own address; in both the two of them, and what is the same once."""
    rendered(tmp_path, theme, "png", editions=("en", "fr", "side-by-side", "stacked"))

    read = {name: read_from(list((tmp_path / f"pictures.{name}").glob("*.png"))) for name in ("en", "fr")}
    both = [read_from(list((tmp_path / f"pictures.{name}").glob("*.png"))) for name in ("side-by-side", "stacked")]

    assert {"en": ENGLISH, "fr": FRENCH} == read
    assert [BOTH, BOTH] == both


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_typst_and_libreoffice_show_the_same(
    theme: str, tmp_path: Path, root: Path, soffice: str, poppler: Path
) -> None:
    """Turned, cut, to the slide's edges, drawings and codes: at most 1 % of a slide's blurred pixels differ."""
    rendered(tmp_path, theme, "pptx", "png", editions=("en",))
    convert(soffice, [tmp_path / "pictures.en.pptx"], tmp_path, root / "src" / "slidekit" / "fonts")
    pdf = tmp_path / "pictures.en.pdf"
    subprocess.run([poppler / "pdftoppm", "-r", "144", "-png", pdf, tmp_path / "office"], check=True)
    ours, theirs = sorted((tmp_path / "pictures.en").glob("*.png")), sorted(tmp_path.glob("office-*.png"))

    unlike = {one.stem: own for one, other in zip(ours, theirs, strict=True) if (own := share(one, other)) > 1}

    assert {} == unlike
    assert ENGLISH == read_from(theirs)


@pytest.mark.marp
@pytest.mark.slow
def test_marp_shows_the_same(tmp_path: Path) -> None:
    """Pictures stand where Typst has them, up to the words beside them; codes are read."""
    rendered(tmp_path, "boreal", "png", "marp-png", editions=("en",))
    ours = sorted((tmp_path / "pictures.en").glob("*.png"))
    theirs = sorted((tmp_path / "pictures.en.marp").glob("*.png"))
    lone = (3, 5, 6, 9)
    """The slides with nothing but pictures below their titles."""

    unlike = {at: own for at in lone if (own := share(ours[at], theirs[at])) > 3}

    assert {} == unlike
    assert ENGLISH == read_from(theirs)
