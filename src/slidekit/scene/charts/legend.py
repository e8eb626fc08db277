"""The legend: names of several series beside what they look like, in rows below the chart.

The places are those that LibreOffice finds for the same box (chart2/source/view/main/VLegend.cxx), measured at
12 to 18 pt; PowerPoint spreads the entries in the same way.
"""

from __future__ import annotations

from slidekit.scene.charts.drawing import MARKER_PT, STROKE_PT, Dot, Frame, Look, Rect, Stroke
from slidekit.scene.charts.sheet import Sheet

GAP_EM, ROWS_GAP_EM, KEY_GAP_EM, EDGE_EM = 0.9, 0.4, 0.22, 0.35
"""Between entries, and between those of several rows, where other programs would squeeze another into the first;
between a key and its name; around a name."""
KEY_EM, LINE_KEY_EM = 0.91, 3.53
"""The room for the key of a bar, and for that of a line."""
SWATCH_EM, LINE_EM = 0.6, 3.25
"""How wide they are themselves, at the right of that room."""
ROW_PAD_PT = 2.835
"""Above and below each row: 1 mm."""


def put(sheet: Sheet, looks: tuple[Look, ...], *, of_lines: bool, dots: bool = False) -> Frame | None:
    """The legend at the foot of the sheet, or none for a single series."""
    names = [one.name.plain.replace("\n", " ") for one in sheet.chart.series]
    if len(names) < 2:
        return None
    size = sheet.size
    key = (LINE_KEY_EM if of_lines and not dots else KEY_EM) * size
    widths = [key + KEY_GAP_EM * size + sheet.wide(name) + EDGE_EM * size for name in names]
    sheet.need(max(widths) + 2 * GAP_EM * size - sheet.width)
    columns = _columns(widths, sheet.width, GAP_EM * size)
    rows = -(-len(names) // columns)
    gap = (GAP_EM if rows == 1 else ROWS_GAP_EM) * size
    column = [max(widths[at::columns]) for at in range(columns)]
    wide = min(sheet.width, sum(column) + (columns + 1) * gap)
    high = rows * (sheet.pitch + ROW_PAD_PT) + ROW_PAD_PT
    frame = Frame((sheet.width - wide) / 2, sheet.height - high, wide, high)
    for index, name in enumerate(names):
        left = frame.x + gap * (index % columns + 1) + sum(column[: index % columns])
        top = frame.y + ROW_PAD_PT + (index // columns) * (sheet.pitch + ROW_PAD_PT)
        _key(sheet, looks[index], left, top, key, of_lines=of_lines, dots=dots)
        sheet.words(left + key + KEY_GAP_EM * size, top, name)
    return frame


def _columns(widths: list[float], room: float, gap: float) -> int:
    """As many columns as fit beside each other."""
    for columns in range(len(widths), 1, -1):
        if sum([max(widths[at::columns]) for at in range(columns)]) + (columns + 1) * gap <= room:
            return columns
    return 1


def _key(sheet: Sheet, look: Look, left: float, top: float, wide: float, *, of_lines: bool, dots: bool) -> None:
    """What a series looks like, beside its name."""
    middle = top + sheet.pitch * (0.52 if of_lines else 0.55)
    if of_lines:
        if not dots:
            start = left + wide - LINE_EM * sheet.size
            sheet.add(Stroke(((start, middle), (left + wide, middle)), look.edge, STROKE_PT, look.dash))
        half = (SWATCH_EM if dots else LINE_EM) * sheet.size / 2
        sheet.add(Dot(left + wide - half, middle, MARKER_PT, look))
    else:
        side = SWATCH_EM * sheet.size
        sheet.add(Rect(Frame(left + wide - side, middle - side / 2, side, side), look))
