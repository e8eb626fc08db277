"""LibreOffice as a reader of our PowerPoint files: what it draws, word by word."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.drawn_lines import convert as convert
from pptx import Presentation
from pptx.util import Emu

ABOVE, BELOW = 0.17, 0.13
"""How much of a word's box in poppler's listing (1.3 times the size) lies above capitals and below descenders."""


class Word(NamedTuple):
    """A word as drawn, from the tops of its capitals to its descenders, in points from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page."""

    width: float
    height: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape of the PowerPoint file: where it is, in points, and the words it may show."""

    name: str
    left: float
    top: float
    right: float
    bottom: float
    text: str | None
    """`None` where words come from elsewhere: a chart's labels."""

    def holds(self, word: Word, slack_pt: float) -> bool:
        """Whether a word lies in the box, give or take the slack, and is one of its own."""
        inside = (
            word.left >= self.left - slack_pt
            and word.right <= self.right + slack_pt
            and word.top >= self.top - slack_pt
            and word.bottom <= self.bottom + slack_pt
        )
        return inside and self.may_say(word.text)

    def may_say(self, text: str) -> bool:
        """Whether these words are part of the shape's text, or a marker of a list."""
        return self.text is None or spaceless(text) in self.text or is_marker(text)


def is_marker(text: str) -> bool:
    """Whether a word is a bullet, an arrow or a number before a list item."""
    return re.fullmatch(r"[•–→▪‣◦-]|\d{1,2}\.", text) is not None


def spaceless(text: str) -> str:
    """A text without any space, since a PDF keeps no difference between them."""
    return re.sub(r"\s+", "", text)


def drawn_pages(poppler: Path, pdf: Path) -> list[Page]:
    """Every page of a PDF with its words."""
    listing = subprocess.run(
        [poppler / "pdftotext", "-bbox", pdf, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', listing, re.DOTALL)
    return [Page(float(width), float(height), tuple(words(body))) for width, height, body in pages]


def words(body: str) -> Iterator[Word]:
    """The words of one page of pdftotext's listing."""
    numbers = " ".join(rf'{name}="(-?[\d.]+)"' for name in ("xMin", "yMin", "xMax", "yMax"))
    for found in re.finditer(rf"<word {numbers}>(.*?)</word>", body):
        left, top, right, bottom = map(float, found.groups()[:4])
        height = bottom - top
        # A large quotation mark hangs from the top of its line.
        below = 0.6 if found[5] == "“" else BELOW
        yield Word(unescape(found[5]), left, top + ABOVE * height, right, bottom - below * height)


def shown_slides(presentation: Path) -> list[list[Frame]]:
    """The shapes of each slide that is not hidden, and the decorations of its layout."""
    slides = Presentation(str(presentation)).slides
    return [
        [*frames(slide.shapes), *frames(shape for shape in slide.slide_layout.shapes if not shape.is_placeholder)]
        for slide in slides
        if slide._element.get("show") != "0"
    ]


def frames(shapes: Any) -> Iterator[Frame]:
    """Every shape with words, the members of groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from frames(shape.shapes)
        elif (text := shape_text(shape)) != "":
            left, top = Emu(shape.left).pt, Emu(shape.top).pt
            yield Frame(shape.name, left, top, left + Emu(shape.width).pt, top + Emu(shape.height).pt, text)


def shape_text(shape: Any) -> str | None:
    """All the words that a shape may show, without spaces; `None` for a chart, which shows what it likes."""
    if getattr(shape, "has_chart", False):
        return None
    if getattr(shape, "has_table", False):
        return spaceless("\n".join(cell.text for row in shape.table.rows for cell in row.cells))
    return spaceless(shape.text_frame.text) if shape.has_text_frame else ""
