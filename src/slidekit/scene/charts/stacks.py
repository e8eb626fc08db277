"""Bars, columns and layers: from where to where each reaches, beside each other or on top of each other."""

from __future__ import annotations

from slidekit.scene.charts.drawing import GAP, GAP_OF_MANY, OVERLAP_OF_MANY
from slidekit.show.pages import Chart

Reach = tuple[float, float]


def reaches(chart: Chart) -> list[list[Reach | None]]:
    """For each series and category, where its bar begins and ends on the scale; a gap is none."""
    if not chart.stacked:
        return [[None if value is None else (0.0, value) for value in one.values] for one in chart.series]
    count = max([len(one.values) for one in chart.series], default=0)
    up, down = [0.0] * count, [0.0] * count
    whole = [_whole(chart, index) for index in range(count)]
    found: list[list[Reach | None]] = []
    for one in chart.series:
        row: list[Reach | None] = []
        for index, value in enumerate(one.values):
            if value is None:
                row.append(None)
                continue
            part = value / whole[index]
            heap = up if part >= 0 else down
            row.append((heap[index], heap[index] + part))
            heap[index] += part
        found.append(row)
    return found


def layers(chart: Chart) -> list[list[float]]:
    """The upper edge of each layer of stacked areas, category by category; a gap adds nothing."""
    count = max([len(one.values) for one in chart.series], default=0)
    edge = [0.0] * count
    found = []
    for one in chart.series:
        edge = [
            below + (value or 0.0) / _whole(chart, at)
            for at, (below, value) in enumerate(zip(edge, one.values, strict=True))
        ]
        found.append(edge)
    return found


def _whole(chart: Chart, index: int) -> float:
    """What the parts of a category are parts of: all of them, or 1 where they are not drawn as shares."""
    if chart.stacked != "share":
        return 1.0
    return sum([abs(one.values[index] or 0.0) for one in chart.series]) or 1.0


def bars(chart: Chart, slot: float) -> tuple[float, list[float]]:
    """How thick a bar is in the room of one category, and where each series' bar begins in it.

    As Office reckons from `c:gapWidth` and `c:overlap` (ISO/IEC 29500-1, 21.2.2.75 and 21.2.2.131).
    """
    count = 1 if chart.stacked else max(1, len(chart.series))
    gap, between = (GAP, 0.0) if count == 1 else (GAP_OF_MANY, -OVERLAP_OF_MANY / 100)
    thick = slot / (count + (count - 1) * between + gap / 100)
    first = slot * gap / 100 / (count + (count - 1) * between + gap / 100) / 2
    return thick, [first if chart.stacked else first + at * thick * (1 + between) for at in range(len(chart.series))]
