"""Pictures that run to the slide's edges: with `layout: picture` and `fit: cover`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from slidekit.scene.boxes import Box, PictureShape, Shape
from slidekit.scene.theme import Theme
from slidekit.show import pages

if TYPE_CHECKING:
    from slidekit.scene.plan import Plan

ABOVE_FOOT_MM = 2.0


def bled(made: Plan, theme: Theme, sides: tuple[tuple[pages.Block, ...], ...], box: Box, *, foot: bool) -> Box:
    """The room of the slide's picture: to every edge at which nothing else stands.

    A title keeps its place and its ground above the picture. Where nothing is said at the foot, the picture
    takes the footer's place too: such a slide has none. `foot` says that a takeaway stands under the picture.
    """
    if not all(len(side) == 1 and isinstance(side[0], pages.Image) and side[0].cover for side in sides):
        return box
    titled = made.pages[0].title_shown or any(isinstance(one, pages.Subtitle) for one in made.pages[0].blocks)
    top = box.y if titled else 0.0
    captioned = any(isinstance(one, pages.Image) and one.caption for side in sides for one in side)
    linked = any(page.link or page.at is not None or page.twin_number is not None for page in made.pages)
    if foot or captioned or linked:
        bottom = box.y + box.h if foot else theme.grid.footer_top - ABOVE_FOOT_MM
    else:
        made.base = "blank"
        bottom = theme.grid.height
    return Box(0.0, top, theme.grid.width, bottom - top)


def lies_on_picture(shapes: Iterable[Shape], box: Box) -> bool:
    """Whether a box stands on a picture that runs to the foot of its slide, so that its words need a ground."""
    return any(isinstance(one, PictureShape) and one.box.y + one.box.h > box.y + box.h / 2 for one in shapes)
