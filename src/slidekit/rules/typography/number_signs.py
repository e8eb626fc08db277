"""Thousands or decimals are written with the signs of the other language.

French writes a comma before decimals and a no-break space between thousands (`1 250,50`), English a point and a comma
(`1,250.50`). The wrong sign changes the number: `1,250` is one thousand two hundred and fifty in English and one and
a quarter in French. Numbers of versions, sections and standards are names and left alone, and so is every figure that
might be one. From five figures on, thousands that one language parts are parted in the other as well. In Canada,
English may part them with a no-break space, too.

Bad:
    - title: {en: What it costs, fr: Ce que cela coûte}
      text:
        en: It costs $1,250.50 a year.
        fr: "Cela coûte 1,250.50{U+00A0}$ par an."

Bad:
    - title: {en: How long it takes, fr: Combien de temps il faut}
      text:
        en: It takes 2.5 hours with version 3.5.
        fr: "Il faut 2.5{U+00A0}heures avec la version 3.5."

Bad:
    - title: {en: Who took part, fr: Qui a participé}
      text:
        en: "12,500 people took part."
        fr: "12 500 personnes ont participé."

Good:
    - title: {en: What it costs, fr: Ce que cela coûte}
      text:
        en: It costs $1,250.50 a year and takes 2.5 hours with version 3.5.
        fr: "Cela coûte 1{U+00A0}250,50{U+00A0}$ par an et prend 2,5{U+00A0}heures avec la version 3.5."

Source: Justice Canada, Guide fédéral de jurilinguistique législative française, no. 66; The Canadian Style, 5.09;
    Interinstitutional Style Guide of the European Union, 6.5; Unicode CLDR 47 for the other locales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._figures import GROUP, Figure, counts, figures, grouped
from slidekit.rules.typography._mending import MOST, finding
from slidekit.rules.typography._table import NO_BREAK, Convention, convention
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK303"
NAME = "number-signs"
SEVERITY = Severity.WARNING
LONG = re.compile(r"(?<![\w.,/:#-])\d{5,12}(?!\w|[.,/:-]\d)")
SEAM = re.compile(r"\d[., \u00a0\u202f\u2009\u2007'’]\d")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each number that is typed with signs that its language does not have."""
    for side in checked.figured:
        seam, long = SEAM.search(side.source), LONG.search(side.source)
        if not seam and not long:
            continue
        own = convention(side.locale, checked.deck.typography)
        bare, other = side.bare, checked.across.get(id(side.text), "")
        for found in islice(LONG.finditer(bare) if long else (), MOST):
            parts = _thirds(found[0])
            if _has_grouped(other, parts):
                right = own.group[0].join(parts)
                message, hint = tell("nothing between thousands"), tell("write  {number}", number=right)
                edit = Edit(*found.span(), right)
                yield finding(checked, side, CODE, Severity.INFO, message, hint, found.span(), (edit,))
        for figure in islice(figures(bare), MOST):
            wrong = _wrong(bare, figure, own, other)
            if wrong is not None:
                severity, message, right = wrong
                hint = tell("write  {number}", number=right)
                where = (figure.start, figure.end)
                yield finding(checked, side, CODE, severity, message, hint, where, (Edit(*where, right),))


