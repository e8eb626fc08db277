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

    for found in _found(twins.en, words):
        term = words.wanted[found.entry][0]
        if not any(has(twins.fr.bare, one, "fr", is_verb(term.en, one)) for one in words.french(found.entry)):
            said = twins.en.source[found.start : found.end]
            message = tell(
                "the glossary has “{french}” for “{english}”, and this French lacks it", french=term.fr, english=said
            )
            yield _finding(twins, twins.fr, message, term, term.fr)


def _into_english(twins: Twins, words: Words) -> Iterator[Diagnostic]:
    """Where the French was written first: a French word may be right for several English ones."""
    from slidekit.deck.inflection import is_verb
    from slidekit.deck.wordlists import has

    places: dict[tuple[int, int], list[Term]] = {}
    for found in _found(twins.fr, words):
        places.setdefault(found[1:], []).extend(words.wanted[found.entry])
    for (start, end), terms in places.items():
        if not any(has(twins.en.bare, term.en, "en", is_verb(term.en, term.fr)) for term in terms):
            term = terms[0]
            said = twins.fr.source[start:end]
            message = tell(
                "the glossary has “{english}” for “{french}”, and this English lacks it", french=said, english=term.en
            )
            yield _finding(twins, twins.en, message, term, term.en)


def _found(side: Prose, words: Words) -> Iterator[Found]:
    """The terms of a text, each once and none that is part of a name."""
    found = words.in_terms[side.lang].find(side.bare)
    if not found:
        return
    names = words.names(side.bare)
    seen: set[int] = set()
    for one in found:
        named = any(start <= one.start and one.end <= end for _, start, end in names)
        if one.entry not in seen and not named:
            seen.add(one.entry)
            yield one


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
