"""What stands behind the words of a template's layout, as shapes that can be drawn: ground, bands, logos, legal lines.

PowerPoint's own drawing is far richer; what cannot be drawn here is left out of PDFs and pictures,
and stays in the .pptx all the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from slidekit.scene.boxes import Art, Box, Inset, Paragraph, PictureShape, Shape, TextShape, Type
from slidekit.scene.breaking import Measured
from slidekit.scene.contrast import mixed
from slidekit.scene.metrics import DRAWN_LINE, face
from slidekit.scene.pictures import Crop, Picture
from slidekit.show.pages import Run
from slidekit.source.wording import tell
from slidekit.template.colors import alpha
from slidekit.template.levels import OTHER, Level, cascade
from slidekit.template.names import A, P, R, family, mm, truth, whole
from slidekit.template.package import Package

if TYPE_CHECKING:
    from slidekit.template.names import Element
    from slidekit.template.reading import LayoutPart, Template

_INSET = Inset(2.54, 1.27, 2.54, 1.27)
_ALIGN = {"ctr": "center", "r": "right"}
_ANCHOR = {"ctr": "middle", "b": "bottom"}
_ROUND = frozenset({"ellipse"})
_RECTANGLES = frozenset(
    {"rect", "roundRect", "round1Rect", "round2SameRect", "snip1Rect", "line", "straightConnector1"}
)
MOST_SHAPES = 300
"""Of one layout; a template that draws a map in shapes is drawn without it."""


class Move(NamedTuple):
    """Where a group puts what is in it: how much larger, how far along."""

    sx: float = 1.0
    sy: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def box(self, box: Box) -> Box:
        """A box of the group's own coordinates on the slide."""
        return Box(box.x * self.sx + self.dx, box.y * self.sy + self.dy, box.w * self.sx, box.h * self.sy)


class Scenery(NamedTuple):
    """What was found, and what could not be drawn."""

    ground: str
    """The colour of the ground; where it is a picture or a gradient, one that stands for it."""
    shapes: tuple[Shape, ...]
    left_out: tuple[str, ...]
    """Words for what is not drawn, such as `a freeform (Wave)`."""
    pictured: bool = False
    """Whether the ground is a picture, so that nothing is known of the contrast on it."""


def scenery(template: Template, layout: LayoutPart) -> Scenery:
    """What a layout has behind its words."""
    painter = _Painter(template, layout)
    ground, shapes, pictured = painter.ground()
    parts = [layout.master, layout.part] if layout.shows_master else [layout.part]
    for part in parts:
        tree = template.package.tree(part).find(f"{P}cSld/{P}spTree")
        if tree is not None:
            shapes += painter.tree(tree, part, Move())
    if len(shapes) > MOST_SHAPES:
        painter.left_out.append(tell("{n} more shapes", n=len(shapes) - MOST_SHAPES))
    return Scenery(ground, tuple(shapes[:MOST_SHAPES]), tuple(painter.left_out), pictured)


