"""Pies and doughnuts: slices clockwise from the top, each with its figure."""

from __future__ import annotations

from math import ceil, cos, pi, sin

from slidekit.scene.boxes import ChartShape
from slidekit.scene.contrast import ratio
from slidekit.writers.typst.key import LINE_HEIGHT, color, ink, key_beside, width
from slidekit.writers.typst.pen import Pen

ARC_STEP = pi / 90
"""Slices are polygons with a corner every two degrees."""

HOLE = 0.58
"""The inner radius of a doughnut, as a share of the outer."""

THIN = 0.07
"""The share below which the names of neighbouring slices would lie on each other."""


def draw(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> None:
    """The first series as slices; names stand at the slices of a pie, or else in a key."""
    chart, size = shape.chart, shape.size_pt
    values = [abs(value or 0.0) for value in chart.series[0].values] if chart.series else []
    total = sum(values) or 1.0
    doughnut = chart.type == "doughnut"
    named = not doughnut and all(value >= THIN * total for value in values)
    if not named:
        w -= key_beside(pen, shape, x, y, w, h)
    radius = min(h / 2 - (0 if doughnut else size * 2.9 if named else size * 1.7), w / 2)
    center = x + w / 2, y + h / 2
    start = 0.0
    for index, value in enumerate(values):
        end = start + 2 * pi * value / total
        if value:
            _slice(pen, center, (radius, radius * HOLE if doughnut else 0.0), (start, end), index)
            label = chart.series[0].labels[index]
            lines = [chart.categories[index].plain, label] if named else [label]
            _label(pen, shape, center, radius, (start + end) / 2, lines, index)
        start = end


def _slice(
    pen: Pen, center: tuple[float, float], radii: tuple[float, float], angles: tuple[float, float], index: int
) -> None:
    outer, inner = radii
    points = _arc(center, outer, *angles)
    points += _arc(center, inner, angles[1], angles[0]) if inner else [center]
    pen.path(points, color(pen, index), (pen.desk.theme.palette.paper, 1.5))


def _label(
    pen: Pen,
    shape: ChartShape,
    center: tuple[float, float],
    radius: float,
    middle: float,
    lines: list[str],
    index: int,
) -> None:
    """Outside a slice of a pie, on the ring of a doughnut; the name above the figure."""
    size = shape.size_pt
    pitch = size * LINE_HEIGHT
    wide = max([width(pen, words, size, bold=True) for words in lines])
    if shape.chart.type == "doughnut":
        tone: str | None = _on(pen, color(pen, index))
        far = radius * (1 + HOLE) / 2
        across, down = center[0] + far * sin(middle), center[1] - far * cos(middle)
    else:
        tone = None
        across = center[0] + (radius + size * 0.4 + wide / 2) * sin(middle)
        down = center[1] - (radius + size * 0.2 + pitch * len(lines) / 2) * cos(middle)
    top = down - pitch * len(lines) / 2
    for number, words in enumerate(lines):
        look = ink(pen, shape, bold=True, color=tone)
        pen.label(across - 100, top + number * pitch, words, look, "center", 200)


def _on(pen: Pen, ground: str) -> str:
    """Paper or ink, whichever stands out more on a slice."""
    palette = pen.desk.theme.palette
    return max((palette.paper, palette.ink), key=lambda words: ratio(words, ground))


def _arc(center: tuple[float, float], radius: float, start: float, end: float) -> list[tuple[float, float]]:
    steps = max(1, ceil(abs(end - start) / ARC_STEP))
    angles = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(center[0] + radius * sin(angle), center[1] - radius * cos(angle)) for angle in angles]
