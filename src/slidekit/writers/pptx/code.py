"""Listings, transcripts and fixed-pitch drawings: text boxes whose lines never wrap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from slidekit.scene.boxes import Art, Box, CodeShape, Inset
from slidekit.scene.code import Ink, paint
from slidekit.scene.decor import dots
from slidekit.writers.pptx.art import CORNER_MM
from slidekit.writers.pptx.markup import attribute, corner, frame, geometry, hundredths, words
from slidekit.writers.pptx.text import Typesetter

BAR_MM = 1.2
IN_CORNER = 0.29289
"""The text of a `roundRect` begins this share of its corners' radius inside its box (presetShapeDefinitions.xml)."""


def ornaments(shape: CodeShape, setter: Typesetter) -> list[Art]:
    """The bar at the left edge and the dots of a terminal window."""
    palette, box = setter.theme.palette, shape.box
    bar = [Art("rect", Box(box.x, box.y, BAR_MM, box.h), shape.bar)] if shape.bar else []
    return [*bar, *dots(box, palette)] if shape.dots else bar


def code_xml(shape: CodeShape, number: int, setter: Typesetter) -> str:
    """The text box. Lines are paragraphs of an exact height, so that a sign from another font moves none."""
    lines = paint(shape.block, setter.theme)
    common = _common_color(lines) or setter.theme.palette.ink
    box = shape.box
    outline = geometry("roundRect", corner(CORNER_MM, box.w, box.h)) if shape.rounded else geometry("rect")
    described = f' descr="{attribute(shape.alt)}"' if shape.alt else ""
    spacing = round(shape.size_pt * shape.line_height * 100)
    style = (
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPts val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{hundredths(shape.size_pt)}">'
        f"{setter.colors.fill(common)}{setter.font('code')}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )
    inset = Inset(*[side - IN_CORNER * CORNER_MM for side in shape.inset]) if shape.rounded else shape.inset
    locale = attribute(shape.locale)
    paragraphs = "".join([_line(line, common, locale, setter) for line in lines])
    paragraphs = paragraphs or f'<a:p><a:endParaRPr lang="{locale}" noProof="1"/></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}"{described}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{frame(*box)}{outline}{setter.colors.fill(shape.fill)}</p:spPr><p:txBody>"
        f"{setter.box(inset, shape.anchor, wrap='none', centered=shape.centered)}{style}{paragraphs}"
        "</p:txBody></p:sp>"
    )


def _line(line: Sequence[Ink], common: str, locale: str, setter: Typesetter) -> str:
    runs = []
    for ink in line:
        attributes = f' lang="{locale}"'
        attributes += ' b="1"' if ink.bold else ""
        attributes += ' i="1"' if ink.italic else ""
        children = "" if ink.color == common else setter.colors.fill(ink.color)
        if ink.ground:
            children += f"<a:highlight>{setter.colors.color(ink.ground)}</a:highlight>"
        runs.append(
            f'<a:r><a:rPr{attributes} noProof="1">{children}</a:rPr><a:t>{words(ink.text)}</a:t></a:r>'
            if children
            else f'<a:r><a:rPr{attributes} noProof="1"/><a:t>{words(ink.text)}</a:t></a:r>'
        )
    return f"<a:p>{''.join(runs)}</a:p>" if runs else f'<a:p><a:endParaRPr lang="{locale}" noProof="1"/></a:p>'


def _common_color(lines: Sequence[Sequence[Ink]]) -> str | None:
    """The colour of most letters, which the box says once."""
    counts: Counter[str] = Counter()
    for line in lines:
        for ink in line:
            counts[ink.color] += len(ink.text)
    return max(counts, key=lambda color: (counts[color], color)) if counts else None
