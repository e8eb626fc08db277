"""Where the figures of charts go, and what stands side by side."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, lists, sampled_from

from slidekit.deck.reading import read_deck
from slidekit.scene.boxes import ChartShape, CodeShape, PictureShape, SceneSlide, TextShape
from slidekit.scene.charts import plan as plan_module
from slidekit.scene.charts.drawing import Drawing, Frame, Rect, Words
from slidekit.scene.charts.looks import looks, visible
from slidekit.scene.charts.plan import Planned, plan
from slidekit.scene.contrast import ratio
from slidekit.scene.layout import lay_out
from slidekit.scene.metrics import face
from slidekit.scene.pictures import Picture
from slidekit.scene.theming import load_theme, theme_names
from slidekit.show.localise import localise
from slidekit.show.pages import Chart, Line, Run, Series
from slidekit.source.span import START

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


def planned(
    kind: str, names: list[str], *rows: list[float], size: tuple[float, float] = (846.0, 368.0), theme: str = "boreal"
) -> Planned:
    """A chart laid out in a box of so many points."""
    look, _ = load_theme(theme, Path())
    assert look is not None
    said = [Series(line(f"S{at}"), tuple(own), tuple([f"{value:g}" for value in own])) for at, own in enumerate(rows)]
    high = max([value for own in rows for value in own])
    ticks = () if kind in ("pie", "doughnut") else tuple([(at * high / 4, f"{at * high / 4:g}") for at in range(5)])
    block = Chart(
        kind, tuple([line(name) for name in names]), tuple(said), "0", "", "fr-CA", None, START, "", ticks,  # type: ignore[arg-type]
        shares=tuple(["10 %"] * len(names)) if kind in ("pie", "doughnut") else (),
    )  # fmt: skip
    return plan((block,), *size, look)


def line(words: str) -> Line:
    """Plain words."""
    return Line((Run(words, "fr-CA"),))


LONG = ["Baie-des-Pins et ses environs", "Anticonstitutionnellement", "Pointe-Claire-du-Nord", "Saint-Louis-du-Havre"]


def test_words_take_the_largest_size_that_fits() -> None:
    """Short names are at the theme's largest size, longer ones at a smaller, and never below its least."""
    sizes = [planned("column", [name] * 8, [1.0] * 8).drawings[0].size_pt for name in ("A", "Environnement")]
    assert [18.0, 14.0] == sizes


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        ("column", ["A", "B"], ("column", "level")),
        ("column", LONG * 2, ("bar", "level")),
        ("line", LONG * 2, ("line", "slanted")),
        ("line", [f"Jour {at}" for at in range(500)], ("line", "thinned")),
    ],
)
def test_long_names_change_the_form(kind: str, names: list[str], expected: tuple[str, str]) -> None:
    """Columns lie down, lines slant their names, and of very many only some are named."""
    found = planned(kind, names, [float(at % 7 + 1) for at in range(len(names))])
    assert (0.0, expected) == (found.over, (found.drawings[0].kind, found.drawings[0].names))


@pytest.mark.parametrize(
    ("kind", "count"), [("bar", 60), ("column", 500), ("pie", 60)], ids=["bars", "columns", "slices"]
)
def test_what_cannot_fit_is_said(kind: str, count: int) -> None:
    """More names than there is room for is a finding, not a heap of words."""
    names = [f"Catégorie {at}" for at in range(count)]
    assert planned(kind, names, [1.0] * count).over > 0


def test_a_chart_that_does_not_fit_is_reported() -> None:
    """By how many millimetres, at the chart's own line."""
    names = ", ".join([f"Category {at}" for at in range(60)])
    source = CHART % ("bar", names, names, f"        - {{name: {{both: S}}, values: {[1] * 60}}}")
    deck, _ = read_deck(f"slidekit: 1\ntitle: {{en: Talk, fr: Exposé}}\nslides:\n{source}".encode())
    look, _ = load_theme("boreal", Path())
    assert deck is not None
    assert look is not None

    (problem, *_) = lay_out([localise(deck, "en"), localise(deck, "fr")], look, {}).problems
    assert ("chart", "mm", 8) == (problem.what, problem.unit, problem.span.line)


