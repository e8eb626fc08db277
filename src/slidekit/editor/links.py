"""Document links: pictures and other files that a deck names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from slidekit.editor.document import Document


def links(document: Document) -> list[types.DocumentLink]:
    """The files and addresses that a deck names, each where it is named."""
    return []
