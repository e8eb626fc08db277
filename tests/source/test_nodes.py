"""Nodes stand where the author typed them, and what may not stand in a file is named with its place."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from slidekit.source import guards
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence, read
from slidekit.source.span import Span


def found(data: bytes | str) -> list[tuple[int, int, str]]:
    """(line, column, code) of every problem."""
    raw = data.encode() if isinstance(data, str) else data
    return [(problem.span.line, problem.span.column, problem.code) for problem in read(raw).problems]


def values(node: Node | None) -> list[tuple[str, int, int]]:
    """Every scalar's text, line and column, in the order of the file."""
    if isinstance(node, Scalar):
        return [(node.text, node.span.line, node.span.column)]
    if isinstance(node, Sequence):
        return [each for item in node.items for each in values(item)]
    if isinstance(node, Mapping):
        return [each for key, value in node.entries for each in values(key) + values(value)]
    return []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: b\n", [("a", 1, 1), ("b", 1, 4)]),
        ("é😀: 'b'\n", [("é😀", 1, 1), ("b", 1, 5)]),
        ("a: é😀 z\nb: [😀, c]\n", [("a", 1, 1), ("é😀 z", 1, 4), ("b", 2, 1), ("😀", 2, 5), ("c", 2, 8)]),
        ("\ufeffa: b\nc: d\n", [("a", 1, 1), ("b", 1, 4), ("c", 2, 1), ("d", 2, 4)]),
        ("a: b\r\nc: d\r\n", [("a", 1, 1), ("b", 1, 4), ("c", 2, 1), ("d", 2, 4)]),
        ("a: b\rc: d\r", [("a", 1, 1), ("b", 1, 4), ("c", 2, 1), ("d", 2, 4)]),
        ("a: |\n  é\n  f\nc: >-\n  g\n  h\n", [("a", 1, 1), ("é\nf\n", 1, 4), ("c", 4, 1), ("g h", 4, 4)]),
        ("- a\n-   - b\n", [("a", 1, 3), ("b", 2, 7)]),
        ("a:\nb:   \n", [("a", 1, 1), ("", 1, 3), ("b", 2, 1), ("", 2, 3)]),
        ("a: 'x\u2028y'\nb: c\n", [("a", 1, 1), ("x\u2028y", 1, 4), ("b", 2, 1), ("c", 2, 4)]),
    ],
)
def test_positions_count_code_points_from_one(source: str, expected: list[tuple[str, int, int]]) -> None:
    """Accents, emoji, a byte order mark, any line end: columns are those of an editor."""
    source_read = read(source.encode())

    assert expected == values(source_read.root)
    assert () == source_read.problems


@pytest.mark.parametrize("word", ["No", "1:30", "1.10", "2026-03-10", "0x1F", "null", "1_000", "=", "yes"])
def test_scalars_stay_as_typed(word: str) -> None:
    """Nothing is taken for a truth value, a number or a date."""
    assert [("a", 1, 1), (word, 1, 4)] == values(read(f"a: {word}\n".encode()).root)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "SK004")]),
        ("a: &x b\n", [(1, 4, "SK005")]),
        ("a: b\nc: *a\n", [(2, 4, "SK005")]),
        ("a: &x\n  b: c\n", [(1, 4, "SK005")]),
        ("<<: {a: b}\nc: d\n", [(1, 1, "SK005")]),
        ("a: !!str b\n", [(1, 4, "SK006")]),
        ("a: !x {b: c}\n", [(1, 4, "SK006")]),
        ("a: b\n---\nc: d\n", [(2, 1, "SK007")]),
        ("---\na: b\n...\n", []),
        ("a: " + "[" * 33 + "]" * 33, [(1, 35, "SK008")]),
        ("a: b\x07c\n", [(1, 5, "SK011")]),
        ("a: 'é\x85'\nb: \x9f\n", [(1, 6, "SK011"), (2, 4, "SK011")]),
        ("a: b\ufeffc\n", [(1, 5, "SK011")]),
        ("a: b\ufffe\n", [(1, 5, "SK011")]),
        ('a: "b\\x07"\n', [(1, 4, "SK011")]),
        ('a: "b\\e"\n', [(1, 4, "SK011")]),
        ("a: x\u202ey\n", [(1, 5, "SK012")]),
        ("a: x\u202ey\u202c\n", []),
        ("a: x\u2067y\u2069\n", []),
        ("a: x\u2067y\u202c\n", [(1, 5, "SK012"), (1, 7, "SK012")]),
        ("a: x\u2066\nb: y\u2069\n", [(1, 5, "SK012"), (2, 5, "SK012")]),
        ('a: "\\u202e"\n', [(1, 4, "SK012")]),
        ("# \u202e\na: b\n", [(1, 3, "SK012")]),
        ("? [a]\n: b\n", [(1, 3, "SK014")]),
    ],
)
def test_what_may_not_stand_in_a_file(source: str, expected: list[tuple[int, int, str]]) -> None:
    """Each is named by its code at its own place, and only there."""
    assert expected == found(source)


