"""What the author's editor can show, as it said when it started."""

from __future__ import annotations

from typing import Literal

from lsprotocol import types
from msgspec import Struct

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

    @property
    def say(self) -> Say:
        """How sentences are said to the author."""
        return speaker(self.lang)

    def page(self, text: str) -> str:
        """A text of ours that was not made by `tell`, such as the meaning of a key, in the author's language."""
        return text if self.lang == "en" else paragraphs(text)


def client_of(capabilities: types.ClientCapabilities | None, lang: str) -> Client:
    """What an editor says of itself (LSP 3.17, `initialize`)."""
    text = capabilities.text_document if capabilities is not None else None
    item = text.completion.completion_item if text is not None and text.completion is not None else None
    hover = text.hover.content_format if text is not None and text.hover is not None else None
    modes = item.insert_text_mode_support.value_set if item is not None and item.insert_text_mode_support else ()
    symbols, folding = (text.document_symbol, text.folding_range) if text is not None else (None, None)
    return Client(
        "fr" if lang == "fr" else "en",
        snippets=bool(item is not None and item.snippet_support),
        markdown=types.MarkupKind.Markdown in (hover or ()),
        docs_markdown=types.MarkupKind.Markdown in ((item.documentation_format if item is not None else None) or ()),
        nested_symbols=bool(symbols and symbols.hierarchical_document_symbol_support),
        most_folds=folding.range_limit if folding else None,
        definition_links=bool(text and text.definition and text.definition.link_support),
        declaration_links=bool(text and text.declaration and text.declaration.link_support),
        adjusts=types.InsertTextMode.AdjustIndentation in modes,
    )
