"""The two languages give different numbers.

A figure is what an audience writes down. One that was mended in one language only, or mistyped, tells half of the room
something else, and nobody in the room can know. Numbers are compared by what they say, not by how they are written:
`1,250.50` is `1 250,50`; `$5M` is `5 M$` and `5 millions de dollars`; `1:00 p.m.` is `13 h`; `20th century` is
`XXe siècle`; `March 10, 2026` is `2026-03-10`; `twice` is `deux fois`, `half` is `50 %`, `48 hours` is `deux jours`.

A number in figures must stand in both languages, in any form. One in words is missed only where the other language has
another in its place: `three ways` may well be `des moyens`, but is not `quatre moyens`. So it is with months, days of
the week, `noon` and `hundreds`. The same figure in another unit or currency (`30 days`, `30 mois`) is another number.
Articles (`a`, `un`) count nothing, names with figures (`COVID-19`, `3D`) may be put in other words, a measure may
change from miles to kilometres, and each language may have its own telephone line. Numbers in code, links and
variables are looked at by other rules, and a text of more than a thousand figures is not compared.

Bad:
    - title: {en: The survey, fr: Le sondage}
      bullets:
        - en: 33% of users agree
          fr: "34{U+00A0}% des utilisateurs sont d’accord"

Bad:
    - title: {en: The budget, fr: Le budget}
      bullets:
        - en: We saved $5 million
          fr: "Nous avons économisé 5{U+00A0}milliards de dollars"

Good:
    - title: {en: The budget, fr: Le budget}
      bullets:
        - en: 130+ teams saved $5.2M by 1:00 p.m.
          fr: "Plus de 130 équipes ont économisé 5,2{U+00A0}M$ avant 13{U+00A0}h"

Source: Official Languages Act (R.S.C. 1985, c. 31 (4th Supp.)), s. 13 (both versions are equally authoritative);
The Canadian Style, chapter 5; Le guide du rédacteur, chapter 2 (the forms that numbers have).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.rules.base import Checked
from slidekit.rules.prose import Twins
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, listed, tell

if TYPE_CHECKING:
    from slidekit.rules.agreement.numbers.amounts import Amount
    from slidekit.rules.agreement.numbers.compare import Difference

CODE = "SK201"
NAME = "different-numbers"
SEVERITY = Severity.ERROR
_FIGURES = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_RUN = re.compile(r"\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_PLACEHOLDER = re.compile(r"\{[\w.:]*\}|%\(\w+\)|%\d*\$?[sdi]\b")
_WORD = re.compile(r"[a-z]+")
_ROMAN = re.compile(r"\b(?:[IVX]{2,}|(?<=[a-zA-Z]\s)[IVX]\b)")
_BEFORE = re.compile(r"[-−$€£¥#+]$")
_AFTER = re.compile(r"[-‑\s]?(?:[%‰°$€£¥¢+]|[^\W\d_]{1,20}(?:[.-]?[$€£]|(?<=\b[apAP])\.m\.)?)")
_MOST = 1000
"""Numbers of a text that is compared; a longer list of them is data, and takes 20 µs for each."""
_SHOWN = 4
"""Numbers that a message lists."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose languages have other numbers."""
    from slidekit.rules.agreement.numbers.plainly import are_alike
    from slidekit.rules.agreement.numbers.words import TELLING

    for twins in checked.twins:
        english = twins.en.source
        if (
            _FIGURES.search(english)
            or _FIGURES.search(twins.fr.source)
            or not TELLING.isdisjoint(_WORD.findall(english.lower()))
            or _ROMAN.search(english)
        ) and not are_alike(twins.en.bare, twins.fr.bare):
            yield from _compared(checked, twins)


def _compared(checked: Checked, twins: Twins) -> Iterator[Diagnostic]:
    from slidekit.rules.agreement.numbers.compare import difference, side
    from slidekit.rules.agreement.numbers.tokens import hidden, plain

    texts = {one.lang: plain(one.bare) for one in (twins.en, twins.fr)}
    if any(len(one.text) > _MOST and len(_RUN.findall(one.text)) > _MOST for one in texts.values()):
        return
    sides = {
        one.lang: side(texts[one.lang].text, hidden(one.source, one.bare), one.lang) for one in (twins.en, twins.fr)
    }
    found = difference(sides["en"], sides["fr"])
    if found is None or _varies(twins):
        return
    own = twins.fr if found.fr else twins.en
    first = (found.fr or found.en)[0]
    place = texts[own.lang].within(first.start, first.end)
    span = checked.place(own.text, *place)
    message, hint = _words(found, sides["en"].text, sides["fr"].text)
    yield Diagnostic(CODE, message, span, hint, SEVERITY, own.lang, slide=own.told.slide)


def _varies(twins: Twins) -> bool:
    """Whether a variable stands on one side only: its value may be the number that the other side has."""
    english, french = twins.en.source, twins.fr.source
    return ("{" in english + french or "%" in english + french) and (
        len(_PLACEHOLDER.findall(english)) != len(_PLACEHOLDER.findall(french))
    )


def _words(found: Difference, english: str, french: str) -> tuple[Words, Words]:
    """What to say of a difference, and what to do about it."""
    en = listed([f"`{shown(one, english)}`" for one in found.en[:_SHOWN]])
    fr = listed([f"`{shown(one, french)}`" for one in found.fr[:_SHOWN]])
    hint = tell("write the same number in both languages, each in its own form")
    match found.why:
        case "order":
            return tell("the range goes the other way in French"), tell("put both ends in the same order")
        case "sign":
            return tell("English has {english}, French has {french}", english=en, french=fr), tell(
                "write the same sign in both languages"
            )
        case "unit":
            return tell("English has {english}, French has {french}", english=en, french=fr), tell(
                "write the same unit in both languages"
            )
        case "money":
            return tell("English has {english}, French has {french}", english=en, french=fr), tell(
                "write the same currency in both languages"
            )
    if not found.fr:
        return tell("{english} is in English only", english=en), hint
    if not found.en:
        return tell("{french} is in French only", french=fr), hint
    return tell("English has {english}, French has {french}", english=en, french=fr), hint


def shown(one: Amount, text: str) -> str:
    """A number with the unit or the word after it: `$5 million`, `34 %`, `30 jours`."""
    before = _BEFORE.search(text[max(0, one.start - 2) : one.start])
    after = _AFTER.match(text[one.end : one.end + 24])
    return f"{before[0] if before else ''}{one.text}{after[0] if after else ''}"[:40]
