"""The same slide drawn by Typst and, from the PowerPoint file, by LibreOffice looks the same."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from impress import convert
from likeness import share

from slidekit.scene.theming import theme_names

Run = Callable[..., subprocess.CompletedProcess[str]]

MOST, MOST_WITH_CHART = 1.0, 2.0
"""The percentage of pixels that may differ: LibreOffice draws charts its own way."""

KERNED = {
    ("ai-in-the-terminal", "onyx", "fr 4"): "LibreOffice's kerned line holds a word more than the widths add up to",
    ("ai-in-the-terminal", "onyx", "en 2"): "one line of 44 pt, which LibreOffice sets 0.4 % narrower, white on black",
}
"""Slides that differ by more, and why: at most 2 %."""

DECKS = ("decks/ai-in-the-terminal", "decks/recorded-talk", "decks/annual-report", "tests/golden/every-block")
DRAWN = [
    pytest.param((deck, theme), id=f"{Path(deck).name}-{theme}", marks=pytest.mark.xdist_group(f"like-{deck}-{theme}"))
    for deck in DECKS
    for theme in theme_names()
]

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.fixture
def drawn(
    request: pytest.FixtureRequest, root: Path, run_slidekit: Run, soffice: str, poppler: Path, tmp_path: Path
) -> list[tuple[str, Path, Path, float]]:
    """Each slide of a deck in a theme: its name, both pictures of it, how much of it may differ."""
    deck, theme = request.param
    stem = Path(deck).name
    done = run_slidekit(
        "render", root / f"{deck}.yaml", "-o", tmp_path, "--to", "pptx,png", "--theme", theme, "--draft"
    )
    assert done.returncode == 0, done.stderr
    convert(soffice, sorted(tmp_path.glob("*.pptx")), tmp_path, root / "src" / "slidekit" / "fonts")
    found = []
    for lang in ("en", "fr"):
        edition = tmp_path / f"{stem}.{lang}"
        subprocess.run(
            [poppler / "pdftoppm", "-r", "144", "-png", f"{edition}.pdf", tmp_path / f"office-{lang}"], check=True
        )
        ours, theirs = sorted(edition.glob("*.png")), sorted(tmp_path.glob(f"office-{lang}-*.png"))
        charts = charted(Path(f"{edition}.pptx"))
        for number, (one, other, chart) in enumerate(zip(ours, theirs, charts, strict=True), 1):
            name = f"{lang} {number}"
            found.append((name, one, other, MOST_WITH_CHART if chart or (stem, theme, name) in KERNED else MOST))
    return found


def charted(presentation: Path) -> list[bool]:
    """Whether each slide that is shown has a chart."""
    from pptx import Presentation

    slides = [slide for slide in Presentation(str(presentation)).slides if slide._element.get("show") != "0"]
    return [any(getattr(shape, "has_chart", False) for shape in slide.shapes) for slide in slides]


@pytest.mark.parametrize("drawn", DRAWN, indirect=True)
def test_typst_and_libreoffice_draw_alike(drawn: list[tuple[str, Path, Path, float]]) -> None:
    """At most 1 % of a slide's blurred pixels differ, 2 % where it has a native chart."""
    shares = [(name, share(one, other), most) for name, one, other, most in drawn]

    unlike = [f"slide {name}: {own:.2f} % of {most:g} %" for name, own, most in shares if own > most]

    assert len(shares) > 10
    assert not unlike
