"""The server's own life, through pygls' client and the real process."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from client import ABLE, PATIENCE, Editor, edit, end, session, start
from lsprotocol import types
from pygls.exceptions import JsonRpcException

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: One, fr: Un}
  - title: {en: Two}
"""


def codes(found: list[types.Diagnostic]) -> list[tuple[object, int]]:
    """Each finding's code and line, from 0."""
    return [(one.code, one.range.start.line) for one in found]


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
        page = Path(found.code_description.href.removeprefix("file://")).read_text(encoding="utf-8")
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


def test_settings_of_the_editor_count(tmp_path: Path) -> None:
    """Language and theme are asked for, and again when they change; what is not understood is said."""

    async def story(editor: Editor) -> tuple[str, str, list[str]]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        french = await editor.until(
            lambda: next(
                (one.message for one in _last(editor, uri) if "français" in one.message),
                None,
            )
        )
        editor.settings = {"theme": "nowhere", "pause": -5}
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
        themeless = await editor.until(
            lambda: next((one.message for one in _last(editor, uri) if "nowhere" in one.message), None)
        )
        return french, themeless, editor.said

    french, themeless, said = session(tmp_path, story, settings={"lang": "fr"})

    assert "français" in french
    assert "nowhere" in themeless
    assert ["the editor's setting slidekit.pause is not understood"] == said


def _last(editor: Editor, uri: str) -> list[types.Diagnostic]:
    last = editor.published.get(uri)
    return list(last.diagnostics) if last is not None else []


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
        none = await editor.until(lambda: True if not _last(editor, uri) else None)
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
        return [len(_last(editor, uri)), len(_last(editor, other))]

    assert [0, 1] == session(tmp_path, story)


def test_findings_in_other_files_are_underlined_there(tmp_path: Path) -> None:
    """What is wrong with a theme or the settings stands in their own file, and goes when it is mended and saved."""
    (tmp_path / "slidekit.toml").write_text('[severity]\nSK999 = "off"\n', encoding="utf-8")
    settings = (tmp_path / "slidekit.toml").as_uri()

    async def story(editor: Editor) -> list[tuple[object, int]]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        wrong = await editor.until(lambda: codes(_last(editor, settings)) or None)
        (tmp_path / "slidekit.toml").write_text('ignore = ["SK101"]\n', encoding="utf-8")
        event = types.FileEvent(settings, types.FileChangeType.Changed)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: True if not _last(editor, settings) and not _last(editor, uri) else None)
        return wrong

    assert [("SK019", 1)] == session(tmp_path, story)


def test_a_picture_that_comes_mends_its_finding(tmp_path: Path) -> None:
    """Files beside the deck are watched: a picture put in its place is no longer missing."""
    text = DECK.replace("{en: Two}", "{en: Two, fr: Deux}") + "    image: dot.png\n    alt: {en: A dot, fr: Un point}\n"

    async def story(editor: Editor) -> tuple[list[tuple[object, int]], list[str]]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        before = codes(await editor.found(uri))
        (tmp_path / "dot.png").write_bytes(Path("tests/golden/dot.png").read_bytes())
        event = types.FileEvent((tmp_path / "dot.png").as_uri(), types.FileChangeType.Created)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: True if "SK109" not in [one.code for one in _last(editor, uri)] else None)
        return before, [one.method for one in editor.registered]

    before, registered = session(tmp_path, story)

    assert [("SK109", 5)] == before
    assert "workspace/didChangeWatchedFiles" in registered


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


def test_unknown_commands_and_names_are_answered_in_words(tmp_path: Path) -> None:
    """A command about a file that is not open says so, and shows no traceback."""

    async def story(editor: Editor) -> list[str]:
        said = []
        for command, arguments in (
            ("slidekit.fixAll", ["file:///nowhere.yaml"]),
            ("slidekit.fixAll", []),
            ("slidekit.acceptReviewed", [{"uri": 5}]),
            ("slidekit.nothing", []),
        ):
            with pytest.raises(JsonRpcException) as caught:
                await editor.workspace_execute_command_async(types.ExecuteCommandParams(command, arguments=arguments))
            said.append(str(caught.value))
        return said

    said = session(tmp_path, story)

    assert ["no deck is open under this name"] * 3 == said[:3]
    assert not [one for one in said if "Traceback" in one]


def test_all_of_a_deck_is_mended_by_command(tmp_path: Path) -> None:
    """`slidekit.fixAll` asks the editor for one edit, of the version that it is of."""
    text = DECK.replace("{en: Two}", "{en: Why?, fr: 'Pourquoi ?'}")

    async def story(editor: Editor) -> tuple[str, int | None]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        await editor.workspace_execute_command_async(types.ExecuteCommandParams("slidekit.fixAll", arguments=[uri]))
        (asked,) = editor.applied
        (document,) = asked.edit.document_changes or ()
        assert isinstance(document, types.TextDocumentEdit)
        (one,) = document.edits
        assert isinstance(one, types.TextEdit)
        return one.new_text, document.text_document.version

    assert ("", 1) == session(tmp_path, story)


