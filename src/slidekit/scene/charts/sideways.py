"""Bars: categories from top to bottom, values to the right."""

from __future__ import annotations

from slidekit.scene.charts import legend, stacks
from slidekit.scene.charts.drawing import Drawing, Frame, Look, Rect, Scale
from slidekit.scene.charts.sheet import Sheet, broken, deeper, footroom, headroom, scale_of, titles_of
from slidekit.scene.charts.upright import LEAST_THICK_PT, TICK_GAP_EM, inside

NAMES_SHARE = 0.36
"""Of the width of the chart, what the names may take at the most."""
NAME_GAP_EM, VALUE_GAP_EM = 0.39, 0.16


def fitting(sheet: Sheet) -> bool:
    """Whether every figure can be written at its bar."""
    chart = sheet.chart
    if not chart.categories or not chart.ticks:
        return not chart.stacked
    if chart.stacked == "share":
        return False
    slot = (sheet.height - 2 * sheet.pitch) / len(chart.categories)
    thick, _ = stacks.bars(chart, slot)
    if not chart.stacked:
        return thick >= sheet.size * 0.9
    plot, scale = (
        Frame(
            0,
            0,
            sheet.width * (1 - NAMES_SHARE),
            sheet.height,
        ),
        scale_of(chart),
    )
    return all(
        reach is None
        or reach[0] == reach[1]
        or _writable(sheet, label, thick, plot.w * abs(scale.share(reach[1]) - scale.share(reach[0])))
        for one, row in zip(chart.series, stacks.reaches(chart), strict=True)
        for label, reach in zip(one.labels, row, strict=True)
    )


def _writable(sheet: Sheet, label: str, thick: float, long: float) -> bool:
    return bool(label) and thick >= sheet.pitch and sheet.wide(label, bold=True) + 0.8 * sheet.size <= long


def draw(sheet: Sheet, looks: tuple[Look, ...], *, figured: bool) -> Drawing:
    """The chart, laid out."""
    chart, size = sheet.chart, sheet.size
    keys = legend.put(sheet, looks, of_lines=False)
    names = [sheet.named(name, sheet.width * NAMES_SHARE) for name in chart.categories]
    side = max([sheet.wide(words) for lines in names for words in lines], default=0.0) + NAME_GAP_EM * size
    foot = sheet.height - (keys.h + 0.3 * size if keys else 0.0) - footroom(sheet)
    head, ticks = headroom(sheet), 0.0 if figured else sheet.pitch * 1.3
    scale, high = scale_of(chart), foot - head - ticks
    tail = 0.0
    if figured and not chart.stacked:
        tail = max([sheet.wide(label, bold=True) for one in chart.series for label in one.labels], default=0.0)
        tail += 2 * VALUE_GAP_EM * size
    elif not figured and scale.ticks:
        tail = sheet.wide(scale.ticks[-1][1]) / 2
    sheet.need(sheet.width * 0.3 - (sheet.width - side - tail))
    plot = Frame(side, head, max(sheet.width - side - tail, 1.0), max(high, 1.0))
    if figured and not chart.stacked and scale.low < 0:
        scale = deeper(chart, scale, tail / plot.w)
    slot = plot.h / max(1, len(names))
    for index, lines in enumerate(names):
        sheet.need(len(lines) * sheet.pitch - slot)
        top = plot.y + (index + 0.5) * slot - (sheet.pitch + (len(lines) - 1) * sheet.leading) / 2
        for number, words in enumerate(lines):
            sheet.words(plot.x - NAME_GAP_EM * size, top + number * sheet.leading, words, "right")
    _grid(sheet, plot, scale, figured=figured)
    written = _bars(sheet, looks, plot, scale, figured=figured)
    titles = titles_of(sheet, plot, foot)
    zero = plot.x + plot.w * scale.share(0.0)
    sheet.line(zero, plot.y, zero, plot.y + plot.h, axis=True)
    return Drawing(
        "bar", sheet.width, sheet.height, size, plot, scale, looks, tuple(sheet.marks), figured=figured, legend=keys,
        titles=titles, written=written, broken=broken(names),
    )  # fmt: skip


def _grid(sheet: Sheet, plot: Frame, scale: Scale, *, figured: bool) -> None:
    """The lines and figures of the axis of values."""
    for value, words in () if figured else scale.ticks:
        across = plot.x + plot.w * scale.share(value)
        sheet.line(across, plot.y, across, plot.y + plot.h)
        sheet.words(across, plot.y + plot.h + TICK_GAP_EM * 0.6 * sheet.size, words, "center")


def _bars(
    sheet: Sheet, looks: tuple[Look, ...], plot: Frame, scale: Scale, *, figured: bool
) -> frozenset[tuple[int, int]]:
    """Bars with their figures; gives back which have one inside."""
    chart = sheet.chart
    slot = plot.h / max(1, len(chart.categories))
    thick, starts = stacks.bars(chart, slot)
    sheet.need(LEAST_THICK_PT - thick)
    written: set[tuple[int, int]] = set()
    for number, row in enumerate(stacks.reaches(chart)):
        for index, reach in enumerate(row):
            if reach is None:
                continue
            top = plot.y + index * slot + starts[number]
            start, end = [plot.x + plot.w * scale.share(value) for value in reach]
            sheet.add(Rect(Frame(min(start, end), top, abs(end - start), thick), looks[number]))
            label, middle = chart.series[number].labels[index], top + thick / 2
            if chart.stacked and _writable(sheet, label, thick, abs(end - start)):
                written.add((number, index))
                inside(sheet, looks[number], label, (start + end) / 2, middle)
            elif figured and not chart.stacked:
                gap = VALUE_GAP_EM * sheet.size
                anchor, x = ("left", end + gap) if reach[1] >= 0 else ("right", end - gap)
                sheet.words(x, middle - sheet.pitch / 2, label, anchor, bold=True)
    return frozenset(written)
