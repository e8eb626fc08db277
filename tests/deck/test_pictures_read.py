"""How pictures are cut, QR codes, points one after another and transitions, as authors write them."""

from __future__ import annotations

import pytest
from test_reading import found_in_slide, read, slide

from slidekit.deck import model

PICTURE = "image: a.png\nalt: {en: A, fr: B}\nfocus: "


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("top left", (0.0, 0.0)),
        ("left top", (0.0, 0.0)),
        ("right", (1.0, 0.5)),
        ("bottom", (0.5, 1.0)),
        ("center", (0.5, 0.5)),
        ("centre right", (1.0, 0.5)),
        ("Bottom-Right", (1.0, 1.0)),
        ("[30%, 50%]", (0.3, 0.5)),
        ("30% 50%", (0.3, 0.5)),
        ("30%, 50%", (0.3, 0.5)),
        ("[12.5 %, 100%]", (0.125, 1.0)),
        ("[top, left]", (0.0, 0.0)),
    ],
)
def test_a_focus_is_a_corner_a_side_or_shares(typed: str, point: tuple[float, float]) -> None:
    """However people say it, it is a point of the picture."""
    (image,) = slide(PICTURE + typed).blocks

    assert isinstance(image, model.Image)
    assert point == image.focus


@pytest.mark.parametrize(
    "typed",
    ["up", "top bottom", "left left", "30%", "[30%]", "[30%, 130%]", "[30, 50]", "[0.3, 0.5]", "30% left", "[]"],
)
def test_what_is_no_place_is_told(typed: str) -> None:
    """Anything else is reported where it stands, with what to write."""
    assert [(3, 8, "SK016")] == found_in_slide(PICTURE + typed)


def test_a_code_may_lead_elsewhere_in_french() -> None:
    """`qr` takes an address, or one a language, with the words that pictures have."""
    (code,) = slide("qr: {en: https://e.org/a, fr: https://e.org/b}\ncaption: {en: A, fr: B}\nalt: {both: C}").blocks

    assert isinstance(code, model.Qr)
    assert code.link.en is not None
    assert code.link.fr is not None
    assert ("https://e.org/a", "https://e.org/b") == (code.link.en.source, code.link.fr.source)
    assert code.alt is not None


def test_build_is_for_a_slide_or_for_one_list() -> None:
    """Beside a slide's lists it is for all of them; inside `body:` and columns for the list it stands with."""
    whole = slide("build: true\nbullets: [{both: a}]\nnumbered: [{both: b}]")
    body = slide("body:\n  - {build: true, bullets: [{both: a}]}\n  - bullets: [{both: b}]")

    assert whole.build
    assert [True, False] == [block.build for block in body.blocks if isinstance(block, model.Bullets)]
    assert not body.build


def test_a_transition_is_one_of_few() -> None:
    """Names that PowerPoint and Marp both know; a word beside them is told."""
    deck = read("slidekit: 1\ntitle: {both: a}\ntransition: fade\nslides:\n- {title: {both: b}, transition: none}\n")

    assert ("fade", "none") == (deck.transition, deck.slides[0].transition)
    assert [(2, 13, "SK015")] == found_in_slide("title: {both: a}\ntransition: fad")
