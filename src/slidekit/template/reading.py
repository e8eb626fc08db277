"""What a template says: its masters, their layouts, and every placeholder with all that it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from slidekit.scene.boxes import Box, Inset
from slidekit.source.wording import tell
from slidekit.template import soundness
from slidekit.template.colors import Inks, color_map, slots
from slidekit.template.levels import BODY, OTHER, TITLE, Level, cascade
from slidekit.template.names import A, P, R, family, mm, truth, whole
from slidekit.template.opening import Archive, RefusedError
from slidekit.template.package import Package

if TYPE_CHECKING:
    from slidekit.template.names import Element

_FAMILIES = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
"""The placeholder of a master that one of a layout inherits from; all others take `body`."""
_STYLES = {"title": TITLE, "dt": OTHER, "ftr": OTHER, "sldNum": OTHER}
_INSET = Inset(2.54, 1.27, 2.54, 1.27)
"""Where nothing is said: 0.1 in and 0.05 in (CT_TextBodyProperties, 21.1.2.1.1)."""
MOST_LAYOUTS = 200
_WORD, _IDX = re.compile(r"[A-Za-z0-9]{1,20}"), re.compile(r"[0-9]{1,10}")


class Body(NamedTuple):
    """How text lies in a placeholder."""

    inset: Inset
    anchor: str
    """`t`, `ctr` or `b`."""
    upright: bool
    """Whether lines run from left to right, unturned."""


class Seat(Struct, frozen=True, gc=False):
    """A placeholder of a layout, with what it inherits."""

    type: str
    """As PowerPoint names it; `obj` where nothing is said."""
    idx: int
    """0 where nothing is said."""
    tag: str
    """The attributes of the `p:ph`."""
    name: str
    box: Box | None
    """`None` where neither the layout nor its master places it."""
    body: Body
    levels: tuple[Level, ...]
    fill: str | None

    @property
    def family(self) -> str:
        """`title`, `body`, `dt`, `ftr` or `sldNum`; `picture` and the like for what takes no text."""
        if self.type in ("pic", "chart", "tbl", "dgm", "media", "clipArt"):
            return self.type
        return _FAMILIES.get(self.type, "body")


class LayoutPart(Struct, frozen=True, gc=False):
    """A layout of a template."""

    number: int
    """Counted from 1, over all masters, as PowerPoint's menu shows them."""
    part: str
    master: str
    name: str
    type: str
    """What PowerPoint calls its kind, such as `twoObj`; empty where it is the template's own."""
    seats: tuple[Seat, ...]
    inks: Inks
    color_map: str
    """The element by which it renames the colours, or nothing."""
    shows_master: bool


class Template(Struct, frozen=True, gc=False):
    """A template that has been read."""

    package: Package
    width: float
    height: float
    """In mm."""
    slots: dict[str, str]
    """The colours of the first master's theme."""
    fonts: tuple[str, str]
    """Of titles, and of text."""
    layouts: tuple[LayoutPart, ...]
    samples: int
    """How many slides it has."""


def read(archive: Archive) -> Template:
    """Read a template; raises `RefusedError` where it lacks what a presentation must have."""
    package = Package(archive)
    main = package.main
    tree = package.tree(main)
    size = tree.find(f"{P}sldSz")
    width, height = (mm(size.get("cx")), mm(size.get("cy"))) if size is not None else (254.0, 190.5)
    if not (50 <= width <= 1500 and 50 <= height <= 1500):
        raise RefusedError(
            tell("the template's slides are {width:.0f} × {height:.0f} mm", width=width, height=height),
            tell("choose 16:9 or 4:3 in PowerPoint"),
            "SK132",
        )
    masters = _masters(package, main, tree)
    layouts: list[LayoutPart] = []
    for master in masters:
        layouts += _Master(package, master, tree).layouts(len(layouts) + 1)
        if len(layouts) > MOST_LAYOUTS:
            raise RefusedError(
                tell("the template has more than {most_layouts} layouts", most_layouts=MOST_LAYOUTS),
                tell("delete those that nobody uses"),
            )
    if not layouts:
        raise RefusedError(
            tell("the template has no layouts"), tell("add one in PowerPoint's slide master view"), "SK132"
        )
    soundness.look(package)
    if not any(layout.seats for layout in layouts):
        hint = tell("give one of them a title and a text in PowerPoint's slide master view")
        raise RefusedError(tell("none of the template's layouts has a placeholder"), hint, "SK132")
    theme = package.tree(package.one(masters[0], "theme"))
    samples = tree.find(f"{P}sldIdLst")
    return Template(
        package, width, height, slots(theme), _fonts(theme), tuple(layouts), len(samples) if samples is not None else 0
    )


def _masters(package: Package, main: str, tree: Element) -> list[str]:
    relations = package.relations(main)
    ids = [one.get(f"{R}id", "") for one in tree.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId")]
    found = [relations[one].target for one in ids if one in relations and relations[one].target in package.archive]
    if not found:
        raise RefusedError(
            tell("the template has no slide master"),
            tell("open it in PowerPoint and save it as .pptx or .potx"),
            "SK132",
        )
    return found


def _fonts(theme: Element) -> tuple[str, str]:
    found = []
    for kind in ("majorFont", "minorFont"):
        latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}/{A}latin")
        found.append((family(latin.get("typeface", "")) if latin is not None else "") or "Calibri")
    return found[0], found[1]


