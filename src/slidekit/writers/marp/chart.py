"""Charts as SVG: the marks that the scene has laid out, carried out one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from slidekit.scene.boxes import ChartShape
from slidekit.scene.charts.drawing import EDGE_PT, LINE_HEIGHT, Area, Dot, Look, Mark, Point, Rect, Stroke, Words
from slidekit.scene.theme import Theme

TINT = 0.22
SLICE_EDGE_PT = 1.5
ASCENT = 0.95
"""How far above the baseline a box under words begins, in em."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
DASHES = {
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
PATTERNS = {
    "wdUpDiag": ("M-1 1L1 -1M0 6L6 0M5 7L7 5", 0.9),
    "wdDnDiag": ("M-1 5L1 7M0 0L6 6M5 -1L7 1", 0.9),
    "dashHorz": ("M0 1.5H6M0 4.5H6", 0.7),
    "dashVert": ("M1.5 0V6M4.5 0V6", 0.7),
    "dotGrid": ("M0 3H6M3 0V6", 0.5),
    "openDmnd": ("M0 6L6 0M0 0L6 6", 0.42),
    "lgCheck": ("M0 6L6 0M0 0L6 6", 0.42),
}
"""The lines of a pattern in a square of 6 pt, and how wide they are."""


def draw(shape: ChartShape, theme: Theme) -> str:
    """An SVG as large as the shape's box."""
    drawing = shape.drawing
    family = f"{theme.fonts.body}, Carlito, Liberation Sans, sans-serif"
    looks = dict.fromkeys([look for look in drawing.looks if look.pattern])
    names = {look: f"p{number}" for number, look in enumerate(looks)}
    body = "".join([_mark(mark, names, drawing.size_pt) for mark in drawing.marks])
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {drawing.width:.1f} {drawing.height:.1f}' "
        f"font-family='{family}' font-size='{drawing.size_pt:g}'>{''.join(_patterns(names))}{body}</svg>"
    )


def _patterns(names: dict[Look, str]) -> Iterator[str]:
    for look, name in names.items():
        lines, thick = PATTERNS[look.pattern]
        yield (
            f"<pattern id='{name}' width='6' height='6' patternUnits='userSpaceOnUse'>"
            f"<rect width='6' height='6' fill='#{look.ground}'/>"
            f"<path d='{lines}' stroke='#{look.edge}' stroke-width='{thick}'/></pattern>"
        )


def _mark(mark: Mark, names: dict[Look, str], size: float) -> str:
    match mark:
        case Rect(frame, look):
            return (
                f"<rect x='{frame.x:.1f}' y='{frame.y:.1f}' width='{frame.w:.1f}' height='{frame.h:.1f}' "
                f"fill='{_fill(look, names)}' stroke='#{look.edge}' stroke-width='{EDGE_PT:g}'/>"
            )
        case Area(points, look, tint, edge):
            if tint:
                return f"<path d='{_path(points)}Z' fill='#{look.fill}' fill-opacity='{TINT}'/>"
            thick = EDGE_PT if edge == look.edge else SLICE_EDGE_PT
            fill = _fill(look, names)
            return f"<path d='{_path(points)}Z' fill='{fill}' stroke='#{edge or look.edge}' stroke-width='{thick}'/>"
        case Stroke(points, color, thick, dash):
            lengths = " ".join([f"{length * thick:g}" for length in DASHES[dash]])
            dashes = f" stroke-dasharray='{lengths}'" if lengths else ""
            return f"<path d='{_path(points)}' fill='none' stroke='#{color}' stroke-width='{thick:g}'{dashes}/>"
        case Dot():
            return _dot(mark)
        case Words():
            return _words(mark, size)
        case _:
            assert_never(mark)


def _fill(look: Look, names: dict[Look, str]) -> str:
    return f"url(#{names[look]})" if look in names else f"#{look.fill}"


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points])


def _dot(dot: Dot) -> str:
    """A marker."""
    x, y, half, color = dot.x, dot.y, dot.size / 2, f"#{dot.look.edge}"
    match dot.look.symbol:
        case "circle":
            return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{half:g}' fill='{color}'/>"
        case "square":
            corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        case "diamond":
            corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        case "triangle":
            corners = [(x, y - half), (x + half, y + half), (x - half, y + half)]
    return f"<path d='{_path(corners)}Z' fill='{color}'/>"


def _words(words: Words, size: float) -> str:
    """A line of words by its baseline."""
    place = f"x='{words.x:.1f}' y='{words.y:.1f}' text-anchor='{ANCHORS[words.anchor]}' fill='#{words.color}'"
    bold = " font-weight='700'" if words.bold else ""
    turn = f" transform='rotate(-45 {words.x:.1f} {words.y:.1f})'" if words.slanted else ""
    text = f"<text {place}{bold}{turn}>{escape(words.text, quote=True)}</text>"
    if not words.ground:
        return text
    left = {"left": words.x, "center": words.x - words.wide / 2, "right": words.x - words.wide}[words.anchor]
    ground = f"width='{words.wide:.1f}' height='{size * LINE_HEIGHT:.1f}' fill='#{words.ground}'"
    return f"<rect x='{left:.1f}' y='{words.y - ASCENT * size:.1f}' {ground}/>{text}"