def _wrong(bare: str, figure: Figure, own: Convention, other: str) -> tuple[Severity, Words, str] | None:
    """What is wrong with a number, and how it is written; `None` where it is right, or nobody can tell."""
    parts, seams = figure.parts, figure.seams
    typed = bare[figure.start : figure.end]
    foreign = "." if own.decimal == "," else ","
    rest, last = seams[:-1], seams[-1]
    whole, alike = parts[:-1], len(set(seams)) == 1
    if alike and grouped(parts) and last not in ".,":
        if parts[0] == "1" and parts[1][0] in "89" and _called(bare, figure.end):
            return None
        return _spaced(figure, own, other)
    if alike and rest:
        if grouped(parts) and last not in own.group and not _is_address(parts, last):
            return SEVERITY, _thousands(last), _put(parts, "", own)
    elif rest and grouped(whole) and len(set(rest)) == 1 and last in ".,":
        if last == foreign != rest[0]:
            return SEVERITY, _decimal(last), _put(whole, parts[-1], own)
        if rest[0] not in own.group:
            severity, message = (Severity.INFO, _ordinary()) if rest[0] == " " else (SEVERITY, _thousands(rest[0]))
            return severity, message, _put(whole, parts[-1], own)
    elif len(parts) == 2 and last == "," and own.decimal == "," and grouped(parts):
        if _has(other, typed) or _beside_money(bare, figure):
            return SEVERITY, _thousands(last), _put(parts, "", own)
    elif len(parts) == 2 and last == "." and grouped(parts) and last not in own.group and _has_grouped(other, parts):
        return SEVERITY, _thousands(last), _put(parts, "", own)
    elif len(parts) == 2 and last == foreign and len(parts[1]) <= 2 and counts(bare, figure):
        return SEVERITY, _decimal(foreign), _put(parts[:1], parts[1], own)
    return None


def _called(bare: str, end: int) -> bool:
    """Whether a name in capitals goes on where a number of telephone would: `1 800 O-Canada`."""
    return bare[end : end + 1] in (" ", "-") and bare[end + 1 : end + 2].isupper()


def _spaced(figure: Figure, own: Convention, other: str) -> tuple[Severity, Words, str] | None:
    """Thousands parted by spaces or apostrophes."""
    sign = figure.seams[0]
    if sign in own.group:
        return None
    right = _put(figure.parts, "", own)
    if own.decimal == ",":
        return (Severity.INFO, _ordinary(), right) if sign == " " else (SEVERITY, _thousands(sign), right)
    digits = "".join(figure.parts)
    if digits in re.sub(f"(?<=[0-9])[{GROUP},](?=[0-9])", "", other) and re.search(r"\d\D\d{3}", other):
        return SEVERITY, _thousands(sign), right
    return None


def _put(whole: tuple[str, ...], decimals: str, own: Convention) -> str:
    return own.group[0].join(whole) + (own.decimal + decimals if decimals else "")


def _ordinary() -> Words:
    return tell("an ordinary space between thousands, where a line may end")


def _thousands(sign: str) -> Words:
    if sign in GROUP and sign not in "'’":
        return tell("a space between thousands")
    return tell("`{sign}` between thousands", sign=sign)


def _decimal(sign: str) -> Words:
    return tell("`{sign}` before decimals", sign=sign)


def _is_address(parts: tuple[str, ...], sign: str) -> bool:
    """Whether it may be the address of a computer: `192.168.100.200`."""
    return sign == "." and len(parts) == 4 and all(int(part) < 256 for part in parts)


def _has(other: str, typed: str) -> bool:
    return typed in other and re.search(rf"(?<![\d.,]){re.escape(typed)}(?![\d]|[.,]\d)", other) is not None


def _has_grouped(other: str, parts: tuple[str, ...]) -> bool:
    """Whether the other language has the number with thousands parted beyond doubt: `12,500` or `12 500`."""
    seen = all(part in other for part in parts)  # a pattern takes longer to make than to use
    return seen and re.search(rf"(?<![\d.,]){f'[{GROUP},]'.join(parts)}(?!\d|[.,]\d)", other) is not None


def _thirds(digits: str) -> tuple[str, ...]:
    """A number in groups of three: `12500` as `12` and `500`."""
    first = len(digits) % 3 or 3
    return digits[:first], *[digits[at : at + 3] for at in range(first, len(digits), 3)]


def _beside_money(bare: str, figure: Figure) -> bool:
    return _money().match(bare, figure.end) is not None or (figure.start > 0 and bare[figure.start - 1] in "$€£")


@cache
def _money() -> re.Pattern[str]:
    return re.compile(f"[{NO_BREAK}\u202f ]?[$€£]")
