"""Slides as pictures: which are drawn again, how many are kept, and what stands in for one that cannot be drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import SMALL_DECK
from slidekit.live import Live
from slidekit.preview.drawing import Pictures, refused
from slidekit.preview.slides import Seen, seen
from slidekit.scene.theming import themes_folder


def shown(text: str, pictures: Pictures, folder: Path) -> Seen:
    """The slides of a deck."""
    layouts = Live(folder / "talk.yaml").draft(text.encode()).layouts
    assert layouts is not None
    return seen(layouts, pictures)


def keys(found: Seen) -> list[dict[str, str]]:
    """The keys of all pictures."""
    return [slide.pictures for slide in found.told]


def test_only_what_looks_otherwise_gets_another_key(tmp_path: Path) -> None:
    """A word in one French bullet changes the French picture of its slide, and no other."""
    pictures = Pictures()
    before = keys(shown(SMALL_DECK, pictures, tmp_path))
    after = keys(shown(SMALL_DECK.replace("Tous les deux ans", "Tous les trois ans"), pictures, tmp_path))

    different = [
        (number, lang)
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1)
        for lang in old
        if old[lang] != new[lang]
    ]
    assert [(2, "fr")] == different


def test_a_slide_that_moved_down_looks_the_same(tmp_path: Path) -> None:
    """Comments and notes change lines, not pictures; undoing a change brings the old key back."""
    pictures = Pictures()
    before = keys(shown(SMALL_DECK, pictures, tmp_path))
    moved = SMALL_DECK.replace("slides:\n", "# a comment\n# and another\nslides:\n").replace(
        "Draw the curve", "Draw it"
    )
    shown(SMALL_DECK.replace("Waiting", "To wait"), pictures, tmp_path)

    assert before == keys(shown(moved, pictures, tmp_path))


def test_themes_and_modes_have_pictures_of_their_own(tmp_path: Path) -> None:
    """The same words in another theme, or in its dark form, are other pictures."""
    pictures = Pictures()
    looks = [SMALL_DECK, SMALL_DECK + "theme: erable\n", SMALL_DECK + "mode: dark\n"]
    found = [keys(shown(text, pictures, tmp_path))[1]["en"] for text in looks]
    drawn = [pictures.draw(key) for key in found]

    assert 3 == len(set(found)) == len(set(drawn))


@pytest.mark.parametrize(
    ("value", "other"),
    [("paper: FFFFFF", "paper: FFF8E0"), ("night: 10233F", "night: 33103F"), ("footer: 11", "footer: 9")],
)
def test_a_theme_file_that_changed_has_other_pictures(tmp_path: Path, value: str, other: str) -> None:
    """A ground or a footer's size in the author's own theme is in no shape of a slide, and yet in its picture."""
    own, text = tmp_path / "own.yaml", SMALL_DECK + "theme: own.yaml\n"
    own.write_text((themes_folder() / "boreal.yaml").read_text("utf-8"), "utf-8")
    pictures = Pictures()
    shown(text, pictures, tmp_path)
    own.write_text(own.read_text("utf-8").replace(value, other, 1), "utf-8")

    assert keys(shown(text, Pictures(), tmp_path)) == keys(shown(text, pictures, tmp_path))


def test_a_picture_is_svg_without_fonts_or_scripts(tmp_path: Path) -> None:
    """Words are outlines: the picture needs no font, asks for nothing and runs nothing; a hidden slide has one too."""
    pictures = Pictures()
    text = SMALL_DECK.replace("  - title: {en: A listing", "  - hidden: true\n    title: {en: A listing")
    found = shown(text, pictures, tmp_path)
    drawn = [pictures.draw(slide.pictures["fr"]) for slide in found.told]

    names = set()
    for one in drawn:
        assert one is not None
        root = ElementTree.fromstring(one)
        names |= {element.tag.rpartition("}")[2] for element in root.iter()}
        links = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]
        assert [] == [link for link in links if not link.startswith(("#", "data:image/"))]
    assert [False, False, False, True] == [slide.hidden for slide in found.told]
    assert not names & {"script", "foreignObject", "text", "style", "iframe"}


def test_formulas_and_pictures_are_drawn(tmp_path: Path) -> None:
    """A formula, an emoji and a picture of the deck's folder are in the picture, which changes with the file."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="{}"/></svg>'
    )
    text = SMALL_DECK + (
        "  - title: {en: More, fr: Plus}\n    image: a.svg\n    alt: {en: Red, fr: Rouge}\n"
        '  - title: {en: "$e^{i\\\\pi}$ 🎉", fr: "$e^{i\\\\pi}$ 🎉"}\n    math: \'\\sum_{n=1}^\\infty n^{-2}\'\n'
    )
    pictures = Pictures()
    found = []
    for color in ("#ff0000", "#00ff00"):
        (tmp_path / "a.svg").write_text(svg.format(color), encoding="utf-8")
        found.append(keys(shown(text, pictures, tmp_path)))

    assert found[0][4] != found[1][4]
    assert found[0][5] == found[1][5]
    assert all(len(pictures.draw(one["en"]) or b"") > 2000 for one in found[1][4:])
    assert b"cannot be drawn" not in (pictures.draw(found[1][5]["en"]) or b"")


