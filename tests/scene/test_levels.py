"""Sizes of the slides of a section, and of few words."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from test_layout import HEAD, layouts

from slidekit.deck.reading import read_deck
from slidekit.scene.boxes import Art, CodeShape, Paragraph, TextShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.layout import lay_out
from slidekit.scene.metrics import face
from slidekit.scene.theming import load_theme, theme_names
from slidekit.show.localise import localise

SHORT = "- title: {both: T}\n  bullets: [{both: One}, {both: Two}, {both: Three}]\n"
FULL = (
    "- title: {both: T}\n  bullets:\n"
    + "  - both: A point of several words that takes a line of the slide and then one more before its end\n" * 7
)
SOME = "- title: {both: T}\n  bullets:\n" + "  - both: A point of some words that takes much of a line\n" * 7


def sizes(slides: str) -> list[float]:
    """The size of each slide's first text, the cover left out."""
    scene = layouts(HEAD + slides).scene("en")
    bodies = [
        [one for one in slide.shapes if isinstance(one, TextShape) and one.role == "body"] for slide in scene.slides
    ]
    return [own[0].paragraphs[0].size_pt for own in bodies if own]


def test_few_words_grow_as_far_as_the_theme_says() -> None:
    """Three short points are set at the largest of the theme's grown sizes."""
    assert [36.0] == sizes(SHORT)


def test_words_do_not_grow_where_a_line_would_break() -> None:
    """A sentence that fills its line stays as it is, though there is room below it."""
    line = "A sentence that is as long as a line of this slide is wide at its size, no more"

    assert [28.0] == sizes(f"- title: {{both: T}}\n  text: {{both: {line!r}}}\n")


def test_slides_of_a_section_take_one_size() -> None:
    """A slide that could be larger takes the size of most slides of its section, where it stays well filled."""
    alone, section = sizes(SOME), sizes("- section: {both: S}\n" + FULL + SOME + FULL)

    assert alone[0] > section[0]
    assert section == [section[0]] * 3


def test_a_short_list_stays_large_among_full_slides() -> None:
    """No slide is left nearly empty for the sake of one size."""
    section = sizes("- section: {both: S}\n" + FULL + FULL + SHORT)

    assert section[2] > section[0]


def test_sections_have_sizes_of_their_own() -> None:
    """A full section does not make the next one small."""
    found = sizes("- section: {both: S}\n" + FULL + FULL + "- section: {both: Z}\n" + SOME)

    assert found[2] > found[1]


def test_drawing_twice_gives_the_same() -> None:
    """A scene asked for again is the scene that was."""
    made = layouts(HEAD + SHORT + SOME)

    assert made.scene("en").slides == made.scene("en").slides


def test_columns_begin_level() -> None:
    """A column without a heading begins where those with one do."""
    scene = layouts(
        HEAD
        + "- title: {both: T}\n  columns:\n  - {title: {both: One}, text: {both: Words}}\n  - {text: {both: Words}}\n"
    ).scene("en")
    bodies = [one for one in list(scene.slides)[-1].shapes if isinstance(one, TextShape) and one.role == "body"]

    assert bodies[0].box.y == pytest.approx(bodies[1].box.y)


def test_long_code_has_the_wider_column() -> None:
    """A listing of long lines beside a short list takes more than half of the width, and the rule moves with it."""
    code = "total = sum(step.seconds for step in read(path)) + more"
    scene = layouts(
        HEAD
        + f"- title: {{both: T}}\n  columns:\n  - {{code: {code!r}, syntax: python}}\n  - bullets: [{{both: One}}]\n"
    ).scene("en")
    shapes = list(scene.slides)[-1].shapes
    panel = next(one for one in shapes if isinstance(one, CodeShape))
    words = next(one for one in shapes if isinstance(one, TextShape) and one.role == "body")
    rule = next(one for one in shapes if isinstance(one, Art))

    assert panel.box.w > words.box.w * 1.5
    assert panel.box.x + panel.box.w < rule.box.x < words.box.x


def lines_of(slides: str, theme: str = "boreal") -> list[Paragraph]:
    """All paragraphs of the deck's running text."""
    scene = layouts(HEAD + slides, theme).scene("en")
    shapes = [one for slide in scene.slides for one in slide.shapes if isinstance(one, TextShape)]
    return [line for one in shapes if one.role == "body" for line in one.paragraphs]


@pytest.mark.parametrize("theme", theme_names())
def test_no_arrow_or_number_reaches_the_words(theme: str) -> None:
    """Even where a list has grown, a gap stays between a wide marker and its words."""
    letters = face(load_theme(theme, Path())[0].fonts.body)  # type: ignore[union-attr]
    nested = "bullets: [{both: One, bullets: [{both: Two}]}]"
    for marker in ("bullets: [{both: → One}, {both: → Two}]", "numbered: [{both: One}, {both: Two}]", nested):
        found = lines_of(f"- title: {{both: T}}\n  {marker}\n", theme)

        assert found[0].size_pt > 28.0
        assert all(one.hang_mm - letters.advance(one.marker) * one.size_pt / PT_PER_MM > 2.0 for one in found)


def test_numbers_of_one_list_have_their_words_in_line() -> None:
    """Words after 9 begin where those after 10 do."""
    points = ", ".join(["{both: A}"] * 11)

    assert 1 == len({one.indent_mm for one in lines_of(f"- title: {{both: T}}\n  numbered: [{points}]\n")})


def test_headings_of_columns_are_no_smaller_than_the_words_below() -> None:
    """A heading stands in the size of its column's words, grown ones too, and is bold."""
    column = "{title: {both: One}, bullets: [{both: Words}]}"
    (found,) = list(layouts(HEAD + f"- title: {{both: T}}\n  columns: [{column}, {column}]\n").scene("en").slides)[1:]
    shapes = [one for one in found.shapes if isinstance(one, TextShape)]
    heads, words = [[one for one in shapes if one.role == role] for role in ("heading", "body")]

    assert [(36.0, True)] * 2 == [(one.paragraphs[0].size_pt, one.type.bold) for one in heads]
    assert [36.0] * 2 == [one.paragraphs[0].size_pt for one in words]


def test_a_takeaway_takes_a_second_line_before_it_is_small() -> None:
    """To save a line, no takeaway is made smaller than three quarters of its first size."""
    theme = load_theme("boreal", Path())[0]
    assert theme is not None
    wide = replace(theme, sizes=replace(theme.sizes, takeaway=(20.0, 18.0, 16.0, 14.0, 12.0, 10.0)))
    words = "A sentence that would stand on one line at ten or twelve points, but is read on two of them, and larger, "
    words += "from the back of the room"
    deck, _ = read_deck((HEAD + f"- title: {{both: T}}\n  takeaway: {{both: {words!r}}}\n").encode())
    assert deck is not None
    made = lay_out([localise(deck, lang) for lang in ("en", "fr")], wide, {})
    (bar,) = [
        one for one in list(made.scene("en").slides)[1].shapes if isinstance(one, TextShape) and one.role == "takeaway"
    ]

    assert bar.paragraphs[0].size_pt >= 15.0
    assert bar.paragraphs[0].breaks
