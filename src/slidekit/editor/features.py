"""What an editor may ask, and the module that answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from lsprotocol import types

from slidekit.editor import (
    actions,
    completion,
    folding,
    hints,
    hover,
    links,
    navigation,
    renaming,
    selection,
    symbols,
    tokens,
)
from slidekit.editor.document import path_of
from slidekit.editor.shelf import Shelf

if TYPE_CHECKING:
    from slidekit.editor.server import DeckServer

TRIGGERS = ("{", "$", "/", " ", "#", ",", ":", "-", '"', "'", "\\")
"""Signs after which an editor asks for completions by itself."""

Places: TypeAlias = Sequence[types.Location] | Sequence[types.LocationLink]
Outline: TypeAlias = Sequence[types.DocumentSymbol] | Sequence[types.SymbolInformation]


def register(server: DeckServer) -> None:
    """All that is asked."""
    _register_typing(server)
    _register_reading(server)
    _register_outline(server)
    _register_places(server)
    _register_names(server)


def _register_typing(server: DeckServer) -> None:
    """What helps while a text is typed."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        sign = params.context.trigger_character if params.context is not None else None
        return await server.answered(
            params.text_document.uri,
            lambda document: completion.complete(document, params.position, server.client, sign),
            anything=True,
        )

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=actions.KINDS))
    async def act(params: types.CodeActionParams) -> Sequence[types.CodeAction] | None:
        return await server.answered(
            params.text_document.uri,
            lambda document: actions.actions(document, params.range, params.context, server.client),
            fresh=True,
            slow=actions.takes_long(params.context),
        )


def _register_reading(server: DeckServer) -> None:
    """What is shown in or beside the text."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovering(params: types.HoverParams) -> types.Hover | None:
        return await server.answered(
            params.text_document.uri, lambda document: hover.hover(document, params.position, server.client)
        )

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hinting(params: types.InlayHintParams) -> Sequence[types.InlayHint] | None:
        return await server.answered(
            params.text_document.uri,
            lambda document: hints.inlay_hints(document, params.range, server.options.values, server.client.say),
            fresh=True,
        )

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens.LEGEND)
    async def coloring(params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        return await server.answered(params.text_document.uri, tokens.semantic_tokens, fresh=True)

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, tokens.LEGEND)
    async def coloring_some(params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
        within = params.range
        return await server.answered(
            params.text_document.uri, lambda document: tokens.semantic_tokens(document, within), fresh=True
        )

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())
    async def linking(params: types.DocumentLinkParams) -> Sequence[types.DocumentLink] | None:
        return await server.answered(params.text_document.uri, links.links)


def _register_outline(server: DeckServer) -> None:
    """What shows the whole of a deck, and its parts."""
    shelf = Shelf()

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: types.DocumentSymbolParams) -> Outline | None:
        return await server.answered(
            params.text_document.uri,
            lambda document: symbols.document_symbols(document, server.client.nested_symbols, server.client.say),
            fresh=True,
        )

    @server.feature(types.WORKSPACE_SYMBOL)
    async def search(params: types.WorkspaceSymbolParams) -> Sequence[types.WorkspaceSymbol]:
        decks = [one for one in server.documents.values() if one.is_deck and one.checked.is_set()]
        opened = [one.path for one in server.documents.values()]
        folders = [path_of(uri) for uri in server.workspace.folders]
        codec, say = server.workspace.position_codec, server.client.say

        def others() -> list[types.WorkspaceSymbol]:
            return symbols.workspace_symbols(shelf.decks(folders, opened, codec), params.query, say)

        found = server.answer(lambda: symbols.workspace_symbols(decks, params.query, say))
        return (found + await server.checking.aside(lambda: server.answer(others)))[: symbols.MOST]

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def fold(params: types.FoldingRangeParams) -> Sequence[types.FoldingRange] | None:
        limit = server.client.most_folds
        return await server.answered(params.text_document.uri, lambda document: folding.folding_ranges(document, limit))

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    async def select(params: types.SelectionRangeParams) -> Sequence[types.SelectionRange] | None:
        return await server.answered(
            params.text_document.uri, lambda document: selection.selection_ranges(document, params.positions)
        )


def _register_places(server: DeckServer) -> None:
    """Where something is said, and where it is used."""

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def define(params: types.DefinitionParams) -> Places | None:
        linked = server.client.definition_links
        return await server.answered(
            params.text_document.uri, lambda document: navigation.definition(document, params.position, linked)
        )

    @server.feature(types.TEXT_DOCUMENT_DECLARATION)
    async def declare(params: types.DeclarationParams) -> Places | None:
        linked = server.client.declaration_links
        return await server.answered(
            params.text_document.uri, lambda document: navigation.declaration(document, params.position, linked)
        )

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(params: types.ReferenceParams) -> Sequence[types.Location] | None:
        declared = params.context.include_declaration
        return await server.answered(
            params.text_document.uri, lambda document: navigation.references(document, params.position, declared)
        )

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    async def highlight(params: types.DocumentHighlightParams) -> Sequence[types.DocumentHighlight] | None:
        server.rests(params.text_document.uri, params.position)
        return await server.answered(
            params.text_document.uri, lambda document: navigation.highlights(document, params.position)
        )


def _register_names(server: DeckServer) -> None:
    """How something is called."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        return await server.answered(
            params.text_document.uri, lambda document: renaming.prepare(document, params.position), fresh=True
        )

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        return await server.answered(
            params.text_document.uri,
            lambda document: renaming.rename(document, params.position, params.new_name, server.client),
            fresh=True,
        )
