"""Code actions: what can be mended, said or left with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slidekit.editor.client import Client
    from slidekit.editor.document import Document


KINDS = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)


def actions(
    document: Document, range: types.Range, context: types.CodeActionContext, client: Client
) -> Sequence[types.CodeAction]:
    """What can be done about these signs."""
    return []
