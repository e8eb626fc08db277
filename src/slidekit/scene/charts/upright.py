"""Columns, lines and areas: categories along the foot, values upwards."""

from __future__ import annotations

from math import sqrt
from typing import Literal

from msgspec import Struct

from slidekit.scene.charts import figures, legend, stacks
from slidekit.scene.charts.drawing import (
    MARKER_PT,
    STROKE_PT,
    Area,
    Dot,
    Drawing,
    Frame,
    Look,
    Rect,
    Scale,
    Stroke,
    Words,
)
from slidekit.scene.charts.looks import on
from slidekit.scene.charts.sheet import Sheet, broken, deeper, footroom, headroom, scale_of, titles_of

Stand = Literal["level", "slanted", "thinned"]

NAME_SHARE = 0.96
"""Of the room of one category, what its name may fill; LibreOffice keeps to the same."""
NAME_GAP_EM, TICK_GAP_EM = 0.35, 0.38
POINT_GAP_PT = 5.3
"""Between the middle of a marker and the figure above or below it."""
IN_PART = 1.25
"""How high a part of a stack is, in lines, that has room for its figure and is still seen around it."""
LEAST_THICK_PT, LEAST_PLOT = 3.0, 0.38
"""A bar thinner than this, or a plot of less than this share of the chart, is not seen from the back."""
SLANT = sqrt(0.5)
DENSE_PT = 15.0
"""Points nearer to each other than this have small markers; nearer than half of it, none."""


class Ground(Struct, frozen=True, gc=False):
    """What stands before the figures are drawn."""

    plot: Frame
    scale: Scale
    slot: float
    step: int
    foot: float
    """Where the words below the plot end."""
    lines: tuple[tuple[str, ...], ...] = ()
    """The names of categories that stand level, line by line."""


def fitting(sheet: Sheet, looks: tuple[Look, ...], stand: Stand) -> bool:
    """Whether every figure can be written at its place without lying on another."""
    chart = sheet.chart
    count = len(chart.series)
    if not chart.categories or not chart.ticks:
        return not chart.stacked
    if chart.stacked == "share" or (chart.stacked and chart.type == "area"):
        return False
    slot = sheet.width / len(chart.categories)
    widest = max([sheet.wide(label, bold=True) for one in chart.series for label in one.labels], default=0.0)
    probe = Sheet(chart, sheet.width, sheet.height, sheet.size, sheet.theme)
    base = ground(probe, stand, _key(probe, looks)[1], figured=True)
    if chart.stacked:
        return not _unwritten(probe, base)
    if chart.type == "column" and count > 1:
        return widest + 0.15 * sheet.size <= stacks.bars(chart, slot)[0] * 1.08
    most = figures.MOST_FIGURES if count < 3 else figures.MOST_OF_MANY
    if widest > slot or count * len(chart.categories) > most:
        return False
    if chart.type == "column":
        return True
    down = figures.heights(chart, base.plot, base.scale)
    under = figures.below(down, base.plot, base.scale, sheet.size)
    return not figures.crowded(down, under, sheet.size) and not figures.on_names(down, under, base.plot, sheet.size)


def _key(sheet: Sheet, looks: tuple[Look, ...]) -> tuple[Frame | None, float]:
    """The legend, and what it takes of the height."""
    chart = sheet.chart
    keys = legend.put(sheet, looks, of_lines=chart.type == "line" or (chart.type == "area" and not chart.stacked))
    return keys, keys.h + 0.3 * sheet.size if keys else 0.0


