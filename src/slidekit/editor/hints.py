"""Inlay hints: the number of each slide, and when it is said."""

from __future__ import annotations

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.locales import Say


def inlay_hints(document: Document, range: types.Range, values: bool, say: Say) -> list[types.InlayHint]:
    """What stands in grey in these lines."""
    return []
