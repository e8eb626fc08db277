"""The plots of a native chart and their series: figures, looks, and the words at bars, points and slices."""

from __future__ import annotations

from slidekit.scene.charts.drawing import (
    EDGE_PT,
    GAP,
    GAP_OF_MANY,
    HOLE,
    OVERLAP,
    OVERLAP_OF_MANY,
    STROKE_PT,
    Area,
    Drawing,
    Look,
)
from slidekit.scene.charts.looks import on
from slidekit.show.pages import Chart
from slidekit.writers.pptx.chart_axes import CATEGORY_AXIS, VALUE_AXIS
from slidekit.writers.pptx.chart_words import Ink, color, fill, line, look, number, text
from slidekit.writers.pptx.markup import words
from slidekit.writers.pptx.workbook import Book

TINT_PERCENT = 22
SLICE_EDGE_PT = 1.5
GROUPING = {"": "clustered", "sum": "stacked", "share": "percentStacked"}
_AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
_ON_A_LINE = '<a:bodyPr wrap="none"/>'


def plots(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    """What stands in the plot area."""
    match drawing.kind:
        case "bar" | "column":
            return _bars(chart, drawing, book, ink)
        case "line":
            return _lines(chart, drawing, book, ink, 0)
        case "area" if chart.stacked:
            return _layers(chart, drawing, book, ink)
        case "area":
            below = tints(drawing)
            return (_tints(chart, drawing, book, ink) if below else "") + _lines(chart, drawing, book, ink, below)
        case "pie" | "doughnut":
            return _slices(chart, drawing, book, ink)
        case "scatter":
            return _points(chart, drawing, book, ink)


def tints(drawing: Drawing) -> int:
    """How many series have a tint under their line: those of areas that have no gaps."""
    return sum([isinstance(mark, Area) and mark.tint for mark in drawing.marks])


def _head(index: int, number_of: int, book: Book) -> str:
    """The beginning of a series: its place, and its name from the workbook."""
    return f'<c:idx val="{index}"/><c:order val="{index}"/>{book.name(number_of)}'


def _shows(*, value: bool = False, category: bool = False, share: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="{int(category)}"/>'
        f'<c:showSerName val="0"/><c:showPercent val="{int(share)}"/><c:showBubbleSize val="0"/>'
    )


def _form(chart: Chart) -> str:
    return f'<c:numFmt formatCode="{number(chart.number_format, chart.locale)}" sourceLinked="0"/>'


def _labels(
    chart: Chart, ink: Ink, place: str, single: str = "", *, own: str | None = None, ground: str = "<a:noFill/>"
) -> str:
    """A figure at every bar or point, in the unit's own form."""
    return (
        f"<c:dLbls>{single}{_form(chart)}<c:spPr>{ground}</c:spPr>{text(ink, bold=True, color=own, body=_ON_A_LINE)}"
        f'<c:dLblPos val="{place}"/>{_shows(value=True)}</c:dLbls>'
    )


def _bars(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    many = len(chart.series) > 1 and not chart.stacked
    series = "".join(
        [
            f"<c:ser>{_head(index, index, book)}<c:spPr>{fill(ink, own)}{_edge(ink, own)}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{_bar_labels(chart, drawing, ink, index)}{book.categories(drawing.broken)}'
            f"{book.values(index)}</c:ser>"
            for index, own in enumerate(drawing.looks)
        ]
    )
    gap = GAP_OF_MANY if many else GAP
    overlap = 100 if chart.stacked else OVERLAP_OF_MANY if many else OVERLAP
    return (
        f'<c:barChart><c:barDir val="{"bar" if drawing.kind == "bar" else "col"}"/>'
        f'<c:grouping val="{GROUPING[chart.stacked]}"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
    )


def _edge(ink: Ink, own: Look) -> str:
    return f'<a:ln w="{round(EDGE_PT * 12700)}"><a:solidFill>{color(ink, own, edge=True)}</a:solidFill></a:ln>'


def _bar_labels(chart: Chart, drawing: Drawing, ink: Ink, index: int) -> str:
    """Figures at the ends of bars; in stacks inside the parts that have room, on paper where there is a pattern."""
    if not chart.stacked:
        return _labels(chart, ink, "outEnd") if drawing.figured else ""
    values = chart.series[index].values
    if not any((index, at) in drawing.written for at in range(len(values))):
        return ""
    left_out = [at for at, value in enumerate(values) if value is not None and (index, at) not in drawing.written]
    single = "".join([f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>' for at in left_out])
    own = drawing.looks[index]
    if own.pattern:
        return _labels(chart, ink, "ctr", single, ground=ink.colors.fill(ink.palette.paper))
    return _labels(chart, ink, "ctr", single, own=on(own.fill, ink.palette))


def _lines(chart: Chart, drawing: Drawing, book: Book, ink: Ink, first: int) -> str:
    series = "".join(
        [
            f"<c:ser>{_head(first + index, index, book)}<c:spPr>{_stroke(ink, own)}</c:spPr>"
            f"{_marker(drawing, ink, own)}{_line_labels(chart, drawing, ink, index)}{book.categories(drawing.broken)}"
            f'{book.values(index)}<c:smooth val="0"/></c:ser>'
            for index, own in enumerate(drawing.looks)
        ]
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f"{_AXES}</c:lineChart>"
    )


def _stroke(ink: Ink, own: Look) -> str:
    return (
        f'<a:ln w="{round(STROKE_PT * 12700)}" cap="flat"><a:solidFill>{color(ink, own, edge=True)}</a:solidFill>'
        f'<a:prstDash val="{own.dash}"/><a:round/></a:ln>'
    )


def _marker(drawing: Drawing, ink: Ink, own: Look) -> str:
    if not drawing.marker_pt:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    tone = f"<a:solidFill>{color(ink, own, edge=True)}</a:solidFill>"
    return (
        f'<c:marker><c:symbol val="{own.symbol}"/><c:size val="{max(2, round(drawing.marker_pt))}"/>'
        f"<c:spPr>{tone}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def _line_labels(chart: Chart, drawing: Drawing, ink: Ink, index: int) -> str:
    """Figures above the points, or below those that the scene says; none where an axis has them."""
    if not drawing.figured:
        return ""
    single = "".join(
        [
            f'<c:dLbl><c:idx val="{at}"/>{_form(chart)}<c:spPr><a:noFill/></c:spPr>'
            f'{text(ink, bold=True, body=_ON_A_LINE)}<c:dLblPos val="b"/>{_shows(value=True)}</c:dLbl>'
            for number_of, at in sorted(drawing.below)
            if number_of == index
        ]
    )
    return _labels(chart, ink, "t", single)


def _tints(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    """Tints under the lines of areas."""
    whole = [index for index, one in enumerate(chart.series) if None not in one.values and len(one.values) > 1]
    series = "".join(
        [
            f"<c:ser>{_head(place, index, book)}<c:spPr><a:solidFill>{_clear(color(ink, drawing.looks[index]))}"
            f"</a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{book.categories(drawing.broken)}{book.values(index)}</c:ser>"
            for place, index in enumerate(whole)
        ]
    )
    return f'<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}{_AXES}</c:areaChart>'


def _clear(element: str) -> str:
    """A colour element through which most of the ground is seen."""
    tag = element[1 : element.index(" ")]
    return f'{element[:-2]}><a:alpha val="{TINT_PERCENT * 1000}"/></{tag}>'


def _layers(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    """Areas on top of each other."""
    series = "".join(
        [
            f"<c:ser>{_head(index, index, book)}<c:spPr>{fill(ink, own)}{_edge(ink, own)}</c:spPr>"
            f"{book.categories(drawing.broken)}{book.values(index)}</c:ser>"
            for index, own in enumerate(drawing.looks)
        ]
    )
    grouping = GROUPING[chart.stacked]
    return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}{_AXES}</c:areaChart>'


def _slices(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    """Slices, each with its name and its share where the scene has them."""
    ring, share = drawing.kind == "doughnut", bool(chart.shares)
    form = number(chart.share_format if share else chart.number_format, chart.locale)
    shows = _shows(value=not share, category=True, share=share) + "<c:separator>\n</c:separator>"
    words_of_all = text(ink, bold=True, body=_ON_A_LINE)
    look_of_all = f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>{words_of_all}'
    place = "" if ring else '<c:dLblPos val="ctr"/>'
    points = "".join(
        [
            f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{fill(ink, own)}'
            f"{line(ink, ink.palette.paper, SLICE_EDGE_PT)}</c:spPr></c:dPt>"
            for index, own in enumerate(drawing.looks)
        ]
    )
    single = "".join(
        [
            f'<c:dLbl><c:idx val="{index}"/><c:layout><c:manualLayout><c:x val="{spot.dx / drawing.width:.5f}"/>'
            f'<c:y val="{spot.dy / drawing.height:.5f}"/></c:manualLayout></c:layout>'
            f"{look_of_all}{place}{shows}</c:dLbl>"
            if value and value > 0
            else f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
            for index, (spot, value) in enumerate(zip(drawing.spots, chart.series[0].values, strict=False))
        ]
    )
    labels = f'<c:dLbls>{single}{look_of_all}{place}{shows}<c:showLeaderLines val="{int(drawing.leaders)}"/></c:dLbls>'
    kind = f"c:{drawing.kind}Chart"
    hole = f'<c:holeSize val="{round(HOLE * 100)}"/>' if ring else ""
    return (
        f'<{kind}><c:varyColors val="1"/><c:ser>{_head(0, 0, book)}{points}{labels}'
        f"{book.categories(drawing.broken)}{book.values(0)}"
        f'</c:ser><c:firstSliceAng val="0"/>{hole}</{kind}>'
    )


def _points(chart: Chart, drawing: Drawing, book: Book, ink: Ink) -> str:
    """Markers, and the author's own words above those that have any."""
    series = "".join(
        [
            f"<c:ser>{_head(index, index, book)}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_marker(drawing, ink, own)}"
            f"{_point_labels(chart, drawing, ink, index)}{book.across(index)}{book.values(index)}"
            '<c:smooth val="0"/></c:ser>'
            for index, own in enumerate(drawing.looks)
        ]
    )
    return f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}{_AXES}</c:scatterChart>'


def _point_labels(chart: Chart, drawing: Drawing, ink: Ink, index: int) -> str:
    single = "".join(
        [
            f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich>{_ON_A_LINE}<a:lstStyle/><a:p><a:r>'
            f"{look(ink, 'rPr', bold=True)}<a:t>{words(name.plain)}</a:t></a:r></a:p></c:rich></c:tx>"
            f'<c:dLblPos val="t"/>{_shows(value=True)}</c:dLbl>'
            for at, name in enumerate(chart.series[index].names)
            if name and (index, at) in drawing.written
        ]
    )
    if not single:
        return ""
    return (
        f"<c:dLbls>{single}<c:spPr><a:noFill/></c:spPr>{text(ink, bold=True, body=_ON_A_LINE)}"
        f'<c:dLblPos val="t"/>{_shows()}</c:dLbls>'
    )
