"""The outline: sections and slides."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.locales import Say


def document_symbols(
    document: Document, nested: bool, say: Say
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Sections and slides."""
    return []


def workspace_symbols(documents: Iterable[Document], query: str, say: Say) -> list[types.WorkspaceSymbol]:
    """What in these decks is called so."""
    return []
