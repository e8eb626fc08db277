"""What comes one after another, how slides come in, and what a QR code is called."""

from __future__ import annotations

from saying import HERE, both, bullets, deck, pair, plain

from slidekit.deck.model import Bullets, Column, Columns, Item, Qr, Slide
from slidekit.show.localise import localise
from slidekit.show.pages import Image, Page


def pages(*slides: Slide, lang: str = "en", transition: str | None = None) -> tuple[Page, ...]:
    """The pages of a talk, cover first."""
    return localise(deck(*slides, transition=transition), "fr" if lang == "fr" else "en").pages


def test_every_point_of_a_slide_is_built_with_what_is_under_it() -> None:
    """Points of all lists, in columns too; those under them have no click of their own."""
    lists = bullets(Item(both("a"), (Item(both("b")),)), both("c")), bullets(both("d"))
    columns = Columns(tuple([Column((one,)) for one in lists]))

    (_, page) = pages(Slide(HERE, both("A"), (columns, bullets(both("e"))), build=True))

    assert (
        "slides.1.columns.1.bullets.1",
        "slides.1.columns.1.bullets.2",
        "slides.1.columns.2.bullets.1",
        "slides.1.bullets.1",
    ) == page.built


def test_one_list_may_be_built_alone() -> None:
    """The lists beside it stand there from the start; both languages agree on the points."""
    one = Slide(HERE, both("A"), (bullets(both("a")), Bullets((Item(pair("b", "c")),), build=True)))

    assert [("slides.1.body.2.bullets.1",)] * 2 == [pages(one, lang=lang)[1].built for lang in ("en", "fr")]


def test_nothing_is_built_unasked() -> None:
    """An ordinary slide has no clicks."""
    assert () == pages(Slide(HERE, both("A"), (bullets(both("a")),)))[1].built


def test_a_transition_is_the_slides_own_or_the_decks() -> None:
    """`none` on a slide keeps it still; the cover comes in as all slides do."""
    slides = (
        Slide(HERE, both("A")),
        Slide(HERE, both("B"), transition="none"),
        Slide(HERE, both("C"), transition="push"),
    )

    assert ["fade", "fade", "", "push"] == [page.transition for page in pages(*slides, transition="fade")]
    assert ["", "", "", "push"] == [page.transition for page in pages(*slides)]
    assert [""] == [page.transition for page in pages(transition="none")]


def code(link: Qr, lang: str) -> Image:
    """A QR code as it is said."""
    (image,) = pages(Slide(HERE, both("A"), (link,)), lang=lang)[1].blocks
    assert isinstance(image, Image)
    return image


def test_a_code_is_called_by_its_address() -> None:
    """In each language's own words, as people write addresses on paper; unless the author has words for it."""
    link = Qr(pair("https://www.e.org/talk/", "https://e.org/conf"))

    assert ("QR code: e.org/talk", "Code QR\u00a0: e.org/conf") == (code(link, "en").alt, code(link, "fr").alt)
    assert "The slides" == code(Qr(plain("https://e.org"), both("The slides")), "en").alt


def test_a_code_leads_to_the_web_alone() -> None:
    """Other addresses are no code."""
    links = ["https://e.org/é", "HTTP://e.org", "mailto:a@e.org", "e.org", "javascript:alert(1)", "file:///etc/passwd"]

    assert ["https://e.org/%C3%A9", "HTTP://e.org", "", "", "", ""] == [code(Qr(plain(one)), "en").qr for one in links]
