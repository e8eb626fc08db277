"""The notes of one language are far longer than those of the other.

French says the same in about a fifth more characters. Notes of half the length, or of twice, lack a part or
hold a draft: the speaker finds out on stage. Short notes are left alone, since a few words may differ much.

Bad:
    - title: {en: Why, fr: Pourquoi}
      notes: {en: "{«Begin with the numbers of last year. » × 6}Stop.", fr: Commencer par les chiffres de l’an dernier.}

Good:
    - notes:
        en: "{«Begin with the numbers of last year. » × 6}Stop."
        fr: "{«Commencer par les chiffres de l’an dernier. » × 6}Arrêter."
      title: {en: Why, fr: Pourquoi}

Source: IBM, Globalize your On Demand Business: text of more than 70 characters grows by up to 30 % from English;
measured on 4,986 pairs of the Government of Canada, of which the longer ones grow by 18 % in the median.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK216"
NAME = "uneven-notes"
SEVERITY = Severity.WARNING
GROWTH = 1.18
"""French characters for an English one."""
FEWEST = 120
"""Characters of the longer side from which on notes are compared."""
SHORT, LONG = 1.9, 1.7
"""How many times the one may be as long as the other, in notes of 120 characters and of 400 or more."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Notes of which one side is out of proportion."""
    for twins in checked.twins:
        if twins.told.what != "notes":
            continue
        english, french = _length(twins.en.text.source), _length(twins.fr.text.source)
        most = max(english * GROWTH, french)
        if most < FEWEST or most < limit(most) * min(english * GROWTH, french):
            continue
        if french < english:
            message = tell(
                "the French notes have {french} characters, the English {english}", french=french, english=english
            )
            side, hint = twins.fr, tell("say the whole of it in French, too")
        else:
            message = tell(
                "the English notes have {english} characters, the French {french}", french=french, english=english
            )
            side, hint = twins.en, tell("say the whole of it in English, too")
        yield Diagnostic(CODE, message, side.text.span, hint, SEVERITY, side.lang, slide=twins.told.slide)


def limit(most: float) -> float:
    """How many times the longer side may be as long as the shorter: the more words, the nearer to alike."""
    share = min(max((most - FEWEST) / 280, 0.0), 1.0)
    return SHORT + (LONG - SHORT) * share


def _length(words: str) -> int:
    return len(words) if "  " not in words and "\n" not in words else len(" ".join(words.split()))
