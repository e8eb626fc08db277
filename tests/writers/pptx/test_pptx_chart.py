"""Charts are native: their figures can be edited, and they speak the deck's language."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx_checks import audit_faults, parts, reopened, sdk_faults
from pptx_scenes import chart_shape, charted, line, scene, slide, title

from slidekit.writers.pptx import write
from slidekit.writers.pptx.workbook import workbook

KINDS = ("bar", "column", "line", "area", "pie", "doughnut")
STACKED = [(kind, way) for kind in ("bar", "column", "area") for way in ("sum", "share")]


def files(book: bytes) -> dict[str, str]:
    """The parts of a workbook, by name."""
    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        return {name: inner.read(name).decode() for name in inner.namelist()}


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
    fills = re.findall(
        r'<c:spPr><a:(?:solidFill>|pattFill prst="\w+"><a:fgClr>)<a:schemeClr val="(\w+)"/>', chart("column", 3)
    )
    assert ["accent1", "accent2", "accent3"] == fills


def test_series_differ_by_more_than_colour() -> None:
    """Bars have patterns of their own, lines dashes and markers of their own."""
    assert ["wdUpDiag", "dashHorz"] == re.findall(r'<a:pattFill prst="(\w+)"', chart("column", 3))
    assert ["solid", "dash", "sysDot"] == re.findall(r'<a:prstDash val="(\w+)"', chart("line", 3))
    assert ["circle", "square", "diamond"] == re.findall(r'<c:symbol val="(\w+)"', chart("line", 3))


@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_slices_are_named_beside_them(kind: str) -> None:
    """Each slice has its name and its share at a place of its own, and no key by colour is needed."""
    xml = chart(kind, 1)
    assert "<c:legend>" not in xml
    assert 2 == len(re.findall(r"<c:dLbl><c:idx[^>]*/><c:layout><c:manualLayout><c:x ", xml))
    assert '<c:dLbl><c:idx val="2"/><c:delete val="1"/></c:dLbl>' in xml, "a slice of nothing has no words"
    assert '<c:showCatName val="1"/>' in xml


def test_areas_are_not_named_twice() -> None:
    """The tint under a line has no entry of its own in the legend; a line with a gap has no tint."""
    assert 1 == chart("area", 2).count('<c:delete val="1"/></c:legendEntry>')


def test_the_plot_stands_where_the_scene_has_it() -> None:
    """By hand and without its axes' words, so that every program draws the bars at the same place."""
    shape = chart_shape("column", 2)
    xml = parts(scene([slide(1, title("Un"), shape)]))["ppt/charts/chart1.xml"]
    (found,) = re.findall(r'<c:layoutTarget val="inner"/>.*?<c:x val="([^"]*)"/><c:y val="([^"]*)"/>', xml)
    plot, whole = shape.drawing.plot, shape.drawing
    assert (f"{plot.x / whole.width:.5f}", f"{plot.y / whole.height:.5f}") == found


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_that_says_nothing_yet_is_one_still(kind: str) -> None:
    """A draft may have a chart without categories or series: it is empty, and opens."""
    shape = chart_shape(kind, 1)
    empty = charted(replace(shape.chart, categories=(), series=()))

    deck = reopened(scene([slide(1, title("Un"), empty)]))

    assert [[()]] == [
        [one.values[1:] for one in shape.chart.plots[0].series] for shape in deck.slides[0].shapes if shape.has_chart
    ]


def test_a_ring_shows_one_series() -> None:
    """A second series would be a second ring; its figures are left out."""
    assert 1 == chart("doughnut", 3).count("<c:ser>")


def test_the_workbook_holds_the_figures() -> None:
    """Editing a chart opens a workbook with the same words and figures, gaps left empty."""
    with zipfile.ZipFile(io.BytesIO(write(scene([slide(1, title("Un"), chart_shape("bar", 2))])))) as package:
        book = files(package.read("ppt/embeddings/Workbook1.xlsx"))

    words = re.findall(r">([^<>]+)</t>", book["xl/sharedStrings.xml"])
    assert ["Modèle", "Essais &amp; co", "Environnement", "Série 1", "Série 2"] == words
    assert [("B2", "8"), ("C2", "4"), ("B3", "30.5"), ("C3", "12"), ("C4", "3")] == re.findall(
        r'<c r="(\w+)" s="\d"><v>([^<]*)</v>', book["xl/worksheets/sheet1.xml"]
    )


