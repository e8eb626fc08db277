"""Decorations: bands, rules, dots, a large quotation mark; screen readers pass over all of them."""

from __future__ import annotations

from math import atan2, degrees

from slidekit.scene.boxes import Art
from slidekit.scene.theme import Grid
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import DECORATIVE, attribute, corner, frame, geometry, hundredths, words

CORNER_MM = 3.0
_GEOMETRY = {"rect": "rect", "ellipse": "ellipse", "text": "rect"}


def fill_xml(art: Art, colors: Colors) -> str:
    """Its colour, or the gradient from its top left to its bottom right corner."""
    if art.color_end is None:
        return colors.fill(art.color)
    return colors.gradient(art.color, art.color_end, diagonal(art.box.w, art.box.h))


def diagonal(width: float, height: float) -> int:
    """The angle from corner to corner, in sixty-thousandths of a degree: 29.36° for 16 : 9."""
    return round(degrees(atan2(height, width)) * 60000)


def covers_slide(art: Art, grid: Grid) -> bool:
    """Whether it is the ground of the whole slide, rather than a thing on it."""
    box = art.box
    reach = box.x + box.w >= grid.width - 1 and box.y + box.h >= grid.height - 1
    return art.kind == "rect" and box.x <= 0 and box.y <= 0 and reach


def art_xml(art: Art, number: int, name: str, colors: Colors, locale: str) -> str:
    """A decorative shape."""
    box = art.box
    shape = f"<p:nvPr/></p:nvSpPr><p:spPr>{frame(*box)}"
    head = f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}">{DECORATIVE}</p:cNvPr>'
    if art.kind == "text":
        sign = _sign(art, colors, locale)
        return f'{head}<p:cNvSpPr txBox="1"/>{shape}{geometry("rect")}<a:noFill/></p:spPr>{sign}</p:sp>'
    if art.kind == "rounded":
        outline = geometry("roundRect", corner(CORNER_MM, box.w, box.h))
    else:
        outline = geometry(_GEOMETRY[art.kind])
    return (
        f"{head}<p:cNvSpPr/>{shape}{outline}{fill_xml(art, colors)}<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p>'
        f'<a:endParaRPr lang="{attribute(locale)}"/></a:p></p:txBody></p:sp>'
    )


def _sign(art: Art, colors: Colors, locale: str) -> str:
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:r><a:rPr lang="{attribute(locale)}" sz="{hundredths(art.size_pt)}" b="1">'
        f'{colors.fill(art.color)}<a:latin typeface="+mj-lt"/></a:rPr><a:t>{words(art.text)}</a:t></a:r></a:p>'
        "</p:txBody>"
    )
