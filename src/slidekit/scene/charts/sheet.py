"""What a chart is drawn on: its room, its type and its colours; measures words and collects marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.charts.drawing import LINE_HEIGHT, Area, Dot, Frame, Mark, Rect, Scale, Stroke, Title, Words
from slidekit.scene.metrics import Face, face
from slidekit.scene.theme import Theme
from slidekit.show.merging import SLASH
from slidekit.show.pages import Chart, Line, Run

MOST_LINES = 4
"""A name of more lines is a text, not a name."""
UNBROKEN = 1.04
"""How much more room than itself a word needs, lest another program cuts it in two."""
HAIRLINE_PT, AXIS_PT = 0.75, 0.75
TITLE_INSET_PT = 3.0
"""Between the words of a title and its frame, on all sides."""
TITLE_SHARE = 0.18
"""Of the width of the chart, what the title of the vertical axis may take."""


class Sheet:
    """One chart being laid out at one size."""

    def __init__(self, chart: Chart, width: float, height: float, size: float, theme: Theme) -> None:
        self.chart, self.width, self.height, self.size = chart, width, height, size
        self.theme, self.palette = theme, theme.palette
        self._faces = (face(theme.fonts.body), face(theme.fonts.body, bold=True))
        self.marks: list[Mark] = []
        self.over = 0.0
        """By how many points the chart is too small for what it must hold."""

    @property
    def pitch(self) -> float:
        """From line to line."""
        return self.size * LINE_HEIGHT

    @property
    def leading(self) -> float:
        """From line to line within one name, between what LibreOffice (1 for Calibri) and PowerPoint have."""
        return self.size * 1.11

    @property
    def face(self) -> Face:
        """The face of names."""
        return self._faces[0]

    def wide(self, words: str, *, bold: bool = False) -> float:
        """How wide words are."""
        return self._faces[bold].advance(words) * self.size

    def wrapped(self, words: str, room: float, *, bold: bool = False) -> list[str]:
        """Words on as many lines as they need; what does not fit is noted."""
        words = words.replace("\n", " ")
        measured = Measured((Run(words, ""),), (self._faces[bold],))
        if measured.total * self.size * UNBROKEN <= room:
            return [words]
        self.need(measured.widest() * self.size * UNBROKEN - room)
        cuts = [0, *measured.breaks(room / PT_PER_MM, self.size), len(words)]
        lines = [words[start:end].rstrip(" ") for start, end in pairwise(cuts)]
        self.need((len(lines) - MOST_LINES) * self.pitch)
        return lines

    def named(self, name: Line, room: float, *, bold: bool = False, apart: bool = False) -> list[str]:
        """A name's lines; where it has two languages, each begins a line of its own if one does not hold both.

        With `apart`, they do so even where one would.
        """
        runs = name.runs
        joints = [at for at in range(1, len(runs) - 1) if runs[at].text == SLASH]
        joint = next((at for at in joints if runs[at - 1].locale != runs[at + 1].locale), None)
        if joint is None or not (apart or self.wide(name.plain, bold=bold) * UNBROKEN > room):
            return self.wrapped(name.plain, room, bold=bold)
        sides = ["".join([run.text for run in side]) for side in (runs[:joint], runs[joint + 1 :])]
        lines = [line for side in sides for line in self.wrapped(side, room, bold=bold)]
        self.need((len(lines) - MOST_LINES) * self.pitch)
        return lines

    def need(self, more: float) -> None:
        """Note that something needs so many more points than there are."""
        self.over = max(self.over, more)

    def words(
        self, x: float, top: float, text: str, anchor: str = "left", *, bold: bool = False, color: str | None = None,
        ground: str | None = None,
    ) -> None:  # fmt: skip
        """A line of words whose box begins at a height."""
        # as programs do that centre the face's own ascent and descent in a line
        baseline = top + self.pitch / 2 + (self.face.ascent - self.face.descent) / 2 * self.size
        wide = self.wide(text, bold=bold) if ground else 0.0
        ink = color or self.palette.ink
        self.marks.append(Words(x, baseline, text, ink, anchor, bold, False, ground, wide))  # type: ignore[arg-type]

    def line(self, x1: float, y1: float, x2: float, y2: float, *, axis: bool = False) -> None:
        """A thin line: of an axis, or behind the figures."""
        color = self.palette.muted if axis else self.palette.hairline
        self.marks.append(Stroke(((x1, y1), (x2, y2)), color, AXIS_PT if axis else HAIRLINE_PT))

    def add(self, mark: Rect | Area | Stroke | Dot) -> None:
        """Anything else."""
        self.marks.append(mark)


def scale_of(chart: Chart) -> Scale:
    """The scale of the values: that of the ticks, or from nought to one where all figures are alike."""
    if chart.ticks:
        return Scale(chart.ticks[0][0], chart.ticks[-1][0], chart.ticks)
    values = [value for one in chart.series for value in one.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    return Scale(low, high, ()) if high > low else Scale(low, low + 1.0, ())


def deeper(chart: Chart, scale: Scale, room: float) -> Scale:
    """The scale, longer by a step where below the lowest figure less than this share of it is left for its words."""
    lowest = min([value for one in chart.series for value in one.values if value is not None], default=0.0)
    if scale.share(lowest) >= room or len(scale.ticks) < 2:
        return scale
    return scale._replace(low=round(scale.low - (scale.ticks[1][0] - scale.ticks[0][0]), 6))


def broken(names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Names with the line breaks that the scene puts in, where any has some."""
    return tuple(["\n".join(lines) for lines in names]) if any(len(lines) > 1 for lines in names) else ()


def titles_of(sheet: Sheet, plot: Frame, foot: float) -> tuple[Title | None, Title | None]:
    """The titles of the axes: under the plot in its middle, and above it at the left; their words are put down too."""
    found: list[Title | None] = []
    for line, along in ((sheet.chart.x, True), (sheet.chart.y, False)):
        lines = _title(sheet, line, along=along)
        if not lines:
            found.append(None)
            continue
        wide = max([sheet.wide(words) for words in lines]) + 2 * TITLE_INSET_PT
        x = min(max(0.0, plot.x + (plot.w - wide) / 2), sheet.width - wide) if along else 0.0
        top = foot if along else 0.0
        for number, words in enumerate(lines):
            sheet.words(x + TITLE_INSET_PT, top + TITLE_INSET_PT + number * sheet.pitch, words)
        found.append(Title("\n".join(lines), x, top))
    return found[0], found[1]


def _title(sheet: Sheet, line: Line | None, *, along: bool) -> list[str]:
    """The lines of a title; that of the vertical axis is narrow, for LibreOffice gives it no more."""
    if line is None or not line.runs:
        return []
    return sheet.named(line, sheet.width * (0.98 if along else TITLE_SHARE))


def headroom(sheet: Sheet) -> float:
    """What the title of the vertical axis takes above the plot."""
    lines = _title(sheet, sheet.chart.y, along=False)
    return len(lines) * sheet.pitch + 2 * TITLE_INSET_PT if lines else 0.0


def footroom(sheet: Sheet) -> float:
    """What the title of the horizontal axis takes below its words."""
    lines = _title(sheet, sheet.chart.x, along=True)
    return len(lines) * sheet.pitch + 2 * TITLE_INSET_PT if lines else 0.0
