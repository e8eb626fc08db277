"""Lines of any length are counted as the editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from open_decks import ENCODINGS, opened
from pygls.workspace import PositionCodec

from slidekit.editor import navigation
from slidekit.editor.positions import LONG, Lines

SIGNS = "aé😀\t👩‍💻« ’"


def units(text: str, encoding: types.PositionEncodingKind) -> int:
    """How pygls counts, sign by sign."""
    return int(PositionCodec(encoding).client_num_units(text))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(pattern=st.text(SIGNS, min_size=1, max_size=9), column=st.integers(1, 3 * LONG + 9))
def test_a_place_in_a_long_line_is_found_both_ways(
    encoding: types.PositionEncodingKind, pattern: str, column: int
) -> None:
    """A column becomes the editor's, and that the same column again, before and behind each stretch counted at once."""
    line = (pattern * (3 * LONG))[: 3 * LONG]
    column = min(column, len(line) + 1)
    lines = Lines(f"x\n{line}\ny", PositionCodec(encoding))

    position = lines.position(2, column)

    assert types.Position(1, units(line[: column - 1], encoding)) == position
    assert (2, column) == lines.place(position)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_half_a_surrogate_does_no_harm(encoding: types.PositionEncodingKind) -> None:
    """A sign that is none, as an editor may send one, is counted like any other."""
    lines = Lines("a\ud800b", PositionCodec(encoding))

    assert (1, 3) == lines.place(lines.position(1, 3))


def test_a_deck_on_one_line_is_answered_in_time_in_proportion() -> None:
    """A deck in braces with many slides, all on one line, has its names where they are."""
    slides = ", ".join([f'{{id: a{number}, title: {{en: "é ${{v}}", fr: "😀 ${{v}}"}}}}' for number in range(400)])
    document = opened(f"slidekit: 1\ntitle: {{both: A}}\nvars: {{v: {{number: 1}}}}\nslides: [{slides}]\n")

    found = navigation.references(document, types.Position(2, 7), True)

    assert 801 == len(found)
    text = document.lines.lines[3].encode("utf-16-le")
    last = found[-1].range
    assert "v" == text[2 * last.start.character : 2 * last.end.character].decode("utf-16-le")
