"""What an author may write in a deck: every key, its type and its meaning.

The decoder and the JSON Schema are both made from these classes, so a key is declared once.
`Prose` must be said in both languages; `Neutral` may stand alone when both share it.
"""

from typing import Annotated, Literal

from msgspec import Struct

from slidekit.deck.glossary import TermList
from slidekit.deck.text import Pair, Row
from slidekit.source.span import Span

Prose = Annotated[Pair, "prose"]
Neutral = Annotated[Pair, "neutral"]
Duration = Annotated[int, "duration"]
"""Seconds, typed as `20m`, `1m30`, `45s`, `1h05` or `1:30`."""
Moment = Annotated[int, "moment"]
"""Seconds from the start of a recording, typed as `4:07` or `1:02:33`."""

LayoutName = Literal["title", "section", "content", "columns", "quote", "picture", "title-only", "blank", "closing"]
ChartType = Literal["bar", "column", "stacked", "line", "area", "pie", "doughnut", "scatter"]
Stacking = Annotated[Literal["no", "yes", "100%"], "stacking"]
Align = Literal["left", "center", "right"]
Fit = Literal["contain", "cover"]
Focus = Annotated[tuple[float, float], "focus"]
"""Shares of a picture's width and height, typed as `top left`, `right` or `[30%, 50%]`."""
Transition = Literal["none", "fade", "push", "wipe", "cover", "reveal"]
Typography = Literal["locale", "eu"]


class Item(Struct, frozen=True, gc=False):
    """One point of a list, with the points under it."""

    text: Prose
    children: "tuple[Item, ...]" = ()
    numbered: bool = False
    """Whether the children are numbered."""
    counts: tuple[int, int] | None = None
    """How many children there are in (English, French) where they were typed as a row, `{en: [..], fr: [..]}`."""
    span: Span | None = None
    """That row."""


class Subtitle(Struct, frozen=True, gc=False):
    """A line under the title."""

    text: Prose
    """The line."""


class Paragraphs(Struct, frozen=True, gc=False):
    """Plain running text (`text:`); a blank line starts a new paragraph."""

    text: Prose


class Bullets(Struct, frozen=True, gc=False):
    """A list (`bullets:` or `numbered:`)."""

    items: tuple[Item, ...]
    numbered: bool = False
    counts: tuple[int, int] | None = None
    """(English, French) where the list was typed as a row, `{en: [..], fr: [..]}`."""
    span: Span | None = None
    build: bool = False
    """Whether the points of this list appear one after another, each on a click with the points under it."""


class Quote(Struct, frozen=True, gc=False):
    """Somebody's words (`quote:`) and who said them (`by:`)."""

    text: Prose
    """The words, without quotation marks: each language gets its own."""
    by: Neutral | None = None
    """Who said it."""


class Code(Struct, frozen=True, gc=False):
    """A program listing (`code:`), its language (`syntax:`) and the lines to stress (`highlight:`)."""

    source: Neutral
    """The program, best under `|` so that its lines stay as they are."""
    syntax: str | None = None
    """The programming language, such as `python` or `sql`, for the colours."""
    highlight: tuple[int, ...] = ()
    """The lines to stress, counted from 1: `[2, 5-7]`."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Terminal(Struct, frozen=True, gc=False):
    """A transcript (`terminal:`) whose lines are told apart by their first sign."""

    source: Neutral
    """The lines: `>`, `$` or `❯` a prompt, `●` a reply, `⎿` a tool's output, `∴` a thought, `[…]` a stage direction."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Diagram(Struct, frozen=True, gc=False):
    """A drawing in fixed-pitch characters (`diagram:`) with its description (`alt:`)."""

    source: Neutral
    """The drawing, best under `|` so that its lines stay as they are."""
    alt: Prose | None = None
    """What the drawing shows, for those who do not see it."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Table(Struct, frozen=True, gc=False):
    """A table: a header row, rows, and how each column is aligned."""

    rows: tuple[Row, ...]
    """The rows, each `en: [..]` above `fr: [..]`, or a list of pairs and values."""
    header: Row | None = None
    """The headings of the columns."""
    align: tuple[Align, ...] = ()
    """How each column stands: `left`, `center` or `right`."""
    alt: Prose | None = None
    """What the table shows, for those who do not see it."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Point(Struct, frozen=True, gc=False):
    """One mark of a scatter chart, typed `[x, y]` or `{x: …, y: …, label: {en: …, fr: …}}`."""

    x: float
    """How far to the right it stands."""
    y: float
    """How far up it stands."""
    label: Prose | None = None
    """What is written beside it."""


