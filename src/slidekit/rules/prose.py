"""Texts as their words alone: what no rule about language may look into is blanked out, sign for sign."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from slidekit.deck.text import Text
    from slidekit.rules.gathering import Told

THING = "\ufffc"
"""Stands for each sign of what is no prose: code, a formula, an address, a variable, a file's name."""
NOTHING = "\u2060"
"""Stands for each sign that nobody sees: the stars of emphasis, the brackets of a link, a backslash."""

_OPAQUE = re.compile(
    r"""
      \$?\$\{[^{}\n]*\}                                     # a variable
    | (?P<link>(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ ]+"[^"]*")?\))   # a link's address
    | <[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>                    # and one between angle brackets
    | (?:https?://|mailto:|www\.)[^\s<>\]«»]*[^\s<>\]«».,;:!?)'"’”*_]
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+             # an e-mail address
    | (?<![\w.-])(?:[\w-]+\.)+(?:ca|com|org|net|gov|edu|io|dev|gc|fr|ch|be|eu|uk|us)
      (?:/[^\s<>\]«»]*[^\s<>\]«».,;:!?)'"’”*_])?(?![\w-])
    | (?<![\w.-])[\w-]+\.
      (?:py|js|ts|md|ya?ml|json|toml|csv|tsv|txt|pptx?|potx|docx?|xlsx?|pdf|png|svg|jpe?g|html?|css|sh|exe|zip)(?!\w)
    | (?<!\w)@\w[\w.-]*\w                                   # a handle
    | (?<![\w&/])\#[^\W\d]\w*                              # a hashtag
    | (?<![\w-])--?[A-Za-z][\w-]*=[^\s,;]*[\w/]             # an option with its value
    | (?<![^\s(])--[a-z][a-z-]*(?![\w-])                   # and one without
    """,
    re.VERBOSE | re.DOTALL,
)
_UNSEEN = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*+|~~|(?<![^\W_])_+|_+(?![^\W_])|\[(?=[^\[\]]*\]\ufffc)|\](?=\ufffc)")
_LIVELY = re.compile(r"[`$@#\\*_~\[<]|--|://|www\.|mailto:|[A-Za-z]\.[A-Za-z]")
_SIGN = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ÿŒœ ,.’\n-]")
_FIGURE = re.compile(r"[0-9]|\$\{")
_TICKS = re.compile("`+")


def bare(source: str) -> str:
    """The text with a stand-in for each sign that is no prose; as long as the text, so that places are the same."""
    if not _LIVELY.search(source):
        return source
    made = _without_code(source) if "`" in source else source
    if "$" in source and source.count("$") - source.count("${") > 1:
        from slidekit.show.dollars import formulas

        for start, end in formulas(source):
            made = made[:start] + THING * (end - start) + made[end:]
    made = _OPAQUE.sub(lambda found: THING * len(found[0]), made)
    return _UNSEEN.sub(lambda found: NOTHING * len(found[0]), made)


def has_signs(source: str) -> bool:
    """Whether there is more in a text than letters, spaces, commas, points, hyphens and apostrophes."""
    return _SIGN.search(source) is not None


def has_figures(source: str) -> bool:
    """Whether a figure or a variable stands in a text."""
    return _FIGURE.search(source) is not None


def _without_code(source: str) -> str:
    """The text with its code spans blanked out: from a run of backticks to the next of the same length.

    A pattern that says so looks through the rest of the text once for each run.
    """
    runs = [found.span() for found in _TICKS.finditer(source)]
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[index][1] - runs[index][0], []).append(index)
    made, at, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        same = later[end - start]
        while same and same[-1] <= index:
            same.pop()
        if same and (start == 0 or source[start - 1] != "\\"):
            index = same[-1]
            made += [source[at:start], THING * (runs[index][1] - start)]
            at = runs[index][1]
        index += 1
    return "".join([*made, source[at:]])


class Prose(Struct, frozen=True, dict=True):
    """One side of a text: words in one language."""

    told: Told
    lang: str
    """`en` or `fr`."""
    locale: str
    """`fr-CA`: the deck's own, or the one that the side was written for."""
    text: Text

    @property
    def source(self) -> str:
        """As the author typed it, markup included."""
        return self.text.source

    @cached_property
    def bare(self) -> str:
        """`source` with stand-ins (`THING`, `NOTHING`) in place of what is no prose, sign for sign."""
        return bare(self.text.source)


class Twins(NamedTuple):
    """A text in both languages, to be compared."""

    told: Told
    en: Prose
    fr: Prose
