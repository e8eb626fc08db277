"""Hover: what a key means, how long a text is and how it fits, what a variable says, why a rule asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec import Struct

from slidekit.deck.keys import LOCALES, VALUES
from slidekit.editor import grammar
from slidekit.editor.comments import manual
from slidekit.editor.context import Place, place
from slidekit.editor.facts import of_picture, of_text, of_theme, of_time, of_value, of_variable
from slidekit.editor.jumps import of_slide
from slidekit.editor.markup import page as plainly
from slidekit.editor.names import name_at
from slidekit.editor.nesting import ITEM
from slidekit.rules import pages
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document

_WORD = re.compile(r"[A-Za-z][\w-]*")
_COMMENT = re.compile(r"[ \t]*slidekit:[ \t]*ignore(?:-deck)?\b")
_VARIABLE = re.compile(r"\$\$\{|\$\{\s*([^\W\d][\w.-]*)\s*\}")
MOST_FINDINGS = 3
"""Rules that are told of at one place."""


class Found(Struct, frozen=True, gc=False):
    """What there is to say, in Markdown, and of which stretch of the line."""

    start: int
    end: int
    parts: tuple[str, ...]


def hover(document: Document, position: types.Position, client: Client) -> types.Hover | None:
    """What is known of the words at a place; `None` where that is nothing."""
    line, column = document.lines.place(position)
    here = place(document.lines.lines, line, column)
    found = _found(document, here, line, column, client)
    told = [*(found.parts if found is not None else ()), *_findings(document, line, column, client)]
    if not told:
        return None
    kind = types.MarkupKind.Markdown if client.markdown else types.MarkupKind.PlainText
    text = plainly("\n\n---\n\n".join(told) if client.markdown else "\n\n".join(told), client.markdown)
    area = document.lines.range(Span(line, found.start, line, found.end)) if found is not None else None
    return types.Hover(types.MarkupContent(kind, text), area)


def _found(document: Document, here: Place, line: int, column: int, client: Client) -> Found | None:
    match here.what:
        case "comment":
            return _rule(here, column, client)
        case "key":
            return _key(here, document, client)
        case "value":
            return _value(document, here, line, column, client)
        case _:
            return None


def _rule(here: Place, column: int, client: Client) -> Found | None:
    """The page of the rule that a comment names."""
    if not _COMMENT.match(here.text):
        return None
    for word in _WORD.finditer(here.text):
        start = here.start + word.start()
        known = word[0].upper() if word[0][:2].upper() == "SK" else word[0].lower()
        if start <= column <= start + len(word[0]) and (page := manual().get(known)) is not None:
            text = pages.chapter(page, client.lang) if client.markdown else pages.plain(page, client.lang)
            return Found(start, start + len(word[0]), (text,))
    return None


def _key(here: Place, document: Document, client: Client) -> Found | None:
    """What a key means and takes; of a time also when that is, of a variable what it says."""
    path = (*here.path, here.text)
    parts = []
    if here.path == ("vars",):
        parts = [*of_variable(document, here.text, client)]
    elif (key := grammar.key(path)) is not None:
        parts = [_meaning(key, client)]
        if here.text in ("time", "at", "duration", "section"):
            parts += of_time(document, here.line, here.start, client)
    return Found(here.start, here.end, tuple(parts)) if parts else None


def _meaning(key: grammar.Offered, client: Client) -> str:
    words = f"\n\n{', '.join([f'`{word}`' for word in key.words])}" if key.words and "time" not in key.kinds else ""
    return f"**{key.name}**\n\n{client.page(key.doc)}{words}" if key.doc else f"**{key.name}**{words}"


def _value(document: Document, here: Place, line: int, column: int, client: Client) -> Found | None:
    found = _variable(document, here, column, client) or _jump(document, here, line, column, client)
    if found is not None:
        return found
    last = next((part for part in reversed(here.path) if part not in (*grammar.SIDES, *LOCALES, ITEM)), "")
    parts: list[str] = []
    if last == "image":
        parts = [*of_picture(document, here.text, line, column, client)]
    elif here.path == ("theme",):
        parts = [*of_theme(document, here.text, client)]
    elif last in ("time", "at", "duration") and len(here.path) <= 3:
        parts = [*of_time(document, line, column, client)]
    elif last in VALUES:
        parts = [*of_value(document, here, last, client)]
    if not parts:
        parts += of_text(document, line, column, client)
    if not parts and (key := grammar.key(_keyed(here.path))) is not None and key.words:
        parts = [_meaning(key, client)]
    return Found(here.start, max(here.end, here.start), tuple(parts)) if parts else None


def _keyed(path: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the key whose value this is, out of any list."""
    while path and path[-1] == ITEM:
        path = path[:-1]
    return path


def _variable(document: Document, here: Place, column: int, client: Client) -> Found | None:
    """What a variable says, where the cursor is in its name."""
    for mark in _VARIABLE.finditer(here.text):
        start, end = here.start + mark.start(), here.start + mark.end()
        if mark[1] and start <= column <= end and (parts := tuple(of_variable(document, mark[1], client))):
            return Found(start, end, parts)
    return None


def _jump(document: Document, here: Place, line: int, column: int, client: Client) -> Found | None:
    """What the slide is that a link leads to, where the cursor is in its id."""
    name = name_at(document.view, line, column) if "#" in here.text else None
    if name is None or name.kind != "id" or name.declares:
        return None
    parts = tuple(of_slide(document, name.text, client))
    return Found(name.span.column - 1, name.span.end_column, parts) if parts else None


def _findings(document: Document, line: int, column: int, client: Client) -> Iterator[str]:
    """What the rules that find something at a place are about, and why."""
    at = document.checked_place(line, column)
    found = [one for one in document.state.steady if one.file in ("", document.live.path.as_posix())]
    codes = dict.fromkeys(one.code for one in found if one.span[:2] <= at < one.span[2:] or one.span[:2] == at)
    for code in list(codes)[:MOST_FINDINGS]:
        if (page := manual().get(code)) is not None:
            page = pages.translated(page, client.lang)
            why = f"\n\n{page.body}" if page.body else ""
            yield f"**{page.code} {page.name}**\n\n{page.summary}{why}"