class Series(Struct, frozen=True, gc=False):
    """One line of figures of a chart."""

    name: Prose
    """What the figures are of, for the legend."""
    values: tuple[float | None, ...] = ()
    """One per category; `~` leaves a gap."""
    points: tuple[Point, ...] = ()
    """In a scatter chart, in place of `values`: `[[x, y], …]`."""


class Chart(Struct, frozen=True, gc=False):
    """A chart drawn from figures, editable in PowerPoint."""

    type: ChartType
    """How the figures are drawn; `stacked` is columns on top of each other."""
    categories: Row | None
    """What stands along the axis, or the slices of a pie: `en: [..]` above `fr: [..]`; a scatter chart has none."""
    series: tuple[Series, ...]
    """The figures, one or more rows of them."""
    stacked: Stacking = "no"
    """Whether bars, columns or areas are put on top of each other: `true`, or `100%` for shares of the whole."""
    x: Prose | None = None
    """What the horizontal axis shows, where the title does not say it."""
    y: Prose | None = None
    """What the vertical axis shows, where the title does not say it."""
    unit: Neutral | None = None
    """What the figures count (`s`, `%`, `M$`), put after each label."""
    alt: Prose | None = None
    """What the chart shows, for those who do not see it."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Image(Struct, frozen=True, gc=False):
    """A picture: a path inside the deck's folder, or a pair of paths."""

    path: Neutral
    """The file, seen from the deck's folder."""
    alt: Prose | None = None
    """What the picture shows, for those who do not see it."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""
    fit: Fit | None = None
    """`contain` shows the whole picture; `cover` fills the room there is and cuts off what is too much."""
    focus: Focus | None = None
    """What must stay in view where `fit: cover` cuts: `top left`, `right`, or `[30%, 50%]` from left and top."""


class Qr(Struct, frozen=True, gc=False):
    """A QR code that leads to a web address (`qr:`)."""

    link: Neutral
    """The address, beginning with https:// or http://; a pair where the languages have pages of their own."""
    alt: Prose | None = None
    """What the code is for; left out, it is called a QR code and its address is said."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Math(Struct, frozen=True, gc=False):
    """A formula on a line of its own, in LaTeX."""

    latex: Neutral
    """The formula in LaTeX, as between `$$` and `$$`; best under `|` or in single quotes."""
    alt: Prose | None = None
    """How the formula is read aloud, for those who do not see it; slidekit finds words itself."""
    caption: Prose | None = None
    """A line under the block that says what it shows."""


class Column(Struct, frozen=True, gc=False):
    """One column: a small slide with a heading of its own."""

    blocks: "tuple[Block, ...]"
    """In the order of their keys."""
    title: Prose | None = None
    """The column's heading."""


class Columns(Struct, frozen=True, gc=False):
    """Blocks beside each other."""

    columns: tuple[Column, ...]


class Takeaway(Struct, frozen=True, gc=False):
    """The one sentence to remember, in a bar at the foot of the slide."""

    text: Prose


Block = (
    Subtitle | Paragraphs | Bullets | Quote | Code | Terminal | Diagram | Table | Chart | Image | Qr | Math | Columns
    | Takeaway
)  # fmt: skip


