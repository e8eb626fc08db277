"""What reaches a terminal: no sign that steers it, and carets under what they mean."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from slidekit.cli.report import around, source_lines
from slidekit.cli.terminal import visible, width

STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@given(st.text())
def test_no_sign_that_steers_is_shown_raw(text: str) -> None:
    """Whatever a deck holds, no control, line or direction sign of it is printed."""
    shown = visible(text)

    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in STEERING]


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M", "Zs"])))
def test_ordinary_words_are_shown_as_they_are(text: str) -> None:
    """Letters, accents, emoji and every kind of space stay what they are."""
    known = "".join(sign for sign in text if unicodedata.category(sign) != "Cn")

    assert known == visible(known)


def test_signs_are_named_by_their_number() -> None:
    """Controls, directions and bytes that are no UTF-8 each have their own form."""
    assert r"\x1b[31m\x0a\u202e\xff\U000e0001" == visible("\x1b[31m\n\u202e\udcff\U000e0001")


def shown_width(text: str) -> int:
    """The columns that a terminal would use."""
    return sum(map(width, text))


@given(st.text(st.sampled_from("ab é日🎉\t\x1b\u200b\u0301"), min_size=1, max_size=300), st.data())
def test_the_caret_is_inside_the_cut_line(line: str, draw: st.DataObject) -> None:
    """However long and wide a line is, what is shown has room, and the caret is under its place."""
    start = draw.draw(st.integers(0, len(line) - 1))
    end = draw.draw(st.integers(start + 1, len(line)))
    room = draw.draw(st.integers(30, 120))

    shown, before, under = around(line, start, end, room)

    assert shown_width(shown) <= room
    assert under >= 1
    assert before < room


def test_a_short_line_is_shown_whole() -> None:
    """Nothing is cut where there is room."""
    assert ("title: A", 7, 1) == around("title: A", 7, 8, 80)


def test_a_very_long_line_is_cut_on_both_sides() -> None:
    """Only what is near the place is looked at, and both cuts show."""
    shown, before, under = around("a" * 500_000 + "b" + "a" * 500_000, 500_000, 500_001, 40)

    assert ("…" + "a" * 13 + "b" + "a" * 24 + "…", 14, 1) == (shown, before, under)


def test_lines_end_where_the_reader_ends_them(tmp_path: Path) -> None:
    """Old line ends count as lines too."""
    (tmp_path / "old.yaml").write_bytes(b"a\r\nb\rc\n")

    assert ["a", "b", "c", ""] == source_lines(str(tmp_path / "old.yaml"))


def test_wide_signs_take_two_columns() -> None:
    """The caret counts columns, not signs."""
    assert ("日本 a", 5, 1) == around("日本 a", 3, 4, 80)


def test_a_tab_is_shown_as_spaces() -> None:
    """A tab goes to the next multiple of four, and the caret with it."""
    assert ("a   b", 4, 1) == around("a\tb", 2, 3, 80)


def test_a_place_beyond_the_line_is_its_end() -> None:
    """What lacks at the end of a line is marked just after it."""
    assert ("fr:", 3, 1) == around("fr:", 3, 4, 80)
