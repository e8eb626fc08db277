"""A word stands twice in a row.

Eyes skip it, a screen reader does not: `the the`, `de de` are left over from a sentence that was changed. Words
that may well stand twice are left alone (`nous nous réunissons`, `had had`, `very very`), names too, and so is
what is doubled in both languages.

Bad:
    - title: {en: Paris in the the spring, fr: Paris au printemps}

Bad:
    - title: {en: The price of time, fr: Le prix de du temps de de travail}

Good:
    - title: {en: All that that implies, fr: Tout ce que nous nous proposons}

Source: translate-toolkit, `doublewords`; Grammalecte, "répétition de mots"; the words excepted are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK312"
NAME = "doubled-word"
SEVERITY = Severity.WARNING
SURE = {
    "en": frozenset({
        "the", "a", "an", "of", "and", "or", "to", "for", "with", "at", "by", "from", "are", "be", "our", "your",
        "their", "we", "they", "as", "was", "were", "if", "but", "its", "into", "than", "these", "those",
    }),
    "fr": frozenset({
        "le", "les", "un", "une", "des", "du", "de", "et", "ou", "à", "au", "aux", "dans", "par", "pour", "sur",
        "avec", "ce", "cette", "ces", "que", "qui", "son", "sa", "ses", "nos", "vos", "votre", "notre", "sont",
        "il", "ils", "je", "ne", "sans", "entre", "la",
    }),
}  # fmt: skip
"""Words that never stand twice."""
FINE = {
    "en": frozenset({
        "blah", "bye", "can", "come", "down", "far", "good", "had", "have", "here", "hush", "knock", "long", "many",
        "more", "much", "night", "over", "please", "really", "same", "some", "that", "there", "this", "very", "well",
        "what", "when", "where", "will", "work", "again", "ever", "never", "most", "less", "test", "word",
    }),
    "fr": frozenset({
        "bien", "elle", "elles", "faire", "fait", "fois", "leur", "même", "moins", "nous", "petit", "plus", "pouvoir",
        "tout", "tous", "toute", "très", "trop", "vite", "vous", "laisser", "dire", "oui", "encore", "jamais",
        "toujours", "doucement", "test", "mot", "donc", "mais", "avoir", "être", "autre", "celui", "celle",
    }),
}  # fmt: skip
"""Longer words that may."""


@cache
def _likely() -> re.Pattern[str]:
    return re.compile(r"[ \n(«](\w+)[ \u00a0\n]\1", re.IGNORECASE)


@cache
def _double() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'\ufffc-])([^\W\d_]+)((?:[ \u00a0]+|[ ]*\n[ ]*)\1)(?![\w’'\ufffc-])", re.IGNORECASE)


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each second one of two equal words; the third of three is meant."""
    for side in [side for scan in checked.scans.values() for side in scan.holding(_likely())]:
        bare = side.bare
        for found in islice(_double().finditer(bare), MOST):
            word, lower = found[1], found[1].lower()
            second = found[2].strip(" \u00a0\n")
            if not second.islower() or not (word.islower() or word.istitle() or len(word) == 1):
                continue
            if len(word) == 1 and word.isupper() and found.start() > 0:
                continue  # `vitamin A a day`
            sure = lower in SURE[side.lang]
            if not sure and (len(word) < 4 or lower in FINE[side.lang] or "\n" in found[2] or _in_both(side.told.pair)):
                continue
            if _goes_on(bare, found.start(), found.end(), lower):
                continue
            message = tell("`{word}` stands twice in a row", word=lower)
            hint = tell("take one of them out")
            edit = Edit(found.start(2), found.end(2), "")
            shown = (found.end() - len(second), found.end())
            yield finding(checked, side, CODE, SEVERITY, message, hint, shown, (edit,), sure)


def _goes_on(bare: str, start: int, end: int, word: str) -> bool:
    """Whether the word stands there three times or more."""
    return bare[end:].lstrip(" \u00a0").lower().startswith(word) or bare[:start].rstrip(" \u00a0").lower().endswith(
        f" {word}"
    )


def _in_both(pair: object) -> bool:
    """Whether both languages double a word, as is done on purpose."""
    sides = [getattr(getattr(pair, lang, None), "source", "") for lang in ("en", "fr")]
    return all(_double().search(side) for side in sides)