def ground(sheet: Sheet, stand: Stand, bottom: float, *, figured: bool) -> Ground:
    """The plot between its words: names below, ticks at the left, titles; `bottom` is what the legend takes."""
    chart, size = sheet.chart, sheet.size
    scale, count = scale_of(chart), max(1, len(chart.categories))
    side = 0.0 if figured else max([sheet.wide(words) for _, words in chart.ticks], default=0.0) + TICK_GAP_EM * size
    step = 1
    lines: tuple[tuple[str, ...], ...] = ()
    if stand == "slanted":
        wide = max([sheet.wide(name.plain) for name in chart.categories], default=0.0)
        first = sheet.wide(chart.categories[0].plain) if chart.categories else 0.0
        side = max(side, (first * SLANT + 0.6 * size - sheet.width / count / 2) / (1 - 0.5 / count))
        names = wide * SLANT + size
        sheet.need(sheet.pitch * 1.1 - (sheet.width - side) / count)
    elif stand == "thinned":
        wide = max([sheet.wide(name.plain) for name in chart.categories], default=0.0) + size
        step = -(-int(wide * count) // max(1, int(sheet.width - side)))
        names = sheet.pitch
        sheet.need(step - count)
    else:
        room = (sheet.width - side) / count * NAME_SHARE
        lines = tuple([tuple(sheet.named(name, room, apart=True)) for name in chart.categories])
        names = max(map(len, lines), default=0) * sheet.pitch
    head = headroom(sheet) + sheet.pitch * (1.25 if figured else 0.55)
    foot = sheet.height - bottom - footroom(sheet)
    high = foot - names - NAME_GAP_EM * size - head
    sheet.need(LEAST_PLOT * sheet.height - high)
    plot = Frame(side, head, sheet.width - side, max(high, 1.0))
    if figured and scale.low < 0:
        scale = deeper(sheet.chart, scale, sheet.pitch * 1.3 / plot.h)
    return Ground(plot, scale, plot.w / count, step, foot, lines)


def draw(sheet: Sheet, looks: tuple[Look, ...], stand: Stand, *, figured: bool) -> Drawing:
    """The chart, laid out."""
    chart = sheet.chart
    keys, bottom = _key(sheet, looks)
    base = ground(sheet, stand, bottom, figured=figured)
    axes(sheet, base, stand, figured=figured)
    titles = titles_of(sheet, base.plot, base.foot)
    below: frozenset[tuple[int, int]] = frozenset()
    written: frozenset[tuple[int, int]] = frozenset()
    if chart.type == "column":
        written = columns(sheet, looks, base, figured=figured)
    elif chart.stacked:
        heaps(sheet, looks, base)
    else:
        down = figures.heights(chart, base.plot, base.scale)
        below = figures.below(down, base.plot, base.scale, sheet.size)
        lines(sheet, looks, base, below, figured=figured)
    zero = base.plot.y + base.plot.h * (1 - base.scale.share(min(max(0.0, base.scale.low), base.scale.high)))
    sheet.line(base.plot.x, zero, base.plot.x + base.plot.w, zero, axis=True)
    return Drawing(
        chart.type, sheet.width, sheet.height, sheet.size, base.plot, base.scale, looks, tuple(sheet.marks),
        figured=figured, below=below, legend=keys, names=stand, step=base.step, titles=titles, written=written,
        marker_pt=marker(base), broken=broken(base.lines),
    )  # fmt: skip


def axes(sheet: Sheet, base: Ground, stand: Stand, *, figured: bool) -> None:
    """Lines behind the figures, ticks at their left, names below them."""
    plot, size = base.plot, sheet.size
    for value, words in () if figured and sheet.chart.type == "column" else base.scale.ticks:
        height = plot.y + plot.h * (1 - base.scale.share(value))
        sheet.line(plot.x, height, plot.x + plot.w, height)
        if not figured:
            sheet.words(plot.x - TICK_GAP_EM * size, height - sheet.pitch / 2, words, "right")
    top = plot.y + plot.h + NAME_GAP_EM * size
    for index, name in enumerate(sheet.chart.categories):
        middle = plot.x + (index + 0.5) * base.slot
        if stand == "slanted":
            words = name.plain.replace("\n", " ")
            sheet.marks.append(
                Words(middle + 0.3 * size, top + 0.85 * size, words, sheet.palette.ink, "right", slanted=True)
            )
        elif index % base.step == 0:
            for number, words in enumerate(base.lines[index] if base.lines else (name.plain.replace("\n", " "),)):
                sheet.words(middle, top + number * sheet.leading, words, "center")


def columns(sheet: Sheet, looks: tuple[Look, ...], base: Ground, *, figured: bool) -> frozenset[tuple[int, int]]:
    """Columns with their figures; gives back which have one inside."""
    chart, plot = sheet.chart, base.plot
    thick, starts = stacks.bars(chart, base.slot)
    sheet.need(LEAST_THICK_PT - thick)
    written: set[tuple[int, int]] = set()
    for number, row in enumerate(stacks.reaches(chart)):
        for index, reach in enumerate(row):
            if reach is None:
                continue
            left = plot.x + index * base.slot + starts[number]
            bottom, top = [plot.y + plot.h * (1 - base.scale.share(end)) for end in reach]
            sheet.add(Rect(Frame(left, min(top, bottom), thick, abs(top - bottom)), looks[number]))
            label, middle = chart.series[number].labels[index], left + thick / 2
            if chart.stacked and writable(sheet, label, thick, abs(top - bottom)):
                written.add((number, index))
                inside(sheet, looks[number], label, middle, (top + bottom) / 2)
            elif figured and not chart.stacked:
                gap = 0.06 * sheet.size
                sheet.words(middle, top - sheet.pitch - gap if reach[1] >= 0 else top + gap, label, "center", bold=True)
    return frozenset(written)


def writable(sheet: Sheet, label: str, thick: float, high: float) -> bool:
    """Whether a figure has room inside its part of a stack."""
    return bool(label) and high >= sheet.pitch * IN_PART and sheet.wide(label, bold=True) + 0.2 * sheet.size <= thick


def inside(sheet: Sheet, look: Look, label: str, x: float, y: float) -> None:
    """A figure in the middle of a part, on a ground of its own where the part has a pattern."""
    color = sheet.palette.ink if look.pattern else on(look.fill, sheet.palette)
    ground = sheet.palette.paper if look.pattern else None
    sheet.words(x, y - sheet.pitch / 2, label, "center", bold=True, color=color, ground=ground)


def _unwritten(sheet: Sheet, base: Ground) -> bool:
    """Whether a part of a stack is too small for its figure."""
    thick, _ = stacks.bars(sheet.chart, base.slot)
    return any(
        reach is not None
        and reach[0] != reach[1]
        and not writable(
            sheet, label, thick, base.plot.h * abs(base.scale.share(reach[1]) - base.scale.share(reach[0]))
        )
        for one, row in zip(sheet.chart.series, stacks.reaches(sheet.chart), strict=True)
        for label, reach in zip(one.labels, row, strict=True)
    )


def heaps(sheet: Sheet, looks: tuple[Look, ...], base: Ground) -> None:
    """Areas on top of each other."""
    plot = base.plot
    across = [plot.x + (index + 0.5) * base.slot for index in range(len(sheet.chart.categories))]
    edge = [0.0] * len(across)
    for number, upper in enumerate(stacks.layers(sheet.chart)):
        outline = [
            (x, plot.y + plot.h * (1 - base.scale.share(value)))
            for x, value in (*zip(across, upper, strict=True), *zip(across[::-1], edge[::-1], strict=True))
        ]
        if len(across) > 1:
            sheet.add(Area(tuple(outline), looks[number], edge=looks[number].edge))
        edge = upper


def lines(
    sheet: Sheet, looks: tuple[Look, ...], base: Ground, below: frozenset[tuple[int, int]], *, figured: bool
) -> None:
    """Lines with their points, areas with a tint under them; a gap parts a line."""
    chart, plot = sheet.chart, base.plot
    floor = plot.y + plot.h * (1 - base.scale.share(min(max(0.0, base.scale.low), base.scale.high)))
    places = [
        [
            None
            if value is None
            else (plot.x + (index + 0.5) * base.slot, plot.y + plot.h * (1 - base.scale.share(value)))
            for index, value in enumerate(one.values)
        ]
        for one in chart.series
    ]
    for look, line in zip(looks, places, strict=False):
        if chart.type == "area" and len(line) > 1 and None not in line:
            known = [place for place in line if place]
            sheet.add(Area(((known[0][0], floor), *known, (known[-1][0], floor)), look, tint=True))
    for number, line in enumerate(places):
        for stretch in _stretches(line):
            if len(stretch) > 1:
                sheet.add(Stroke(tuple(stretch), looks[number].edge, STROKE_PT, looks[number].dash))
        for index, place in enumerate(line):
            if place is None:
                continue
            if marker(base):
                sheet.add(Dot(*place, marker(base), looks[number]))
            if figured:
                under = (number, index) in below
                top = place[1] + POINT_GAP_PT if under else place[1] - POINT_GAP_PT - sheet.pitch
                sheet.words(place[0], top, chart.series[number].labels[index], "center", bold=True)


def marker(base: Ground) -> float:
    """How large markers are: smaller where points stand close, none where they would be a band."""
    return MARKER_PT if base.slot >= DENSE_PT else MARKER_PT * 0.6 if base.slot >= DENSE_PT / 2 else 0.0


def _stretches(line: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """Points between gaps."""
    found: list[list[tuple[float, float]]] = [[]]
    for place in line:
        if place is None:
            found.append([])
        else:
            found[-1].append(place)
    return [stretch for stretch in found if stretch]
