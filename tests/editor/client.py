"""An editor for tests: pygls' own client at the other end of the real `slidekit lsp`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

Result = TypeVar("Result")
Handler = TypeVar("Handler", bound=Callable[..., object])
PATIENCE = 60
"""Seconds after which a test gives up waiting."""

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: One, fr: Un}
  - title: {en: Two}
"""
"""A deck in which one French text is missing."""

ABLE = types.ClientCapabilities(
    general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf16]),
    text_document=types.TextDocumentClientCapabilities(
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(
                snippet_support=True, documentation_format=[types.MarkupKind.Markdown, types.MarkupKind.PlainText]
            )
        ),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown, types.MarkupKind.PlainText]),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        definition=types.DefinitionClientCapabilities(link_support=True),
        declaration=types.DeclarationClientCapabilities(link_support=True),
        rename=types.RenameClientCapabilities(prepare_support=True),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                code_action_kind=types.ClientCodeActionKindOptions(list(types.CodeActionKind))
            ),
            is_preferred_support=True,
            disabled_support=True,
            data_support=True,
        ),
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
            related_information=True,
            code_description_support=True,
            data_support=True,
            version_support=True,
            tag_support=types.ClientDiagnosticsTagOptions(list(types.DiagnosticTag)),
        ),
    ),
    workspace=types.WorkspaceClientCapabilities(
        apply_edit=True,
        configuration=True,
        workspace_folders=True,
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
)
"""An editor that can do all."""


class Editor(LanguageClient):
    """An editor with the texts that are open in it, and what was underlined in each."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        """The last diagnostics of each URI."""
        self.said: list[str] = []
        """What was shown to the user."""
        self.registered: list[types.Registration] = []
        self.settings: Mapping[str, object] | None = None
        """What is under `slidekit` in the settings."""
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.began: types.InitializeResult | None = None
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._news = asyncio.Event()

    async def open(self, path: Path | str, text: str | None = None, language: str = "yaml") -> str:
        """Open a file, or a text under a URI; gives the URI."""
        uri = path.as_uri() if isinstance(path, Path) else path
        if text is None:
            assert isinstance(path, Path)
            text = path.read_bytes().decode("utf-8")
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    async def type(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> int:
        """Change a text, as the editor would tell it; gives the new version."""
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, list(changes)))
        return self.versions[uri]

    async def write(self, uri: str, text: str) -> int:
        """Replace the whole of a text."""
        self.texts[uri] = text
        return await self.type(uri, types.TextDocumentContentChangeWholeDocument(text))

    async def found(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What is underlined in a text in this version or a later one, or in the one that it has now."""
        wanted = self.versions.get(uri, 0) if version is None else version

        def told() -> list[types.Diagnostic] | None:
            last = self.published.get(uri)
            return list(last.diagnostics) if last is not None and (last.version or wanted) >= wanted else None

        return await self.until(told)

    async def until(self, seen: Callable[[], Result | None]) -> Result:
        """Wait until something that the server sent makes this say something."""

        async def waiting() -> Result:
            while (result := seen()) is None:
                self._news.clear()
                await self._news.wait()
            return result

        return await asyncio.wait_for(waiting(), PATIENCE)

    def news(self) -> None:
        """Something came in."""
        self._news.set()

    @property
    def process(self) -> asyncio.subprocess.Process:
        """The server."""
        assert self._server is not None
        return self._server

    @staticmethod
    def at(uri: str, line: int, character: int) -> dict[str, object]:
        """A place, as requests take it: `types.HoverParams(**editor.at(uri, 3, 5))`; from 0, as editors count."""
        return {"text_document": types.TextDocumentIdentifier(uri), "position": types.Position(line, character)}


