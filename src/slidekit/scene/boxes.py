"""What a slide is made of when it is drawn: shapes with boxes in mm and type in points.

Writers draw these and decide nothing: every size, colour and line break is already chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from slidekit.scene.charts.drawing import Drawing
from slidekit.scene.pictures import Crop, Picture
from slidekit.scene.theme import Theme
from slidekit.show import pages
from slidekit.show.pages import Page, Run, Show


class Box(NamedTuple):
    """A rectangle: left, top, width and height in mm from the slide's top left corner."""

    x: float
    y: float
    w: float
    h: float


class Inset(NamedTuple):
    """Room between a shape's edge and its text, in mm."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Placeholder(NamedTuple):
    """The layout's placeholder that a shape fills, as PresentationML names it."""

    type: str
    """`title`, `ctrTitle`, `subTitle` or `body`; any other that a template has."""
    idx: int
    """0 for titles."""


TWIN_TITLE = 24
TWIN = 40
"""What the second language's placeholder has more than the first's in its idx; its title is a body with idx 24."""


def twin_of(placeholder: Placeholder) -> Placeholder:
    """The placeholder in the right half that belongs to one in the left half."""
    if placeholder.idx == 0:
        return Placeholder("body", TWIN_TITLE)
    return Placeholder("body", placeholder.idx + TWIN)


class Type(Struct, frozen=True, gc=False):
    """How text looks, for one role of one layout; runs add bold, italic, strike and code to it."""

    font: Literal["heading", "body", "code"]
    color: str
    """Six hexadecimal digits."""
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"
    marker_color: str = ""
    """The colour of bullets and numbers."""
    link_color: str = ""
    code_color: str = ""
    caps: bool = False
    """Whether it is shown in capitals, however it is typed; templates do that to titles."""


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph, its size chosen and its line breaks found."""

    runs: tuple[Run, ...]
    size_pt: float
    breaks: tuple[int, ...] = ()
    """Where each new line begins, as offsets into the words of all runs put together; a `"\\n"` run
    breaks by itself and is not listed. The space before a break is not drawn."""
    level: int = 0
    marker: str = ""
    """`•`, `–`, `→`, `1.`… or empty; drawn in the hanging indent."""
    number: int = 0
    """The number in the marker, if it is one, so that PowerPoint can count by itself."""
    indent_mm: float = 0.0
    """From the text box's left inset to the words; the marker hangs left of it by `hang_mm`."""
    hang_mm: float = 0.0
    before_pt: float = 0.0
    """Room above; the first paragraph of a box has none."""
    path: str = ""
    color: str = ""
    """Where it is not the box's own: the second language's, below the first's."""


class TextShape(Struct, frozen=True, gc=False):
    """Paragraphs in a box."""

    name: str
    """Unique on its slide: the role and the YAML path, such as `Bullets slides.3.bullets`."""
    role: Literal["title", "subtitle", "body", "quote", "by", "takeaway", "caption", "heading", "meta", "link"]
    """A `heading` stands over a column, `meta` is the author and date of a cover."""
    box: Box
    paragraphs: tuple[Paragraph, ...]
    type: Type
    line_height: float
    """Lines are drawn this × size apart: 1.2 × the theme's line spacing."""
    placeholder: Placeholder | None = None
    inset: Inset = Inset()
    fill: str | None = None
    hidden: bool = False
    """A title for screen readers only: kept in the outline, drawn nowhere (placed above the slide)."""
    link: str | None = None
    """Where a click on the whole shape leads."""
    to_slide: int | None = None
    """The number of the slide of this deck that a click on the whole shape leads to."""


class CodeShape(Struct, frozen=True, gc=False):
    """A listing, a transcript or fixed-pitch art; `code.paint` gives its coloured lines."""

    name: str
    box: Box
    block: pages.Code | pages.Terminal | pages.Diagram
    size_pt: float
    line_height: float
    inset: Inset
    fill: str
    rounded: bool
    """Corners of 3 mm."""
    bar: str | None
    """The colour of a bar of 1.2 mm down the left edge."""
    dots: bool
    """The three dots of a terminal window at the top left."""
    alt: str
    locale: str
    anchor: Literal["top", "middle"] = "top"
    centered: bool = False
    """The art's widest line is centred in the box; all lines keep their common left edge."""


class Cell(Struct, frozen=True, gc=False):
    """A table cell."""

    paragraphs: tuple[Paragraph, ...]
    align: Literal["left", "center", "right"]


class TableShape(Struct, frozen=True, gc=False):
    """A native table. Cells have an inset of 2.5 mm at the sides and 1.5 mm above and below."""

    name: str
    box: Box
    columns_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heights_mm: tuple[float, ...]
    """One a row."""
    header: bool
    """Whether the first row is a header, on night; below it every second row is on panel."""
    size_pt: float
    line_height: float
    alt: str
    locale: str


