"""Charts as SVG, in the theme's colours, every value written beside its mark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from math import cos, pi, sin
from typing import NamedTuple, assert_never

from slidekit.scene.boxes import ChartShape
from slidekit.scene.theme import Theme
from slidekit.show.pages import Chart

_PT_PER_MM = 72 / 25.4


class _Frame(NamedTuple):
    """Where a chart is drawn, in points, and in what."""

    shape: ChartShape
    chart: Chart
    width: float
    height: float
    size: float
    colors: tuple[str, ...]
    ink: str
    line: str
    paper: str

    def color(self, index: int) -> str:
        return f"#{self.colors[index % len(self.colors)]}"


def draw(shape: ChartShape, theme: Theme) -> str:
    """An SVG as large as the shape's box."""
    palette = theme.palette
    width, height = shape.box.w * _PT_PER_MM, shape.box.h * _PT_PER_MM
    frame = _Frame(
        shape, shape.chart, width, height, shape.size_pt, palette.chart, f"#{palette.ink}", f"#{palette.hairline}",
        f"#{palette.paper}",
    )  # fmt: skip
    family = f"{theme.fonts.body}, Carlito, Liberation Sans, sans-serif"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.1f} {height:.1f}' "
        f"font-family='{family}' font-size='{shape.size_pt:g}' fill='{frame.ink}'>{''.join(_body(frame))}</svg>"
    )


def _body(frame: _Frame) -> Iterator[str]:
    match frame.chart.type:
        case "bar":
            yield from _bars(frame)
        case "column":
            yield from _plot(frame, columns=True)
        case "line" | "area":
            yield from _plot(frame, columns=False)
        case "pie" | "doughnut":
            yield from _pie(frame)
        case _:
            assert_never(frame.chart.type)


def _text(words: str, x: float, y: float, anchor: str = "middle", extra: str = "") -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}'{extra}>{escape(words, quote=True)}</text>"


def _rect(x: float, y: float, w: float, h: float, color: str) -> str:
    return f"<rect x='{x:.1f}' y='{y:.1f}' width='{w:.1f}' height='{h:.1f}' fill='{color}'/>"


def _range(frame: _Frame) -> tuple[float, float]:
    """The least and the greatest value, nought always in it; those of the axis where there is one."""
    chart = frame.chart
    if not frame.shape.figured:
        return chart.ticks[0][0], chart.ticks[-1][0]
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    return (low, high) if high > low else (low, low + 1.0)


def _label(chart: Chart, series: int, index: int) -> str:
    return chart.series[series].labels[index]


def _value(frame: _Frame, words: str, x: float, y: float, anchor: str = "middle") -> str:
    """The figure at a bar or a point, unless an axis has the figures."""
    return _text(words, x, y, anchor, " font-weight='700'") if frame.shape.figured else ""


def _legend(frame: _Frame, names: list[str]) -> Iterator[str]:
    """Names with their colours, in a row at the foot; nothing for a single series."""
    if len(names) < 2:
        return
    size = frame.size
    widths = [size * (1.6 + 0.55 * len(name)) for name in names]
    x = (frame.width - sum(widths)) / 2
    for index, (name, width) in enumerate(zip(names, widths, strict=True)):
        yield _rect(x, frame.height - size * 0.95, size * 0.7, size * 0.7, frame.color(index))
        yield _text(name, x + size, frame.height - size * 0.3, "start")
        x += width


def _foot(frame: _Frame) -> float:
    """The room that the legend takes."""
    return frame.size * 2 if len(frame.chart.series) > 1 else 0.0


def _bars(frame: _Frame) -> Iterator[str]:
    chart, size = frame.chart, frame.size
    left = min(0.4 * frame.width, size * (1 + 0.52 * max([len(one.plain) for one in chart.categories], default=0)))
    right = frame.width - size * (
        1 + 0.6 * max([len(label) for one in chart.series for label in one.labels], default=0)
    )
    low, high = _range(frame)
    if low < 0 and frame.shape.figured:
        left, names = left + frame.width - right, left
    else:
        names = left
    scale = (right - left) / (high - low)
    zero = left - low * scale
    bottom = frame.height - _foot(frame) - (0 if frame.shape.figured else size * 1.6)
    step = bottom / max(1, len(chart.categories))
    for tick, words in () if frame.shape.figured else chart.ticks:
        yield _rect(zero + tick * scale, 0, 0.75, bottom, frame.line)
        yield _text(words, zero + tick * scale, bottom + size * 1.2)
    thick = step * 0.62 / max(1, len(chart.series))
    for index, category in enumerate(chart.categories):
        top = index * step + step * 0.19
        yield _text(category.plain, names - size * 0.6, index * step + step / 2 + size * 0.35, "end")
        for number, series in enumerate(chart.series):
            value = series.values[index]
            if value is None:
                continue
            y = top + number * thick
            yield _rect(zero + min(0.0, value) * scale, y, abs(value) * scale, thick * 0.94, frame.color(number))
            x = zero + value * scale + size * (0.4 if value >= 0 else -0.4)
            side = "start" if value >= 0 else "end"
            yield _value(frame, _label(chart, number, index), x, y + thick * 0.47 + size * 0.35, side)
    yield _rect(zero - 0.5, 0, 1, bottom, frame.ink)
    yield from _legend(frame, [series.name.plain for series in chart.series])


