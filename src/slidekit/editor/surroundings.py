"""What stands round the texts: the editor's settings, and files beside the decks that change."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from slidekit.editor.client import client_of
from slidekit.editor.document import path_of
from slidekit.editor.options import SECTION, options

if TYPE_CHECKING:
    from slidekit.editor.server import DeckServer

PATTERNS = (
    "**/deck.lock",
    "**/slidekit.toml",
    "**/pyproject.toml",
    "**/*.{yaml,yml,csv,tsv,tbx,xlsx}",
    "**/*.{png,jpg,jpeg,gif,webp,svg,PNG,JPG,JPEG,SVG}",
    "**/*.{pptx,potx}",
)
"""Files by which findings can change: what was reviewed, settings, themes and terms, pictures, templates."""


def register(server: DeckServer) -> None:
    """All that is told of what stands round the texts."""
    _register_settings(server)
    _register_files(server)


def _register_settings(server: DeckServer) -> None:
    @server.feature(types.INITIALIZED)
    async def begun(_: types.InitializedParams) -> None:
        asked = []
        if server.client.watches_files:
            watchers = [types.FileSystemWatcher(pattern) for pattern in PATTERNS]
            own = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked.append(types.Registration("slidekit-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, own))
        if server.client.registers_settings:
            asked.append(types.Registration("slidekit-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION))
        if asked:
            with suppress(JsonRpcException):  # an editor that takes back what it said it can do
                await server.client_register_capability_async(types.RegistrationParams(asked))
        if server.client.configured:
            await ask()

    async def ask() -> None:
        try:
            found = await server.workspace_configuration_async(
                types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
            )
        except JsonRpcException:
            return
        settled(found[0] if found else None)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def changed(params: types.DidChangeConfigurationParams) -> None:
        if server.client.configured:
            await ask()
        else:
            settled(params.settings)

    def settled(settings: object) -> None:
        settle(server, settings)


def settle(server: DeckServer, settings: object) -> None:
    """Work by these settings from now on."""
    found, wrong = options(plain(settings))
    before, server.options = server.options, found
    spoken = server.client.lang
    lang = server.lang or found.lang or server.locale or server.otherwise
    if lang != server.client.lang:
        server.client = client_of(server.client_capabilities, lang)
        server.pages.speak(lang)
    if wrong is not None:
        server.tell(wrong, types.MessageType.Warning)
    if lang == spoken and (before.theme, before.mode, before.values) == (found.theme, found.mode, found.values):
        return
    for document in server.documents.values():
        document.dress(found.theme, found.mode)
        document.shown = {}  # the language may be another
    server.checking.again(server.documents.values())


def plain(value: object) -> object:
    """JSON as it was: pygls makes objects of what LSP does not describe."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def _register_files(server: DeckServer) -> None:
    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def touched(params: types.DidChangeWatchedFilesParams) -> None:
        beside([path_of(one.uri) for one in params.changes])

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        beside([path])

    def beside(changed: list[Path]) -> None:
        """Check the decks again that may have to do with files: those that do not lie on another branch."""
        own = {document.path for document in server.documents.values() if document.is_deck}
        others = [path for path in changed if path not in own]
        if others:
            server.checking.again(server.documents.values())
            for told in server.on_changed:
                told()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(_: types.DidChangeWorkspaceFoldersParams) -> None:
        """Decks are looked at one by one: their folders count, not those of the editor."""
