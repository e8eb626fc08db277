"""Every type of chart as LibreOffice, Typst and Chromium draw it: alike in every theme."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from impress import convert
from likeness import share

from slidekit import build
from slidekit.outputs import Target
from slidekit.scene.theming import theme_names

DECK = Path(__file__).parent / "charts.yaml"
MOST = 2.0
"""The percentage of pixels that may differ. What differs is most of all the legend of bars that are not stacked, which
LibreOffice writes from the last series to the first, and names of several lines, which it sets closer than we do."""


def rendered(folder: Path, theme: str, *targets: Target, editions: tuple[str, ...] = ("fr",)) -> None:
    """The deck's outputs."""
    made = build.render(DECK, folder, targets=targets, editions=editions, theme=theme)  # type: ignore[arg-type]
    assert [] == [one.message for one in made.diagnostics if one.severity.value == "error"]


def pictures(folder: Path, pattern: str) -> list[Path]:
    """The pictures of all slides but the cover."""
    return sorted(folder.glob(pattern))[1:]


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "edition"), [*[(theme, "fr") for theme in theme_names()], ("boreal", "en"), ("boreal", "side-by-side")]
)
def test_typst_and_libreoffice_draw_the_same_chart(
    theme: str, edition: str, tmp_path: Path, root: Path, soffice: str, poppler: Path
) -> None:
    """Plot, bars, lines, slices, names, figures and legend stand at the same places."""
    rendered(tmp_path, theme, "pptx", "png", editions=(edition,))
    convert(soffice, [tmp_path / f"charts.{edition}.pptx"], tmp_path, root / "src" / "slidekit" / "fonts")
    pdf = tmp_path / f"charts.{edition}.pdf"
    subprocess.run([poppler / "pdftoppm", "-r", "144", "-png", pdf, tmp_path / "office"], check=True)
    pairs = zip(pictures(tmp_path / f"charts.{edition}", "*.png"), pictures(tmp_path, "office-*.png"), strict=True)

    assert {} == {one.stem: own for one, other in pairs if (own := share(one, other)) > MOST}


@pytest.mark.marp
@pytest.mark.slow
def test_marp_draws_the_same_chart(tmp_path: Path) -> None:
    """Chromium carries out the same marks."""
    rendered(tmp_path, "boreal", "png", "marp-png")
    pairs = zip(pictures(tmp_path / "charts.fr", "*.png"), pictures(tmp_path / "charts.fr.marp", "*.png"), strict=True)

    assert {} == {one.stem: own for one, other in pairs if (own := share(one, other)) > 1}