class _Master:
    """A master, and what its layouts inherit from it."""

    def __init__(self, package: Package, part: str, main: Element) -> None:
        self.package, self.part, self.tree = package, part, package.tree(part)
        theme = package.tree(package.one(part, "theme"))
        self.slots, self.fonts = slots(theme), _fonts(theme)
        self.inks = Inks(self.slots, color_map(self.tree.find(f"{P}clrMap")))
        self.styles = self.tree.find(f"{P}txStyles")
        self.defaults = main.find(f"{P}defaultTextStyle")
        self.placeholders: dict[str, Element] = {}
        for shape, ph in _placeholders(self.tree):
            self.placeholders.setdefault(_FAMILIES.get(ph.get("type", "obj"), "body"), shape)

    def layouts(self, first: int) -> list[LayoutPart]:
        """Its layouts, in the order of the menu."""
        relations = self.package.relations(self.part)
        ids = [one.get(f"{R}id", "") for one in self.tree.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
        parts = [relations[one].target for one in ids if one in relations]
        return [self._layout(part, first + at) for at, part in enumerate(parts) if part in self.package.archive]

    def _layout(self, part: str, number: int) -> LayoutPart:
        tree = self.package.tree(part)
        common = tree.find(f"{P}cSld")
        name = (common.get("name", "") if common is not None else "") or f"Layout {number}"
        override = tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        inks = Inks(self.slots, color_map(override)) if override is not None else self.inks
        renamed = ""
        if override is not None:
            said = [(str(key), str(value)) for key, value in override.attrib.items()]
            pairs = " ".join(f'{key}="{value}"' for key, value in said if key.isalnum() and value.isalnum())
            renamed = f"<a:overrideClrMapping {pairs}/>"
        seats = tuple(self._seat(shape, ph, inks) for shape, ph in _placeholders(tree))
        shows = truth(tree.get("showMasterSp")) is not False
        return LayoutPart(number, part, self.part, name, tree.get("type", ""), seats, inks, renamed, shows)

    def _seat(self, shape: Element, ph: Element, inks: Inks) -> Seat:
        type_ = ph.get("type", "obj")
        family = _FAMILIES.get(type_, "body")
        above = self.placeholders.get(family)
        chain = [shape] if above is None else [shape, above]
        lists = [one.find(f"{P}txBody/{A}lstStyle") for one in reversed(chain)]
        style = _STYLES.get(family, BODY)
        base = self.styles.find(f"{P}{style}") if self.styles is not None else None
        levels = cascade([self.defaults, base, *lists], inks, self.fonts)
        number = ph.get("idx", "0")
        idx = int(number) if _IDX.fullmatch(number) else 0
        allowed = [(key, ph.get(key)) for key in ("type", "orient", "sz", "idx")]
        tag = " ".join(f'{key}="{value}"' for key, value in allowed if value and _WORD.fullmatch(value))
        box = next((found for one in chain if (found := _box(one)) is not None), None)
        fill = next((ink for one in chain if (ink := inks.fill(one.find(f"{P}spPr"))) is not None), None)
        properties = shape.find(f"{P}nvSpPr/{P}cNvPr")
        name = properties.get("name", "") if properties is not None else ""
        return Seat(type_, idx, tag, name, box, _body(chain), levels, fill or None)


def _placeholders(tree: Element) -> Iterator[tuple[Element, Element]]:
    """The placeholders of a master or a layout, each with its `p:ph`; those in groups are none."""
    shapes = tree.find(f"{P}cSld/{P}spTree")
    for shape in shapes if shapes is not None else ():
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") if shape.tag == f"{P}sp" else None
        if ph is not None:
            yield shape, ph


def _box(shape: Element) -> Box | None:
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None:
        return None
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    return Box(mm(offset.get("x")), mm(offset.get("y")), mm(extent.get("cx")), mm(extent.get("cy")))


def _body(chain: list[Element]) -> Body:
    found = [one.find(f"{P}txBody/{A}bodyPr") for one in chain]
    properties = [one for one in found if one is not None]

    def said(name: str) -> str | None:
        return next((value for one in properties if (value := one.get(name)) is not None), None)

    inset = Inset(
        mm(said("lIns"), _INSET.left),
        mm(said("tIns"), _INSET.top),
        mm(said("rIns"), _INSET.right),
        mm(said("bIns"), _INSET.bottom),
    )
    turned = [one.find(f"{P}spPr/{A}xfrm") for one in chain]
    rotation = next((one.get("rot", "0") for one in turned if one is not None), "0")
    upright = (said("vert") or "horz") == "horz" and whole(said("rot")) == 0 and whole(rotation) == 0
    return Body(inset, said("anchor") or "t", upright)
