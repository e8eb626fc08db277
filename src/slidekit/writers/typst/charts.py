"""Charts, drawn with rectangles, lines and words as PowerPoint draws the native ones."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple, assert_never

from slidekit.scene.boxes import ChartShape
from slidekit.scene.charting import BAR_SHARE
from slidekit.show.pages import Chart, Series
from slidekit.writers.typst import slices
from slidekit.writers.typst.key import LINE_HEIGHT, color, ink, key_below, width
from slidekit.writers.typst.pen import PT_PER_MM, Pen

MARKER_PT = 7.0
TINT = "38"
"""The alpha of an area under its line: 22 %."""


class Plot(NamedTuple):
    """The rectangle in which the figures stand, in points, and the scale of the values."""

    x: float
    y: float
    w: float
    h: float
    low: float
    high: float

    def down(self, value: float) -> float:
        """The height of a value on a vertical axis."""
        return self.y + self.h * (self.high - value) / (self.high - self.low)

    def along(self, value: float) -> float:
        """The place of a value on a horizontal axis."""
        return self.x + self.w * (value - self.low) / (self.high - self.low)


def draw(pen: Pen, shape: ChartShape) -> None:
    """A chart as one figure, with the words for those who do not see it."""
    x, y, w, h = [value * PT_PER_MM for value in shape.box]
    outer, pen.steps = pen.steps, []
    legend = key_below(pen, shape, x, y, w, h)
    h -= legend
    match shape.chart.type:
        case "column":
            _columns(pen, shape, x, y, w, h)
        case "bar":
            _bars(pen, shape, x, y, w, h)
        case "line" | "area":
            _lines(pen, shape, x, y, w, h)
        case "pie" | "doughnut":
            slices.draw(pen, shape, x, y, w, h)
        case _:
            assert_never(shape.chart.type)
    outer.append(["f", shape.chart.alt, pen.pt(x), pen.pt(y), pen.pt(w), pen.pt(h + legend), pen.steps])
    pen.steps = outer


def _scale(series: Sequence[Series], *, zero: bool = True) -> tuple[float, float]:
    """From zero, or from below values that differ by less than a sixth, to a round number above the largest."""
    values = [value for one in series for value in one.values if value is not None] or [1.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if not zero and 0 < high * 5 / 6 < min(values) < high:
        low = min(values) - (high - min(values)) / 2
    if low == high:
        high = 1.0
    step = 10.0 ** floor(log10(high - low)) / 2
    return floor(low / step) * step if low else 0.0, ceil(high / step) * step if high else 0.0


def _wrapped(pen: Pen, words: str, size_pt: float, room: float) -> list[str]:
    """A category's name on as many lines as its room asks for."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(pen, longer, size_pt) > room:
            lines[-1] += " "
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _names_below(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> float:
    """Names of the categories along the foot; how high they are."""
    size, count = shape.size_pt, max(1, len(shape.chart.categories))
    room = w / count
    wrapped = [_wrapped(pen, line.plain, size, room * 0.95) for line in shape.chart.categories]
    height = max([len(lines) for lines in wrapped], default=0) * size * LINE_HEIGHT + 0.4 * size
    style = pen.style(ink(pen, shape))
    for index, lines in enumerate(wrapped):
        found: list[list[object] | int] = []
        for words in lines:
            found += [0] * bool(found)
            found.append([style, words])
        pen.words(x + index * room, y + h - height + 0.4 * size, found, "center", room, tag=0)
    return height


def _columns(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    side = _tick_room(pen, shape)
    x, w = x + side, w - side
    foot = _names_below(pen, shape, x, y, w, h)
    head = size * LINE_HEIGHT
    tail = head if shape.figured and _lowest(chart) < 0 else 0.0
    plot = Plot(x, y + head, w, h - foot - head - tail, *_span(shape))
    room = w / max(1, len(chart.categories))
    _ticks(pen, shape, plot)
    thick = room * BAR_SHARE / max(1, len(chart.series))
    for number, series in enumerate(chart.series):
        for index, value in enumerate(series.values):
            if value is None:
                continue
            left = x + index * room + room * (1 - BAR_SHARE) / 2 + number * thick
            top, bottom = sorted((plot.down(value), plot.down(0.0)))
            pen.rect(left, top, thick * 0.96, bottom - top, color(pen, number))
            where = top - size * LINE_HEIGHT if value >= 0 else bottom
            _value(pen, shape, series.labels[index], left + thick / 2, where)
    _axis(pen, [(x, plot.down(0.0)), (x + w, plot.down(0.0))])


def _lowest(chart: Chart) -> float:
    return min([value for one in chart.series for value in one.values if value is not None], default=0.0)


def _span(shape: ChartShape, *, zero: bool = True) -> tuple[float, float]:
    """The scale: of the axis where there is one, else of the figures."""
    if shape.figured:
        return _scale(shape.chart.series, zero=zero)
    return shape.chart.ticks[0][0], shape.chart.ticks[-1][0]


def _tick_room(pen: Pen, shape: ChartShape) -> float:
    """What the figures of a vertical axis take at the left."""
    if shape.figured:
        return 0.0
    return max([width(pen, words, shape.size_pt) for _, words in shape.chart.ticks]) + shape.size_pt * 0.6


def _ticks(pen: Pen, shape: ChartShape, plot: Plot) -> None:
    """The figures and the lines of a vertical axis, where the bars or points have none of their own."""
    size = shape.size_pt
    for value, words in () if shape.figured else shape.chart.ticks:
        height = plot.down(value)
        pen.path([(plot.x, height), (plot.x + plot.w, height)], None, (pen.desk.theme.palette.hairline, 0.5))
        left = plot.x - 100 - size * 0.5
        pen.label(left, height - size * LINE_HEIGHT / 2, words, ink(pen, shape), "right", 100)


def _value(pen: Pen, shape: ChartShape, words: str, center: float, top: float) -> None:
    if not shape.figured:
        return
    pen.label(center - 100, top, words, ink(pen, shape, bold=True), "center", 200)


def _axis(pen: Pen, points: list[tuple[float, float]]) -> None:
    pen.path(points, None, (pen.desk.theme.palette.muted, 0.75))


def _bars(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    names = [_wrapped(pen, line.plain, size, w * 0.32) for line in chart.categories]
    side = max([width(pen, words, size) for lines in names for words in lines], default=0.0) + size * 0.6
    labels = [label for series in chart.series for label in series.labels]
    tail = max([width(pen, label, size, bold=True) for label in labels], default=0.0) + size * 0.5
    low, high = _span(shape)
    head = tail if low < 0 and shape.figured else 0.0
    h -= 0.0 if shape.figured else size * LINE_HEIGHT * 1.3
    plot = Plot(x + side + head, y, w - side - tail - head, h, low, high)
    _ticks_along(pen, shape, plot)
    room = h / max(1, len(chart.categories))
    thick = room * BAR_SHARE / max(1, len(chart.series))
    for index, lines in enumerate(names):
        top = y + index * room + (room - len(lines) * size * LINE_HEIGHT) / 2
        for number, words in enumerate(lines):
            pen.label(x, top + number * size * LINE_HEIGHT, words, ink(pen, shape), "right", side - size * 0.6)
    for number, series in enumerate(chart.series):
        for index, value in enumerate(series.values):
            if value is None:
                continue
            top = y + index * room + room * (1 - BAR_SHARE) / 2 + number * thick
            left, right = sorted((plot.along(value), plot.along(0.0)))
            pen.rect(left, top, right - left, thick * 0.96, color(pen, number))
            middle = top + (thick - size * LINE_HEIGHT) / 2
            if not shape.figured:
                continue
            if value >= 0:
                pen.label(right + size * 0.35, middle, series.labels[index], ink(pen, shape, bold=True))
            else:
                pen.label(left - tail, middle, series.labels[index], ink(pen, shape, bold=True), "right", tail - 4)
    _axis(pen, [(plot.along(0.0), y), (plot.along(0.0), y + h)])


def _ticks_along(pen: Pen, shape: ChartShape, plot: Plot) -> None:
    """The figures and the lines of a horizontal axis."""
    for value, words in () if shape.figured else shape.chart.ticks:
        across = plot.along(value)
        pen.path([(across, plot.y), (across, plot.y + plot.h)], None, (pen.desk.theme.palette.hairline, 0.5))
        pen.label(across - 100, plot.y + plot.h + shape.size_pt * 0.2, words, ink(pen, shape), "center", 200)


def _lines(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    side = _tick_room(pen, shape)
    x, w = x + side, w - side
    foot = _names_below(pen, shape, x, y, w, h)
    head = size * LINE_HEIGHT * 1.4
    tail = head if shape.below and _lowest(chart) < 0 else 0.0
    plot = Plot(x, y + head, w, h - foot - head - tail, *_span(shape, zero=chart.type == "area"))
    room = w / max(1, len(chart.categories))
    _ticks(pen, shape, plot)
    for quarter in range(1, 5) if shape.figured else ():
        line = plot.y + plot.h * (4 - quarter) / 4
        pen.path([(x, line), (x + w, line)], None, (pen.desk.theme.palette.hairline, 0.5))
    for number, series in enumerate(chart.series):
        for stretch in _stretches(series):
            points = [(x + (index + 0.5) * room, plot.down(value)) for index, value in stretch]
            _stroke(pen, chart, plot, points, color(pen, number))
            for (index, _), (across, top) in zip(stretch, points, strict=True):
                dot = MARKER_PT
                pen.ellipse(across - dot / 2, top - dot / 2, dot, dot, color(pen, number))
                where = top + size * 0.4 if (number, index) in shape.below else top - size * (LINE_HEIGHT + 0.4)
                _value(pen, shape, series.labels[index], across, where)
    _axis(pen, [(x, plot.down(max(0.0, plot.low))), (x + w, plot.down(max(0.0, plot.low)))])


def _stroke(pen: Pen, chart: Chart, plot: Plot, points: list[tuple[float, float]], tone: str) -> None:
    if len(points) < 2:
        return
    if chart.type == "area":
        base = plot.down(0.0)
        pen.path([(points[0][0], base), *points, (points[-1][0], base)], tone + TINT, None)
    pen.path(points, None, (tone, 2.75))


def _stretches(series: Series) -> list[list[tuple[int, float]]]:
    """Figures between gaps, each with its category's index."""
    found: list[list[tuple[int, float]]] = [[]]
    for index, value in enumerate(series.values):
        if value is None:
            found.append([])
        else:
            found[-1].append((index, value))
    return [stretch for stretch in found if stretch]
