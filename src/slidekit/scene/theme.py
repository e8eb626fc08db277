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
    chart: tuple[float, ...]
    """All words and figures of charts."""
    grown: tuple[float, ...] = (36.0, 32.0)
    """Larger than the first of `body`: for texts and lists that take less than half of their room."""


class Grid(Struct, frozen=True, gc=False):
    """Where things stand on a slide, in mm."""

    left: float
    """The margin at the left."""
    right: float
    """The margin at the right, not a coordinate."""
    title_top: float
    """Where the titles' box begins; titles stand on its foot."""
    title_height: float
    """How high that box is: two lines of the smallest size, so that long titles find room."""
    content_top: float
    """Where everything but the title begins."""
    content_bottom: float
    """A coordinate: nothing but the footer goes below it."""
    footer_top: float
    """Where the foot of the slide begins."""
    footer_height: float
    """How high it is."""
    gap: float
    """Between blocks, and between columns twice this."""
    width: float = 338.6667
    """Of the slide: 338.6667 × 190.5 is 16 : 9 (13.333 × 7.5 in, 960 × 540 pt), 254 × 190.5 is 4 : 3."""
    height: float = 190.5
    """Of the slide."""


class ThemeFile(Struct, frozen=True, gc=False):
    """How decks look: colours, fonts, sizes and margins, on light ground and on dark."""

    name: str
    """The theme's name: letters, digits and hyphens."""
    description: Annotated[Words, "words"]
    """What the theme is for, in both languages."""
    fonts: Fonts
    """Families by the names that PowerPoint knows."""
    palette: Palette
    """Colours by what they are for."""
    code: CodeColors
    """Colours of code by kind of token, on the palette's panel."""
    terminal: TerminalColors
    """Colours of a transcript by who speaks, on the palette's night."""
    sizes: Sizes
    """Sizes in points, largest first, down to the least that is allowed."""
    grid: Grid
    """Where things stand on a slide, in mm."""
    dark: Dark | None = None
    """What is different in the dark form, which a deck chooses with `mode: dark`."""
    line_spacing: float = 1.0
    """Room between lines, as a multiple of the font's own."""
    paragraph_gap: float = 0.4
    """Between paragraphs of a text, as a share of its size."""
    stacked_share: float = 0.8
    """In the stacked edition, the size of the second language's words as a share of the first's."""
    stacked_least: float = 14.0
    """In points: the second language's words are no smaller, unless the first's are."""
    cover: Literal["band", "circles", "frame", "plain"] = "band"
    """What covers and dividers carry: a band at the left edge, large circles, a frame, or nothing."""
    rule: Literal["short", "line", "ribbon", "none"] = "short"
    """What goes with a title: a short rule above it, a line below it, a ribbon at its left, or nothing."""
    corners: Literal["round", "square"] = "round"
    """The corners of transcripts and drawings."""


class Theme(ThemeFile, frozen=True, gc=False):
    """A theme in one of its forms, ready to draw with."""

    mode: Mode = "light"
    """Which form it is."""
    printed: Palette | None = None
    """The colours of notes pages, which stay on white paper, where they are not the palette's own."""

    @property
    def on_paper(self) -> Palette:
        """The palette of notes pages."""
        return self.printed or self.palette

    @property
    def plate(self) -> str | None:
        """What lies behind pictures on a dark ground: drawings with no ground of their own are made for white paper."""
        from slidekit.scene.contrast import luminance

        return "FFFFFF" if luminance(self.palette.paper) < luminance(self.palette.ink) else None

    @property
    def rounded(self) -> bool:
        """Whether panels have round corners."""
        return self.corners == "round"


def form(file: ThemeFile, mode: Mode) -> Theme:
    """A theme in its light or its dark form; one without a dark form has its light one for both."""
    parts = {name: getattr(file, name) for name in file.__struct_fields__}
    dark = file.dark if mode == "dark" else None
    if dark:
        parts["palette"] = replace(file.palette, **dict(dark.palette))
        parts["code"] = replace(file.code, **dict(dark.code))
        parts["terminal"] = replace(file.terminal, **dict(dark.terminal))
    return Theme(**parts, mode="dark" if dark else "light", printed=_printed(file.palette, parts["palette"]))


def _printed(light: Palette, own: Palette) -> Palette | None:
    """The colours of words on white paper: the light form's, and black for what cannot be read there."""
    from slidekit.scene.contrast import TEXT, ratio

    names = ("ink", "second", "muted")
    faint = {name: "000000" for name in names if ratio(getattr(light, name), "FFFFFF") < TEXT}
    if not faint and light is own:
        return None
    return replace(light, paper="FFFFFF", **faint)
