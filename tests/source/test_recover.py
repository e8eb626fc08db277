"""Texts that YAML misreads come back as typed, with the sign at fault and the remedy."""

from __future__ import annotations

from functools import partial

import pytest

from costs import STEEP, growth
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.guards import without_conflicts
from slidekit.source.nodes import Mapping, Node, Scalar, read


def side(source: str, *path: str) -> str:
    """The text under a path of keys."""
    node: Node | None = read(source.encode()).root
    for name in path:
        assert isinstance(node, Mapping)
        node = next(value for key, value in node.entries if key.text == name)
    assert isinstance(node, Scalar)
    return node.text


def found(source: str) -> list[tuple[int, int, str]]:
    """(line, column, code) of every problem."""
    return [(problem.span.line, problem.span.column, problem.code) for problem in read(source.encode()).problems]


@pytest.mark.parametrize(
    ("typed", "column", "code"),
    [
        ("La loi de Moore : une promesse", 21, "SK002"),
        ("Note: une promesse", 9, "SK002"),
        ("Attention :", 15, "SK002"),
        ("Attention:", 14, "SK002"),
        ("*gras* et fin", 5, "SK002"),
        ("**gras**", 5, "SK002"),
        ("* puce", 5, "SK002"),
        ("& co", 5, "SK002"),
        ("&amp; co", 5, "SK002"),
        ("%", 5, "SK002"),
        ("% de tout", 5, "SK002"),
        ("@toutes", 5, "SK002"),
        ("`code` d'abord", 5, "SK002"),
        ('"Bonjour" dit-il', 13, "SK002"),
        ("'tis the season", 5, "SK002"),
        ("[Entrée] pour valider", 5, "SK002"),
        ("{x} et y", 5, "SK002"),
        ("- un tiret", 5, "SK002"),
        ("? quoi", 5, "SK002"),
        ("| barre", 5, "SK002"),
        ("> citation", 5, "SK002"),
        (", virgule", 5, "SK002"),
        ("] crochet", 5, "SK002"),
        ("[ouvert", 5, "SK001"),
    ],
)
@pytest.mark.parametrize("above", ["", "# une ligne\n", "b: c\n"])
def test_a_text_that_stops_yaml(typed: str, column: int, code: str, above: str) -> None:
    """It is read as typed, and reported once, at the sign that YAML stumbles over."""
    source = f"{above}fr: {typed}\nen: x\n"
    line = source[: source.index("fr:")].count("\n") + 1

    assert typed == side(source, "fr")
    assert "x" == side(source, "en")
    assert [(line, column, code)] == found(source)


@pytest.mark.parametrize(
    ("source", "path", "text", "expected"),
    [
        ("a:\n  fr: Un début\n    et : la suite\n  en: x\n", ("a", "fr"), "Un début et : la suite", [(3, 8, "SK002")]),
        ("a: {en: A : B, fr: C}\n", ("a", "en"), "A : B", [(1, 11, "SK002")]),
        ("a: {en: Ticket #12, fr: C}\n", ("a", "en"), "Ticket #12", [(1, 16, "SK003")]),
        ("a: {en: C, fr: D : E, et F}\n", ("a", "fr"), "D : E, et F", [(1, 18, "SK002")]),
        ("a: {en: C, fr: #1}\n", ("a", "fr"), "#1", [(1, 16, "SK003")]),
        ("a:\n  en:Hello there\n  fr: C\n", ("a", "en"), "Hello there", [(2, 5, "SK001")]),
        ('a: "C:\\Users"\n', ("a",), "C:\\Users", [(1, 7, "SK001")]),
        ("a:\n  en: x\n fr: y\n", ("a", "fr"), "y", [(3, 2, "SK001")]),
    ],
)
def test_where_and_how_it_is_read(
    source: str, path: tuple[str, ...], text: str, expected: list[tuple[int, int, str]]
) -> None:
    """Texts over several lines, texts in braces, slips of the hand."""
    assert text == side(source, *path)
    assert expected == found(source)


