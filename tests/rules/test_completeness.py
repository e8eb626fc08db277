"""What each rule of completeness finds, to the line and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks_on_disk import check, places

HEAD = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
"""
"""Three lines, so that a slide begins on line 4."""

TABLE = [
    pytest.param("- title:\n    en: Alone", [("SK101", 5, 5)], id="a missing side is reported at the pair"),
    pytest.param("- title: {en: Alone}", [("SK101", 4, 10)], id="in flow style too"),
    pytest.param("- title:\n    en: A\n    fr:", [("SK101", 6, 8)], id="an empty side is reported at itself"),
    pytest.param("- title:\n    en: A\n    fr: ~", [("SK101", 6, 9)], id="a null is an empty side"),
    pytest.param('- title: {en: A, fr: ""}', [("SK101", 4, 22)], id="so is an empty string"),
    pytest.param('- title: {en: A, fr: " \u00a0\u200b"}', [("SK101", 4, 22)], id="and signs that show nothing"),
    pytest.param('- title: {both: " "}', [("SK101", 4, 17), ("SK101", 4, 17)], id="both sides may be empty at once"),
    pytest.param("- title: {both: A, fr-FR: B}", [], id="a regional form stands beside both"),
    pytest.param("- title: {en: A, fr-CA: B}", [], id="the deck's own region is enough"),
    pytest.param("- title: {en: A, fr-FR: B}", [("SK101", 4, 10)], id="another region is not"),
    pytest.param("- only: fr\n  title: {fr: A}", [], id="a slide for French needs no English"),
    pytest.param("- only: fr\n  title: {en: A}", [("SK101", 5, 10)], id="but it needs its French"),
    pytest.param("- title: {both: {number: 1.5}}", [], id="a value is in both languages"),
    pytest.param("- title: {number: 1.5}", [], id="a bare value too"),
    pytest.param("- title: Plain", [("SK102", 4, 10)], id="a plain title"),
    pytest.param("- title: {both: A}\n  quote: Plain\n  by: Plain", [("SK102", 5, 10)], id="a name may be plain"),
    pytest.param('- title: {both: A}\n  code: ""', [("SK101", 5, 9)], id="but neither name nor code may be empty"),
    pytest.param(
        "- title: {both: A}\n  chart:\n    type: pi\n    categories: {en: [a], fr: [b]}\n"
        "    series: [{name: {en: s}, values: [1]}]\n  alt: {both: A}",
        [("SK015", 6, 11), ("SK101", 8, 21)],
        id="a chart is read whole whatever its type",
    ),
    pytest.param("- title: {both: A}\n  notes: Plain", [("SK102", 5, 10)], id="plain notes"),
    pytest.param(
        "- title: {both: A}\n  bullets:\n    - {both: B}\n    - Plain\n    - {en: C}",
        [("SK102", 7, 7), ("SK101", 8, 7)],
        id="bullets each at their own line",
    ),
    pytest.param(
        "- title: {both: A}\n  bullets:\n    en: [a, b]\n    fr: [c]", [("SK103", 6, 5)], id="a list of two lengths"
    ),
    pytest.param(
        "- title: {both: A}\n  bullets:\n    - both: B\n      bullets: {en: [a], fr: [b, c]}",
        [("SK103", 7, 16)],
        id="and one under a point",
    ),
    pytest.param(
        "- title: {both: A}\n  table:\n    rows:\n      - en: [a, b]\n        fr: [c]",
        [("SK103", 7, 9)],
        id="a row of two lengths",
    ),
    pytest.param(
        "- title: {both: A}\n  table:\n    rows:\n      - en: [a, b]", [("SK101", 7, 9)], id="a row without its French"
    ),
    pytest.param(
        '- title: {both: A}\n  table:\n    rows:\n      - {en: ["", b], fr: ["", c]}', [], id="a cell empty in both"
    ),
    pytest.param(
        '- title: {both: A}\n  table:\n    rows:\n      - {en: [a, b], fr: ["", c]}',
        [("SK101", 7, 27)],
        id="a cell empty in one",
    ),
    pytest.param(
        "- title: {both: A}\n  table:\n    rows:\n      - both: [a, b]\n      - both: [c]",
        [("SK103", 8, 9)],
        id="rows of two widths",
    ),
    pytest.param("- title: {both: A}\n  notes: {fr: B}", [("SK104", 5, 10)], id="notes in one language"),
    pytest.param("- title: {both: A}\n  image: dot.png", [("SK105", 5, 10)], id="a picture without alternative text"),
    pytest.param(
        "- title: {both: A}\n  image: dot.png\n  alt: {en: A dot}", [("SK105", 6, 8)], id="or with half of it"
    ),
    pytest.param(
        "- title: {both: A}\n  columns:\n    - diagram: a -> b\n    - text: {both: B}",
        [("SK105", 6, 16)],
        id="a diagram inside a column",
    ),
    pytest.param("- bullets: [{both: A}]", [("SK106", 4, 3)], id="no title"),
    pytest.param("- section: {both: A}", [], id="a divider is named after its section"),
    pytest.param("- image: dot.png\n  alt: {both: A dot}", [], id="a picture alone needs no title"),
    pytest.param("- layout: blank", [], id="nor does a blank slide"),
    pytest.param('- title: {both: "a ${b} c"}', [("SK107", 4, 20)], id="a variable is found in its quotes"),
    pytest.param(
        "- title: {both: A}\n  text:\n    en: a ${b}\n    fr: c", [("SK107", 6, 11), ("SK202", 6, 11)], id="and without"
    ),
    pytest.param('- title: {both: "$${b}"}', [], id="a doubled dollar is no variable"),
    pytest.param("- title: {both: A}\n  code: echo ${HOME}", [], id="nor is a shell's own"),
    pytest.param("- image: none.png\n  alt: {both: A}", [("SK109", 4, 10)], id="no such picture"),
    pytest.param(
        "- image: {en: dot.png, fr: none.png}\n  alt: {both: A}", [("SK109", 4, 28)], id="no such French picture"
    ),
    pytest.param("- image: cut-short.png\n  alt: {both: A}", [("SK110", 4, 10)], id="a picture cut short"),
    pytest.param("- image: deck.yaml\n  alt: {both: A}", [("SK110", 4, 10)], id="not a picture at all"),
    pytest.param("- image: .\n  alt: {both: A}", [("SK110", 4, 10)], id="a folder"),
    pytest.param("- image: ../secret.png\n  alt: {both: A}", [("SK111", 4, 10)], id="a picture above the deck"),
    pytest.param("- image: /etc/hostname\n  alt: {both: A}", [("SK111", 4, 10)], id="a path from the root"),
    pytest.param("- image: http://a.b/c.png\n  alt: {both: A}", [("SK111", 4, 10)], id="an address"),
]


