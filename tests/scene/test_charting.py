"""Where the figures of charts go, and what stands side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.deck.reading import read_deck
from slidekit.scene.boxes import ChartShape, CodeShape, PictureShape, SceneSlide, TextShape
from slidekit.scene.layout import lay_out
from slidekit.scene.theming import load_theme
from slidekit.scene.pictures import Picture
from slidekit.show.localise import localise

CHART = """
  - title: {en: A, fr: B}
    chart:
      type: %s
      categories: {en: [%s], fr: [%s]}
      series:
%s
    alt: {en: A chart, fr: Un graphique}
"""


def slide(source: str) -> SceneSlide:
    """The first slide of a deck in English, cover aside, from the YAML of that slide alone."""
    deck, problems = read_deck(f"slidekit: 1\ntitle: {{en: Talk, fr: Exposé}}\nslides:\n{source}".encode())
    look, _ = load_theme("boreal", Path())
    assert [] == problems
    assert deck is not None
    assert look is not None
    pictures = {"tall.png": Picture("/tall.png", 600, 1000)}
    return list(lay_out([localise(deck, "en"), localise(deck, "fr")], look, pictures).scene("en").slides)[1]


def chart(kind: str, *series: list[float]) -> ChartShape:
    """A chart of so many series as it is placed on a slide of its own."""
    names = ", ".join(f"C{number}" for number in range(len(series[0])))
    lines = "\n".join(f"        - {{name: {{both: S{at}}}, values: {own}}}" for at, own in enumerate(series))
    found = slide(CHART % (kind, names, names, lines))
    return next(shape for shape in found.shapes if isinstance(shape, ChartShape))


@pytest.mark.parametrize(
    ("kind", "series", "expected"),
    [
        ("column", [[1250.5, 900, 700]], True),
        ("column", [[1250.5 + at] * 6 for at in range(5)], False),
        ("bar", [[1, 2, 3]] * 2, True),
        ("bar", [list(range(12))] * 3, False),
        ("line", [[1, 2, 3], [11, 12, 13]], True),
        ("line", [[1, 2, 3], [1.1, 2.1, 3.1], [1.2, 2.2, 3.2]], False),
        ("line", [[at * 10] * 12 for at in range(1, 7)], False),
        ("pie", [[1, 2, 3, 4, 5, 6, 7, 8]], True),
    ],
)
def test_figures_stand_at_their_places_or_on_an_axis(kind: str, series: list[list[float]], expected: bool) -> None:
    """Figures that would lie on each other are left to an axis with round ones."""
    assert expected == chart(kind, *series).drawing.figured


def test_a_valley_has_its_figure_under_it() -> None:
    """The lines rise on both sides of the lowest point, and would cross a figure above it."""
    assert {(0, 1)} == chart("line", [20, -30, 25]).drawing.below
    assert {(0, 0)} == chart("line", [20, 50, 60]).drawing.below
    assert set() == chart("line", [20, 0, 25]).drawing.below, "the names of the categories are there"


def test_the_lower_of_two_close_lines_has_its_figures_under_it() -> None:
    """The upper line has its own above it."""
    assert {(0, 0), (0, 1), (0, 2)} == chart("line", [10, 50, 51], [14, 54, 55]).drawing.below


def test_listings_side_by_side_are_of_one_size() -> None:
    """The longer line of the two decides."""
    found = slide(
        "  - title: {en: A, fr: B}\n    columns:\n      - code: x\n      - code: a_call(with_some, long_arguments)\n"
    )
    sizes = {shape.size_pt for shape in found.shapes if isinstance(shape, CodeShape)}
    assert 1 == len(sizes)
    assert min(sizes) < 24


def test_a_caption_stands_under_the_middle_of_its_picture() -> None:
    """A picture is in the middle of its room, and so are the words about it."""
    found = slide(
        "  - title: {en: A, fr: B}\n    image: tall.png\n    alt: {en: C, fr: D}\n    caption: {en: Short, fr: Court}\n"
    )
    picture = next(shape for shape in found.shapes if isinstance(shape, PictureShape))
    caption = next(shape for shape in found.shapes if isinstance(shape, TextShape) and shape.role == "caption")
    assert "center" == caption.type.align
    assert picture.box.x + picture.box.w / 2 == pytest.approx(caption.box.x + caption.box.w / 2)
