"""A formula in plain words: on one line in Unicode, and as a person would read it aloud in English or in French."""

from __future__ import annotations

import re
from typing import assert_never

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
from slidekit.show.math_speech import Tongue, tongue
from slidekit.show.math_symbols import ACCENTS

_RAISED = dict(zip("0123456789+−=()nixTabcdekmopt", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣᵀᵃᵇᶜᵈᵉᵏᵐᵒᵖᵗ", strict=True)) | {
    "⊤": "ᵀ",
    "′": "′",
    "″": "″",
}
_LOWERED = dict(zip("0123456789+−=()aeioxkmnprt", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₒₓₖₘₙₚᵣₜ", strict=True))
_OPEN = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ"}
_ROOTS = {"3": "∛", "4": "∜"}
_DECIMAL = re.compile(r"(\d) , (\d)")
_LOOSE = re.compile(r" ([,;])")
_ARROWS = {"overrightarrow": "\u20d7", "overleftarrow": "\u20d6", "overline": "\u0305", "underline": "\u0332"}


def in_line(node: Node) -> str:
    """The formula on one line: `softmax(QKᵀ/√d)V`."""
    return _line(node).strip()


def _line(node: Node) -> str:
    match node:
        case Sign(text, kind, style):
            shown = _OPEN.get(text, text) if style == "double-struck" else text
            return f" {shown} " if kind == "relation" else f"{shown} " if kind == "punctuation" else shown
        case Words(text):
            return text
        case Space(em):
            return " " if em > 0.2 else ""
        case Row():
            return _row_line(node)
        case Fraction(top, bottom, ruled):
            return f"{_grouped(top)}/{_grouped(bottom)}" if ruled else f"{_line(top)} ; {_line(bottom)}"
        case Root(body, index):
            place = in_line(index) if index is not None else ""
            sign = _ROOTS.get(place) or (_raised(place, _RAISED) or f"{place} " if place else "") + "√"
            return sign + _grouped(body)
        case Scripts():
            return _scripts_line(node)
        case Accent(body, mark):
            return _marked(body, ACCENTS[mark])
        case Bar(body, mark):
            return _marked(body, _ARROWS[mark]) if mark in _ARROWS else _line(body)
        case Fence(left, right, body):
            return f"{left}{in_line(body)}{right}"
        case Table(rows, kind):
            return _table_line(rows, kind)
    assert_never(node)


def _row_line(row: Row) -> str:
    """Items beside each other; a binary sign between two things has room around it, a minus before one has none."""
    out = ""
    items = [one for one in row.items if not (isinstance(one, Space) and one.em <= 0)]
    for index, item in enumerate(items):
        words = _line(item)
        if isinstance(item, Sign) and item.kind == "binary" and item.text not in "⋅∘∗":
            before = items[index - 1] if index else None
            unary = before is None or (
                isinstance(before, Sign) and before.kind in ("relation", "binary", "open", "punctuation", "large")
            )
            words = words if unary else f" {words} "
        named = isinstance(item, Words) and item.name
        if out and (named or _is_large(item)) and out[-1].isalnum():
            out += " "
        out += words
        if (named or (isinstance(item, Scripts) and _is_name(item.base))) and _wants_room(items, index):
            out += " "
    while "  " in out:
        out = out.replace("  ", " ")
    return out


def _wants_room(items: list[Node], index: int) -> bool:
    after = items[index + 1] if index + 1 < len(items) else None
    return (
        after is not None
        and not isinstance(after, Fence)
        and not (isinstance(after, Sign) and after.kind not in ("letter", "number"))
    )


def _is_name(node: Node) -> bool:
    return (isinstance(node, Words) and node.name) or (isinstance(node, Sign) and node.kind == "large")


def _is_large(node: Node) -> bool:
    return _is_name(node) or (isinstance(node, Scripts) and _is_name(node.base))


def _grouped(node: Node) -> str:
    """In round brackets, unless it is one thing already."""
    words = in_line(node)
    if isinstance(node, Fence) or len(words) == 1 or words.isalnum() or _one_thing(node):
        return words
    return f"({words})"


def _one_thing(node: Node) -> bool:
    """Whether nothing in it could be torn apart: a product of letters and their scripts, a root."""
    match node:
        case Sign(_, kind) | Sign(_, kind, _):
            return kind in ("letter", "number", "ordinary")
        case Scripts(base) | Accent(base):
            return _one_thing(base)
        case Row(items):
            return bool(items) and all(_one_thing(item) for item in items)
        case Root() | Words():
            return True
        case _:
            return False


def _raised(words: str, table: dict[str, str]) -> str:
    """The words as small signs, or nothing where one of them has none."""
    tight = words.replace(" ", "")
    return "".join([table[sign] for sign in tight]) if all(sign in table for sign in tight) else ""


def _scripts_line(node: Scripts) -> str:
    out = _line(node.base).rstrip()
    if isinstance(node.base, Row | Bar) and len(out) > 1 and not _one_thing(node.base):
        out = f"({out})"
    for script, table, mark in ((node.below, _LOWERED, "_"), (node.above, _RAISED, "^")):
        if script is None:
            continue
        words = in_line(script)
        out += _raised(words, table) or f"{mark}{words if len(words) == 1 else f'({words})'}"
    return out


def _marked(body: Node, mark: str) -> str:
    words = in_line(body)
    return words + mark if len(words) == 1 else f"({words}){mark}"


def _table_line(rows: tuple[tuple[Node, ...], ...], kind: str) -> str:
    between = " " if kind == "aligned" else ", "
    lines = [between.join([words for cell in row if (words := in_line(cell))]) for row in rows]
    return "; ".join([line.replace("  ", " ") for line in lines])


# ---- aloud ----


def in_words(node: Node, locale: str) -> str:
    """The formula as it is read aloud: `a over b`, `a sur b`."""
    words = " ".join(_say(node, tongue(locale)).split())
    return _LOOSE.sub(r"\1", _DECIMAL.sub(r"\1,\2", words)).strip(" ,;")


def _say(node: Node, say: Tongue) -> str:
    match node:
        case Sign(text, _, style):
            return say.sign(_OPEN.get(text, text) if style == "double-struck" else text)
        case Words(text):
            return f" {say.names.get(text, text)} "
        case Space():
            return " "
        case Row(items):
            return " ".join([_say(item, say) for item in items])
        case Fraction(top, bottom, ruled):
            both = (_say(top, say), _say(bottom, say))
            if not ruled:
                return say.binomial.format(*both)
            simple = _one_thing(top) and _one_thing(bottom)
            return (say.over if simple else say.fraction).format(*both)
        case Root(body, index):
            words = _say(body, say)
            root = say.square_root if index is None else say.root.format(_say(index, say))
            return f"{root} {words}" if _one_thing(body) else f"{root} {words} {say.end_root}"
        case Scripts():
            return _say_scripts(node, say)
        case Accent(body, mark):
            return say.accents[mark].format(_say(body, say))
        case Bar(body, mark):
            return say.bars[mark].format(_say(body, say))
        case Fence(left, right, body):
            if isinstance(body, Table) or (isinstance(body, Fraction) and not body.ruled):
                return _say(body, say)
            return f"{say.sign(left)} {_say(body, say)} {say.sign(right)}"
        case Table(rows, kind):
            cells = "; ".join([", ".join([" ".join(_say(cell, say).split()) for cell in row]) for row in rows])
            if kind in ("aligned", "gathered"):
                return "; ".join([" ".join([_say(cell, say) for cell in row]) for row in rows])
            return say.cases.format(cells) if kind == "cases" else say.matrix.format(len(rows), len(rows[0]), cells)
    assert_never(node)


def _say_scripts(node: Scripts, say: Tongue) -> str:
    base = _say(node.base, say)
    below = _say(node.below, say) if node.below is not None else ""
    above = _say(node.above, say) if node.above is not None else ""
    large = (isinstance(node.base, Sign) and node.base.kind == "large") or node.limits
    if large and isinstance(node.base, Sign) and node.base.kind == "large":
        first = say.start if above or "=" in (in_line(node.below) if node.below is not None else "") else say.among
        span = (first.format(below) if below else "") + (say.end.format(above) if above else "")
        return f"{base} {span} {say.of}"
    if _is_name(node.base) and below and not above:
        if isinstance(node.base, Words) and node.base.text.startswith("lim"):
            return f"{base} {say.when.format(below.replace(*say.tends))} {say.of}"
        return f"{base} {say.among.format(below)} {say.of}"
    if isinstance(node.base, Bar) or (node.limits and not below):
        return f"{base}, {below or above},"
    words = base + (f" {say.below.format(below)}" if below else "")
    if not above:
        return words
    plain = in_line(node.above) if node.above is not None else ""
    return f"{words} {say.powers.get(plain) or say.power.format(above)}"
