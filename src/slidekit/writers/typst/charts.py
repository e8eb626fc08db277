"""Charts: the marks that the scene has laid out, carried out one by one."""

from __future__ import annotations

from typing import assert_never

from slidekit.scene.boxes import ChartShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.drawing import EDGE_PT, LINE_HEIGHT, Area, Dot, Look, Mark, Point, Rect, Stroke, Words
from slidekit.writers.typst.pen import Look as Type
from slidekit.writers.typst.pen import Pen

TINT = "38"
"""The alpha of an area under its line: 22 %."""
SLICE_EDGE_PT = 1.5
DASHES: dict[str, tuple[float, ...]] = {
    "solid": (),
    "dash": (4, 3),
    "sysDot": (1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
}
"""Lengths of dashes and gaps, in widths of the line (ISO/IEC 29500-1, 20.1.10.49)."""


def draw(pen: Pen, shape: ChartShape) -> None:
    """A chart as one figure, with the words for those who do not see it."""
    x, y, w, h = [value * PT_PER_MM for value in shape.box]
    outer, pen.steps = pen.steps, []
    for mark in shape.drawing.marks:
        _mark(pen, mark, x, y, shape.drawing.size_pt)
    outer.append(["f", shape.chart.alt, pen.pt(x), pen.pt(y), pen.pt(w), pen.pt(h), pen.steps])
    pen.steps = outer


def _mark(pen: Pen, mark: Mark, x: float, y: float, size: float) -> None:
    match mark:
        case Rect(frame, look):
            left, top, right, bottom = x + frame.x, y + frame.y, x + frame.x + frame.w, y + frame.y + frame.h
            corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
            _filled(pen, corners, look, look.edge, EDGE_PT)
        case Area(points, look, tint, edge):
            moved = [(x + across, y + down) for across, down in points]
            if tint:
                pen.path(moved, look.fill + TINT, None)
            else:
                _filled(pen, moved, look, edge or look.edge, EDGE_PT if edge == look.edge else SLICE_EDGE_PT)
        case Stroke(points, color, thick, dash):
            lengths = [length * thick for length in DASHES[dash]]
            pen.stroke([(x + across, y + down) for across, down in points], color, thick, lengths)
        case Dot():
            _dot(pen, mark, x, y)
        case Words():
            _words(pen, mark, x, y, size)
        case _:
            assert_never(mark)


def _filled(pen: Pen, points: list[Point], look: Look, edge: str, thick: float) -> None:
    """A polygon in the colour, or in the pattern, of a series."""
    if look.pattern:
        pen.patterned(points, (look.edge, look.ground, look.pattern), (edge, thick))
    else:
        pen.path(points, look.fill, (edge, thick))


def _dot(pen: Pen, dot: Dot, x: float, y: float) -> None:
    """A marker."""
    across, down, half = x + dot.x, y + dot.y, dot.size / 2
    match dot.look.symbol:
        case "circle":
            pen.ellipse(across - half, down - half, dot.size, dot.size, dot.look.edge)
        case "square":
            pen.rect(across - half, down - half, dot.size, dot.size, dot.look.edge)
        case "diamond":
            corners = [(across, down - half), (across + half, down), (across, down + half), (across - half, down)]
            pen.path(corners, dot.look.edge, None)
        case "triangle":
            corners = [(across, down - half), (across + half, down + half), (across - half, down + half)]
            pen.path(corners, dot.look.edge, None)


def _words(pen: Pen, words: Words, x: float, y: float, size: float) -> None:
    """A line of words by its baseline."""
    look = Type("body", size, words.color, LINE_HEIGHT, words.bold)
    above = (LINE_HEIGHT - look.below) * size
    across, top = x + words.x, y + words.y - above
    if words.slanted:
        pen.slanted(across, y + words.y, words.text, look)
        return
    if words.ground:
        left = {"left": across, "center": across - words.wide / 2, "right": across - words.wide}[words.anchor]
        pen.rect(left, top, words.wide, LINE_HEIGHT * size, words.ground)
    room = 4.0 * size * max(1, len(words.text)) if words.anchor != "left" else 0.0
    left = {"left": across, "center": across - room / 2, "right": across - room}[words.anchor]
    pen.label(left, top, words.text, look, words.anchor, room)
