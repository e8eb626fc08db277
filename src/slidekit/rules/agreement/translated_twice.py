"""The same English is translated in two ways within a deck.

When a term is called one thing on slide 3 and another on slide 12, half the room believes that they are two
things. Only texts long enough to be terms count, of two words or of nine letters, and differences of letters' case,
of signs, of articles, of number and gender are none. A translation that should differ may stay: this is a hint.

Bad:
    - title: {en: Service standard, fr: Norme de service}
    - title: {en: Targets, fr: Cibles}
      bullets:
        - {en: Service standard, fr: Critère de prestation}

Good:
    - title: {en: Service standard, fr: Norme de service}
    - title: {en: Targets, fr: Cibles}
      bullets:
        - {en: The service standard, fr: La norme de service}
        - {en: Service standard, fr: Norme de service}

Source: ISO 17100, 5.3.1: terminology stays consistent throughout a translation; Weblate's check "Inconsistent".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.rules.contrast import shortened
from slidekit.rules.prose import Twins
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK215"
NAME = "translated-twice"
SEVERITY = Severity.INFO
LEAST = 9
"""Letters and spaces of the shortest term: `dashboard` has 9; `next` and `support` mean too many things."""
MANIFOLD = frozenset(
    "application applications statement statements direction directions department departments submission submissions "
    "execution provision provisions registration condition conditions procedure procedures processing operation "
    "operations following different important necessary available".split()
)
"""Long words that mean several things, too."""
LONGEST = 200
"""Characters of a text that is a term, a heading or a sentence; longer ones are notes."""
SMALL = frozenset("le la les l un une des du de d à au aux en et ce cette ces votre vos notre nos son sa ses".split())
"""Words that context chooses."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose French is another one than where the same English stood first."""
    first: dict[str, Twins] = {}
    for twins in checked.twins:
        source = twins.en.text.source
        if not LEAST <= len(source) <= LONGEST or twins.told.what == "notes" or not _is_term(source.strip()):
            continue
        before = first.setdefault(source.lower().strip(".:;,!… \n"), twins)
        if before is twins or before.fr.text.source == twins.fr.text.source:
            continue
        if before.en.locale != twins.en.locale or before.fr.locale != twins.fr.locale:
            continue
        if _words(before.fr.bare) == _words(twins.fr.bare):
            continue
        message = tell(
            "the same English is `{first}` on line {line}, and `{second}` here",
            first=shortened(before.fr.text.source),
            line=before.fr.text.span.line,
            second=shortened(twins.fr.text.source),
        )
        hint = tell("use one translation in the whole deck, unless the two mean different things")
        yield Diagnostic(CODE, message, twins.fr.text.span, hint, SEVERITY, "fr", slide=twins.told.slide)


def _is_term(english: str) -> bool:
    """Whether it is several words, or one noun that means one thing."""
    return " " in english or (english.lower() not in MANIFOLD and not english.endswith(("ed", "ing", "ly", "able")))


def _words(french: str) -> list[str]:
    """The words that matter, without the endings that agree with their neighbours."""
    return sorted(_ending().sub("", word) for word in _word().findall(french.casefold()) if word not in SMALL)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _ending() -> re.Pattern[str]:
    """Plural, feminine, and the endings of an order and of an infinitive."""
    return re.compile(r"(?<=\w\w)(?:e?s|x|e|es|er|ez|ée?s?|aux|al)$")
