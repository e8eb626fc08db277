"""Charts in the PDF: every type is a tagged figure, its marks are the scene's own."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import page as validator
import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from typst_scenes import boreal, chart, scene, slide, title
from typst_scenes import page as a_page

from slidekit.scene.boxes import ChartShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.plan import plan
from slidekit.writers import typst
from slidekit.writers.typst.charts import DASHES, draw
from slidekit.writers.typst.pen import Desk, Pen

KINDS = ("bar", "column", "line", "area", "pie", "doughnut")
STACKED = (("bar", "sum"), ("column", "share"), ("area", "sum"))


def redrawn(shape: ChartShape, **changes: object) -> ChartShape:
    """The chart with other fields, laid out anew."""
    changed = replace(shape.chart, **changes)
    width, height = shape.box.w * PT_PER_MM, shape.box.h * PT_PER_MM
    return replace(shape, chart=changed, drawing=plan((changed,), width, height, boreal()).drawings[0])


def every_chart() -> list[ChartShape]:
    """Each type, stacks, and names that slant."""
    shapes = [chart(kind) for kind in KINDS]
    shapes += [redrawn(chart(kind), stacked=way) for kind, way in STACKED]
    (first, *_), series = chart("line").chart.categories, chart("line").chart.series
    names = tuple([replace(first, runs=(replace(first.runs[0], text="Anticonstitutionnellement"),))] * 12)
    longer = tuple([replace(one, values=(1.0,) * 12, labels=("1",) * 12) for one in series])
    return [*shapes, redrawn(chart("line"), categories=names, series=longer)]


def alternatives(pdf: bytes) -> list[str]:
    """The descriptions of the figures of a tagged PDF, in reading order."""
    found: list[str] = []

    def walk(node: object) -> None:
        node = getattr(node, "get_object", lambda: node)()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append(str(node.get("/Alt", "")))
            walk(node.get("/K"))

    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    walk(root["/StructTreeRoot"])
    return found


def test_every_type_is_a_figure_with_its_words() -> None:
    """The PDF holds PDF/UA-1, and each chart has one description."""
    shapes = every_chart()
    pages = [a_page(at, f"Un {at}") for at in range(1, len(shapes) + 1)]
    pdf = typst.slides(
        scene(*[slide(one, title(one.title.plain), own) for one, own in zip(pages, shapes, strict=True)])
    )

    assert [] == [one.message for one in validator.validate_pdf_bytes(pdf, profile="ua1").failures]
    assert ["un graphique"] * len(shapes) == alternatives(pdf)


def steps(shape: ChartShape) -> list[list[object]]:
    """What the pen puts down for a chart, inside its figure."""
    pen = Pen(Desk(boreal(), "fr-CA"))
    draw(pen, shape)
    ((*_, inner),) = pen.steps
    assert isinstance(inner, list)
    return inner


def test_series_differ_by_more_than_colour() -> None:
    """The second series of bars has a pattern, the second line has dashes."""
    patterned = [step for step in steps(chart("column")) if step[0] == "k"]
    dashed = [step[5] for step in steps(chart("line")) if step[0] == "p" and len(step) > 5]

    assert {"wdUpDiag"} == {step[4] for step in patterned}
    assert [11.0, 8.25] in dashed


@pytest.mark.parametrize("lengths", DASHES.values())
def test_dashes_come_in_pairs(lengths: tuple[float, ...]) -> None:
    """A dash is followed by a gap."""
    assert 0 == len(lengths) % 2
