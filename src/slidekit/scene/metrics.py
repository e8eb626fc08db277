"""How wide and how high text is, from the advance widths of the fonts that come with slidekit.

Summing advances in a box narrowed by 0.5 % never predicts too few lines against LibreOffice
(`make fit-report`): kerning and shaping only make lines shorter, by 0.4 % in the median and 2 % at most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, json
from msgspec.structs import replace

FONTS = Path(__file__).resolve().parent.parent / "fonts"
"""The folder of the fonts, each unmodified and with its licence beside it."""

SAFETY = 0.995
"""The share of a box's width that lines may fill."""

DRAWN_LINE = 1.2
"""From baseline to baseline where lines are single-spaced, as a multiple of the size, whatever the face.

LibreOffice's import of PowerPoint files sets font-independent line spacing, which is 1.2. PowerPoint itself makes a
box of 18 pt Calibri that fits its text 276,999 EMU higher with each line, which is 1.21: 1.2 mm more on a full slide,
where the gap below is 5 mm."""

DRAWN_DESCENT = 0.2
"""The share of the size that a line so drawn has below its baseline."""

EMOJI = "NotoColorEmoji"

DRAWN = {
    "Calibri": "Carlito",
    "Arial": "Liberation Sans",
    "Consolas": "DejaVu Sans Mono",
    "Courier New": "DejaVu Sans Mono",
}
"""Metric-compatible open faces for the ones that PowerPoint has (Consolas: a wider one, on the safe side)."""

STAND_INS = {
    **dict.fromkeys(
        ("Times New Roman", "Garamond", "Gill Sans MT", "Source Sans Pro", "Source Sans 3", "Arial Narrow"), "Carlito"
    ),
    **dict.fromkeys(
        (
            "Verdana",
            "Montserrat",
            "Poppins",
            "Century Gothic",
            "Open Sans",
            "Noto Sans",
            "Inter",
            "Work Sans",
            "Raleway",
        ),
        "DejaVu Sans",
    ),
}
"""Open faces as wide as common ones that none has the metrics of; Liberation Sans is as wide as all others."""

MARGIN = 1.05
"""How much wider a stand-in is taken to be than it is: it is not the face that will be shown."""

FIXED_PITCH = re.compile(r"mono|code|courier|consol|typewriter|terminal", re.IGNORECASE)
"""What the names of fixed-pitch families have in them, for those that nobody here knows."""

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


COMMON = 0x250
"""Signs before this one (Latin with its accents) are looked up at once, others when they first come."""


class _Widths(dict[str, float]):
    """Advances by sign, in em; a sign that the face lacks takes its width from a fallback face."""

    def __init__(self, runs: list[tuple[int, list[int]]], upem: float, fallback: tuple[str, ...]) -> None:
        super().__init__()
        self._upem, self._runs, self._fallback = upem, runs, fallback
        self._starts = [first for first, _ in runs]
        for first, advances in runs:
            if first >= COMMON:
                break
            for code, advance in enumerate(advances, first):
                self[chr(code)] = advance / upem

    def wider(self, share: float) -> _Widths:
        """The same, each so much wider."""
        return _Widths(self._runs, self._upem / share, self._fallback)

    def capitals(self) -> _Widths:
        """Those of the capitals that letters are shown as."""
        return _Capitals(self._runs, self._upem, self._fallback)

    def own(self, sign: str) -> float | None:
        """The width of a sign that the face has itself."""
        code = ord(sign)
        at = bisect_right(self._starts, code) - 1
        if at < 0:
            return None
        first, advances = self._runs[at]
        return advances[code - first] / self._upem if code - first < len(advances) else None

    def __missing__(self, sign: str) -> float:
        width = self.own(sign)
        for stem in self._fallback:
            if width is not None or sign in JOINERS:
                break
            width = _load(stem).widths.own(sign)
        found = self[sign] = (0.0 if sign in JOINERS else 1.0) if width is None else width
        return found


