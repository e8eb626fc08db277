"""A talk as it is said in one language: pages of blocks, every word chosen and carrying its locale."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from slidekit.source.span import START, Span

Edition = Literal["en", "fr", "side-by-side", "stacked", "alternating"]
"""How a talk in two languages is shown: in one of them, in both on every slide, or slide by slide in turn."""


class Run(Struct, frozen=True, gc=False):
    """A stretch of words that look alike. A run whose text is `"\\n"` is a line break."""

    text: str
    locale: str
    """BCP 47, such as `fr-CA`."""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str | None = None
    """An address, or `#` and the `id:` of a slide."""
    missing: bool = False
    """In a draft: nobody has written this text yet; drawn so that no one can miss it."""
    math: str = ""
    """LaTeX: the run is a formula, drawn as one where that can be; its text is the same on one line of Unicode."""


class Line(Struct, frozen=True, gc=False):
    """One text in one locale, as runs; layout breaks it, writers draw it."""

    runs: tuple[Run, ...]
    span: Span = START
    """The text in the deck that it comes from."""
    path: str = ""
    """Its place in the deck, such as `slides.3.bullets.1`."""

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join([run.text for run in self.runs])


class Subtitle(Struct, frozen=True, gc=False):
    """A line under the title."""

    line: Line


class Paragraphs(Struct, frozen=True, gc=False):
    """Running text."""

    lines: tuple[Line, ...]


class Item(Struct, frozen=True, gc=False):
    """One point of a list."""

    line: Line
    level: int
    """0 for the outermost."""
    marker: Literal["bullet", "arrow", "number"]
    number: int = 0
    """From 1 within its own list, where the marker is a number."""


class Bullets(Struct, frozen=True, gc=False):
    """A list, its nesting flattened into levels."""

    items: tuple[Item, ...]
    build: bool = False
    """Whether its points come one after another, each with what is under it."""


class Quote(Struct, frozen=True, gc=False):
    """Somebody's words, without quotation marks, and who said them."""

    lines: tuple[Line, ...]
    by: Line | None


class Code(Struct, frozen=True, gc=False):
    """A listing; `highlight` holds line numbers from 1."""

    source: str
    syntax: str | None
    highlight: tuple[int, ...]
    locale: str
    caption: Line | None
    span: Span
    path: str


Role = Literal["prompt", "reply", "tool", "thought", "stage", "plain"]


class TerminalLine(Struct, frozen=True, gc=False):
    """A line of a transcript: who speaks, the sign that says so (`""` when it goes on), the words."""

    role: Role
    sign: str
    text: str


class Terminal(Struct, frozen=True, gc=False):
    """A transcript."""

    lines: tuple[TerminalLine, ...]
    locale: str
    caption: Line | None
    span: Span
    path: str


class Diagram(Struct, frozen=True, gc=False):
    """Fixed-pitch art and what it shows."""

    source: str
    alt: str
    locale: str
    caption: Line | None
    span: Span
    path: str


class Table(Struct, frozen=True, gc=False):
    """A table whose rows all have as many cells; the header may be empty."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    align: tuple[Literal["left", "center", "right"], ...]
    """One per column."""
    alt: str
    locale: str
    caption: Line | None
    span: Span
    path: str


class Series(Struct, frozen=True, gc=False):
    """The figures of one series, one per category; `None` is a gap."""

    name: Line
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    """The same figures in the locale's form, unit included."""
    across: tuple[float, ...] = ()
    """In a scatter chart, how far to the right each value stands."""
    across_labels: tuple[str, ...] = ()
    """The same in the locale's form."""
    names: tuple[Line | None, ...] = ()
    """In a scatter chart, what is written beside each value."""


class Chart(Struct, frozen=True, gc=False):
    """A chart. `number_format` is in Excel's notation, unit included (`0.0" s"`)."""

    type: Literal["bar", "column", "line", "area", "pie", "doughnut", "scatter"]
    categories: tuple[Line, ...]
    series: tuple[Series, ...]
    number_format: str
    alt: str
    """The figures in words, when the author gave no text."""
    locale: str
    caption: Line | None
    span: Span
    path: str
    ticks: tuple[tuple[float, str], ...] = ()
    """Round figures for the axis of values; none for pies, nor where the figures do not differ."""
    stacked: Literal["", "sum", "share"] = ""
    """Whether bars, columns or areas stand on each other; `share`: as parts of 100 %, and ticks are from 0 to 1."""
    x: Line | None = None
    """What the horizontal axis shows."""
    y: Line | None = None
    """What the vertical axis shows."""
    across_ticks: tuple[tuple[float, str], ...] = ()
    """In a scatter chart, round figures for the horizontal axis."""
    across_format: str = ""
    """The form of those figures, in Excel's notation."""
    share_format: str = "0%"
    """The form of a share in this locale, in Excel's notation."""
    shares: tuple[str, ...] = ()
    """For pies, each slice's share of the whole, in words."""
    unit: str = ""
    """What follows each figure, its space included, where it is a word such as `hours`."""
    units: Line | None = None
    """The unit in both languages, where a chart serves both and its figures stand without it."""


