"""A text names a variable that `vars:` does not define.

`${saved}` is replaced by what `vars:` says of `saved`, in each language's own form. Without a
definition there is nothing to put in its place. A literal `${` is written `$${`.

Bad:
    - title: {en: "${saved} a month", fr: "${saved} par mois"}

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

CODE = "SK107"
NAME = "undefined-variable"
SEVERITY = Severity.ERROR
MOST = 300
"""How many names are compared with how many: a deck may hold thousands of both."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Uses of names that are not defined."""
    defined = {variable.name: None for variable in checked.deck.vars}
    hints: dict[str, str] = {}
    for use in checked.uses:
        if use.name not in defined:
            if use.name not in hints:
                near = list(defined)[:MOST] if len(hints) < MOST else []
                hints[use.name] = _hint(use.name, near)
            yield Diagnostic(
                CODE,
                tell("no variable is called {name}", name=use.name),
                checked.place(use.text, use.offset, use.offset + len(use.name) + len("${}")),
                hints[use.name],
                lang=use.lang,
                slide=use.slide,
            )


def _hint(name: str, defined: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, defined, n=1)
    if near:
        return tell("did you mean  ${{{near}}}?", near=near[0])
    return tell("define  {name}:  under  vars:, or write  $${{{name}}}  to show the signs as they are", name=name)
