"""Where the signs of a text stand in its file, however YAML has it written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from slidekit.source.diagnostic import Edit
from slidekit.source.fixing import changed, changes, together
from slidekit.source.nodes import Mapping, Scalar, read
from slidekit.source.scalars import File, written
from slidekit.source.span import START, Span


def only(source: str) -> tuple[File, Scalar] | None:
    """The file and the text under `a:`; `None` where YAML cannot read it."""
    found = read(source.encode())
    if found.problems or not isinstance(found.root, Mapping):
        return None
    node = found.root.entries[0][1]
    return (File("\n".join(found.lines)), node) if isinstance(node, Scalar) else None


def place_of(source: str, words: str) -> tuple[int, int, int, int]:
    """Where words of the text stand in the file."""
    found = only(source)
    assert found is not None
    file, node = found
    read_again = written(file, node.span, node.text)
    assert read_again is not None
    at = node.text.index(words)
    return file.span(*read_again.stretch(at, at + len(words)))


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("a: one two\n", "two", (1, 8, 1, 11)),
        ("a: one\n  two\n", "two", (2, 3, 2, 6)),
        ("a: one\n  two\n", "e t", (1, 6, 2, 4)),
        ("a: 'it''s two'\n", "two", (1, 11, 1, 14)),
        ("a: 'it''s two'\n", "'", (1, 7, 1, 9)),
        ('a: "\\u00e9t\\xe9 two"\n', "two", (1, 17, 1, 20)),
        ('a: "\\u00e9t\\xe9 two"\n', "é two", (1, 12, 1, 20)),
        ('a: "one \\\n     two"\n', "two", (2, 6, 2, 9)),
        ('a: "one\n\n\n  two"\n', "\n\ntwo", (1, 8, 4, 6)),
        ("a: |\n  one\n    two\n", "two", (3, 5, 3, 8)),
        ("a: |2-\n    one\n  two\n", "two", (3, 3, 3, 6)),
        ("a: >\n  one\n  two\n\n  three\n", "three", (5, 3, 5, 8)),
        ("a: >- # folded\n  one\n  two", "two", (3, 3, 3, 6)),
    ],
)
def test_words_are_found_where_they_stand(source: str, words: str, expected: tuple[int, int, int, int]) -> None:
    """Line and column of the very sign, in every style."""
    assert expected == place_of(source, words)


def test_a_text_that_was_repaired_has_no_place_for_its_signs() -> None:
    """What does not stand there so is not looked for."""
    assert None is written(File("a: one\n"), START, "another")
    assert None is written(File(""), Span(9, 9, 9, 9), "x")


BODIES = st.lists(
    st.sampled_from(["a", "été ", " ", "\n", "\n\n", "\n   ", "\\n", "\\", "''", "\t", ":", "#", "\\u00a0", "🎉"]),
    max_size=8,
).map("".join)
STYLES = st.sampled_from(["", "'", '"', "|\n", "|-\n", "|+\n", ">\n", ">-\n", ">+\n", "|2\n"])


def typed(style: str, body: str) -> str:
    """A deck of one text under `a:`, in a style."""
    indent = "  " if "\n" in style else ""
    body = indent + "x" + body.replace("\n", "\n  ")
    return f"a: {style}{body}{style if style in (chr(34), chr(39)) else ''}\nb: y\n"


@settings(max_examples=400, deadline=None)
@given(STYLES, BODIES)
@example(">\n", "\n\n  deep\nno\n\n\n")
@example('"', "a \\\n\n  b")
def test_it_reads_as_yaml_reads_it(style: str, body: str) -> None:
    """Sign for sign what libyaml gives."""
    found = only(typed(style, body))
    if found is None:
        return
    file, node = found
    again = written(file, node.span, node.text)

    assert again is not None
    assert node.text == again.signs
    assert len(node.text) == len(again.starts) == len(again.ends)


@settings(max_examples=400, deadline=None)
@given(
    STYLES,
    BODIES,
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 2), st.sampled_from(["\xa0", "x", "'", '"', ": ", " #", "[", "…"])),
        max_size=3,
    ),
)
def test_an_edit_is_read_back(style: str, body: str, wanted: list[tuple[int, int, str]]) -> None:
    """Whatever the style, the text then reads as the edits say, and all else as before."""
    found = only(typed(style, body))
    if found is None:
        return
    file, node = found
    edits = together([Edit(start, start + length, new) for start, length, new in wanted], len(node.text))
    made = changes(file, node.span, node.text, edits)
    if made is None:
        return
    text, at = "", 0
    for change in made:
        text, at = text + file.text[at : change.start] + change.new, change.end
    again = read((text + file.text[at:]).encode())

    if not again.problems:  # what else is changed is left to the whole deck to refuse
        assert isinstance(again.root, Mapping)
        assert [changed(node.text, edits), "y"] == [entry[1][0] for entry in again.root.entries]


@pytest.mark.parametrize(
    ("source", "edit", "expected"),
    [
        ("a: Prix 5\n", Edit(0, 4, "« Prix »"), "a: « Prix » 5\n"),
        ("a: Prix 5\n", Edit(4, 5, " : "), 'a: "Prix : 5"\n'),
        ("a: Prix 5\n", Edit(0, 4, "[Prix]"), 'a: "[Prix] 5"\n'),
        ('a: dit "non"\n', Edit(3, 4, ": "), "a: 'dit: \"non\"'\n"),
        ("a: un\n  deux\n", Edit(0, 0, "- "), 'a: "- un\n  deux"\n'),
        ("a: 'l''eau'\n", Edit(2, 2, "'"), "a: 'l''''eau'\n"),
        ('a: "l\\u0027eau"\n', Edit(1, 2, "’"), 'a: "l’eau"\n'),
        ("a: |\n  un  deux\n", Edit(2, 4, " "), "a: |\n  un deux\n"),
    ],
)
def test_an_edit_in_its_style(source: str, edit: Edit, expected: str) -> None:
    """Only the signs meant change; quotes come where a plain text cannot hold them."""
    found = only(source)
    assert found is not None
    file, node = found
    made = changes(file, node.span, node.text, [edit])

    assert made is not None
    text, at = "", 0
    for change in made:
        text, at = text + file.text[at : change.start] + change.new, change.end
    assert expected == text + file.text[at:]


def test_of_two_edits_of_the_same_signs_the_first_stays() -> None:
    """So that two rules never mend each other's words."""
    edits = [Edit(2, 4, "x"), Edit(3, 5, "y"), Edit(2, 4, "x"), Edit(9, 9, "z"), Edit(5, 20, "w")]

    assert (Edit(2, 4, "x"), Edit(9, 9, "z")) == together(edits, 10)


def test_a_long_text_is_read_in_linear_time() -> None:
    """A megabyte of escapes, quotes or line ends takes no more than a megabyte of words would."""
    for body in ('"' + "\\u00e9" * 150_000 + '"', "'" + "''" * 400_000 + "'", '"' + "a\n " * 300_000 + '"'):
        found = only(f"a: {body}\n")
        assert found is not None
        assert written(found[0], found[1].span, found[1].text) is not None
