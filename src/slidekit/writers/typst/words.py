"""Paragraphs on a slide: each run in its style, each line where the layout broke it."""

from __future__ import annotations

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Inset, Paragraph, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.math import first_rise, more_lines
from slidekit.scene.metrics import DRAWN_DESCENT
from slidekit.show.jumps import is_jump
from slidekit.show.pages import Run
from slidekit.writers.typst.formula import equation
from slidekit.writers.typst.lists import Outline
from slidekit.writers.typst.pen import MISSING, STRUCK, Look, Pen, Piece, Step, led

MISSING_INK = "8A1020"
"""Of words that a draft lacks, on the yellow that `draw.typ` gives them, in light themes and dark."""


def pieces(
    pen: Pen, paragraph: Paragraph, type_: Type, line_height: float, below: float = DRAWN_DESCENT
) -> list[Piece]:
    """A paragraph's runs cut at its line breaks, each piece with its style."""
    color = paragraph.color or type_.color
    line = Look(type_.font, paragraph.size_pt, color, line_height, type_.bold, type_.italic, below)
    found: list[Piece] = []
    breaks = iter((*paragraph.breaks, -1))
    stop, offset = next(breaks), 0
    for run in paragraph.runs:
        if run.text == "\n":
            found.append(0)
            offset += 1
            continue
        start, end = offset, offset + len(run.text)
        if run.math:
            found += [0] * (stop == start) + [_piece(pen, run, equation(run.math, run.locale), type_, line)]
            while stop != -1 and stop < end:
                stop = next(breaks)  # a formula is never broken
            offset = end
            continue
        while start <= stop < end:
            if stop > start:
                found.append(_piece(pen, run, run.text[start - offset : stop - offset], type_, line))
            found.append(0)
            start, stop = stop, next(breaks)
        if end > start:
            found.append(_piece(pen, run, run.text[start - offset :], type_, line))
        offset = end
    return found


def _piece(pen: Pen, run: Run, words: str | dict[str, object], type_: Type, line: Look) -> list[object]:
    look = _look(run, type_, line)
    if type_.caps and isinstance(words, str):
        words = words.upper()
    mark = STRUCK * run.strike + MISSING * run.missing
    link = pen.desk.leads_to or (1 if pen.desk.alone and is_jump(run.link) else led(run.link))
    locale = run.locale if run.locale != pen.desk.locale else ""
    piece: list[object] = [pen.style(look, line), words]
    if mark or link or locale:
        piece += [mark, link, locale]
    return piece


def _look(run: Run, type_: Type, line: Look) -> Look:
    color = line.color
    if run.missing:
        color = MISSING_INK
    elif run.link:
        color = type_.link_color or color
    elif run.code:
        color = type_.code_color or color
    elif not (run.bold or run.italic):
        return line
    font = "code" if run.code else line.font
    italic = (line.italic or run.italic) and not run.code
    return Look(font, line.size_pt, color, line.line_height, line.bold or run.bold, italic, line.below)


def line_count(paragraph: Paragraph, line_height: float) -> float:
    """How many lines a paragraph takes; a formula may need the room of a line and a half."""
    count = 1 + len(paragraph.breaks) + sum([run.text == "\n" for run in paragraph.runs])
    return count + more_lines(paragraph.runs, paragraph.breaks, line_height, DRAWN_DESCENT)


def height_pt(paragraphs: tuple[Paragraph, ...], line_height: float) -> float:
    """The height of paragraphs under each other, in points."""
    total = 0.0
    for index, paragraph in enumerate(paragraphs):
        total += line_count(paragraph, line_height) * paragraph.size_pt * line_height
        total += paragraph.before_pt if index else 0.0
    return total


