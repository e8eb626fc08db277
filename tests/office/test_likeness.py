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

MOST = 1.0
"""The percentage of pixels that may differ."""

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
) -> list[tuple[str, Path, Path, bool]]:
    """Each slide of a deck in a theme: its name, both pictures of it, whether it has a chart."""
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
            found.append((f"{lang} {number}", one, other, chart))
    return found


def charted(presentation: Path) -> list[bool]:
    """Whether each slide that is shown has a chart."""
    from pptx import Presentation

    slides = [slide for slide in Presentation(str(presentation)).slides if slide._element.get("show") != "0"]
    return [any(getattr(shape, "has_chart", False) for shape in slide.shapes) for slide in slides]


@pytest.mark.parametrize("drawn", DRAWN, indirect=True)
def test_typst_and_libreoffice_draw_alike(drawn: list[tuple[str, Path, Path, bool]]) -> None:
    """At most 1 % of a slide's blurred pixels differ."""
    shares = [(name, share(one, other)) for name, one, other, chart in drawn if not chart]

    unlike = [f"slide {name}: {own:.2f} %" for name, own in shares if own > MOST]

    assert len(shares) > 10
    assert not unlike
