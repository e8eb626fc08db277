"""Formulas as Office Math (ISO 29500-1, clause 22.1): native, and edited in PowerPoint like its own."""

from __future__ import annotations

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
    Style,
    Table,
    Words,
    read,
)
from slidekit.show.math_symbols import ACCENTS, INTEGRALS
from slidekit.writers.pptx.markup import attribute, words

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_STYLES: dict[Style, str] = {
    "italic": "",
    "upright": '<m:sty m:val="p"/>',
    "bold": '<m:sty m:val="b"/>',
    "bold-italic": '<m:sty m:val="bi"/>',
    "double-struck": '<m:scr m:val="double-struck"/><m:sty m:val="p"/>',
    "script": '<m:scr m:val="script"/><m:sty m:val="p"/>',
    "fraktur": '<m:scr m:val="fraktur"/><m:sty m:val="p"/>',
    "sans-serif": '<m:scr m:val="sans-serif"/><m:sty m:val="p"/>',
    "monospace": '<m:scr m:val="monospace"/><m:sty m:val="p"/>',
}
_SPACES = ((0.9, "\u2003"), (0.4, "\u2002"), (0.26, "\u2004"), (0.2, "\u2005"), (0.05, "\u2009"))
"""Signs of room, widest first, and the em from which each is taken; what is negative has none."""
_BRACES = {"overbrace": ("⏞", "top", "bot"), "underbrace": ("⏟", "bot", "top")}
_ARROWS = {"overrightarrow": "\u20d7", "overleftarrow": "\u20d6"}
_NOTHING = "\u200b"
"""In place of a part left empty, for which PowerPoint would draw a dotted box."""


def inline(latex: str) -> str:
    """A formula among words."""
    return f'<m:oMath xmlns:m="{M}">{_filled(read(latex).tree)}</m:oMath>'


def display(latex: str) -> str:
    """A formula on a line of its own."""
    return f'<m:oMathPara xmlns:m="{M}"><m:oMath>{_filled(read(latex, True).tree)}</m:oMath></m:oMathPara>'


def _run(text: str, properties: str = "", *, plain: bool = False) -> str:
    properties = "<m:nor/>" + properties if plain else properties
    own = f"<m:rPr>{properties}</m:rPr>" if properties else ""
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<m:r>{own}<m:t{space}>{words(text)}</m:t></m:r>"


def _filled(node: Node) -> str:
    return _xml(node) or _run(_NOTHING)


def _e(node: Node, tag: str = "e") -> str:
    return f"<m:{tag}>{_filled(node)}</m:{tag}>"


def _xml(node: Node) -> str:
    match node:
        case Sign(text, kind, style):
            return _run(
                text, _STYLES[style] if kind in ("letter", "number") and (kind, style) != ("number", "upright") else ""
            )
        case Words(text, name, style):
            return _run(text, _STYLES[style] or '<m:sty m:val="i"/>') if name else _run(text, plain=True)
        case Space(em):
            return next((_run(sign) for least, sign in _SPACES if em >= least), "")
        case Row(items):
            return _row(items)
        case Fraction(top, bottom, ruled):
            kind_ = "" if ruled else '<m:fPr><m:type m:val="noBar"/></m:fPr>'
            return f"<m:f>{kind_}{_e(top, 'num')}{_e(bottom, 'den')}</m:f>"
        case Root(body, index):
            if index is None:
                return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>{_e(body)}</m:rad>'
            return f"<m:rad>{_e(index, 'deg')}{_e(body)}</m:rad>"
        case Scripts():
            return _limits(node) if node.limits else _scripts(node)
        case Accent(body, mark):
            return _accent(body, ACCENTS[mark])
        case Bar(body, mark):
            return _bar(body, mark)
        case Fence(left, right, body):
            ends = f'<m:begChr m:val="{attribute(left)}"/><m:endChr m:val="{attribute(right)}"/>'
            return f"<m:d><m:dPr>{ends}</m:dPr>{_e(body)}</m:d>"
        case Table():
            return _table(node)
    assert_never(node)


