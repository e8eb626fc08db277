"""The pen: puts down drawing steps as small lists of numbers and words that `draw.typ` carries out.

Lengths are points on the sheet; a scale makes the slide small for a page of notes. Styles are kept
once in a table and named by their number, so that the data stays short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from slidekit.scene.metrics import DRAWN_DESCENT, drawn_family
from slidekit.scene.pictures import Picture
from slidekit.scene.theme import Fonts, Theme
from slidekit.show.jumps import is_jump, place_of

Step = list[object]
"""One step: its letter, then what `draw.typ` says beside that letter."""

Piece = list[object] | int
"""Words in one style, `[style, words, mark, link, locale]` cut after what it needs; `0` ends a line."""

STRUCK, MISSING = 1, 2
"""Marks of a piece, added up."""

LINKS = ("https://", "http://", "mailto:", "tel:")
"""Where a link may lead; any other stays plain words."""

MARKER_FONT = "Arial"
"""What bullets and arrows are set in, as PowerPoint's own are; numbers are in the theme's heading font."""

LONGEST_LINK = 2000
"""Characters; Typst refuses those of more than 8,000."""


def led(link: str | None) -> str | int:
    """A link that may be followed: an address, or the page of a slide; nothing where it leads nowhere."""
    if is_jump(link):
        return place_of(link) or ""
    return link if link and len(link) <= LONGEST_LINK and link.startswith(LINKS) else ""


class Look(NamedTuple):
    """One style of words, before it is scaled."""

    font: str
    """`heading`, `body`, `code` or `marker`."""
    size_pt: float
    color: str
    line_height: float
    bold: bool = False
    italic: bool = False
    below: float = DRAWN_DESCENT
    """The room below the baseline, as a share of the size."""


@dataclass(slots=True)
class Desk:
    """What all slides of one document share: styles, pictures, the theme's faces."""

    theme: Theme
    first: str
    """The locale of the document: its first language's."""
    locale: str = ""
    """The locale of what is being drawn; words in another say so."""
    styles: dict[tuple[object, ...], int] = field(default_factory=dict)
    """Family, size, bold, italic, colour, room above and below the baseline; and the style's number."""
    known: dict[tuple[float, Look, Look], int] = field(default_factory=dict)
    """The number of a style by its scale, its look and the look of its line."""
    pictures: dict[Picture, str] = field(default_factory=dict)
    """Each picture, and the name under which Typst finds it."""
    places: dict[int, int] = field(default_factory=dict)
    """The page that each slide is on, by the slide's number, where words may lead to another slide."""
    leads_to: int = 0
    """The page that the words being drawn lead to, or 0."""
    alone: bool = False
    """Whether one slide is drawn without the others: links to these look as they do among them, and lead nowhere."""

    def __post_init__(self) -> None:
        """A document begins in its first language."""
        self.locale = self.locale or self.first

    def picture(self, picture: Picture) -> str:
        """The name by which a picture is handed over: without a suffix, so that Typst looks at its bytes."""
        return self.pictures.setdefault(picture, f"picture-{len(self.pictures)}")

    def family(self, font: str) -> str:
        """The drawn family of `heading`, `body`, `code` or `marker`."""
        fonts: Fonts = self.theme.fonts
        families = {"heading": fonts.heading, "body": fonts.body, "code": fonts.code, "marker": MARKER_FONT}
        return drawn_family(families[font])


