"""Marp: pictures cut to fill their room, drawings, codes, points one after another and transitions."""

from __future__ import annotations

import re

import pytest
from marp_scenes import line, needs_marp, page, scene

from slidekit import tools
from slidekit.scene import codes
from slidekit.scene.boxes import Box, PictureShape
from slidekit.scene.pictures import Crop, Picture
from slidekit.show.pages import Bullets, Image, Item
from slidekit.source.span import START
from slidekit.writers import marp

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle r="9"/></svg>'


def image(**more: object) -> Image:
    """A picture as it is said."""
    return Image("a.png", "Une image", "fr-CA", None, START, "", **more)  # type: ignore[arg-type]


def shape(picture: Picture, box: Box, crop: Crop | None = None, link: str | None = None) -> PictureShape:
    """A picture as it is drawn."""
    return PictureShape("Picture", box, picture, "Une image", "fr-CA", link, crop)


def test_a_cut_picture_has_its_place_from_the_css() -> None:
    """Its room, and how what is cut off is shared; the Markdown stays plain."""
    cut = shape(Picture("/d/a.png", 1600, 900), Box(20, 42, 100, 50), Crop(0.1, 0, 0.3, 0))
    made = scene(page(4, image(cover=True)), shapes=(cut,))

    assert "\n![Une image](/d/a.png)\n" in marp.write(made)
    assert "_class: crop-4" in marp.write(made)
    assert (
        "section.crop-4 > :nth-child(1 of p:has(img)) img { width: 100.0mm; height: 50.0mm; max-width: none; "
        "object-fit: cover; object-position: 25% 50%; }"
    ) in marp.css(made)
    assert "position: absolute; left: 0; top" not in marp.css(made)


def test_a_picture_at_the_slides_edge_stands_there() -> None:
    """Out of the text's margins."""
    cut = shape(Picture("/d/a.png", 1600, 900), Box(0, 40, 338.67, 150.5), Crop(0, 0.1, 0, 0.3))

    assert (
        "section.crop-4 > :nth-child(1 of p:has(img)) "
        "{ position: absolute; left: 0; top: 40.0mm; width: 338.7mm; margin: 0; grid-column: auto; }"
    ) in marp.css(scene(page(4, image(cover=True)), shapes=(cut,)))


def test_a_code_is_a_picture_of_pixels_that_leads_on() -> None:
    """There is no file of it; markdown-it takes pixels as data wherever the Markdown is opened."""
    address = "https://example.org/talk"
    code = shape(codes.picture(address), Box(20, 42, 100, 100), link=address)

    words = marp.write(scene(page(1, image(qr=address)), shapes=(code,)))

    assert re.search(
        r"\n\[!\[w:378 Une image\]\(data:image/png;base64,[\w+/=]+\)\]\(https://example.org/talk\)\n", words
    )


def item(words: str, level: int = 0, number: int = 0) -> Item:
    """A point."""
    return Item(line(words), level, "number" if number else "bullet", number)


def test_points_come_one_after_another() -> None:
    """`*` and `1)` are Marp's signs for that; what is under a point comes with it."""
    listed = Bullets((item("a"), item("b", 1), item("c")), build=True)
    numbered = Bullets((item("d", number=1), item("e", 1), item("f", number=2)), build=True)

    words = marp.write(scene(page(1, listed, numbered)))

    assert "* a\n  - b\n* c\n" in words
    assert "1) d\n   + e\n2) f\n" in words
    assert "\n- a\n" in marp.write(scene(page(1, Bullets((item("a"),)))))


def test_a_transition_is_told_one_slide_earlier() -> None:
    """Marp moves from the slide that says so, PowerPoint to it; slides that are hidden are not counted."""
    pages = [
        page(1),
        page(2, transition="push"),
        page(3, transition="wipe", hidden=True),
        page(4),
        page(5, transition="fade"),
    ]
    one, two, four, five = marp.write(scene(*pages)).removeprefix("---").split("\n---\n")[1:]

    assert "<!-- _transition: push -->" in one
    assert "transition" not in two
    assert "<!-- _transition: fade -->" in four
    assert "transition" not in five


@pytest.mark.marp
def test_marp_shows_drawings_and_fragments() -> None:
    """A drawing is inside the page as data, each point is a fragment, and the transition is known."""
    needs_marp()
    drawing = shape(Picture("/d/d.svg", 40, 30, "svg", DRAWING), Box(20, 42, 100, 75))
    listed = Bullets((item("a"), item("b", 1), item("c")), build=True)
    made = scene(page(1, image(), listed), page(2, image(), transition="wipe"), shapes=(drawing,))

    (html,) = tools.marp(marp.write(made, marp.data_address), marp.css(made), "html")

    assert 2 == html.count(b'<img src="data:image/svg+xml;base64,')
    assert 2 == html.count(b'data-marpit-fragment="')
    assert 1 == html.count(b'data-transition="{&quot;name&quot;:&quot;wipe&quot;')


@pytest.mark.marp
def test_two_lists_that_come_point_by_point_stay_two() -> None:
    """Both have Marp's one sign for that; nothing of what keeps them apart is seen or noted."""
    needs_marp()
    lists = [Bullets((item("a"),), build=True), Bullets((item("b"),), build=True)]

    (html,) = tools.marp(marp.write(scene(page(1, *lists))), marp.css(scene(page(1))), "html")

    assert 2 == html.count(b"<ul>")
    assert b'data-marpit-fragment="2"' in html
    assert b'<div class="bespoke-marp-note"' not in html
    assert b"prettier" not in html.split(b"<script>")[0]


@pytest.mark.marp
def test_an_authors_own_drawing_as_data_is_no_link() -> None:
    """Only whole, plain data of a drawing is taken; anything else with `data:` stays words."""
    needs_marp()
    markdown = "---\nmarp: true\n---\n\n[a](data:text/html,b) ![a](data:image/svg+xml,<svg/>)\n"

    (html,) = tools.marp(markdown, "/* @theme default */", "html")

    assert b'href="data:' not in html
    assert b'src="data:image/svg' not in html
