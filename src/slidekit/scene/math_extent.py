"""How much room a formula takes, by the widths and constants of New Computer Modern Math.

An estimate on the safe side, for `check` loads no Typst: never smaller than what Typst draws (held by a
test over hundreds of formulas), with wider figures and brackets for PowerPoint's Cambria Math.
Constants are those of the font's own MATH table, in em; the rules are TeX's (The TeXbook, appendix G).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, assert_never

from slidekit.scene.metrics import math_face
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
    Style,
    Table,
    Words,
    read,
)

AXIS = 0.25
MARGIN = 1.05
"""Of widths: kerning, italic corrections and the sidebearings of another font."""
ENDS = 0.1
SCRIPTS = (1.0, 0.7, 0.5)
RULE = 0.04
UP, DOWN = 0.75, 0.25
"""How far ordinary signs reach above and below the line."""
GAPS = {"relation": 5 / 18 * 2, "binary": 4 / 18 * 2, "punctuation": 3 / 18, "large": 4 / 18}
"""Room around signs by their kind, on both sides together."""
FIGURE, BRACKET = 0.556, 0.44
"""The least widths of figures and brackets: those of Cambria Math, which are wider."""

LEANING = "CFHJKMNPTUVWXYZfjdlyψγΓ"
"""Letters that lean out of their width, by up to 0.1 em (the font's italic corrections)."""

VARIANTS = (1.0, 1.1, 1.2, 1.45, 1.8, 2.1, 2.4, 3.0)
RADICALS = (1.06, 1.2, 1.8, 2.4, 3.0)
"""How high the font's brackets and roots are; higher ones are put together to measure."""

_ITALIC, _BOLD, _BOLD_ITALIC = 0x1D434, 0x1D400, 0x1D468
_ALPHABETS: dict[Style, int] = {
    "italic": _ITALIC, "bold": _BOLD, "bold-italic": _BOLD_ITALIC, "script": 0x1D49C, "fraktur": 0x1D504,
    "double-struck": 0x1D538, "sans-serif": 0x1D5A0, "monospace": 0x1D670,
}  # fmt: skip


class Extent(NamedTuple):
    """Width, and height above and below the baseline, in em."""

    width: float
    up: float
    down: float


class Mode(NamedTuple):
    """How large things are drawn here."""

    level: int = 0
    """0 on the line, 1 in a script, 2 in a script of a script."""
    display: bool = False

    @property
    def scale(self) -> float:
        """The size, as a share of the formula's own."""
        return SCRIPTS[self.level]

    def script(self) -> Mode:
        """One level smaller."""
        return Mode(min(2, self.level + 1))

    def part(self) -> Mode:
        """Above or below a line of a fraction."""
        return Mode(self.level) if self.display else self.script()


@lru_cache(maxsize=4096)
def extent(latex: str, display: bool = False) -> Extent:
    """The room that a formula takes, in em of its size; a little more at its ends."""
    room = measure(read(latex, display).tree, Mode(0, display))
    return room._replace(width=max(0.0, room.width) + ENDS)


def measure(node: Node, mode: Mode) -> Extent:
    """The room that a part of a formula takes, in em of the whole formula's size."""
    scale = mode.scale
    match node:
        case Sign():
            return _sign(node, mode)
        case Words(text):
            return Extent(_width(text) * MARGIN * scale, UP * scale, DOWN * scale)
        case Space(em):
            return Extent(em * scale, 0.0, 0.0)
        case Row(items):
            return _row(items, mode)
        case Fraction():
            return _fraction(node, mode)
        case Root():
            return _root(node, mode)
        case Scripts():
            return _limits(node, mode) if node.limits else _scripts(node, mode)
        case Accent(body):
            inner = measure(body, mode)
            return inner._replace(width=max(inner.width, 0.5 * scale), up=inner.up + 0.32 * scale)
        case Bar(body, mark):
            inner, thick = measure(body, mode), 0.55 if mark.endswith("brace") else 0.35
            if mark.endswith(("brace", "arrow")):
                inner = inner._replace(width=inner.width + 0.55 * scale)  # such signs come in steps
            if mark.startswith("over"):
                return inner._replace(up=inner.up + thick * scale)
            return inner._replace(down=inner.down + thick * scale)
        case Fence():
            return _fence(node, mode)
        case Table():
            return _table(node, mode)
    assert_never(node)


def _width(text: str, style: Style = "upright") -> float:
    widths = math_face().widths
    total = 0.0
    for sign in text:
        width = widths.own(_drawn(sign, style)) or widths.own(sign)
        if width is None:
            width = 1.0
        total += max(width, FIGURE if sign.isdecimal() else BRACKET if sign in "()[]{}|⟨⟩⌊⌋⌈⌉" else 0.0)
    return total


def _drawn(sign: str, style: Style) -> str:
    """The sign of a mathematical alphabet that stands for a letter."""
    first = _ALPHABETS.get(style)
    if first is None:
        return sign
    if "A" <= sign <= "Z":
        return chr(first + ord(sign) - 65)
    if "a" <= sign <= "z":
        return chr(first + 26 + ord(sign) - 97)
    if "α" <= sign <= "ω" and style == "italic":
        return chr(0x1D6FC + ord(sign) - 0x3B1)
    return sign


def _sign(node: Sign, mode: Mode) -> Extent:
    scale = mode.scale
    width = _width(node.text, node.style) * MARGIN * scale
    if node.style.endswith("italic") and node.text in LEANING:
        width += 0.1 * scale
    if node.kind == "large":
        if not mode.display:
            return Extent(width, 0.83 * scale, 0.33 * scale)
        if node.text in "∫∬∭∮":
            return Extent(width + 0.4, 1.4, 0.9)
        return Extent(width + 0.45, 1.0, 0.5)
    if node.kind == "letter" and node.text in "acegmnopqrsuvwxyz":
        return Extent(width, 0.47 * scale, (0.24 if node.text in "gpqy" else 0.03) * scale)
    if node.kind in ("number", "letter"):
        return Extent(width, 0.76 * scale, 0.25 * scale if node.text in "fjβγζημξρφχψϕϑQ" else 0.06 * scale)
    return Extent(width, UP * scale, DOWN * scale)


def _row(items: tuple[Node, ...], mode: Mode) -> Extent:
    parts = [measure(item, mode) for item in items]
    width = sum([part.width for part in parts])
    gaps = [_gap(item) for item in items]
    if mode.level:
        width += sum([gap for gap in gaps if gap <= GAPS["large"]]) * mode.scale
    else:
        width += sum(gaps)
        width += sum([_apart(first, second) for first, second in pairwise(items)])
    return Extent(width, max([part.up for part in parts], default=0.0), max([part.down for part in parts], default=0.0))


def _gap(item: Node) -> float:
    """Room on both sides of a sign."""
    if isinstance(item, Scripts):
        return _gap(item.base)
    if isinstance(item, Words) and item.name:
        return GAPS["large"]
    return GAPS.get(item.kind, 0.0) if isinstance(item, Sign) else 0.0


def _apart(first: Node, second: Node) -> float:
    """Room between fractions, brackets and what stands beside them (inner atoms, 3/18 em)."""
    return 3 / 18 if isinstance(first, Fraction | Fence) or isinstance(second, Fraction | Fence) else 0.0


def _fraction(node: Fraction, mode: Mode) -> Extent:
    inner, scale = mode.part(), mode.scale
    top, bottom = measure(node.top, inner), measure(node.bottom, inner)
    gap = (0.12 if mode.display else 0.04) * scale
    rise, drop = (0.677, 0.686) if mode.display else (0.394 * scale, 0.345 * scale)
    half = RULE * scale / 2
    axis = AXIS * scale
    rise = max(rise, axis + half + gap + top.down)
    drop = max(drop, bottom.up + gap + half - axis)
    return Extent(max(top.width, bottom.width) + 0.3 * scale, rise + top.up, drop + bottom.down)


def _root(node: Root, mode: Mode) -> Extent:
    scale = mode.scale
    body = measure(node.body, mode)
    gap = (0.15 if mode.display else 0.06) * scale
    up, down = body.up + gap + 2 * RULE * scale, body.down
    up = max(up, 1.06 * scale - down)  # the least radical
    more = next((one for one in RADICALS if one >= up + down), up + down) - up - down
    width = body.width + 1.0 * scale + min(0.5, 0.25 * max(0.0, up + down - 1.0))
    if node.index is not None:
        index = measure(node.index, Mode(2))
        width += max(0.0, index.width - 0.22 * scale)
        up = max(up, 0.6 * (up + down) - down + index.up + index.down) + 0.3 * scale
    return Extent(width, up + max(0.0, more) + 0.08, down + max(0.0, more) / 2)


def _stretched(high: float, width: float) -> tuple[float, float]:
    """The width of a bracket as high as what it holds, and how far it reaches beyond that on either side."""
    if high <= VARIANTS[0]:
        return width, 0.05
    step = next((one for one in VARIANTS if one >= high - 0.1), high)
    return width + min(0.5, 0.25 * (high - 1.0)), max(0.0, step - high) / 2 + 0.08


def _scripts(node: Scripts, mode: Mode) -> Extent:
    base, scale, inner = measure(node.base, mode), mode.scale, mode.script()
    up, down, width = base.up, base.down, 0.0
    simple = isinstance(node.base, Sign) and node.base.kind != "large"
    if node.above is not None:
        above = measure(node.above, inner)
        rise = max(0.413 * scale, 0.0 if simple else base.up - 0.25 * scale, above.down + 0.11 * scale)
        if node.below is not None:
            rise += 0.12 * scale
        up, width = max(up, rise + above.up), above.width
    if node.below is not None:
        below = measure(node.below, inner)
        drop = max(0.247 * scale, 0.0 if simple else base.down + 0.2 * scale, below.up - 0.34 * scale)
        if node.above is not None:
            drop += 0.14 * scale
        down, width = max(down, drop + below.down), max(width, below.width)
    return Extent(base.width + width + 0.14 * scale, up, down)


def _limits(node: Scripts, mode: Mode) -> Extent:
    base, scale, inner = measure(node.base, mode), mode.scale, mode.script()
    width, up, down = base.width, base.up, base.down
    if node.above is not None:
        above = measure(node.above, inner)
        width = max(width, above.width + 0.12 * scale)
        up += max(0.2 * scale, 0.111 * scale + above.down) + above.down + above.up
    if node.below is not None:
        below = measure(node.below, inner)
        width = max(width, below.width + 0.12 * scale)
        down += max(0.167 * scale + below.up, 0.6 * scale) + below.down
    return Extent(width, up, down)


def _fence(node: Fence, mode: Mode) -> Extent:
    body, scale = measure(node.body, mode), mode.scale
    axis = AXIS * scale
    half = max(body.up - axis, body.down + axis, 0.5 * scale)
    sign, more = _stretched(2 * half, 0.5 * scale)
    count = (node.left != "") + (node.right != "")
    return Extent(body.width + count * sign, half + more + axis, half + more - axis)


def _table(node: Table, mode: Mode) -> Extent:
    lines = node.kind in ("aligned", "gathered")
    inner = Mode(0, lines)
    rows = [[measure(cell, inner) for cell in row] for row in node.rows]
    scale, axis = mode.scale, AXIS * mode.scale
    columns = [max([row[at].width for row in rows]) for at in range(len(rows[0]))]
    gap = {"matrix": 0.6, "cases": 1.2, "aligned": 0.4, "gathered": 0.0}[node.kind] * scale
    between = (0.55 if lines else 0.35) * scale
    highs = [max(UP * scale, max([cell.up for cell in row])) for row in rows]
    lows = [max(DOWN * scale, max([cell.down for cell in row])) for row in rows]
    high = sum(highs) + sum(lows) + between * (len(rows) - 1)
    return Extent(sum(columns) + gap * (len(columns) - 1) + 0.1 * scale, high / 2 + axis, high / 2 - axis)
