"""How long a text is in both languages, and how well it fits its place on the slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import fields, replace

from slidekit.rules.gathering import Told, gather
from slidekit.scene.boxes import CodeShape, Paragraph, Shape, TableShape, TextShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.show import pages
from slidekit.show.pages import Run
from slidekit.show.voice import Voice
from slidekit.source.span import START, Span
from slidekit.writers.typst.words import line_count

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.deck.text import Side
    from slidekit.scene.plan import Plan


class Fit(Struct, frozen=True, gc=False):
    """What a text takes of its place on the slide in one language."""

    lines: int
    """How many lines it has there."""
    size_pt: float
    share: float = 0.0
    """How much of the place's height all that stands there takes, 1 where it is full."""
    room: int = 0
    """Where nothing else stands there, how many lines of this size there is room for; else 0."""


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


def said(deck: Deck, planned: Callable[[Deck, int], Plan | None], told: Told) -> list[Said]:
    """What a text says in English and in French, the language that is written first at the front.

    `planned` lays out one slide.
    """
    first = deck.languages[0][:2]
    covered = told.slide is None and any(slide.layout == "title" for slide in deck.slides[:1])  # the author's own cover
    plan = None if covered else planned(deck, told.slide or 0)
    return [_said(deck, plan, told, lang) for lang in (first, "fr" if first == "en" else "en")]


def _said(deck: Deck, plan: Plan | None, told: Told, lang: str) -> Said:
    side = told.pair.side(lang, deck.locale(lang))
    words = Voice(deck, lang).line(told.pair, "").plain
    if side is None or (not told.prose and told.pair.plain is not None):
        return Said(lang, words, told.pair.span)
    fit = _fit(plan, lang, side.span) if plan is not None and lang in plan.langs else None
    return Said(lang, words, side.span, fit)


def _fit(plan: Plan, lang: str, span: Span) -> Fit | None:
    """The place of the text of a span among the shapes of its slide."""
    wanted = {path for path, place in _places(plan.page(lang)) if place == span}
    side = plan.langs.index(lang)
    for placed in plan.placed:
        shapes = placed.element.place(placed.level, placed.box, side)
        for shape in shapes:
            found = _in_shape(shape, wanted, span)
            if found is None:
                continue
            share = placed.element.height(placed.level, placed.box.w) / max(placed.box.h, 1.0)
            alone = len(shapes) == 1 and isinstance(shape, TextShape) and len(shape.paragraphs) == 1
            if not alone or not isinstance(shape, TextShape):
                return replace(found, share=share)
            room = (shape.box.h - shape.inset.top - shape.inset.bottom) * PT_PER_MM
            return replace(found, share=share, room=max(int(room / (found.size_pt * shape.line_height) + 0.05), 1))
    return None


def _in_shape(shape: Shape, wanted: set[str], span: Span) -> Fit | None:
    if isinstance(shape, TextShape) and not shape.hidden:
        return _in_box(shape.paragraphs, wanted, shape.line_height)
    if isinstance(shape, TableShape):
        cells = [cell for row in shape.rows for cell in row]
        return next((fit for one in cells if (fit := _in_box(one.paragraphs, wanted, shape.line_height))), None)
    if isinstance(shape, CodeShape) and shape.block.span == span:
        block = shape.block
        return Fit(
            len(block.lines) if isinstance(block, pages.Terminal) else block.source.count("\n") + 1, shape.size_pt
        )
    return None


def _in_box(paragraphs: tuple[Paragraph, ...], wanted: set[str], high: float) -> Fit | None:
    mine = [one for one in paragraphs if one.path in wanted]
    if not mine:
        return None
    return Fit(round(sum(line_count(one, high) for one in mine)), mine[0].size_pt)


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
