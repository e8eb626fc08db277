"""Quotation marks of another language, or with the wrong spaces inside them.

French quotes between `«` and `»`, with a no-break space inside each in Canada, France and Belgium and none in
Switzerland or in the institutions of the European Union; a quotation within another takes `“` and `”`. English quotes
between `“` and `”`. Typewriter quotes (`"`) are let pass in English, as long as they are not mixed with the others;
in French they are the mark of an English keyboard. Inches, code and addresses are left alone.

Bad:
    - title: {en: The first rule, fr: La première règle}
      text:
        en: We call it “fit”.
        fr: Nous l’appelons "ajustement".

Bad:
    - title: {en: The first rule, fr: La première règle}
      text:
        en: We call it “fit”.
        fr: Nous l’appelons «ajustement».

Bad:
    - title: {en: The first rule, fr: La première règle}
      text:
        en: We call it « fit ».
        fr: Nous l’appelons «{U+00A0}ajustement{U+00A0}».

Good:
    - title: {en: The first rule, fr: La première règle}
      text:
        en: We call it “fit”, on a 15" screen.
        fr: Nous l’appelons «{U+00A0}ajustement{U+00A0}», sur un écran de 15".

Source: Translation Bureau, Clefs du français pratique, "signes de ponctuation et espaces"; OQLF, Vitrine
    linguistique, on quotation marks; Guide du typographe (Lausanne); Interinstitutional Style Guide of the European
    Union, 6.4; The Canadian Style, chapter 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.rules.typography._table import SPACES, STUCK, Convention, called, convention
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK302"
NAME = "quotation-marks"
SEVERITY = Severity.WARNING
STRAIGHT = r'(?<![\w="])"(?P<inner>[^"\n]{1,400})"(?![\w"])'
DOUBLE = re.compile('["«»“”„<]')


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each pair of marks that is not the language's own, and each wrong space inside them."""
    for side in checked.signed:
        source = side.source
        if not (" '" in source or "‘" in source or source[0] == "'" or DOUBLE.search(source)):
            continue
        own = convention(side.locale, checked.deck.typography)
        found = _french(side, own, checked.across.get(id(side.text), "")) if side.lang == "fr" else _english(side)
        for message, hint, severity, start, end, edits in islice(chain(found, _loose(side.bare)), MOST):
            yield finding(checked, side, CODE, severity, message, hint, (start, end), edits)


Found = tuple[Words, Words, Severity, int, int, tuple[Edit, ...]]


def _french(side: Prose, own: Convention, english: str) -> Iterator[Found]:
    bare = side.bare
    space = own.inside[0]
    for found in _outside(bare):
        start, end = found.span()
        if _is_inches(found) or _is_english(found, english):
            continue
        opening, closing = bare[start : found.start("inner")], bare[found.end("inner") : end]
        message = tell("`{opening}` and `{closing}` around a quotation in French", opening=opening, closing=closing)
        hint = tell("write  {example}", example=f"«{space}…{space}»")
        yield message, hint, SEVERITY, start, end, _around(found, "«" + space, space + "»")
    if "«" in bare or "»" in bare:
        yield from _inside(bare, own)


def _english(side: Prose) -> Iterator[Found]:
    bare = side.bare
    if "«" in bare and "»" in bare:
        for found in _guillemets().finditer(bare):
            message = tell("French quotation marks in English")
            hint = tell("write  {example}", example="“…”")
            yield message, hint, SEVERITY, *found.span(), _around(found, "“", "”")
    if '"' in bare and ("“" in bare or "”" in bare):
        for found in _straight().finditer(bare):
            if not _is_inches(found):
                message = tell("two kinds of quotation marks in one text")
                hint = tell("write  {example}", example="“…”")
                yield message, hint, Severity.INFO, *found.span(), _around(found, "“", "”")