def test_both_places_of_a_duplicate_key() -> None:
    """The message says where the key is there for the first time."""
    (problem,) = read(b"a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\n").problems

    assert "the key `c` is there twice, first at line 3, column 3" == problem.message
    assert Span(5, 3, 5, 4) == problem.span


@pytest.mark.parametrize(
    ("data", "expected", "named"),
    [
        (b"a: caf\xe9\n", (1, 7, "SK010"), "byte 0xe9 at offset 6 "),
        (b"a: \xc3\xa9\nb: \xff\n", (2, 4, "SK010"), "byte 0xff at offset 9 "),
        (b"\xef\xbb\xbfa: \xff\n", (1, 4, "SK010"), "byte 0xff at offset 6 "),
        ("a: b\n".encode("utf-16"), (1, 1, "SK010"), "UTF-16"),
        ("a: b\n".encode("utf-16-be"), (1, 1, "SK010"), "UTF-16"),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, expected: tuple[int, int, str], named: str) -> None:
    """The first offending byte is named by its offset in the file."""
    (problem,) = read(data).problems

    assert expected == (problem.span.line, problem.span.column, problem.code)
    assert named in problem.message


def test_reading_goes_on_after_a_byte_that_is_not_utf8() -> None:
    """One bad byte hides none of what follows it."""
    assert [(1, 4, "SK010"), (3, 1, "SK004")] == found(b"a: \xff\nb: c\na: d\n")


def test_a_file_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over 64 MiB is not read at all."""
    monkeypatch.setattr(guards, "MAX_FILE", 100)

    assert [(1, 1, "SK009")] == found("a: " + "b" * 100)
    assert "the file takes more than the limit of 64 MiB" == read(b"a: " + b"b" * 100).problems[0].message


def test_a_text_over_the_limit() -> None:
    """A text over 1 MB is reported and cut short; one just under it is not."""
    assert [(2, 4, "SK009")] == found("a: b\nc: " + "é" * 500_001 + "\n")
    assert [] == found("a: b\nc: " + "é" * 500_000 + "\n")


@pytest.mark.parametrize("sign", ["[", "{", "- ", "a: [", "[{", "? ", "{a: "])
def test_deep_nesting_is_refused_without_a_crash(sign: str) -> None:
    """Fifty thousand brackets end as one problem, not as the end of the process."""
    problems = found(sign * 50_000)

    assert problems
    assert len(problems) < 40


def test_a_control_character_is_read_as_a_stand_in() -> None:
    """What follows it keeps its column, and no writer ever sees it."""
    assert [("a", 1, 1), ("b\ufffdc", 1, 4)] == values(read(b"a: b\x07c\n").root)


def test_the_collector_is_left_as_it_was() -> None:
    """Reading switches Python's cyclic collector off for its own time only."""
    assert gc.isenabled()

    read(b"a: b\n")

    assert gc.isenabled()


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(
    lambda text: not guards._faults(text)  # pairs of bidirectional signs may stay
)


@given(TEXTS, st.booleans(), st.sampled_from([None, '"', "'", "|", ">"]))
def test_a_text_that_a_dumper_quoted_comes_back(text: str, allow_unicode: bool, style: str | None) -> None:
    """Letter for letter, whatever quotes were chosen."""
    dumped = yaml.safe_dump({"a": text}, allow_unicode=allow_unicode, default_style=style, width=60)

    node = read(dumped.encode()).root

    assert isinstance(node, Mapping)
    assert [text] == [value.text for _, value in node.entries if isinstance(value, Scalar)]


@given(st.binary() | st.text("ab:-#[]{}&*!|>'\"%@`,?~ \t\n\r\\é\u2028\x07", max_size=80).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever stands in a file, reading it gives back problems, never an exception."""
    for problem in read(data).problems:
        assert problem.span.line >= 1
        assert problem.span.column >= 1


KNOTS = """\
from weakref import WeakSet
from slidekit.source.nodes import RARE, read

class Knot:
    def __init__(self):
        self.held = [self, *[[number] for number in range(200)]]

knots = WeakSet()
for _ in range(40 * RARE):
    knots.add(Knot())
    read(b"a: 1")
print(len(knots) < 10 * RARE)
"""


def test_garbage_does_not_stay_for_ever() -> None:
    """A server reads a deck with each key: what refers to itself, made in between, is let go sooner or later."""
    done = subprocess.run([sys.executable, "-c", KNOTS], capture_output=True, text=True, check=True)

    assert "True\n" == done.stdout
