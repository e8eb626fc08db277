"""A slide whose points come one after another, as it looks before each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Paragraph, Shape, TextShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.writers.typst.words import height_pt

if TYPE_CHECKING:
    from slidekit.scene.boxes import SceneSlide


def builds(slide: SceneSlide) -> tuple[SceneSlide, ...]:
    """The slide before its first point, before its second…; empty where all comes at once."""
    return tuple([_without(slide, slide.page.built[shown:]) for shown in range(len(slide.page.built))])


def _without(slide: SceneSlide, points: Collection[str]) -> SceneSlide:
    """A slide without some points, everything else where it stands."""
    shapes: list[Shape] = []
    for shape in slide.shapes:
        if not isinstance(shape, TextShape):
            shapes.append(shape)
            continue
        left = tuple(_left(shape.paragraphs, points))
        if left == shape.paragraphs:
            shapes.append(shape)
        elif left:
            shapes.append(replace(_held(shape), paragraphs=left))
    return replace(slide, shapes=tuple(shapes))


def _left(paragraphs: tuple[Paragraph, ...], points: Collection[str]) -> Iterator[Paragraph]:
    """The paragraphs that are neither such a point nor under one: their paths begin alike."""
    point = ""
    for one in paragraphs:
        if one.path in points:
            point = one.path
        elif not one.path.startswith(f"{point}."):
            point = ""
        if not point:
            yield one


def _held(shape: TextShape) -> TextShape:
    """A text that stays where it is, however much of it is left: in the middle of its box, it would move."""
    if shape.type.anchor == "top":
        return shape
    box, inset = shape.box, shape.inset
    spare = box.h - inset.top - inset.bottom - height_pt(shape.paragraphs, shape.line_height) / PT_PER_MM
    down = spare / 2 if shape.type.anchor == "middle" else spare
    return replace(shape, box=Box(box.x, box.y + down, box.w, box.h), type=replace(shape.type, anchor="top"))
