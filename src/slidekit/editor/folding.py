"""What folds."""

from __future__ import annotations

from lsprotocol import types

from slidekit.editor.document import Document


def folding_ranges(document: Document, limit: int | None) -> list[types.FoldingRange]:
    """What can be folded away."""
    return []