def _inside(bare: str, own: Convention) -> Iterator[Found]:
    """The space after each `«` and before each `»`."""
    if bare.count("«") != bare.count("»") or bare.find("»") < bare.find("«"):
        return  # arrows, or the German way round: nobody knows what is meant
    for found in _guillemet().finditer(bare):
        opens = found["open"] is not None
        start, end = found.span("after" if opens else "before")
        at = end if opens else start - 1
        if not 0 <= at < len(bare) or bare[at] == "\n" or bare[at] in "«»":
            continue
        typed = bare[start:end]
        if typed in own.inside:
            continue
        severity, message, hint = _said(typed, own.inside[0], opens)
        yield message, hint, severity, *found.span(), (Edit(start, end, own.inside[0]),)


def _said(typed: str, wanted: str, opens: bool) -> tuple[Severity, Words, Words]:
    where = tell("after `«`") if opens else tell("before `»`")
    if not wanted:
        return SEVERITY, tell("a space {where}", where=where), tell("close it up")
    hint = tell("type {space}; `slidekit fix` does", space=called(wanted))
    if not typed:
        return SEVERITY, tell("no space {where}", where=where), hint
    if len(typed) == 1 and typed not in STUCK:
        return Severity.INFO, tell("an ordinary space {where}, where a line may end", where=where), hint
    if len(typed) > 1:
        return SEVERITY, tell("several spaces {where}", where=where), hint
    return Severity.INFO, tell("the wrong no-break space {where}", where=where), hint


def _loose(bare: str) -> Iterator[Found]:
    """Spaces inside `“` and `”`, which no place writes."""
    if "“" in bare or "”" in bare:
        for found in _spaced().finditer(bare):
            start, end = found.span(1) if found[1] else found.span(2)
            message, hint = tell("a space inside the quotation marks"), tell("close it up")
            yield message, hint, SEVERITY, *found.span(), (Edit(start, end, ""),)


def _outside(bare: str) -> Iterator[re.Match[str]]:
    """What stands between marks that are not French, but not within a French quotation."""
    for pattern in _foreign():
        at = deep = 0
        for found in pattern.finditer(bare):
            deep += bare.count("«", at, found.start()) - bare.count("»", at, found.start())
            at = found.start()
            if deep <= 0:
                yield found


def _around(found: re.Match[str], opening: str, closing: str) -> tuple[Edit, ...]:
    """The edits that put other marks around a quotation, without the spaces that stood inside."""
    start, end = found.span()
    inner, outer = found.span("inner")
    while inner < outer and found.string[inner] in SPACES:
        inner += 1
    while outer > inner and found.string[outer - 1] in SPACES:
        outer -= 1
    return Edit(start, inner, opening), Edit(outer, end, closing)


def _is_english(found: re.Match[str], english: str) -> bool:
    """Whether an English sentence is quoted, in its own marks: the English side has it word for word."""
    return found[0][0] == "“" and found["inner"].count(" ") > 1 and found["inner"] in english


def _is_inches(found: re.Match[str]) -> bool:
    """Whether the second of two `"` is that of inches, and neither a quotation's."""
    return found[0][-1] == '"' and found["inner"][-1].isdigit() and found.string.count('"') % 2 == 1


@cache
def _foreign() -> tuple[re.Pattern[str], ...]:
    """Quotations in marks that are not French, on one line."""
    return tuple(
        re.compile(pattern)
        for pattern in (
            STRAIGHT,
            '“(?P<inner>[^“”"\n]{1,400})”',
            "„(?P<inner>[^„“”\n]{1,400})[“”]",
            "<<(?P<inner>[^<>\n]{1,400})>>",
            r"(?<![\w’'])['‘](?P<inner>[^\W\d_][^'‘’\n]{0,80}[^'‘’\s])['’](?!\w)",
        )
    )


@cache
def _straight() -> re.Pattern[str]:
    return re.compile(STRAIGHT)


@cache
def _guillemets() -> re.Pattern[str]:
    return re.compile("«(?P<inner>[^«»\n]{1,400})»")


@cache
def _guillemet() -> re.Pattern[str]:
    return re.compile(r"(?P<open>«)(?P<after>[^\S\n]{0,9})|(?<![^\S\n])(?P<before>[^\S\n]{0,9})»")


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"“([^\S\n]{1,9})(?=[^\s”»])|(?<=[^\s“«])([^\S\n]{1,9})”")