class ChartShape(Struct, frozen=True, gc=False):
    """A native chart."""

    name: str
    box: Box
    chart: pages.Chart
    drawing: Drawing
    """Where everything in the box stands, and how series are told apart."""


class PictureShape(Struct, frozen=True, gc=False):
    """A picture, already fitted: `box` has its proportions, or those of what is left of it."""

    name: str
    box: Box
    picture: Picture
    alt: str
    locale: str
    link: str | None = None
    crop: Crop | None = None
    """What is cut off it to fill the box."""
    ground: str | None = None
    """A colour that shows where the picture is transparent."""


class Art(Struct, frozen=True, gc=False):
    """A decoration that says nothing: a rule, a band, a dot, a large quotation mark."""

    kind: Literal["rect", "rounded", "ellipse", "text"]
    box: Box
    color: str
    color_end: str | None = None
    """With it, a gradient from the top left to the bottom right corner."""
    text: str = ""
    size_pt: float = 0.0


class MathShape(Struct, frozen=True, gc=False):
    """A formula in LaTeX, in the middle of its box, every part of it in display style."""

    name: str
    box: Box
    latex: str
    size_pt: float
    color: str
    alt: str
    locale: str
    width_mm: float = 0.0
    """How wide the formula itself is at most; 0 for as wide as its box."""

    @property
    def ink(self) -> Box:
        """The part of the box that the formula lies in."""
        width = min(self.width_mm or self.box.w, self.box.w)
        return self.box._replace(x=self.box.x + (self.box.w - width) / 2, w=width)


Shape = TextShape | CodeShape | TableShape | ChartShape | PictureShape | MathShape | Art
"""In a slide's `shapes` the order is both the reading order and the drawing order."""


class Standing(Struct, frozen=True, gc=False):
    """How the paragraphs of one level stand in a template's placeholder, where they do not say otherwise."""

    size_pt: float
    color: str
    marker: str = ""
    """`•` or another sign, `#` for numbers, or empty."""
    marker_color: str = ""
    """Empty where it is the text's."""
    margin_mm: float = 0.0
    """From the box's inset to the words."""
    hang_mm: float = 0.0
    """How far left of them the marker stands."""
    before_pt: float = 0.0
    bold: bool = False
    italic: bool = False


class Slot(Struct, frozen=True, gc=False):
    """What only a template's own placeholder has."""

    tag: str
    """The attributes of its `p:ph`, as the layout has them: `type="body" sz="quarter" idx="13"`."""
    name: str
    """What the template calls it."""
    inset: Inset
    """Between its edge and its text; the spec's `box` is without it."""
    levels: tuple[Standing, ...]


class PlaceholderSpec(Struct, frozen=True, gc=False):
    """A placeholder of a layout: its box and look, which a slide's shape inherits unless it differs."""

    placeholder: Placeholder
    role: str
    box: Box
    type: Type
    size_pt: float
    inset: Inset = Inset()
    fill: str | None = None
    slot: Slot | None = None
    """With it, the placeholder is a template's own."""


class Foot(Struct, frozen=True, gc=False):
    """What a template's layout has at the foot of a slide; each is there or not."""

    footer: PlaceholderSpec | None = None
    number: PlaceholderSpec | None = None
    date: PlaceholderSpec | None = None


class Layout(Struct, frozen=True, gc=False):
    """A PowerPoint layout: a ground, decorations, placeholders."""

    name: str
    """A key, such as `content`, `columns-2`; writers make of it the name that an author sees."""
    ground: Literal["paper", "night"]
    art: tuple[Art, ...]
    placeholders: tuple[PlaceholderSpec, ...]
    footer: bool
    """Whether slides of this layout carry the deck's title and the slide number at their foot."""
    scenery: tuple[Shape, ...] = ()
    """A template's own ground, logos and legal lines, which its .pptx has already; drawn below all else."""
    foot: Foot | None = None
    """Where a template's layout has its foot; `None` where the theme says it for all layouts."""
    part: str = ""
    """The part of a template that the layout is."""
    color_map: str = ""
    """What the slides of a layout must say of the template's colours where it changes their names."""


class SceneSlide(Struct, frozen=True, gc=False):
    """One slide, ready to be drawn."""

    page: Page
    layout: str
    """A key of `Scene.layouts`."""
    shapes: tuple[Shape, ...]
    footer: str
    """What stands at the foot: the deck's title and the section; empty where the layout has none."""
    other_footer: str = ""
    """The same in the second language, where a slide holds both: drawn after it, parted by ` / `."""


class Scene(Struct, frozen=True, gc=False):
    """A show laid out in a theme."""

    show: Show
    theme: Theme
    layouts: dict[str, Layout]
    slides: Iterable[SceneSlide]
    """A tuple; large decks are laid out slide by slide before the first writer starts."""
    footer_box: Box
    number_box: Box
    footer_type: Type
