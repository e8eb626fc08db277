"""The two languages end differently: a question beside a statement, a full stop beside none.

A question that became a statement says something else, and a colon that went away leaves a list without its lead.
Points of a list may end as each language likes: French closes them with `;` where English often writes nothing.
Outside headings a French full stop beside none in English is a hint, and a habit where many of a deck's texts have it.
A full stop of an abbreviation (`p.m.`, `Inc.`) is none, and `etc.` may stand for `…`.

Bad:
    - title: {en: Are our tests fast enough?, fr: Nos tests sont assez rapides}

Bad:
    - title: {en: Costs, fr: Coûts}
      text: {en: We save a third of the time., fr: Nous gagnons un tiers du temps}

Good:
    - title: {en: Are our tests fast enough?, fr: Nos tests sont-ils assez rapides?}
      bullets:
        - {en: The doors open at 9 a.m., fr: Les portes ouvrent à 9{U+00A0}h}

Source: Weblate's checks of trailing signs; Le guide du rédacteur, 6.10.3: how points of a list end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.rules.prose import NOTHING, THING, Twins
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

CODE = "SK207"
NAME = "different-ending"
SEVERITY = Severity.WARNING
SIGNS = frozenset(".?!:;,…")
CLOSERS = frozenset(" \t\n\u00a0\u202f\u2009)]}»”’\"'*" + NOTHING)
SHORT = frozenset(
    "etc inc ltd ltée corp co jr sr dr mr mrs ms st ste ave blvd boul no nos vs approx env max min fig p pp vol ed éd "
    "dept govt jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juill déc mon tue wed thu fri sat sun "
    "lun mer jeu ven sam dim réf ref tél tel ext art par al cf vol chap app apt tr prof rev gen col sgt lt hon "
    "ont que qué alta man sask ph d c m b e g i esq est cie hrs hr mins sec secs qty incl excl misc temp pers ft lb oz "
    "sq".split()
)
"""Words that a point cuts short, in both languages."""
STOP, NONE = frozenset("."), frozenset(("",))
HEADINGS = frozenset(("title", "subtitle", "section", "column title", "cell", "category", "series", "label"))
"""Texts that end without a full stop."""
SLIPS, AMONG = 2, 100
"""A French sentence often has the full stop that the English does without: up to two in a deck, or one in a hundred
texts, are slips; more of them are a habit."""
LOOKED_AT = 40
"""Characters at the end that can hold its signs."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose two sides end with signs of another kind."""
    slips: list[Diagnostic] = []
    even = 0
    for twins in checked.twins:
        english, french = twins.en.bare, twins.fr.bare
        if english[-1:] == french[-1:] or (english[-1:].isalpha() and french[-1:].isalpha()):
            even += 1
            continue
        ours, theirs = ending(english), ending(french)
        if ours == theirs or _agree(ours, theirs, twins.told.what == "bullet"):
            even += 1
        elif theirs != STOP or ours != NONE or twins.told.what in HEADINGS:
            if not any(_is_moved(_mark(signs), english, french) for signs in (ours, theirs)):
                yield _finding(checked, twins, _mark(ours), _mark(theirs))
        else:
            slips.append(_finding(checked, twins, "", ".", Severity.INFO))
    if len(slips) <= max(SLIPS, even // AMONG):
        yield from slips


def _is_moved(mark: str, english: str, french: str) -> bool:
    """Whether both ask, or cry, as often, in another order."""
    return mark in ("?", "!") and english.count(mark) == french.count(mark)


def ending(words: str) -> frozenset[str]:
    """The signs that a text may be said to end with; `` where it may end with none."""
    from unicodedata import category

    tail = words[-LOOKED_AT:]
    end = len(tail)
    signs: set[str] = set()
    while end:
        sign = tail[end - 1]
        if sign in SIGNS:
            signs.add(sign)
        elif sign == THING:
            start = len(tail[:end].rstrip(THING))
            if tail[start - 1 : start] != NOTHING:
                break  # code or an address: what stands before is not the end
            end = start
            continue
        elif sign not in CLOSERS and category(sign) not in ("So", "Sk", "No", "Mn", "Cf"):
            break
        end -= 1
    if not signs:
        return frozenset(("",))
    if ".." in tail[end:]:
        signs = {*(signs - {"."}), "…"}
    elif "." in signs:
        word = _last_word().search(tail[:end])
        cut = word[0].lower() if word else ""
        if cut == "etc":
            signs |= {"", "…"}
        elif "." in cut or cut.lstrip("-") in SHORT or (len(cut) == 1 and cut.isalpha()):
            signs.add("")
    return frozenset(signs)


def _agree(ours: frozenset[str], theirs: frozenset[str], listed: bool) -> bool:
    if ours & theirs:
        return True
    soft = {"", ";", ","}
    if listed and ours <= {*soft, "."} and theirs <= {*soft, "."}:
        return bool(ours & soft and theirs & soft) or ";" in ours | theirs or "," in ours | theirs
    return False


def _mark(signs: frozenset[str]) -> str:
    return next((sign for sign in "?!:…;,." if sign in signs), "")


def _finding(checked: Checked, twins: Twins, english: str, french: str, severity: Severity = SEVERITY) -> Diagnostic:
    """What to say of it, at the sign where the French ends."""
    side = twins.fr
    end = len(side.source.rstrip())
    message, hint = _said(english, french)
    span = checked.place(side.text, max(end - 1, 0), end)
    return Diagnostic(CODE, message, span, hint, severity, side.lang, slide=side.told.slide)


def _said(english: str, french: str) -> tuple[Words, Words]:
    if not french:
        message = tell("the English ends with `{mark}`, the French with no sign", mark=english)
    elif not english:
        message = tell("the French ends with `{mark}`, the English with no sign", mark=french)
    else:
        message = tell("the English ends with `{english}`, the French with `{french}`", english=english, french=french)
    return message, tell("end both alike")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[\w.-]{0,20})$")
