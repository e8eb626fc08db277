"""The five editions as shows."""

from __future__ import annotations

from collections.abc import Set

from msgspec.structs import replace
from saying import HERE, bullets, deck, pair, said

from slidekit.deck.model import Deck, Slide
from slidekit.show.editions import compose, with_notes
from slidekit.show.localise import localise
from slidekit.show.pages import Edition, Show

PARTS = deck(
    Slide(HERE, None, (), section=pair("Hardware", "Matériel")),
    Slide(HERE, pair("One", "Un"), (bullets(pair("a", "b")),), notes=pair("say", "dire")),
    Slide(HERE, pair("For us", None), (), only="en", notes=pair("psst", None)),
    Slide(HERE, pair(None, "Pour nous"), (), only="fr"),
    Slide(HERE, pair("End", "Fin"), (), id="end"),
)


def show(
    edition: Edition, one: Deck = PARTS, *, french_first: bool = False, apart: Set[int | None] = frozenset()
) -> Show:
    """An edition of a deck."""
    en, fr = localise(one, "en"), localise(one, "fr")
    return compose(fr, en, edition, apart) if french_first else compose(en, fr, edition, apart)


def titles(made: Show) -> list[tuple[int, str, str | None, int | None]]:
    """Number, title, twin's title and twin's number of each page."""
    return [
        (page.number, page.title.plain, said(page.twin.title if page.twin else None), page.twin_number)
        for page in made.pages
    ]


def test_one_language() -> None:
    """An edition in one language is that language's show, whichever comes first."""
    assert localise(PARTS, "fr") == show("fr")
    assert localise(PARTS, "en") == show("en", french_first=True)


def test_side_by_side() -> None:
    """Every slide is said in both languages at once, but those meant for one."""
    made = show("side-by-side")

    assert [
        (1, "Talk", "Exposé", None),
        (2, "Hardware", "Matériel", None),
        (3, "One", "Un", None),
        (4, "For us", None, None),
        (5, "Pour nous", None, None),
        (6, "End", "Fin", None),
    ] == titles(made)
    assert ("side-by-side", "Talk", "Exposé") == (made.edition, made.title.plain, made.twin and made.twin.title.plain)
    assert ("en-CA", "fr-CA") == made.locales


def test_twins_have_the_number_drawn() -> None:
    """The twin of a page has the page's own number and key, however many pages its own show leaves out."""
    last = show("side-by-side").pages[-1]

    assert last.twin is not None
    assert (last.number, last.key) == (last.twin.number, last.twin.key)


def test_french_first() -> None:
    """French comes first where `languages:` says so."""
    made = show("stacked", french_first=True)

    assert ("fr-CA", "Exposé", "Talk") == (made.locale, made.title.plain, made.twin and made.twin.title.plain)
    assert (3, "Un", "One", None) == titles(made)[2]


def test_notes_of_both() -> None:
    """A slide in both languages has both languages' notes."""
    page = show("side-by-side").pages[2]

    assert (["say"], ["dire"]) == ([line.plain for line in page.notes], [line.plain for line in page.other_notes])


def test_apart() -> None:
    """A slide too full for both languages comes once in each, with both languages' notes."""
    made = show("stacked", apart={2})

    assert [(3, "One", None, 4), (4, "Un", None, 3)] == titles(made)[2:4]
    assert ["dire"] == [line.plain for line in made.pages[2].other_notes]
    assert ["say"] == [line.plain for line in made.pages[3].other_notes]


def test_cover_apart() -> None:
    """The cover, which has no number in `slides:`, can come once in each language too."""
    assert [(1, "Talk", None, 2), (2, "Exposé", None, 1)] == titles(show("stacked", apart={None}))[:2]


def test_alternating() -> None:
    """Each slide in the first language, then in the second; each knows the number of the other."""
    assert [
        (1, "Talk", None, 2),
        (2, "Exposé", None, 1),
        (3, "Hardware", None, 4),
        (4, "Matériel", None, 3),
        (5, "One", None, 6),
        (6, "Un", None, 5),
        (7, "For us", None, None),
        (8, "Pour nous", None, None),
        (9, "End", None, 10),
        (10, "Fin", None, 9),
    ] == titles(show("alternating"))


def test_alternating_sections() -> None:
    """A section begins once, on its slide in the first language, which knows its name in the other."""
    made = show("alternating")

    assert [3] == [page.number for page in made.pages if page.starts_section]
    assert ("Hardware", "Matériel") == (said(made.pages[2].section), said(made.pages[2].twin_section))
    assert ("Matériel", "Hardware") == (said(made.pages[3].section), said(made.pages[3].twin_section))


def test_section_named_alike() -> None:
    """A section that is called the same in both languages has one name."""
    made = show("alternating", deck(Slide(HERE, None, (), section=pair("Fatigue", "Fatigue"))))

    assert {None} == {page.twin_section for page in made.pages}


def test_keys() -> None:
    """Pages of both languages have keys of their own, even where an author's id looks like one of ours."""
    ids = deck(Slide(HERE, pair("a", "b"), id="x"), Slide(HERE, pair("c", "d"), id="x-fr"))
    keys = [page.key for page in show("alternating", ids).pages]

    assert len(keys) == len(set(keys))
    assert ["x", "x-fr-", "x-fr", "x-fr-fr"] == keys[2:]


def test_own_notes() -> None:
    """A deck in one language has that language's notes unless others are asked for."""
    made = localise(PARTS, "en")

    assert made == with_notes(made, localise(PARTS, "fr"), "own")


def test_both_notes() -> None:
    """Both languages' notes under the slides of one; a slide meant for one language has its own."""
    made = with_notes(localise(PARTS, "en"), localise(PARTS, "fr"), "both")

    assert [("say", "dire"), ("psst", None)] == [
        (page.notes[0].plain, page.other_notes[0].plain if page.other_notes else None) for page in made.pages[2:4]
    ]


def test_notes_of_the_other() -> None:
    """French notes under English slides, for who thinks in French."""
    made = with_notes(localise(PARTS, "en"), localise(PARTS, "fr"), "fr")

    assert [["dire"], [], []] == [[line.plain for line in page.notes] for page in made.pages[2:5]]
    assert {()} == {page.other_notes for page in made.pages}


def test_alternating_notes() -> None:
    """An alternating deck has both languages' notes on both slides, or one language's on both."""
    other = localise(PARTS, "fr")
    both = with_notes(show("alternating"), other, "both").pages[4:6]
    french = with_notes(show("alternating"), other, "fr").pages[4:6]

    assert [("say", "dire"), ("dire", "say")] == [(page.notes[0].plain, page.other_notes[0].plain) for page in both]
    assert [["dire"], ["dire"]] == [[line.plain for line in page.notes] for page in french]


def test_a_cover_in_one_language_only() -> None:
    """Where only one language writes its own cover, the other keeps the one made of the deck's title."""
    own = deck(Slide(HERE, pair(None, "À nous"), layout="title", only="fr"), Slide(HERE, pair("a", "b")))

    assert [(1, "Talk", None, None), (2, "À nous", None, None), (3, "a", "b", None)] == titles(show("stacked", own))


def test_first_language_leads() -> None:
    """A show in both languages is otherwise the first language's."""
    assert replace(show("alternating"), pages=(), edition="en", twin=None) == replace(localise(PARTS, "en"), pages=())
