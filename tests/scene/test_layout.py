"""Boxes, sizes and what does not fit."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from slidekit.deck.reading import read_deck
from slidekit.scene.boxes import Art, Box, CodeShape, SceneSlide, TableShape, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.elements import Kit
from slidekit.scene.layout import Layouts, lay_out
from slidekit.scene.metrics import SAFETY
from slidekit.scene.pictures import Picture
from slidekit.scene.theming import load_theme, theme_names
from slidekit.show.localise import localise
from slidekit.show.pages import Edition

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
HEAD = "slidekit: 1\ntitle: {en: Talk, fr: Exposé}\nslides:\n"


class AnyPicture(dict[str, Picture]):
    """Every picture there could be, each of 1600 × 900 pixels."""

    def __missing__(self, path: str) -> Picture:
        return Picture(f"/{path}", 1600, 900)

    def __contains__(self, path: object) -> bool:
        return True

    def get(self, path: str, default: object = None) -> Picture:
        """Every picture."""
        return self[path]


def layouts(source: str, theme: str = "boreal") -> Layouts:
    """A deck laid out in both languages."""
    deck, problems = read_deck(source.encode())
    look, _ = load_theme(theme, Path())
    assert deck is not None
    assert look is not None
    assert [] == problems
    return lay_out([localise(deck, "en"), localise(deck, "fr")], look, AnyPicture())


def slide(source: str, lang: Edition = "en") -> SceneSlide:
    """The first slide of a deck, cover aside, from the YAML of that slide alone."""
    return list(layouts(HEAD + source).scene(lang).slides)[1]


def texts(found: SceneSlide, role: str) -> list[TextShape]:
    """The text shapes of a role."""
    return [shape for shape in found.shapes if isinstance(shape, TextShape) and shape.role == role]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a hair."""
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return wide > 0.2 and high > 0.2


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_nothing_leaves_the_slide_or_covers_another(deck: Path, theme: str) -> None:
    """In every deck, theme and language, shapes lie inside the slide and beside each other."""
    found = layouts(deck.read_text("utf-8"), theme)
    whole = Box(0, 0, 338.67, 190.5)
    faults = []
    for lang in ("en", "fr"):
        for one in found.scene(lang).slides:
            shapes = [
                shape
                for shape in one.shapes
                if not isinstance(shape, Art) and not (isinstance(shape, TextShape) and shape.hidden)
            ]
            faults += [
                (lang, shape.name)
                for shape in shapes
                if shape.box.x < 0
                or shape.box.y < 0
                or shape.box.x + shape.box.w > whole.w + 0.1
                or shape.box.y + shape.box.h > whole.h + 0.1
            ]
            faults += [(a.name, b.name) for a, b in combinations(shapes, 2) if overlap(a.box, b.box)]

    assert [] == faults


@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_both_languages_take_the_same_sizes(deck: Path) -> None:
    """The English and the French deck look equal: same boxes, same sizes."""
    found = layouts(deck.read_text("utf-8"))

    for en, fr in zip(found.scene("en").slides, found.scene("fr").slides, strict=True):
        sizes = [[shape.paragraphs[0].size_pt for shape in texts(one, "body")] for one in (en, fr)]
        assert sizes[0] == sizes[1]
        assert [shape.box for shape in texts(en, "body")] == [shape.box for shape in texts(fr, "body")]


def test_long_french_makes_english_smaller() -> None:
    """One side alone would fit at the largest size there is, and grow; the other decides."""
    short = slide("- title: {en: T, fr: T}\n  bullets:\n  - {en: Short, fr: Court}\n")
    long = " ".join(["interminablement"] * 60)
    both = slide(f"- title: {{en: T, fr: T}}\n  bullets:\n  - {{en: Short, fr: {long}}}\n")

    assert 36 == texts(short, "body")[0].paragraphs[0].size_pt
    assert texts(both, "body")[0].paragraphs[0].size_pt < 28


def test_what_does_not_fit_is_named_at_its_line() -> None:
    """The problem names the language, the role and the string's own line."""
    long = " ".join(["interminablement"] * 250)
    found = layouts(
        HEAD + "- title: {en: T, fr: T}\n  bullets:\n  - {en: One, fr: Un}\n  - en: Short\n" + f"    fr: {long}\n"
    ).problems

    assert [("fr", "text", "lines", 8)] == [(one.lang, one.what, one.unit, one.span.line) for one in found]
    assert found[0].over > 1


def test_code_that_is_too_wide_is_counted_in_characters() -> None:
    """Lines of code are never broken: the longest is named."""
    found = layouts(HEAD + f"- title: {{en: T, fr: T}}\n  code: |\n    {'x' * 200}\n").problems

    assert [("en", "code", "characters"), ("fr", "code", "characters")] == [
        (one.lang, one.what, one.unit) for one in found
    ]


