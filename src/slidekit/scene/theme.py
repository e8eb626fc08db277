"""How decks look: palette, fonts, sizes and the grid of a theme file, decoded as a deck is."""

from typing import Annotated, Literal

from msgspec import Struct
from msgspec.structs import replace

Color = Annotated[str, "color"]
"""Six hexadecimal digits without `#`, such as `10233F`."""
Changes = Annotated[tuple[tuple[str, object], ...], "changes"]
"""Some fields of a record, and what they are instead."""
Mode = Literal["light", "dark"]


class Words(Struct, frozen=True, gc=False):
    """A sentence in both languages."""

    en: str
    """In English."""
    fr: str
    """In French."""


class Palette(Struct, frozen=True, gc=False):
    """Colours by what they are for. Text on its ground holds WCAG AA contrast (4.5 : 1)."""

    paper: Color
    """The ground of an ordinary slide."""
    ink: Color
    """Running text on paper."""
    heading: Color
    """Titles on paper."""
    accent: Color
    """Bullets, rules, the first thing the eye should find."""
    second: Color
    """Attributions, chart's first series."""
    third: Color
    """The bar of a takeaway, the mark of a quotation."""
    muted: Color
    """Footers and captions on paper."""
    panel: Color
    """The ground of code, takeaways and every second table row."""
    hairline: Color
    """Thin lines between things."""
    night: Color
    """The ground of covers, section dividers, table headers and terminals."""
    night_end: Color
    """Where the gradient of that ground ends."""
    on_night: Color
    """Text on night."""
    on_night_soft: Color
    """Secondary text on night."""
    on_night_accent: Color
    """The date and rules on night."""
    chart: tuple[Color, ...]
    """Series or slices, in order; neighbours differ in lightness, not only in hue."""


class CodeColors(Struct, frozen=True, gc=False):
    """Colours of code by kind of token, on the palette's panel."""

    keyword: Color
    """Words of the language itself, such as `def`."""
    string: Color
    """Strings, and lines that a change adds."""
    number: Color
    """Numbers and constants, and lines that a change takes away."""
    comment: Color
    """Comments, and the lines beside those that are highlighted."""
    name: Color
    """Functions, classes and decorators."""
    type: Color
    """Built-in names and types."""


class TerminalColors(Struct, frozen=True, gc=False):
    """Colours of a transcript by who speaks, on the palette's night."""

    prompt: Color
    """What a person types."""
    reply: Color
    """What the program says, and every other line."""
    tool: Color
    """What a tool puts out."""
    thought: Color
    """What an assistant thinks."""
    stage: Color
    """Stage directions."""
    sign: Color
    """The `>` of a prompt."""


class Fonts(Struct, frozen=True, gc=False):
    """Families by the names that PowerPoint knows; `scene.metrics` maps them to the fonts measured."""

    heading: str
    """Of titles and of headings of columns."""
    body: str
    """Of all other words."""
    code: str
    """Of code, transcripts and drawings: one of fixed pitch."""


class Dark(Struct, frozen=True, gc=False):
    """What is different in the dark form of a theme; all else stays."""

    palette: Changes = ()
    """Colours of the palette, by the names that it has above."""
    code: Changes = ()
    """Colours of code."""
    terminal: Changes = ()
    """Colours of transcripts."""


class Sizes(Struct, frozen=True, gc=False):
    """Sizes in points, largest first; text takes the first at which both languages fit."""

    cover: tuple[float, ...]
    """Titles of covers, section dividers and the last slide."""
    title: tuple[float, ...]
    """Titles of all other slides."""
    subtitle: tuple[float, ...]
    """The line under a title."""
    body: tuple[float, ...]
    """Level 0 of a list; each deeper level is 0.85 of the one above it."""
    quote: tuple[float, ...]
    """Quotations."""
    table: tuple[float, ...]
    """Cells of tables."""
    code: tuple[float, ...]
    """Code, transcripts and drawings, which never break their lines."""
    takeaway: tuple[float, ...]
    """The sentence to remember."""
    caption: tuple[float, ...]
    """The line under a picture or a table."""
    footer: float
    """The deck's title, the slide number and the link at the foot."""
    chart: float
    """All words and figures of charts."""


class Grid(Struct, frozen=True, gc=False):
    """Where things stand on a slide, in mm."""

    left: float
    right: float
    """The margin at the right, not a coordinate."""
    title_top: float
    title_height: float
    content_top: float
    content_bottom: float
    """A coordinate: nothing but the footer goes below it."""
    footer_top: float
    footer_height: float
    gap: float
    """Between blocks, and between columns twice this."""
    width: float = 338.6667
    """Of the slide: 338.6667 × 190.5 is 16 : 9 (13.333 × 7.5 in, 960 × 540 pt), 254 × 190.5 is 4 : 3."""
    height: float = 190.5
    """Of the slide."""


class Theme(Struct, frozen=True, gc=False):
    """One theme file, whole."""

    name: str
    description: str
    fonts: Fonts
    palette: Palette
    code: CodeColors
    terminal: TerminalColors
    sizes: Sizes
    grid: Grid
    line_spacing: float = 1.0
    """A multiple of the font's own line height (see `metrics.Face.line_height`)."""
    paragraph_gap: float = 0.4
    """Between paragraphs of a text, as a share of its size."""
    cover: Literal["band", "plain"] = "band"
    """Whether covers and dividers carry a band at the left edge."""
