"""The server itself: what the editor says, handed to the module that answers."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from msgspec.json import encode
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from slidekit import __version__
from slidekit.editor import commands, features, lifecycle, pipes, surroundings
from slidekit.editor.checking import Checking
from slidekit.editor.client import Client
from slidekit.editor.document import Document
from slidekit.editor.manual import Manual
from slidekit.editor.options import Options
from slidekit.editor.refusing import Refused
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.editor.previewing import Showing

Answer = TypeVar("Answer")
Cursor = Callable[[str, int, int], None]


class DeckServer(LanguageServer):
    """The decks that are open, each checked when its author pauses."""

    def __init__(self, lang: str | None = None, otherwise: str = "en") -> None:
        super().__init__("slidekit", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.lang = lang
        """The language asked for on the command line; else that of the editor counts."""
        self.otherwise = otherwise
        """The language spoken where neither says one."""
        self.locale: str | None = None
        """The language of the editor, where it is one of ours."""
        self.client = Client()
        """The editor at the other end, once it has said what it can do."""
        self.options = Options()
        """What the author has settled in the editor."""
        self.documents: dict[str, Document] = {}
        """By URI: every text that is open, deck or not."""
        self.beside: dict[str, dict[str, list[Diagnostic]]] = {}
        """What each deck's check found in other files, by the URIs of both."""
        self.pages = Manual()
        """What a finding's code leads to."""
        self.checking = Checking(self)
        self.on_cursor: list[Cursor] = []
        """Called with a URI, a line and a column from 1 whenever the author's cursor comes to rest."""
        self.on_typed: list[Callable[[Document], None]] = []
        """Called with a deck as soon as its text has changed."""
        self.on_closed: list[Callable[[str], None]] = []
        """Called with the URI of a text that was closed."""
        self.on_changed: list[Callable[[], None]] = []
        """Called when a file beside the decks has changed."""
        self.showing: Showing | None = None
        """The previews, once there are any."""
        self.code = 1
        """With which the process is to end: 0 once the editor has said good-bye (LSP 3.17, `exit`)."""

    @property
    def ending(self) -> asyncio.Future[None]:
        """Done when the editor asks the process to end."""
        if not hasattr(self, "_ending"):
            self._ending: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        return self._ending

    def text(self, uri: str) -> Document | None:
        """A text that is open."""
        return self.documents.get(uri)

    def cursor(self, uri: str, line: int, column: int) -> None:
        """The author's cursor has come to rest."""
        for tell_it in self.on_cursor:
            tell_it(uri, line, column)

    def rests(self, uri: str, position: types.Position) -> None:
        """The same, as the editor counts."""
        document = self.documents.get(uri)
        if document is not None and document.is_deck:
            self.cursor(uri, *document.lines.place(position))

    async def answered(
        self,
        uri: str,
        answer: Callable[[Document], Answer],
        anything: bool = False,
        fresh: bool = False,
        slow: bool = False,
    ) -> Answer | None:
        """An answer about a deck, once something is known of it: of its text as it stands, if `fresh`.

        With `anything`, also about a text that is no deck. One that is `slow` keeps nobody else waiting.
        """
        document = self.documents.get(uri)
        if document is None or not (anything or document.is_deck):
            return None
        if document.is_deck:
            await self.checking.known(document, fresh)
        if slow:
            still = document.still
            found = await self.checking.aside(lambda: self.answer(lambda: answer(still)))
            self.unchanged(document, still)
            return found
        return self.answer(lambda: answer(document))

    def unchanged(self, document: Document, still: Document) -> None:
        """Give no edits of a text that was changed meanwhile; an editor that asks for versions sees by itself."""
        if document.lines is not still.lines and not self.client.versioned_edits:
            words = tell("the text was changed meanwhile: ask again")
            raise JsonRpcException(self.client.say(words), types.LSPErrorCodes.ContentModified)

    def answer(self, answer: Callable[[], Answer]) -> Answer:
        """An answer; what stands in its way is said in one sentence."""
        try:
            return answer()
        except Refused as error:
            raise JsonRpcException(self.client.say(error.words), types.LSPErrorCodes.RequestFailed) from None
        except Exception as error:  # noqa: BLE001 -- an editor that asks in vain works on
            raise JsonRpcInternalError(self.failed(error)) from None

    def failed(self, error: Exception) -> str:
        """What is said of an error of our own, also on standard error."""
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last is not None else "?"
        said = self.client.say(
            tell("slidekit has a fault: {fault} at {place}", fault=f"{type(error).__name__}: {error}", place=place)
        )
        sys.stderr.write(f"{said}\n")
        return said

    def notify_raw(self, method: str, params: object) -> None:
        """Tell the editor something that is JSON already, in part; pygls would take it apart and put it together."""
        body = encode({"jsonrpc": "2.0", "method": method, "params": params})
        if (writer := self.protocol.writer) is not None:
            writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def tell(self, words: Words, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show the author a sentence."""
        self.window_show_message(types.ShowMessageParams(kind, self.client.say(words)))

    def take(self, message: object) -> None:
        """Act on a message."""
        self.protocol.handle_message(message)  # type: ignore[arg-type]


def make(lang: str | None = None, otherwise: str = "en") -> DeckServer:
    """The server with all that it can do; `lang` wins over the language of the editor."""
    server = DeckServer(lang, otherwise)
    lifecycle.register(server)
    surroundings.register(server)
    commands.register(server)
    features.register(server)
    return server


def serve(lang: str | None = None, otherwise: str = "en") -> int:
    """Answer an editor on standard input and output until it ends; the exit code."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it logs tracebacks
    server = make(lang, otherwise)
    try:
        return pipes.run(server)
    finally:
        server.pages.close()
