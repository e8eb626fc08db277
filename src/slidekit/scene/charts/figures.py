"""Where the figures of lines go: above or below their points, or on an axis where there are too many."""

from __future__ import annotations

from itertools import pairwise

from slidekit.scene.charts.drawing import LINE_HEIGHT, Frame, Scale
from slidekit.show.pages import Chart

CLOSE = 2.5
"""Lines nearer than this, in sizes of type, share the room for figures: the upper one above, the lower one below."""
MOST_FIGURES, MOST_OF_MANY = 40, 18
"""More than these are read by nobody in a room; the second where three lines or more cross each other."""
VALLEY = 1.2
"""How far a point lies under its neighbours, in sizes of type, before the lines would cross a figure above it."""
FOOT = 1.8
"""How near the foot, in sizes of type, a figure below a point would lie on the names of the categories."""

Heights = list[list[float | None]]


def heights(chart: Chart, plot: Frame, scale: Scale) -> Heights:
    """How far below the top of the plot each point is, in points, for each series."""
    return [
        [None if value is None else plot.h * (1 - scale.share(value)) for value in one.values] for one in chart.series
    ]


def below(down: Heights, plot: Frame, scale: Scale, size: float) -> frozenset[tuple[int, int]]:
    """The points whose value stands under them, by series and category."""
    floor = plot.h - (0.0 if scale.low < 0 else FOOT * size)
    return frozenset(
        (number, index)
        for number, line in enumerate(down)
        for index, own in enumerate(line)
        if own is not None
        and (_under(down, number, index, size) or (own < floor and _valley(down, number, index, size)))
    )


def crowded(down: Heights, under: frozenset[tuple[int, int]], size: float) -> bool:
    """Whether figures at the same category lie on each other or on another line's point."""
    high = LINE_HEIGHT * size
    for index in range(max(map(len, down), default=0)):
        points = [(line[index], number) for number, line in enumerate(down)]
        known = [(point, number) for point, number in points if point is not None]
        tops = sorted(point + 0.4 * size if (number, index) in under else point - high for point, number in known)
        if any(later - earlier < 0.8 * high for earlier, later in pairwise(tops)):
            return True
    return False


def on_names(down: Heights, under: frozenset[tuple[int, int]], plot: Frame, size: float) -> bool:
    """Whether a figure under its point lies on the names below the plot."""
    room = plot.h - (0.42 + 0.85 * LINE_HEIGHT) * size
    return any((down[number][index] or 0.0) > room for number, index in under)


def _gaps(down: Heights, number: int, index: int) -> list[tuple[float, int]]:
    """How far other lines run above a point (below it: negative), and whose come first."""
    own = down[number][index] or 0.0
    others = [(line[index], place) for place, line in enumerate(down) if place != number]
    return [(own - high, number - place) for high, place in others if high is not None]


def _under(down: Heights, number: int, index: int, size: float) -> bool:
    """Whether another line runs just above the point."""
    above = [gap for gap, order in _gaps(down, number, index) if (gap, order) > (0.0, 0)]
    return bool(above) and min(above) < CLOSE * size


def _valley(down: Heights, number: int, index: int, size: float) -> bool:
    """Whether the line rises away from the point so much that it would cross a figure above it."""
    line = down[number]
    beside = (*line[max(0, index - 1) : index], *line[index + 1 : index + 2])
    sides = [one for one in beside if one is not None]
    if not sides or any(-2 * CLOSE * size < gap <= 0 for gap, _ in _gaps(down, number, index)):
        return False
    rise = (line[index] or 0.0) - sum(sides) / len(sides)
    return rise > VALLEY * size * (2 if len(sides) == 1 else 1)