class Slide(Struct, frozen=True, gc=False):
    """One slide: a title, what stands on it, and what is said over it."""

    span: Span
    """From its first key up to where the next slide begins."""
    title: Prose | None = None
    """The slide's title; every slide but a picture or a quote needs one."""
    blocks: tuple[Block, ...] = ()
    """In the order of their keys; those of `body:` take its place."""
    id: str | None = None
    """A stable name, for links: `[the costs](#costs)` leads to the slide with `id: costs`."""
    section: Prose | None = None
    """Starts a section; with nothing else, the slide is its divider."""
    layout: LayoutName | None = None
    """How the slide is laid out, where its keys do not already say it."""
    notes: Prose | None = None
    """What is said over the slide."""
    time: Duration | None = None
    """How long the slide takes: `1m30`, `45s`, `1:30`."""
    at: Moment | None = None
    """Where the slide starts in a recording: `4:07` or `1:02:33`."""
    link: Neutral | None = None
    """An address that belongs to the slide, or another slide: `"#costs"`."""
    only: Literal["en", "fr"] | None = None
    """The one language in which the slide is shown."""
    hidden: bool = False
    """Whether the slide is skipped when presenting."""
    build: bool = False
    """Whether the points of the slide's lists appear one after another, each on a click with the points under it."""
    transition: Transition | None = None
    """How the slide comes in: `none`, `fade`, `push`, `wipe`, `cover` or `reveal`."""


class Variable(Struct, frozen=True, gc=False):
    """A name under `vars:` and what it stands for."""

    name: str
    """What goes between `${` and `}`."""
    pair: Pair
    """What it stands for: a value, a pair or a plain word."""
    span: Span
    """The name itself."""


class TemplateLayout(Struct, frozen=True, gc=False):
    """One line of a template's map: what a slide may need, and where the template has it."""

    need: str
    """Our name of the need: `content`, `section`, `columns-2`…"""
    layout: str
    """The template's layout, by its name or its number."""
    span: Span
    """The layout's name."""
    places: tuple[tuple[str, int, Span], ...] = ()
    """What goes into which placeholder, by its idx."""


class Template(Struct, frozen=True, gc=False):
    """An organisation's own PowerPoint file, in which the deck is drawn."""

    file: str
    """Its path, seen from the deck's folder."""
    span: Span
    """The path itself."""
    layouts: tuple[TemplateLayout, ...] = ()
    """Its map; what is not in it is guessed."""


class Deck(Struct, frozen=True, gc=False):
    """A whole talk, in both languages."""

    title: Prose
    """The talk's title, for the cover."""
    slides: tuple[Slide, ...]
    """The slides, in order."""
    slidekit: int = 1
    """The version of the format that the deck is written in."""
    subtitle: Prose | None = None
    """A line under the talk's title."""
    author: Neutral | None = None
    """Who gives the talk."""
    date: str | None = None
    """The day of the talk, typed `YYYY-MM-DD`."""
    languages: tuple[str, ...] = ("en-CA", "fr-CA")
    """Locales, one English and one French; the first is the one written first."""
    theme: str = "boreal"
    """The name of a theme, or a path to a theme file."""
    mode: Literal["light", "dark"] = "light"
    """Whether the slides have the theme's light form or its dark one."""
    template: Template | None = None
    """A .pptx or .potx of the organisation's own: a path inside the deck's folder, or `file:` and `layouts:`."""
    duration: Duration | None = None
    """How long the talk may take: `20m`, `1h05`."""
    vars: tuple[Variable, ...] = ()
    """Values written once; `${name}` puts one into a text, in each language's own form."""
    glossary: TermList | None = None
    """The words that the deck is held to: the path of a list of terms (YAML, CSV or TBX), or the terms themselves."""
    typography: Typography = "locale"
    """Whose spaces and signs the texts are held to: those of `languages:`, or `eu`, the European Union's own."""
    transition: Transition | None = None
    """How slides come in that do not say it themselves: `fade`, `push`, `wipe`, `cover` or `reveal`."""

    def locale(self, lang: str) -> str:
        """The deck's locale for `en` or `fr`, such as `fr-CA`."""
        return next(name for name in (*self.languages, f"{lang}-CA") if name.split("-")[0] == lang)
