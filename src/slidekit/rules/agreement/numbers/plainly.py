"""Pairs whose numbers are plainly the same, so that nobody need look closer: `two rows in 2026`, `deux lignes en 2026`.

Nine pairs of ten that have a number are such, and are told in a tenth of the time. Whatever could make a number
another one (a power, a unit of time or money, a date, a sign beside it, an ordinal) is left to those who look closer.
"""

from __future__ import annotations

import re
from functools import cache

from slidekit.rules.agreement.numbers import units
from slidekit.rules.agreement.numbers.words import NEVER, VOCABULARY, WORDS

_BESIDE = (
    units.IMPERIAL
    | units.METRIC
    | (units.MEASURES.keys() - units.SPANS.keys() - {"mille", "milles"})
    | frozenset("am pm percent dollar dollars euro euros cents livre livres minus moins half demi".split())
)
"""Beside which a number may say something else."""
_POWERS = {
    "en": {"hundred": "h", "thousand": "t", "thousands": "T", "million": "m", "millions": "m", "billion": "g"},
    "fr": {"cent": "h", "cents": "h", "mille": "t", "milliers": "T", "million": "m", "millions": "m", "milliard": "g",
           "milliards": "g"},
}  # fmt: skip
"""Parts of a number that both languages put in the same place: `two hundred thousand`, `deux cent mille`."""
_TOKEN = re.compile(r"\d+(?:[ \u00a0\u202f\u2009]?%)?|[^\W\d_]+")
_RUN = re.compile(r"\d+")
_ODD = re.compile("[½⅓⅔¼¾⅕-⅞²³¹⁰-⁹ºª\ufffc]")
_TWO_LETTERS = re.compile(r"[IVXLCDM][IVXLCDM]| [IVX]\b")
_ROMAN = re.compile(r"\b[IVXLCDM]{2,}(?:th|st|nd|rd|er?|re|ᵉ)?\b|\w [IVX](?=[.,;:)\n]|$)")
_SPACES = frozenset(" \u00a0\u202f\u2009")
_SIGNS = frozenset("%‰$€£¥#°+−–×*=<>~½")
_JOINTS = frozenset(".,:/’'-‑")
_LONGEST = 5000
"""Characters of a text that is looked at."""


def are_alike(english: str, french: str) -> bool:
    """Whether both texts say the same plain numbers in the same order, and nothing that needs a closer look."""
    if len(english) > _LONGEST or len(french) > _LONGEST:
        return False
    if "May" in english or _is_odd(english) or _is_odd(french):
        return False
    numbers = _numbers(_TOKEN.findall(english.lower()), "en")
    return numbers is not None and numbers == _numbers(_TOKEN.findall(french.lower()), "fr")


def _numbers(words: list[str], lang: str) -> list[str] | None:
    """The numbers in their order; `None` where a word asks for a closer look."""
    counting, telling = _words(lang)
    if not telling.isdisjoint(words):
        return None
    found = [at for at, word in enumerate(words) if word in counting or word[0].isdecimal()]
    words.append("")
    if any(words[at + 1] in _BESIDE or words[at - 1] in ("minus", "moins") for at in found):
        return None
    spans = units.SPANS
    numbers = [counting.get(words[at], words[at]) + spans.get(words[at + 1], "") for at in found]
    return ["".join(one.split()) for one in numbers]  # `34 %`


def _is_odd(text: str) -> bool:
    """Whether a sign, a letter or a figure stands so near a number that it may be another one."""
    if _ODD.search(text) or "ième" in text or (_TWO_LETTERS.search(text) and _ROMAN.search(text)):
        return True
    for found in _RUN.finditer(text):
        start, end = found.span()
        before, after, beyond = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
        if before in _SPACES:
            before = text[max(0, start - 2) : start - 1]
            if before.isdigit() or before in _SIGNS:
                return True
        elif before.isalpha() or before in _JOINTS or before in _SIGNS:
            return True
        if after in _SPACES:
            if beyond.isdigit() or (beyond in _SIGNS and beyond != "%"):
                return True
        elif after.isalpha() or (after in _SIGNS and after != "%") or (after in _JOINTS and beyond.isalnum()):
            return True
    return False


@cache
def _words(lang: str) -> tuple[dict[str, str], frozenset[str]]:
    """The figures that simple words stand for; and the words that ask for a closer look."""
    known = WORDS[lang]
    cards = [(word, found.values) for word, found in known.items() if found.kind == "card" and found.weight != NEVER]
    counting = {word: f"{values[0]:.0f}" for word, values in cards if len(values) == 1 and values[0].is_integer()}
    counting.pop("one", None)
    counting |= _POWERS[lang]
    idle = {word for word, found in known.items() if found.weight == NEVER or found.values[0] == 1.0}
    if lang == "en":
        idle.add("may")  # the month has a capital
    return counting, frozenset(VOCABULARY[lang] - counting.keys() - idle)