def test_a_word_wider_than_its_box_is_split_and_said_so() -> None:
    """An endless word is drawn in pieces: a warning, not an error."""
    found = layouts(HEAD + f"- title: {{en: T, fr: T}}\n  text: {{en: {'w' * 120}, fr: Mot}}\n").problems

    assert [("en", True)] == [(one.lang, one.split) for one in found]


def test_a_takeaway_stands_at_the_foot() -> None:
    """Its bar ends where the content area ends, above the footer, and its words are inset."""
    found = slide("- title: {en: T, fr: T}\n  takeaway: {en: Remember, fr: À retenir}\n")
    bar = texts(found, "takeaway")[0]

    assert 172 == pytest.approx(bar.box.y + bar.box.h)
    assert bar.inset.left > 0
    assert bar.fill is not None


def test_a_slide_without_a_title_keeps_a_hidden_one() -> None:
    """A screen reader finds it; it is drawn above the slide."""
    found = slide("- quote: {en: Words, fr: Des mots}\n  by: Someone\n")
    title = texts(found, "title")[0]

    assert title.hidden
    assert title.box.y + title.box.h <= 0
    assert title.paragraphs[0].runs[0].text


def test_bullets_nest_and_number() -> None:
    """Levels go in, markers change, numbers count."""
    found = slide(
        "- title: {en: T, fr: T}\n  numbered:\n  - en: One\n    fr: Un\n    bullets:\n    - {en: a, fr: a}\n"
        "  - {en: → Two, fr: → Deux}\n"
    )
    body = texts(found, "body")[0].paragraphs

    assert [("1.", 0), ("–", 1), ("→", 0)] == [(one.marker, one.level) for one in body]
    assert body[1].indent_mm > body[0].indent_mm
    assert body[1].size_pt < body[0].size_pt


def test_a_picture_stands_beside_its_text() -> None:
    """A picture and a list share the width, in the author's order."""
    found = slide("- title: {en: T, fr: T}\n  image: a.png\n  alt: {en: A, fr: A}\n  bullets:\n  - {en: B, fr: B}\n")
    left, right = [shape.box for shape in found.shapes if not isinstance(shape, Art)][1:]

    assert left.x + left.w <= right.x


def test_columns_of_a_table_add_up() -> None:
    """The columns fill the table's width, and rows have a height each."""
    found = slide(
        "- title: {en: T, fr: T}\n  table:\n    header: {en: [A, B], fr: [A, B]}\n    rows:\n"
        "    - {en: [a long first cell, 1], fr: [une longue première cellule, 1]}\n"
    )
    table = next(shape for shape in found.shapes if isinstance(shape, TableShape))

    assert table.box.w == pytest.approx(sum(table.columns_mm))
    assert table.box.h == pytest.approx(sum(table.heights_mm))
    assert (2, 2) == (len(table.rows), len(table.heights_mm))


def test_short_code_is_set_large() -> None:
    """A few lines take the theme's largest size."""
    found = slide("- title: {en: T, fr: T}\n  code: |\n    print(1)\n  syntax: python\n")
    panel = next(shape for shape in found.shapes if isinstance(shape, CodeShape))

    assert 24 == panel.size_pt


def test_a_slide_for_one_language_is_in_its_deck_only() -> None:
    """`only: fr` leaves the English deck one slide shorter."""
    found = layouts(HEAD + "- {title: {en: A, fr: A}}\n- {only: fr, title: {fr: B}}\n")

    assert (2, 3) == tuple(len(list(found.scene(lang).slides)) for lang in ("en", "fr"))


@pytest.mark.parametrize(
    ("key", "what"),
    [("takeaway", "takeaway"), ("subtitle", "subtitle"), ("text", "text"), ("quote", "quotation")],
)
def test_every_kind_of_text_has_its_limit(key: str, what: str) -> None:
    """A text that would push everything else off the slide is named itself."""
    long = "A sentence that goes on and on without any end in sight. " * 45
    found = layouts(HEAD + f"- title: {{en: T, fr: T}}\n  {key}: {{en: {long!r}, fr: Court}}\n").problems

    assert ("en", what, 5) in [(one.lang, one.what, one.span.line) for one in found]


def test_words_of_a_narrow_column_have_a_hair_of_room() -> None:
    """A column as wide as its words leaves them more than LibreOffice rounds: they stay on one line there too."""
    cells = f"[Schedules of ports, {'a sentence that takes what is left of the width ' * 4}]"
    found = slide(f"- table:\n    header: {{both: {cells}}}\n    rows: [{{both: {cells}}}]\n")
    table = next(shape for shape in found.shapes if isinstance(shape, TableShape))
    look, _ = load_theme("boreal", Path())
    assert look is not None
    head, bold = table.rows[0], Type("body", "", bold=True)
    port, rest = [Kit(look, ("en",)).measure(cell.paragraphs[0].runs, bold) for cell in head]

    assert rest.total * table.size_pt / PT_PER_MM > table.columns_mm[1]
    assert max(14.0, port.total * table.size_pt / PT_PER_MM / SAFETY + 5.0) + 0.15 < table.columns_mm[0]
