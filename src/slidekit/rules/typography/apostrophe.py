"""An apostrophe is another sign, or two kinds of it are mixed.

The typographic apostrophe is `’`; the typewriter's `'` is let pass where a text uses nothing else. What is found:
an accent, a prime or an opening quotation mark where an apostrophe belongs (`l´eau`), a space after an elision
(`l’ eau`), both kinds in one text, and the one typewriter apostrophe of a deck that writes `’` everywhere else. Names
spelt with a letter of their own (`ʼ`, `ʻ`) are left alone.

Bad:
    - title: {en: The team, fr: L’équipe}
      text:
        en: Here is what the team wants.
        fr: Voici ce que l'équipe d’accueil veut.

Bad:
    - title: {en: The water, fr: L’eau}
      text: {en: The water is cold., fr: L´eau est froide.}

Good:
    - title: {en: The team, fr: L’équipe}
      text:
        en: Here is what the team wants.
        fr: Voici ce que l’équipe d’accueil veut.

Source: OQLF, Vitrine linguistique, on the apostrophe; The Unicode Standard 16, 6.2, "Apostrophes"; The Chicago Manual
    of Style, 18th ed., 6.125.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK305"
NAME = "apostrophe"
SEVERITY = Severity.WARNING
STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
CURLY = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
WRONG = re.compile(
    r"(?i:(?<![^\W\d_])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd|presqu))([´`‘′‛])(?=[^\W\d_]\w)"
    r"|(?<=[^\W\d_])([´`‘′‛])(?=(?:s|t|re|ve|ll|d|m)(?!\w))"
)
LOOSE = re.compile(
    r"(?i:(?<![^\W\d_])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu))[’']( +)(?=[aeiouyhàâéèêëîïôöûùAEIOUYHÀÂÉÈÊÎÔ])"
)
RARE = 30
"""Texts with `’` for each text with `'` from which on the latter is a slip."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each apostrophe that is none, and each that is not like the others."""
    straight: dict[str, list[Prose]] = {"en": [], "fr": []}
    curly = {"en": 0, "fr": 0}
    for side in checked.prose:
        source = side.text.source
        typed, right = "'" in source, "’" in source
        if right:
            curly[side.lang] += 1
        if typed and STRAIGHT.search(source):
            if right and CURLY.search(source):
                yield from _mixed(checked, side)
            elif not right:
                straight[side.lang].append(side)
        if (typed or right) and side.lang == "fr" and ("' " in source or "’ " in source):
            yield from _loose(checked, side)
    for side in checked.signed:
        source = side.text.source
        if "´" in source or "`" in source or "‘" in source or "′" in source or "‛" in source:
            yield from _wrong(checked, side)
    for lang, sides in straight.items():
        if len(sides) * RARE <= curly[lang]:
            for side in sides:
                message = tell("a typewriter apostrophe, where the deck has `’` elsewhere")
                yield from _each(checked, side, message, Severity.INFO)


def _mixed(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    yield from _each(checked, side, tell("two kinds of apostrophes in one text"), SEVERITY)


def _each(checked: Checked, side: Prose, message: Words, severity: Severity) -> Iterator[Diagnostic]:
    hint = tell("type {sign}; `slidekit fix` does", sign="’")
    for found in islice(STRAIGHT.finditer(side.bare), MOST):
        yield finding(checked, side, CODE, severity, message, hint, found.span(), (Edit(*found.span(), "’"),))


def _wrong(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    for found in islice(WRONG.finditer(side.bare), MOST):
        where = found.span(1) if found[1] else found.span(2)
        message = tell("`{sign}` in place of an apostrophe", sign=side.source[slice(*where)])
        hint = tell("type {sign}; `slidekit fix` does", sign="’")
        yield finding(checked, side, CODE, SEVERITY, message, hint, where, (Edit(*where, "’"),))


def _loose(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    for found in islice(LOOSE.finditer(side.bare), MOST):
        message, hint = tell("a space after the apostrophe"), tell("close it up")
        where = (found.start(), found.end() + 1)
        yield finding(checked, side, CODE, SEVERITY, message, hint, where, (Edit(*found.span(1), ""),))