def _row(items: tuple[Node, ...]) -> str:
    """Items beside each other; sums and functions take what follows them as what they are applied to."""
    found, at = [], 0
    while at < len(items):
        item, after = items[at], items[at + 1] if at + 1 < len(items) else None
        at += 1
        while isinstance(after, Space) and after.em <= 0.2 and at + 1 < len(items):
            at += 1
            after = items[at] if at < len(items) else None
        large, named = _is_large(item), _is_named(item)
        if (
            after is None
            or not (large or named)
            or (isinstance(after, Sign) and after.kind not in ("letter", "number", "large"))
        ):
            found.append(_xml(item))
            continue
        at += 1
        body = f"<m:e>{_row((after, *items[at:])) if large else _filled(after)}</m:e>"
        if large:
            return "".join(found) + _nary(item, body)
        found.append(f"<m:func><m:fName>{_xml(item)}</m:fName>{body}</m:func>")
    return "".join(found)


def _is_large(node: Node) -> bool:
    return (node.base if isinstance(node, Scripts) else node) in _LARGE


def _is_named(node: Node) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Words) and base.name


_LARGE = tuple([Sign(sign, "large") for sign in "∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀⨄"])


def _nary(node: Node, body: str) -> str:
    """A sum or an integral over what follows it."""
    scripts = node if isinstance(node, Scripts) else Scripts(node)
    assert isinstance(scripts.base, Sign)
    place = "undOvr" if scripts.limits and scripts.base.text not in INTEGRALS else "subSup"
    hidden = "".join(
        [f'<m:{tag}Hide m:val="1"/>' for tag, one in (("sub", scripts.below), ("sup", scripts.above)) if one is None]
    )
    properties = f'<m:chr m:val="{scripts.base.text}"/><m:limLoc m:val="{place}"/>{hidden}'
    parts = "".join(
        [
            f"<m:{tag}/>" if one is None else _e(one, tag)
            for tag, one in (("sub", scripts.below), ("sup", scripts.above))
        ]
    )
    return f"<m:nary><m:naryPr>{properties}</m:naryPr>{parts}{body}</m:nary>"


def _scripts(node: Scripts) -> str:
    tag = "sSub" if node.above is None else "sSup" if node.below is None else "sSubSup"
    below = "" if node.below is None else _e(node.below, "sub")
    above = "" if node.above is None else _e(node.above, "sup")
    return f"<m:{tag}>{_e(node.base)}{below}{above}</m:{tag}>"


def _limits(node: Scripts) -> str:
    base = _filled(node.base)
    if node.below is not None:
        base = f"<m:limLow><m:e>{base}</m:e>{_e(node.below, 'lim')}</m:limLow>"
    if node.above is not None:
        base = f"<m:limUpp><m:e>{base}</m:e>{_e(node.above, 'lim')}</m:limUpp>"
    return base


def _accent(body: Node, sign: str) -> str:
    return f'<m:acc><m:accPr><m:chr m:val="{sign}"/></m:accPr>{_e(body)}</m:acc>'


def _bar(body: Node, mark: str) -> str:
    if mark in _ARROWS:
        return _accent(body, _ARROWS[mark])
    if mark in _BRACES:
        sign, place, anchor = _BRACES[mark]
        properties = f'<m:chr m:val="{sign}"/><m:pos m:val="{place}"/><m:vertJc m:val="{anchor}"/>'
        return f"<m:groupChr><m:groupChrPr>{properties}</m:groupChrPr>{_e(body)}</m:groupChr>"
    place = "top" if mark == "overline" else "bot"
    return f'<m:bar><m:barPr><m:pos m:val="{place}"/></m:barPr>{_e(body)}</m:bar>'


def _table(node: Table) -> str:
    """A matrix; aligned equations are an array whose `&` PowerPoint aligns."""
    if node.kind in ("aligned", "gathered"):
        rows = "".join([f"<m:e>{_run('&').join([_filled(cell) for cell in row])}</m:e>" for row in node.rows])
        return f"<m:eqArr>{rows}</m:eqArr>"
    side = "left" if node.kind == "cases" else "center"
    column = f'<m:mc><m:mcPr><m:count m:val="{len(node.rows[0])}"/><m:mcJc m:val="{side}"/></m:mcPr></m:mc>'
    rows = "".join([f"<m:mr>{''.join([_e(cell) for cell in row])}</m:mr>" for row in node.rows])
    return f'<m:m><m:mPr><m:plcHide m:val="1"/><m:mcs>{column}</m:mcs></m:mPr>{rows}</m:m>'
