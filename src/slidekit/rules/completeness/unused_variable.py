"""A variable is defined and no text uses it.

It is most often a misspelt name or what is left of a slide that went away. It does no harm to the
slides, so this is a warning.

Bad:
    slidekit: 1
    title: {en: Savings, fr: Économies}
    vars:
      saved: {currency: 1250.5 CAD}
    slides:
      - title: {en: Much saved, fr: Beaucoup d’économies}

Good:
    slidekit: 1
    title: {en: Savings, fr: Économies}
    vars:
      saved: {currency: 1250.5 CAD}
    slides:
      - title: {en: "${saved} a month", fr: "${saved} par mois"}

Source: the deck format, version 1: `vars:` holds values once.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK108"
NAME = "unused-variable"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Definitions that nothing needs."""
    if not checked.deck.vars:
        return
    used = {use.name for use in checked.uses}
    for variable in checked.deck.vars:
        if variable.name not in used:
            hint = tell("write  ${{{name}}}  in a text, or take it out of  vars:", name=variable.name)
            yield Diagnostic(CODE, tell("nothing uses {name}", name=variable.name), variable.span, hint, SEVERITY)
