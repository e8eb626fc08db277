"""Charts are native: their figures can be edited, and they speak the deck's language."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx_checks import audit_faults, parts, reopened, sdk_faults
from pptx_scenes import chart_shape, line, scene, slide, theme, title

from slidekit.writers.pptx import write
from slidekit.writers.pptx.color import contrast
from slidekit.writers.pptx.workbook import column, figure, workbook

KINDS = ("bar", "column", "line", "area", "pie", "doughnut")


def chart(kind: str, series: int = 2) -> str:
    """The chart part of a slide with one chart."""
    return parts(scene([slide(1, title("Un"), chart_shape(kind, series))]))["ppt/charts/chart1.xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_is_native(kind: str) -> None:
    """python-pptx knows each type, with its categories."""
    deck = reopened(scene([slide(1, title("Un"), chart_shape(kind, 1))]))

    plot = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart).plots[0]
    assert ["Modèle", "Essais & co", "Environnement"] == list(plot.categories)


def test_axes_have_positive_ids() -> None:
    """Ids of axes are unsigned, and each axis names the other."""
    ids = re.findall(r'<c:(?:axId|crossAx) val="([^"]*)"', chart("column"))

    assert ["500001", "500002", "500001", "500002", "500002", "500001"] == ids


def test_figures_are_in_the_decks_locale() -> None:
    """Numbers have the locale's decimal sign, texts its language."""
    xml = chart("column")

    assert '<c:lang val="fr-CA"/>' in xml
    assert 'formatCode="[$-C0C]0.0&quot; s&quot;"' in xml
    assert set(re.findall(r' lang="([^"]*)"', xml)) == {"fr-CA"}


def test_colours_come_from_the_theme() -> None:
    """Series take the theme's accents, so that a change of theme recolours them."""
    assert re.findall(r'<c:spPr><a:solidFill><a:schemeClr val="(accent\d)">', chart("column", 3)) == [
        "accent1",
        "accent2",
        "accent3",
    ]


def test_a_thin_slice_is_named_in_the_legend() -> None:
    """A pie names its slices itself, unless one is too thin for a name."""
    assert "<c:legend>" in chart("pie", 1)
    assert '<c:showCatName val="1"/>' not in chart("pie", 1)


def test_areas_are_not_named_twice() -> None:
    """The tint under a line has no entry of its own in the legend."""
    assert 2 == chart("area", 2).count('<c:delete val="1"/></c:legendEntry>')


def test_the_workbook_holds_the_figures() -> None:
    """Editing a chart opens a workbook with the same words and figures, gaps left empty."""
    with zipfile.ZipFile(io.BytesIO(write(scene([slide(1, title("Un"), chart_shape("bar", 2))])))) as package:
        book = package.read("ppt/embeddings/Workbook1.xlsx")
    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        sheet = inner.read("xl/worksheets/sheet1.xml").decode()
        strings = inner.read("xl/sharedStrings.xml").decode()
        dates = {one.date_time for one in inner.infolist()}

    assert ["Série 1", "Série 2", "Modèle", "Essais &amp; co", "Environnement"] == re.findall(r">([^<>]+)</t>", strings)
    assert ["8", "4", "30.5", "12", "3"] == re.findall(r's="1"><v>([^<]*)</v>', sheet)
    assert {(1980, 1, 1, 0, 0, 0)} == dates


def test_excel_would_not_repair_the_workbook(tmp_path: Path, node: str, root: Path) -> None:
    """The workbook by itself passes the validators too, even with words that look like Excel's own escapes."""
    shape = chart_shape("bar", 1)
    named = replace(shape.chart, categories=(line("_x0041_"), line("<&>"), line("  c  ")))
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(named, theme()))

    assert [] == audit_faults(path) + sdk_faults(path, node, root)


def test_columns_and_figures_are_written_as_excel_does() -> None:
    """Columns go on after Z; whole numbers have no decimals."""
    assert ["A", "Z", "AA", "AZ", "BA"] == [column(index) for index in (0, 25, 26, 51, 52)]
    assert ["3", "-2", "0.5", "1e+20"] == [figure(value) for value in (3.0, -2.0, 0.5, 1e20)]


def test_contrast_follows_wcag() -> None:
    """Black on white is 21 : 1."""
    assert 21.0 == pytest.approx(contrast("000000", "FFFFFF"))