class Pen:
    """Draws one slide; points come in unscaled and go out scaled.

    In a `plain` drawing words are in reading order but not tagged as paragraphs and cells, which
    saves Typst a third of its time and memory.
    """

    __slots__ = ("desk", "plain", "scale", "steps")

    def __init__(self, desk: Desk, scale: float = 1.0, *, plain: bool = False) -> None:
        self.desk, self.scale, self.plain = desk, scale, plain
        self.steps: list[Step] = []

    def pt(self, value: float) -> float:
        """A length on the sheet."""
        return round(value * self.scale, 3)

    def style(self, look: Look, around: Look | None = None) -> int:
        """The number of a style, whose lines are as high as those of the words around it."""
        line = around or look
        key = (self.scale, look, line)
        found = self.desk.known.get(key)
        if found is None:
            below = line.below * line.size_pt
            above = line.line_height * line.size_pt - below
            emphasis = int(look.bold), int(look.italic)
            room = self.pt(above), self.pt(below)
            values = (self.desk.family(look.font), self.pt(look.size_pt), *emphasis, look.color, *room)
            found = self.desk.known[key] = self.desk.styles.setdefault(values, len(self.desk.styles))
        return found

    def rect(self, x: float, y: float, w: float, h: float, color: str, radius: float = 0.0) -> None:
        """A filled rectangle."""
        step: Step = ["r", self.pt(x), self.pt(y), self.pt(w), self.pt(h), color]
        self.steps.append([*step, self.pt(radius)] if radius else step)

    def gradient(self, x: float, y: float, w: float, h: float, colors: tuple[str, str], radius: float = 0.0) -> None:
        """A rectangle filled from the top left to the bottom right corner."""
        self.steps.append(["g", self.pt(x), self.pt(y), self.pt(w), self.pt(h), *colors, self.pt(radius)])

    def ellipse(self, x: float, y: float, w: float, h: float, color: str) -> None:
        """A filled ellipse in a box."""
        self.steps.append(["e", self.pt(x), self.pt(y), self.pt(w), self.pt(h), color])

    def path(self, points: Sequence[tuple[float, float]], fill: str | None, line: tuple[str, float] | None) -> None:
        """A polygon where filled, else a line along the points."""
        color, width = line or ("", 0.0)
        self.steps.append(["p", fill or "", color, self.pt(width), self._scaled(points)])

    def stroke(
        self, points: Sequence[tuple[float, float]], color: str, width: float, dashes: Sequence[float] = ()
    ) -> None:
        """A line along points, of dashes and gaps of so many points where there are any."""
        step: Step = ["p", "", color, self.pt(width), self._scaled(points)]
        self.steps.append([*step, [self.pt(length) for length in dashes]] if dashes else step)

    def patterned(
        self, points: Sequence[tuple[float, float]], fill: tuple[str, str, str], line: tuple[str, float]
    ) -> None:
        """A polygon filled with a pattern: its colour, that of its ground, and its name in DrawingML."""
        self.steps.append(["k", self._scaled(points), *fill, line[0], self.pt(line[1]), self.pt(1.0)])

    def slanted(self, x: float, baseline: float, words: str, look: Look) -> None:
        """A line of words that rises at 45 degrees to where its right end stands."""
        self.steps.append(["s", self.pt(x), self.pt(baseline), [[self.style(look), words]]])

    def _scaled(self, points: Sequence[tuple[float, float]]) -> list[list[float]]:
        return [[self.pt(x), self.pt(y)] for x, y in points]

    def words(
        self, x: float, y: float, pieces: Sequence[Piece], align: str = "left", width: float = 0.0, tag: int = 1
    ) -> None:
        """A paragraph whose first line begins at a height; lines never break by themselves.

        With `tag` 0 it is drawn for the eye only, or belongs to something that is tagged as a whole.
        """
        tag = 0 if self.plain else tag
        if align == "left":
            self.steps.append(["t", self.pt(x), self.pt(y), tag, list(pieces)])
        else:
            self.steps.append(["a", self.pt(x), self.pt(y), tag, list(pieces), align, self.pt(width)])

    def heading(
        self,
        level: int,
        place: tuple[float, float],
        pieces: Sequence[Piece],
        align: str = "left",
        width: float = 0.0,
        bookmark: str | None = None,
    ) -> None:
        """A title, level 1 for covers and sections; `bookmark` is what the outline says instead, or nothing (`""`).

        The title in the second language is a level below the first's: Typst hangs nothing under a heading that its
        outline leaves out, and slides would no longer stand under their section.
        """
        x, y = place
        step: Step = ["h", level + (bookmark == ""), self.pt(x), self.pt(y), align, self.pt(width), list(pieces)]
        self.steps.append(step if bookmark is None else [*step, bookmark])

    def label(self, x: float, y: float, words: str, look: Look, align: str = "left", width: float = 0.0) -> None:
        """One line of words that are no paragraph, such as a value in a chart."""
        self.words(x, y, [[self.style(look), words]], align, width, tag=0)
