"""The server itself: what the editor says, handed to the module that answers."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from slidekit import __version__
from slidekit.editor import diagnostics
from slidekit.editor.document import Document

PAUSE = 0.03
"""Seconds without a key after which the text is checked."""


class DeckServer(LanguageServer):
    """The decks that are open, each checked when its author pauses."""

    def __init__(self) -> None:
        super().__init__("slidekit", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.documents: dict[str, Document] = {}
        """By URI: those that are decks."""
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def typed(self, uri: str) -> None:
        """Take over what stands in the editor, and check it soon."""
        text = self.workspace.get_text_document(uri)
        known = self.documents.get(uri)
        if known is None:
            if not is_deck(text.source):
                return
            known = Document(uri, path_of(uri), text.source, text.position_codec)
            self.documents[uri] = known
        known.type(text.source, text.version)
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._waiting[uri] = asyncio.ensure_future(self._soon(known))

    async def _soon(self, document: Document) -> None:
        await asyncio.sleep(PAUSE)
        document.check()
        diagnostics.publish(self, document)

    def closed(self, uri: str) -> None:
        """Forget a deck, and what was said of it."""
        if self.documents.pop(uri, None) is not None:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def is_deck(text: str) -> bool:
    """Whether a YAML file is a deck: other files of the project are left alone."""
    return text.startswith("slidekit:") or "\nslidekit:" in text


def path_of(uri: str) -> Path:
    """The file of a URI; a text that was never saved has the name that it is shown under."""
    return Path(to_fs_path(uri) or uri)


def make() -> DeckServer:
    """The server with all that it can do."""
    server = DeckServer()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.typed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.typed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    return server


def serve() -> None:
    """Answer an editor on standard input and output until it ends."""
    make().start_io()
