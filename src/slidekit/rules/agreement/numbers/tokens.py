"""Cuts a text into numbers as they are written and words; what is between them is left out."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from slidekit.rules.prose import THING

SPACES = " \u00a0\u202f\u2009\u2007"
"""All that stand between a number and its unit, and in thousands. Source: Unicode 16, 6.2, table 6-2."""


class Token(Struct, frozen=True, gc=False):
    """A stretch of a text."""

    kind: str
    """`phone`, `dialled`, `ymd`, `dmy`, `clock`, `hours`, `slash`, `dotted`, `number`, `vulgar` or `word`."""
    text: str
    start: int
    end: int


@cache
def _scanner() -> re.Pattern[str]:
    space, dash = f"[{SPACES}]", f"[-.‑{SPACES}]"
    return re.compile(
        rf"""
          (?P<word>[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]+)
        | (?=[\d+(.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]) (?:
          (?P<phone> (?:\+?\d{{1,3}}{dash})?\(?(?<!\d)\d{{3}}\)?{dash}{space}?\d{{3}}{dash}\d{{4}}(?!\d)
                   | (?:\+33{space}?|(?<!\d)0)\d(?:[-.{SPACES}]?\d\d){{4}}(?!\d))
        | (?P<dialled>(?<![\d-])[2-9]-1-1(?![\d-]))
        | (?P<ymd>\d{{4}}(?P<a>[-‑/.])\d{{1,2}}(?P=a)\d{{1,2}}(?!\d))
        | (?P<dmy>\d{{1,2}}(?P<b>[-‑/.])\d{{1,2}}(?P=b)\d{{4}}(?!\d))
        | (?P<clock>\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?![\d:]))
        | (?P<hours>\d{{1,2}}{space}?(?:[hH]|heures?)(?:{space}?[0-5]\d)?(?![^\W_]))
        | (?P<slash>\d{{1,4}}[/\u2044]\d{{1,4}}(?![/\d]))
        | (?P<dotted>\d+(?:\.\d+){{2,}})
        | (?P<number>\d{{1,3}}(?:[{SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)
        | (?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))
        """,
        re.VERBOSE,
    )


def tokens(text: str) -> list[Token]:
    """Every number and every word of a text, in its order."""
    return [Token(found.lastgroup or "", found[0], *found.span()) for found in _scanner().finditer(text)]


_NOISE = re.compile(
    r"[\u2060\ufe0f\u20e3\u00ad\u200b-\u200f]+|&\#?\w{2,8};|</?[a-z]{1,6}>|\{{1,3}[^{}\s]{0,40}\}{1,3}|%\d\$\w|%\(\w{1,40}\)\w"
)


class Plain(Struct, frozen=True, gc=False):
    """A text without what nobody sees, and where its signs stood."""

    text: str
    cuts: tuple[tuple[int, int], ...]
    """Where a sign of the text stands, and how many signs were taken out of the source before it."""

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source."""
        return start + self._taken(start), end + self._taken(end - 1)

    def _taken(self, at: int) -> int:
        return max((taken for place, taken in self.cuts if place <= at), default=0)


def plain(bare: str) -> Plain:
    """The text without marks, tags and zero-width signs; entities become spaces, placeholders stand-ins."""
    if _NOISE.search(bare) is None:
        return Plain(bare, ())
    made: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    for found in _NOISE.finditer(bare):
        stand_in = {"&": " ", "{": THING, "%": THING}.get(found[0][0], "")
        made += [bare[done : found.start()], stand_in]
        length += found.start() - done + len(stand_in)
        done = found.end()
        cuts.append((length, done - length))
    made.append(bare[done:])
    return Plain("".join(made), tuple(cuts))


def hidden(source: str, bare: str) -> str:
    """What stands in code, formulas, addresses and variables, with a space for each sign of prose."""
    if THING not in bare:
        return ""
    return "".join([sign if stand_in == THING else " " for sign, stand_in in zip(source, bare, strict=True)])
