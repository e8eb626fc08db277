"""An English text has a term of the glossary, and its French has another word for it.

An organisation settles on one French word for each of its own (*public servant* is *fonctionnaire*), so that the
same thing is called the same in every deck. The glossary stands in the deck or in a file that it names, or for all
decks of a project in `slidekit.toml`: YAML, CSV with the columns `en` and `fr`, or TBX.

Plural, feminine, elision and contraction are the same word (*la directrice* for *directeur*, *aux travaux* for
*travail*), and so are the forms of English. The longest term counts: where *public service* stands, *service* is not
asked for. Where a term has several right translations, any of them will do: `fr: [courriel, courrier électronique]`.
Code, addresses and names that are never translated are not looked into.

Bad:
    slidekit: 1
    title: {en: Our people, fr: Nos gens}
    glossary:
      - {en: public servant, fr: fonctionnaire}
      - {en: workforce adjustment, fr: réaménagement des effectifs}
    slides:
      - title: {en: 300 public servants, fr: 300 employés de l’État}

Good:
    slidekit: 1
    title: {en: Our people, fr: Nos gens}
    glossary:
      - {en: public servant, fr: fonctionnaire}
      - {en: workforce adjustment, fr: réaménagement des effectifs}
    slides:
      - title: {en: 300 public servants, fr: 300 fonctionnaires}
        bullets:
          - {en: Workforce adjustments, fr: Des réaménagements d’effectifs}

Source: Translation Bureau, *Le guide du rédacteur*, on uniformity of terms; Directive on the Management of
Communications (Treasury Board), which asks for the terms of TERMIUM Plus and of the organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.glossary import Term
    from slidekit.deck.wordlists import Found, Words
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Twins

CODE = "SK221"
NAME = "glossary-term"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Terms whose right translation is not there."""
    if not checked.glossary.terms:
        return
    words = checked.glossary.words
    for twins in checked.twins:
        for found in _in_english(twins, words):
            if not _said(twins, words, found):
                yield _finding(checked, twins, words.wanted[found.entry][0], found)


def _in_english(twins: Twins, words: Words) -> Iterator[Found]:
    """The terms of an English text, each once and none that is part of a name."""
    text = twins.en.bare
    found = words.in_terms["en"].find(text)
    if not found:
        return
    names = words.names(text)
    seen: set[int] = set()
    for one in found:
        named = any(start <= one.start and one.end <= end for _, start, end in names)
        if one.entry not in seen and not named:
            seen.add(one.entry)
            yield one


def _said(twins: Twins, words: Words, found: Found) -> bool:
    from slidekit.deck.inflection import is_verb
    from slidekit.deck.wordlists import has

    english = words.wanted[found.entry][0].en
    text = twins.fr.bare
    return any(has(text, french, "fr", is_verb(english, french)) for french in words.french(found.entry))


def _finding(checked: Checked, twins: Twins, term: Term, found: Found) -> Diagnostic:
    said = twins.en.source[found.start : found.end]
    message = tell(
        "the glossary has “{french}” for “{english}”, and this French has another word", french=term.fr, english=said
    )
    hint = tell("write “{french}” in a form that fits", french=term.fr)
    if term.file:
        hint = tell(
            "write “{french}” in a form that fits; the term is in {file}, line {line}",
            french=term.fr,
            file=term.file,
            line=term.span.line,
        )
    text = twins.fr.text
    return Diagnostic(CODE, message, text.span, hint, SEVERITY, lang="fr", slide=twins.told.slide)