@pytest.mark.parametrize(("slide", "expected"), TABLE)
def test_it_is_found_at_its_place(slide: str, expected: list[tuple[str, int, int]], tmp_path: Path) -> None:
    """One slide of an otherwise right deck, and what is said of it."""
    source = HEAD + "".join(f"{line}\n" for line in slide.splitlines())

    assert expected == [place for place in places(check(source, tmp_path)) if not place[0].startswith("SK5")]


def test_an_unused_variable_is_a_warning_at_its_name(tmp_path: Path) -> None:
    """A name that nothing uses does no harm to the slides."""
    found = check("slidekit: 1\ntitle: {both: A}\nvars:\n  b: {both: C}\nslides:\n  - {title: {both: A}}\n", tmp_path)

    assert [("SK108", 4, 3)] == places(found)
    assert ["warning"] == [one.severity for one in found]


def test_a_deck_in_one_language_gets_one_summary(tmp_path: Path) -> None:
    """What lacks everywhere is counted, not listed."""
    slides = "".join(f"  - title: {{en: T{n}}}\n    notes: {{en: N}}\n    bullets: [{{en: B}}]\n" for n in range(9))

    (found,) = check(f"slidekit: 1\ntitle: {{en: A}}\nslides:\n{slides}", tmp_path)

    assert ("SK112", "fr", 2) == (found.code, found.lang, found.span.line)
    assert "nothing is in French yet: 19 texts and 9 slides' notes to translate" == found.message


def test_the_first_translation_ends_the_summary(tmp_path: Path) -> None:
    """As soon as one text is translated, each of the others is named."""
    deck = "slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {en: C}\n  - title: {en: D}\n"

    assert [("SK101", 4, 12), ("SK101", 5, 12)] == places(check(deck, tmp_path))


def test_messages_speak_the_author_s_words(tmp_path: Path) -> None:
    """What is missing, and what to type where."""
    deck = HEAD + "- title: {both: A}\n  bullets:\n    - en: B\n- title:\n    en: C\n"

    assert [
        ("no French for this bullet", "add  fr: …  beside line 6, or write  both:  if it is meant for both", 1),
        ("no French for slide 2's title", "add  fr: …  beside line 8, or write  both:  if it is meant for both", 2),
    ] == [(one.message, one.hint, one.slide) for one in check(deck, tmp_path)]


def test_a_misspelt_variable_is_recognised(tmp_path: Path) -> None:
    """The nearest name is suggested."""
    deck = 'slidekit: 1\ntitle: {both: "${saved}"}\nvars: {saved: {both: A}}\nslides: [{title: {both: "${savd}"}}]\n'

    assert ["did you mean  ${saved}?"] == [one.hint for one in check(deck, tmp_path)]


def test_a_misspelt_picture_is_recognised(tmp_path: Path) -> None:
    """The nearest file is suggested."""
    (found,) = check(HEAD + "- image: dto.png\n  alt: {both: A}\n", tmp_path)

    assert "did you mean  dot.png?" == found.hint


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Plain words", "Plain words"),
        ('"One: two"', '"One: two"'),
        ("'Say \"a: b\"'", "'Say \"a: b\"'"),
        ("x" * 41, "…"),
    ],
)
def test_a_remedy_can_be_typed_as_it_is(typed: str, shown: str, tmp_path: Path) -> None:
    """The words of a hint are quoted where YAML would read them otherwise."""
    (found,) = check(HEAD + f"- title: {typed}\n", tmp_path)

    assert f"write  en: {shown}  and  fr: …, or  both: {shown}  if it is meant for both" == found.hint


def test_thousands_of_undefined_variables(tmp_path: Path) -> None:
    """Each is reported, and near names are sought for the first few hundred only."""
    defined = "".join(f"  v{number}: x\n" for number in range(2_000))
    used = "".join(f"${{w{number}}}" for number in range(3_000))
    deck = f"slidekit: 1\ntitle: {{en: A, fr: B}}\nvars:\n{defined}slides:\n- title: {{both: '{used}'}}\n"

    found = check(deck, tmp_path)

    assert 3_000 == sum(one.code == "SK107" for one in found)


def test_a_deck_without_its_title_is_still_untranslated(tmp_path: Path) -> None:
    """What is wrong at the head of a deck hides nothing of the whole."""
    found = check("slidekit: 1\nslides:\n- title: {en: A}\n- title: {en: B}\n", tmp_path)

    assert {"SK017", "SK112"} == {one.code for one in found}