def text(pen: Pen, shape: TextShape) -> None:
    """A text shape: its ground, then its paragraphs, all of them a link where the shape is one."""
    x, y, w, h = [value * PT_PER_MM for value in shape.box]
    if shape.fill:
        pen.rect(x, y, w, h, shape.fill)
    lines = shape.paragraphs
    if shape.link:
        lines = tuple([_linked(line, shape.link) for line in lines])
    paragraphs(pen, lines, shape.box, shape.type, shape.line_height, shape.inset)


def heading(pen: Pen, shape: TextShape, level: int, bookmark: str | None = None) -> None:
    """A title: one heading, which bookmarks and screen readers find; above the sheet where it is hidden."""
    x, y, w, h = [value * PT_PER_MM for value in shape.box]
    if shape.fill and not shape.hidden:
        pen.rect(x, y, w, h, shape.fill)
    inset, anchor = shape.inset, shape.type.anchor
    height = height_pt(shape.paragraphs, shape.line_height)
    spare = h - (inset.top + inset.bottom) * PT_PER_MM - height
    top = y + inset.top * PT_PER_MM + {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]
    found: list[Piece] = []
    for paragraph in shape.paragraphs:
        found += _below(pen, paragraph, shape) if found else pieces(pen, paragraph, shape.type, shape.line_height)
    left, width = x + inset.left * PT_PER_MM, w - (inset.left + inset.right) * PT_PER_MM
    place = left, min(top, -height - 10) if shape.hidden else top
    pen.heading(level, place, found, shape.type.align, width, bookmark)


def _below(pen: Pen, paragraph: Paragraph, shape: TextShape) -> list[Piece]:
    """A further paragraph of a heading, which is one for Typst: the room above is its first line's."""
    found = pieces(pen, paragraph, shape.type, shape.line_height)
    if paragraph.before_pt and found:
        high = pieces(pen, paragraph, shape.type, shape.line_height + paragraph.before_pt / paragraph.size_pt)
        end = found.index(0) if 0 in found else len(found)
        found = [*high[:end], *found[end:]]
    return [0, *found]


def _linked(paragraph: Paragraph, link: str) -> Paragraph:
    runs = tuple([run if run.link or run.text == "\n" else replace(run, link=link) for run in paragraph.runs])
    return replace(paragraph, runs=runs)


def paragraphs(
    pen: Pen,
    lines: tuple[Paragraph, ...],
    box: Box,
    type_: Type,
    line_height: float,
    inset: Inset,
    below: float = DRAWN_DESCENT,
) -> None:
    """Paragraphs in a box, at the height that their anchor says."""
    x = (box.x + inset.left) * PT_PER_MM
    y = (box.y + inset.top) * PT_PER_MM
    width = (box.w - inset.left - inset.right) * PT_PER_MM
    spare = (box.h - inset.top - inset.bottom) * PT_PER_MM - height_pt(lines, line_height)
    y += {"top": 0.0, "middle": spare / 2, "bottom": spare}[type_.anchor]
    outline, outer = Outline(), pen.steps
    for index, paragraph in enumerate(lines):
        mark: list[Step] = []
        drawn: list[Step] = []
        pen.steps = mark
        y += paragraph.before_pt if index else 0.0
        indent = paragraph.indent_mm * PT_PER_MM
        if paragraph.marker:
            font = "heading" if paragraph.number else "marker"
            look = Look(font, paragraph.size_pt, type_.marker_color or type_.color, line_height, type_.bold)
            left = x + indent - paragraph.hang_mm * PT_PER_MM
            rise = first_rise(paragraph.runs, paragraph.breaks, line_height, below) * paragraph.size_pt
            pen.words(left, y + rise, [[pen.style(look), paragraph.marker + " "]], tag=0)
        pen.steps = drawn
        words = pieces(pen, paragraph, type_, line_height, below)
        if words:
            pen.words(x + indent, y, words, type_.align, width - indent)
        y += line_count(paragraph, line_height) * paragraph.size_pt * line_height
        if pen.plain:
            outer += [*mark, *drawn]
        else:
            outline.add(paragraph, mark, drawn)
    pen.steps = outer + outline.steps()