def test_the_workbook_says_nothing_of_when_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its date is that of every other part: the same bytes, whenever and wherever they are made."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    book = workbook(chart_shape("bar").chart)

    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        assert {((2023, 11, 14, 22, 13, 20), 3)} == {(one.date_time, one.create_system) for one in inner.infolist()}
    assert {"2023-11-14T22:13:20Z"} == set(re.findall(r">([\d-]+T[^<]*)<", files(book)["docProps/core.xml"]))


def test_words_in_the_workbook_are_words() -> None:
    """A category that looks like a formula is not reckoned, and one that looks like an address is no link."""
    shape = chart_shape("bar", 1)
    odd = replace(shape.chart, categories=(line("=1+1"), line("{=1}"), line("https://exemple.ca/")))

    book = files(workbook(odd))

    assert "<f>" not in book["xl/worksheets/sheet1.xml"]
    assert "<hyperlink" not in book["xl/worksheets/sheet1.xml"]
    assert ["=1+1", "{=1}", "https://exemple.ca/"] == re.findall(r">([^<>]+)</t>", book["xl/sharedStrings.xml"])[:3]


def test_excel_would_not_repair_the_workbook(tmp_path: Path, node: str, root: Path) -> None:
    """The workbook by itself passes the validators too, even with words that look like Excel's own escapes."""
    shape = chart_shape("bar", 1)
    named = replace(shape.chart, categories=(line("_x0041_"), line("<&>\x07\ud800"), line("  c  ")))
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(named))

    assert [] == audit_faults(path) + sdk_faults(path, node, root)


@pytest.mark.parametrize(("kind", "way"), STACKED)
def test_stacks_are_native(kind: str, way: str) -> None:
    """Bars, columns and areas on top of each other, as sums or as shares."""
    xml = parts(scene([slide(1, title("Un"), chart_shape(kind, 3, stacked=way))]))["ppt/charts/chart1.xml"]
    assert f'<c:grouping val="{"stacked" if way == "sum" else "percentStacked"}"/>' in xml


def test_points_have_two_figures_and_words() -> None:
    """python-pptx reads both figures of each point; an author's words stand beside it; a shorter series is padded."""
    shape = chart_shape("scatter", 2, across_ticks=((0.0, "0"), (2.0, "2"), (4.0, "4")))
    short = shape.chart.series[1]
    cut = replace(
        short, values=short.values[:2], labels=short.labels[:2], across=short.across[:2], names=short.names[:2]
    )
    made = charted(replace(shape.chart, series=(shape.chart.series[0], cut)))
    deck = reopened(scene([slide(1, title("Un"), made)]))

    (plot,) = next(one.chart for one in deck.slides[0].shapes if one.has_chart).plots
    assert [(8.0, 30.5, None), (4.0, 12.0, None)] == [one.values for one in plot.series]
    assert ["1.0", "2.5", "4.0"] == plot.series[0]._element.xpath("c:xVal//c:v/text()")
    assert ["Un & deux"] == plot.series[0]._element.xpath(".//a:t/text()")


def test_a_full_chart_has_an_axis_instead_of_figures() -> None:
    """The axis shows the ticks, with their own decimals, and no bar has a figure."""
    shape = chart_shape("column", 2, '#,##0.0" s"')
    full = replace(shape, drawing=replace(shape.drawing, figured=False))
    xml = parts(scene([slide(1, title("Un"), full)]))["ppt/charts/chart1.xml"]
    axis = xml[xml.index("<c:valAx>") :]
    assert "<c:dLbls>" not in xml
    assert '<c:delete val="0"/>' in axis
    assert 'formatCode="[$-C0C]#,##0&quot; s&quot;"' in axis
    assert ["0.0", "40.0", "20"] == [
        re.findall(rf'<c:{tag} val="([^"]*)"', axis)[0] for tag in ("min", "max", "majorUnit")
    ]


def test_a_figure_stands_under_its_point() -> None:
    """Where the layout says so; it keeps the number format of the others."""
    shape = chart_shape("line", 1)
    under = replace(shape, drawing=replace(shape.drawing, figured=True, below=frozenset({(0, 1)})))
    xml = parts(scene([slide(1, title("Un"), under)]))
    (label,) = re.findall(r"<c:dLbl>.*?</c:dLbl>", xml["ppt/charts/chart1.xml"], re.DOTALL)
    assert '<c:idx val="1"/><c:numFmt' in label
    assert '<c:dLblPos val="b"/>' in label


def test_the_axis_of_bars_is_at_their_foot() -> None:
    """Categories go from top to bottom, and the axis that may be shown stands by the last one."""
    assert ["autoZero", "max"] == re.findall(r'<c:crosses val="([^"]*)"', chart("bar"))
    assert ["autoZero", "autoZero"] == re.findall(r'<c:crosses val="([^"]*)"', chart("column"))
