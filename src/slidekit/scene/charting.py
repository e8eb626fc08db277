"""Where a chart's figures go: at their bars and points, above or below them, or on an axis where there are too many."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from slidekit.scene.boxes import Box
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.metrics import Face
from slidekit.show.pages import Chart

BAR_SHARE = 0.625
"""Of the room of one category, what its bars fill."""
LINE_HEIGHT = 1.22
CLOSE = 2.5
"""Lines nearer than this, in sizes of type, share the room for figures: the upper one above, the lower one below."""
MOST_FIGURES = 40
"""More than these are read by nobody in a room."""
VALLEY = 1.2
"""How far a point lies under its neighbours, in sizes of type, before the lines would cross a figure above it."""


class Room(NamedTuple):
    """What a chart has: its box and its type."""

    box: Box
    size_pt: float
    face: Face


def below(chart: Chart, room: Room) -> frozenset[tuple[int, int]]:
    """The points whose value stands under them, by series and category."""
    if chart.type not in ("line", "area"):
        return frozenset()
    heights, size, floor = _heights(chart, room), room.size_pt, _floor(chart, room)
    known = [
        (number, index, own) for number, line in enumerate(heights) for index, own in enumerate(line) if own is not None
    ]
    return frozenset(
        (number, index)
        for number, index, own in known
        if _under(heights, number, index, size) or (own < floor and _valley(heights, number, index, size))
    )


def figured(chart: Chart, room: Room, under: frozenset[tuple[int, int]]) -> bool:
    """Whether every figure can be written at its place without lying on another."""
    if not chart.ticks or not chart.categories:
        return True
    count = len(chart.series)
    width, height = room.box.w * PT_PER_MM, room.box.h * PT_PER_MM
    if chart.type == "bar":
        return height / len(chart.categories) * BAR_SHARE / count >= room.size_pt * 0.9
    widest = max([room.face.advance(label) for one in chart.series for label in one.labels], default=0.0)
    pitch = width / len(chart.categories)
    if chart.type == "column" and count > 1:
        return widest * room.size_pt <= pitch * BAR_SHARE / count * 1.1
    if widest * room.size_pt > pitch or count * len(chart.categories) > MOST_FIGURES:
        return False
    return chart.type == "column" or not _crowded(_heights(chart, room), under, room.size_pt)


def _plot(chart: Chart, room: Room) -> float:
    """How high the plot is, in points, about."""
    legend = 1.8 * room.size_pt if len(chart.series) > 1 else 0.0
    return room.box.h * PT_PER_MM - room.size_pt * (LINE_HEIGHT * 2.4 + 0.4) - legend


def _floor(chart: Chart, room: Room) -> float:
    """How low a point may be for its figure not to lie on the names of the categories below it."""
    low = min([value for value, _ in chart.ticks], default=0.0)
    return _plot(chart, room) - (0.0 if low < 0 else 1.8 * room.size_pt)


def _heights(chart: Chart, room: Room) -> list[list[float | None]]:
    """How far below the top each point is, in points, for each series."""
    ticks = [value for value, _ in chart.ticks] or [0.0, 1.0]
    scale = _plot(chart, room) / (ticks[-1] - ticks[0])
    return [[None if one is None else (ticks[-1] - one) * scale for one in series.values] for series in chart.series]


def _gaps(heights: list[list[float | None]], number: int, index: int) -> list[tuple[float, int]]:
    """How far other lines run above a point (below it: negative), and whose come first."""
    own = heights[number][index] or 0.0
    others = [(line[index], place) for place, line in enumerate(heights) if place != number]
    return [(own - high, number - place) for high, place in others if high is not None]


def _under(heights: list[list[float | None]], number: int, index: int, size: float) -> bool:
    """Whether another line runs just above the point."""
    above = [gap for gap, order in _gaps(heights, number, index) if (gap, order) > (0.0, 0)]
    return bool(above) and min(above) < CLOSE * size


def _valley(heights: list[list[float | None]], number: int, index: int, size: float) -> bool:
    """Whether the line rises away from the point so much that it would cross a figure above it."""
    line = heights[number]
    beside = (*line[max(0, index - 1) : index], *line[index + 1 : index + 2])
    sides = [one for one in beside if one is not None]
    if not sides or any(-2 * CLOSE * size < gap <= 0 for gap, _ in _gaps(heights, number, index)):
        return False
    rise = (line[index] or 0.0) - sum(sides) / len(sides)
    return rise > VALLEY * size * (2 if len(sides) == 1 else 1)


def _crowded(heights: list[list[float | None]], under: Iterable[tuple[int, int]], size: float) -> bool:
    """Whether figures at the same category lie on each other or on another line's point."""
    high = LINE_HEIGHT * size
    below = set(under)
    for index in range(max(map(len, heights), default=0)):
        points = [(line[index], number) for number, line in enumerate(heights)]
        known = [(point, number) for point, number in points if point is not None]
        tops = sorted(point + 0.4 * size if (number, index) in below else point - high for point, number in known)
        if any(later - earlier < 0.8 * high for earlier, later in pairwise(tops)):
            return True
    return False