class _Painter:
    """Turns the shapes of a layout and its master into ours."""

    def __init__(self, template: Template, layout: LayoutPart) -> None:
        self.template, self.layout, self.inks = template, layout, layout.inks
        self.package: Package = template.package
        self.left_out: list[str] = []
        self._ground = "FFFFFF"
        self._locale = "en-CA"

    def ground(self) -> tuple[str, list[Shape], bool]:
        """The colour behind all, and what is drawn for it."""
        whole_slide = Box(0, 0, self.template.width, self.template.height)
        for part in (self.layout.part, self.layout.master):
            background = self.package.tree(part).find(f"{P}cSld/{P}bg")
            if background is not None and len(background):
                break
        else:
            self._ground = self.inks.named("bg1")
            return self._ground, [Art("rect", whole_slide, self._ground)], False
        holder: Element | None = background[0]
        source, color = part, ""
        if background[0].tag == f"{P}bgRef":
            color = self.inks.of(background[0][0]) if len(background[0]) else self.inks.named("bg1")
            holder, source = self._referred(whole(background[0].get("idx")))
        picture = self._picture(holder, source, whole_slide) if holder is not None else None
        gradient = holder.find(f"{A}gradFill") if holder is not None else None
        if picture is not None:
            self._ground = self.inks.named("bg1")
            return self._ground, [Art("rect", whole_slide, self._ground), picture], True
        if gradient is not None:
            first, last = self.inks.stops(gradient, color)
            self._ground = mixed(first, last, 0.5)
            return self._ground, [Art("rect", whole_slide, first, last)], False
        self._ground = self.inks.fill(holder, color) or color or self.inks.named("bg1")
        return self._ground, [Art("rect", whole_slide, self._ground)], False

    def _referred(self, idx: int) -> tuple[Element | None, str]:
        """The fill of the theme's own that a ground refers to, wrapped as others are (20.1.4.1.7)."""
        part = self.package.one(self.layout.master, "theme")
        fills = self.package.tree(part).find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst")
        if fills is None or not 1001 <= idx < 1001 + len(fills):
            return None, part
        from lxml import etree

        holder = etree.Element("holder")
        holder.append(etree.fromstring(etree.tostring(fills[idx - 1001])))
        return holder, part

    def tree(self, tree: Element, part: str, move: Move) -> list[Shape]:
        """The shapes of a tree or a group, from the back to the front; placeholders are not among them."""
        found: list[Shape] = []
        for one in tree:
            tag = one.tag.removeprefix(P) if isinstance(one.tag, str) else ""
            if tag in ("nvGrpSpPr", "grpSpPr", "extLst", "") or one.find(f".//{P}nvPr/{P}ph") is not None:
                continue
            if len(found) > MOST_SHAPES or self._hidden(one):
                continue
            found += self._one(one, tag, part, move)
        return found

    @staticmethod
    def _hidden(one: Element) -> bool:
        return any(truth(each.get("hidden")) for each in one.iterfind(f"*/{P}cNvPr"))

    def _one(self, one: Element, tag: str, part: str, move: Move) -> list[Shape]:
        if tag == "grpSp":
            return self.tree(one, part, _inner(one, move))
        box = _place(one)
        if box is None:
            return []
        box = move.box(box)
        match tag:
            case "sp" | "cxnSp":
                return list(self._shape(one, part, box))
            case "pic":
                picture = self._picture(one, part, box)
                if picture is None:
                    self._miss(one, tell("a picture of another kind than PNG and JPEG"))
                return [picture] if picture else []
            case _:
                self._miss(one, tell("an object"))
                return []

    def _miss(self, one: Element, what: str) -> None:
        named = next(one.iterfind(f"*/{P}cNvPr"), None)
        name = named.get("name", "") if named is not None else ""
        self.left_out.append(tell("{what} ({name})", what=what, name=name) if name else what)

    def _shape(self, one: Element, part: str, box: Box) -> Iterator[Shape]:
        properties = one.find(f"{P}spPr")
        if properties is None:
            return
        preset = properties.find(f"{A}prstGeom")
        kind = preset.get("prst", "rect") if preset is not None else "" if len(properties) > 1 else "rect"
        picture = self._picture(properties, part, box) if properties.find(f"{A}blipFill") is not None else None
        color = self._color(one, properties)
        if picture is not None:
            yield picture
        elif color and (kind in _RECTANGLES or kind in _ROUND):
            gradient = properties.find(f"{A}gradFill")
            end = self.inks.stops(gradient)[1] if gradient is not None else None
            yield Art("ellipse" if kind in _ROUND else "rounded" if kind == "roundRect" else "rect", box, color, end)
        elif color:
            self._miss(one, tell("a shape that is neither rectangle nor ellipse"))
        yield from self._edge(one, properties, kind, box, bool(color))
        yield from self._words(one, box)

    def _color(self, one: Element, properties: Element) -> str:
        """The fill, thinned where it is not opaque."""
        color = self.inks.fill(properties)
        if color is None and properties.find(f"{A}blipFill") is None:
            style = one.find(f"{P}style/{A}fillRef")
            color = self.inks.of(style[0]) if style is not None and len(style) and style.get("idx") != "0" else ""
        solid = properties.find(f"{A}solidFill")
        opaque = alpha(solid[0] if solid is not None and len(solid) else None)
        return mixed(color, self._ground, opaque) if color and opaque < 1 else color or ""

    def _edge(self, one: Element, properties: Element, kind: str, box: Box, filled: bool) -> Iterator[Shape]:
        """A straight line that lies level or upright, as a thin rectangle; outlines of filled shapes are left out."""
        line = properties.find(f"{A}ln")
        if filled or kind not in ("line", "straightConnector1"):
            return
        color = self.inks.fill(line)
        if color is None:
            style = one.find(f"{P}style/{A}lnRef")
            color = self.inks.of(style[0]) if style is not None and len(style) else ""
        thick = mm(line.get("w"), 0.35) if line is not None else 0.35
        if color and box.h < 0.5:
            yield Art("rect", box._replace(y=box.y - thick / 2, h=thick), color)
        elif color and box.w < 0.5:
            yield Art("rect", box._replace(x=box.x - thick / 2, w=thick), color)

    def _words(self, one: Element, box: Box) -> Iterator[TextShape]:
        """The words of a text box that is no placeholder, such as a legal line."""
        text = one.find(f"{P}txBody")
        if text is None:
            return
        levels = self._levels(text)
        properties = text.find(f"{A}bodyPr")
        inset = _INSET
        if properties is not None:
            inset = Inset(*[mm(properties.get(f"{side}Ins"), _INSET[at]) for at, side in enumerate("ltrb")])
        lines, look = [], levels[0]
        for each in text.iterfind(f"{A}p"):
            words = "".join(_said(each))
            if words.strip():
                look = self._own(each, levels[0])
                type_ = self._type(look, properties)
                lines.append(self._line(words.strip("\n"), look, type_, box.w - inset.left - inset.right))
        if not lines:
            return
        type_ = self._type(look, properties)
        high = DRAWN_LINE * look.spacing
        yield TextShape("Template", "caption", box, tuple(lines), type_, high, inset=inset)

    def _levels(self, text: Element) -> tuple[Level, ...]:
        master = self.package.tree(self.layout.master).find(f"{P}txStyles/{P}{OTHER}")
        defaults = self.package.tree(self.package.main).find(f"{P}defaultTextStyle")
        return cascade([defaults, master, text.find(f"{A}lstStyle")], self.inks, self.template.fonts)

    def _own(self, paragraph: Element, level: Level) -> Level:
        """The level as the paragraph and its first run change it."""
        from msgspec.structs import replace

        properties, run = paragraph.find(f"{A}pPr"), paragraph.find(f"{A}r/{A}rPr")
        if properties is not None and properties.get("algn"):
            level = replace(level, align=properties.get("algn", "l"))
        if run is None:
            return level
        color, bold, latin = self.inks.fill(run), truth(run.get("b")), run.find(f"{A}latin")
        size = whole(run.get("sz")) / 100
        font = latin.get("typeface", "") if latin is not None else ""
        return replace(
            level,
            size=size if 1 <= size <= 400 else level.size,
            color=color or level.color,
            bold=level.bold if bold is None else bold,
            font=level.font if not font or font.startswith("+") else family(font) or level.font,
        )

    @staticmethod
    def _type(level: Level, properties: Element | None) -> Type:
        anchor = (properties.get("anchor") if properties is not None else None) or "t"
        return Type(
            "body",
            level.color,
            bold=level.bold,
            italic=level.italic,
            align=_ALIGN.get(level.align, "left"),  # type: ignore[arg-type]
            anchor=_ANCHOR.get(anchor, "top"),  # type: ignore[arg-type]
        )

    def _line(self, words: str, look: Level, type_: Type, width: float) -> Paragraph:
        runs = (Run(words.upper() if look.caps else words, self._locale),)
        measured = Measured(runs, (face(look.font, type_.bold, type_.italic),))
        return Paragraph(runs, look.size, measured.breaks(max(width, 5.0), look.size))

    def _picture(self, holder: Element, part: str, box: Box) -> PictureShape | None:
        """The picture that a shape or a ground shows, if it is of a kind that can be drawn."""
        fill = next((one for one in holder.iter(f"{P}blipFill", f"{A}blipFill")), None)
        blip = fill.find(f"{A}blip") if fill is not None else None
        relation = self.package.relations(part).get(blip.get(f"{R}embed", "")) if blip is not None else None
        if fill is None or relation is None or relation.external or relation.target not in self.package.archive:
            return None
        content = self.package.archive.read(relation.target)
        kind = picture_kind(content)
        if kind is None:
            return None
        source = fill.find(f"{A}srcRect")
        crop = None
        if source is not None:
            sides = [min(0.95, max(0.0, whole(source.get(side)) / 100000)) for side in "ltrb"]
            usable = any(sides) and sides[0] + sides[2] < 0.97 and sides[1] + sides[3] < 0.97
            crop = Crop(*sides) if usable else None
        digest = hashlib.sha256(content).hexdigest()
        picture = Picture(relation.target, 1, 1, kind, content, digest)  # type: ignore[arg-type]
        return PictureShape("Template", box, picture, "", self._locale, crop=crop)


