"""Whatever the deck, wherever the cursor, however old what is known: each answer is one that editors accept."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from lsprotocol.converters import get_converter
from open_decks import ENCODINGS, opened, typed

from slidekit.editor import folding, hints, navigation, renaming, selection, symbols, tokens
from slidekit.editor.client import Client
from slidekit.editor.document import Document
from slidekit.editor.refusing import Refused

ROOT = Path(__file__).parents[2]
DECKS = {
    name: (ROOT / name).read_text("utf-8") for name in ("tests/golden/every-block.yaml", "decks/annual-report.yaml")
}
HOSTILE = (
    "", "\n", "slidekit: 1\n", "- a\n", "slidekit: 1\ntitle: x\nslides: {}\n",
    "slidekit: 1\nslides:\n- \n-\n- - x\n-   id:\n",
    "\ufeffslidekit: 1\r\ntitle: {en: 😀, fr: 😀}\r\nslides:\r\n\t- title: {en: 👩‍💻\t${a}, fr: x}\r\n",
    "slidekit: 1\nvars:\n  a: {en: '😀', fr: b}\n  ? b\n  : c\nslides: [{title: {both: '${a}'}}, {id: a}\n"
    ", {id: 'é😀'}]\nduration: 3m\n",
    "slidekit: 1\rvars: {a: 1}\rslides:\r  - section: {both: ''}\r    title: {both: |\r     x}\r  -\r    time: 1m\r",
)  # fmt: skip
PIECES = (
    "  - title: {en: ", "'", '"', "\t", "\r\n", "\r", "  - id: words\n", "${", "${saved}", "}", "😀",
    ": ", "# ", "|\n", "- ",
    "slides:\n", "\n\n", "[", "]", "fr:",
    "  - section:\n      en: X\n      fr: Y\n", "\u2028", "\x00", "\ud800", "vars:\n  z: 1\n",
)  # fmt: skip
CONVERTER = get_converter()


def length(text: str, encoding: types.PositionEncodingKind) -> int:
    """How many units an editor counts in a line."""
    name, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding.value]
    return len(text.encode(name, "surrogatepass")) // size


def judge(document: Document, encoding: types.PositionEncodingKind, *ranges: types.Range) -> None:
    """A range is in the text, and does not end before it begins."""
    rows = document.lines.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for range in ranges:
        assert range.start <= range.end
        for place in (range.start, range.end):
            assert 0 <= place.line < len(rows)
            assert 0 <= place.character <= length(rows[place.line], encoding)


def judge_tree(document: Document, encoding: types.PositionEncodingKind, symbol: types.DocumentSymbol) -> None:
    """A symbol has a name, shows a place in itself, and holds those under it (LSP 3.17, `DocumentSymbol`)."""
    judge(document, encoding, symbol.range, symbol.selection_range)
    assert symbol.name
    assert "\n" not in symbol.name
    assert symbol.range.start <= symbol.selection_range.start
    assert symbol.selection_range.end <= symbol.range.end
    for inner in symbol.children or ():
        judge_tree(document, encoding, inner)


def ask(document: Document, encoding: types.PositionEncodingKind, place: types.Position) -> None:
    """Ask everything at a place, and look at each answer."""
    tree = symbols.document_symbols(document, True, str)
    for symbol in tree:
        assert isinstance(symbol, types.DocumentSymbol)
        judge_tree(document, encoding, symbol)
    flat = symbols.document_symbols(document, False, str)
    judge(document, encoding, *[one.location.range for one in flat if isinstance(one, types.SymbolInformation)])
    found = symbols.workspace_symbols([document], "e", str)
    judge(document, encoding, *[one.location.range for one in found if isinstance(one.location, types.Location)])
    last = len(document.lines.lines)
    for fold in folding.folding_ranges(document, None):
        assert 0 <= fold.start_line < fold.end_line < last
    assert 3 >= len(folding.folding_ranges(document, 3))
    everything = types.Range(types.Position(0, 0), types.Position(last, 0))
    told = hints.inlay_hints(document, everything, True, str)
    judge(document, encoding, *[types.Range(one.position, one.position) for one in told])
    judge(document, encoding, *[one.range for one in navigation.highlights(document, place)])
    judge(document, encoding, *[one.range for one in navigation.references(document, place, True)])
    for one in navigation.declaration(document, place, True):
        assert isinstance(one, types.LocationLink)
        judge(document, encoding, one.target_range, one.target_selection_range)
    navigation.definition(document, place, True)
    data = tokens.semantic_tokens(document).data
    assert all(number >= 0 for number in data)
    assert all(line or column for line, column in zip(data[5::5], data[6::5], strict=True))
    (grown,) = selection.selection_ranges(document, [place])
    judge_selection(document, encoding, grown)
    renaming.prepare(document, place)
    try:
        edit = renaming.rename(document, place, "another", Client())
    except Refused:
        return
    for edits in ((edit.changes if edit else None) or {}).values():
        judge(document, encoding, *[one.range for one in edits])
        starts = sorted([(one.range.start, one.range.end) for one in edits])
        assert all(before[1] <= after[0] for before, after in pairwise(starts))
    CONVERTER.unstructure([tree, told, grown, edit])


def judge_selection(document: Document, encoding: types.PositionEncodingKind, grown: types.SelectionRange) -> None:
    """Each range holds the one before and is larger (LSP 3.17, `SelectionRange`)."""
    judge(document, encoding, grown.range)
    if grown.parent is not None:
        assert grown.parent.range.start <= grown.range.start
        assert grown.range.end <= grown.parent.range.end
        assert grown.range != grown.parent.range
        judge_selection(document, encoding, grown.parent)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_decks_are_answered(text: str, encoding: types.PositionEncodingKind) -> None:
    """Empty files, other files, byte order marks, lone returns, braces, odd keys: at every place an answer."""
    document = opened(text, encoding)
    for number, line in enumerate(document.lines.lines):
        for character in range(length(line, encoding) + 2):
            ask(document, encoding, types.Position(number, character))
    ask(document, encoding, types.Position(999, 999))


@pytest.mark.parametrize("name", DECKS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_decks_under_work_are_answered(name: str, data: st.DataObject) -> None:
    """Typed over, cut off, with whatever pasted in, and known only as they were before."""
    text = DECKS[name]
    encoding = data.draw(st.sampled_from(ENCODINGS))
    document = opened(text, encoding)
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from((0, 1, 5, 80, 2000))))
        text = text[:start] + "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=4))) + text[end:]
    typed(document, text)
    line = data.draw(st.integers(0, len(document.lines.lines)))
    place = types.Position(line, data.draw(st.integers(0, 90)))

    ask(document, encoding, place)
    if data.draw(st.booleans()):
        ask(opened(text, encoding), encoding, place)
