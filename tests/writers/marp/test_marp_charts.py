"""Charts in Marp: a table of the figures for readers, and over it the scene's marks as SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from marp_scenes import line, theme

from slidekit.scene.boxes import Box, ChartShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.drawing import Words
from slidekit.scene.charts.plan import plan
from slidekit.show import pages
from slidekit.source.span import START
from slidekit.writers.marp import chart, markdown

BOX = Box(20, 42, 298.6667, 130)
KINDS = ("bar", "column", "line", "area", "pie", "doughnut", "scatter")
NASTY = "<b>&\"' ]]> %"
SVG = "{http://www.w3.org/2000/svg}"


def said(kind: str, **more: object) -> pages.Chart:
    """Two series of three figures, with words that would break XML."""
    figures = ((8.0, 30.5, 12.0), (4.0, 2.0, 3.0))
    series = tuple(
        [
            pages.Series(
                line(f"{NASTY} {at}"),
                values,
                tuple([f"{value:g}" for value in values]),
                (1.0, 2.0, 3.5),
                ("1,0", "2,0", "3,5"),
                (line(NASTY), None, None),
            )
            for at, values in enumerate(figures)
        ]
    )
    names = () if kind == "scatter" else (line("Modèle"), line(NASTY), line("Milieu"))
    ticks = () if kind in ("pie", "doughnut") else ((0.0, "0"), (20.0, "20"), (40.0, "40"))
    fields: dict[str, object] = {"across_ticks": ((0.0, "0"), (2.0, "2"), (4.0, "4")), **more}
    return pages.Chart(kind, names, series, "0", "x", "fr-CA", None, START, "chart", ticks, **fields)  # type: ignore[arg-type]


def drawn(block: pages.Chart) -> tuple[ElementTree.Element, ChartShape]:
    """The drawing as a reader of XML has it."""
    drawing = plan((block,), BOX.w * PT_PER_MM, BOX.h * PT_PER_MM, theme()).drawings[0]
    shape = ChartShape("Chart", BOX, block, drawing)
    return ElementTree.fromstring(chart.draw(shape, theme())), shape


@pytest.mark.parametrize("kind", KINDS)
def test_the_drawing_has_every_word(kind: str) -> None:
    """All words that the scene puts down come back letter for letter, in their order."""
    root, shape = drawn(said(kind))
    expected = [mark.text for mark in shape.drawing.marks if isinstance(mark, Words)]
    assert expected == [text.text or "" for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_patterns_are_there_and_used(kind: str) -> None:
    """The second series has a pattern of its own."""
    root, _ = drawn(said(kind))
    names = [one.get("id") for one in root.iter(f"{SVG}pattern")]
    used = {one.get("fill") for one in root.iter(f"{SVG}rect")}
    assert ["p0"] == names
    assert "url(#p0)" in used


def test_lines_have_dashes_and_markers() -> None:
    """The first line is whole with round markers, the second dashed with square ones."""
    root, _ = drawn(said("line"))
    dashes = [one.get("stroke-dasharray") for one in root.iter(f"{SVG}path") if one.get("stroke-width") == "2.75"]
    assert [None, "11 8.25", None, "11 8.25"] == dashes, "in the legend and in the plot"
    assert 4 == len(list(root.iter(f"{SVG}circle")))


def test_points_are_rows_of_a_table() -> None:
    """Whose a point is, how far to the right it stands and how far up, under the titles of the axes."""
    table = markdown._chart(said("scatter", x=line("Longueur")))
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in table.splitlines()]
    assert ["", "Longueur", "y"] == rows[0]
    assert [["1,0", "8"], ["2,0", "30.5"], ["3,5", "12"]] == [row[1:] for row in rows[2:5]]
    assert 8 == len(rows)