def test_memory_is_bounded(tmp_path: Path) -> None:
    """Pictures beyond the room there is are let go, the oldest first, and drawn again when they are asked for."""
    pictures = Pictures(most_bytes=150_000)
    wanted = [key for one in keys(shown(SMALL_DECK, pictures, tmp_path)) for key in one.values()]
    drawn = {key: pictures.draw(key) for key in wanted}
    kept = [key for key in wanted if pictures.known(key) is not None]

    assert 0 < len(kept) < len(wanted)
    assert sum(len(drawn[key] or b"") for key in kept) <= 150_000
    assert drawn == {key: pictures.draw(key) for key in wanted}
    assert pictures.draw("0" * 32) is None


def test_looks_are_bounded_too(tmp_path: Path) -> None:
    """Of many versions of a slide the last hundreds are remembered; a picture goes with its look."""
    pictures = Pictures()
    deck = "slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {both: 'Number %d'}\n"
    first = keys(shown(deck % 0, pictures, tmp_path))[1]["en"]
    assert pictures.draw(first) is not None
    last = ""
    for number in range(1, 400):
        last = keys(shown(deck % number, pictures, tmp_path))[1]["en"]

    assert pictures.draw(first) is None
    assert pictures.draw(last) is not None


def test_what_typst_refuses_says_so() -> None:
    """In place of a slide that cannot be drawn stands a picture with the reason, whatever signs that has."""
    drawn = refused("no font has <b>&\u0000\ud800 " + "x" * 500, "this slide cannot be drawn")

    words = "".join(ElementTree.fromstring(drawn).itertext())
    assert words.startswith("this slide cannot be drawnno font has <b>&")


def test_no_picture_from_outside_is_drawn(tmp_path: Path) -> None:
    """A path that leads out of the deck's folder, or a link that does, brings nothing of that file onto the page."""
    folder = tmp_path / "decks"
    folder.mkdir()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30H0z" fill="#ff0000"/></svg>'
    )
    (tmp_path / "secret.svg").write_text(svg, encoding="utf-8")
    (folder / "link.svg").symlink_to("../secret.svg")
    (folder / "own.svg").write_text(svg, encoding="utf-8")
    slide = "  - title: {{en: Seen, fr: Vu}}\n    image: {}\n    alt: {{en: Red, fr: Rouge}}\n"
    drawn = []
    for image in ("own.svg", "../secret.svg", str(tmp_path / "secret.svg"), "link.svg", "no.svg"):
        pictures = Pictures()
        found = shown(SMALL_DECK + slide.format(image), pictures, folder)
        drawn.append(pictures.draw(found.told[-1].pictures["en"]) or b"")

    assert [True, False, False, False, False] == [b"data:image" in one or b"ff0000" in one.lower() for one in drawn]
    assert 1 == len(set(drawn[1:]))
