"""When texts are checked, and what an answer is about while the author types on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event

import client
import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.workspace import PositionCodec

from slidekit.editor.client import Client
from slidekit.editor.document import Document
from slidekit.editor.server import DeckServer, make

URI = "file:///talks/talk.yaml"


def story(told: Callable[[DeckServer, Document], Awaitable[object]], versioned: bool = True) -> None:
    """Tell a story about a server in this process that has one deck open, not checked yet."""

    async def telling() -> None:
        server = make()
        server.client = Client(versioned_edits=versioned)
        document = Document(URI, Path("/talks/talk.yaml"), client.DECK, PositionCodec())
        document.version = 1
        server.documents[URI] = document
        await told(server, document)
        server.checking.end()

    asyncio.run(telling())


def write(document: Document, text: str, version: int) -> None:
    """Type in a deck."""
    document.type([types.TextDocumentContentChangeWholeDocument(text)], version)


def test_a_check_that_was_to_come_is_left_out_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    """A key just before the editor ends is no reason to speak of a fault."""

    async def told(server: DeckServer, document: Document) -> None:
        server.checking.soon(document)
        server.checking.end()
        await asyncio.wait_for(server.checking.known(document, fresh=True), client.PATIENCE)

    story(told)

    assert "" == capsys.readouterr().err


def test_what_was_asked_of_a_text_that_closes_is_answered() -> None:
    """A text becomes a deck, is asked about and closed before it could be checked: nobody waits for ever."""

    async def told(server: DeckServer, document: Document) -> None:
        server.checking.soon(document)
        asked = asyncio.ensure_future(server.answered(URI, lambda one: one.state.data))
        await asyncio.sleep(0)
        server.documents.pop(URI)
        server.checking.forget(URI)

        assert b"" == await asyncio.wait_for(asked, client.PATIENCE)

    story(told)


def test_what_takes_long_is_asked_of_the_text_as_it_was() -> None:
    """Keys that come while an answer is made do not change what it is about, nor the version that it names."""
    began, typed = asyncio.Event(), Event()

    async def told(server: DeckServer, document: Document) -> None:
        loop = asyncio.get_running_loop()

        def answer(one: Document) -> tuple[int | None, str]:
            loop.call_soon_threadsafe(began.set)
            assert typed.wait(client.PATIENCE)
            return one.version, one.lines.text

        server.checking.soon(document, pause=False)
        asked = asyncio.ensure_future(server.answered(URI, answer, fresh=True, slow=True))
        await asyncio.wait_for(began.wait(), client.PATIENCE)
        write(document, "slidekit: 1\n", 2)
        typed.set()

        assert (1, client.DECK) == await asked

    story(told)


def test_an_editor_without_versions_gets_no_edits_of_an_older_text() -> None:
    """It would make them in the text that has been typed since."""
    began, typed = asyncio.Event(), Event()

    async def told(server: DeckServer, document: Document) -> None:
        loop = asyncio.get_running_loop()

        def answer(_: Document) -> None:
            loop.call_soon_threadsafe(began.set)
            assert typed.wait(client.PATIENCE)

        server.checking.soon(document, pause=False)
        asked = asyncio.ensure_future(server.answered(URI, answer, fresh=True, slow=True))
        await asyncio.wait_for(began.wait(), client.PATIENCE)
        write(document, "slidekit: 1\n", 2)
        typed.set()
        with pytest.raises(JsonRpcException) as refused:
            await asked

        assert types.LSPErrorCodes.ContentModified == refused.value.code

    story(told, versioned=False)


def test_a_fresh_answer_is_of_the_text_that_was_checked() -> None:
    """Also where a key comes in the moment between the end of the check and the answer."""

    async def told(server: DeckServer, document: Document) -> None:
        def typing(one: Document) -> bool:
            return one.state.data == one.data

        server.checking.soon(document, pause=False)
        asked = asyncio.ensure_future(server.answered(URI, typing, fresh=True))
        await asyncio.wait_for(document.checked.wait(), client.PATIENCE)
        write(document, client.DECK + "    id: two\n", 2)
        server.checking.soon(document)

        assert await asyncio.wait_for(asked, client.PATIENCE)

    story(told)


def test_a_text_that_is_opened_twice_is_checked_anew(tmp_path: Path) -> None:
    """Some editors open a text again without a word that they closed it."""

    async def told(editor: client.Editor) -> list[tuple[object, int]]:
        await editor.open(tmp_path / "talk.yaml", client.DECK)
        uri = await editor.open(tmp_path / "talk.yaml", client.DECK.replace("fr: Un}", "fr: ''}"))
        await editor.text_document_hover_async(types.HoverParams(**editor.at(uri, 3, 5)))  # type: ignore[arg-type]
        return await editor.until(lambda: found if len(found := client.codes(client.last(editor, uri))) == 2 else None)

    assert 2 == len(client.session(tmp_path, told))


def test_what_is_asked_after_the_end_is_refused(tmp_path: Path) -> None:
    """Requests after `shutdown` get an error, as LSP 3.17 has it, rather than no answer."""

    async def told() -> int | None:
        editor = await client.start(tmp_path)
        await editor.shutdown_async(None)
        with pytest.raises(JsonRpcException) as refused:
            await asyncio.wait_for(editor.workspace_symbol_async(types.WorkspaceSymbolParams("a")), client.PATIENCE)
        editor.exit(None)
        await editor.process.wait()
        await editor.stop()  # type: ignore[no-untyped-call]
        return refused.value.code

    assert types.ErrorCodes.InvalidRequest == asyncio.run(told())
