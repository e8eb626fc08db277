"""Charts are native: their figures can be edited, and they speak the deck's language."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx_checks import audit_faults, parts, reopened, sdk_faults
from pptx_scenes import chart_shape, line, scene, slide, title

from slidekit.writers.pptx import write
from slidekit.writers.pptx.workbook import workbook

KINDS = ("bar", "column", "line", "area", "pie", "doughnut")


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
    assert re.findall(r'<c:spPr><a:solidFill><a:schemeClr val="(accent\d)"/>', chart("column", 3)) == [
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


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_that_says_nothing_yet_is_one_still(kind: str) -> None:
    """A draft may have a chart without categories or series: it is empty, and opens."""
    shape = chart_shape(kind, 1)
    empty = replace(shape, chart=replace(shape.chart, categories=(), series=()))

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


def test_a_full_chart_has_an_axis_instead_of_figures() -> None:
    """The axis shows the ticks, with their own decimals, and no bar has a figure."""
    shape = chart_shape("column", 2, '#,##0.0" s"')
    full = replace(
        shape, figured=False, chart=replace(shape.chart, ticks=((0.0, "0 s"), (20.0, "20 s"), (40.0, "40 s")))
    )
    xml = parts(scene([slide(1, title("Un"), full)]))["ppt/charts/chart1.xml"]
    axis = xml[xml.index("<c:valAx>") :]
    assert "<c:dLbls>" not in xml
    assert '<c:delete val="0"/>' in axis
    assert 'formatCode="[$-C0C]#,##0&quot; s&quot;"' in axis
    assert ["0.0", "40.0", "20.0"] == [
        re.findall(rf'<c:{tag} val="([^"]*)"', axis)[0] for tag in ("min", "max", "majorUnit")
    ]


def test_a_figure_stands_under_its_point() -> None:
    """Where the layout says so; it keeps the number format of the others."""
    xml = parts(scene([slide(1, title("Un"), replace(chart_shape("line", 1), below=frozenset({(0, 1)})))]))
    (label,) = re.findall(r"<c:dLbl>.*?</c:dLbl>", xml["ppt/charts/chart1.xml"], re.DOTALL)
    assert '<c:idx val="1"/><c:numFmt' in label
    assert '<c:dLblPos val="b"/>' in label


def test_the_axis_of_bars_is_at_their_foot() -> None:
    """Categories go from top to bottom, and the axis that may be shown stands by the last one."""
    assert ["autoZero", "max"] == re.findall(r'<c:crosses val="([^"]*)"', chart("bar"))
    assert ["autoZero", "autoZero"] == re.findall(r'<c:crosses val="([^"]*)"', chart("column"))
