"""What all kinds of charts share: type, colours, and the key that names the colours."""

from __future__ import annotations

from slidekit.scene.boxes import ChartShape
from slidekit.scene.metrics import face
from slidekit.writers.typst.pen import Look, Pen

LINE_HEIGHT = 1.22


def ink(pen: Pen, shape: ChartShape, *, bold: bool = False, color: str | None = None) -> Look:
    """The type of a chart's words."""
    return Look("body", shape.size_pt, color or pen.desk.theme.palette.ink, LINE_HEIGHT, bold)


def color(pen: Pen, index: int) -> str:
    """The colour of a series or of a slice."""
    colors = pen.desk.theme.palette.chart
    return colors[index % len(colors)]


def width(pen: Pen, words: str, size_pt: float, *, bold: bool = False) -> float:
    """How wide words are, in points."""
    return face(pen.desk.theme.fonts.body, bold).advance(words) * size_pt


def key_below(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> float:
    """Names of several series beside their colours, under the chart; how high they are."""
    size = shape.size_pt
    if shape.chart.type in ("pie", "doughnut") or len(shape.chart.series) < 2:
        return 0.0
    rows: list[list[tuple[int, str, float]]] = [[]]
    for index, series in enumerate(shape.chart.series):
        room = width(pen, series.name.plain, size) + 2.2 * size
        if rows[-1] and sum([one[2] for one in rows[-1]]) + room > w:
            rows.append([])
        rows[-1].append((index, series.name.plain, room))
    pitch = size * LINE_HEIGHT * 1.15
    height = pitch * len(rows) + 0.4 * size
    for number, row in enumerate(rows):
        left = x + (w - sum([one[2] for one in row])) / 2
        top = y + h - height + 0.4 * size + number * pitch
        for index, name, room in row:
            entry(pen, shape, left, top, index, name)
            left += room
    return height


def key_beside(pen: Pen, shape: ChartShape, x: float, y: float, w: float, h: float) -> float:
    """Names of the slices beside their colours, at the right of the chart; how wide they are."""
    size = shape.size_pt
    names = [line.plain for line in shape.chart.categories]
    room = max([width(pen, name, size) for name in names], default=0.0) + 2.2 * size
    pitch = size * LINE_HEIGHT * 1.3
    top = y + (h - pitch * len(names)) / 2
    for index, name in enumerate(names):
        entry(pen, shape, x + w - room + size, top + index * pitch, index, name)
    return room


def entry(pen: Pen, shape: ChartShape, left: float, top: float, index: int, name: str) -> None:
    """One colour and its name."""
    size = shape.size_pt
    pen.rect(left, top + size * 0.3, size * 0.6, size * 0.6, color(pen, index))
    pen.label(left + size * 0.95, top, name, ink(pen, shape))
