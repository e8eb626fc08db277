"""The preview of decks that are open in the editor: it shows what is typed, and follows the cursor both ways."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.preview.open_decks import Previews
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.document import Document
    from slidekit.editor.server import DeckServer


PAGES = ("present", "stage")
"""Of the preview, besides the first."""


class Showing:
    """The previews that were opened, and what the server tells them."""

    def __init__(self, server: DeckServer) -> None:
        self._server = server
        self._previews = Previews()
        self._closing: set[asyncio.Future[None]] = set()
        server.on_typed.append(lambda document: self._previews.typed(document.uri, document.data))
        server.on_cursor.append(self._previews.moved)
        server.on_changed.append(self._previews.forget)
        server.on_closed.append(self._close)

    def open(self, document: Document) -> str:
        """The address of a deck's preview, the same as long as the deck is open."""
        server = self._server
        return self._previews.open(
            document.uri,
            document.path,
            document.data,
            document.live,
            server.checking.worker,
            lambda path, line, column: self._reveal(document, path, line, column),
            server.client.lang,
        )

    def once(self, document: Document, page: str = "") -> str:
        """An address of the preview that leads to a page one time: who sees how a browser is started learns nothing."""
        return self._previews.once(document.uri, page if page in PAGES else "")

    def reached(self, document: Document, origin: str) -> bool:
        """Let the preview be reached under the origin to which the editor forwards it; `False` where it is none."""
        return self._previews.reached(document.uri, origin)

    def _reveal(self, document: Document, path: Path, line: int, column: int) -> str:
        """Have the editor show a place that was clicked; why it cannot, if so."""
        server = self._server
        if not server.client.shows_documents:
            return server.client.say(tell("this editor cannot be asked to show a place"))
        if path == document.path:
            uri, at = document.uri, document.lines.position(line, column)
        else:
            uri, at = path.absolute().as_uri(), types.Position(max(line - 1, 0), max(column - 1, 0))
        server.window_show_document(types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(at, at)))
        return ""

    def _close(self, uri: str) -> None:
        self._closing.add(ending := asyncio.ensure_future(self._previews.close(uri)))
        ending.add_done_callback(self._closing.discard)

    async def close(self) -> None:
        """Show nothing any more."""
        await self._previews.close_all()


def showing(server: DeckServer) -> Showing:
    """The server's previews, begun when the first one is asked for."""
    if server.showing is None:
        server.showing = Showing(server)
    return server.showing
