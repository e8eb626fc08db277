"""Decks as they are typed, for tests: `¦` is the cursor."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from slidekit.editor.client import Client
from slidekit.editor.completion import complete
from slidekit.editor.document import Document

ABLE = Client("en", snippets=True, markdown=True, docs_markdown=True, adjusts=True)
PLAIN = Client("en")


def opened(text: str, path: Path, known: str | None = None) -> Document:
    """A deck in the editor; `known` is the text that was checked, where that is an older one."""
    document = Document(path.as_uri(), path, text, PositionCodec())
    document.state = document.live.update((text if known is None else known).encode())
    return document


def cursor(typed: str) -> tuple[str, types.Position]:
    """A text without its `¦`, and where that was."""
    before, mark, after = typed.partition("¦")
    assert mark
    line = before.rpartition("\n")[2]
    return before + after, types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def completed(
    typed: str, path: Path, client: Client = ABLE, known: str | None = None, sign: str | None = None
) -> list[types.CompletionItem]:
    """What is offered at the cursor."""
    text, position = cursor(typed)
    return list(complete(opened(text, path, known), position, client, sign).items)


def labels(items: list[types.CompletionItem]) -> list[str]:
    """What the items are called, in the order shown."""
    return [one.label for one in sorted(items, key=lambda one: one.sort_text or "")]


def taken(typed: str, items: list[types.CompletionItem], label: str, words: str = "1") -> str:
    """The text once an item was taken and its places were filled in, as VS Code does it."""
    text, _ = cursor(typed)
    item = next(one for one in items if one.label == label)
    edit = item.text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.range.start.line == edit.range.end.line
    lines = text.split("\n")
    line = lines[edit.range.start.line]
    units = line.encode("utf-16-le")
    before = units[: 2 * edit.range.start.character].decode("utf-16-le")
    after = units[2 * edit.range.end.character :].decode("utf-16-le")
    new = edit.new_text
    if item.insert_text_format is types.InsertTextFormat.Snippet:
        new = filled(new, words)
    indent = before[: len(before) - len(before.lstrip(" "))]
    lines[edit.range.start.line] = before + new.replace("\n", "\n" + indent) + after
    return "\n".join(lines)


def filled(snippet: str, words: str) -> str:
    """A snippet with its places filled in."""
    snippet = re.sub(r"(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", snippet)
    snippet = re.sub(r"(?<!\\)\$\{\d+:([^}]*)\}", r"\1", snippet)
    return re.sub(r"\\([$\\}])", r"\1", re.sub(r"(?<!\\)\$\d+", words, snippet))
