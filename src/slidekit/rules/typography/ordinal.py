"""An ordinal is not written as its language writes it.

French shortens ordinals to the last sound: `1er`, `1re`, `2e`, `XXIe siècle`; `2ème`, `1ère` and `XXIième` are
habits of handwriting. The first of a month is `1er`, the other days are plain numbers. In English, `st`, `nd`,
`rd` and `th` follow how the number is read: `21st`, `12th`.

Bad:
    - title: {en: The 2nd edition, fr: La 2ème édition}

Bad:
    - title: {en: In the 21st century, fr: Au XXIème siècle}

Bad:
    - title: {en: Since April 1, fr: Depuis le 1 avril}

Bad:
    - title: {en: The 3th edition, fr: La 3e édition}

Good:
    - title: {en: The 1st and 2nd editions, fr: Les 1re et 2e éditions}
    - title: {en: Since April 1 of the 21st century, fr: Depuis le 1er avril du XXIe siècle}

Source: Translation Bureau, Clefs du français pratique, "nombres (adjectifs numéraux ordinaux)"; OQLF, Vitrine
    linguistique, "Abréviation des adjectifs numéraux ordinaux"; Imprimerie nationale, "nombres ordinaux"; The
    Canadian Style, 5.05.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK308"
NAME = "ordinal"
SEVERITY = Severity.WARNING
_LIKELY = {
    "fr": re.compile(r"\d[ \u00a0\u202f-]?(?:i?[èe][rm]|ier|è|me|th|st|rd)|[IVXLCDM](?:i?[èe][rm]|è)|[eu] 1 "),
    "en": re.compile(r"\d(?:th|st|nd|rd)"),
}
"""What a text must hold to be looked at closely."""


class _Wrong(NamedTuple):
    """An ordinal and what to write for it, between two places of a text; an empty one cannot be known."""

    start: int
    end: int
    new: str
    typed: str
    right: str
    safe: bool = True


@cache
def _french() -> re.Pattern[str]:
    return re.compile(
        r"""
          (?<![\w.,-])(?P<first>[1I])(?P<gender>i?[èe]re)(?P<firsts>s?)(?!\w)         # 1ère, 1ere, 1ière
        | (?<![\w.,-])(?P<one>[1I])(?P<man>ier|èr)(?P<men>s?)(?!\w)                   # 1ier, 1èr
        | (?<![\w.,-])(?P<number>\d{1,4}|[IVX]|[IVXLCDM]{2,8})
          (?P<tail>[ \u00a0\u202f]?i?èmes?|-?i?[èe]mes?|ès?)(?!\w)                    # 2ème, 2eme, XXIème, 2è
        | (?<![\w.,-])(?P<figures>\d{1,4})(?P<end>mes?)(?=[ ][a-zà-ÿ])                # 2me
        | (?<![\w.,-])(?P<english>\d{1,4}(?:th|st|rd))(?=[ ][a-zà-ÿ])              # la 4th édition
        | (?<=[lLdD]e\ |[ aAdD]u\ )(?P<day>1)(?=[ ](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre
          |novembre|décembre)(?!\w))                                               # le 1 avril
        """,
        re.VERBOSE,
    )


@cache
def _english() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,-])(\d{1,4})(st|nd|rd|th)(?!\w)")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each ordinal of another form than its language has."""
    for side in [side for lang, likely in _LIKELY.items() for side in checked.scans[lang].holding(likely)]:
        wrong = _in_french(side.bare) if side.lang == "fr" else _in_english(side.bare)
        for one in islice(wrong, MOST):
            message = tell("`{typed}` for `{right}`", typed=one.typed, right=one.right)
            hint = tell("write {right}", right=one.right)
            edits = (Edit(one.start, one.end, one.new),)
            shown = (one.start - (len(one.typed) - (one.end - one.start)), one.end)
            yield finding(checked, side, CODE, SEVERITY, message, hint, shown, edits, one.safe)


def _in_french(bare: str) -> Iterator[_Wrong]:
    for found in _french().finditer(bare):
        if found["first"]:
            right = "re" + found["firsts"]
            yield _Wrong(found.start("gender"), found.end(), right, found[0], found["first"] + right)
        elif found["one"]:
            right = "er" + found["men"]
            yield _Wrong(found.start("man"), found.end(), right, found[0], found["one"] + right)
        elif found["number"]:
            if _is_roman_or_figure(found["number"]):
                first = found["number"] in ("1", "I")
                right = ("er" if first else "e") + ("s" if found["tail"].endswith("s") else "")
                yield _Wrong(found.start("tail"), found.end(), right, found[0], found["number"] + right, not first)
        elif found["figures"]:
            right = "es" if found["end"].endswith("s") else "e"
            yield _Wrong(found.start("end"), found.end(), right, found[0], found["figures"] + right)
        elif found["english"]:
            figures = found["english"][:-2]
            right = "er" if figures == "1" else "e"
            yield _Wrong(found.end() - 2, found.end(), right, found[0], figures + right, safe=False)
        else:
            yield _Wrong(found.end(), found.end(), "er", "1", "1er")


def _is_roman_or_figure(number: str) -> bool:
    return (
        number.isdigit()
        or re.fullmatch(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", number) is not None
    )


def _in_english(bare: str) -> Iterator[_Wrong]:
    for found in _english().finditer(bare):
        figures, tail = found.groups()
        right = "th" if figures[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(figures[-1], "th")
        if tail != right:
            yield _Wrong(found.start(2), found.end(), right, found[0], figures + right, safe=False)