def test_brackets_that_close_at_the_left_margin() -> None:
    """A file written as JSON is, with an unquoted text in it."""
    source = 'a: [\n  {en: b : c, fr: d},\n  "e"\n]\nf: {\n  g: h : i\n}\n'

    assert [(2, 10, "SK002"), (6, 8, "SK002")] == found(source)
    assert "h : i" == side(source, "f", "g")


def test_the_remedy_is_the_quoted_form() -> None:
    """The hint can be copied; single quotes where the text has double ones."""
    problems = read(b'a: b : c\nd: e "f" : g\n').problems

    assert ['put the text in quotes: "b : c"', "put the text in quotes: 'e \"f\" : g'"] == [p.hint for p in problems]


def test_the_remedy_of_an_open_bracket_holds_nothing_of_the_lines_below() -> None:
    """A `[` that is being typed reaches to the end of the deck: the hint does not say all of it again."""
    problems = read(b"slides: [\n  - title: {en: One, fr: Un}\n  - title: {en: Two, fr: Deux}\n").problems
    assert [(1, "close it, or put the text in quotes")] == [(one.span.line, one.hint) for one in problems]


def test_block_texts_and_quoted_texts_are_left_alone() -> None:
    """A repair elsewhere changes nothing in a listing or a text in quotes that spans lines."""
    source = 'code: |\n  x: *p : [1\n  # not a comment\nq: "a : b\n  \'c # d"\nfr: a : b\n'

    assert [(6, 7, "SK002")] == found(source)
    assert "x: *p : [1\n# not a comment\n" == side(source, "code")
    assert "a : b 'c # d" == side(source, "q")


def test_tabs_in_the_indentation_are_reported_once() -> None:
    """The columns stay those of the author's own file."""
    source = "a:\n\tb: c : c\n\td: e\nf: &x g\n"

    assert [(2, 1, "SK001"), (2, 7, "SK002"), (4, 4, "SK005")] == found(source)
    assert "c : c" == side(source, "a", "b")
    assert "e" == side(source, "a", "d")


def test_several_syntax_errors_are_all_reported() -> None:
    """What cannot be read is taken out of the way, and reading goes on."""
    source = "a: b : c\njust words\nd: e\n    f: g\nh: '\ni: 1\ni: 2\n"

    assert {"SK001", "SK002", "SK004"} == {code for _, _, code in found(source)}
    assert "1" == side(source, "i")


def test_many_repairs_cost_little() -> None:
    """Ten thousand unquoted texts are repaired in one pass."""
    source = "".join([f"k{number}: Moore : {number}\n" for number in range(10_000)])

    assert 10_000 == len(found(source))


CONFLICT = "a: b\n<<<<<<< HEAD\nc: ours\n{base}=======\nc: theirs : d\n>>>>>>> other\ne: f\n"


@pytest.mark.parametrize("base", ["", "||||||| 1234567\nc: old\n"])
def test_an_unfinished_merge_is_said_once(base: str) -> None:
    """Our side of it is read, and nobody is told to put git's marks in quotes."""
    source = CONFLICT.format(base=base)

    assert [(2, 1, "SK001")] == found(source)
    assert "ours" == side(source, "c")
    assert "f" == side(source, "e")


@pytest.mark.parametrize(
    "source",
    ["a: |\n  <<<<<<< HEAD\n  b\n  =======\n  c\n  >>>>>>> other\n", 'a: "<<<<<<< HEAD"\n', "a: b\n# <<<<<<< HEAD\n"],
)
def test_marks_that_a_text_shows_are_its_own(source: str) -> None:
    """A talk about git may show an unfinished merge."""
    assert [] == found(source)


def test_many_marks_take_no_longer_than_their_length() -> None:
    """A hundred thousand marks that nothing closes are passed over once."""
    source = "<<<<<<< a\n" * 100_000 + "b: c\n"
    problems: list[Diagnostic] = []

    assert source == without_conflicts(source, problems)
    assert [] == problems
    assert growth(lambda size: partial(without_conflicts, "<<<<<<< a\n" * size + "b: c\n", []), 100_000) < STEEP
