"""The axes of a native chart: where their words stand, their scales, their titles."""

from __future__ import annotations

from slidekit.scene.charts.drawing import Drawing, Scale, Title
from slidekit.show.pages import Chart
from slidekit.writers.pptx.chart_words import Ink, line, look, number, rounded, text
from slidekit.writers.pptx.markup import words

CATEGORY_AXIS, VALUE_AXIS = "500001", "500002"
"""Ids of axes are unsigned (ST_UnsignedInt)."""
_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
_SLANTED = '<a:bodyPr rot="-2700000" vert="horz"/>'
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(chart: Chart, drawing: Drawing, ink: Ink) -> str:
    """Both axes, or none for pies."""
    if drawing.kind in ("pie", "doughnut"):
        return ""
    sideways = drawing.kind == "bar"
    across, up = drawing.titles
    form = chart.share_format if chart.stacked == "share" else rounded(chart.number_format, drawing.scale.ticks)
    crossing = '<c:crossBetween val="midCat"/>' if drawing.across else '<c:crossBetween val="between"/>'
    values = _values(
        drawing, ink, drawing.scale, number(form, chart.locale),
        ids=(VALUE_AXIS, CATEGORY_AXIS), place="b" if sideways else "l", title=across if sideways else up,
        crossing=f'<c:crosses val="{"max" if sideways else "autoZero"}"/>{crossing}',
    )  # fmt: skip
    if drawing.across is None:
        return _categories(drawing, ink, up if sideways else across) + values
    form = number(rounded(chart.across_format, drawing.across.ticks), chart.locale)
    crosses = f'<c:crosses val="{_foot(drawing.scale)}"/>{crossing}'
    first = _values(
        drawing, ink, drawing.across, form, ids=(CATEGORY_AXIS, VALUE_AXIS), place="b", title=across, crossing=crosses
    )
    return first + values.replace('<c:crosses val="autoZero"/>', f'<c:crosses val="{_foot(drawing.across)}"/>')


def _foot(scale: Scale) -> str:
    """Where another axis crosses a scale: at nought, or at its low end where nought is not on it."""
    return "autoZero" if scale.low <= 0 <= scale.high else "min"


def _categories(drawing: Drawing, ink: Ink, title: Title | None) -> str:
    """The axis of the names; words that look like dates stay words."""
    sideways = drawing.kind == "bar"
    body = {"level": _LEVEL, "slanted": _SLANTED, "thinned": "<a:bodyPr/>"}[drawing.names]
    skip = f'<c:tickLblSkip val="{drawing.step}"/>'
    way = "maxMin" if sideways else "minMax"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{way}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if sideways else "b"}"/>{_title(drawing, ink, title)}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="low"/>'
        f"<c:spPr>{line(ink, ink.palette.muted)}</c:spPr>{text(ink, body=body)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _values(
    drawing: Drawing, ink: Ink, scale: Scale, form: str, *, ids: tuple[str, str], place: str, title: Title | None,
    crossing: str,
) -> str:  # fmt: skip
    """An axis of figures; hidden where every point has its own, though somebody may show it again."""
    hidden = drawing.figured
    where = "none" if hidden or not scale.ticks else "low" if drawing.across else "nextTo"
    lines = (
        "" if hidden and drawing.kind in ("bar", "column") else f"<c:spPr>{line(ink, ink.palette.hairline)}</c:spPr>"
    )
    grid = f"<c:majorGridlines>{lines}</c:majorGridlines>" if lines and scale.ticks else ""
    unit = f'<c:majorUnit val="{scale.ticks[1][0] - scale.ticks[0][0]:.6g}"/>' if len(scale.ticks) > 1 else ""
    own = (
        f"<c:spPr>{line(ink, ink.palette.muted)}</c:spPr>"
        if drawing.across
        else "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    )
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/><c:max val="{scale.high!r}"/>'
        f'<c:min val="{scale.low!r}"/></c:scaling><c:delete val="{int(hidden and title is None)}"/>'
        f'<c:axPos val="{place}"/>{grid}{_title(drawing, ink, title)}<c:numFmt formatCode="{form}" sourceLinked="0"/>'
        f'{_NO_TICKS}<c:tickLblPos val="{where}"/>{own}{text(ink, body=_LEVEL)}'
        f'<c:crossAx val="{ids[1]}"/>{crossing}{unit}</c:valAx>'
    )


def _title(drawing: Drawing, ink: Ink, title: Title | None) -> str:
    """The title of an axis, level, where the scene has it."""
    if title is None:
        return ""
    x, y = title.x / drawing.width, title.y / drawing.height
    own = look(ink, "rPr")
    runs = f"<a:br>{own}</a:br>".join([f"<a:r>{own}<a:t>{words(part)}</a:t></a:r>" for part in title.words.split("\n")])
    return (
        f"<c:title><c:tx><c:rich>{_LEVEL}<a:lstStyle/><a:p><a:pPr>{look(ink, 'defRPr')}</a:pPr>"
        f"{runs}</a:p></c:rich></c:tx><c:layout>"
        f'<c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )
