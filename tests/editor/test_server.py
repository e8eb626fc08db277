"""What is underlined while a deck is typed, through pygls' client and the real process."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from client import ABLE, DECK, Editor, codes, edit, end, last, session, start
from lsprotocol import types

from slidekit.editor.document import path_of


def test_a_mistake_is_underlined_while_it_is_typed(tmp_path: Path) -> None:
    """A text without its French is underlined where it stands, and no more once it is there."""

    async def story(editor: Editor) -> tuple[list[tuple[object, ...]], int]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        before = await editor.found(uri)
        await editor.type(uri, edit(4, 17, 17, ", fr: Deux"))
        after = await editor.found(uri)
        return [(one.code, one.range.start.line, one.source) for one in before], len(after)

    assert ([("SK101", 4, "slidekit")], 0) == session(tmp_path, story)


def test_findings_are_those_of_check(tmp_path: Path) -> None:
    """What is underlined is what `slidekit check` tells, in its order, weights and words."""
    text = Path("tests/project/twenty-mistakes.yaml").read_text(encoding="utf-8")
    deck = tmp_path / "talk.yaml"
    deck.write_text(text, encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "slidekit", "check", "talk.yaml", "--format", "json", "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    told = [(one["code"], one["line"]) for one in json.loads(checked.stdout)["diagnostics"]]

    async def story(editor: Editor) -> list[tuple[object, int]]:
        return codes(await editor.found(await editor.open(deck)))

    assert told == [(code, line + 1) for code, line in session(tmp_path, story)]
    assert len(told) >= 20


def test_a_finding_links_to_its_page_and_to_the_first_place(tmp_path: Path) -> None:
    """The code opens the rule's page, in the author's language; a key that is there twice points at the first."""
    text = DECK.replace("{en: Two}", "{en: Two, fr: Deux}") + "    time: 1m\n    time: 2m\n"

    async def story(editor: Editor) -> tuple[object, str, int]:
        (found,) = await editor.found(await editor.open(tmp_path / "talk.yaml", text))
        assert found.code_description is not None
        assert found.related_information is not None
        page = path_of(found.code_description.href).read_text(encoding="utf-8")
        return found.code, page.splitlines()[0], found.related_information[0].location.range.start.line

    assert ("SK004", "# SK004 duplicate-key", 5) == session(tmp_path, story)


@pytest.mark.parametrize(
    ("arguments", "locale", "said"),
    [
        ((), "fr-CA", "pas de français"),
        (("--lang", "en"), "fr", "no French"),
        (("--lang", "fr"), "en-CA", "pas de français"),
        ((), "de", "no French"),
    ],
)
def test_the_editor_s_language_is_spoken(tmp_path: Path, arguments: tuple[str, ...], locale: str, said: str) -> None:
    """A French editor reads French; `--lang` wins; a language that we do not speak is English."""

    async def story(editor: Editor) -> str:
        (found,) = await editor.found(await editor.open(tmp_path / "talk.yaml", DECK))
        return found.message

    assert said in session(tmp_path, story, *arguments, locale=locale)


def test_a_file_that_is_no_deck_is_left_alone(tmp_path: Path) -> None:
    """Other YAML gets no findings and no answers, until it becomes a deck; a deck that stops being one is cleared."""

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "other.yaml", "a: 1\nslides: 5\n")
        at = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
        answer = await editor.text_document_hover_async(at)
        silent = uri not in editor.published
        await editor.write(uri, DECK)
        deck = codes(await editor.found(uri))
        await editor.write(uri, "a: 1\n")
        none = await editor.until(lambda: True if not last(editor, uri) else None)
        return [answer, silent, deck, none]

    assert [None, True, [("SK101", 4)], True] == session(tmp_path, story)


def test_closing_a_deck_takes_its_findings_away(tmp_path: Path) -> None:
    """What is closed is underlined no more, also if it is closed while it is being checked."""

    async def story(editor: Editor) -> list[int]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        await editor.found(uri)
        await editor.write(uri, DECK + "  - title: {en: Three}\n")
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        other = await editor.open(tmp_path / "other.yaml", DECK)
        await editor.found(other)
        return [len(last(editor, uri)), len(last(editor, other))]

    assert [0, 1] == session(tmp_path, story)


@pytest.mark.parametrize("encoding", list(types.PositionEncodingKind))
def test_positions_are_counted_as_agreed(tmp_path: Path, encoding: types.PositionEncodingKind) -> None:
    """Columns count as the editor asked, before and after an edit behind signs that are long in one encoding."""
    able = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=[encoding]))
    text = DECK.replace("{en: Two}", "{en: 😀é\u2028Two}")
    line = text.splitlines(keepends=False)[4] if "\u2028" not in text else text.split("\n")[4]
    units = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding.value]
    coded = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding.value]

    def length(words: str) -> int:
        return len(words.encode(coded)) // units

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        before = [
            (one.range.start.character, one.range.end.character)
            for one in await editor.found(uri)
            if one.code == "SK101"
        ]
        at = length(line) - 1
        await editor.type(uri, edit(4, at, at, ", fr: 😀é\u2028Deux"))
        after = [one.code for one in await editor.found(uri) if one.code == "SK101"]
        assert editor.began is not None
        return [before, after, editor.began.capabilities.position_encoding]

    found = session(tmp_path, story, able=able)

    assert [[(length("  - title: "), length(line))], [], encoding] == found


def test_many_edits_at_once_are_made_in_order(tmp_path: Path) -> None:
    """One notification may hold several changes, each of the text after the one before; also over lines and CR LF."""
    text = DECK.replace("\n", "\r\n")

    async def story(editor: Editor) -> list[tuple[object, int]]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        await editor.found(uri)
        whole = types.Range(types.Position(3, 0), types.Position(4, 0))
        await editor.type(
            uri,
            types.TextDocumentContentChangePartial(whole, ""),
            edit(3, 17, 17, ", fr: Deux"),
            edit(3, 11, 99, "{en: Three}"),
            edit(99, 0, 0, "  - title: {fr: Quatre}"),
        )
        return codes(await editor.found(uri))

    assert [("SK101", 3), ("SK101", 4)] == session(tmp_path, story)


def test_broken_yaml_keeps_the_findings_elsewhere(tmp_path: Path) -> None:
    """In the middle of a word the syntax error is told, and the server goes on to answer."""

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        await editor.found(uri)
        await editor.write(uri, DECK.replace("{en: One, fr: Un}", "{en: One, fr: [Un"))
        broken = [one.code for one in await editor.found(uri)]
        symbols = await editor.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        )
        return ["SK001" in broken, symbols is not None]

    assert [True, True] == session(tmp_path, story)


HOSTILE = (
    "",
    "slidekit:",
    "slidekit: 1\n" + "[" * 5000,
    "slidekit: 1\n\0\x07\ud800",
    "\ufeff" + DECK,
    "slidekit: *a\n" * 9,
)


def test_hostile_texts_are_answered(tmp_path: Path) -> None:
    """Whatever is typed, each version is checked and every request gets an answer."""

    async def story(editor: Editor) -> int:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        answers = 0
        for text in HOSTILE:
            await editor.write(uri, text)
            place = types.Position(99_999, 99_999)
            document = types.TextDocumentIdentifier(uri)
            await editor.text_document_completion_async(types.CompletionParams(document, place))
            await editor.text_document_hover_async(types.HoverParams(document, place))
            context = types.CodeActionContext([])
            everything = types.Range(types.Position(0, 0), place)
            await editor.text_document_code_action_async(types.CodeActionParams(document, everything, context))
            answers += 1
        await editor.write(uri, DECK)
        assert [("SK101", 4)] == codes(await editor.found(uri))
        return answers

    assert len(HOSTILE) == session(tmp_path, story)


def test_a_huge_deck_is_refused_in_words(tmp_path: Path) -> None:
    """A megabyte pasted into one text is a finding, not the end."""

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        await editor.found(uri)
        await editor.type(uri, edit(4, 17, 17, ", fr: " + "mot " * 300_000))
        return [one.code for one in await editor.found(uri)]

    assert "SK009" in session(tmp_path, story)


def test_two_decks_are_checked_side_by_side(tmp_path: Path) -> None:
    """Several folders and decks, also one that was never saved, each have their own findings."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "slidekit.toml").write_text('ignore = ["SK101"]\n', encoding="utf-8")

    async def story() -> list[int]:
        editor = await start(tmp_path, able=ABLE)
        uris = [
            await editor.open(tmp_path / "a" / "talk.yaml", DECK),
            await editor.open(tmp_path / "b" / "talk.yaml", DECK),
            await editor.open("untitled:Untitled-1", DECK),
        ]
        counts = [len(await editor.found(uri)) for uri in uris]
        assert 0 == await end(editor)
        return counts

    assert [1, 0, 1] == asyncio.run(story())
