"""Hover: what a key means, how long a text is, what a variable says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document


def hover(document: Document, position: types.Position, client: Client) -> types.Hover | None:
    """What is known of the words at a place; `None` where that is nothing."""
    return None
