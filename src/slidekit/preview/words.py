"""The words of a slide where they stand on its picture: for screen readers, the search, and clicks that edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import fields

from slidekit.preview import wire
from slidekit.preview.building import builds
from slidekit.scene.boxes import (
    Art,
    Box,
    ChartShape,
    CodeShape,
    Inset,
    MathShape,
    Paragraph,
    PictureShape,
    Shape,
    TableShape,
    TextShape,
)
from slidekit.scene.breaking import PT_PER_MM
from slidekit.show import pages
from slidekit.show.pages import Page
from slidekit.source.span import START, Span
from slidekit.writers.typst.words import height_pt

if TYPE_CHECKING:
    from slidekit.preview.slides import Seen
    from slidekit.scene.theme import Theme

CELL = Inset(2.5, 1.5, 2.5, 1.5)
Spans: TypeAlias = Mapping[str, Span]
"""Where texts stand in the deck, by their paths."""
NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
"""Of words that are read out and not drawn."""


def words(seen: Seen, number: int, step: int | None = None) -> wire.Words:
    """What a slide says in each language, from 1 in the order shown; with `step` of its points so many alone."""
    slide = seen.slides[number - 1]
    texts = {}
    for lang, one in slide.items():
        page, grid = one.page, seen.scenes[lang].theme
        spans = dict(_spans(page))
        shapes = one.shapes if step is None or step >= len(page.built) else builds(one)[step].shapes
        found = list(_titled(page, shapes, spans, grid))
        for shape in shapes:
            found += _spoken(shape, spans, grid, _begin(page.span))
        texts[lang] = tuple(found)
    notes = {lang: tuple([line.plain for line in one.page.notes]) for lang, one in slide.items()}
    return wire.Words(number, texts, notes)


def _spans(one: object) -> Iterator[tuple[str, Span]]:
    """Every text and block of a page with its path and its place."""
    if isinstance(one, tuple):
        for part in one:
            yield from _spans(part)
    elif isinstance(one, Struct) and not isinstance(one, pages.Run):
        path, span = getattr(one, "path", ""), getattr(one, "span", START)
        if path and span != START:
            yield path, span
        for field in fields(one):
            if field.name not in ("twin", "notes", "span", "path"):
                yield from _spans(getattr(one, field.name))


def _titled(page: Page, shapes: tuple[Shape, ...], spans: Spans, theme: Theme) -> Iterator[wire.Spoken]:
    """The title of a slide that shows none, which is heard all the same."""
    if not any(isinstance(shape, TextShape) and shape.role == "title" for shape in shapes):
        span = page.title.span if page.title.span != START else _begin(page.span)
        yield _at(page.title.plain, NOWHERE, span, "title", theme)


def _spoken(shape: Shape, spans: Spans, theme: Theme, where: Span) -> Iterator[wire.Spoken]:
    match shape:
        case TextShape():
            for paragraph, box in _laid(shape.paragraphs, shape.box, shape.inset, shape.line_height, shape.type.anchor):
                text = _plain(paragraph)
                if text.strip():
                    span = spans.get(paragraph.path) or _begin(_of_name(shape.name, spans) or where)
                    yield _at(text, NOWHERE if shape.hidden else box, span, shape.role, theme)
        case TableShape():
            yield from _cells(shape, spans, theme, where)
        case CodeShape():
            block = shape.block
            text = (
                "\n".join([f"{line.sign} {line.text}".strip() for line in block.lines])
                if isinstance(block, pages.Terminal)
                else shape.alt if isinstance(block, pages.Diagram) else block.source
            )  # fmt: skip
            yield _at(text, shape.box, block.span, "picture" if isinstance(block, pages.Diagram) else "code", theme)
        case ChartShape():
            yield _at(shape.chart.alt, shape.box, shape.chart.span, "chart", theme)
        case PictureShape() | MathShape():
            role = "picture" if isinstance(shape, PictureShape) else "formula"
            yield _at(shape.alt, shape.box, _of_name(shape.name, spans) or where, role, theme)
        case Art():
            return
        case _:
            assert_never(shape)


def _cells(shape: TableShape, spans: Spans, theme: Theme, where: Span) -> Iterator[wire.Spoken]:
    lefts = [shape.box.x, *accumulate(shape.columns_mm, initial=shape.box.x)][1:]
    tops = list(accumulate(shape.heights_mm, initial=shape.box.y))
    own = _begin(_of_name(shape.name, spans) or where)
    for row, top, high in zip(shape.rows, tops, shape.heights_mm, strict=False):
        for cell, left, wide in zip(row, lefts, shape.columns_mm, strict=False):
            text = "\n".join([_plain(one) for one in cell.paragraphs])
            if text.strip():
                span = next((spans[one.path] for one in cell.paragraphs if one.path in spans), own)
                yield _at(text, Box(left, top, wide, high), span, "cell", theme)


def _laid(
    paragraphs: tuple[Paragraph, ...], box: Box, inset: Inset, line_height: float, anchor: str
) -> Iterator[tuple[Paragraph, Box]]:
    """Each paragraph of a box with its own part of it, as the writers draw them."""
    room = box.h - inset.top - inset.bottom
    spare = room - height_pt(paragraphs, line_height) / PT_PER_MM
    top = box.y + inset.top + {"top": 0.0, "middle": spare / 2, "bottom": spare}.get(anchor, 0.0)
    for number, one in enumerate(paragraphs):
        top += one.before_pt / PT_PER_MM if number else 0.0
        high = height_pt((one,), line_height) / PT_PER_MM
        left = inset.left + max(0.0, one.indent_mm - one.hang_mm)
        yield one, Box(box.x + left, top, box.w - left - inset.right, high)
        top += high


def _plain(paragraph: Paragraph) -> str:
    return "".join([run.text for run in paragraph.runs])


def _of_name(name: str, spans: Spans) -> Span | None:
    """The place that a shape's name speaks of: `Picture slides.3.image`."""
    return spans.get(name.rpartition(" ")[2])


def _begin(span: Span) -> Span:
    """The place of a text that has none of its own: where what it belongs to begins, whose findings are not of it."""
    return Span(span.line, span.column, span.line, span.column)


def _at(text: str, box: Box, span: Span, role: str, theme: Theme) -> wire.Spoken:
    """A text in shares of the slide, cut where it reaches beyond."""
    wide, high = theme.grid.width, theme.grid.height
    left, top = min(max(box.x / wide, 0.0), 1.0), min(max(box.y / high, 0.0), 1.0)
    right, bottom = min(max((box.x + box.w) / wide, left), 1.0), min(max((box.y + box.h) / high, top), 1.0)
    x, y, w, h = [round(one, 5) for one in (left, top, right - left, bottom - top)]
    return wire.Spoken(text, x, y, w, h, *span, role)