def _listen(editor: Editor) -> None:
    """Take in what the server sends."""

    def heard(method: str) -> Callable[[Handler], Handler]:
        wrapped: Callable[[Handler], Handler] = editor.feature(method)
        return wrapped

    @heard(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def underlined(params: types.PublishDiagnosticsParams) -> None:
        editor.published[params.uri] = params
        editor.news()

    @heard(types.WINDOW_SHOW_MESSAGE)
    def message(params: types.ShowMessageParams) -> None:
        editor.said.append(params.message)
        editor.news()

    @heard(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        editor.registered += params.registrations
        editor.news()

    @heard(types.WORKSPACE_CONFIGURATION)
    def configure(params: types.ConfigurationParams) -> Sequence[object]:
        return [editor.settings for _ in params.items]

    @heard(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        editor.applied.append(params)
        editor.news()
        return types.ApplyWorkspaceEditResult(applied=True)

    @heard(types.WINDOW_SHOW_DOCUMENT)
    def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        editor.shown.append(params)
        editor.news()
        return types.ShowDocumentResult(success=True)


def edit(line: int, start: int, end: int, text: str) -> types.TextDocumentContentChangePartial:
    """Signs of one line replaced, counted from 0."""
    return types.TextDocumentContentChangePartial(
        types.Range(types.Position(line, start), types.Position(line, end)), text
    )


async def start(
    folder: Path,
    *arguments: str,
    able: types.ClientCapabilities = ABLE,
    locale: str | None = "en",
    settings: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Editor:
    """A server that has begun, and the editor that speaks with it."""
    editor = Editor()
    editor.settings = settings
    _listen(editor)
    await editor.start_io(
        sys.executable, "-m", "slidekit", "lsp", *arguments, cwd=folder, env=dict(environment) if environment else None
    )
    editor.began = await asyncio.wait_for(
        editor.initialize_async(
            types.InitializeParams(
                able, locale=locale, workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)]
            )
        ),
        PATIENCE,
    )
    editor.initialized(types.InitializedParams())
    return editor


async def end(editor: Editor) -> int:
    """Take leave of the server; its exit code."""
    await asyncio.wait_for(editor.shutdown_async(None), PATIENCE)
    editor.exit(None)
    code = await asyncio.wait_for(editor.process.wait(), PATIENCE)
    await editor.stop()  # type: ignore[no-untyped-call]
    return code


async def killed(editor: Editor) -> None:
    """End a server that does not end by itself."""
    editor.process.kill()
    await editor.process.wait()
    await editor.stop()  # type: ignore[no-untyped-call]


def session(
    folder: Path,
    story: Callable[[Editor], Awaitable[Result]],
    *arguments: str,
    able: types.ClientCapabilities = ABLE,
    locale: str | None = "en",
    settings: Mapping[str, object] | None = None,
) -> Result:
    """What a story with a server gives; the server has then ended as it should."""

    async def told() -> Result:
        editor = await start(folder, *arguments, able=able, locale=locale, settings=settings)
        try:
            result = await story(editor)
        except BaseException:
            await killed(editor)
            raise
        assert 0 == await end(editor)
        return result

    return asyncio.run(told())


def applied(text: str, changes: types.WorkspaceEdit | None) -> str:
    """A text of one file after the edits that a server offers of it, as an editor that counts in UTF-16 makes them."""
    assert changes is not None
    made = [one for edits in (changes.changes or {}).values() for one in edits]
    for document in changes.document_changes or ():
        assert isinstance(document, types.TextDocumentEdit)
        made += [one for one in document.edits if isinstance(one, types.TextEdit)]
    for one in sorted(made, key=lambda each: (each.range.start.line, each.range.start.character), reverse=True):
        start, end = _offset(text, one.range.start), _offset(text, one.range.end)
        text = text[:start] + one.new_text + text[end:]
    return text


def _offset(text: str, place: types.Position) -> int:
    lines = text.replace("\r\n", "\0\n").split("\n")
    line = lines[place.line].removesuffix("\0").encode("utf-16-le")
    before = sum(len(one) + 1 for one in lines[: place.line])
    return before + len(line[: place.character * 2].decode("utf-16-le"))


def codes(found: list[types.Diagnostic]) -> list[tuple[object, int]]:
    """Each finding's code and line, from 0."""
    return [(one.code, one.range.start.line) for one in found]


def last(editor: Editor, uri: str) -> list[types.Diagnostic]:
    """What is underlined in a text now."""
    told = editor.published.get(uri)
    return list(told.diagnostics) if told is not None else []
