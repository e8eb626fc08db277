"""Completion: what may stand where the author types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document

TRIGGERS = ["{", "$", "/", " ", "#", ","]


def options() -> types.CompletionOptions:
    """What the server says of its completions."""
    return types.CompletionOptions(trigger_characters=TRIGGERS)


def complete(
    document: Document, position: types.Position, client: Client, sign: str | None = None
) -> types.CompletionList:
    """What may stand at a place; `sign` is the one that was typed, where that asked for it."""
    return types.CompletionList(is_incomplete=False, items=[])
