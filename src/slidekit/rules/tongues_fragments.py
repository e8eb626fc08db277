"""A stretch of a text that was left in the other language, while the rest of it was translated."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from slidekit.rules.lexicon import SHY, abroad, lexicon, loans, shared
from slidekit.rules.tongues import Judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slidekit.rules.lexicon import Lexicon
    from slidekit.rules.prose import Prose, Twins
    from slidekit.rules.tongues_signs import Reading, Sign

TELLING = {
    "fr": frozenset(
        "the and of to with from this that these those are is was were will would should could your our their my"
        " they you we because but when where which who how why what for by have has been can must than each every"
        " into about if not cannot without between through during while see".split()
    ),
    "en": frozenset(
        "les des une du aux avec pour dans sur sont nous vous leur leurs cette ces mais chez sous vers notre votre nos"
        " vos ils elles être avoir aussi très afin selon ainsi dont depuis entre lorsque où ou et".split()
    ),
}
"""Small words of the other language: one alone proves that something was left, by the language of the side."""
MONTHS = frozenset("january february march april may june july august september october november december".split())
NAMESAKES = frozenset("march april may june august".split())
"""Months that are names or words, too, where no figure stands beside them."""
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MOIS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
SHORT = 4
"""A word of content is judged from this length."""


@cache
def for_example() -> re.Pattern[str]:
    """`e.g.`, which is `p. ex.` in French (Clefs du français pratique, « par exemple »)."""
    return re.compile(r"(?<![\w.])[eE]\.\s?g\.?(?!\w)")


def fragment(twins: Twins, side: Prose, reading: Reading, other: Reading) -> Judged | None:
    """What was left in the other language on one side."""
    lang = "en" if side.lang == "fr" else "fr"
    if lang == "en" and (match := for_example().search(side.bare)):
        return Judged("fragment", twins, side, match.start(), match.end(), lang)
    copied = {one.word for one in other.signs}
    bracketed = {one.word for one in other.signs if one.aside == BRACKET}
    if lang == "en" and ":" in side.bare and (place := _heading(side, reading.signs, copied)):
        return Judged("fragment", twins, side, *place, lang)
    for run in _runs(side, reading.signs, copied, bracketed):
        if _proves(side, run, copied, reading.signs):
            start, end = reading.signs[run[0]].start, reading.signs[run[-1]].end
            return Judged("fragment", twins, side, start, end, lang)
    return None


BRACKET = ord("(")


def _runs(side: Prose, signs: Sequence[Sign], copied: set[str], bracketed: set[str]) -> list[list[int]]:
    """Stretches of words of the other language, by their places among all words; one of neither may stand between."""
    runs: list[list[int]] = []
    for at in range(len(signs)):
        one = signs[at]
        if one.mute or (one.aside and not (one.aside == BRACKET and one.word in bracketed)):
            continue
        if not _foreign(side, signs, at, copied):
            continue
        apart = at - runs[-1][-1] if runs else 0
        if runs and apart <= 2 and not any(signs[n].opens for n in range(runs[-1][-1] + 1, at + 1)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _foreign(side: Prose, signs: Sequence[Sign], at: int, copied: set[str]) -> bool:
    """Whether a word is one of the other language, in a place where names and quotations do not stand."""
    one, known = signs[at], lexicon()
    if side.lang == "fr":
        if one.word in MONTHS:
            several = sum(other.word in MONTHS for other in signs[max(0, at - 3) : at + 4]) > 1
            return dated(side.bare, one) or (one.word in copied and (several or one.word not in NAMESAKES))
        if one.word in DAYS:
            return one.word in copied
        return one.word in known.english and (one.opens or not one.title)
    if one.word in MOIS:
        return dated(side.bare, one)
    return one.word in known.french and (one.opens or not one.title)


def dated(text: str, one: Sign) -> bool:
    """Whether figures stand beside a month."""
    return any(sign.isdigit() for sign in text[max(0, one.start - 4) : one.start] + text[one.end : one.end + 5])


def _proves(side: Prose, run: list[int], copied: set[str], signs: Sequence[Sign]) -> bool:
    """Whether a stretch is more than a name or a word that may stay."""
    first, last = signs[run[0]], signs[run[-1]]
    words = [signs[at] for at in run]
    if any(one.word in MONTHS | DAYS | MOIS for one in words):
        return True
    before = signs[run[0] - 1] if run[0] else None
    after = signs[run[-1] + 1] if run[-1] + 1 < len(signs) else None
    telling = [one for one in words if one.word in TELLING[side.lang]]
    if len(words) == 1 and telling and first.title and side.bare[first.end : first.end + 1] == ",":
        return False  # Nous, a startup
    if after is not None and after.title and not after.opens:
        if before is not None and before.title and not first.opens:
            return False  # Bank of Canada, Gone with the Wind
        if first.title and len(telling) >= len(words) - 1:
            return False  # The New Yorker
    if side.lang == "en" and _in_name(signs, run[0]):
        return False
    if (
        len(words) == 1
        and "-" in side.bare[max(0, first.start - 1) : first.start] + side.bare[first.end : first.end + 1]
    ):
        return False  # text-to-speech
    if len(words) == 1 and first.title and "é" + first.word[1:] in lexicon().french:
        return False  # Evaluation: SK309 says so
    content = [one for one in words if len(one.word) >= SHORT and one.word not in TELLING[side.lang]]
    if telling and (len(words) > 1 or len(telling[0].word) > 1):
        return len(words) > 1 or not (first.title and last is first) or first.word in copied
    if len(content) > 1:
        return True
    return len(content) == 1 and content[0].word in copied


def _in_name(signs: Sequence[Sign], at: int) -> bool:
    """Whether French words in an English text belong to a name: `Caisse de dépôt et placement du Québec`."""
    known = lexicon()
    start, end = at, at + 1
    while start and at - start < LONGEST_NAME and not signs[start].opens and _nameable(signs[start - 1], known):
        start -= 1
    while end < min(len(signs), at + LONGEST_NAME) and not signs[end].opens and _nameable(signs[end], known):
        end += 1
    if signs[at].opens:
        return signs[at].title and any(one.title for one in signs[at + 1 : end])
    article = signs[start].opens and signs[start].word in SHY
    return any(one.title for one in signs[start + article : at])


def _nameable(one: Sign, known: Lexicon) -> bool:
    """Whether a word may stand inside a French name."""
    if one.word in known.english:
        return False
    return one.title or any(one.word in some for some in (known.french, SHY, LINKS, abroad()))


LONGEST_NAME = 12
"""Words of a name, at most."""
LINKS = frozenset("d l et".split())


def _heading(side: Prose, signs: Sequence[Sign], copied: set[str]) -> tuple[int, int] | None:
    """An English heading before a colon: `Key Findings : les coûts ont baissé`."""
    colon = side.bare.find(":")
    words = [one for one in signs if one.end <= colon]
    if not words or len(words) > 5 or any(one.mute or one.aside or one.word not in copied for one in words):
        return None
    known = lexicon()
    if any(one.word in known.french for one in words):
        return None
    sure = [one for one in words if one.word in known.english]
    spared = [one for one in words if not any(one.word in some for some in (known.english, loans(), shared()))]
    return (words[0].start, words[-1].end) if sure and not spared else None
