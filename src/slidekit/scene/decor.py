"""What stands behind a layout's words: bands, circles, frames, the rule that goes with a title."""

from __future__ import annotations

from typing import assert_never

from slidekit.scene.boxes import Art, Box, Inset
from slidekit.scene.theme import Palette, Theme

NIGHT = frozenset({"title", "section", "closing"})
"""Layouts on the dark ground."""

BAND_MM = 5.0
TITLE_RULE = (15.0, 1.3)
"""Width and height in mm of the short rule over a title."""

DOT_MM, DOT_PITCH_MM, DOTS_MM = 2.6, 4.4, Inset(5.5, 4.0)
"""The dots of a terminal window: how large, how far apart, where the first one is."""

LINE_MM, RIBBON_MM, FRAME_MM = 0.8, 2.4, 1.6
"""How thick the line under a title is, the ribbon beside it, and the frame of a cover."""

FRAME_AT_MM = 8.0
"""How far from the edge the frame is."""

CIRCLE_SHARE = 1.24
"""The width of a cover's large circle, as a share of the slide's height; the slide's edge cuts it."""


def art(theme: Theme, base: str, *, titled: bool = True) -> tuple[Art, ...]:
    """The decorations of a layout; words may stand on those in the colours of the dark ground only."""
    if base in NIGHT:
        return _night(theme, base)
    match base:
        case "quote":
            mark = Art("text", Box(theme.grid.left - 1, 44, 30, 40), theme.palette.third, text="“", size_pt=120)
            return (*_rule(theme, titled=False), mark)
        case "picture" | "blank":
            return ()
        case _:
            return _rule(theme, titled=titled)


def _rule(theme: Theme, *, titled: bool) -> tuple[Art, ...]:
    """What goes with a title; a line stands under a title only."""
    palette, grid = theme.palette, theme.grid
    foot = grid.title_top + grid.title_height
    match theme.rule:
        case "short":
            return (Art("rect", Box(grid.left, grid.title_top - 5, *TITLE_RULE), palette.accent),)
        case "line":
            width = grid.width - grid.left - grid.right
            line = Art("rect", Box(grid.left, foot + 0.8, width, LINE_MM), palette.accent)
            return (line,) if titled else ()
        case "ribbon":
            return (Art("rect", Box(max(0.0, grid.left - 9), 0, RIBBON_MM, foot - 1), palette.accent),)
        case "none":
            return ()
        case _:
            assert_never(theme.rule)


def _night(theme: Theme, base: str) -> tuple[Art, ...]:
    """Covers, dividers and the last slide."""
    palette, grid, cover = theme.palette, theme.grid, base == "title"
    color = palette.accent if theme.cover == "band" else palette.on_night_accent
    short = Art("rect", Box(grid.left + 4, 112, 2 * TITLE_RULE[0], 1.6), color)
    rule = (short,) if cover else ()
    match theme.cover:
        case "band":
            band = Art("rect", Box(0, 0, BAND_MM, grid.height), palette.third if cover else palette.accent)
            return (band, *rule)
        case "circles":
            return (*_circles(theme, cover), *rule)
        case "frame":
            return (*_frame(theme), *rule)
        case "plain":
            return rule
        case _:
            assert_never(theme.cover)


def _circles(theme: Theme, cover: bool) -> tuple[Art, ...]:
    """A large circle at the lower right, in the colour where the gradient began, and a small bright one."""
    palette, grid = theme.palette, theme.grid
    large = CIRCLE_SHARE * grid.height * (1.0 if cover else 0.76)
    small = large * 0.09
    moon = Box(grid.width - large * 0.62, grid.height - large * 0.6, large, large)
    star = Box(grid.width - grid.right - small, 18, small, small)
    return Art("ellipse", moon, palette.night), Art("ellipse", star, palette.third)


def _frame(theme: Theme) -> tuple[Art, ...]:
    """Four bars around the slide."""
    grid, color = theme.grid, theme.palette.on_night_accent
    near, thick = FRAME_AT_MM, FRAME_MM
    width, height = grid.width - 2 * near, grid.height - 2 * near
    boxes = (
        Box(near, near, width, thick),
        Box(near, grid.height - near - thick, width, thick),
        Box(near, near, thick, height),
        Box(grid.width - near - thick, near, thick, height),
    )
    return tuple(Art("rect", box, color) for box in boxes)


def dots(box: Box, palette: Palette) -> tuple[Art, ...]:
    """The three dots at the top left of a terminal window."""
    return tuple(
        Art("ellipse", Box(box.x + DOTS_MM.left + DOT_PITCH_MM * place, box.y + DOTS_MM.top, DOT_MM, DOT_MM), color)
        for place, color in enumerate((palette.accent, palette.third, palette.second))
    )
