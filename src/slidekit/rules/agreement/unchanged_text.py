"""A text is the same in English and French, though its words are those of one language only.

It was copied to be translated later, or forgotten. Names, numbers, code, acronyms and words that both languages
have (`Information`, `Simulation`, `Notes`) are left alone, and so is every text typed as `both:`: that is how a deck
says that the same words serve both.

Bad:
    - title: {en: Next steps, fr: Next steps}
      bullets:
        - both: "1"

Bad:
    - title: {en: Ordre du jour, fr: Ordre du jour}
      bullets:
        - both: "1"

Good:
    - title: {en: Next steps, fr: Prochaines étapes}
      bullets:
        - {en: Information, fr: Information}
        - {en: Visual Studio Code, fr: Visual Studio Code}
        - both: "Hello, world!"

Source: Weblate's check “Unchanged translation”; Official Languages Act (Canada), section 28: communications are
    in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.accessibility.vague_alt_text import WORDS
from slidekit.rules.base import Checked
from slidekit.rules.tongues import of_kind
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK209"
NAME = "unchanged-text"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts that were not translated."""
    for one in of_kind(checked, "unchanged"):
        if one.twins.told.what == "alternative text" and len(one.side.source.split()) >= WORDS:
            continue  # SK503 has said so
        if one.lang == "en":
            message = tell("the French is the English, word for word")
        else:
            message = tell("the English is the French, word for word")
        hint = tell("translate it, or write  both:  if it is meant for both")
        yield Diagnostic(CODE, message, one.side.text.span, hint, SEVERITY, one.side.lang, slide=one.twins.told.slide)
