"""Formulas as data that `math.typ` builds them of: arrays of a letter and parts, no markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from slidekit.scene.boxes import MathShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.show import math
from slidekit.show.math import (
    Accent,
    Bar,
    Fence,
    Fraction,
    Node,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Table,
    Words,
)
from slidekit.show.math_symbols import ACCENTS
from slidekit.writers.typst.pen import Look, Pen


def equation(latex: str, locale: str) -> dict[str, object]:
    """A formula among words: how it is read aloud, and its tree; `press` knows it by its first key."""
    return {"alt": math.spoken(latex, locale) or latex, "tree": tree(math.read(latex).tree)}


def draw(pen: Pen, shape: MathShape) -> None:
    """A formula on a line of its own; of an empty one in a draft there is nothing to draw, nor to say."""
    if not (shape.alt or shape.latex).strip():
        return
    x, y, w, h = [pen.pt(value * PT_PER_MM) for value in shape.box]
    style = pen.style(Look("body", shape.size_pt, shape.color, 1.2))
    drawn = {"alt": shape.alt or shape.latex, "tree": tree(math.read(shape.latex, True).tree)}
    pen.steps.append(["m", x, y, w, h, style, drawn])


def sheets(shapes: Sequence[MathShape]) -> dict[str, object]:
    """What the template for formulas alone is filled with."""
    drawn = [
        [
            round(shape.ink.w * PT_PER_MM, 3),
            round(shape.ink.h * PT_PER_MM, 3),
            shape.size_pt,
            shape.color,
            {"alt": shape.alt or shape.latex, "tree": tree(math.read(shape.latex, True).tree)},
        ]
        for shape in shapes
    ]
    return {"draft": False, "formulas": drawn}


def tree(node: Node) -> list[object]:
    """A node as an array."""
    match node:
        case Row(items):
            return ["r", *[tree(item) for item in items]]
        case Sign(text, kind, style):
            return ["s", text, kind, style]
        case Words(text, name, style):
            return ["w", text, int(name), style]
        case Space(em):
            return ["h", round(em, 4)]
        case Fraction(top, bottom):
            return ["f", tree(top), tree(bottom)]
        case Root(body, index):
            return ["q", tree(body), None if index is None else tree(index)]
        case Scripts(base, below, above, limits):
            scripts = [None if one is None else tree(one) for one in (below, above)]
            return ["a", tree(base), *scripts, int(limits)]
        case Accent(body, mark):
            return ["m", tree(body), ACCENTS[mark]]
        case Bar(body, mark):
            return ["b", tree(body), mark]
        case Fence(left, right, body):
            if isinstance(body, Fraction) and not body.ruled:
                return ["c", tree(body.top), tree(body.bottom)]
            return ["p", left, right, tree(body)]
        case Table(rows, kind):
            return ["t", kind, [[tree(cell) for cell in row] for row in rows]]
    assert_never(node)
