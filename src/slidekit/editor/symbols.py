"""The outline as an editor asks for it, and the search for slides and variables in all decks of the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.editor.outline import Entry, clamped, outline
from slidekit.editor.positions import Lines
from slidekit.editor.shelf import Shelved
from slidekit.locales import Say

MOST = 500
"""Symbols that a search gives: an author types one more letter rather than read on."""


def document_symbols(
    document: Document, nested: bool, say: Say
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Sections and slides, as a tree where the editor can show one."""
    entries = outline(document.view, say)
    if nested:
        return [_symbol(entry, document.lines) for entry in entries]
    return list(_flat(entries, document, None))


def _symbol(entry: Entry, lines: Lines) -> types.DocumentSymbol:
    span = entry.span
    start, end = lines.position(*span[:2]), lines.position(*span[2:])
    shown = lines.range(clamped(entry.shown, span))  # LSP 3.17: `selectionRange` is inside of `range`
    inner = [_symbol(one, lines) for one in entry.inner] or None
    return types.DocumentSymbol(
        entry.name, entry.kind, types.Range(start, end), shown, entry.detail or None, None, None, inner
    )


def _flat(entries: Iterable[Entry], document: Document, holder: str | None) -> Iterator[types.SymbolInformation]:
    for entry in entries:
        place = types.Location(document.uri, document.lines.range(entry.span))
        yield types.SymbolInformation(place, entry.name, entry.kind, container_name=holder)
        yield from _flat(entry.inner, document, entry.name)


def workspace_symbols(documents: Iterable[Document | Shelved], query: str, say: Say) -> list[types.WorkspaceSymbol]:
    """The sections, slides and variables whose words, in either language, have all those of a query."""
    wanted = _folded(query).split()
    found: list[types.WorkspaceSymbol] = []
    for document in documents:
        for entry, holder in _walked(outline(document.view, say, blocks=False), document.path.name):
            words = _folded(f"{entry.name} {entry.also}")
            if all(word in words for word in wanted):
                place = types.Location(document.uri, document.lines.range(entry.shown))
                found.append(types.WorkspaceSymbol(place, entry.name, entry.kind, container_name=holder))
                if len(found) == MOST:
                    return found
    return found


def _walked(entries: Iterable[Entry], holder: str) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        yield entry, holder
        yield from _walked(entry.inner, entry.name)


def _folded(text: str) -> str:
    """Words without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join([sign for sign in normalize("NFD", text.casefold()) if not combining(sign)])
