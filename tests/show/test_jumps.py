"""Links to slides: where each leads in an output, and what notes on paper say of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from slidekit.deck.reading import read_deck
from slidekit.scene.signposts import beside_twin, read_on
from slidekit.scene.theming import load_theme
from slidekit.show.editions import compose, with_notes
from slidekit.show.inline import runs
from slidekit.show.jumps import numbered, place_of, places, settled
from slidekit.show.localise import localise
from slidekit.show.pages import Edition, Page, Show

DECK = """\
slidekit: 1
title: {en: Our budget, fr: Notre budget}
slides:
  - title: {en: "In short: [costs](#costs)", fr: "En bref : [coûts](#costs)"}
    notes: {en: "See [the *costs*](#costs) and [no one](#nobody).", fr: "Voir [les *coûts*](#costs) et [nul](#nobody)."}
    link: "#costs"
  - {id: ours, only: fr, title: {fr: Un mot}, text: {fr: "[Fin](#end)"}}
  - {id: costs, title: {en: The costs, fr: Les coûts}}
  - {id: end, title: {en: The end, fr: La fin}, text: {en: "[Theirs](#ours)", fr: "[À nous](#ours)"}}
"""


def show_of(edition: Edition, text: str = DECK) -> Show:
    """The talk in an edition."""
    deck, _ = read_deck(text.encode())
    assert deck is not None
    return compose(localise(deck, "en"), localise(deck, "fr"), edition)


def known(show: Show) -> dict[tuple[str, str], int]:
    """Where each id leads, by the numbers on the slides."""
    return dict(places((page, page.number) for page in show.pages))


def links(page: Page) -> list[str | None]:
    """The links of a page's title and blocks, of both languages."""
    sides = [page] if page.twin is None else [page, page.twin]
    return [
        run.link
        for side in sides
        for line in (side.title, *[line for block in side.blocks for line in getattr(block, "lines", ())])
        for run in line.runs
        if run.link
    ]


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("[x](#costs)", "#costs"),
        ("[x](<#coûts-2.1>)", "#coûts-2.1"),
        ("[x](#3)", None),
        ("[x](#)", None),
        ("[x](#a b)", None),
        ("`[x](#costs)`", None),
        (r"\[x](#costs)", None),
        ("#costs", None),
    ],
)
def test_an_id_is_a_link(typed: str, link: str | None) -> None:
    """`#` and a name that an `id:` may have; anything else stays plain words."""
    assert [link] if link else [] == [run.link for run in runs(typed, "en") if run.link]


@pytest.mark.parametrize(
    ("edition", "first", "last"),
    [
        ("en", ["#3"], []),
        ("fr", ["#4"], ["#3"]),
        ("side-by-side", ["#4", "#4"], ["#3", "#3"]),
        ("alternating", ["#6"], ["#5"]),
    ],
)
def test_words_lead_to_the_slide_in_their_language(edition: Edition, first: list[str], last: list[str]) -> None:
    """In every edition; where only the other language has the slide, to that one; where none has it, nowhere."""
    show = show_of(edition)
    pages = [settled(page, known(show), page.locale) for page in show.pages]

    begins = next(page for page in pages if page.slide == 1)
    ends = next(page for page in pages if page.slide == 4)

    assert (first, last) == (links(begins), links(ends))


def test_the_second_language_leads_to_its_own_slide() -> None:
    """Slide by slide in turn, the French leads to the French slide."""
    show = show_of("alternating")
    french = next(page for page in show.pages if page.slide == 1 and page.locale.startswith("fr"))

    page = settled(french, known(show), french.locale)

    assert ["#7"] == links(page)
    assert (7, "fr-CA") == (show.pages[6].number, show.pages[6].locale)


def test_what_has_no_link_is_the_very_same() -> None:
    """Nothing is made anew that leads nowhere else."""
    show = show_of("side-by-side")
    page = next(page for page in show.pages if page.slide == 3)

    assert page is settled(page, known(show), page.locale)
    assert (False, True) == (page.jumps, show.pages[1].jumps)


def test_the_foot_names_the_slide_that_it_leads_to() -> None:
    """`link: "#costs"` is called by that slide's title, in each language."""
    assert ["The costs", "Les coûts"] == [show_of(lang).pages[1].leads for lang in ("en", "fr")]


def test_notes_say_the_number() -> None:
    """Once after all the words of a link, with a no-break space; a slide that is not there has none."""
    show = show_of("fr")

    page = numbered(show.pages[1], known(show))

    assert "Voir les coûts (diapositive\u00a04) et nul." == page.notes[0].plain
    assert show.pages[2] is numbered(show.pages[2], known(show))


@pytest.mark.parametrize(
    ("link", "place"), [("#12", 12), ("#costs", None), ("https://example.org/#12", None), (None, None)]
)
def test_a_settled_link_has_a_place(link: str | None, place: int | None) -> None:
    """Only `#` and a number: an id begins with a letter."""
    assert place == place_of(link)


def test_the_first_of_twin_ids_counts() -> None:
    """Two slides with one id are an error of the deck; a draft leads to the first."""
    show = show_of("en", DECK.replace("id: end", "id: costs"))

    assert 3 == known(show)["costs", "en-CA"]


def test_a_link_in_french_alone_leads_on_beside_english() -> None:
    """A page of both languages may lead on as soon as one of them does; so may one with notes of the other."""
    text = DECK.replace("[costs](#costs)", "costs").replace("[the *costs*](#costs)", "costs")
    text = text.replace(' and [no one](#nobody).", fr', '.", fr').replace('    link: "#costs"\n', "")
    english, french = show_of("en", text), show_of("fr", text)

    spoken = numbered(with_notes(english, french, "fr").pages[1], known(french))

    assert not english.pages[1].jumps
    assert show_of("side-by-side", text).pages[1].jumps
    assert "Voir les coûts (diapositive\u00a04) et nul." == spoken.notes[0].plain


def test_a_title_that_a_slide_leads_to_is_cut_however_narrow_the_foot(root: Path) -> None:
    """Beside the other language's name, in a template whose date has a small place, hardly a sign is left of it."""
    theme, _ = load_theme("boreal", root)
    assert theme is not None
    foot = read_on(theme, show_of("en").pages[1])
    assert foot is not None

    narrow = beside_twin(theme, replace(foot, box=foot.box._replace(w=20.0)))

    assert ["The costs", "…"] == [one.paragraphs[0].runs[0].text for one in (foot, narrow)]
