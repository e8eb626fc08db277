"""Both languages on one slide: what is said, where it stands, how large it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_layout import DECKS, HEAD, AnyPicture, layouts, overlap, texts

from slidekit.deck.reading import read_deck
from slidekit.scene.boxes import Art, Box, ChartShape, CodeShape, PictureShape, SceneSlide, TableShape, TextShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.drawing import Words
from slidekit.scene.layout import Layouts, lay_out
from slidekit.scene.metrics import face
from slidekit.scene.theming import load_theme, theme_names
from slidekit.show.localise import localise
from slidekit.show.pages import Edition

BOTH: tuple[Edition, ...] = ("side-by-side", "stacked")
WORDS = st.text("abcdefghij éè", min_size=1, max_size=90).map(lambda words: " ".join(words.split()) or "a")


def slides(source: str, edition: Edition = "side-by-side") -> list[SceneSlide]:
    """The slides of a deck, cover aside, from their YAML."""
    return list(layouts(HEAD + source).scene(edition).slides)[1:]


def one(source: str, edition: Edition = "side-by-side") -> SceneSlide:
    """The only slide of a deck, cover aside, from its YAML."""
    (found,) = slides(source, edition)
    return found


def french_first(source: str) -> Layouts:
    """A deck laid out with French first."""
    deck, _ = read_deck((HEAD + source).encode())
    look, _ = load_theme("boreal", Path())
    assert deck is not None
    assert look is not None
    return lay_out([localise(deck, "fr"), localise(deck, "en")], look, AnyPicture())


def said(found: SceneSlide, lang: str = "") -> str:
    """All words drawn as text, in one language if it is named."""
    return "\n".join(
        "".join(run.text for run in line.runs if run.locale.startswith(lang))
        for shape in found.shapes
        if isinstance(shape, TextShape)
        for line in shape.paragraphs
    )


def starts(shape: TextShape) -> list[float]:
    """How far below the slide's top each paragraph begins, in mm."""
    found, y = [], 0.0
    for line in shape.paragraphs:
        y += line.before_pt
        found.append(y)
        words = "".join(run.text for run in line.runs)
        y += (len(line.breaks) + 1 + words.count("\n")) * shape.line_height * line.size_pt
    spare = shape.box.h * PT_PER_MM - y
    top = shape.box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[shape.type.anchor] / PT_PER_MM
    return [top + place / PT_PER_MM for place in found]


def twins(found: SceneSlide) -> Iterator[tuple[TextShape, TextShape]]:
    """The two halves of each text."""
    by_idx = {
        shape.placeholder.idx: shape for shape in found.shapes if isinstance(shape, TextShape) and shape.placeholder
    }
    for idx, shape in by_idx.items():
        other = by_idx.get(24 if idx == 0 else idx + 40)
        if other is not None:
            yield shape, other


POINTS = "- title: {en: Title, fr: Titre}\n  bullets:\n  - {en: One, fr: Un}\n  - {en: Two, fr: Deux}\n"


def test_halves() -> None:
    """Side by side, each text has two boxes of one size and look, the first language's at the left."""
    (left, right), (one_list, other_list) = twins(one(POINTS))

    assert (["Title"], ["Titre"]) == ([run.text for run in left.paragraphs[0].runs], ["Titre"])
    assert (left.type, left.box.w, left.box.y, left.paragraphs[0].size_pt) == (
        right.type,
        right.box.w,
        right.box.y,
        right.paragraphs[0].size_pt,
    )
    assert left.box.x + left.box.w < right.box.x
    assert [line.size_pt for line in one_list.paragraphs] == [line.size_pt for line in other_list.paragraphs]


def test_french_first() -> None:
    """Where French comes first, it stands at the left, and on top."""
    found = french_first(POINTS)
    left, right = next(twins(list(found.scene("side-by-side").slides)[1]))
    stacked = texts(list(found.scene("stacked").slides)[1], "title")[0]

    assert ("Titre", "Title") == (left.paragraphs[0].runs[0].text, right.paragraphs[0].runs[0].text)
    assert ["Titre", "Title"] == [line.runs[0].text for line in stacked.paragraphs]


def test_a_title_too_long_for_a_half() -> None:
    """A title that does not fit in halves says both languages over the whole width, at the same size."""
    en = "Overcomplicated constitutionality misunderstandings notwithstanding all"
    fr = "Anticonstitutionnellement incompréhensible réglementairement parlant"
    found = one(f"- title: {{en: {en}, fr: {fr}}}\n  bullets: [{{en: a, fr: b}}]\n")
    (title,) = texts(found, "title")

    assert 2 == len(title.paragraphs)
    assert 1 == len({line.size_pt for line in title.paragraphs})


