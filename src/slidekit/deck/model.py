"""What an author may write in a deck: every key, its type and its meaning.

The decoder and the JSON Schema are both made from these classes, so a key is declared once.
`Prose` must be said in both languages; `Neutral` may stand alone when both share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from slidekit.deck.text import Pair, Row
from slidekit.source.span import Span

Prose = Annotated[Pair, "prose"]
Neutral = Annotated[Pair, "neutral"]
Duration = Annotated[int, "duration"]
"""Seconds, typed as `20m`, `1m30`, `45s`, `1h05` or `1:30`."""
Moment = Annotated[int, "moment"]
"""Seconds from the start of a recording, typed as `4:07` or `1:02:33`."""

LayoutName = Literal["title", "section", "content", "columns", "quote", "picture", "title-only", "blank", "closing"]
ChartType = Literal["bar", "column", "line", "area", "pie", "doughnut"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, with the points under it."""

    text: Prose
    children: tuple[Item, ...] = ()
    numbered: bool = False
    """Whether the children are numbered."""


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A line under the title."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Plain running text (`text:`); a blank line starts a new paragraph."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list (`bullets:` or `numbered:`)."""

    items: tuple[Item, ...]
    numbered: bool = False
    counts: tuple[int, int] | None = None
    """(English, French) where the list was typed as a row, `{en: [..], fr: [..]}`."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words (`quote:`) and who said them (`by:`)."""

    text: Prose
    by: Neutral | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A program listing (`code:`), its language (`syntax:`) and the lines to stress (`highlight:`)."""

    source: Neutral
    syntax: str | None = None
    highlight: tuple[int, ...] = ()
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """A transcript (`terminal:`) whose lines are told apart by their first sign."""

    source: Neutral
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing in fixed-pitch characters (`diagram:`) with its description (`alt:`)."""

    source: Neutral
    alt: Prose | None = None
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a header row, rows, and how each column is aligned."""

    rows: tuple[Row, ...]
    header: Row | None = None
    align: tuple[Align, ...] = ()
    alt: Prose | None = None
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One line of figures of a chart."""

    name: Prose
    values: tuple[float | None, ...]
    """One per category; `~` leaves a gap."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn from figures, editable in PowerPoint."""

    type: ChartType
    categories: Row
    series: tuple[Series, ...]
    unit: Neutral | None = None
    """What the figures count (`s`, `%`, `M$`), put after each label."""
    alt: Prose | None = None
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: a path inside the deck's folder, or a pair of paths."""

    path: Neutral
    alt: Prose | None = None
    caption: Prose | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a small slide with a heading of its own."""

    blocks: tuple[Block, ...]
    title: Prose | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks beside each other."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Takeaway:
    """The one sentence to remember, in a bar at the foot of the slide."""

    text: Prose


Block = (
    Subtitle
    | Paragraphs
    | Bullets
    | Quote
    | Code
    | Terminal
    | Diagram
    | Table
    | Chart
    | Image
    | Columns
    | Takeaway
)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title, what stands on it, and what is said over it."""

    span: Span
    title: Prose | None = None
    blocks: tuple[Block, ...] = ()
    """In the order of their keys; those of `body:` take its place."""
    id: str | None = None
    """A stable name, for links."""
    section: Prose | None = None
    """Starts a section; with nothing else, the slide is its divider."""
    layout: LayoutName | None = None
    notes: Prose | None = None
    time: Duration | None = None
    at: Moment | None = None
    link: Neutral | None = None
    only: Literal["en", "fr"] | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Variable:
    """A name under `vars:` and what it stands for."""

    name: str
    pair: Pair
    span: Span
    """The name itself."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole talk, in both languages."""

    title: Prose
    slides: tuple[Slide, ...]
    slidekit: int = 1
    subtitle: Prose | None = None
    author: Neutral | None = None
    date: str | None = None
    """`YYYY-MM-DD`, checked by the decoder."""
    languages: tuple[str, ...] = ("en-CA", "fr-CA")
    """Locales, one English and one French; the first is the one written first."""
    theme: str = "boreal"
    duration: Duration | None = None
    vars: tuple[Variable, ...] = ()
    glossary: str | None = None

    def locale(self, lang: str) -> str:
        """The deck's locale for `en` or `fr`, such as `fr-CA`."""
        return next(name for name in (*self.languages, f"{lang}-CA") if name.split("-")[0] == lang)
