"""What the author's editor can show, as it said when it started."""

from __future__ import annotations

from typing import Literal

from lsprotocol import types
from msgspec import Struct, structs

from slidekit.locales import Say, paragraphs, speaker


class Client(Struct, frozen=True, gc=False):
    """An editor: the language that it is spoken to in, and what it understands."""

    lang: Literal["en", "fr"] = "en"
    snippets: bool = False
    """Whether a completion may hold places to jump to: `{en: $1, fr: $2}`."""
    markdown: bool = False
    """Whether hovers may be Markdown; else they are plain text."""
    docs_markdown: bool = False
    """Whether the pages beside completions may be."""
    adjusts: bool = False
    """Whether it can be asked to indent the further lines of a completion as its first."""

    nested_symbols: bool = False
    """Whether the outline is a tree; else a list."""
    most_folds: int | None = None
    """How many folds it bears."""
    definition_links: bool = False
    """Whether a definition may say what it was asked of, and the whole that it is in."""
    declaration_links: bool = False
    described_codes: bool = False
    """Whether a diagnostic may link to the page of its rule."""
    related: bool = False
    """Whether a diagnostic may point at other places."""
    tags: frozenset[types.DiagnosticTag] = frozenset()
    """How a diagnostic may be shown: faded, struck out."""
    versioned_edits: bool = False
    """Whether edits are made only in the version of a text that they are of."""
    action_literals: bool = False
    """Whether code actions may be edits; else they are commands."""
    applies_edits: bool = False
    """Whether the server may ask for an edit itself."""
    shows_documents: bool = False
    """Whether the server may have a file shown at a place, or an address in the browser."""
    watches_files: bool = False
    """Whether the editor tells of changed files when asked to."""
    configured: bool = False
    """Whether it can be asked for its settings."""
    registers_settings: bool = False
    """Whether it can be asked to tell when its settings change; some tell unasked, and mind being asked."""
    refreshes_hints: bool = False
    """Whether it can be told to ask for inlay hints again."""

    @property
    def say(self) -> Say:
        """How sentences are said to the author."""
        return speaker(self.lang)

    def page(self, text: str) -> str:
        """A text of ours that was not made by `tell`, such as the meaning of a key, in the author's language."""
        return text if self.lang == "en" else paragraphs(text)


def client_of(capabilities: types.ClientCapabilities | None, lang: str) -> Client:
    """What an editor says of itself (LSP 3.17, `initialize`)."""
    can = capabilities or types.ClientCapabilities()
    text = can.text_document or types.TextDocumentClientCapabilities()
    item = text.completion.completion_item if text.completion is not None else None
    hover = text.hover.content_format if text.hover is not None else None
    modes = item.insert_text_mode_support.value_set if item is not None and item.insert_text_mode_support else ()
    symbols, folding, actions = text.document_symbol, text.folding_range, text.code_action
    return structs.replace(
        _reach(can),
        lang="fr" if lang == "fr" else "en",
        snippets=bool(item is not None and item.snippet_support),
        markdown=types.MarkupKind.Markdown in (hover or ()),
        docs_markdown=types.MarkupKind.Markdown in ((item.documentation_format if item is not None else None) or ()),
        adjusts=types.InsertTextMode.AdjustIndentation in modes,
        nested_symbols=bool(symbols and symbols.hierarchical_document_symbol_support),
        most_folds=folding.range_limit if folding else None,
        definition_links=bool(text.definition and text.definition.link_support),
        declaration_links=bool(text.declaration and text.declaration.link_support),
        action_literals=bool(actions and actions.code_action_literal_support),
    )


def _reach(can: types.ClientCapabilities) -> Client:
    """What is not of one feature alone: diagnostics, edits, files, windows."""
    work = can.workspace or types.WorkspaceClientCapabilities()
    published = can.text_document.publish_diagnostics if can.text_document is not None else None
    showing = can.window.show_document if can.window is not None else None
    watching, hints = work.did_change_watched_files, work.inlay_hint
    settings = work.did_change_configuration
    tags = published.tag_support if published is not None else None
    return Client(
        described_codes=bool(published and published.code_description_support),
        related=bool(published and published.related_information),
        tags=frozenset(tags.value_set if tags else ()),
        versioned_edits=bool(work.workspace_edit and work.workspace_edit.document_changes),
        applies_edits=bool(work.apply_edit),
        shows_documents=bool(showing and showing.support),
        watches_files=bool(watching and watching.dynamic_registration),
        configured=bool(work.configuration),
        registers_settings=bool(settings and settings.dynamic_registration),
        refreshes_hints=bool(hints and hints.refresh_support),
    )