def test_stacked() -> None:
    """Stacked, each paragraph's translation stands right below it, smaller and in its own colour, without a marker."""
    (body,) = texts(one(POINTS, "stacked"), "body")
    first, second = body.paragraphs[:2]

    assert ["One", "Un", "Two", "Deux"] == [line.runs[0].text for line in body.paragraphs]
    assert ("•", "") == (first.marker, second.marker)
    assert first.indent_mm == second.indent_mm
    assert second.size_pt < first.size_pt
    assert 0 == second.before_pt
    assert ("", layouts(HEAD + POINTS).theme.palette.second) == (first.color, second.color)


def test_same_words_once() -> None:
    """What both languages say in the same words is said once, over the whole width."""
    found = one('- title: {both: "404"}\n  text: {both: Not found}\n')

    assert [] == list(twins(found))
    assert "404\nNot found" == said(found)


@pytest.mark.parametrize("edition", BOTH)
def test_tables_and_charts_once(edition: Edition) -> None:
    """A table and a chart stand once and hold both languages; cells that are the same are said once."""
    table = one(
        "- title: {en: T, fr: U}\n  table:\n    header: {en: [City, Staff], fr: [Ville, Effectif]}\n"
        "    rows:\n    - {en: [Ottawa, few], fr: [Ottawa, peu]}\n",
        edition,
    )
    chart = one(
        "- title: {en: T, fr: U}\n  chart:\n    type: bar\n    categories: {en: [May], fr: [Mai]}\n"
        "    series:\n    - {name: {en: Rain, fr: Pluie}, values: [1]}\n",
        edition,
    )
    (cells,) = [shape for shape in table.shapes if isinstance(shape, TableShape)]
    (bars,) = [shape for shape in chart.shapes if isinstance(shape, ChartShape)]

    assert [["City\nVille", "Staff\nEffectif"], ["Ottawa", "few\npeu"]] == [
        ["".join(run.text for run in cell.paragraphs[0].runs) for cell in row] for row in cells.rows
    ]
    assert ("May / Mai", "Rain / Pluie") == (bars.chart.categories[0].plain, bars.chart.series[0].name.plain)


def test_columns_as_wide_as_either_language() -> None:
    """A table in both languages shares its width as the longer of each cell's lines needs, not both together."""
    rows = "    rows:\n    - {{en: [{0}, x], fr: [{1}, y]}}\n"
    table = "- title: {en: T, fr: U}\n  table:\n    header: {en: [A, B], fr: [C, D]}\n"
    wide = "some words of a long cell in both languages"
    (shared,) = [shape for shape in one(table + rows.format(wide, wide)).shapes if isinstance(shape, TableShape)]
    (told,) = [shape for shape in one(table + rows.format(wide, "court")).shapes if isinstance(shape, TableShape)]

    assert shared.columns_mm == pytest.approx(told.columns_mm)


@pytest.mark.parametrize("edition", BOTH)
def test_neutral_blocks_once(edition: Edition) -> None:
    """Code that serves both languages stands once; a picture that is translated stands in each."""
    code = one("- title: {en: T, fr: U}\n  code: |\n    x = 1\n", edition)
    picture = one(
        "- title: {en: T, fr: U}\n  image: {en: a.png, fr: b.png}\n  alt: {en: A door, fr: Une porte}\n", edition
    )

    assert 1 == sum(isinstance(shape, CodeShape) for shape in code.shapes)
    assert ["A door", "Une porte"] == [shape.alt for shape in picture.shapes if isinstance(shape, PictureShape)]


def test_picture_and_text() -> None:
    """A picture stays beside its text, which then says each point in both languages, one below the other."""
    found = one("- title: {en: T, fr: U}\n  image: a.png\n  alt: {en: A, fr: B}\n  bullets: [{en: Left, fr: Gauche}]\n")
    (body,) = texts(found, "body")[-1:]
    (picture,) = [shape for shape in found.shapes if isinstance(shape, PictureShape)]

    assert picture.box.x + picture.box.w <= body.box.x
    assert ["Left", "Gauche"] == [line.runs[0].text for line in body.paragraphs]


