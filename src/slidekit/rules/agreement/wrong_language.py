"""One side of a text is in another language than it says.

Both sides are English, both are French, or one is in a third language: a draft, a paste from elsewhere, filler text
(`Lorem ipsum`). A side is judged beside its twin, and only where words say so that no other language has.

Bad:
    - title: {en: Fast tests, fr: Quick tests for everyone}
      bullets:
        - both: "1"

Bad:
    - title: {en: The meeting begins now, fr: La reunión empieza ahora}
      bullets:
        - both: "1"

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - {en: Leadership, fr: Leadership}

Source: the deck format, version 1: `en:` is English, `fr:` is French.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.tongues import of_kind
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK212"
NAME = "wrong-language"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts with a side in another language."""
    for one in of_kind(checked, "wrong"):
        if one.side.lang == "en":
            message = tell("these words are {language}, under en:", language=named(one.lang))
            hint = tell("say it in English")
        else:
            message = tell("these words are {language}, under fr:", language=named(one.lang))
            hint = tell("say it in French")
        yield Diagnostic(CODE, message, one.side.text.span, hint, SEVERITY, one.side.lang, slide=one.twins.told.slide)


def named(lang: str) -> str:
    """What a message calls a language; where only the script tells, that it is another."""
    match lang:
        case "en":
            return tell("English")
        case "fr":
            return tell("French")
        case "es":
            return tell("Spanish")
        case "de":
            return tell("German")
        case "it":
            return tell("Italian")
        case "pt":
            return tell("Portuguese")
        case "nl":
            return tell("Dutch")
        case "la":
            return tell("Latin")
        case _:
            return tell("in another script")
