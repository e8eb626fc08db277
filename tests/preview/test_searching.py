"""Finding a text: what is typed on any keyboard is found as it was set, and where it stands is told."""

from __future__ import annotations

import pytest

from slidekit.preview.searching import AFTER, BEFORE, LIMIT, search
from slidekit.preview.wire import Spoken, Words


def said(*texts: str, notes: tuple[str, ...] = ()) -> Words:
    """A slide that says these in French."""
    spoken = tuple(
        [
            Spoken(text, 0, 0, 1, 1, line=7 + at, column=3, end_line=7 + at, end_column=9)
            for at, text in enumerate(texts)
        ]
    )
    return Words(4, {"fr": spoken}, {"fr": notes})


@pytest.mark.parametrize(
    ("text", "typed", "match"),
    [
        ("À l’École d’été", "l'ecole", "l’École"),
        ("Le cœur de l’œuvre", "coeur", "cœur"),
        ("Le cœur de l’œuvre", "Œuvre", "œuvre"),
        ("La loi\u00a0: tenue", "loi : t", "loi\u00a0: t"),
        ("1\u202f250,50 $", "1 250", "1\u202f250"),
        ("dit “oui”", '"oui"', "“oui”"),
        ("peut\u2011être", "peut-etre", "peut\u2011être"),
        ("e\u0301te\u0301", "été", "e\u0301te\u0301"),
        ("STRASSE und Straße", "straße", "STRASSE"),
        ("de l’ﬁn", "fin", "ﬁn"),
    ],
)
def test_what_is_typed_is_found_as_it_was_set(text: str, typed: str, match: str) -> None:
    """Case, accents, ligatures, quotes, hyphens and kinds of space do not count, and what is found is told as it is."""
    (hit,) = search([said(text)], typed).hits

    assert match == hit.match
    assert text == hit.before + hit.match + hit.after
    assert (4, "fr", "slide", 7, 3) == (hit.slide, hit.lang, hit.part, hit.line, hit.column)


@pytest.mark.parametrize("typed", ["", "   ", "\u0301", "nulle part", "x" * 500])
def test_nothing_is_found(typed: str) -> None:
    """No text, a lone accent, or what is nowhere."""
    assert () == search([said("Une phrase")], typed).hits


def test_what_stands_around_is_cut() -> None:
    """A long text is told around the place alone, with dots where it goes on."""
    (hit,) = search([said("a" * 200 + "ici" + "b" * 200)], "ICI").hits

    assert ("…" + "a" * BEFORE, "ici", "b" * AFTER + "…") == (hit.before, hit.match, hit.after)


def test_more_than_anybody_reads_is_said_to_be_more() -> None:
    """So many places, and whether there are others; each text of the slides and the notes is one."""
    exactly = search([said(*["oui"] * (LIMIT - 1), notes=("Oui oui.",))], "oui")
    beyond = search([said(*["oui"] * (LIMIT + 1))], "oui")

    assert (LIMIT, False) == (len(exactly.hits), exactly.more)
    assert (LIMIT, True) == (len(beyond.hits), beyond.more)
    assert ("notes", 0) == (exactly.hits[-1].part, exactly.hits[-1].line)
