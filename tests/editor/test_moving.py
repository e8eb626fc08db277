"""Where a place of an older text stands in the text of this moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidekit.editor.moving import Moved
from slidekit.source.span import Span

BEFORE = ["one", "two words", "", "four", "", "six", "seven"]


def moved(now: list[str]) -> Moved:
    """The way to a text from the one above."""
    return Moved(tuple(BEFORE), tuple(now))


@pytest.mark.parametrize(
    ("now", "places"),
    [
        (BEFORE, [(2, 5), (4, 1), (7, 6)]),
        (["new", *BEFORE], [(3, 5), (5, 1), (8, 6)]),
        (["one", "two new words", "", "four", "", "six", "seven"], [(2, 5), (4, 1), (7, 6)]),
        (["one", "too words", "", "four", "", "six", "seven"], [(2, 5), (4, 1), (7, 6)]),
        (["one", "new two words", "", "four", "", "six", "seven"], [(2, 9), (4, 1), (7, 6)]),
        (["zero", "one", "two words", "x", "y", "", "four", "", "six", "seven!"], [(3, 5), (7, 1), (10, 6)]),
        (["one", "two words", "", "six", "seven"], [(2, 5), (3, 1), (5, 6)]),
    ],
)
def test_places_move_with_their_lines(now: list[str], places: list[tuple[int, int]]) -> None:
    """Lines put in, taken out and changed: a place stays with the signs around it."""
    way = moved(now)

    assert places == [way.place(2, 5), way.place(4, 1), way.place(7, 6)]


def test_a_stretch_grows_with_what_is_typed_in_it() -> None:
    """Typed in the middle of a text, its end moves; typed before it on its line, all of it."""
    assert Span(2, 1, 2, 14) == moved(["one", "two new words", *BEFORE[2:]]).span(Span(2, 1, 2, 10))
    assert Span(2, 9, 2, 14) == moved(["one", "new two words", *BEFORE[2:]]).span(Span(2, 5, 2, 10))


def test_what_changed_is_known() -> None:
    """The lines that may hold something new, from 1."""
    assert [] == list(moved(BEFORE).changed)
    assert [2] == list(moved(["one", "2", *BEFORE[2:]]).changed)
    assert [3, 4] == list(moved([*BEFORE[:2], "a", "b", *BEFORE[2:]]).changed)


LINES = st.lists(st.sampled_from(["a", "b", "c d", "", "e f g"]), min_size=1, max_size=30)


@given(LINES, LINES)
def test_any_place_stays_in_the_text(before: list[str], now: list[str]) -> None:
    """Whatever became of a text, each of its places is one of the new text, and their order stays."""
    way = Moved(before, now)
    places = [(line, column) for line, text in enumerate(before, 1) for column in range(1, len(text) + 2)]

    found = [way.place(*place) for place in places]

    assert all(1 <= line <= len(now) and 1 <= column <= len(now[line - 1]) + 1 for line, column in found)
    assert sorted([line for line, _ in found]) == [line for line, _ in found]


@given(LINES, st.integers(0, 29), LINES)
def test_what_did_not_change_is_found(before: list[str], at: int, new: list[str]) -> None:
    """Lines put in between leave all others what they were."""
    at = min(at, len(before))
    now = [*before[:at], *new, *before[at:]]
    way = Moved(before, now)

    assert before == [now[way.place(line, 1)[0] - 1] for line in range(1, len(before) + 1)]
