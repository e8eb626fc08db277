"""Native charts: the plot where the scene has it, the theme's colours and patterns, words in the deck's language."""

from __future__ import annotations

from msgspec.structs import replace

from slidekit.scene.boxes import ChartShape
from slidekit.scene.charts.drawing import Drawing, Frame
from slidekit.scene.theme import Theme
from slidekit.show.pages import Chart, Line, Series
from slidekit.writers.pptx import chart_axes, chart_series
from slidekit.writers.pptx.chart_words import Ink, text
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import DECLARATION, A, R, attribute
from slidekit.writers.pptx.workbook import Book

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NO_FRAME = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(shape: ChartShape, workbook: str, theme: Theme, colors: Colors) -> str:
    """The chart part; `workbook` is the id of the relationship to its workbook."""
    drawing, locale = shape.drawing, attribute(shape.chart.locale)
    ink = Ink(drawing.size_pt, theme.palette, colors, locale)
    said = shape.chart if shape.chart.series else replace(shape.chart, series=(_nothing(shape.chart),))
    book = Book(said)
    plots = chart_series.plots(said, drawing, book, ink)
    axes = chart_axes.axes(said, drawing, ink)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{locale}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{placed(drawing, drawing.plot, inner=True)}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(drawing, ink)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NO_FRAME}{text(ink)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _nothing(chart: Chart) -> Series:
    """The series of a chart that says nothing yet, for python-pptx and Office want one."""
    count = len(chart.categories)
    return Series(Line(()), (None,) * count, ("",) * count)


def placed(drawing: Drawing, frame: Frame, *, inner: bool = False) -> str:
    """A place by hand, as shares of the chart; `inner` is the plot without the words of its axes."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    shares = zip("xywh", (frame.x, frame.y, frame.w, frame.h), (drawing.width, drawing.height) * 2, strict=True)
    places = "".join([f'<c:{name} val="{value / whole:.5f}"/>' for name, value, whole in shares])
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>{places}'
        "</c:manualLayout></c:layout>"
    )


def _legend(drawing: Drawing, ink: Ink) -> str:
    """The legend where the scene has it; the tints of areas are named by the lines over them."""
    if drawing.legend is None:
        return ""
    hidden = "".join(
        [
            f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
            for index in range(chart_series.tints(drawing))
        ]
    )
    layout = placed(drawing, drawing.legend)
    return f'<c:legend><c:legendPos val="b"/>{hidden}{layout}<c:overlay val="0"/>{text(ink)}</c:legend>'
