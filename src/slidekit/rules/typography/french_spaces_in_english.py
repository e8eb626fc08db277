"""English is typed with the spaces of French: before `:`, `;`, `!`, `?` or `%`.

It is what hands that have just typed the French side do. English closes all of these up, in Canada, in the United
States and in the United Kingdom alike; English texts of the European Union may part `%` from its figure. Ratios,
emoticons and code are left alone.

Bad:
    - title: {en: "Our plan : three steps", fr: "Notre plan{U+00A0}: trois étapes"}
      text: {en: Ready., fr: Prêts.}

Bad:
    - title: {en: The share has grown, fr: La part a augmenté}
      text: {en: It is 40 % now., fr: "Elle est de 40{U+00A0}% maintenant."}

Good:
    - title: {en: "Our plan: three steps", fr: "Notre plan{U+00A0}: trois étapes"}
      text: {en: "It is 40% now, mixed 3 : 1.", fr: "Elle est de 40{U+00A0}%, dans un rapport de 3 : 1."}

Source: The Canadian Style, chapter 7 and 5.10; The Chicago Manual of Style, 18th ed., 6.7 and 9.20; New Hart's
    Rules, 2nd ed., chapter 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding, is_borrowed
from slidekit.rules.typography._punctuation import is_named, marks
from slidekit.rules.typography._table import convention
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK315"
NAME = "french-spaces-in-english"
SEVERITY = Severity.WARNING
SIGN = re.compile(r"[^\S\n][*_~\]]*[;:!?%]")
PERCENT = re.compile(r"(?<=[\d\ufffc])([^\S\n])%(?![\w}])")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each sign in English with a space before it."""
    for side in checked.signed:
        if side.lang != "en" or not SIGN.search(side.source):
            continue
        bare = side.bare
        other = checked.across.get(id(side.text), "")
        spaces = [
            (mark.signs, mark.before, mark.space_end, mark.at + len(mark.signs))
            for mark in marks(bare)
            if not is_named(bare, mark, other)
        ]
        own = convention(side.locale, checked.deck.typography)
        if "%" in bare:
            spaces += [
                ("%", *found.span(1), found.end()) for found in PERCENT.finditer(bare) if found[1] not in own.percent
            ]
        for sign, start, end, behind in spaces[:MOST]:
            if start < end and not is_borrowed(checked, side, start):
                message = tell("a space before `{sign}`", sign=sign)
                hint = tell("close it up: only French has a space there")
                yield finding(checked, side, CODE, SEVERITY, message, hint, (start, behind), (Edit(start, end, ""),))
