"""Pies and doughnuts: slices clockwise from the top, each with its name and its share beside it."""

from __future__ import annotations

from math import ceil, cos, hypot, pi, sin, sqrt

from msgspec import Struct

from slidekit.scene.charts.drawing import HOLE, Area, Drawing, Frame, Look, Point, Scale, Spot, Stroke
from slidekit.scene.charts.sheet import Sheet

ARC_STEP = pi / 90
"""Slices are polygons with a corner every two degrees."""
NAMES_SHARE = 0.3
"""Of the width of the chart, what the words of one side may take."""
AWAY_EM, LEADER_EM = 0.5, 2.0
"""Between the circle and its words; and how far off they are led to by a line."""
LEAST_RADIUS = 0.26
"""Of the height: smaller circles say nothing."""


class Tag(Struct, gc=False):
    """The words of one slice."""

    index: int
    angle: float
    """Of the middle of the slice, clockwise from the top."""
    lines: list[str]
    wide: float
    high: float
    y: float = 0.0
    """The middle of the words, from the middle of the circle."""
    x: float = 0.0

    @property
    def right(self) -> bool:
        """Whether they stand at the right of the circle."""
        return sin(self.angle) >= -1e-9


def draw(sheet: Sheet, looks: tuple[Look, ...]) -> Drawing:
    """The chart, laid out."""
    chart = sheet.chart
    values = [max(0.0, value or 0.0) for value in chart.series[0].values] if chart.series else []
    tags = _tags(sheet, values)
    wide = max([tag.wide for tag in tags], default=0.0)
    away = AWAY_EM * sheet.size
    radius = min(sheet.height / 2 - 0.15 * sheet.size, sheet.width / 2 - wide - away)
    radius = min(radius, sheet.height / 2 - _over(tags, sheet) - 0.15 * sheet.size)
    sheet.need(LEAST_RADIUS * sheet.height - radius)
    radius = max(radius, 1.0)
    center = sheet.width / 2, sheet.height / 2
    for side in (True, False):
        _spread(sheet, [tag for tag in tags if tag.right == side], radius + away)
    total, start = sum(values) or 1.0, 0.0
    for index, value in enumerate(values):
        end = start + 2 * pi * value / total
        if value:
            _slice(sheet, center, radius, (start, end), looks[index])
        start = end
    broken = {tag.index: "\n".join(tag.lines[:-1]) for tag in tags}
    spots = {tag.index: _put(sheet, tag, center, radius) for tag in tags}
    return Drawing(
        "doughnut" if chart.type == "doughnut" else "pie", sheet.width, sheet.height, sheet.size,
        Frame(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius), Scale(0.0, 1.0, ()), looks,
        tuple(sheet.marks), spots=tuple([spots.get(index, Spot(0.0, 0.0)) for index in range(len(values))]),
        figured=True,
        leaders=any(_led(sheet, tag, radius) for tag in tags),
        broken=tuple([broken.get(index, name.plain) for index, name in enumerate(chart.categories)]),
    )  # fmt: skip


def _tags(sheet: Sheet, values: list[float]) -> list[Tag]:
    """The words of each slice that is there: its name, and below it its share."""
    chart, start, found = sheet.chart, 0.0, []
    total = sum(values) or 1.0
    for index, value in enumerate(values):
        if value:
            lines = sheet.named(chart.categories[index], sheet.width * NAMES_SHARE, bold=True)
            lines = [line for line in lines if line] + [
                chart.shares[index] if chart.shares else chart.series[0].labels[index]
            ]
            wide = max([sheet.wide(words, bold=True) for words in lines])
            found.append(Tag(index, 2 * pi * (start + value / 2) / total, lines, wide, len(lines) * sheet.pitch))
        start += value
    return found


def _over(tags: list[Tag], sheet: Sheet) -> float:
    """What words right above or below the circle take of its height."""
    near = [tag.high for tag in tags if abs(sin(tag.angle)) < 0.25]
    return max([high * 0.5 for high in near], default=0.0)


def _spread(sheet: Sheet, tags: list[Tag], far: float) -> None:
    """Puts the words of one side beside their slices, then apart, so that none lies on another or on the circle."""
    tags.sort(key=lambda tag: -cos(tag.angle))
    half = sheet.height / 2
    sheet.need(sum([tag.high for tag in tags]) - sheet.height)
    bottom = -half
    for tag in tags:
        tag.y = max(-far * cos(tag.angle), bottom + tag.high / 2)
        bottom = tag.y + tag.high / 2
    top = half
    for tag in reversed(tags):
        tag.y = max(min(tag.y, top - tag.high / 2), tag.high / 2 - half)
        top = tag.y - tag.high / 2
    for tag in tags:
        near = max(0.0, abs(tag.y) - tag.high / 2)
        edge = sqrt(max(0.0, far * far - near * near))
        tag.x = (edge + tag.wide / 2) * (1 if tag.right else -1)


def _put(sheet: Sheet, tag: Tag, center: Point, radius: float) -> Spot:
    """Writes the words of a slice, with a line to them where they are far; gives back how far they are from it."""
    if _led(sheet, tag, radius):
        rim = center[0] + radius * sin(tag.angle), center[1] - radius * cos(tag.angle)
        end = center[0] + tag.x - (tag.wide / 2 + 2) * (1 if tag.right else -1), center[1] + tag.y
        sheet.add(Stroke((rim, end), sheet.palette.muted, 0.75))
    high = sheet.pitch + (len(tag.lines) - 1) * sheet.leading
    for number, words in enumerate(tag.lines):
        top = center[1] + tag.y - high / 2 + number * sheet.leading
        sheet.words(center[0] + tag.x, top, words, "center", bold=True)
    middle = radius * (1 + HOLE) / 2 if sheet.chart.type == "doughnut" else radius / 2
    return Spot(tag.x - middle * sin(tag.angle), tag.y + middle * cos(tag.angle))


def _led(sheet: Sheet, tag: Tag, radius: float) -> bool:
    """Whether words stand so far from their slice that a line must lead to them."""
    rim = radius * sin(tag.angle), -radius * cos(tag.angle)
    across = max(0.0, abs(tag.x - rim[0]) - tag.wide / 2)
    down = max(0.0, abs(tag.y - rim[1]) - tag.high / 2)
    return hypot(across, down) > LEADER_EM * sheet.size


def _slice(sheet: Sheet, center: Point, radius: float, angles: tuple[float, float], look: Look) -> None:
    points = _arc(center, radius, *angles)
    inner = radius * HOLE if sheet.chart.type == "doughnut" else 0.0
    points += _arc(center, inner, angles[1], angles[0]) if inner else [center]
    sheet.add(Area(tuple(points), look, edge=sheet.palette.paper))


def _arc(center: Point, radius: float, start: float, end: float) -> list[Point]:
    steps = max(1, ceil(abs(end - start) / ARC_STEP))
    angles = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(center[0] + radius * sin(angle), center[1] - radius * cos(angle)) for angle in angles]
