"""The English stands under `fr:`, and the French under `en:`.

Each deck would then show the other's words. It is found by holding both sides against each other, never from one
short text alone.

Bad:
    - title: {en: Des tests rapides, fr: Fast tests}
      bullets:
        - both: "1"

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - {en: Simulation, fr: Simulation}

Source: the deck format, version 1: `en:` is English, `fr:` is French.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.tongues import of_kind
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK211"
NAME = "swapped-languages"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts of which each side is in the other's language."""
    for one in of_kind(checked, "swapped"):
        message = tell("the French stands under en:, the English under fr:")
        hint = tell("let  en:  and  fr:  change places")
        yield Diagnostic(CODE, message, one.side.text.span, hint, SEVERITY, slide=one.twins.told.slide)
