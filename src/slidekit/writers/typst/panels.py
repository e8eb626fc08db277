"""Panels: listings, transcripts and drawings in fixed pitch, and tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from slidekit.scene.boxes import Box, Cell, CodeShape, Inset, TableShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.decor import dots
from slidekit.scene.metrics import face
from slidekit.show import pages
from slidekit.writers.typst import words
from slidekit.writers.typst.pen import Look, Pen, Piece

if TYPE_CHECKING:
    from slidekit.scene.code import Ink

CORNER_MM = 3.0
BAR_MM = 1.2

CELL = Inset(2.5, 1.5, 2.5, 1.5)
CELL_DESCENT = 0.23
"""Below the baseline in cells, as a share of the size: theirs is the font's own (Calibri 0.25, Arial 0.21)."""


def code(pen: Pen, shape: CodeShape) -> None:
    """A panel and its coloured lines; a drawing is a figure, whose words are its alternative text."""
    x, y, w, h = [value * PT_PER_MM for value in shape.box]
    pen.rect(x, y, w, h, shape.fill, CORNER_MM * PT_PER_MM if shape.rounded else 0.0)
    if shape.bar:
        pen.rect(x, y, BAR_MM * PT_PER_MM, h, shape.bar)
    if shape.dots:
        _dots(pen, shape)
    if not isinstance(shape.block, pages.Diagram):
        _lines(pen, shape, tag=1)
        return
    outer, pen.steps = pen.steps, []
    _lines(pen, shape, tag=0)
    outer.append(["f", shape.alt, pen.pt(x), pen.pt(y), pen.pt(w), pen.pt(h), pen.steps])
    pen.steps = outer


def _dots(pen: Pen, shape: CodeShape) -> None:
    for dot in dots(shape.box, pen.desk.theme.palette):
        x, y, w, h = [value * PT_PER_MM for value in dot.box]
        pen.ellipse(x, y, w, h, dot.color)


def _lines(pen: Pen, shape: CodeShape, tag: int) -> None:
    from slidekit.scene.code import paint

    lines = paint(shape.block, pen.desk.theme)
    pitch = shape.size_pt * shape.line_height
    inset = shape.inset
    x, y = (shape.box.x + inset.left) * PT_PER_MM, (shape.box.y + inset.top) * PT_PER_MM
    if shape.anchor == "middle":
        y += ((shape.box.h - inset.top - inset.bottom) * PT_PER_MM - pitch * len(lines)) / 2
    own = face(pen.desk.theme.fonts.code)
    if shape.centered:
        widest = max([own.advance("".join([ink.text for ink in line])) for line in lines], default=0.0)
        x += ((shape.box.w - inset.left - inset.right) * PT_PER_MM - widest * shape.size_pt) / 2
    found: list[Piece] = []
    for number, line in enumerate(lines):
        if number:
            found.append(0)
        left = x
        for ink in _merged(line):
            width = own.advance(ink.text) * shape.size_pt if ink.ground else 0.0
            if ink.ground:
                pen.rect(left, y + number * pitch, width, pitch, ink.ground)
                left += width
            look = Look("code", shape.size_pt, ink.color, shape.line_height, ink.bold, ink.italic)
            found.append([pen.style(look), ink.text])
        if not line:
            look = Look("code", shape.size_pt, pen.desk.theme.palette.ink, shape.line_height)
            found.append([pen.style(look), " "])
    pen.words(x, y, found, tag=tag)


def _merged(line: tuple[Ink, ...]) -> list[Ink]:
    """Neighbours that look alike put together, so that Typst has fewer pieces to set."""
    found: list[Ink] = []
    for ink in line:
        last = found[-1] if found else None
        if last and (ink[1:] == last[1:] or (ink.text.isspace() and ink.ground == last.ground)):
            found[-1] = last._replace(text=last.text + ink.text)
        else:
            found.append(ink)
    return found


def table(pen: Pen, shape: TableShape) -> None:
    """A table: bands and lines for the eye, and cells that a reader finds as cells."""
    palette = pen.desk.theme.palette
    x, width = shape.box.x * PT_PER_MM, sum(shape.columns_mm) * PT_PER_MM
    tops = [shape.box.y * PT_PER_MM]
    for height in shape.heights_mm:
        tops.append(tops[-1] + height * PT_PER_MM)
    for index, (top, bottom) in enumerate(pairwise(tops)):
        if shape.header and index == 0:
            pen.rect(x, top, width, bottom - top, palette.night)
        elif (index - shape.header) % 2 == 0:
            pen.rect(x, top, width, bottom - top, palette.panel)
    for top in tops[1 + shape.header : -1]:
        pen.path([(x, top), (x + width, top)], None, (palette.hairline, 0.5))
    pen.path([(x, tops[-1]), (x + width, tops[-1])], None, (palette.night, 1.0))
    if pen.plain:
        for index in range(len(shape.rows)):
            _plain_row(pen, shape, index, tops[index])
        return
    cells = [_row(pen, shape, index) for index in range(len(shape.rows))]
    columns = [pen.pt(value * PT_PER_MM) for value in shape.columns_mm]
    heights = [pen.pt(value * PT_PER_MM) for value in shape.heights_mm]
    pen.steps.append(["b", pen.pt(x), pen.pt(tops[0]), columns, heights, int(shape.header), cells])


def _plain_row(pen: Pen, shape: TableShape, index: int, top: float) -> None:
    left = shape.box.x
    for cell, width in zip(shape.rows[index], shape.columns_mm, strict=False):
        box = Box(left, top / PT_PER_MM, width, shape.heights_mm[index])
        type_ = _cell_type(pen, cell, shape, index)
        words.paragraphs(pen, cell.paragraphs, box, type_, shape.line_height, CELL, CELL_DESCENT)
        left += width


def _row(pen: Pen, shape: TableShape, index: int) -> list[list[list[object]]]:
    """The steps of each cell, measured from the cell's own corner."""
    found = []
    outer = pen.steps
    for cell, width in zip(shape.rows[index], shape.columns_mm, strict=False):
        pen.steps = []
        box = Box(0.0, 0.0, width, shape.heights_mm[index])
        type_ = _cell_type(pen, cell, shape, index)
        words.paragraphs(pen, cell.paragraphs, box, type_, shape.line_height, CELL, CELL_DESCENT)
        found.append(pen.steps)
    pen.steps = outer
    return found + [[] for _ in range(len(shape.columns_mm) - len(found))]


def _cell_type(pen: Pen, cell: Cell, shape: TableShape, index: int) -> Type:
    palette = pen.desk.theme.palette
    if shape.header and index == 0:
        return Type(
            "body",
            palette.on_night,
            bold=True,
            align=cell.align,
            anchor="middle",
            link_color=palette.on_night,
            code_color=palette.on_night,
        )
    second = palette.second
    return Type("body", palette.ink, align=cell.align, anchor="middle", link_color=second, code_color=second)