def test_columns_kept_or_unfolded() -> None:
    """Columns stay where their words fit at a good size; crowded ones go one below the other, languages in halves."""
    few = "- title: {en: T, fr: U}\n  columns:\n  - text: {en: a, fr: b}\n  - text: {en: c, fr: d}\n"
    long = " ".join(["words"] * 10)
    point = f"{{en: {long}, fr: mots {long}}}"
    many = "- title: {en: T, fr: U}\n  columns:\n" + f"  - bullets: [{point}]\n" * 6
    kept, unfolded = one(few), one(many)

    assert [["a", "b"], ["c", "d"]] == [
        [line.runs[0].text for line in shape.paragraphs] for shape in texts(kept, "body")
    ]
    assert 7 == len(list(twins(unfolded)))


def test_the_author_is_named_once() -> None:
    """A cover names its author once, and the date in both languages."""
    deck = HEAD.replace("slides:", "author: Anne Roy\ndate: 2026-03-10\nslides:")
    found = next(iter(layouts(deck + POINTS).scene("side-by-side").slides))
    (meta,) = texts(found, "meta")

    assert "Anne Roy  ·  March 10, 2026 / 10 mars 2026" == "".join(run.text for run in meta.paragraphs[0].runs)


FULL = "- title: {{en: T, fr: U}}\n  terminal:\n    en: |\n{0}    fr: |\n{0}      fin\n".format(
    "      > a line of a transcript that fills the width of a slide well\n" * 12
)


@pytest.mark.parametrize("edition", BOTH)
def test_too_full_for_both(edition: Edition) -> None:
    """A slide too full for both languages comes once in each, as their own editions have it, and is told of."""
    found = layouts(HEAD + FULL)
    english, french = list(found.scene(edition).slides)[1:]
    own = list(found.scene("en").slides)[1]

    assert (3, 2) == (english.page.twin_number, french.page.twin_number)
    assert own.shapes == english.shapes[:-1]
    assert [(edition, 1)] == [(crowded.edition, crowded.slide) for crowded in found.crowded([edition])]


def test_too_full_in_one_language() -> None:
    """A slide that is too full already in one language is not told of twice."""
    found = layouts(HEAD + "- title: {en: T, fr: U}\n  text: {both: " + "many words " * 600 + "}\n")

    assert found.problems
    assert [] == found.crowded(BOTH)


def test_alternating() -> None:
    """The very slides of both languages, in turn, each with a link to the other in the other's name and language."""
    found = layouts(HEAD + POINTS)
    english, french = list(found.scene("alternating").slides)[2:]
    links = [texts(slide, "link")[0] for slide in (english, french)]

    assert list(found.scene("en").slides)[1].shapes == english.shapes[:-1]
    assert list(found.scene("fr").slides)[1].shapes == french.shapes[:-1]
    assert [("Français", "fr-CA", 4), ("English", "en-CA", 3)] == [
        (link.paragraphs[0].runs[0].text, link.paragraphs[0].runs[0].locale, link.to_slide) for link in links
    ]


def test_footers_of_both() -> None:
    """A slide in both languages has both languages' footers."""
    found = one("- section: {en: Part, fr: Partie}\n" + "  title: {en: T, fr: U}\n")

    assert ("Talk  ·  Part", "Exposé  ·  Partie") == (found.footer, found.other_footer)


def test_links_of_both() -> None:
    """A link into a recording invites in both languages."""
    found = one(POINTS + "  at: 4:07\n  link: https://example.org\n")

    assert "Watch from 4:07 / Regarder à partir de 4:07" == said(found).splitlines()[-1]


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_nothing_covers_another(deck: Path, theme: str, edition: Edition) -> None:
    """In every deck and theme, shapes of slides in both languages lie inside the slide and beside each other."""
    faults = []
    for found in layouts(deck.read_text("utf-8"), theme).scene(edition).slides:
        faults += [(found.page.number, *names) for names in covering(found)]

    assert [] == faults


def covering(found: SceneSlide) -> list[tuple[str, str]]:
    """Which shapes lie over one another, or leave the slide."""
    shapes = [
        shape
        for shape in found.shapes
        if not isinstance(shape, Art) and not (isinstance(shape, TextShape) and shape.hidden)
    ]
    whole = Box(0, 0, 338.67, 190.5)
    outside = [
        (shape.name, "the slide's edge")
        for shape in shapes
        if shape.box.x < whole.x
        or shape.box.y < whole.y
        or shape.box.x + shape.box.w > whole.w + 0.1
        or shape.box.y + shape.box.h > whole.h + 0.1
    ]
    return outside + [(a.name, b.name) for a, b in combinations(shapes, 2) if overlap(a.box, b.box)]


ITEMS = st.lists(st.tuples(WORDS, WORDS, st.integers(0, 2)), min_size=1, max_size=9)


