"""How well one colour stands out from another, and how well it must: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

TEXT, LARGE_TEXT, GRAPHIC = 4.5, 3.0, 3.0
"""The least ratios: of text and of large text (1.4.3 Contrast (Minimum), AA), of what is no text (1.4.11, AA)."""

LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
"""From these sizes on text is large (WCAG 2.2, definition of "large-scale text")."""


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours of six hexadecimal digits, 1 to 21 (definition of "contrast ratio")."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """The relative luminance of a colour, 0 to 1 (definition of "relative luminance", as of WCAG 2.2).

    The threshold is 0.04045, as in IEC 61966-2-1; WCAG 2.0 had 0.03928, which gives the same for all 256 steps.
    """
    red, green, blue = [_linear(int(color[at : at + 2], 16) / 255) for at in (0, 2, 4)]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def least(size_pt: float, bold: bool = False) -> float:
    """The least ratio of text of a size."""
    return LARGE_TEXT if size_pt >= (LARGE_BOLD_PT if bold else LARGE_PT) else TEXT


def mixed(over: str, under: str, share: float) -> str:
    """The colour of one laid over another, of which so large a share shines through to the eye."""
    parts = [(int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (0, 2, 4)]
    return "".join([f"{round(top * share + low * (1 - share)):02X}" for top, low in parts])
