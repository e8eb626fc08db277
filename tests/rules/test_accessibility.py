"""What the rules of accessibility find, and above all what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks_on_disk import check

HEAD = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
"""
DRAWN = '- title: {{en: The plan, fr: Le plan}}\n  diagram: "a -> b"\n  alt: {alt}\n'
SHOWN = "- title: {{en: The plan, fr: Le plan}}\n  image: {path}\n  alt: {alt}\n"
CHART = """\
  chart:
    type: column
    categories: {en: [a, b], fr: [c, d]}
    series: [{name: {both: x}, values: [1, 2]}]
"""


def codes(slides: str, folder: Path) -> list[str]:
    """The codes of SK5 that are found in slides of an otherwise right deck."""
    source = HEAD + "".join(f"  {line}\n" for line in slides.splitlines())
    return [one.code for one in check(source, folder) if one.code.startswith("SK5")]


VAGUE = ["A picture", "image", "the photo", "An image 2", "Une photo", "le graphique", "Capture d’écran", "QR code",
         "chart.png", "The plan", "le plan.", "Screenshot", "L’image"]  # fmt: skip
SAID = ["A picture of a river", "Le plan de la ville", "Montréal", "The plan, with three doors", "photovoltaic cells",
        "Diagrams are drawn by hand", "A table of two cities", "dot", "🎉"]  # fmt: skip


@pytest.mark.parametrize("words", VAGUE)
def test_a_description_that_says_nothing(words: str, tmp_path: Path) -> None:
    """Only that there is a picture, the name of a file, the title once more."""
    assert ["SK503"] == codes(DRAWN.format(alt=f'{{en: "{words}", fr: a mène à b}}'), tmp_path)
    assert ["SK503"] == codes(DRAWN.format(alt=f'{{en: a leads to b, fr: "{words}"}}'), tmp_path)


@pytest.mark.parametrize("words", SAID)
def test_a_description_that_says_something(words: str, tmp_path: Path) -> None:
    """Words that only begin as empty ones do, names, single words."""
    assert [] == codes(DRAWN.format(alt=f'{{en: "{words}", fr: a mène à b}}'), tmp_path)


def test_names_of_files(tmp_path: Path) -> None:
    """A stem with a digit or a dash is a file's; an ordinary word may be a picture's name and its description."""
    (tmp_path / "deck").mkdir()
    for name in ("IMG-2.png", "dot.png"):
        from decks_on_disk import png

        (tmp_path / "deck" / name).write_bytes(png())

    assert ["SK503"] == codes(SHOWN.format(path="IMG-2.png", alt="{en: img-2, fr: Un point}"), tmp_path)
    assert [] == codes(SHOWN.format(path="dot.png", alt="{en: Dot, fr: Point}"), tmp_path)


def test_the_same_words_twice(tmp_path: Path) -> None:
    """A sentence typed for both languages was not translated; two words, or `both:`, may serve both."""
    assert ["SK503"] == codes(DRAWN.format(alt="{en: a leads to b, fr: A leads to b.}"), tmp_path)
    assert [] == codes(DRAWN.format(alt="{en: Lac Saint-Jean, fr: Lac Saint-Jean}"), tmp_path)
    assert [] == codes(DRAWN.format(alt="{both: Lac Saint-Jean et ses rivières}"), tmp_path)


TITLES = [
    pytest.param("- title: {en: A, fr: B}\n- title: {en: A, fr: C}", 1, id="one language is enough"),
    pytest.param("- title: {en: A, fr: B}\n- title: {en: ' a ', fr: B}", 1, id="case does not count"),
    pytest.param("- title: {en: A, fr: B}\n- title: {en: C, fr: A}", 0, id="languages are apart"),
    pytest.param("- title: {en: A (1/2), fr: B (1/2)}\n- title: {en: A (2/2), fr: B (2/2)}", 0, id="parts"),
    pytest.param("- title: {en: Trial, fr: Essai}\n- title: {en: Trial again, fr: Essai (suite)}", 0, id="suite"),
    pytest.param("- section: {en: A, fr: B}\n- title: {en: A, fr: B}", 0, id="a divider and its first slide"),
    pytest.param("- title: {en: A, fr: B}\n- title: {en: A, fr: B}\n  hidden: true", 0, id="a hidden slide"),
    pytest.param("- only: en\n  title: {en: A}\n- only: fr\n  title: {fr: A}", 0, id="a slide for each language"),
    pytest.param("- title: {both: {number: 1}}\n- title: {both: {number: 1}}", 0, id="values"),
]  # fmt: skip


@pytest.mark.parametrize(("slides", "count"), TITLES)
def test_titles_that_repeat(slides: str, count: int, tmp_path: Path) -> None:
    """Each slide that is called as one before it, in either language, is named once."""
    assert ["SK502"] * count == codes(slides, tmp_path)


def test_the_other_slide_is_named(tmp_path: Path) -> None:
    """The message says which slide has the title, and on which line."""
    found = check(
        f"{HEAD}  - title: {{en: A, fr: B}}\n  - title: {{en: C, fr: D}}\n  - title: {{en: E, fr: D}}\n", tmp_path
    )

    assert ["slide 3 has the French title of slide 2, on line 5"] == [one.message for one in found]
    assert [(6, 24)] == [one.span[:2] for one in found]


LINKS = [
    ("[here](https://example.org)", 1),
    ("[Cliquez ici](https://example.org)", 1),
    ("[**more**](https://example.org)", 1),
    ("[https://example.org/a](https://example.org/a)", 1),
    ("[the page of figures](https://example.org)", 0),
    ("[example.org](https://example.org)", 0),
    ("here, and there", 0),
]


@pytest.mark.parametrize(("words", "count"), LINKS)
def test_links_that_say_nothing(words: str, count: int, tmp_path: Path) -> None:
    """`here` and whole addresses are no names; short addresses that one may type are."""
    assert ["SK507"] * count == codes(f'- title: {{en: A, fr: B}}\n  text: {{both: "{words}"}}', tmp_path)


COLORS = [
    ("Red is the colour of the year", 0),
    ("We are in the red", 0),
    ("The red line is Gatineau", 1),
    ("New ones are marked in green", 1),
    ("Voir la courbe rouge", 1),
    ("Un livre affiché en vert-de-gris", 1),
    ("Les points verts montent", 1),
    ("La Rivière-Rouge et le vert pays", 0),
]


@pytest.mark.parametrize(("words", "count"), COLORS)
def test_colours_that_point(words: str, count: int, tmp_path: Path) -> None:
    """Beside a chart a colour that points is remarked on; elsewhere it has nothing to point to."""
    said = f'- title: {{en: A, fr: B}}\n  text: {{both: "{words}"}}\n'

    assert ["SK505"] * count == codes(said + CHART, tmp_path)
    assert [] == codes(said, tmp_path)


def test_a_table_of_rows_alone(tmp_path: Path) -> None:
    """Its first row is where the header lacks; a table with one is clean."""
    rows = "- title: {en: A, fr: B}\n  table:\n    rows:\n      - both: [a, b]\n"

    assert ["SK504"] == codes(rows, tmp_path)
    assert [] == codes(rows.replace("    rows:", "    header: {en: [x, y], fr: [z, y]}\n    rows:"), tmp_path)


def test_long_descriptions_are_a_remark(tmp_path: Path) -> None:
    """250 signs are two sentences; each language counts by itself."""
    long = "a leads to b and back " * 12

    assert ["SK508"] == codes(DRAWN.format(alt=f'{{en: "{long}", fr: a mène à b}}'), tmp_path)
