"""A link leads elsewhere in one language, or is there in one language only.

A reader who follows the French link must land where the English one does, or on that page's French version.
Sites write their languages in many ways, and all of these are twins: `/en/` and `/fr/`, `-eng` and `-fra`,
`_e` and `_f`, `?lang=en` and `?lang=fr`, `en.` and `fr.` before a name, a path in French on the same site beside
an address that names its language. A French text that leads to the English version alone, or the other way
round, is a mistake; so is the same page under another number. A link to a slide leads to one
`id:` in both languages, unless each has a slide of its own: `#costs-en` and `#costs-fr`.

Bad:
    - title: {en: Read on, fr: Pour en savoir plus}
      text:
        en: "See [the guide](https://example.org/guide)."
        fr: "Consulter [le guide](https://example.org/calendar)."

Bad:
    - title: {en: Read on, fr: Pour en savoir plus}
      text:
        en: "See [the guide](https://example.org/guide)."
        fr: Consulter le guide.

Good:
    - title: {en: Read on, fr: Pour en savoir plus}
      text:
        en: "See [the guide](https://example.org/en/guide)."
        fr: "Consulter [le guide](https://example.org/fr/mode-emploi)."

Source: Treasury Board of Canada Secretariat, Standard on Web Interoperability; Directive on Official Languages for
Communications and Services, 6.1: both versions of a page are offered alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.addresses import addresses, are_twins
from slidekit.rules.base import Checked
from slidekit.rules.contrast import apart, told_apart
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK203"
NAME = "different-links"
SEVERITY = Severity.WARNING
SURE = ("/", "@", "www.", "#")
"""One of which an address has; `Canada.ca` alone may be a name, which the other language puts in other words."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose two sides do not lead to the same places."""
    for twins in checked.twins:
        english, french = twins.en.text.source, twins.fr.text.source
        if twins.en.bare == english and twins.fr.bare == french and "](" not in english and "](" not in french:
            continue
        ours, theirs = addresses(english), addresses(french)
        found = apart(ours, theirs)
        if found is None:
            continue
        left = [(key, typed) for key, typed in ours.items() if key not in theirs]
        others = [(key, typed) for key, typed in theirs.items() if key not in ours]
        for one in list(left):
            twin = next((other for other in others if are_twins(one[0], other[0], english, french)), None)
            if twin is not None:
                left.remove(one)
                others.remove(twin)
        only = (
            [typed for key, typed in left if not any(are_twins(key, other) for other in theirs)],
            [typed for key, typed in others if not any(are_twins(other, key) for other in ours)],
        )
        if all(only) or _is_sure(only):
            yield told_apart(CODE, checked, twins, only, SEVERITY)


def _is_sure(only: tuple[list[str], list[str]]) -> bool:
    """Whether something that stands on one side only is an address beyond doubt."""
    return any(sign in typed for side in only for typed in side for sign in SURE)
