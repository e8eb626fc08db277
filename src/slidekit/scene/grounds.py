"""Where a layout's title, blocks and foot stand, and the placeholders that PowerPoint offers there."""

from __future__ import annotations

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Layout, PlaceholderSpec, TextShape, Type
from slidekit.scene.decor import NIGHT as NIGHT
from slidekit.scene.decor import art
from slidekit.scene.theme import Theme


def content_box(theme: Theme) -> Box:
    """Where the blocks of an ordinary slide go."""
    grid = theme.grid
    return Box(grid.left, grid.content_top, grid.width - grid.left - grid.right, grid.content_bottom - grid.content_top)


def title_box(theme: Theme) -> Box:
    """Where an ordinary slide's title goes."""
    grid = theme.grid
    return Box(grid.left, grid.title_top, grid.width - grid.left - grid.right, grid.title_height)


def hidden_title_box(theme: Theme) -> Box:
    """Above the slide: found by screen readers and the outline, drawn nowhere."""
    return title_box(theme)._replace(y=-theme.grid.title_height - 4)


def title_type(theme: Theme, base: str) -> Type:
    """How a layout's title looks."""
    if base in NIGHT:
        return Type("heading", theme.palette.on_night, bold=True, anchor="middle" if base != "title" else "bottom")
    return Type("heading", theme.palette.heading, bold=True, anchor="bottom")


def footer_boxes(theme: Theme) -> tuple[Box, Box, Box]:
    """Where the footer, the link and the slide number go."""
    grid = theme.grid
    right = grid.width - grid.right
    number = Box(right - 16, grid.footer_top, 16, grid.footer_height)
    link = Box(number.x - 92, grid.footer_top, 90, grid.footer_height)
    return Box(grid.left, grid.footer_top, link.x - grid.left - 2, grid.footer_height), link, number


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