def _plot(frame: _Frame, *, columns: bool) -> Iterator[str]:
    """Columns, lines and areas: categories along the foot, values upwards."""
    chart, size = frame.chart, frame.size
    low, high = _range(frame)
    top, foot = size * 1.8, frame.height - _foot(frame) - size * 1.9
    bottom = foot - (size * 1.5 if low < 0 and frame.shape.figured else 0)
    scale = (bottom - top) / (high - low)
    zero = bottom + low * scale
    left = 0.0 if frame.shape.figured else size * (1 + 0.55 * max([len(words) for _, words in chart.ticks]))
    step = (frame.width - left) / max(1, len(chart.categories))
    yield from _grid(frame, left, (top, bottom, zero, scale))
    for index, category in enumerate(chart.categories):
        yield _text(category.plain, left + (index + 0.5) * step, foot + size * 1.5)
    for number, series in enumerate(chart.series):
        if columns:
            yield from _columns(frame, number, (left, step, zero, scale))
        else:
            places = [
                None if value is None else (left + (index + 0.5) * step, zero - value * scale, index)
                for index, value in enumerate(series.values)
            ]
            for known, points in groupby(places, key=lambda place: place is not None):
                if known:
                    yield from _curve(frame, number, [place for place in points if place], zero)
    yield _rect(left, zero - 0.5, frame.width - left, 1, frame.ink)
    yield from _legend(frame, [series.name.plain for series in chart.series])


def _grid(frame: _Frame, left: float, axis: tuple[float, float, float, float]) -> Iterator[str]:
    """Thin lines behind the values: at the figures of the axis, or at quarters."""
    top, bottom, zero, scale = axis
    heights = [bottom - (bottom - top) * index / 4 for index in range(1, 5)]
    if not frame.shape.figured:
        heights = [zero - tick * scale for tick, _ in frame.chart.ticks]
        for height, (_, words) in zip(heights, frame.chart.ticks, strict=True):
            yield _text(words, left - frame.size * 0.5, height + frame.size * 0.35, "end")
    for height in heights:
        yield _rect(left, height, frame.width - left, 0.75, frame.line)


def _columns(frame: _Frame, number: int, axes: tuple[float, float, float, float]) -> Iterator[str]:
    left, step, zero, scale = axes
    wide = step * 0.62 / len(frame.chart.series)
    for index, value in enumerate(frame.chart.series[number].values):
        if value is None:
            continue
        x = left + index * step + step * 0.19 + number * wide
        y = zero - max(0.0, value) * scale
        yield _rect(x, y, wide * 0.94, abs(value) * scale, frame.color(number))
        label = _label(frame.chart, number, index)
        below = y + abs(value) * scale + frame.size * 1.1
        yield _value(frame, label, x + wide * 0.47, below if value < 0 else y - frame.size * 0.4)


def _curve(frame: _Frame, number: int, points: list[tuple[float, float, int]], zero: float) -> Iterator[str]:
    color = frame.color(number)
    path = " L".join([f"{x:.1f} {y:.1f}" for x, y, _ in points])
    if frame.chart.type == "area":
        foot = f"L{points[-1][0]:.1f} {zero:.1f} L{points[0][0]:.1f} {zero:.1f} Z"
        yield f"<path d='M{path} {foot}' fill='{color}' fill-opacity='0.2'/>"
    yield f"<path d='M{path}' fill='none' stroke='{color}' stroke-width='2.5' stroke-linejoin='round'/>"
    for x, y, index in points:
        yield f"<circle cx='{x:.1f}' cy='{y:.1f}' r='4' fill='{color}'/>"
        label = _label(frame.chart, number, index)
        under = (number, index) in frame.shape.below
        yield _value(frame, label, x, y + frame.size * 1.35 if under else y - frame.size * 0.7)


def _pie(frame: _Frame) -> Iterator[str]:
    """Slices of the first series, from twelve o'clock on; names and values beside them."""
    chart, size = frame.chart, frame.size
    values = [max(0.0, value or 0.0) for value in chart.series[0].values] if chart.series else []
    total = sum(values) or 1.0
    cx, cy, radius, x, top = _round(frame, len(values))
    turn = -pi / 2
    for index, value in enumerate(values):
        end = turn + 2 * pi * min(value / total, 0.99999)
        large = int(end - turn > pi)
        yield (
            f"<path d='M{cx:.1f} {cy:.1f} L{cx + radius * cos(turn):.2f} {cy + radius * sin(turn):.2f} "
            f"A{radius:.1f} {radius:.1f} 0 {large} 1 {cx + radius * cos(end):.2f} {cy + radius * sin(end):.2f} Z' "
            f"fill='{frame.color(index)}' stroke='{frame.paper}' stroke-width='2'/>"
        )
        turn = end
    if chart.type == "doughnut":
        yield f"<circle cx='{cx:.1f}' cy='{cy:.1f}' r='{radius * 0.55:.1f}' fill='{frame.paper}'/>"
    for index, category in enumerate(chart.categories):
        y = top + index * size * 1.9
        yield _rect(x, y - size * 0.35, size * 0.8, size * 0.8, frame.color(index))
        words = f"{category.plain}\u2002{_label(chart, 0, index)}"
        yield _text(words, x + size * 1.3, y + size * 0.35, "start")


def _round(frame: _Frame, count: int) -> tuple[float, float, float, float, float]:
    """The circle's middle and radius, and where its legend begins: beside it, or below in a narrow box."""
    size, rows = frame.size, count * frame.size * 1.9
    if frame.width < 1.5 * frame.height:
        radius = max(size, min(frame.width / 2 - 8, (frame.height - rows) / 2 - 8))
        return frame.width / 2, radius + 4, radius, frame.width * 0.2, 2 * radius + size * 2
    radius = min(frame.height / 2 - 4, frame.width * 0.3 - 4)
    cx, cy = frame.width * 0.3, frame.height / 2
    return cx, cy, radius, cx + radius + size * 2, cy - rows / 2 + size * 0.95
