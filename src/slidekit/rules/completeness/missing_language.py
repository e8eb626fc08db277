"""A text is in one language only, or one of its sides is empty.

The audience of that language would see a hole. A text counts as missing when its key is not
there, when nothing follows the key, and when what follows shows nothing: spaces, no-break spaces,
zero-width signs. slidekit never falls back on the other language.

Where the words are the same on purpose (a name, a formula), say so with `both:`.
A slide with `only: fr` needs its French alone.

Bad:
    - title:
        en: Fast tests

Bad:
    - title:
        en: Fast tests
        fr:

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - en: "{U+200B}"
          fr: Deux fois plus vite

Good:
    - title:
        en: Fast tests
        fr: Des tests rapides
      bullets:
        - both: "`n → 2n`"

Good:
    - only: fr
      title:
        fr: Pour nos collègues de Québec

Source: Official Languages Act (R.S.C. 1985, c. 31 (4th Supp.)), s. 13: both versions of what is
published together are equally authoritative, so neither may lack a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.text import Text, is_blank
from slidekit.rules.base import LANGUAGES, Checked, says
from slidekit.rules.gathering import Listed, Told
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK101"
NAME = "missing-language"
SEVERITY = Severity.ERROR
ELSEWHERE = ("notes", "alternative text")
"""What SK104 and SK105 speak of."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts and rows that say nothing in a language that is wanted."""
    for told, lang in checked.gaps:
        if lang not in checked.untranslated and told.what not in ELSEWHERE and not told.by_row:
            yield lacking(CODE, told, lang)
    for told in checked.texts:
        plain = told.pair.plain
        if type(plain) is Text and is_blank(plain.source):
            hint = f"write  {in_full(told.pair.key)}" if told.prose else "write it there, or take the key out"
            yield Diagnostic(CODE, f"no words for {named(told)}", plain.span, hint, slide=told.slide)
    for listed in checked.gathered.lists:
        lang = "en" if listed.counts[0] == 0 else "fr"
        one_sided = 0 in listed.counts and max(listed.counts) > 0
        if one_sided and listed.only in (None, lang) and lang not in checked.untranslated:
            yield _row(listed, lang)


def lacking(code: str, told: Told, lang: str) -> Diagnostic:
    """What to say of a text that a language lacks; at the empty side if its key is there."""
    pair, language = told.pair, LANGUAGES[lang]
    side = pair.en if lang == "en" else pair.fr
    other = pair.fr if lang == "en" else pair.en
    if side is None and pair.both is not None:
        side, other = pair.both, None
    if side is not None:
        hint = f"write the {language} there, or  both: …  in place of  en:  and  fr:  if it is meant for both"
        if side is pair.both:
            hint = "write there what serves both languages, or  en: …  and  fr: …"
        return Diagnostic(code, f"no {language} for {named(told)}", side.span, hint, lang=lang, slide=told.slide)
    if other is not None and says(other):
        beside = f"beside line {other.span.line}"
        remedy = f"add  {lang}: …  {beside}, or write  both:  if it is meant for both"
        return Diagnostic(code, f"no {language} for {named(told)}", pair.span, remedy, lang=lang, slide=told.slide)
    return Diagnostic(
        code, f"no {language} for {named(told)}", pair.span, f"write  {in_full(pair.key)}", lang=lang, slide=told.slide
    )


def named(told: Told) -> str:
    """A text as an author would point at it."""
    owner = "the deck" if told.slide is None else f"slide {told.slide}"
    match told.what:
        case "title" | "subtitle" | "notes" | "author":
            return f"{owner}'s {told.what}"
        case "section":
            return "this section's name"
        case "series" | "column title":
            return f"the name of this {told.what.removesuffix(' title')}"
        case what if what.startswith("variable "):
            return what
        case what:
            return f"this {what}"


def in_full(key: str) -> str:
    """A pair under its key, to be filled in."""
    if key in ("", "bullets", "numbered", "header", "rows", "categories"):
        return "en: …  and  fr: …"
    return f"{key}: {{en: …, fr: …}}"


def _row(listed: Listed, lang: str) -> Diagnostic:
    language, count = LANGUAGES[lang], max(listed.counts)
    side = "below" if lang == "fr" else "above"
    what = {"cell": "row", "category": "row of categories"}.get(listed.what, "list")
    return Diagnostic(
        CODE,
        f"no {language} for this {what}",
        listed.span,
        f"add  {lang}: [{', '.join('…' * min(count, 5))}]  {side} line {listed.span.line}",
        lang=lang,
        slide=listed.slide,
    )
