"""Texts typed without quotes come back as meant, quoted ones letter for letter, and nothing raises."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from slidekit.deck.reading import read_deck
from slidekit.deck.text import Pair
from slidekit.source import guards

HEAD = "slidekit: 1\ntitle: {en: a, fr: b}\nslides:\n"


def words(pair: Pair | None) -> tuple[str | None, ...]:
    """The sources of (en, fr, both, plain)."""
    assert pair is not None
    return tuple([None if each is None else each.source for each in (pair.en, pair.fr, pair.both, pair.plain)])


TYPED = r"""
Bonjour|La loi de Moore : une promesse|Attention :|Note: ceci|Ticket #12|#1 des ventes|C# et F#|*gras* et fin|*gras*
**gras**|_souligné_|&co|& co|R&D|!important|! voilà|!|%|100 %|% de tout|@toutes|`code` d'abord|"Bonjour" dit-il
'tis the season|'90s|l'été|« Bonjour »|[Entrée] pour valider|[Entrée]|{x} et y|{nom}|- un tiret|-|? quoi|?
> citation|>>> print("x")|, virgule|] crochet|}|No|Oui|yes|null|~5 %|1:30|1.10|2026-03-10|0x1F|1_000|<<|=|---|...
https://exemple.ca/a#b|C:\Users|a\nb|Prix : 5 $ # promo|Il dit : « oui »|"a" : "b"|'a' et "b"|(voir : p. 3)|→ flèche
: deux-points|:) sourire|-5|--option|key:value|a: b: c|${var} : x|[a] : [b]|{a: b}|[x|{x|"x|fin "|fin:|fin :
- [ ] à faire|- x : y|-- x|* puce|&amp; x|*|&|1. Premier|é : è # ê|## titre
"""


@pytest.mark.parametrize("typed", TYPED.strip().replace("\n", "|").split("|"))
@pytest.mark.parametrize("other", ["    en: x\n    fr: {}\n", "    fr: {}\n    en: x\n"])
def test_ordinary_strings_without_quotes_come_back_as_meant(typed: str, other: str) -> None:
    """Where YAML would misread one, it is read as typed all the same, and reported at its own line."""
    source = HEAD + "- title:\n" + other.replace("{}", typed)
    deck, problems = read_deck(source.encode())

    assert deck is not None
    title = deck.slides[0].title
    assert ("x", typed) == words(title)[:2]
    assert {5 + other.index("fr") // 10} >= {problem.span.line for problem in problems}
    try:
        plain = yaml.load(source, Loader=yaml.BaseLoader)["slides"][0]["title"]["fr"]
    except yaml.YAMLError:
        plain = None
    assert (plain == typed) == (not problems)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(lambda text: not guards._faults(text))


@given(TEXTS, TEXTS)
def test_texts_that_a_dumper_quoted_come_back(english: str, french: str) -> None:
    """Letter for letter, in both languages."""
    dumped = yaml.safe_dump({"slidekit": 1, "title": {"en": english, "fr": french}, "slides": []}, allow_unicode=True)
    deck, problems = read_deck(dumped.encode())

    assert [] == problems
    assert deck is not None
    assert (english, french) == words(deck.title)[:2]


PIECES = st.sampled_from(
    ["slidekit: 1\n", "title:", "slides:\n", "- ", "  ", "\n", "en: ", "fr: ", "both: ", "a", "bullets:", "table:",
     "{", "}", "[", "]", ", ", " # ", " : ", "*", "&x ", "!y ", '"', "'", "|\n", ">\n", "\t", "é", "~", "rows:",
     "number: ", "body:", "columns:", "chart:", "alt:", "time: 1m", "\\", "\x07", "\u202e", "---\n", "? ", "- - "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_deck_raises(source: str) -> None:
    """Whatever an author types, there are problems at most."""
    for problem in read_deck(source.encode())[1]:
        assert problem.span.line >= 1
        assert problem.span.column >= 1
