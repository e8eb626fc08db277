"""What stands round a deck: settings of the editor, files beside it, commands, the preview."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from client import DECK, PATIENCE, Editor, codes, last, session
from lsprotocol import types
from pygls.exceptions import JsonRpcException


def test_settings_of_the_editor_count(tmp_path: Path) -> None:
    """Language and theme are asked for, and again when they change; what is not understood is said."""

    async def story(editor: Editor) -> tuple[str, str, list[str]]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        french = await editor.until(
            lambda: next(
                (one.message for one in last(editor, uri) if "français" in one.message),
                None,
            )
        )
        editor.settings = {"theme": "nowhere", "pause": -5}
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
        themeless = await editor.until(
            lambda: next((one.message for one in last(editor, uri) if "nowhere" in one.message), None)
        )
        return french, themeless, editor.said

    french, themeless, said = session(tmp_path, story, settings={"lang": "fr"})

    assert "français" in french
    assert "nowhere" in themeless
    assert ["the editor's setting slidekit.pause is not understood"] == said


def test_findings_in_other_files_are_underlined_there(tmp_path: Path) -> None:
    """What is wrong with a theme or the settings stands in their own file, and goes when it is mended and saved."""
    (tmp_path / "slidekit.toml").write_text('[severity]\nSK999 = "off"\n', encoding="utf-8")
    settings = (tmp_path / "slidekit.toml").as_uri()

    async def story(editor: Editor) -> list[tuple[object, int]]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        wrong = await editor.until(lambda: codes(last(editor, settings)) or None)
        (tmp_path / "slidekit.toml").write_text('ignore = ["SK101"]\n', encoding="utf-8")
        event = types.FileEvent(settings, types.FileChangeType.Changed)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: True if not last(editor, settings) and not last(editor, uri) else None)
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
        await editor.until(lambda: True if "SK109" not in [one.code for one in last(editor, uri)] else None)
        return before, [one.method for one in editor.registered]

    before, registered = session(tmp_path, story)

    assert [("SK109", 5)] == before
    assert "workspace/didChangeWatchedFiles" in registered


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
        await editor.until(lambda: True if not last(editor, uri) else None)
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


def test_the_preview_gives_addresses_for_one_visit(tmp_path: Path) -> None:
    """What a browser is started with leads on once, to the page that was asked for, and holds no secret."""

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)

        async def asked(how: object) -> str:
            ask = types.ExecuteCommandParams("slidekit.openPreview", arguments=[uri, how])
            return str(await editor.workspace_execute_command_async(ask))

        lasting = await asked(None)
        once = [await asked({"once": True, "page": page}) for page in ("", "present", "../etc")]
        led = [await asyncio.to_thread(_led, one) for one in [*once, once[0]]]
        secret = lasting.split("/")[3]
        return [
            [one.replace(lasting, "~") for one in led],
            any(secret in one for one in once),
            await asked({"reached": "https://code.example"}) == lasting,
        ]

    assert [["~", "~present", "~", "404"], False, True] == session(tmp_path, story)


def _led(url: str) -> str:
    """Where an address leads."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.url)
    except HTTPError as error:
        return str(error.code)


def _get(url: str) -> str:
    from urllib.request import urlopen

    with urlopen(url, timeout=PATIENCE) as answer:
        return str(answer.read().decode("utf-8"))


def test_a_deck_that_is_none_any_more_is_cleared_though_it_is_being_checked(tmp_path: Path) -> None:
    """The first line is taken out before the check that a key asked for has begun."""

    async def story(editor: Editor) -> list[types.Diagnostic]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        await editor.found(uri)
        await editor.write(uri, DECK + "more: 1\n")
        await editor.write(uri, "more: 1\n")
        other = await editor.open(tmp_path / "other.yaml", DECK)
        await editor.found(other)  # checked after the first, in the same thread
        return last(editor, uri)

    assert [] == session(tmp_path, story)
