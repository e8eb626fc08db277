"""Where a layout's title, blocks and foot stand, and the placeholders that PowerPoint offers there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Layout, PlaceholderSpec, TextShape, Type
from slidekit.scene.decor import NIGHT as NIGHT
from slidekit.scene.decor import art
from slidekit.scene.theme import Theme

if TYPE_CHECKING:
    from slidekit.scene.corporate import Stand
    from slidekit.scene.elements import Role


def stand_of(theme: Theme) -> Stand | None:
    """The layout of a template that a theme is the look of, if it is one's."""
    return getattr(theme, "stand", None)


def content_box(theme: Theme) -> Box:
    """Where the blocks of an ordinary slide go."""
    if (stand := stand_of(theme)) is not None:
        return stand.content
    grid = theme.grid
    return Box(grid.left, grid.content_top, grid.width - grid.left - grid.right, grid.content_bottom - grid.content_top)


def title_box(theme: Theme) -> Box:
    """Where an ordinary slide's title goes."""
    if (stand := stand_of(theme)) is not None:
        return stand.title_box
    grid = theme.grid
    return Box(grid.left, grid.title_top, grid.width - grid.left - grid.right, grid.title_height)


def hidden_title_box(theme: Theme) -> Box:
    """Above the slide: found by screen readers and the outline, drawn nowhere."""
    box = title_box(theme)
    if stand_of(theme) is not None:
        return box._replace(y=-box.h - 40)  # a template's anchor may let long titles hang below the box
    return box._replace(y=-box.h - 4)


def title_type(theme: Theme, base: str) -> Type:
    """How a layout's title looks."""
    if (stand := stand_of(theme)) is not None and stand.title is not None:
        return stand.title.type
    if base in NIGHT:
        return Type("heading", theme.palette.on_night, bold=True, anchor="middle" if base != "title" else "bottom")
    return Type("heading", theme.palette.heading, bold=True, anchor="bottom")


def footer_boxes(theme: Theme) -> tuple[Box, Box, Box]:
    """Where the footer, the link and the slide number go."""
    grid = theme.grid
    if (stand := stand_of(theme)) is not None:
        return stand.foot_boxes(grid)
    right = grid.width - grid.right
    number = Box(right - 16, grid.footer_top, 16, grid.footer_height)
    link = Box(number.x - 92, grid.footer_top, 90, grid.footer_height)
    return Box(grid.left, grid.footer_top, link.x - grid.left - 2, grid.footer_height), link, number


class NightPlaces(NamedTuple):
    """Where things stand on covers, dividers and the last slide."""

    title: Box
    subtitle: Box
    meta: Box
    below: Box
    """Where other words begin."""
    bottom: float
    """Where they must end."""


def night_places(theme: Theme, cover: bool, *, wide: bool = False) -> NightPlaces:
    """The places of a cover, or of another slide on the dark ground; with `wide`, up to the right margin."""
    if (stand := stand_of(theme)) is not None:
        return stand.night_places(theme.grid.height)
    left, width = theme.grid.left + 4, content_box(theme).w - (4 if wide else 28)
    title = Box(left, 44, width, 62) if cover else Box(left, 56, width, 60)
    return NightPlaces(title, Box(left, 119, width, 24), Box(left, 148, width, 18), Box(left, 122, width, 0), 174)


def worn(role: Role, stand: Stand | None) -> Role:
    """A role in the sizes and the look of the template's placeholder for it, if there is one."""
    return role if stand is None else stand.worn(role)


def has_footer(base: str) -> bool:
    """Whether slides of a layout carry the deck's title and their number at the foot."""
    return base not in NIGHT and base != "blank"


def layout(theme: Theme, name: str, base: str, shapes: list[TextShape], first_sizes: dict[int, float]) -> Layout:
    """A layout whose placeholders are those of the first slide that uses it, at their largest sizes."""
    specs = []
    for shape in shapes:
        if shape.placeholder is None:
            continue
        box = title_box(theme) if shape.hidden else shape.box
        if base == "content" and shape.role == "body" and sum(one.role == "body" for one in shapes) == 1:
            box = content_box(theme)
            if takeaway := next((one for one in shapes if one.role == "takeaway"), None):
                box = box._replace(h=takeaway.box.y - theme.grid.gap - box.y)
        size = first_sizes.get(shape.placeholder.idx, shape.paragraphs[0].size_pt if shape.paragraphs else 18.0)
        specs.append(
            PlaceholderSpec(shape.placeholder, shape.role, box, replace(shape.type), size, shape.inset, shape.fill)
        )
    return Layout(
        name,
        "night" if base in NIGHT else "paper",
        art(theme, base, titled=not any(shape.hidden for shape in shapes)),
        tuple(specs),
        footer=has_footer(base),
    )
