"""Where the cursor stands: as the real reader has it in whole decks, and without a fault in broken ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from typing_decks import ABLE, opened

from slidekit.editor.completion import complete
from slidekit.editor.context import Place, place
from slidekit.editor.links import links
from slidekit.editor.positions import split
from slidekit.rules import pages
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence, read

ROOT = Path(__file__).resolve().parents[2]
DECKS = [*sorted((ROOT / "decks").glob("*.yaml")), ROOT / "tests/golden/every-block.yaml"]
EXAMPLES = [
    text for page in pages.pages() for text in (pages.deck_of(one).decode("utf-8", "replace") for one in page.good)
]
HEAD = (
    "slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {en: X, fr: Y}\n"
    "    notes:\n      en: |\n        foo: bar\n      fr: x\n"
)


def at(typed: str) -> Place:
    """The place of the `¦` in a text."""
    before, _, after = typed.partition("¦")
    return place(split(before + after), before.count("\n") + 1, len(before) - before.rfind("\n"))


def scalars(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[Scalar, tuple[str, ...], str]]:
    """Every scalar of a tree, with the path that leads to it and what it is."""
    if isinstance(node, Scalar):
        yield node, path, "value"
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item, (*path, "-"))
    elif isinstance(node, Mapping):
        for name, each in node.entries:
            yield name, path, "key"
            yield from scalars(each, (*path, name.text))


def places_of(data: bytes) -> Iterator[tuple[Scalar, tuple[str, ...], str, Place]]:
    """Each scalar of a file as the reader has it, and what the scanner makes of its first line."""
    root = read(data).root
    assert root is not None
    lines = split(data.decode())
    for scalar, path, what in scalars(root):
        if scalar.text.strip() and scalar.style not in ("|", ">"):
            middle = max(len(lines[scalar.span.line - 1]) - scalar.span.column + 1, 1)
            if scalar.span.line == scalar.span.end_line:
                middle = scalar.span.end_column - scalar.span.column
            yield scalar, path, what, place(lines, scalar.span.line, scalar.span.column + (middle + 1) // 2)


@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.name)
def test_the_scanner_agrees_with_the_reader(deck: Path) -> None:
    """In a whole deck, what stands under the cursor is what the YAML reader has there: the same keys lead to it."""
    strays = [
        (scalar.span[:2], what, path, found.what, found.path)
        for scalar, path, what, found in places_of(deck.read_bytes())
        if (what, path) != (found.what, found.path)
        and not (what == "value" and path[-1:] == ("-",) and found.fresh and found.path == path)
    ]

    assert [] == strays


def test_it_agrees_on_every_example_of_the_rules() -> None:
    """So it is in the examples of the rules' pages, which are typed in every style."""
    strays = [
        (text, scalar.span[:2], what, path, found.what, found.path)
        for text in EXAMPLES
        if text.lstrip().startswith(("slidekit:", "# yaml"))
        for scalar, path, what, found in places_of(text.encode())
        if (what, path) != (found.what, found.path)
        and not (what == "value" and path[-1:] == ("-",) and found.fresh and found.path == path)
    ]

    assert [] == strays


@pytest.mark.parametrize(
    ("typed", "what", "path", "before", "keys"),
    [
        ("¦", "key", (), "", []),
        ("sli¦", "key", (), "sli", []),
        (HEAD + "¦", "key", (), "", ["slidekit", "title", "slides"]),
        (HEAD + "  ¦", "item", ("slides",), "", []),
        (HEAD + " ¦", "nothing", (), "", []),
        (HEAD + "    text:\n      en: a\n     ¦", "nothing", (), "", []),
        (HEAD + "  - ¦", "key", ("slides", "-"), "", []),
        (HEAD + "    ¦", "key", ("slides", "-"), "", ["title", "notes"]),
        (HEAD + "    tit¦\n    time: 3m\n  - id: x\n", "key", ("slides", "-"), "tit", ["title", "notes", "time"]),
        (HEAD + "    layout:¦", "value", ("slides", "-", "layout"), "", ["title", "notes", "layout"]),
        (HEAD + "    layout: ¦", "value", ("slides", "-", "layout"), "", ["title", "notes", "layout"]),
        (HEAD + "    text: {¦", "key", ("slides", "-", "text"), "", []),
        (HEAD + "    text: {en: a, f¦\n    time: 3m", "key", ("slides", "-", "text"), "f", ["en"]),
        (HEAD + '    text: {en: "a ${b¦\n    time: 3m', "value", ("slides", "-", "text", "en"), "a ${b", ["en"]),
        (HEAD + '    text:\n      en: "open\n      fr: ¦', "value", ("slides", "-", "text", "fr"), "", ["en", "fr"]),
        (HEAD + "    text:\n      en: a\n      ¦\n", "key", ("slides", "-", "text"), "", ["en"]),
        (HEAD + "    bullets:\n      ¦", "key", ("slides", "-", "bullets"), "", []),
        (HEAD + "    bullets:\n    - ¦", "key", ("slides", "-", "bullets", "-"), "", []),
        (HEAD + "    bullets:\n      - en: a\n        ¦", "key", ("slides", "-", "bullets", "-"), "", ["en"]),
        (HEAD + "    highlight: [1, ¦]", "value", ("slides", "-", "highlight", "-"), "", []),
        (HEAD + "    # slidekit: ig¦", "comment", ("slides", "-", "notes", "fr"), " slidekit: ig", ["en", "fr"]),
        (HEAD + "    code: |\n      def f(¦", "value", ("slides", "-", "code"), "def f(", ["title", "notes", "code"]),
        (HEAD.replace("o: bar", "o: b¦ar"), "value", ("slides", "-", "notes", "en"), "foo: b", ["en", "fr"]),
        ("slides:\n- title: {en: a}\n  ¦", "key", ("slides", "-"), "", ["title"]),
        ("slides:\n- title: {en: a}\n- ti¦", "key", ("slides", "-"), "ti", []),
        ("\ufeffslidekit: 1\r\nslides:\r\n  - id: a\r\n    ¦\r\n", "key", ("slides", "-"), "", ["id"]),
    ],
)
def test_half_typed_decks(typed: str, what: str, path: tuple[str, ...], before: str, keys: list[str]) -> None:
    """While a key, a quote or a brace is typed, the place is told by what stands round it."""
    found = at(typed)

    assert what == found.what
    assert what == "nothing" or (path, before, keys) == (found.path, found.before, list(found.keys))


