"""Everything that the rules say can be said in French: no finding has words that the catalog does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from decks_on_disk import check
from test_pairs import ROWS, deck_of

from slidekit import build
from slidekit.locales import catalog, said
from slidekit.rules import pages
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.wording import Listing, Words

FRENCH = catalog("fr")
ENGLISH = re.compile(
    r"\b(?:the|of|is|are|not|with|without|this|that|has|have|where|which|there|no|add|write|take|put|give|save)\b"
)
"""Words that English sentences are made of, and French ones are not."""
FAULTS = [(page.code, text) for page in pages.pages() for text in page.bad]


def unsaid(words: str | None, deck: str) -> Iterator[str]:
    """The parts of a sentence that stay English in French, unless the author typed them."""
    match words:
        case Words():
            known = FRENCH.ngettext(words.template, words.plural, words.number) if words.plural else ""
            if words.template == (known or FRENCH.gettext(words.template)) and ENGLISH.search(words.template):
                yield words.template
            for part in words.parts.values():
                yield from unsaid(part, deck) if isinstance(part, str) else ()
        case Listing():
            for item in (*words.items, words.separator):
                yield from unsaid(item, deck)
        case str() if ENGLISH.search(words) and " ".join(words.split()).strip("`\"'") not in deck:
            yield words


def left(found: Diagnostic, deck: str) -> list[str]:
    """What of a finding stays English; all of it, where it was not made by `tell`."""
    typed = " ".join(deck.split())
    plain = [one for one in (found.message, found.hint) if one and not isinstance(one, Words)]
    told = [*unsaid(found.message, typed), *unsaid(found.hint, typed)]
    return [*told, *[one for one in plain if re.search(r"[a-z]{3,} [a-z]{2,}", one) and one not in told]]


@pytest.mark.parametrize(("code", "example"), FAULTS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FAULTS)])
def test_what_a_bad_example_is_told_is_french(code: str, example: str, tmp_path: Path) -> None:
    """Each fault that a page shows is told in French, with its remedy."""
    data = pages.deck_of(example)
    found = check(data, tmp_path, build.EDITIONS)

    english = {one.code: left(one, data.decode("utf-8", "replace")) for one in found}

    assert {code: []} == english


def test_what_the_pairs_are_told_is_french(tmp_path: Path) -> None:
    """So is everything that is found in the labelled pairs that are wrong."""
    english: set[str] = set()
    wrong: list[Any] = [row.values[0] for row in ROWS]
    for number, row in enumerate(row for row in wrong if row["code"]):
        text = deck_of(row)
        deck = tmp_path / f"{number}.yaml"
        deck.write_text(text, encoding="utf-8")
        english.update(word for one in build.check([deck]).diagnostics for word in left(one, text))

    assert set() == english


def test_words_that_are_not_in_the_catalog_are_found() -> None:
    """The test itself finds a sentence without a translation, and one that was glued together."""
    glued = Diagnostic("SK999", "no words for this", hint="take it out")

    assert ["no words for this", "take it out"] == left(glued, "")
    assert "no words for this" == said(glued.message)
