"""An English text has a term of the glossary, and its French has another word for it.

An organisation settles on one French word for each of its own (*public servant* is *fonctionnaire*), so that the
same thing is called the same in every deck. The glossary stands in the deck or in a file that it names, or for all
decks of a project in `slidekit.toml`: YAML, CSV with the columns `en` and `fr`, or TBX.

Plural, feminine, elision and contraction are the same word (*la directrice* for *directeur*, *aux travaux* for
*travail*), and so are the forms of English. The longest term counts: where *public service* stands, *service* is not
asked for. Where a term has several right translations, any of them will do: `fr: [courriel, courrier électronique]`.
Code, addresses and names that are never translated are not looked into. In a deck whose `languages:` name French
first, the English is held to the French in the same way.

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

Source: ISO 12616-1:2021, *Terminology work in support of multilingual communication*; TERMIUM Plus, the Government of
Canada's terminology data bank, where each record says which term to use.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.glossary import Term
    from slidekit.deck.wordlists import Words
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose, Twins
    from slidekit.source.wording import Words as Told

CODE = "SK221"
NAME = "glossary-term"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Terms whose right translation is not there."""
    if not checked.glossary.terms:
        return
    words = checked.glossary.words
    french_first = checked.deck.languages[0].startswith("fr")
    for twins in checked.twins:
        yield from _into_french(twins, words)
        if french_first:
            yield from _into_english(twins, words)


def _into_french(twins: Twins, words: Words) -> Iterator[Diagnostic]:
    from slidekit.deck.inflection import is_verb
    from slidekit.deck.wordlists import has

    text = twins.fr.bare
    for start, end, terms in _found(twins.en, words):
        if any(has(text, one, "fr", is_verb(term.en, one)) for term in terms for one in words.french(term)):
            continue
        said = twins.en.source[start:end]
        message = tell(
            "the glossary has “{french}” for “{english}”, and this French lacks it", french=terms[0].fr, english=said
        )
        yield _finding(twins, twins.fr, message, terms[0], terms[0].fr)


def _into_english(twins: Twins, words: Words) -> Iterator[Diagnostic]:
    """Where the French was written first: a French word may be right for several English ones."""
    from slidekit.deck.inflection import is_verb
    from slidekit.deck.wordlists import forms, has

    text = twins.en.bare
    for start, end, terms in _found(twins.fr, words):
        if any(has(text, one, "en", is_verb(one, term.fr)) for term in terms for one in forms(term.en)):
            continue
        said = twins.fr.source[start:end]
        message = tell(
            "the glossary has “{english}” for “{french}”, and this English lacks it", french=said, english=terms[0].en
        )
        yield _finding(twins, twins.en, message, terms[0], terms[0].en)


def _found(side: Prose, words: Words) -> Iterator[tuple[int, int, list[Term]]]:
    """Where a text has terms, each once; none that is part of a name or of a compound, which may be said otherwise."""
    from slidekit.deck.wordlists import HYPHENS, covered

    text = side.bare
    found = words.in_terms(side.lang).find(text)
    if not found:
        return
    names = [(start, end) for _, start, end in words.names(text)]
    exactly = {*names}
    seen: set[int] = set()
    for (start, end), group in groupby(found, lambda one: (one.start, one.end)):
        entries = [one.entry for one in group]
        named = covered(names, start, end) or (start, end) in exactly
        compound = text[start - 1 : start] in HYPHENS or text[end : end + 1] in HYPHENS
        if not named and not compound and seen.isdisjoint(entries):
            seen.update(entries)
            yield start, end, [words.wanted[entry] for entry in entries]


def _finding(twins: Twins, side: Prose, message: Told, term: Term, wanted: str) -> Diagnostic:
    hint = tell("write “{term}” in a form that fits", term=wanted)
    if term.file:
        hint = tell(
            "write “{term}” in a form that fits; the term is in {file}, line {line}",
            term=wanted,
            file=term.file,
            line=term.span.line,
        )
    return Diagnostic(CODE, message, side.text.span, hint, SEVERITY, lang=side.lang, slide=twins.told.slide)
