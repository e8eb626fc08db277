"""The space or the order of a figure and its unit, its currency or its percent sign is not the language's own.

French parts a figure from `%`, `$`, `km` or `Mo` by a no-break space and puts the sign of a currency behind the amount
(`50 %`, `5 M$`); an ordinary space lets the unit fall to the next line. In Canada it writes hours as `14 h 30`.
Switzerland closes `%` up. English puts the sign of a currency first (`$50`) and writes `10 km` apart; sizes such as
`16GB` are let pass there. For `%` in English with a space before it see SK315.

Bad:
    - title: {en: The share has grown, fr: La part a augmenté}
      text: {en: It is 40% now., fr: Elle est de 40% maintenant.}

Bad:
    - title: {en: What it costs, fr: Ce que cela coûte}
      text: {en: It costs $50., fr: Cela coûte $50.}

Bad:
    - title: {en: What it costs, fr: Ce que cela coûte}
      text: {en: It costs 50$., fr: "Cela coûte 50{U+00A0}$."}

Bad:
    - title: {en: How far it is, fr: La distance}
      text: {en: It is 12 km away., fr: C’est à 12 km d’ici.}

Good:
    - title: {en: What it costs, fr: Ce que cela coûte}
      text:
        en: It costs $50, 12% of it for the last 10 km.
        fr: "Cela coûte 50{U+00A0}$, dont 12{U+00A0}% pour les 10{U+00A0}derniers kilomètres."

Source: OQLF, Vitrine linguistique, "Espacement avant et après les signes de ponctuation et les symboles"; Justice
    Canada, Guide fédéral de jurilinguistique législative française, no. 66; The International System of Units, 9th ed.,
    5.4.3; The Canadian Style, 1.23 and 5.12; Lionbridge, "Standards and Guidelines for Swiss French", for Switzerland.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._figures import OWN_UNITS, UNITS
from slidekit.rules.typography._mending import MOST, finding
from slidekit.rules.typography._table import NO_BREAK, STUCK, Convention, called, convention
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK304"
NAME = "unit-space"
SEVERITY = Severity.WARNING
MONEY = "$€£"
LONGEST = 20
"""Characters of a figure that are looked back at."""
Found = tuple[Words, Words, Severity, int, int, tuple[Edit, ...], bool]


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each figure that stands in another way with what it counts than its language has it."""
    cheap = _cheap()
    for side in checked.figured:
        if not cheap.search(side.source):
            continue
        own = convention(side.locale, checked.deck.typography)
        found = _french(side.bare, own) if side.lang == "fr" else _english(side.bare)
        for message, hint, severity, start, end, edits, safe in islice(found, MOST):
            yield finding(checked, side, CODE, severity, message, hint, (start, end), edits, safe)


def _french(bare: str, own: Convention) -> Iterator[Found]:
    for found in _behind().finditer(bare):
        wanted = own.percent if found["sign"] in "%‰" else own.unit
        if found["space"] not in wanted and (found["sign"] in "%‰" or not _is_name(bare, found.start())):
            yield _spaced(found, wanted[0])
    if any(sign in bare for sign in MONEY):
        yield from _order(bare)
    if "h" in bare or "H" in bare:
        yield from _hours(bare, own)


def _is_name(bare: str, at: int) -> bool:
    """Whether the figure that ends there is part of a word: `H2Go`, `v1.2km`."""
    first = max(0, at - LONGEST)
    before = bare[first:at].rstrip("0123456789.,")
    return bool(before) and (before[-1].isalnum() or before[-1] in "/_\ufffc")


def _spaced(found: re.Match[str], wanted: str) -> Found:
    """A space that is missing, ordinary or not wanted between a figure and its sign."""
    typed, sign = found["space"], found["sign"]
    edits = (Edit(*found.span("space"), wanted),)
    where = found.span()
    if not wanted:
        return tell("a space before `{sign}`", sign=sign), tell("close it up"), SEVERITY, *where, edits, True
    hint = tell("type {space}; `slidekit fix` does", space=called(wanted))
    if not typed:
        return tell("no space before `{sign}`", sign=sign), hint, SEVERITY, *where, edits, True
    if typed in STUCK:
        return tell("the wrong no-break space before `{sign}`", sign=sign), hint, Severity.INFO, *where, edits, True
    message = tell("an ordinary space before `{sign}`, where a line may end", sign=sign)
    return message, hint, Severity.INFO, *where, edits, True


def _order(bare: str) -> Iterator[Found]:
    """Currencies before their amounts, in French."""
    for found in _money_first().finditer(bare):
        sign, number, scale = found["sign"], found["number"], found["scale"] or ""
        country = found["country"] or ""
        end = found.end("scale") if scale else found.end("number")
        right = f"{number}{NO_BREAK}{scale.upper() if scale in 'mM' else scale}{sign}"
        message = tell("`{sign}` before the amount in French", sign=sign)
        if country or found["word"]:
            word = "5 millions de dollars" if found["word"] else f"{number}{NO_BREAK}{sign}{NO_BREAK}US"
            hint = tell("write it behind, as in  {example}", example=word)
            yield message, hint, SEVERITY, found.start(), found.end(), (), True
            continue
        hint = tell("write  {example}", example=right)
        edits = (
            Edit(found.start("sign"), found.start("number"), ""),
            Edit(found.end("number"), end, right[len(number) :]),
        )
        yield message, hint, SEVERITY, found.start(), end, edits, True


