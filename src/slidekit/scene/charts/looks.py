"""How series are told apart without colour: patterns, dashes, markers; and colours that stand out from the ground."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from slidekit.scene.charts.drawing import Look
from slidekit.scene.contrast import GRAPHIC, mixed, ratio
from slidekit.scene.theme import Palette

PATTERNS = ("", "wdUpDiag", "dashHorz", "openDmnd", "wdDnDiag", "dashVert", "dotGrid", "lgCheck")
"""Presets that PowerPoint and LibreOffice draw about equally dark, and coarse enough to be seen on the wall."""
DASHES = ("solid", "dash", "sysDot", "lgDashDot", "sysDash", "lgDash", "dashDot", "lgDashDotDot")
SYMBOLS: tuple[Literal["circle", "square", "diamond", "triangle"], ...] = ("circle", "square", "diamond", "triangle")
TINT = 0.3
"""How much of the colour the ground of a pattern has."""
STEPS = 20


def looks(palette: Palette, count: int, *, plain: bool = False) -> tuple[Look, ...]:
    """So many looks; `plain` ones have no pattern, for slices that carry their names."""
    return tuple([_look(palette, index, plain) for index in range(count)])


def _look(palette: Palette, index: int, plain: bool) -> Look:
    accent = index % len(palette.chart)
    fill = palette.chart[accent]
    return Look(
        fill,
        accent,
        visible(fill, palette.paper, palette.ink),
        mixed(fill, palette.paper, TINT),
        "" if plain else PATTERNS[index % len(PATTERNS)],
        DASHES[index % len(DASHES)],
        SYMBOLS[index % len(SYMBOLS)],
    )


@lru_cache(maxsize=256)
def visible(color: str, ground: str, ink: str, least: float = GRAPHIC) -> str:
    """The colour itself, or as little ink in it as makes it stand out from the ground."""
    mixes = [mixed(ink, color, step / STEPS) for step in range(STEPS + 1)]
    return next((one for one in mixes if ratio(one, ground) >= least), ink)


def on(ground: str, palette: Palette) -> str:
    """The colour of words on a fill: paper or ink, whichever stands out more."""
    return max((palette.paper, palette.ink), key=lambda words: ratio(words, ground))
