"""How a deck looks inside an organisation's own template: the look of each of its layouts, as a theme each.

A slide is planned with the theme of the layout that it stands on, so that titles and contents go
where that layout has them, in its sizes and its colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidekit.scene.blocks import Maker, roles
from slidekit.scene.boxes import Box, Foot, Layout, Placeholder, PlaceholderSpec, Shape, Standing, TextShape, Type
from slidekit.scene.elements import Kit, Role
from slidekit.scene.grounds import NightPlaces
from slidekit.scene.theme import Grid, Theme
from slidekit.show import pages
from slidekit.show.pages import Page


class Stand(Struct, frozen=True, gc=False):
    """The layout of a template on which slides of one kind stand."""

    key: str
    """What it is for: one of `deck.keys.TEMPLATE_NEEDS`."""
    layout: Layout
    """As writers see it; its placeholders are the template's own."""
    title: PlaceholderSpec | None
    title_box: Box
    """Where the title goes; above the slide where the layout has no title."""
    content: Box
    """Where all else goes: the room of the layout's content placeholders, less their insets."""
    bodies: tuple[PlaceholderSpec, ...]
    """Those that take texts, in the order in which the slide takes them."""
    heads: tuple[PlaceholderSpec, ...] = ()
    """Those over columns."""
    others: tuple[tuple[str, PlaceholderSpec], ...] = ()
    """Those for one role alone: `subtitle`, `takeaway`, `by`, `meta`."""
    title_spacing: float = 1.0
    """Of the title's lines, which need not be that of the text."""
    foot: Foot | None = None
    """Where the date, the footer and the slide number stand, as far as the layout has them."""

    def other(self, role: str) -> PlaceholderSpec | None:
        """The placeholder of one role."""
        return next((spec for name, spec in self.others if name == role), None)

    def foot_boxes(self, grid: Grid) -> tuple[Box, Box, Box]:
        """Where the footer, the link and the slide number go; a link takes the date's place."""
        own = self.foot or Foot()
        right = grid.width - grid.right
        number = own.number.box if own.number else Box(right - 16, grid.footer_top, 16, grid.footer_height)
        footer = own.footer.box if own.footer else Box(grid.left, grid.footer_top, grid.width / 3, grid.footer_height)
        link = own.date.box if own.date else Box(right - 70, self.content.y + self.content.h, 70, grid.footer_height)
        return footer, link, number

    def night_places(self, height: float) -> NightPlaces:
        """Where things stand on a cover or a divider: in its placeholders, and below each other where one lacks."""
        title, own, meta = self.title_box, self.other("subtitle"), self.other("meta")
        room = height - 14 - title.y - title.h
        under = Box(title.x, title.y + title.h + 4, title.w, max(12.0, min(30.0, room)))
        subtitle = own.box if own else under
        if meta is None and self.key == "title":
            share = 0.62 if subtitle.h > 24 else 0.55
            below = subtitle._replace(y=subtitle.y + subtitle.h * share + 1, h=max(7.0, subtitle.h * (1 - share) - 1))
            subtitle = subtitle._replace(h=subtitle.h * share)
        else:
            below = meta.box if meta else subtitle
        return NightPlaces(title, subtitle, below, subtitle._replace(h=0), max(height - 14, subtitle.y + subtitle.h))

    def worn(self, role: Role) -> Role:
        """A role in the look of its placeholder; a small one in its sizes too."""
        spec = self.other(role.role) or (self.other("subtitle") if role.role == "meta" else None)
        if spec is None:
            return role
        look = replace(spec.type, link_color=role.type.link_color, code_color=role.type.code_color)
        if role.role == "meta":
            size = min(spec.size_pt, 18.0)
            return replace(role, type=look, steps=tuple(dict.fromkeys((size, size * 0.9, max(10.0, size * 0.8)))))
        return replace(role, type=look)


class TemplateTheme(Theme, frozen=True, gc=False, kw_only=True):
    """A theme that comes from a template, for one of its layouts."""

    stand: Stand
    stands: tuple[tuple[str, TemplateTheme], ...] = ()
    """The themes of the other layouts by what they are for, in the one that the deck as a whole has."""
    package: bytes = b""
    """The template itself: what a .pptx is written into."""
    slots: dict[str, str] = {}  # noqa: RUF012 -- a record's own
    """The colours of the template's theme by slot; empty ones where its masters have different themes."""
    body: Type = Type("body", "000000")
    """Running text."""
    levels: tuple[Standing, ...] = ()
    """How the levels of its lists stand."""
    pictured: bool = False
    """Whether the ground is a picture, so that nothing is known of what can be read on it."""

    def of(self, key: str) -> TemplateTheme:
        """The theme of the layout that serves a need."""
        return next((theme for name, theme in self.stands if name == key), self)


def key_of(base: str, twins: Sequence[Page]) -> str:
    """What a slide needs of a template."""
    blocks = twins[0].blocks
    columns = next((one for one in blocks if isinstance(one, pages.Columns)), None)
    if columns is not None and base in ("columns", "content"):
        if len(columns.columns) == 2:
            return "comparison" if all(one.title for one in columns.columns) else "columns-2"
        return "columns-3" if len(columns.columns) == 3 else "content"
    return base if base != "columns" else "content"


def look(theme: Theme, base: str, twins: Sequence[Page]) -> Theme:
    """The theme that a slide is planned with."""
    return theme.of(key_of(base, twins)) if isinstance(theme, TemplateTheme) else theme


def dressed(maker: Maker, base: str, twins: Sequence[Page]) -> Maker:
    """The maker of a slide's elements, with the theme of the layout that the slide stands on."""
    theme = look(maker.kit.theme, base, twins)
    kit = Kit(theme, maker.kit.langs)
    once = getattr(maker, "one", None)
    more = {} if once is None else {"one": Kit(theme, once.langs)}
    return replace(maker, kit=kit, roles=roles(kit), **more)


class _Seats:
    """The placeholders of a layout that are still free."""

    def __init__(self, stand: Stand) -> None:
        self._bodies, self._heads = list(stand.bodies), list(stand.heads)
        self._others = dict(stand.others)
        if stand.title is not None:
            self._others["title"] = stand.title

    def take(self, shape: TextShape) -> PlaceholderSpec | None:
        """The placeholder that a text belongs in, if the layout has one left."""
        match shape.role:
            case "body" | "quote":
                return self._bodies.pop(_nearest(shape.box, self._bodies)) if self._bodies else None
            case "heading":
                return self._heads.pop(_nearest(shape.box, self._heads)) if self._heads else None
            case role:
                return self._others.pop(role, None)


def seated(shapes: list[Shape], stand: Stand) -> list[Shape]:
    """The shapes, each text in the template's placeholder that it belongs in, or in none."""
    seats = _Seats(stand)
    return [_seated(shape, seats.take(shape)) if isinstance(shape, TextShape) else shape for shape in shapes]


def _seated(shape: TextShape, spec: PlaceholderSpec | None) -> TextShape:
    """The text in its placeholder; a title above the slide is one even where the layout has none."""
    if spec is None and shape.role == "title" and shape.hidden:
        return replace(shape, placeholder=Placeholder("title", 0))
    return replace(shape, placeholder=spec.placeholder if spec else None)


def _nearest(box: Box, specs: list[PlaceholderSpec]) -> int:
    """The first placeholder that the box lies mostly in, or the very first."""
    middle = box.x + box.w / 2
    return next((at for at, spec in enumerate(specs) if spec.box.x <= middle <= spec.box.x + spec.box.w), 0)


__all__ = ["Stand", "TemplateTheme", "dressed", "key_of", "look", "seated"]
