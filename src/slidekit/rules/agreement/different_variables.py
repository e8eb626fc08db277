"""A variable or a placeholder stands in one language and not in the other.

Where the English says `${budget}` and the French a figure, the next change of `vars:` makes two decks that
contradict each other, and nobody sees it. Placeholders that a program fills in (`{name}`, `{{total}}`, `%s`,
`$HOME`) must be spelt alike, too: translated, the program no longer finds them. The order is free, and a
variable may be said twice in one language.

A name that ends in its language (`${unit_en}` beside `${unit_fr}`) has its twin.

Bad:
    slidekit: 1
    title: {en: Savings, fr: Économies}
    vars:
      saved: {currency: 1250.5 CAD}
    slides:
      - title: {en: "We save ${saved} a month", fr: "Nous économisons beaucoup chaque mois"}

Good:
    slidekit: 1
    title: {en: Savings, fr: Économies}
    vars:
      saved: {currency: 1250.5 CAD}
    slides:
      - title: {en: "We save ${saved} a month", fr: "Nous économisons ${saved} par mois"}

Source: the deck format, version 1: `vars:` holds values once; Weblate's checks of placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.rules.contrast import apart, told_apart
from slidekit.rules.prose import Prose
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK202"
NAME = "different-variables"
SEVERITY = Severity.ERROR
CURRENCIES = frozenset("AUD CAD CHF EUR GBP JPY MXN NZD USD".split())
"""`$CAD` is money; ISO 4217 as far as dollars and their neighbours go."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose two sides do not name the same things to be filled in."""
    for twins in checked.twins:
        english, french = twins.en.text.source, twins.fr.text.source
        if "{" not in english and "{" not in french and "%" not in english + french and "$" not in english + french:
            continue
        found = apart(_names(twins.en), _names(twins.fr))
        if found is not None:
            certain = any(not name[0].isalpha() and _is_certain(name) for side in found for name in side)
            yield told_apart(CODE, checked, twins, found, SEVERITY if certain else Severity.WARNING)


def _is_certain(name: str) -> bool:
    """Whether a program or slidekit surely fills it in; `{name}` and `$NAME` may be words of the talk."""
    return name.startswith(("${", "{{", "%")) or name.strip("{}").isdigit() or name == "{}"


def _names(side: Prose) -> dict[str, str]:
    """What is to be filled in: what it is compared by, and how it was typed."""
    found: dict[str, str] = {}
    source = side.text.source
    if "${" in source:
        for one in _variables().finditer(source):
            found.setdefault("${" + _own()[0].sub("", one[1].strip()), one[0])
    if "{" in source or "%" in source or "$" in source:
        count: dict[str, int] = {}
        for one in _placeholders().finditer(side.bare):
            typed = one[0]
            if typed[1:] in CURRENCIES:
                continue
            key = "".join(typed.split())
            count[key] = count.get(key, 0) + 1
            if key in ("%s", "%d", "{}") and count[key] > 1:  # filled in one by one
                key += str(count[key])
            found.setdefault(key, typed)
    return found


@cache
def _own() -> tuple[re.Pattern[str]]:
    return (re.compile(r"[_.-]?(?:en|fr|eng|fra)\s*$", re.IGNORECASE),)


@cache
def _variables() -> re.Pattern[str]:
    return re.compile(r"\$\{([^{}\n]*)\}")


@cache
def _placeholders() -> re.Pattern[str]:
    """Those of Python, JavaScript, i18next, C and shells; `100 % sure` and `5%` hold none."""
    return re.compile(
        r"""\{\{[^{}\n]{1,60}\}\} | \{[A-Za-z_][\w.]{0,60}\} | \{\d{0,2}\}
          | (?<![\w%]) (?<!\d[\s\u00a0\u202f]) % (?:\(\w{1,60}\)|\d\$)? [sdif] (?!\w)
          | (?<![\w%]) %[A-Z_]{3,40}% (?!\w)
          | (?<![\w$]) \$[A-Z][A-Z_]{2,40} \b
        """,
        re.VERBOSE,
    )
