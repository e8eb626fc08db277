"""How the nine levels of a placeholder look, each property from the nearest place that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from slidekit.template.colors import Inks
from slidekit.template.names import A, mm, truth, whole
from slidekit.template.names import family as named_family

if TYPE_CHECKING:
    from slidekit.template.names import Element

TITLE, BODY, OTHER = "titleStyle", "bodyStyle", "otherStyle"
LEVELS = 5
"""Levels that an author can reach; PowerPoint knows nine."""


class Level(Struct, frozen=True, gc=False):
    """The look of one level; lengths in mm, sizes in points."""

    size: float
    color: str
    bold: bool
    italic: bool
    caps: bool
    font: str
    """A family."""
    align: str
    """`l`, `ctr`, `r` or another that PowerPoint has."""
    margin: float
    hang: float
    before: float
    """In points, at this size."""
    spacing: float
    """Of lines, as a multiple of the font's own."""
    marker: str
    marker_color: str


_PICTURES = re.compile(r"wingdings|webdings|symbol", re.IGNORECASE)
_SIGNS = {"§": "▪", "n": "■", "q": "□", "ü": "✓", "Ø": "›", "è": "→", "à": "→", "w": "◆", "v": "❖", "l": "●"}
"""What letters look like in Wingdings; a bullet that is not here is drawn as a dot."""


def cascade(styles: Sequence[Element | None], inks: Inks, fonts: tuple[str, str]) -> tuple[Level, ...]:
    """The levels that list styles give, the farthest first."""
    found = []
    for number in range(1, LEVELS + 1):
        said = [one.find(f"{A}lvl{number}pPr") for one in styles if one is not None]
        found.append(_level([one for one in reversed(said) if one is not None], inks, fonts))
    return tuple(found)


def _level(said: Sequence[Element], inks: Inks, fonts: tuple[str, str]) -> Level:
    """One level; `said` is what is said of it, the nearest first."""
    runs = [run for one in said if (run := one.find(f"{A}defRPr")) is not None]
    size = whole(_attribute(runs, "sz"), 1800) / 100
    size = size if 1 <= size <= 400 else 18.0
    latin = next((face.get("typeface", "") for run in runs if (face := run.find(f"{A}latin")) is not None), "+mn-lt")
    family = (
        fonts[0]
        if latin.startswith("+mj")
        else fonts[1]
        if latin.startswith("+mn") or not latin
        else named_family(latin) or fonts[1]
    )
    color = next((found for run in runs if (found := inks.fill(run)) is not None), "")
    marker, ink = _marker(said, inks)
    return Level(
        size,
        color or inks.named("tx1"),
        bool(truth(_attribute(runs, "b"))),
        bool(truth(_attribute(runs, "i"))),
        (_attribute(runs, "cap") or "none") != "none",
        family,
        _attribute(said, "algn") or "l",
        mm(_attribute(said, "marL")),
        -mm(_attribute(said, "indent")),
        _spacing(said, "spcBef", size, 0.0),
        _spacing(said, "lnSpc", size, 1.0, of_lines=True),
        marker,
        ink,
    )


def _attribute(said: Sequence[Element], name: str) -> str | None:
    return next((value for one in said if (value := one.get(name)) is not None), None)


def _spacing(said: Sequence[Element], name: str, size: float, default: float, of_lines: bool = False) -> float:
    """Points above a paragraph, or how far apart lines are as a multiple."""
    holder = next((found for one in said if (found := one.find(f"{A}{name}")) is not None and len(found)), None)
    if holder is None:
        return default
    value = whole(holder[0].get("val"), -1)
    if value < 0:
        return default
    if holder[0].tag == f"{A}spcPct":
        return value / 100000 if of_lines else value / 100000 * size * 1.2
    return value / 100 / size / 1.2 if of_lines else value / 100


def _marker(said: Sequence[Element], inks: Inks) -> tuple[str, str]:
    """The bullet and its colour; no sign where there is none."""
    marker = color = None
    for one in said:
        for child in one:
            tag = child.tag.removeprefix(A) if isinstance(child.tag, str) else ""
            if marker is None and tag in ("buNone", "buChar", "buAutoNum", "buBlip"):
                marker = {"buNone": "", "buAutoNum": "#", "buBlip": "•"}.get(tag, child.get("char", "•"))
                face = one.find(f"{A}buFont")
                if tag == "buChar" and face is not None and _PICTURES.match(face.get("typeface", "")):
                    marker = _SIGNS.get(marker or "", "•")
            if color is None and tag in ("buClr", "buClrTx"):
                color = inks.of(child[0]) if len(child) else ""
    return marker or "", color or ""
