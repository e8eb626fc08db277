"""Charts, drawn with rectangles, lines and words as PowerPoint draws the native ones."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, floor, log10, pi, sin
from typing import NamedTuple, assert_never

from slidekit.scene.boxes import ChartShape
from slidekit.scene.metrics import face
from slidekit.show.pages import Chart, Series
from slidekit.writers.typst.pen import PT_PER_MM, Look, Pen

LINE_HEIGHT = 1.22
BAR_SHARE = 0.62
"""Of the room of one category, what its bars fill."""

ARC_STEP = pi / 90
"""Slices are polygons with a corner every two degrees."""

HOLE = 0.58
"""The inner radius of a doughnut, as a share of the outer."""


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
    legend = _legend(pen, shape, x, y, w, h)
    h -= legend
    match shape.chart.type:
        case "column":
            _columns(pen, shape, x, y, w, h)
        case "bar":
            _bars(pen, shape, x, y, w, h)
        case "line" | "area":
            _lines(pen, shape, x, y, w, h)
        case "pie" | "doughnut":
            _slices(pen, shape, x, y, w, h)
        case _:
            assert_never(shape.chart.type)
    if pen.flat:
        outer += pen.steps
    else:
        outer.append(["f", shape.chart.alt, pen.pt(x), pen.pt(y), pen.pt(w), pen.pt(h + legend), pen.steps])
    pen.steps = outer


def _ink(pen: Pen, shape: ChartShape, *, bold: bool = False, color: str | None = None) -> Look:
    return Look("body", shape.size_pt, color or pen.desk.theme.palette.ink, LINE_HEIGHT, bold)


def _color(pen: Pen, index: int) -> str:
    colors = pen.desk.theme.palette.chart
    return colors[index % len(colors)]


def _width(pen: Pen, words: str, size_pt: float, *, bold: bool = False) -> float:
    return face(pen.desk.theme.fonts.body, bold).advance(words) * size_pt


def _legend(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> float:
    """Names beside their colours under the chart, where there is more than one; its height."""
    chart, size = shape.chart, shape.size_pt
    if chart.type in ("pie", "doughnut"):
        names = [line.plain for line in chart.categories]
    elif len(chart.series) > 1:
        names = [series.name.plain for series in chart.series]
    else:
        return 0.0
    rows: list[list[tuple[int, str, float]]] = [[]]
    for index, name in enumerate(names):
        room = _width(pen, name, size) + 2.2 * size
        if rows[-1] and sum([one[2] for one in rows[-1]]) + room > w:
            rows.append([])
        rows[-1].append((index, name, room))
    pitch = size * LINE_HEIGHT * 1.15
    height = pitch * len(rows) + 0.4 * size
    for number, row in enumerate(rows):
        left = x + (w - sum([one[2] for one in row])) / 2
        top = y + h - height + 0.4 * size + number * pitch
        for index, name, room in row:
            pen.rect(left, top + size * 0.3, size * 0.6, size * 0.6, _color(pen, index))
            pen.label(left + size * 0.95, top, name, _ink(pen, shape))
            left += room
    return height


def _scale(series: Sequence[Series]) -> tuple[float, float]:
    """From zero to a round number above the largest value, and below the least where that is negative."""
    values = [value for one in series for value in one.values if value is not None] or [1.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        high = 1.0
    step = 10.0 ** floor(log10(high - low)) / 2
    return floor(low / step) * step if low else 0.0, ceil(high / step) * step if high else 0.0


def _wrapped(pen: Pen, words: str, size_pt: float, room: float) -> list[str]:
    """A category's name on as many lines as its room asks for."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and _width(pen, longer, size_pt) > room:
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
    style = pen.style(_ink(pen, shape))
    for index, lines in enumerate(wrapped):
        found: list[list[object] | int] = []
        for words in lines:
            found += [0] * bool(found)
            found.append([style, words])
        pen.words(x + index * room, y + h - height + 0.4 * size, found, "center", room, tag=0)
    return height


