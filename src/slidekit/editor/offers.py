"""One thing that may be typed at the cursor."""

from __future__ import annotations

from lsprotocol import types
from msgspec import Struct


class Offer(Struct, frozen=True, gc=False):
    """A completion before it is put into the editor's terms."""

    label: str
    text: str = ""
    """What is typed, where it has no places for the author."""
    template: str | None = None
    """What is typed otherwise, `§` where the author goes on; see `snippets`."""
    kind: types.CompletionItemKind = types.CompletionItemKind.Value
    detail: str = ""
    doc: str = ""
    """What it is, in Markdown."""
    filter: str = ""
    """What the author's own letters are held against; else the label."""
    start: int = 0
    """The column of what it takes the place of; 0 for the whole word under the cursor."""
    end: int = 0
