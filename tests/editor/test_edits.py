"""Edits in both directions: what the author types into the server's text, what the server offers for the editor's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from slidekit.editor.edits import between
from slidekit.editor.positions import Lines, split

SIGNS = st.text(alphabet="aé😀\u2028\t:-# \r\n\ufeff", max_size=40)
LINES = st.lists(st.sampled_from(["", "a", "ab", "a b", "- é", "😀"]), min_size=1, max_size=8)
ENCODINGS = st.sampled_from([(one, size) for one, size in (("utf-8", 1), ("utf-16", 2), ("utf-32", 4))])


@given(LINES, LINES)
def test_what_is_between_two_texts_makes_one_of_the_other(before: list[str], after: list[str]) -> None:
    """The changes are in order, none over another, and give the new text sign for sign."""
    old = "\n".join(before)
    made, at = "", 0
    for change in between(before, after):
        assert at <= change.start <= change.end
        made += old[at : change.start] + change.new
        at = change.end

    assert "\n".join(after) == made + old[at:]


@given(SIGNS, SIGNS, st.integers(0, 40), st.integers(0, 40), ENCODINGS)
def test_an_edit_is_made_where_the_editor_made_it(
    text: str, new: str, first: int, second: int, encoding: tuple[str, int]
) -> None:
    """A change between two places, counted as agreed, changes those signs and no other."""
    name, size = encoding
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    start, end = (at - 1 if text[at - 1 : at + 1] == "\r\n" else at for at in (start, end))

    def position(offset: int) -> types.Position:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return types.Position(len(before) - 1, len(before[-1].encode(name if size == 1 else f"{name}-le")) // size)

    lines = Lines(text, PositionCodec(types.PositionEncodingKind(name)))
    change = types.TextDocumentContentChangePartial(types.Range(position(start), position(end)), new)

    edited = lines.edited([change])

    assert text[:start] + new + text[end:] == edited.text
    assert split(edited.text) == edited.lines


@given(SIGNS, st.integers(-1, 9), st.integers(0, 60), ENCODINGS)
def test_every_place_comes_back(text: str, line: int, character: int, encoding: tuple[str, int]) -> None:
    """A place that an editor names is one in the text, and is told as the same or the nearest."""
    lines = Lines(text, PositionCodec(types.PositionEncodingKind(encoding[0])))

    place = lines.place(types.Position(max(line, 0), character))

    assert place == lines.place(lines.position(*place))
    assert 1 <= place[0] <= len(lines.lines)
    assert 1 <= place[1] <= len(lines.lines[place[0] - 1]) + 1
