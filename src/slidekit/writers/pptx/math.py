"""Formulas on slides: Office Math for PowerPoint, and beside it what every other program can show.

A shape with mathematics stands in `mc:AlternateContent` (ISO 29500-3, clause 10), as PowerPoint itself
writes it. LibreOffice up to now takes the choice by the *prefix* `a14`, knows of formulas only those
alone in their shape, and drops those among words without a trace; under any other prefix for the same
namespace it takes the fallback, and PowerPoint, which goes by the namespace, the choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from slidekit.scene.boxes import MathShape, TextShape
from slidekit.show.math import linear
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import attribute, frame, geometry, hundredths, words
from slidekit.writers.pptx.omml import display
from slidekit.writers.pptx.package import Package, Relations

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
PREFIX = "math"
"""Not `a14`: see above."""

Drawn = Callable[[Sequence[MathShape]], Mapping[MathShape, bytes]]
"""Draws formulas as PNG pictures of their ink, for programs that know no Office Math."""


def either(choice: str, fallback: str) -> str:
    """A shape with mathematics, or without it for programs that cannot read it."""
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:{PREFIX}="{A14}" Requires="{PREFIX}">{choice}'
        f"</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def element(omml: str) -> str:
    """Mathematics inside a paragraph ([MS-ODRAWXML] 2.3.2.3, `m`)."""
    return f"<{PREFIX}:m>{omml}</{PREFIX}:m>"


def has_math(shape: TextShape) -> bool:
    """Whether formulas stand among a text's words; titles stay text, for outlines and screen readers."""
    return shape.role != "title" and any(run.math for one in shape.paragraphs for run in one.runs)


def formula_xml(
    shape: MathShape, number: int, colors: Colors, picture: bytes | None, package: Package, relations: Relations
) -> str:
    """A formula on a line of its own; the picture is what other programs show, else words."""
    head = f'name="{attribute(shape.name)}" descr="{attribute(shape.alt)}"'
    place, locale = frame(*shape.box), attribute(shape.locale)
    style = (
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="{hundredths(shape.size_pt)}">'
        f'{colors.fill(shape.color)}<a:latin typeface="Cambria Math"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )
    body = (
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"{style}<a:p>"
    )
    before = (
        f'{head}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{place}{geometry("rect")}</p:spPr><p:txBody>{body}'
    )
    after = f'<a:endParaRPr lang="{locale}"/></a:p></p:txBody></p:sp>'
    choice = f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" {before}{element(display(shape.latex))}{after}'
    if picture is None:
        run = f'<a:r><a:rPr lang="{locale}"/><a:t>{words(linear(shape.latex))}</a:t></a:r>'
        return either(choice, f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" {before}{run}{after}')
    own = relations.add("image", f"../media/{package.picture(picture, 'png').rpartition('/')[2]}")
    return either(
        choice,
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number + 1}" {head}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
        f'</p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{own}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{frame(*shape.ink)}{geometry('rect')}</p:spPr></p:pic>",
    )