def _columns(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    foot = _names_below(pen, shape, x, y, w, h)
    head = size * LINE_HEIGHT
    plot = Plot(x, y + head, w, h - foot - head, *_scale(chart.series))
    room = w / max(1, len(chart.categories))
    thick = room * BAR_SHARE / max(1, len(chart.series))
    for number, series in enumerate(chart.series):
        for index, value in enumerate(series.values):
            if value is None:
                continue
            left = x + index * room + room * (1 - BAR_SHARE) / 2 + number * thick
            top, bottom = sorted((plot.down(value), plot.down(0.0)))
            pen.rect(left, top, thick * 0.96, bottom - top, _color(pen, number))
            where = top - size * LINE_HEIGHT if value >= 0 else bottom
            _value(pen, shape, series.labels[index], left + thick / 2, where)
    _axis(pen, [(x, plot.down(0.0)), (x + w, plot.down(0.0))])


def _value(pen: Pen, shape: ChartShape, words: str, center: float, top: float) -> None:
    pen.label(center - 100, top, words, _ink(pen, shape, bold=True), "center", 200)


def _axis(pen: Pen, points: list[tuple[float, float]]) -> None:
    pen.path(points, None, (pen.desk.theme.palette.muted, 0.75))


def _bars(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    names = [_wrapped(pen, line.plain, size, w * 0.32) for line in chart.categories]
    side = max([_width(pen, words, size) for lines in names for words in lines], default=0.0) + size * 0.6
    labels = [label for series in chart.series for label in series.labels]
    tail = max([_width(pen, label, size, bold=True) for label in labels], default=0.0) + size * 0.5
    low, high = _scale(chart.series)
    head = tail if low < 0 else 0.0
    plot = Plot(x + side + head, y, w - side - tail - head, h, low, high)
    room = h / max(1, len(chart.categories))
    thick = room * BAR_SHARE / max(1, len(chart.series))
    for index, lines in enumerate(names):
        top = y + index * room + (room - len(lines) * size * LINE_HEIGHT) / 2
        for number, words in enumerate(lines):
            pen.label(x, top + number * size * LINE_HEIGHT, words, _ink(pen, shape), "right", side - size * 0.6)
    for number, series in enumerate(chart.series):
        for index, value in enumerate(series.values):
            if value is None:
                continue
            top = y + index * room + room * (1 - BAR_SHARE) / 2 + number * thick
            left, right = sorted((plot.along(value), plot.along(0.0)))
            pen.rect(left, top, right - left, thick * 0.96, _color(pen, number))
            middle = top + (thick - size * LINE_HEIGHT) / 2
            if value >= 0:
                pen.label(right + size * 0.35, middle, series.labels[index], _ink(pen, shape, bold=True))
            else:
                pen.label(left - tail, middle, series.labels[index], _ink(pen, shape, bold=True), "right", tail - 4)
    _axis(pen, [(plot.along(0.0), y), (plot.along(0.0), y + h)])


def _lines(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    chart, size = shape.chart, shape.size_pt
    foot = _names_below(pen, shape, x, y, w, h)
    head = size * LINE_HEIGHT * 1.4
    plot = Plot(x, y + head, w, h - foot - head, *_scale(chart.series))
    room = w / max(1, len(chart.categories))
    for quarter in range(1, 5):
        line = plot.y + plot.h * (4 - quarter) / 4
        pen.path([(x, line), (x + w, line)], None, (pen.desk.theme.palette.hairline, 0.5))
    for number, series in enumerate(chart.series):
        for stretch in _stretches(series):
            points = [(x + (index + 0.5) * room, plot.down(value)) for index, value in stretch]
            _stroke(pen, chart, plot, points, _color(pen, number))
            for (index, _), (across, top) in zip(stretch, points, strict=True):
                dot = size * 0.5
                pen.ellipse(across - dot / 2, top - dot / 2, dot, dot, _color(pen, number))
                under = _under(chart, number, index)
                where = top + size * 0.4 if under else top - size * (LINE_HEIGHT + 0.4)
                _value(pen, shape, series.labels[index], across, where)
    _axis(pen, [(x, plot.down(0.0)), (x + w, plot.down(0.0))])


def _under(chart: Chart, number: int, index: int) -> bool:
    """Whether a value stands below its point, since another series is above it there."""
    own = chart.series[number].values[index] or 0.0
    others = [(one.values[index] or 0.0, -place) for place, one in enumerate(chart.series)]
    return (own, -number) < max(others)


def _stroke(pen: Pen, chart: Chart, plot: Plot, points: list[tuple[float, float]], color: str) -> None:
    if len(points) < 2:
        return
    if chart.type == "area":
        base = plot.down(0.0)
        pen.path([(points[0][0], base), *points, (points[-1][0], base)], color + "40", None)
    pen.path(points, None, (color, 2.5))


def _stretches(series: Series) -> list[list[tuple[int, float]]]:
    """Figures between gaps, each with its category's index."""
    found: list[list[tuple[int, float]]] = [[]]
    for index, value in enumerate(series.values):
        if value is None:
            found.append([])
        else:
            found[-1].append((index, value))
    return [stretch for stretch in found if stretch]


def _slices(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    """Slices of the first series, clockwise from the top, each value outside its slice."""
    chart, size = shape.chart, shape.size_pt
    values = [max(0.0, value or 0.0) for value in chart.series[0].values]
    total = sum(values) or 1.0
    radius = min(h / 2 - size * 1.7, w / 2 - size * 4)
    across, down = x + w / 2, y + h / 2
    inner = radius * HOLE if chart.type == "doughnut" else 0.0
    paper = pen.desk.theme.palette.paper
    start = 0.0
    for index, value in enumerate(values):
        end = start + 2 * pi * value / total
        if value:
            points = _arc(across, down, radius, start, end)
            points += _arc(across, down, inner, end, start) if inner else [(across, down)]
            pen.path(points, _color(pen, index), (paper, 1.5))
            middle = (start + end) / 2
            far = radius + size * 0.95
            label = chart.series[0].labels[index]
            beside = _width(pen, label, size, bold=True) / 2 - size * 0.3
            center, top = across + (far + beside) * sin(middle), down - far * cos(middle)
            _value(pen, shape, label, center, top - size * LINE_HEIGHT / 2)
        start = end


def _arc(x: float, y: float, radius: float, start: float, end: float) -> list[tuple[float, float]]:
    steps = max(1, ceil(abs(end - start) / ARC_STEP))
    angles = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(x + radius * sin(angle), y - radius * cos(angle)) for angle in angles]
