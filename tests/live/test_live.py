"""A deck while it is typed: what is known of it is what a check of the whole file would find, at every keystroke."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typed_slides import EXAMPLES, FRAGMENTS, HEAD, PLAIN

from slidekit import build
from slidekit.deck.reading import read_deck
from slidekit.live import Live, State, checking
from slidekit.source.nodes import read_lines

WIDE = "\ufeff"
TEN = HEAD + "".join(
    PLAIN.replace("Fast tests", f"Test {n}").replace("Des tests rapides", f"Essai {n}") for n in range(10)
)
"""Ten slides without a fault."""


def agrees(live: Live, text: str) -> State:
    """What is known of a text, which must be what the whole check finds."""
    data = text.encode("utf-8", "surrogatepass")
    state, whole = live.update(data), build.read(live.path, typed=data)
    assert whole.diagnostics == state.diagnostics
    if whole.deck is not None:
        assert (whole.deck, whole.stats) == (state.deck, state.stats)
    return state


@pytest.fixture
def live(tmp_path: Path) -> Live:
    """A deck in a folder of its own."""
    (tmp_path / "deck.yaml").write_text(TEN, "utf-8")
    return Live(tmp_path / "deck.yaml")


@st.composite
def decks(draw: st.DrawFn) -> str:
    """A deck of any slides."""
    slides = "".join(draw(st.lists(st.one_of(st.just(PLAIN), st.sampled_from(EXAMPLES)), min_size=1, max_size=7)))
    text = HEAD + slides + draw(st.sampled_from(["", "", "theme: boreal\nauthor: Me\n"]))
    return draw(st.sampled_from([text] * 6 + [text.replace("\n", "\r\n"), WIDE + text, text.rstrip("\n")]))


@st.composite
def changed(draw: st.DrawFn, text: str) -> str:
    """A text after something was typed, pasted, taken out, moved or repeated."""
    at = draw(st.integers(0, len(text)))
    match draw(st.sampled_from(["type", "type", "type", "delete", "move", "paste", "slide", "burst"])):
        case "type":
            return text[:at] + draw(st.sampled_from(FRAGMENTS)) + text[at:]
        case "burst":
            return text[:at] + "".join(draw(st.lists(st.sampled_from(FRAGMENTS), max_size=4))) + text[at:]
        case "delete":
            return text[:at] + text[at + draw(st.sampled_from([1, 1, 1, 2, 5, 20, 200])) :]
        case "paste":
            return text[:at] + draw(st.sampled_from(EXAMPLES)) + text[at:]
        case "slide":
            dash = text.find("\n  - ", at) + 1
            return text[:dash] + draw(st.sampled_from(EXAMPLES)) + text[dash:]
        case _:
            lines = text.split("\n")
            first = draw(st.integers(0, len(lines) - 1))
            block = lines[first : first + draw(st.integers(1, 8))]
            del lines[first : first + len(block)]
            to = draw(st.integers(0, len(lines)))
            return "\n".join([*lines[:to], *block, *lines[to:]])


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_edit_gives_what_the_whole_check_gives(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Typing, pasting, deleting, moving and undoing, hostile signs included: the findings are those of the file."""
    live = Live(tmp_path_factory.getbasetemp() / "typed.yaml")
    texts = [data.draw(decks())]
    agrees(live, texts[0])
    for _ in range(data.draw(st.integers(1, 6))):
        undone = len(texts) > 1 and data.draw(st.integers(0, 3)) == 0
        texts.append(texts[-2] if undone else data.draw(changed(texts[-1])))
        agrees(live, texts[-1])


EACH_KEY = ["    takeaway: {en: A : b # c, fr: 'l''ami'}\n", "    notes:\n      en: It’s 5\n      fr: C’est 6\n"]