def frames(drawing: Drawing) -> list[Frame]:
    """The boxes of all words, about."""
    high = drawing.size_pt
    wide = [face("Calibri", mark.bold).advance(mark.text) * high for mark in drawing.marks if isinstance(mark, Words)]
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}
    return [
        Frame(mark.x - own * shift[mark.anchor], mark.y - 0.75 * high, own, high)
        for mark, own in zip([mark for mark in drawing.marks if isinstance(mark, Words)], wide, strict=True)
    ]


def overlap(one: Frame, other: Frame) -> bool:
    """Whether two boxes share more than their edges."""
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return wide > 0.5 and high > 0.5


@settings(max_examples=60, deadline=None)
@given(values=lists(integers(1, 1000), min_size=1, max_size=9), kind=sampled_from(["pie", "doughnut"]))
def test_no_words_of_slices_lie_on_each_other(values: list[int], kind: str) -> None:
    """However thin the slices, and none reaches out of the chart or into the circle."""
    names = [LONG[at % 4] for at in range(len(values))]
    found = planned(kind, names, [float(value) for value in values])
    drawing = found.drawings[0]
    boxes = frames(drawing)

    assert 0.0 == found.over
    assert [] == [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(-1 <= box.x and box.x + box.w <= 847 and -6 <= box.y and box.y + box.h <= 374 for box in boxes)
    middle, radius = drawing.plot.x + drawing.plot.w / 2, drawing.plot.w / 2
    near = [(max(box.x - middle, middle - box.x - box.w, 0.0), box.y + box.h / 2 - 184) for box in boxes]
    assert all(hypot(*place) > radius - 1 for place in near)


@settings(max_examples=60, deadline=None)
@given(
    values=lists(lists(integers(1, 1000), min_size=4, max_size=4), min_size=1, max_size=5),
    kind=sampled_from(["column", "bar", "line", "area"]),
    high=sampled_from([160.0, 250.0, 368.0]),
)
def test_words_stay_inside_the_chart(values: list[list[int]], kind: str, high: float) -> None:
    """Names, figures, ticks and the legend."""
    rows = [[float(value) for value in row] for row in values]
    found = planned(kind, ["Printemps", "Été", "Automne", "Hiver"], *rows, size=(420.0, high))

    assert 0.0 == found.over
    boxes = frames(found.drawings[0])
    assert all(-1 <= box.x and box.x + box.w <= 421 and -6 <= box.y and box.y + box.h <= high + 6 for box in boxes)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_stand_out_from_the_ground(theme: str, mode: Literal["light", "dark"]) -> None:
    """Lines and outlines by 3 : 1 in every theme (WCAG 2.2, 1.4.11), series by more than their colour."""
    look, _ = load_theme(theme, Path(), mode=mode)
    assert look is not None
    found = looks(look.palette, 8)

    assert [] == [one.edge for one in found if ratio(one.edge, look.palette.paper) < 3.0]
    assert 8 == len({one.pattern for one in found}) == len({one.dash for one in found})


def test_a_pale_colour_is_darkened_no_more_than_needed() -> None:
    """Amber on white has 2.2 : 1; a little ink in it makes it 3 : 1."""
    darker = visible("E8A33D", "FFFFFF", "1F2933")
    assert 3.0 <= ratio(darker, "FFFFFF") < 3.5
    assert "0F766E" == visible("0F766E", "FFFFFF", "1F2933")


def test_bars_are_where_office_puts_them() -> None:
    """Widths and gaps follow from the gap and the overlap that the chart part says."""
    drawing = planned("column", ["A", "B"], [1.0, 2.0], [3.0, 4.0]).drawings[0]
    bars = [mark.frame for mark in drawing.marks if isinstance(mark, Rect)][-4:]
    slot = drawing.plot.w / 2
    wide = slot / (2 + 0.08 + 0.7)

    assert [pytest.approx(wide)] * 4 == [bar.w for bar in bars]
    assert pytest.approx(slot) == bars[1].x - bars[0].x
    assert pytest.approx(wide * 1.08) == bars[2].x - bars[0].x


def test_hopeless_charts_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of columns are drawn once, for a draft, and not in every form at every size."""
    drawn: list[str] = []
    real = plan_module._draw

    def counted(form: plan_module.Form, *rest: Any, **more: Any) -> Drawing:
        drawn.append(form)
        return real(form, *rest, **more)

    monkeypatch.setattr(plan_module, "_draw", counted)

    assert planned("column", [f"C{at}" for at in range(2000)], [1.0] * 2000).over > 0
    assert 1 == len(drawn)
