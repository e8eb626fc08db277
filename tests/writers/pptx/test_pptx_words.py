"""Words come back from PowerPoint's format letter for letter, whatever they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx_checks import reopened
from pptx_scenes import LOCALE, body, bullet, chart_shape, code_shape, line, scene, slide, table_shape, title

from slidekit.show.pages import Run

SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\u2028\u2029")
NASTY = st.sampled_from(
    [
        "_x0041_",
        "<a:t>",
        "&amp;",
        "&#65;",
        "]]>",
        "<!--",
        "'\"",
        "  deux  espaces  ",
        "é : « là »",
        "🎉👩‍👩‍👧",
        "{}%s",
        "a\tb",
    ]
)
WORDS = st.one_of(NASTY, st.text(SIGNS, min_size=1, max_size=40))
FEW = settings(max_examples=60, deadline=None)


@FEW
@given(WORDS, WORDS, WORDS)
def test_text_comes_back(head: str, first: str, second: str) -> None:
    """A title, a bullet of two runs and the notes hold exactly the words that went in."""
    runs = bullet(first, Run(second, LOCALE, bold=True))
    deck = reopened(scene([slide(1, title(head), body(runs), notes=(line(second),))]))

    found = deck.slides[0]
    assert [head, first + second, second] == [
        found.shapes.title.text_frame.text,
        found.placeholders[1].text_frame.text,
        found.notes_slide.notes_text_frame.text,
    ]


@FEW
@given(WORDS, WORDS)
def test_cells_come_back(first: str, second: str) -> None:
    """Table cells hold exactly the words that went in."""
    deck = reopened(scene([slide(1, title("Un"), table_shape(((first, second), (second, first))))]))

    table = next(shape.table for shape in deck.slides[0].shapes if shape.has_table)
    assert [[first, second], [second, first]] == [[cell.text for cell in row.cells] for row in table.rows]


@FEW
@given(st.lists(st.text(SIGNS, max_size=20), min_size=1, max_size=5))
def test_code_comes_back(lines: list[str]) -> None:
    """Lines of code keep their leading spaces and their every sign."""
    lines = ["    indented", *lines, "end"]
    deck = reopened(scene([slide(1, title("Un"), code_shape("\n".join(lines), syntax=None))]))

    listing = next(shape for shape in deck.slides[0].shapes if shape.name.startswith("Code "))
    expected = [one.replace("⎿", "└").replace("⏺", "●") for one in lines]
    assert expected == [paragraph.text for paragraph in listing.text_frame.paragraphs]


@FEW
@given(WORDS)
def test_names_and_descriptions_come_back(words: str) -> None:
    """A shape's name and alternative text survive as attributes, line breaks included."""
    from msgspec.structs import replace

    alt = f"{words}\nligne deux"
    shape = replace(table_shape(), name=words, alt=alt)
    deck = reopened(scene([slide(1, title("Un"), shape)]))

    found = next(one for one in deck.slides[0].shapes if one.has_table)
    assert (words, alt) == (found.name, found._element.nvGraphicFramePr.cNvPr.get("descr"))


def test_control_characters_are_left_out() -> None:
    """What XML cannot hold is dropped; nothing is written as `_x0007_`."""
    deck = reopened(scene([slide(1, title("a\x07b\x00c\ud800d\ufffee"))]))

    assert "abcde" == deck.slides[0].shapes.title.text_frame.text


def test_line_breaks_stay_in_their_paragraph() -> None:
    """A `\\n` run is a line break, and so is a newline inside a run."""
    deck = reopened(scene([slide(1, title("Un"), body(bullet("a", "\n", "b\nc")))]))

    assert ["a\vb\vc"] == [one.text for one in deck.slides[0].placeholders[1].text_frame.paragraphs]


def test_chart_words_come_back() -> None:
    """Names of categories and series, and gaps in the figures, are in the chart."""
    deck = reopened(scene([slide(1, title("Un"), chart_shape("column", 2))]))

    plot = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart).plots[0]
    assert ["Modèle", "Essais & co", "Environnement"] == list(plot.categories)
    assert [("Série 1", (8.0, 30.5, None)), ("Série 2", (4.0, 12.0, 3.0))] == [
        (series.name, series.values) for series in plot.series
    ]