@pytest.mark.parametrize(
    "typed", [*EACH_KEY, "  - title: {en: New, fr: Neuve}\n", "    id: here\n", "\t- x\n", "key\n"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_keystroke_of_a_line(live: Live, typed: str, end: str) -> None:
    """A line typed sign by sign in the middle of a deck, then taken out again, is right at every sign."""
    text = TEN.replace("\n", end)
    at = text.index("  - title: {en: Test 5")
    for count in [*range(len(typed) + 1), *range(len(typed), -1, -1)]:
        agrees(live, text[:at] + typed[:count].replace("\n", end) + text[at:])


def test_a_megabyte_is_pasted(live: Live) -> None:
    """A text of more than a megabyte is pasted into a bullet, and taken out."""
    at = TEN.index("Two")
    agrees(live, TEN)
    agrees(live, TEN[:at] + "mot " * 300_000 + TEN[at:])

    assert () == agrees(live, TEN).diagnostics


def test_only_what_changed_is_read(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a deck is known, an edit in a slide's first line reads its neighbours and no other slide."""
    agrees(live, TEN)
    read: list[int] = []
    whole = read_lines

    def counted(lines: list[str], *more: object) -> object:
        read.append(sum(line.lstrip().startswith("- title") for line in lines))
        return whole(lines, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("slidekit.live.reading.read_lines", counted)
    live.update(TEN.replace("Test 5", "Test five").encode())
    live.update(TEN.replace("Test 5,", "Test five,\n    ").encode())

    assert [3, 3] == read


def test_a_misread_text_elsewhere_keeps_edits_quick(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """A French colon that waits for its quotes in one slide does slow the keys in another."""
    broken = TEN.replace("fr: Deux", "fr: Deux : trois", 1)
    agrees(live, TEN)
    agrees(live, broken)
    agrees(live, broken.replace("Test 8", "Test eight"))

    def never(_data: bytes) -> object:
        raise AssertionError("the whole file was read")

    with monkeypatch.context() as patched:
        patched.setattr("slidekit.live.reading.read_whole", never)
        live.update(broken.replace("Test 8", "Test eigh").encode())

    agrees(live, broken.replace("Test 8", "Test eig"))


def test_what_is_torn_off_below_the_slides_hangs_on_them(live: Live) -> None:
    """A line at the margin tears the last slide apart: how the rest is repaired is not known without the slides."""
    torn = "title: {en: A talk}\nslides:\n  - title:\n  - title:\n    time: 54s\n@    notes:\n      en: >-\n    re"
    agrees(live, torn)

    agrees(live, torn.replace("A talk", "The talk"))


def test_a_check_that_came_to_nothing_leaves_nothing_behind(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read in the middle of a check: the next one is exact, where slides had moved, too."""
    long = TEN.replace("Test 5", "word " * 900)
    agrees(live, long)
    moved = long.replace("  - title: {en: Test 2", "  - title: {en: New, fr: Neuve}\n  - title: {en: Test 2")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(checking, "added", refused)
        with pytest.raises(PermissionError):
            live.update(moved.encode())

    assert "SK401" in [one.code for one in agrees(live, moved).diagnostics]


def test_a_broken_line_keeps_what_was_found(live: Live) -> None:
    """In the middle of a key the syntax error stands beside what was found before, each finding on its own line."""
    text = TEN.replace("Test 7,", "Test  7,").replace("Test 3,", "Test  3,")
    before = agrees(live, text)
    at = text.index("  - title: {en: Test 5")
    state = agrees(live, text[:at] + "    takeaw\n" + text[at:])

    assert not before.broken
    assert state.broken
    lines = [(one.code, one.span.line) for one in before.diagnostics]
    middle = text.count("\n", 0, at) + 1
    wanted = sorted([(line if line < middle else line + 1, code) for code, line in lines] + [(middle, "SK001")])
    assert wanted == sorted((one.span.line, one.code) for one in state.steady)


def test_a_text_without_a_deck_keeps_the_deck(live: Live) -> None:
    """While nothing can be read, the last deck stays, with the text that it is of."""
    agrees(live, TEN)
    state = agrees(live, "")

    assert state.broken
    assert (read_deck(TEN.encode())[0], TEN.encode()) == (state.deck, state.read)
    assert not agrees(live, TEN).broken


def picture(home: Path) -> None:
    """A picture appears."""
    shutil.copy(Path(__file__).parents[1] / "golden" / "dot.png", home / "dot.png")


BESIDE: dict[str, Callable[[Path], object]] = {
    "picture": picture,
    "settings": lambda home: (home / "slidekit.toml").write_text('[rules]\nSK312 = "error"\nSK109 = "off"\n'),
    "theme": lambda home: (home / "own.yaml").write_text("name: own\nextends: nothing\n"),
    "glossary": lambda home: (home / "terms.yaml").write_text("terms:\n  - {en: cost, fr: prix}\n"),
}


@pytest.mark.parametrize("change", BESIDE.values(), ids=BESIDE)
def test_files_beside_the_deck_are_seen(live: Live, change: Callable[[Path], object]) -> None:
    """A picture, settings, a theme or a glossary that appear, change or go are seen at the next look, untold."""
    text = TEN + "theme: own.yaml\nglossary: terms.yaml\n"
    text = text.replace("    notes:", "    image: dot.png\n    alt: {en: the the dot, fr: le point}\n    notes:", 1)
    home = live.path.parent
    kept = {one.name for one in home.iterdir()}
    before = agrees(live, text)
    change(home)
    after = agrees(live, text)
    for one in home.iterdir():
        if one.name not in kept:
            one.unlink()

    assert before.diagnostics != after.diagnostics
    assert before.diagnostics == agrees(live, text).diagnostics
