"""Document links: the pictures and other files that a deck names, and the addresses in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.deck.model import Columns, Deck, Image
from slidekit.deck.text import Pair, Text
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.editor.document import Document
    from slidekit.editor.view import View

MOST = 5_000
"""Links that are told of in one deck."""

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`{}|\\^\[\]]{1,2000}")
_SCHEMA = re.compile(r"#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)")
_THEME = re.compile(r"theme[ \t]*:[ \t]+[\"']?([^\"'#\s][^\"'#]*?)[\"']?[ \t]*(?:#.*)?$")
_AFTER = ".,;:!?…"
"""What ends a sentence rather than an address."""


def links(document: Document) -> list[types.DocumentLink]:
    """The files and addresses that a deck names, each where it is named; files only where they are there."""
    lines, folder = document.lines, document.path.parent
    found: list[types.DocumentLink] = []
    for span, target in _found(document.view, folder):
        if len(found) == MOST:
            break
        found.append(types.DocumentLink(lines.range(span), target=target))
    return found


def _found(view: View, folder: Path) -> Iterator[tuple[Span, str]]:
    there = cache(lambda name: _there(name, folder))
    for span, name in _files(view):
        if (target := there(name)) is not None:
            yield span, target
    yield from _addresses(view.lines)


def _files(view: View) -> Iterator[tuple[Span, str]]:
    """Each file that is named, and where that stands in the text of this moment."""
    if view.lines and (schema := _SCHEMA.match(view.lines[0])):
        yield _part(1, schema), schema[1]
    if view.deck is None:
        return
    for key in view.top:
        line = key.span.line
        if key.name == "theme" and (theme := _THEME.match(view.lines[line - 1])):
            yield _part(line, theme), theme[1]
    for span, name in _named(view.deck):
        if (place := _bare(view, view.moved.span(span), name)) is not None:
            yield place, name


def _part(line: int, found: re.Match[str]) -> Span:
    return Span(line, found.start(1) + 1, line, found.end(1) + 1)


def _named(deck: Deck) -> Iterator[tuple[Span, str]]:
    """The template, the list of terms, every picture."""
    if deck.template is not None:
        yield deck.template.span, deck.template.file
    if deck.glossary is not None and deck.glossary.file:
        yield deck.glossary.span, deck.glossary.file
    for slide in deck.slides:
        for pair in _pictures(slide.blocks):
            sides = (pair.en, pair.fr, pair.both, pair.plain, *[side for _, side in pair.regional])
            yield from ((side.span, side.source) for side in sides if isinstance(side, Text) and side.source.strip())


def _pictures(blocks: Sequence[object]) -> Iterator[Pair]:
    for block in blocks:
        if isinstance(block, Image):
            yield block.path
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _pictures(column.blocks)


def _bare(view: View, span: Span, name: str) -> Span | None:
    """The name itself, without quotation marks; `None` where it has changed since the deck was read."""
    if span.line != span.end_line or span.line > len(view.lines):
        return None
    text = view.lines[span.line - 1]
    at = text.find(name, span.column - 1, span.end_column)
    return Span(span.line, at + 1, span.line, at + len(name) + 1) if at >= 0 else None


def _there(name: str, folder: Path) -> str | None:
    """The URI of a file in the deck's folder, links resolved; themes of slidekit have none to open beside the deck."""
    try:
        root = folder.resolve()
        path = (root / name).resolve()
        if name.startswith("../") and name.endswith(".schema.json"):  # the schema may lie beside several decks
            return path.as_uri() if path.is_file() else None
        return path.as_uri() if path.is_relative_to(root) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _addresses(lines: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Addresses of the web, as far as they are no part of the words round them."""
    for number, line in enumerate(lines, 1):
        if "://" not in line and "mailto:" not in line:
            continue
        for found in _ADDRESS.finditer(line):
            address = _ended(found[0])
            yield Span(number, found.start() + 1, number, found.start() + len(address) + 1), address


def _ended(address: str) -> str:
    """An address without the signs of the sentence after it, and without a bracket that it does not open."""
    while address and (address[-1] in _AFTER or (address[-1] == ")" and address.count("(") < address.count(")"))):
        address = address[:-1]
    return address
