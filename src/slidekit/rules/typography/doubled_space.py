"""Two spaces where one belongs, or one where none does: at the ends, before a comma or a full point, in parentheses.

They are left behind by editing, and they show: a text begins further to the right than its neighbours, a comma falls to
the next line. Two spaces after a full point are a habit of the typewriter. Spaces at the end of a line within a text,
where Markdown reads them, and lines that are set in are left alone.

Bad:
    - title: {en: The  result, fr: Le résultat}
      text: {en: It is good., fr: Il est bon.}

Bad:
    - title: {en: The result, fr: Le résultat}
      text: {en: It is good., fr: "Il est bon , vraiment."}

Bad:
    - title: {en: The result, fr: Le résultat}
      text: {en: "It is good. ", fr: Il est bon.}

Good:
    - title: {en: The result, fr: Le résultat}
      text: {en: "It is good, really. A .csv file.", fr: "Il est bon, vraiment. Un fichier .csv."}

Source: OQLF, Vitrine linguistique, "Espacement avant et après les signes de ponctuation et les symboles"; The Chicago
    Manual of Style, 18th ed., 6.7; The Canadian Style, chapter 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.rules.typography._table import STUCK
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK313"
NAME = "doubled-space"
SEVERITY = Severity.WARNING
SPACE = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
DOUBLED = re.compile(rf"(?<=\S)(?<!«)(?<!“)({SPACE}{{2,}})(?=[^\s;:!?%»”])")
BEFORE = re.compile(rf"(?<=[^\W_]|[)»”%$\ufffc\u2060])({SPACE}+)(?=,[^\W\d_]|[,.](?:\s|$)(?!\s?\.))")
INSIDE = re.compile(rf"(?<=\()({SPACE}+)(?=\w)|(?<=\w)({SPACE}+)(?=\))")
_OTHER = SPACE.replace(" ", "")
ODD = re.compile(rf"{_OTHER}(?:[,.)]|\s|$)|(?:^|[ (]){_OTHER}|\( | \)")
"""Another space than the plain one, beside one or where none belongs."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each space too many."""
    odd = {id(side) for side in checked.signed if _may_be_odd(side.source) and ODD.search(side.source)}
    for side in checked.prose:
        source = side.text.source
        if (
            "  " in source
            or " ," in source
            or " ." in source
            or source[0] == " "
            or source[-1] == " "
            or id(side) in odd
        ):
            found = sorted(_found(side.bare))
            for start, end, new, message in islice(found, MOST):
                hint = tell("take it out; `slidekit fix` does")
                yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end), (Edit(start, end, new),))


def _may_be_odd(source: str) -> bool:
    return "\u00a0" in source or "(" in source or "\u202f" in source or "\t" in source or "\u2009" in source


def _found(bare: str) -> Iterator[tuple[int, int, str, Words]]:
    """Where spaces are too many, what should stand there, and what is wrong."""
    first, last = len(bare) - len(bare.lstrip()), len(bare.rstrip())
    if first and first < len(bare) and "\n" not in bare[:first]:
        yield 0, first, "", tell("a space at the beginning")
    if last < len(bare) and "\n" not in bare[last:]:  # nobody sees it at the end of a line of a block
        yield last, len(bare), "", tell("a space at the end")
    for found in DOUBLED.finditer(bare, first, last):
        stuck = next((sign for sign in found[1] if sign in STUCK), " ")
        yield *found.span(1), stuck, tell("several spaces in a row")
    for found in BEFORE.finditer(bare):
        yield *found.span(1), "", tell("a space before `{sign}`", sign=bare[found.end(1)])
    for found in INSIDE.finditer(bare):
        yield *found.span(), "", tell("a space inside the parentheses")
