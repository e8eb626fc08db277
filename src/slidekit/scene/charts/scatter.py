"""Scatter charts: points by two figures, each axis with its own ticks, words beside the points that have any."""

from __future__ import annotations

from slidekit.scene.charts import legend
from slidekit.scene.charts.drawing import MARKER_PT, Dot, Drawing, Frame, Look, Scale
from slidekit.scene.charts.sheet import Sheet, footroom, headroom, scale_of, titles_of
from slidekit.scene.charts.upright import LEAST_PLOT, POINT_GAP_PT, TICK_GAP_EM

TICKS_GAP_EM = 0.35


def draw(sheet: Sheet, looks: tuple[Look, ...]) -> Drawing:
    """The chart, laid out."""
    chart, size = sheet.chart, sheet.size
    keys = legend.put(sheet, looks, of_lines=True, dots=True)
    scale, across = scale_of(chart), _across(sheet)
    side = max([sheet.wide(words) for _, words in scale.ticks], default=0.0) + TICK_GAP_EM * size
    head = headroom(sheet) + sheet.pitch * 0.6
    foot = sheet.height - (keys.h + 0.3 * size if keys else 0.0) - footroom(sheet)
    right = max([sheet.wide(words) / 2 for _, words in across.ticks[-1:]], default=0.0)
    high = foot - sheet.pitch - TICKS_GAP_EM * size - head
    sheet.need(LEAST_PLOT * sheet.height - high)
    plot = Frame(side, head, sheet.width - side - right, max(high, 1.0))
    for value, words in scale.ticks:
        height = plot.y + plot.h * (1 - scale.share(value))
        sheet.line(plot.x, height, plot.x + plot.w, height)
        sheet.words(plot.x - TICK_GAP_EM * size, height - sheet.pitch / 2, words, "right")
    sheet.need(sum([sheet.wide(words) + size for _, words in across.ticks]) - plot.w)
    for value, words in across.ticks:
        along = plot.x + plot.w * across.share(value)
        sheet.line(along, plot.y, along, plot.y + plot.h)
        sheet.words(along, plot.y + plot.h + TICKS_GAP_EM * size, words, "center")
    zero = plot.y + plot.h * (1 - scale.share(max(0.0, scale.low)))
    sheet.line(plot.x, zero, plot.x + plot.w, zero, axis=True)
    upright = plot.x + plot.w * across.share(max(0.0, across.low))
    sheet.line(upright, plot.y, upright, plot.y + plot.h, axis=True)
    titles = titles_of(sheet, plot, foot)
    written = _points(sheet, looks, plot, scale, across)
    return Drawing(
        "scatter", sheet.width, sheet.height, size, plot, scale, looks, tuple(sheet.marks), across=across, legend=keys,
        titles=titles, written=written,
    )  # fmt: skip


def _across(sheet: Sheet) -> Scale:
    """The horizontal scale."""
    ticks = sheet.chart.across_ticks
    if ticks:
        return Scale(ticks[0][0], ticks[-1][0], ticks)
    values = [value for one in sheet.chart.series for value in one.across] or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    return Scale(low, high if high > low else low + 1.0, ())


def _points(
    sheet: Sheet, looks: tuple[Look, ...], plot: Frame, scale: Scale, across: Scale
) -> frozenset[tuple[int, int]]:
    """Markers, and words above those that have any; two that lie on each other are one too many."""
    taken: list[Frame] = []
    written: set[tuple[int, int]] = set()
    for number, one in enumerate(sheet.chart.series):
        for index, (x, value) in enumerate(zip(one.across, one.values, strict=True)):
            place = plot.x + plot.w * across.share(x), plot.y + plot.h * (1 - scale.share(value or 0.0))
            sheet.add(Dot(*place, MARKER_PT, looks[number]))
            name = one.names[index]
            words = name.plain.replace("\n", " ") if name else ""
            if not words:
                continue
            wide = sheet.wide(words, bold=True)
            top = place[1] - POINT_GAP_PT - sheet.pitch
            frame = Frame(place[0] - wide / 2, top, wide, sheet.pitch)
            if sheet.over <= 0:  # one that lies on another is enough to know that this size will not do
                sheet.need(max([_shared(frame, other) for other in taken], default=0.0) - 0.3 * sheet.size)
            sheet.need(max(frame.x + frame.w - sheet.width, -frame.x))
            taken.append(frame)
            written.add((number, index))
            sheet.words(place[0], top, words, "center", bold=True)
    return frozenset(written)


def _shared(one: Frame, other: Frame) -> float:
    """How much of their width two frames share, where they share height too."""
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    return wide if high > 0.2 * one.h and wide > 0 else 0.0
