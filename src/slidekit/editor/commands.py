"""What an editor may have done: commands that actions and extensions call."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from slidekit.editor import accepting, edits, fixes
from slidekit.editor.document import Document
from slidekit.editor.surroundings import plain
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.server import DeckServer

Json: TypeAlias = str | int | float | bool | list[object] | dict[str, object] | None
CURSOR = "slidekit/cursor"
"""A notification of ours: `{textDocument: {uri}, position}`, for editors that do not ask for highlights."""


def register(server: DeckServer) -> None:
    """All commands, and our own notification.

    Each names its first parameter `ls`: to one that is annotated `object`, pygls would hand the server in its place.
    """

    @server.command(fixes.COMMAND)
    async def fix_all(ls: Json, *arguments: Json) -> Json:
        document = await _deck(server, arguments, fresh=True)
        code = arguments[1] if len(arguments) > 1 and isinstance(arguments[1], str) else None
        still = document.still
        changes = await server.checking.aside(lambda: server.answer(lambda: fixes.mended_all(still, code)))
        if not changes:
            server.tell(tell("nothing here can be mended by machine"))
            return None
        server.unchanged(document, still)
        edit = edits.edit(still, changes, server.client)
        label = server.client.say(tell("mend all that is certain in this deck"))
        done = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))
        return {"applied": done.applied}

    @server.command(accepting.COMMAND)
    async def accept(ls: Json, *arguments: Json) -> Json:
        document = await _deck(server, arguments, fresh=True)
        what = plain(arguments[1]) if len(arguments) > 1 else None
        what = what if isinstance(what, dict) else {}
        slide, line, column = (_number(what.get(name)) for name in ("slide", "line", "column"))
        place = (line, column) if line is not None and column is not None else None
        words = server.answer(lambda: accepting.record(document, slide, place))
        server.tell(words)
        server.checking.again(server.documents.values())
        return None

    @server.command("slidekit.openPreview")
    async def preview(ls: Json, *arguments: Json) -> Json:
        document = await _deck(server, arguments)
        how = plain(arguments[1]) if len(arguments) > 1 else None
        return _address(server, document, how if isinstance(how, dict) else {})

    @server.feature(CURSOR)
    def cursor(ls: Json, params: Json) -> None:
        told = plain(params)
        if not isinstance(told, dict):
            return
        document, place = told.get("textDocument"), told.get("position")
        if isinstance(document, dict) and isinstance(place, dict):
            line, character = _number(place.get("line")), _number(place.get("character"))
            if isinstance(uri := document.get("uri"), str) and line is not None and character is not None:
                server.rests(uri, types.Position(line, character))


def _address(server: DeckServer, document: Document, how: dict[str, object]) -> str:
    """Where the deck is shown: for one visit with `once`; opened by the client with `external`."""
    from slidekit.editor import previewing

    showing = previewing.showing(server)
    try:
        url = showing.open(document)
    except OSError as error:
        raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from None
    page, origin = how.get("page"), how.get("reached")
    page = page if isinstance(page, str) else ""
    if isinstance(origin, str) and not showing.reached(document, origin):
        raise JsonRpcInvalidParams(server.client.say(tell("{origin} is no origin", origin=origin[:100])))
    if how.get("external") and server.client.shows_documents:
        server.window_show_document(types.ShowDocumentParams(showing.once(document, page), external=True))
    return showing.once(document, page) if how.get("once") else url


async def _deck(server: DeckServer, arguments: tuple[Json, ...], fresh: bool = False) -> Document:
    """The deck that a command is about: its first argument is a URI."""
    uri = arguments[0] if arguments else None
    document = server.text(uri) if isinstance(uri, str) else None
    if document is None or not document.is_deck:
        raise JsonRpcInvalidParams(server.client.say(tell("no deck is open under this name")))
    await server.checking.known(document, fresh)
    return document


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
