"""Charts in words and figures: stacks, points, shares, and what those hear who do not see them."""

from __future__ import annotations

import pytest
from saying import both, deck, pair, plain, row

from slidekit.deck.model import Chart, Point, Series, Slide
from slidekit.deck.text import Pair
from slidekit.show import merging, pages
from slidekit.show.localise import localise

NO_BREAK = "\u00a0"


def said(block: Chart, lang: str = "fr") -> pages.Chart:
    """A chart as it is said."""
    slide = Slide(both("T").span, both("T"), (block,))
    found = localise(deck(slide), "fr" if lang == "fr" else "en").pages[1].blocks[0]
    assert isinstance(found, pages.Chart)
    return found


def chart(kind: str, *rows: tuple[float | None, ...], **more: object) -> Chart:
    """A chart of some series."""
    series = tuple([Series(pair(f"Row {at}", f"Rang {at}"), values) for at, values in enumerate(rows, 1)])
    names = row(*[both("ABCDEF"[at]) for at in range(len(rows[0]))])
    return Chart(kind, names, series, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "stacked", "expected"),
    [
        ("stacked", "no", ("column", "sum", [0.0, 20.0, 40.0, 60.0])),
        ("stacked", "100%", ("column", "share", [0.0, 0.25, 0.5, 0.75, 1.0])),
        ("bar", "yes", ("bar", "sum", [0.0, 20.0, 40.0, 60.0])),
        ("area", "100%", ("area", "share", [0.0, 0.25, 0.5, 0.75, 1.0])),
        ("line", "yes", ("line", "", [0.0, 10.0, 20.0, 30.0, 40.0, 50.0])),
    ],
)
def test_ticks_go_around_stacks(kind: str, stacked: str, expected: tuple[str, str, list[float]]) -> None:
    """A stack is as high as its parts together; shares go from nothing to all."""
    found = said(chart(kind, (10, 45), (5, 15), stacked=stacked))
    assert expected == (found.type, found.stacked, [value for value, _ in found.ticks])


def test_negative_parts_go_down() -> None:
    """The axis reaches from the lowest to the highest end of the stacks."""
    found = said(chart("stacked", (10, -5), (20, -30)))
    assert (-40.0, 40.0) == (found.ticks[0][0], found.ticks[-1][0])


def test_shares_are_in_the_locales_form() -> None:
    """French has a space before the sign; a share below one has a decimal; figures that are shares stay as they are."""
    english, french = [said(chart("pie", (30, 69.8, 0.2)), lang) for lang in ("en", "fr")]
    assert (("30.0%", "69.8%", "0.2%"), "0.0%") == (english.shares, english.share_format)
    assert (("30,0_%", "69,8_%", "0,2_%"), '0.0"_"%') == (
        tuple(share.replace(NO_BREAK, "_") for share in french.shares),
        french.share_format.replace(NO_BREAK, "_"),
    )
    assert () == said(chart("pie", (30, 70), unit=plain("%"))).shares


def scatter() -> Chart:
    """Two points, one with words."""
    points = (Point(12, 4.5, pair("Bay", "Baie")), Point(31.5, 6))
    return Chart(
        "scatter", None, (Series(pair("Routes", "Lignes"), (), points),), x=pair("Length", "Longueur"), unit=plain("h")
    )


def test_points_have_two_scales() -> None:
    """Each axis has its own ticks; the unit is that of the values upwards."""
    found = said(scatter())
    (series,) = found.series
    assert ((12.0, 31.5), ("12,0", "31,5"), ("4,5_h", "6,0_h")) == (
        series.across,
        series.across_labels,
        tuple(label.replace(NO_BREAK, "_") for label in series.labels),
    )
    assert [0.0, 10.0, 20.0, 30.0, 40.0] == [value for value, _ in found.across_ticks]
    assert ("Longueur", None) == (found.x and found.x.plain, found.y)


@pytest.mark.parametrize(
    ("block", "english", "french"),
    [
        (
            chart("stacked", (1, None), (2, 3)),
            "Stacked column chart. Row 1. A: 1; B: no value. Row 2. A: 2; B: 3.",
            "Diagramme à colonnes empilées. Rang 1. A_: 1; B_: aucune valeur. Rang 2. A_: 2; B_: 3.",
        ),
        (
            chart("pie", (1, 3), unit=plain("h")),
            "Pie chart. Row 1. A: 1_h (25%); B: 3_h (75%).",
            "Diagramme circulaire. Rang 1. A_: 1_h (25_%); B_: 3_h (75_%).",
        ),
        (
            scatter(),
            "Scatter chart. Routes. Bay: x = 12.0, y = 4.5_h; x = 31.5, y = 6.0_h.",
            "Nuage de points. Lignes. Baie_: x = 12,0, y = 4,5_h; x = 31,5, y = 6,0_h.",
        ),
    ],
)
def test_in_words(block: Chart, english: str, french: str) -> None:
    """What is said where the author wrote no text."""
    assert (english, french) == tuple(said(block, lang).alt.replace(NO_BREAK, "_") for lang in ("en", "fr"))


def test_many_figures_are_summed_up() -> None:
    """Of five hundred categories, those at the ends, and the least and the greatest figure."""
    names = row(*[both(f"Day {at}") for at in range(500)])
    values = tuple([float((at * 37) % 500) for at in range(500)])
    block = Chart("line", names, (Series(pair("Trips", "Trajets"), values),))

    expected = "Line chart. 500 categories, from Day 0 to Day 499. Trips. Least: 0 (Day 0); greatest: 499 (Day 27)."
    assert expected == said(block, "en").alt


def test_both_languages_in_one_chart() -> None:
    """Names, titles of axes and words of points stand with those of the other language."""
    merged = merging.chart(said(scatter(), "en"), said(scatter(), "fr"))
    (name, none) = merged.series[0].names
    assert ("Length / Longueur", "Bay / Baie", None) == (merged.x and merged.x.plain, name and name.plain, none)


def test_huge_and_tiny_figures() -> None:
    """Nothing breaks at the ends of what may be typed."""
    for value in (9e98, 1e-9, 0.0):
        unit: Pair | None = None
        found = said(chart("line", (value, value), unit=unit))
        assert 2 == len(found.series[0].labels)
