"""An acronym stands in the other language, or is another one than in its twin.

`IT` is `TI` in French, `ESDC` is `EDSC`. A table of pairs says which; a deck or a project adds its own as
`acronyms:`. A side that spells the name out is right, too. Acronyms in quotations, in italics and in names that
stand alike on both sides (`Azure AI`) are left alone, and so is every acronym that no table has.

Bad:
    - title: {en: The IT budget, fr: Le budget d’IT}
      bullets:
        - both: "1"

Bad:
    - title: {en: What ESDC does, fr: Ce que fait l’ASFC}
      bullets:
        - both: "1"

Good:
    - title: {en: The IT budget of ESDC, fr: Le budget de TI d’EDSC}
      bullets:
        - {en: An API for GIS, fr: Une API pour un système d’information géographique}

Source: Treasury Board of Canada Secretariat, Registry of Applied Titles; TERMIUM Plus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from slidekit.rules.agreement._acronyms import back, table
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose, Twins

CODE = "SK213"
NAME = "different-acronyms"
SEVERITY = Severity.WARNING
ACRONYM = re.compile(r"(?<![\w@#/.-])(?:(?:[A-Z]\.){2,}|[A-Z][a-z]?[A-Z][A-Za-z]*)(?![\w@/]|\.\w)")
LIKELY = re.compile("[A-Z][a-z.]?[A-Z]")
ASIDE = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|(?<![*\w])\*(?![*\s])[^*\n]+(?<!\s)\*(?!\*)")
NEAR = 40
"""Signs within which a neighbour stands."""
BESIDE_LEFT = re.compile(r"(?<!\w)(\w+)[ -]$")
BESIDE_RIGHT = re.compile(r"^[ -](\w+)")
WORD = re.compile(r"[^\W\d_]+")
SURE_BACK = frozenset("TI RH UE ONU OMS TPS TVQ TVH PIB ONG PME".split())
"""French acronyms of two or three letters that are no English ones; longer ones of the table are none either."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Acronyms that differ where they should not, or do not where they should."""
    own: tuple[tuple[str, str], ...] = checked.glossary.acronyms
    for twins in checked.twins:
        if not LIKELY.search(twins.en.bare) and not (own and LIKELY.search(twins.fr.bare)):
            continue
        found = _fault(twins, own, checked.glossary.names)
        if found is None:
            continue
        side, (start, end), message, hint = found
        span = checked.place(side.text, start, end)
        yield Diagnostic(CODE, message, span, hint, SEVERITY, side.lang, slide=twins.told.slide)


Fault = tuple["Prose", tuple[int, int], str, str]


def _fault(twins: Twins, own: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Fault | None:
    """The first acronym of a text that is wrong."""
    forth: Mapping[str, frozenset[str]] = table()
    back_: Mapping[str, frozenset[str]] = back()
    if own:
        forth = {**forth, **_grouped(own)}
        back_ = {**back_, **_grouped(tuple((fr, en) for en, fr in own))}
    english, french = _acronyms(twins.en, names), _acronyms(twins.fr, names)
    words = set(WORD.findall(twins.fr.bare)) | french.keys()
    for one in english:
        forms = forth.get(one)
        if forms is None or forms & words or {form.lower() for form in forms} & words:
            continue
        if one in french:
            if not _in_name((english[one], french[one]), twins):
                return _told(twins.fr, french[one], one, forms, "fr")
            continue
        for other in french:
            if other not in english and other in back_ and not back_[other] & english.keys() and other not in forth:
                return _told(twins.fr, french[other], one, forms, "fr")
    for other in french:
        forms = back_.get(other)
        sure = len(other) > 3 or other in SURE_BACK or any(other == fr for _, fr in own)
        if forms is None or not sure or other in forth or other not in english or forms & english.keys():
            continue
        if not _in_name((english[other], french[other]), twins):
            return _told(twins.en, english[other], other, forms, "en")
    return None


def _told(side: Prose, place: tuple[int, int], one: str, forms: frozenset[str], lang: str) -> Fault:
    right = " / ".join(sorted(forms))
    if lang == "fr":
        message = tell("{one} is {right} in French", one=one, right=right)
    else:
        message = tell("{one} is {right} in English", one=one, right=right)
    wrong = side.source[place[0] : place[1]]
    hint = tell("write  {right}  for  {wrong}, or spell it out", right=right, wrong=wrong)
    return side, place, message, hint


def _grouped(pairs: tuple[tuple[str, str], ...]) -> dict[str, frozenset[str]]:
    """What each acronym is in the other language."""
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        found[one] = found.get(one, frozenset()) | {other}
    return found


def _acronyms(side: Prose, names: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """The acronyms of a side, each where it first stands; none of a text in capitals throughout."""
    text = side.bare
    if text.isupper() and len(WORD.findall(text)) > 1:
        return {}
    aside = bytearray(len(text))
    spans = [match.span() for match in ASIDE.finditer(side.source)]
    for start, end in [*spans, *[(at, at + len(name)) for name in names if (at := text.find(name)) >= 0]]:
        aside[start:end] = b"1" * (end - start)
    found: dict[str, tuple[int, int]] = {}
    for match in ACRONYM.finditer(text):
        start, end = match.span()
        if aside[start] or _shouted(text, start, end):
            continue
        one = match[0].replace(".", "")
        one = one[:-1] if one[-1] == "s" and one[:-1].isupper() else one
        found.setdefault(one, (start, end))
    return found


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals, too, and are no acronyms: `WHO DECIDES?`."""
    near = [*WORD.findall(text[max(0, start - 20) : start])[-1:], *WORD.findall(text[end : end + 20])[:1]]
    return any(len(word) > 4 and word.isupper() for word in near)


def _in_name(places: tuple[tuple[int, int], tuple[int, int]], twins: Twins) -> bool:
    """Whether the acronym has a neighbour with a capital that it has in the other language, too: `Azure AI`."""
    near = []
    for side, (start, end) in zip((twins.en, twins.fr), places, strict=True):
        before, after = side.bare[max(0, start - NEAR) : start], side.bare[end : end + NEAR]
        words = [*BESIDE_LEFT.findall(before), *BESIDE_RIGHT.findall(after)]
        near.append({word for word in words if word[0].isupper() or word[0].isdigit()})
    return bool(near[0] & near[1])
