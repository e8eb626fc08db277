"""A badge that says how much is translated: one SVG file, for a README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.cli.language import say
from slidekit.cli.standing import percent
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.cli.standing import Standing

COLORS = ((100.0, "#116329"), (90.0, "#7d4e00"), (0.0, "#a40e26"))
"""From which share on a ground is green, amber or red; white letters hold 4.5 : 1 on each (WCAG 2.2, 1.4.3)."""
SIZE_PX = 11
PAD_PX = 6


def drawn(all: Standing) -> str:
    """The badge, with the language of which least is there."""
    share = min(one.share for one in all.languages.values())
    color = next(color for least, color in COLORS if share >= least)
    label, value = say(tell("translated")), percent(share)
    left, right = [wide(text) + 2 * PAD_PX for text in (label, value)]
    whole = f"{label}: {value}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{whole}">\n'
        f"  <title>{whole}</title>\n"
        f'  <path d="M3 0h{left - 3}v20h-{left - 3}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z" fill="#3d444d"/>\n'
        f'  <path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" fill="{color}"/>\n'
        f'  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="{SIZE_PX}">\n'
        f'    <text x="{PAD_PX}" y="14" textLength="{left - 2 * PAD_PX}">{label}</text>\n'
        f'    <text x="{left + PAD_PX}" y="14" textLength="{right - 2 * PAD_PX}">{value}</text>\n'
        f"  </g>\n</svg>\n"
    )


def wide(text: str) -> int:
    """How many pixels a word takes; `textLength` makes it exact where another font is drawn."""
    from slidekit.scene.metrics import face

    return round(face("DejaVu Sans").advance(text) * SIZE_PX)  # it was drawn to Verdana's widths
