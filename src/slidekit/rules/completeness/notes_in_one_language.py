"""The notes of a slide are in one language only.

The notes are what the speaker says. A deck that is bilingual on the screen and not in the notes
leaves one of the two talks without its words, and nobody sees it until the day itself.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      notes: {en: Draw the curve by hand.}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      notes: {en: Draw the curve by hand., fr: Tracer la courbe à la main.}

Source: the deck format, version 1: notes are printed in both languages, a document each.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.completeness.missing_language import lacking
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK104"
NAME = "notes-in-one-language"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Notes that say nothing in a language that is wanted."""
    for told, lang in checked.gaps:
        if told.what == "notes" and lang not in checked.untranslated:
            yield lacking(CODE, told, lang)
