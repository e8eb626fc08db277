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
from slidekit.rules.naming import named
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

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
            hint = in_full(told.pair.key) if told.prose else tell("write it there, or take the key out")
            yield Diagnostic(CODE, tell("no words for {what}", what=named(told)), plain.span, hint, slide=told.slide)
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
    message = tell("no {language} for {what}", language=language, what=named(told))
    if side is not None:
        hint = tell(
            "write the {language} there, or  both: …  in place of  en:  and  fr:  if it is meant for both",
            language=language,
        )
        if side is pair.both:
            hint = tell("write there what serves both languages, or  en: …  and  fr: …")
        return Diagnostic(code, message, side.span, hint, lang=lang, slide=told.slide)
    hint = in_full(pair.key)
    if other is not None and says(other):
        hint = tell(
            "add  {lang}: …  beside line {line}, or write  both:  if it is meant for both",
            lang=lang,
            line=other.span.line,
        )
    return Diagnostic(code, message, pair.span, hint, lang=lang, slide=told.slide)


def in_full(key: str) -> Words:
    """What to type: a pair under its key, to be filled in."""
    if key in ("", "bullets", "numbered", "header", "rows", "categories"):
        return tell("write  en: …  and  fr: …")
    return tell("write  {key}: {{en: …, fr: …}}", key=key)


def _row(listed: Listed, lang: str) -> Diagnostic:
    lacking = {"cell": tell("no {language} for this row", language=LANGUAGES[lang])}
    lacking["category"] = tell("no {language} for this row of categories", language=LANGUAGES[lang])
    list_ = tell("no {language} for this list", language=LANGUAGES[lang])
    row, line = f"{lang}: [{', '.join('…' * min(max(listed.counts), 5))}]", listed.span.line
    hint = tell("add  {row}  below line {line}", row=row, line=line)
    if lang == "en":
        hint = tell("add  {row}  above line {line}", row=row, line=line)
    message = lacking.get(listed.what, list_)
    return Diagnostic(CODE, message, listed.span, hint, lang=lang, slide=listed.slide)