class _Capitals(_Widths):
    """Advances of letters as wide as their capitals."""

    def __init__(self, runs: list[tuple[int, list[int]]], upem: float, fallback: tuple[str, ...]) -> None:
        super().__init__(runs, upem, fallback)
        small = [sign for sign in self if sign.upper() != sign]
        plain = _Widths(runs, upem, fallback)
        self.update({sign: sum([plain[one] for one in sign.upper()]) for sign in small})


class Face(Struct, frozen=True, eq=False, gc=False):
    """One face of one family."""

    file: Path
    ascent: float
    """In em, above the baseline."""
    descent: float
    """In em, below it, positive."""
    widths: _Widths

    def advance(self, text: str) -> float:
        """The width of a text in em, no two signs closer than alone."""
        return sum(map(self.widths.__getitem__, text))

    @property
    def kerning(self) -> Mapping[str, float]:
        """By how many em two signs that follow each other are wider together than alone; mostly less than nought."""
        return _kerning(self.file.stem)


def drawn_family(family: str) -> str:
    """The open family that is measured and drawn where a theme names one of PowerPoint's."""
    drawn = DRAWN.get(family, family)
    if drawn in FILES:
        return drawn
    return "DejaVu Sans Mono" if FIXED_PITCH.search(family) else STAND_INS.get(family, "Liberation Sans")


def stands_in(family: str) -> bool:
    """Whether a family is measured with a face of other widths than its own."""
    return DRAWN.get(family, family) not in FILES


@lru_cache(maxsize=64)
def face(family: str, bold: bool = False, italic: bool = False) -> Face:
    """The face for a family that a theme names."""
    found = _load(FILES[drawn_family(family)][bold + 2 * italic])
    return replace(found, widths=found.widths.wider(MARGIN)) if stands_in(family) else found


def math_face() -> Face:
    """New Computer Modern Math, with which Typst draws formulas; its file comes with Typst."""
    return _load("NewCMMath")


STAND_IN = "\ufffc"
"""The object replacement character: as many of it as a formula's text has signs, so that offsets hold."""


def stand_ins(width_em: float, count: int) -> Face:
    """A face in which so many stand-ins are together as wide as a thing that is no text."""
    widths = _Widths([], 1, ())
    widths[STAND_IN] = width_em / count
    return Face(FONTS, 0.0, 0.0, widths)


@lru_cache(maxsize=16)
def capitals(family: str, bold: bool = False, italic: bool = False) -> Face:
    """The face of a family for words that are shown in capitals."""
    found = face(family, bold, italic)
    return replace(found, widths=found.widths.capitals())


def lacking(text: str) -> set[str]:
    """The signs of a text that no font at hand can draw, whatever the family."""
    signs = set(text) - JOINERS - {"\n", "\t"}
    for stem in ("Carlito-Regular", "DejaVuSans", "DejaVuSansMono", EMOJI):
        if not signs:
            break
        own = _load(stem).widths.own
        signs = {sign for sign in signs if own(sign) is None}
    return signs


class _Pairs(Struct):
    """The pairs of a face, as `scripts/widths.py` writes them."""

    upem: int
    pairs: dict[str, dict[int, str]]


@lru_cache(maxsize=16)
def _kerning(stem: str) -> Mapping[str, float]:
    file = FONTS / f"{stem}.kern.json"
    if not file.is_file():
        return {}
    table = json.decode(file.read_bytes(), type=_Pairs)
    return {
        first + second: more / table.upem
        for first, found in table.pairs.items()
        for more, seconds in found.items()
        for second in seconds
    }


class _Table(Struct):
    """A face's file, as `scripts/widths.py` writes it."""

    upem: int
    ascent: int
    descent: int
    gap: int
    runs: list[tuple[int, list[int]]]


@lru_cache(maxsize=32)
def _load(stem: str) -> Face:
    table = json.decode((FONTS / f"{stem}.json").read_bytes(), type=_Table)
    fallback = ("DejaVuSans-Bold" if "Bold" in stem else "DejaVuSans", "DejaVuSansMono", EMOJI)
    return Face(
        FONTS / f"{stem}.ttf",
        table.ascent / table.upem,
        table.descent / table.upem,
        _Widths(table.runs, table.upem, tuple(name for name in fallback if name != stem)),
    )