def test_texts_are_accepted_as_reviewed(tmp_path: Path) -> None:
    """A stale text is accepted by one key: the lock file is written, and the finding is gone."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK.replace("{en: Two}", "{en: Cats, fr: Chats}"), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "slidekit", "review", "talk.yaml"], cwd=tmp_path, check=True, capture_output=True
    )
    deck.write_text(DECK.replace("{en: Two}", "{en: Dogs, fr: Chats}"), encoding="utf-8")

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(deck)
        stale = codes(await editor.found(uri))
        at = types.Position(4, 17)
        offered = await editor.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([]))
        )
        titles = [one.title for one in offered or ()]
        what = {"line": 5, "column": 17}
        await editor.workspace_execute_command_async(
            types.ExecuteCommandParams("slidekit.acceptReviewed", arguments=[uri, what])
        )
        await editor.until(lambda: True if not _last(editor, uri) else None)
        return [stale, [title for title in titles if title.startswith("accept")], editor.said]

    assert [
        [("SK601", 4)],
        ["accept this text as reviewed", "accept slide 2 as reviewed"],
        ["talk.yaml: 1 text reviewed, 1 new or changed"],
    ] == session(tmp_path, story)


def test_the_preview_opens_and_follows(tmp_path: Path) -> None:
    """`slidekit.openPreview` gives an address on this machine alone, the same each time, and shows what is typed."""

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        ask = types.ExecuteCommandParams("slidekit.openPreview", arguments=[uri])
        first = await editor.workspace_execute_command_async(ask)
        again = await editor.workspace_execute_command_async(ask)
        assert isinstance(first, str)
        shown = await asyncio.to_thread(_get, first)
        editor.protocol.notify(
            "slidekit/cursor", {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 12}}
        )
        editor.protocol.notify("slidekit/cursor", {"textDocument": 5})
        return [first.startswith("http://127.0.0.1:"), first == again, "<html" in shown]

    assert [True, True, True] == session(tmp_path, story)


def _get(url: str) -> str:
    from urllib.request import urlopen

    with urlopen(url, timeout=PATIENCE) as answer:
        return str(answer.read().decode("utf-8"))


def framed(*messages: Mapping[str, object] | bytes) -> bytes:
    """Messages as they go over the pipe."""
    bodies = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in messages]
    return b"".join([b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies])


def raw(data: bytes, folder: Path) -> tuple[int, list[dict[str, object]], str]:
    """What the server answers to these bytes, and its exit code once the input has ended."""
    done = subprocess.run(
        [sys.executable, "-m", "slidekit", "lsp"], input=data, capture_output=True, cwd=folder, timeout=PATIENCE
    )
    answers, rest = [], done.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    return done.returncode, answers, done.stderr.decode()


NOTHING: Mapping[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
BEGIN: Mapping[str, object] = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": NOTHING}


def test_the_exit_code_says_whether_leave_was_taken(tmp_path: Path) -> None:
    """`exit` after `shutdown` is 0, without it 1 (LSP 3.17); so is an editor that dies."""
    shutdown = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
    leave = {"jsonrpc": "2.0", "method": "exit"}

    polite = raw(framed(BEGIN, shutdown, leave), tmp_path)
    rude = raw(framed(BEGIN, leave), tmp_path)
    dead = raw(framed(BEGIN), tmp_path)
    silent = raw(b"", tmp_path)

    assert [0, 1, 1, 1] == [polite[0], rude[0], dead[0], silent[0]]
    assert ["", "", "", ""] == [polite[2], rude[2], dead[2], silent[2]]


def test_what_is_no_message_is_answered_in_words(tmp_path: Path) -> None:
    """Broken JSON, a wrong shape, an unknown method: an error each, no traceback, and the server goes on."""
    code, answers, err = raw(
        framed(
            b"{",
            BEGIN,
            {"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {"position": "there"}},
            {"jsonrpc": "2.0", "id": 8, "method": "no/such"},
            {"jsonrpc": "1.0", "id": 9, "method": "shutdown"},
            b"[1, 2]",
            {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}},
            {"jsonrpc": "2.0", "id": 10, "method": "shutdown"},
            {"jsonrpc": "2.0", "method": "exit"},
        ),
        tmp_path,
    )

    wrong = {one.get("id"): one["error"]["code"] for one in answers if "error" in one}  # type: ignore[index]
    assert {None: -32700, 7: -32602, 8: -32601, 9: -32600} == {**wrong, None: -32700}
    assert 0 == code
    assert [] == [one for one in answers if "Traceback" in json.dumps(one)]
    assert "Traceback" not in err


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n\r\n", b"x" * 100_000, b"Content-Length: 999999999999\r\n\r\n{"])
def test_what_is_no_language_client_ends_the_server(tmp_path: Path, data: bytes) -> None:
    """Somebody who types at the server, or pipes a file into it, reads one sentence."""
    code, answers, err = raw(data, tmp_path)

    assert (1, []) == (code, answers)
    assert 1 == len(err.splitlines())
    assert err.startswith("slidekit: ")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_the_server_ends_with_its_editor(tmp_path: Path) -> None:
    """An editor that is killed leaves no server behind, though something else keeps its pipes open."""
    read, write = os.pipe()
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(99)"])
    server = subprocess.Popen(
        [sys.executable, "-m", "slidekit", "lsp"], stdin=read, stdout=subprocess.DEVNULL, cwd=tmp_path
    )
    begin = {**BEGIN, "params": {"processId": parent.pid, "rootUri": None, "capabilities": {}}}
    os.write(write, framed(begin))
    parent.kill()
    parent.wait()

    code = server.wait(PATIENCE)
    os.close(read)
    os.close(write)

    assert 1 == code


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_it_without_a_traceback(tmp_path: Path) -> None:
    """Ctrl-C in a terminal ends the server at once."""

    async def story() -> tuple[int, str]:
        editor = await start(tmp_path)
        editor.process.send_signal(signal.SIGINT)
        code = await asyncio.wait_for(editor.process.wait(), PATIENCE)
        assert editor.process.stderr is not None
        said = (await editor.process.stderr.read()).decode()
        await editor.stop()  # type: ignore[no-untyped-call]
        return code, said

    code, said = asyncio.run(story())

    assert code in (1, 130)
    assert "Traceback" not in said


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