def test_what_is_never_closed_ends_with_its_slide() -> None:
    """A brace that nobody closed does not swallow the slides below it."""
    typed = "slides:\n  - title: {en: a\n  - title: [x\n    notes: {en: b, fr: 'c\n  - id: z\n    lay¦"

    found = at(typed)

    assert ("key", ("slides", "-"), ["id"]) == (found.what, found.path, list(found.keys))


WHOLE = DECKS[0].read_text("utf-8")[:6_000]


@settings(max_examples=150, deadline=None)
@given(
    cut=st.integers(0, len(WHOLE)),
    until=st.integers(0, 40),
    typed=st.text("{}[]:,'\"#|>-&*!%@` \t\n\r\\$aé🙂\u2028\ufeff", max_size=12),
    column=st.integers(-2, 200),
)
def test_no_text_is_too_broken(cut: int, until: int, typed: str, column: int) -> None:
    """Whatever is typed or taken out anywhere, a place is told on its own line, and nothing is raised."""
    text = WHOLE[:cut] + typed + WHOLE[cut + until :]
    lines = split(text)
    line = text[: cut + len(typed)].count("\n") + 1

    found = place(lines, line, column)

    assert found.what == "nothing" or (found.line == line and 1 <= found.start <= found.end)


@settings(max_examples=150, deadline=None)
@given(st.text("{}[]:,'\"#|>- \n\tab$\\", max_size=120), st.integers(1, 10), st.integers(1, 20))
def test_no_line_noise_is_too_odd(text: str, line: int, column: int) -> None:
    """Lines of nothing but signs are read as well, at every place."""
    found = place(split(text), line, column)

    assert found.what in ("key", "value", "item", "comment", "nothing")


def test_what_is_far_away_is_not_read() -> None:
    """In a thousand slides only the one round the cursor is read: as many lines as it has."""
    slide = "  - title: {en: a, fr: b}\n    notes:\n      en: c\n      fr: d\n"
    seen: list[int] = []

    class Counted(list[str]):
        """Lines that count how often they are looked at in full."""

        def __getitem__(self, index):  # type: ignore[no-untyped-def]
            seen.append(index)
            return super().__getitem__(index)

    lines = Counted(split("slidekit: 1\nslides:\n" + slide * 1_000 + "    ti"))
    found = place(lines, len(lines), 7)

    assert (("slides", "-"), "ti") == (found.path, found.before)
    assert len(seen) < len(lines) + 100


@pytest.mark.parametrize(
    "line",
    ["{" * 9_000 + "}" * 9_000, "- " * 9_000, "[" * 9_000, "a" * 19_000, "'" * 19_000, '\\"' * 9_000, "${" * 9_000,
     "# slidekit: ignore " + "a  " * 6_000 + "!", " " * 19_000 + ":", "http://" + ")" * 19_000, "\\" * 19_000 + "!"],
)  # fmt: skip
def test_lines_made_to_exhaust_it(line: str, tmp_path: Path) -> None:
    """A line of nothing but braces, dashes or quotes takes no more memory and time than its length."""
    for begun in ("    text: {en: ", "    text: ", "    ", ""):
        text = HEAD + begun + line
        document = opened(text, tmp_path / "talk.yaml", HEAD)
        at = types.Position(HEAD.count("\n"), len(begun) + len(line))

        found = place(document.lines.lines, at.line + 1, at.character + 1)
        offered = complete(document, at, ABLE)

        assert len(found.path) <= 64
        assert len(offered.items) <= 300
        assert len(links(document)) <= 1


def test_a_key_above_braces_has_no_colon_of_theirs() -> None:
    """A word that is being typed above a list in braces is a key without a colon: its completion brings one."""
    lines = "slidekit: 1\nslides:\n  - title: {en: A, fr: B}\n    ti\n    bullets:\n      - {en: a, fr: b}".split("\n")

    here = place(lines, 4, 7)

    assert ("key", "ti", False) == (here.what, here.before, here.colon)
