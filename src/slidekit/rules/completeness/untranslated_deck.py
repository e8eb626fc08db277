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

CODE = "SK112"
NAME = "untranslated-deck"
SEVERITY = Severity.ERROR
KINDS = {"notes": ("slide's notes", "slides' notes"), "alternative text": ("alternative text", "alternative texts")}


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Languages in which the deck says nothing of its own."""
    for lang in checked.untranslated:
        counts = Counter(
            gap.told.what if gap.told.what in KINDS else "text" for gap in checked.gaps if gap.lang == lang
        )
        parts = [
            f"{counts[kind]} {many if counts[kind] != 1 else one}"
            for kind, (one, many) in ({"text": ("text", "texts")} | KINDS).items()
            if counts[kind]
        ]
        listed = " and ".join([*([", ".join(parts[:-1])] if parts[1:] else []), parts[-1]])
        yield Diagnostic(
            CODE,
            f"nothing is in {LANGUAGES[lang]} yet: {listed} to translate",
            checked.deck.title.span,
            f"add  {lang}: …  beside each text, or  both:  where the words are the same; --draft renders meanwhile",
            lang=lang,
        )
