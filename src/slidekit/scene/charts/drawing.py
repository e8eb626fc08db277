"""What a chart is made of when it is drawn, in points from the top left corner of its box.

PowerPoint's native charts take the plot, the scales, the looks and the places of words from here; Typst and
Marp draw the marks, which are the same thing carried out.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

Kind = Literal["bar", "column", "line", "area", "pie", "doughnut", "scatter"]
Point = tuple[float, float]

GAP, OVERLAP = 60, 0
"""The room between the bars of two categories, and what bars share, in percent of a bar's width."""
GAP_OF_MANY, OVERLAP_OF_MANY = 70, -8
"""The same where a category has several bars."""
HOLE = 0.5
"""The inner radius of a doughnut, as a share of the outer; LibreOffice draws no other."""
STROKE_PT, EDGE_PT, MARKER_PT = 2.75, 1.0, 9.0
LINE_HEIGHT = 1.2207
"""From line to line, as a multiple of the size: Calibri's own, enough for Arial."""


class Frame(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float


class Look(NamedTuple):
    """How one series, or one slice, is told from the others: by more than its colour."""

    fill: str
    """The theme's colour, six hexadecimal digits."""
    accent: int
    """Which of the theme's chart colours that is, from 0."""
    edge: str
    """The same, dark or light enough to stand out 3 : 1 from the ground (WCAG 2.2, 1.4.11): lines and outlines."""
    ground: str
    """A tint of it, under a pattern."""
    pattern: str
    """A preset of DrawingML (ST_PresetPatternVal), or empty for a plain fill."""
    dash: str
    """A preset of DrawingML (ST_PresetLineDashVal)."""
    symbol: Literal["circle", "square", "diamond", "triangle"]


class Scale(NamedTuple):
    """An axis of figures."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def share(self, value: float) -> float:
        """How far along the axis a value is, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


class Rect(NamedTuple):
    """A bar, a part of a stack, or the key of one in the legend."""

    frame: Frame
    look: Look


class Area(NamedTuple):
    """A polygon: a slice, a layer of stacked areas, or the tint under a line (`tint`)."""

    points: tuple[Point, ...]
    look: Look
    tint: bool = False
    edge: str | None = None
    """The colour of its outline."""


class Stroke(NamedTuple):
    """A line along points."""

    points: tuple[Point, ...]
    color: str
    width: float
    dash: str = "solid"


class Dot(NamedTuple):
    """A marker of a line or a scatter chart, by its middle."""

    x: float
    y: float
    size: float
    look: Look


class Words(NamedTuple):
    """One line of words, by its baseline."""

    x: float
    """The left end, the middle or the right end, by `anchor`."""
    y: float
    text: str
    color: str
    anchor: Literal["left", "center", "right"] = "left"
    bold: bool = False
    slanted: bool = False
    """Rising at 45°; the anchor is the right end."""
    ground: str | None = None
    """The colour of a box under the words."""
    wide: float = 0.0
    """How wide that box is."""


Mark = Rect | Area | Stroke | Dot | Words


class Spot(NamedTuple):
    """Where the words of a slice stand: from the middle of the slice (half way out) to the middle of the words."""

    dx: float
    dy: float


class Title(NamedTuple):
    """The title of an axis, with its line breaks, by its top left corner."""

    words: str
    x: float
    y: float


class Drawing(Struct, frozen=True, gc=False):
    """A chart laid out."""

    kind: Kind
    """As drawn: columns whose names are too long become bars."""
    width: float
    height: float
    size_pt: float
    plot: Frame
    """Where the figures are, axes' words not included; for pies the square around the circle."""
    scale: Scale
    """Of the values."""
    looks: tuple[Look, ...]
    """One a series, or one a slice."""
    marks: tuple[Mark, ...]
    """All of the chart, in drawing order."""
    across: Scale | None = None
    """In a scatter chart, the scale of the horizontal axis."""
    figured: bool = False
    """Whether each value is written at its place; else an axis has the ticks."""
    below: frozenset[tuple[int, int]] = frozenset()
    """The points of lines, by series and category, whose value stands under them."""
    legend: Frame | None = None
    names: Literal["level", "slanted", "thinned"] = "level"
    """How the names of categories stand; `thinned`: only every `step`-th is there."""
    step: int = 1
    titles: tuple[Title | None, Title | None] = (None, None)
    """Of the horizontal and of the vertical axis."""
    spots: tuple[Spot, ...] = ()
    broken: tuple[str, ...] = ()
    """The names of categories with the scene's line breaks; empty where no name has any."""
    leaders: bool = False
    """Whether lines lead from slices to their words."""
    marker_pt: float = MARKER_PT
    """How large the markers of lines are; 0: none."""
    written: frozenset[tuple[int, int]] = frozenset()
    """In stacks and scatter charts, what has its words beside it, by series and category."""
