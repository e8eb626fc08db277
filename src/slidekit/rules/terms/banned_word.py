"""A text has a word that the glossary forbids.

Some words mislead (*opportunité* in the sense of *possibilité*), some are no longer used of people, and some an
organisation simply does not want to see. `banned:` in the glossary lists them by language, each with what to write
instead. Plurals and contractions are found too, and so is a word with a capital; a longer term of the glossary that
holds the word is left alone.

Bad:
    slidekit: 1
    title: {en: A new office, fr: Un nouveau bureau}
    glossary:
      banned:
        - {fr: opportunité, instead: possibilité}
    slides:
      - title: {en: Many opportunities, fr: De nombreuses opportunités}

Good:
    slidekit: 1
    title: {en: A new office, fr: Un nouveau bureau}
    glossary:
      banned:
        - {fr: opportunité, instead: possibilité}
        - {en: utilize, instead: use}
    slides:
      - title: {en: Many opportunities, fr: De nombreuses possibilités}

Source: the organisation's own choice; that *opportunité* for *occasion* is an anglicism: Académie française,
*Dire, ne pas dire*.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.glossary import Banned
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK222"
NAME = "banned-word"
SEVERITY = Severity.WARNING
MOST = 50
"""Findings in one text."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Words that are not to be used."""
    if not checked.glossary.banned:
        return
    from slidekit.deck.wordlists import covered

    words = checked.glossary.words
    for side in checked.prose:
        found = words.in_banned[side.lang].find(side.bare)
        if not found:
            continue
        longer = [(one.start, one.end) for one in words.in_terms(side.lang).find(side.bare)]
        bad = (one for one in found if not covered(longer, one.start, one.end))
        for one in islice(bad, MOST):
            yield _finding(checked, side, words.banned[one.entry], one.start, one.end)


def _finding(checked: Checked, side: Prose, banned: Banned, start: int, end: int) -> Diagnostic:
    said = side.source[start:end]
    hint = fix = None
    if banned.instead:
        hint = tell("write “{instead}”", instead=banned.instead)
        if said.casefold() == banned.word.casefold():
            new = banned.instead[:1].upper() + banned.instead[1:] if said[:1].isupper() else banned.instead
            fix = Fix(side.text.span, (Edit(start, end, new),), safe=False)
    message = tell("the glossary forbids “{word}”", word=said)
    place = checked.place(side.text, start, end)
    return Diagnostic(CODE, message, place, hint, SEVERITY, lang=side.lang, slide=side.told.slide, fix=fix)