def _hours(bare: str, own: Convention) -> Iterator[Found]:
    """`14h30` where the hour is written apart, and ordinary spaces in `14 h 30` everywhere."""
    for found in _hour().finditer(bare):
        before, after = found["before"], found["after"] or ""
        tight = not before and not after
        if (tight and not own.apart) or (before in STUCK and (after in STUCK or not found["minutes"])):
            continue
        minutes = found["minutes"] or ""
        sign = NO_BREAK + "h" + NO_BREAK * bool(minutes)
        right = found["hour"] + sign + minutes
        mended = (Edit(found.end("hour"), found.end() - len(minutes), sign),)
        hint = tell("write  {example}  with no-break spaces", example=right)
        if " " in (before, after) and before and (after or not found["minutes"]):
            message, severity = tell("an ordinary space in the hour, where a line may end"), Severity.INFO
        else:
            message, severity = tell("no space around the `h` of the hour"), SEVERITY
        yield message, hint, severity, *found.span(), mended, True


def _english(bare: str) -> Iterator[Found]:
    if any(sign in bare for sign in MONEY):
        for found in _money_last().finditer(bare):
            number, sign = found["number"], found["sign"]
            right = f"{sign}{number}{found['word'] or found['scale'] or ''}"
            message = tell("`{sign}` behind the amount in English", sign=sign)
            edits = (Edit(found.start(), found.start(), sign), Edit(*found.span("moved"), found["scale"] or ""))
            plain = not found["word"]
            yield (
                message,
                tell("write  {example}", example=right),
                SEVERITY,
                *found.span(),
                edits if plain else (),
                True,
            )
        for found in _money_apart().finditer(bare):
            message = tell("a space behind `{sign}`", sign=found[1])
            closed = (Edit(found.start() + 1, found.end(), ""),)
            yield message, tell("close it up"), SEVERITY, *found.span(), closed, True
    for found in _stuck_unit().finditer(bare):
        yield _spaced(found, NO_BREAK)


@cache
def _cheap() -> re.Pattern[str]:
    """What every finding holds: a figure and a sign close to each other."""
    return re.compile(
        r"[$€£] ?\d|\d[ \u00a0\u202f\u2009]?[^\W\d_]{0,2}[%‰$€£¢°]"
        r"|\d[ \u00a0\u202f\u2009]?[khHcmMGTKW°]|\}[ \u00a0]?[%$€]"
    )


@cache
def _behind() -> re.Pattern[str]:
    """The space between a figure and a sign that French puts behind it."""
    units = "|".join(map(re.escape, (*OWN_UNITS, *UNITS)))
    return re.compile(
        r"(?<=[\d\ufffc])(?P<space>[ \u00a0\u202f\u2009]?)"
        rf"(?P<sign>[%‰](?![\w}}])|[kKMG]?[$€£¢](?![\w{{$]|[ \u00a0]\d{{1,3}}[$€£])|(?:{units})(?![\w/]))"
    )


@cache
def _money_first() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?<![\w$€£]) (?P<country>US|CA|C|A|NZ|HK)? (?P<sign>[$€£])[ \u00a0\u202f]?
        (?P<number>\d+(?:[., \u00a0\u202f'](?=\d{3}(?!\d))\d{3}){0,5}(?:[.,]\d+)?)
        (?:(?P<scale>[kKMG])(?!\w)|(?P<word>[ \u00a0](?:[mM]illi|[bB]illi|trilli)\w+))?(?!\w|[ \u00a0]?[$€£%])
        """,
        re.VERBOSE,
    )


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-4])(?P<before>[ \u00a0\u202f\u2009]?)(?:h|H(?=[0-5]\d(?!\d)))"
        r"(?:(?P<after>[ \u00a0\u202f\u2009]?)(?P<minutes>[0-5]\d)(?!\d))?(?![\w/]|[.,-]\d)"
    )


@cache
def _money_last() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,$€£-])(?P<number>\d+(?:[., \u00a0](?=\d{3}(?!\d))\d{3}){0,5}(?:[.,]\d{1,2})?)"
        r"(?P<moved>(?P<word>[ \u00a0](?:million|billion|trillion))?[ \u00a0\u202f]?(?P<scale>[kKMB])?(?P<sign>[$£]))"
        r"(?![\w{$]|[ \u00a0]?\d)"
    )


@cache
def _money_apart() -> re.Pattern[str]:
    return re.compile(r"(?<![\w$)])([$£€])[ \u00a0\u202f](?=\d)")


@cache
def _stuck_unit() -> re.Pattern[str]:
    """A figure against a unit of measure, in English."""
    units = "|".join(re.escape(unit) for unit in UNITS[: UNITS.index("ha")] if unit != "mm")  # a 35mm lens
    return re.compile(rf"(?<![\w.,:/\ufffc-])\d+(?:[.,]\d+)*(?P<space>)(?P<sign>{units})(?![\w/])")
