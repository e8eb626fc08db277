"""Finds a layout for a slide that names none, and a title for one that shows none."""

from __future__ import annotations

from msgspec.structs import replace

from slidekit.deck import model
from slidekit.show.labels import labels
from slidekit.show.pages import Block, Bullets, Columns, Diagram, Image, Line, Math, Paragraphs, Quote, Run, Takeaway
from slidekit.show.pages import Chart as SaidChart
from slidekit.show.pages import Table as SaidTable

_LONGEST = 60
"""Characters of a hidden title made from somebody's words: what an outline shows on one line."""


def layout(slide: model.Slide) -> str:
    """The author's layout, or the one that the slide's blocks ask for."""
    if slide.layout:
        return slide.layout
    if not slide.blocks:
        if slide.title:
            return "title-only"
        return "section" if slide.section else "blank"
    kinds = [type(block) for block in slide.blocks]
    if kinds == [model.Subtitle] and slide.section and not slide.title:
        return "section"
    if model.Columns in kinds:
        return "columns"
    main = [kind for kind in kinds if kind not in (model.Subtitle, model.Takeaway)]
    if main == [model.Quote]:
        return "quote"
    if kinds == [model.Image] and not slide.title:
        return "picture"
    return "content" if main or model.Takeaway in kinds else "title-only"


def built(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The paths of the points that come one after another."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            if block.build:
                found += [item.line.path for item in block.items if item.level == 0]
        elif isinstance(block, Columns):
            for column in block.columns:
                found += built(column.blocks)
    return tuple(found)


def all_built(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a slide all of whose lists come point by point."""
    return tuple([_built(block) for block in blocks])


def _built(block: Block) -> Block:
    if isinstance(block, Bullets):
        return replace(block, build=True)
    if isinstance(block, Columns):
        columns = [replace(column, blocks=all_built(column.blocks)) for column in block.columns]
        return replace(block, columns=tuple(columns))
    return block


def hidden_title(blocks: tuple[Block, ...], section: Line | None, number: int, locale: str, blank: Line) -> Line:
    """A title for screen readers and outlines, from what the slide holds.

    The quote's author, else the first words of the quote or the text, the picture's description,
    the section's name; `Slide 7` where there is nothing to go by.
    """
    for block in blocks:
        words = _name(block)
        if words:
            return replace(blank, runs=(Run(_shortened(words), locale),))
    if section is not None and section.runs:
        return section
    return replace(blank, runs=(Run(f"{labels(locale).slide} {number}", locale),))


def _name(block: Block) -> str:
    """What a block could be called, or nothing."""
    match block:
        case Quote(lines, by):
            return by.plain if by is not None and by.runs else _first(lines)
        case Image(alt=alt) | Diagram(alt=alt) | SaidChart(alt=alt) | SaidTable(alt=alt) | Math(alt=alt):
            return alt
        case Paragraphs(lines):
            return _first(lines)
        case Bullets(items):
            return _first(tuple([item.line for item in items]))
        case Takeaway(line):
            return line.plain
        case Columns(columns):
            titles = [column.title.plain for column in columns if column.title is not None and column.title.runs]
            return " / ".join(titles)
        case _:
            return ""


def _first(lines: tuple[Line, ...]) -> str:
    return next((line.plain for line in lines if line.runs), "")


def _shortened(words: str) -> str:
    """The words up to the last whole one that an outline has room for."""
    words = " ".join(words.split("\n"))
    if len(words) <= _LONGEST:
        return words
    cut = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.\u00a0\u202f")
    return cut + "…"
