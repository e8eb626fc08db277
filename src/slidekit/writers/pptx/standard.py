"""A dozen layouts for slides that the owner of a deck adds by hand, in the theme's own grid."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Layout, Placeholder, PlaceholderSpec, Type
from slidekit.scene.decor import art
from slidekit.scene.grounds import content_box, title_box, title_type
from slidekit.scene.theme import Theme


def standard_layouts(theme: Theme, body: Type) -> Iterator[Layout]:
    """The layouts, the usual ones first."""
    yield from _dark(theme)
    grid, sizes = theme.grid, theme.sizes
    whole = content_box(theme)
    height = whole.h
    head = _spec("title", 0, "title", title_box(theme), title_type(theme, "content"), sizes.title[0])
    small = replace(body, color=theme.palette.muted)
    strong = replace(body, bold=True, color=theme.palette.heading, anchor="middle")

    def content(idx: int, box: Box) -> PlaceholderSpec:
        return _spec("body", idx, "body", box, body, sizes.body[0])

    def paper(name: str, *placeholders: PlaceholderSpec) -> Layout:
        return Layout(name, "paper", art(theme, name), placeholders, footer=True)

    half, third = _columns(whole, 2, grid.gap * 2), _columns(whole, 3, grid.gap * 2)
    low = Box(whole.x, whole.y, whole.w, height - 20)
    foot = Box(whole.x, whole.y + height - 15, whole.w, 15)
    yield paper("content", head, content(1, whole))
    yield paper(
        "content-takeaway", head, content(1, low), _spec("body", 2, "takeaway", foot, strong, sizes.takeaway[0])
    )
    yield paper("columns-2", head, content(1, half[0]), content(2, half[1]))
    yield paper("columns-3", head, *[content(idx, box) for idx, box in enumerate(third, 1)])
    top = sizes.body[0]
    heads = [_spec("body", 3 + at, "heading", Box(one.x, one.y, one.w, 13), strong, top) for at, one in enumerate(half)]
    under = [content(1 + at, Box(one.x, one.y + 15, one.w, one.h - 15)) for at, one in enumerate(half)]
    yield paper("comparison", head, heads[0], under[0], heads[1], under[1])
    yield paper("text-left", head, content(1, half[0]))
    yield paper("text-right", head, content(1, half[1]))
    quote = replace(body, italic=True, anchor="middle", color=theme.palette.heading)
    yield paper("quote", head, _spec("body", 1, "quote", low, quote, sizes.quote[0]))
    yield paper("picture-caption", head, _spec("body", 1, "caption", foot, small, sizes.caption[0]))
    yield paper("title-only", head)
    yield paper("blank")


def _dark(theme: Theme) -> Iterator[Layout]:
    """Covers and dividers."""
    left, width = theme.grid.left + 4, content_box(theme).w - 28
    soft = Type("body", theme.palette.on_night_soft, link_color=theme.palette.on_night_accent)
    cover_type, sizes = title_type(theme, "title"), theme.sizes
    cover = _spec("ctrTitle", 0, "title", Box(left, 44, width, 62), cover_type, sizes.cover[0])
    under = _spec("subTitle", 1, "subtitle", Box(left, 119, width, 24), soft, sizes.subtitle[0])
    yield Layout("title", "night", art(theme, "title"), (cover, under), footer=False)
    for name in ("section", "closing"):
        words = _spec("title", 0, "title", Box(left, 56, width, 60), title_type(theme, name), sizes.cover[0])
        yield Layout(name, "night", art(theme, name), (words,), footer=False)


def _spec(kind: str, idx: int, role: str, box: Box, type_: Type, size: float) -> PlaceholderSpec:
    return PlaceholderSpec(Placeholder(kind, idx), role, box, type_, size)


def _columns(whole: Box, count: int, gap: float) -> list[Box]:
    width = (whole.w - gap * (count - 1)) / count
    return [Box(whole.x + (width + gap) * at, whole.y, width, whole.h) for at in range(count)]
