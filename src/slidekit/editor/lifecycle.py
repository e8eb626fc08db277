"""What an editor tells the server of: itself, the texts that are open, and that it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.editor import diagnostics
from slidekit.editor.client import client_of
from slidekit.editor.document import Document, path_of

if TYPE_CHECKING:
    from slidekit.editor.server import DeckServer


def register(server: DeckServer) -> None:
    """All that is told."""
    _register_session(server)
    _register_texts(server)


def _register_session(server: DeckServer) -> None:
    @server.feature(types.INITIALIZE)
    def begins(params: types.InitializeParams) -> None:
        server.locale = spoken(params.locale)
        lang = server.lang or server.locale or server.otherwise
        server.client = client_of(params.capabilities, lang)
        server.pages.speak(lang)

    @server.feature(types.SHUTDOWN)
    def leaves(_: None) -> None:
        server.code = 0
        server.checking.end()
        server.pages.close()

    server.protocol.fm.builtin_features.pop(types.EXIT, None)  # it would end the process from within

    @server.feature(types.EXIT)
    def ends(_: None) -> None:
        if not server.ending.done():
            server.ending.set_result(None)


def spoken(locale: str | None) -> str | None:
    """`fr` of `fr-CA`; `None` where we do not speak the language."""
    lang = (locale or "").replace("_", "-").partition("-")[0].lower()
    return lang if lang in ("en", "fr") else None


def _register_texts(server: DeckServer) -> None:
    # pygls ends lines where Python does, at U+2028 too; editors and YAML do not
    for method in (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_CLOSE):
        server.protocol.fm.builtin_features.pop(method, None)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        document = Document(item.uri, path_of(item.uri), item.text, server.workspace.position_codec)
        document.version = item.version
        document.dress(server.options.theme, server.options.mode)
        server.checking.forget(item.uri)  # an editor may open anew what it never closed
        server.documents[item.uri] = document
        typed(document, pause=False)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = server.text(params.text_document.uri)
        if document is not None:
            document.type(list(params.content_changes), params.text_document.version)
            typed(document)

    def typed(document: Document, pause: bool = True) -> None:
        if document.is_deck:
            server.checking.soon(document, pause)
            for told in server.on_typed:
                told(document)
        else:
            diagnostics.clear(server, document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        document = server.documents.pop(params.text_document.uri, None)
        if document is not None:
            server.checking.forget(document.uri)
            diagnostics.clear(server, document)
            for told in server.on_closed:
                told(document.uri)
