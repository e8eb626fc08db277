"""Rename: variables and ids."""

from __future__ import annotations

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.locales import Say


def prepare(document: Document, position: types.Position) -> types.PrepareRenamePlaceholder | None:
    """The name at a place, if it is one that can be changed."""
    return None


def rename(document: Document, position: types.Position, new_name: str, say: Say) -> types.WorkspaceEdit | None:
    """The edits that give what stands at a place another name; `Refused` where it cannot have it."""
    return None