class Image(Struct, frozen=True, gc=False):
    """A picture inside the deck's folder, or a QR code."""

    path_in_deck: str
    """Of a QR code `qr:` and its address."""
    alt: str
    locale: str
    caption: Line | None
    span: Span
    path: str
    cover: bool = False
    """Whether it fills the room there is, cut where it is too large."""
    focus: tuple[float, float] = (0.5, 0.5)
    """Shares of its width and height: what stays in view."""
    qr: str = ""
    """The address that it is a QR code of."""


class Math(Struct, frozen=True, gc=False):
    """A formula on a line of its own."""

    latex: str
    alt: str
    """The formula in words, the author's or our own."""
    locale: str
    caption: Line | None
    span: Span
    path: str


class Column(Struct, frozen=True, gc=False):
    """A heading and blocks."""

    title: Line | None
    blocks: tuple[Block, ...]


class Columns(Struct, frozen=True, gc=False):
    """Blocks beside each other."""

    columns: tuple[Column, ...]


class Takeaway(Struct, frozen=True, gc=False):
    """The sentence to remember."""

    line: Line


Block = (
    Subtitle | Paragraphs | Bullets | Quote | Code | Terminal | Diagram | Table | Chart | Image | Math | Columns
    | Takeaway
)  # fmt: skip


class Page(Struct, frozen=True, gc=False):
    """One slide as it is shown."""

    number: int
    """The number drawn on it, from 1; the cover is page 1."""
    slide: int | None
    """Its number in `slides:`, from 1; `None` for the cover made from the deck's own title."""
    key: str
    """Its `id:`, or `slide-7`; unique."""
    layout: str
    """A `LayoutName`, chosen by the author or inferred from the blocks."""
    title: Line
    """Never empty: a slide without one of its own is named after its section or its content."""
    title_shown: bool
    """False where the title is only for screen readers and outlines."""
    blocks: tuple[Block, ...]
    notes: tuple[Line, ...]
    """A paragraph each."""
    section: Line | None
    """The section that the page belongs to."""
    starts_section: bool
    hidden: bool
    seconds: int | None
    """How long the slide is planned for."""
    start: int | None
    """Seconds planned before it, when every page before it says its time, else `None`."""
    at: int | None
    """Where it comes in a recording, in seconds."""
    link: str | None
    span: Span
    built: tuple[str, ...] = ()
    """The paths of the points that come one after another, each on a click with what is under it."""
    transition: str = ""
    """How the slide comes in: `fade`, `push`, `wipe`, `cover`, `reveal`, or nothing."""
    locale: str = ""
    """The locale of its words: in an alternating show, pages of both languages stand together."""
    twin: Page | None = None
    """Side by side and stacked: the same page in the second language, said on this very slide."""
    twin_number: int | None = None
    """The number of the page that says the same in the other language, where that is a page of its own."""
    twin_section: Line | None = None
    """The section's name in the other language, where the show holds both and their names differ."""
    other_notes: tuple[Line, ...] = ()
    """The notes in the other language, where both are wanted."""
    id: str = ""
    """Its `id:`, by which other slides lead to it."""
    jumps: bool = False
    """Whether anything on it or in its notes may lead to another slide."""
    leads: str = ""
    """What the slide is called that `link:` leads to."""


class Show(Struct, frozen=True, gc=False):
    """A talk in one language, or in both."""

    lang: Literal["en", "fr"]
    """Of both, the one that comes first."""
    locale: str
    title: Line
    subtitle: Line | None
    author: Line | None
    date: str
    """In words, or empty."""
    pages: tuple[Page, ...]
    draft: bool = False
    edition: Edition = "en"
    twin: Show | None = None
    """In editions of both languages, the talk in the second one, whose title and author stand beside the first's."""

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales that its pages speak, the first language's first."""
        found = dict.fromkeys([self.locale, *[page.locale for page in self.pages if page.locale]])
        return tuple(found if self.twin is None else found | {self.twin.locale: None})
