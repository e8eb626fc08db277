"""How wide and how high text is, from the advance widths of the fonts that come with slidekit.

Summing advances in a box narrowed by 1.5 % never predicts too few lines against LibreOffice
(1,148 boxes); kerning and shaping only make lines shorter.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

FONTS = Path(__file__).resolve().parent.parent / "fonts"
"""The folder of the fonts, each unmodified and with its licence beside it."""

SAFETY = 0.985
"""The share of a box's width that lines may fill."""

MIN_LINE_HEIGHT = 1.2
"""PowerPoint's single spacing for faces whose own is tighter, such as Arial."""

EMOJI = "NotoColorEmoji"

DRAWN = {
    "Calibri": "Carlito",
    "Arial": "Liberation Sans",
    "Consolas": "DejaVu Sans Mono",
    "Courier New": "DejaVu Sans Mono",
}
"""Metric-compatible open faces for the ones that PowerPoint has (Consolas: a wider one, on the safe side)."""

FILES = {
    "Carlito": ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic", "Carlito-BoldItalic"),
    "Liberation Sans": (
        "LiberationSans-Regular",
        "LiberationSans-Bold",
        "LiberationSans-Italic",
        "LiberationSans-BoldItalic",
    ),
    "DejaVu Sans Mono": (
        "DejaVuSansMono",
        "DejaVuSansMono-Bold",
        "DejaVuSansMono-Oblique",
        "DejaVuSansMono-BoldOblique",
    ),
    "DejaVu Sans": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans", "DejaVuSans-Bold"),
}

JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad")
"""Signs that are not drawn and have no width: joiners, variation selectors, the soft hyphen."""


class _Widths(dict[str, float]):
    """Advances by sign, in em; a sign that the face lacks takes its width from a fallback face."""

    def __init__(self, own: dict[str, float], fallback: tuple[str, ...]) -> None:
        super().__init__(own)
        self.own = frozenset(own)
        self.fallback = fallback

    def __missing__(self, sign: str) -> float:
        width = 0.0 if sign in JOINERS else 1.0
        for stem in self.fallback:
            known = _load(stem)
            if sign in known.widths.own:
                width = known.widths[sign]
                break
        self[sign] = width
        return width


class Face(Struct, frozen=True, eq=False, gc=False):
    """One face of one family."""

    file: Path
    ascent: float
    """In em, above the baseline."""
    descent: float
    """In em, below it, positive."""
    line_height: float
    """From baseline to baseline, as a multiple of the size."""
    widths: _Widths

    def advance(self, text: str) -> float:
        """The width of a text in em."""
        return sum(map(self.widths.__getitem__, text))


def drawn_family(family: str) -> str:
    """The open family that is measured and drawn where a theme names one of PowerPoint's."""
    return DRAWN.get(family, family) if DRAWN.get(family, family) in FILES else "Liberation Sans"


@lru_cache(maxsize=64)
def face(family: str, bold: bool = False, italic: bool = False) -> Face:
    """The face for a family that a theme names."""
    return _load(FILES[drawn_family(family)][bold + 2 * italic])


def lacking(text: str) -> set[str]:
    """The signs of a text that no font at hand can draw, whatever the family."""
    signs = set(text) - JOINERS - {"\n", "\t"}
    for stem in ("Carlito-Regular", "DejaVuSans", "DejaVuSansMono", EMOJI):
        if not signs:
            break
        signs -= _load(stem).widths.own
    return signs


@lru_cache(maxsize=32)
def _load(stem: str) -> Face:
    import json

    data = json.loads((FONTS / f"{stem}.json").read_text("ascii"))
    upem = data["upem"]
    own = {
        chr(first + offset): advance / upem
        for first, advances in data["runs"]
        for offset, advance in enumerate(advances)
    }
    fallback = ("DejaVuSans-Bold" if "Bold" in stem else "DejaVuSans", "DejaVuSansMono", EMOJI)
    return Face(
        FONTS / f"{stem}.ttf",
        data["ascent"] / upem,
        data["descent"] / upem,
        max(MIN_LINE_HEIGHT, (data["ascent"] + data["descent"] + data["gap"]) / upem),
        _Widths(own, tuple(name for name in fallback if name != stem)),
    )
