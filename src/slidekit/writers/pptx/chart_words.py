"""The words of a chart: type, colours, number formats."""

from __future__ import annotations

import re
from typing import NamedTuple

from slidekit.scene.charts.drawing import Look
from slidekit.scene.theme import Palette
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import attribute, hundredths

_DECIMALS = re.compile(r"#,##0(\.0+)?")
_LOCALES = {"en-CA": "1009", "en-GB": "809", "en": "409", "fr-CA": "C0C", "fr-CH": "100C", "fr-BE": "80C", "fr": "40C"}
"""What Excel's notation calls a locale ([MS-LCID]); it decides on the decimal sign."""


class Ink(NamedTuple):
    """What the words of one chart are set in."""

    size_pt: float
    palette: Palette
    colors: Colors
    locale: str
    """Escaped already."""


def text(ink: Ink, *, bold: bool = False, color: str | None = None, body: str = "<a:bodyPr/>") -> str:
    """How words look that PowerPoint puts in by itself."""
    own = look(ink, "defRPr", bold=bold, color=color)
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{own}</a:pPr><a:endParaRPr lang="{ink.locale}"/></a:p></c:txPr>'


def look(ink: Ink, tag: str, *, bold: bool = False, color: str | None = None) -> str:
    """The properties of a run, under one of their names."""
    return (
        f'<a:{tag} lang="{ink.locale}" sz="{hundredths(ink.size_pt)}" b="{int(bold)}">'
        f'{ink.colors.fill(color or ink.palette.ink)}<a:latin typeface="+mn-lt"/></a:{tag}>'
    )


def number(form: str, locale: str) -> str:
    """A number format with the locale whose decimal sign it takes, escaped."""
    code = _LOCALES.get(locale) or _LOCALES.get(locale.partition("-")[0], "409")
    return attribute(f"[$-{code}]{form or 'General'}")


def rounded(form: str, ticks: tuple[tuple[float, str], ...]) -> str:
    """The form of an axis's figures: that of the values, with the decimals that round steps need."""
    most = max([len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value, _ in ticks], default=0)
    return _DECIMALS.sub("#,##0" + "." * (most > 0) + "0" * most, form, count=1)


def line(ink: Ink, hexadecimal: str, width_pt: float = 0.75) -> str:
    """A thin line."""
    return f'<a:ln w="{round(width_pt * 12700)}">{ink.colors.fill(hexadecimal)}</a:ln>'


def color(ink: Ink, own: Look, *, edge: bool = False) -> str:
    """The colour of a series: the theme's own where it may be seen, so that a change of theme recolours it."""
    name = ink.colors.accent(own.accent)
    if name and (own.edge == own.fill or not edge):
        return f'<a:schemeClr val="{name}"/>'
    return ink.colors.color(own.edge if edge else own.fill)


def fill(ink: Ink, own: Look) -> str:
    """The fill of a bar, an area or a slice."""
    if not own.pattern:
        return f"<a:solidFill>{color(ink, own)}</a:solidFill>"
    return (
        f'<a:pattFill prst="{own.pattern}"><a:fgClr>{color(ink, own, edge=True)}</a:fgClr>'
        f"<a:bgClr>{ink.colors.color(own.ground)}</a:bgClr></a:pattFill>"
    )
