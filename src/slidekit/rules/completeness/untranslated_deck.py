"""Nothing of the deck is translated into a language yet.

A talk is often written whole in one language first. One summary with counts says more than the same
error at every string; as soon as a first text is translated, each of the others is named in its place.

Bad:
    slidekit: 1
    title: {en: Fast tests}
    slides:
      - title: {en: Why they are slow}
        notes: {en: Begin with the numbers.}

Good:
    slidekit: 1
    title: {en: Fast tests, fr: Des tests rapides}
    slides:
      - title: {en: Why they are slow, fr: Pourquoi ils sont lents}
        notes: {en: Begin with the numbers., fr: Commencer par les chiffres.}

Source: the deck format, version 1: a deck is finished when both languages are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from slidekit.rules.base import LANGUAGES, Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import listed, tell, tell_many

CODE = "SK112"
NAME = "untranslated-deck"
SEVERITY = Severity.ERROR
KINDS = ("notes", "alternative text")
"""What is counted apart from other texts."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Languages in which the deck says nothing of its own."""
    for lang in checked.untranslated:
        counts = Counter(
            gap.told.what if gap.told.what in KINDS else "text" for gap in checked.gaps if gap.lang == lang
        )
        message = tell(
            "nothing is in {language} yet: {texts} to translate", language=LANGUAGES[lang], texts=_all(counts)
        )
        hint = tell(
            "add  {lang}: …  beside each text, or  both:  where the words are the same; --draft renders meanwhile",
            lang=lang,
        )
        yield Diagnostic(CODE, message, checked.deck.title.span, hint, lang=lang)


def _all(counts: Counter[str]) -> str:
    """`3 texts, 2 slides' notes and 1 alternative text`."""
    kinds = {
        "text": tell_many("{n} text", "{n} texts", counts["text"]),
        "notes": tell_many("{n} slide's notes", "{n} slides' notes", counts["notes"]),
        "alternative text": tell_many("{n} alternative text", "{n} alternative texts", counts["alternative text"]),
    }
    *some, last = [words for kind, words in kinds.items() if counts[kind]]
    return tell("{some} and {last}", some=listed(some), last=last) if some else last