def listed(items: Sequence[tuple[str, str, int]], numbered: bool) -> str:
    """A nested list as YAML; no point is more than a level deeper than the one before."""
    lines, before = ["- title: {en: A title, fr: Un titre bien plus long que l’autre}"], -1
    key = "numbered" if numbered else "bullets"
    for en, fr, level in items:
        level = min(level, before + 1)
        room = " " * (4 * level + 2)
        if level > before:
            lines.append(f"{room}{key}:")
        lines.append(f"{room}  - en: {json.dumps(en, ensure_ascii=False)}")
        lines.append(f"{room}    fr: {json.dumps(fr, ensure_ascii=False)}")
        before = level
    return "\n".join(lines) + "\n"


many = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@many
@given(ITEMS, st.booleans())
def test_paragraphs_stand_level(items: Sequence[tuple[str, str, int]], numbered: bool) -> None:
    """Whatever a list says, each point begins at the same height in both halves, and no box lies over another."""
    for found in slides(listed(items, numbered)):
        assert [] == covering(found)
        for left, right in twins(found):
            assert starts(left) == pytest.approx(starts(right), abs=0.05)


@many
@given(ITEMS)
def test_every_word_is_said(items: Sequence[tuple[str, str, int]]) -> None:
    """Every point is said in each language once, or once for both where they say the same."""
    own = [
        (f"{at} {en}", f"{at} {en}" if en == fr else f"{at}f {fr}", level) for at, (en, fr, level) in enumerate(items)
    ]
    for edition in BOTH:
        lines = [line for found in slides(listed(own, numbered=False), edition) for line in said(found).splitlines()]
        for en, fr, _ in own:
            assert [lines.count(en), lines.count(fr)] in ([1, 1], [2, 2] if en == fr else [1, 1])


@pytest.mark.parametrize("edition", ["side-by-side", "stacked"])
def test_names_under_an_axis_have_a_line_for_each_language(edition: Edition) -> None:
    """Categories that differ by language stand one language above the other; those that do not, once."""
    names = "[{en: Hall, fr: Salle}, {en: Yard, fr: Cour}, {both: Total}]"
    found = one(f"- title: {{both: T}}\n  chart: {{type: column, categories: {names}, series: "
                "[{name: {both: A}, values: [1, 2, 3]}], alt: {both: A}}\n", edition)  # fmt: skip
    (chart,) = [shape for shape in found.shapes if isinstance(shape, ChartShape)]
    words = [mark.text for mark in chart.drawing.marks if isinstance(mark, Words)]

    assert ("Hall\nSalle", "Yard\nCour", "Total") == chart.drawing.broken
    assert ["Hall", "Salle", "Yard", "Cour", "Total"] == [word for word in words if word.isalpha()]


def test_two_transcripts_give_their_dots_for_larger_words() -> None:
    """Where a slide holds a transcript in each language one below the other, neither has a window's dots."""
    lines = "      > a line of a transcript that fills the width of a slide very well\n" * 7
    found = one(f"- title: {{en: T, fr: U}}\n  terminal:\n    en: |\n{lines}    fr: |\n{lines}      fin\n")
    panels = [shape for shape in found.shapes if isinstance(shape, CodeShape)]

    assert [False, False] == [panel.dots for panel in panels]
    assert panels[0].box.y + panels[0].box.h <= panels[1].box.y
    assert all(panel.size_pt >= 14.0 for panel in panels)


def test_halves_of_a_divider_use_the_width() -> None:
    """On the dark ground the second language's half ends at the right margin."""
    found = one("- section: {en: Hardware, fr: Matériel}\n")
    first, second = texts(found, "title")
    margin = load_theme("boreal", Path())[0].grid  # type: ignore[union-attr]

    assert first.box.w == pytest.approx(second.box.w)
    assert second.box.x + second.box.w == pytest.approx(margin.width - margin.right)


@pytest.mark.parametrize("more", range(1, 12))
def test_a_title_over_the_axis_is_as_narrow_as_libreoffice_makes_it(more: int) -> None:
    """It is broken into lines of less than 18 % of the chart's width, however its words fall."""
    words = "per " + "ii " * more * 2
    found = one(f"- title: {{both: T}}\n  chart: {{type: column, categories: [{{both: A}}], alt: {{both: A}}, "
                f"series: [{{name: {{both: A}}, values: [1]}}], y: {{both: {words}}}}}\n")  # fmt: skip
    drawing = next(shape for shape in found.shapes if isinstance(shape, ChartShape)).drawing
    title = drawing.titles[1]
    assert title is not None

    assert max(map(face("Calibri").advance, title.words.split("\n"))) * drawing.size_pt <= 0.18 * drawing.width
