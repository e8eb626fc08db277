"""Semantic tokens: variables stand out of the texts that they are in, as soon as there is one of that name."""

from __future__ import annotations

from lsprotocol import types

from slidekit.editor.document import Document
from slidekit.editor.names import variables_used

LEGEND = types.SemanticTokensLegend(
    [types.SemanticTokenTypes.Variable.value],
    [types.SemanticTokenModifiers.Declaration.value, types.SemanticTokenModifiers.Readonly.value],
)
_DECLARED, _USED = 0b11, 0b10
"""The modifiers, a bit each in the order of the legend."""


def semantic_tokens(document: Document, within: types.Range | None = None) -> types.SemanticTokens:
    """The variables of a deck, or of some lines: five numbers each, counted from the one before (LSP 3.17)."""
    first, last = (within.start.line, within.end.line) if within is not None else (0, len(document.lines.lines))
    data: list[int] = []
    line = column = 0
    for name in variables_used(document.view):
        if not first < name.span.line <= last + 1:
            continue
        range = document.lines.range(name.span)
        start, length = range.start, range.end.character - range.start.character
        data += [
            start.line - line,
            start.character - (column if start.line == line else 0),
            length,
            0,
            _DECLARED if name.declares else _USED,
        ]
        line, column = start.line, start.character
    return types.SemanticTokens(data)