def picture_kind(content: bytes) -> str | None:
    """`png` or `jpeg`, where the picture seems whole."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in content[-64:]:
        return "png"
    if content.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in content[-1024:]:
        return "jpeg"
    return None


def _said(paragraph: Element) -> Iterator[str]:
    for one in paragraph:
        if one.tag == f"{A}br":
            yield "\n"
        elif one.tag in (f"{A}r", f"{A}fld"):
            yield one.findtext(f"{A}t") or ""


def _place(one: Element) -> Box | None:
    place = next(one.iterfind(f"{P}spPr/{A}xfrm"), None)
    place = place if place is not None else one.find(f"{P}xfrm")
    offset, extent = (place.find(f"{A}off"), place.find(f"{A}ext")) if place is not None else (None, None)
    if offset is None or extent is None:
        return None
    return Box(mm(offset.get("x")), mm(offset.get("y")), mm(extent.get("cx")), mm(extent.get("cy")))


def _inner(group: Element, move: Move) -> Move:
    """Where a group puts what is in it."""
    place = group.find(f"{P}grpSpPr/{A}xfrm")
    parts = [place.find(f"{A}{name}") for name in ("off", "ext", "chOff", "chExt")] if place is not None else [None]
    if any(one is None for one in parts):
        return move
    off, ext, inner, size = [
        (mm(one.get("x") or one.get("cx")), mm(one.get("y") or one.get("cy"))) for one in parts if one is not None
    ]
    sx, sy = ext[0] / size[0] if size[0] else 1.0, ext[1] / size[1] if size[1] else 1.0
    outer = move.box(Box(off[0], off[1], 0, 0))
    sx, sy = sx * move.sx, sy * move.sy
    return Move(sx, sy, outer.x - inner[0] * sx, outer.y - inner[1] * sy)
