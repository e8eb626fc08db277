"""How long a text is in both languages, and how well it fits its place on the slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import fields, replace

from slidekit.rules.gathering import Told, gather
from slidekit.scene.boxes import Box, CodeShape, Inset, Paragraph, Shape, TableShape, TextShape
from slidekit.show import pages
from slidekit.show.pages import Run
from slidekit.show.voice import Voice
from slidekit.source.span import START, Span
from slidekit.writers.typst.words import height_pt, line_count

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.deck.text import Side
    from slidekit.scene.layout import Layouts
    from slidekit.scene.plan import Plan

PT_PER_MM = 72 / 25.4
CELL = Inset(2.5, 1.5, 2.5, 1.5)
"""See `TableShape`."""


class Fit(Struct, frozen=True, gc=False):
    """What a text takes of its box in one language."""

    lines: int
    """How many lines it has there."""
    size_pt: float
    share: float
    """How much of the box's height all that is in it takes, 1 where it is full."""
    alone: bool
    """Whether nothing else is in the box."""
    room: int
    """How many lines of this size the box has room for."""


class Said(Struct, frozen=True, gc=False):
    """A text in one language."""

    lang: str
    words: str
    """As it is said: variables put in, markup left out; empty where nothing is."""
    span: Span
    fit: Fit | None = None


def told_at(deck: Deck, number: int | None, line: int, column: int) -> Told | None:
    """The text of a slide, or of the deck itself, one of whose sides stands at a place."""
    slides = (deck.slides[number - 1],) if number is not None and number <= len(deck.slides) else ()
    here = Span(line, column, line, column)
    for told in gather(replace(deck, slides=slides)).texts:
        for _, side in _sides(told):
            if side.span.covers(here) or side.span[2:] == (line, column):
                return replace(told, slide=number if told.slide is not None else None)
    return None


def alternative(deck: Deck, number: int, line: int, column: int) -> list[tuple[str, str]]:
    """By language, what is said of the picture whose path stands at a place."""
    told = told_at(deck, number, line, column)
    images = gather(replace(deck, slides=(deck.slides[number - 1],))).images if told is not None else []
    alt = next((image.alt for image, _ in images if told is not None and image.path is told.pair), None)
    if alt is None:
        return []
    return [(lang, Voice(deck, lang).line(alt, "").plain) for lang in ("en", "fr")]


def _sides(told: Told) -> Iterator[tuple[str, Side]]:
    pair = told.pair
    named = [("en", pair.en), ("fr", pair.fr), ("both", pair.both), ("plain", pair.plain), *pair.regional]
    yield from ((name, side) for name, side in named if side is not None)


def said(deck: Deck, layouts: Layouts | None, told: Told) -> list[Said]:
    """What a text says in English and in French, the language that is written first at the front."""
    first = deck.languages[0][:2]
    plan = _plan(layouts, told.slide or 0) if layouts is not None else None
    return [_said(deck, plan, told, lang) for lang in (first, "fr" if first == "en" else "en")]


def _said(deck: Deck, plan: Plan | None, told: Told, lang: str) -> Said:
    side = told.pair.side(lang, deck.locale(lang))
    words = Voice(deck, lang).line(told.pair, "").plain
    if side is None or (not told.prose and told.pair.plain is not None):
        return Said(lang, words, told.pair.span)
    fit = _fit(plan, lang, side.span) if plan is not None and lang in plan.langs else None
    return Said(lang, words, side.span, fit)


def _plan(layouts: Layouts, slide: int) -> Plan | None:
    return next((one for one in layouts.plans if (one.pages[0].slide or 0) == slide), None)


def _fit(plan: Plan, lang: str, span: Span) -> Fit | None:
    """The place of the text of a span among the shapes of its slide."""
    wanted = {path for path, place in _places(plan.page(lang)) if place == span}
    for shape in plan.shapes(lang):
        found = _in_shape(shape, wanted, span)
        if found is not None:
            return found
    return None


def _in_shape(shape: Shape, wanted: set[str], span: Span) -> Fit | None:
    if isinstance(shape, TextShape) and not shape.hidden:
        return _in_box(shape.paragraphs, wanted, shape.box, shape.inset, shape.line_height)
    if isinstance(shape, TableShape):
        for row, high in zip(shape.rows, shape.heights_mm, strict=False):
            for cell in row:
                box = Box(0.0, 0.0, 0.0, high)
                if (found := _in_box(cell.paragraphs, wanted, box, CELL, shape.line_height)) is not None:
                    return found
    if isinstance(shape, CodeShape) and shape.block.span == span:
        return _of_code(shape)
    return None


def _in_box(paragraphs: tuple[Paragraph, ...], wanted: set[str], box: Box, inset: Inset, high: float) -> Fit | None:
    mine = [one for one in paragraphs if one.path in wanted]
    if not mine:
        return None
    room = max((box.h - inset.top - inset.bottom) * PT_PER_MM, 1.0)
    line = mine[0].size_pt * high
    return Fit(
        lines=round(sum(line_count(one, high) for one in mine)),
        size_pt=mine[0].size_pt,
        share=height_pt(paragraphs, high) / room,
        alone=len(mine) == len(paragraphs),
        room=max(int(room / line + 0.05), 1),
    )


def _of_code(shape: CodeShape) -> Fit:
    block = shape.block
    lines = len(block.lines) if isinstance(block, pages.Terminal) else block.source.count("\n") + 1
    room = max((shape.box.h - shape.inset.top - shape.inset.bottom) * PT_PER_MM, 1.0)
    line = shape.size_pt * shape.line_height
    return Fit(lines, shape.size_pt, lines * line / room, True, max(int(room / line + 0.05), 1))


def _places(one: object) -> Iterator[tuple[str, Span]]:
    """Every text of a page with its path and its place."""
    if isinstance(one, tuple):
        for part in one:
            yield from _places(part)
    elif isinstance(one, Struct) and not isinstance(one, Run):
        path, span = getattr(one, "path", ""), getattr(one, "span", START)
        if path and span != START:
            yield path, span
        for field in fields(one):
            if field.name not in ("twin", "notes", "span", "path"):
                yield from _places(getattr(one, field.name))
