"""The same text in the other language: what stands beside what is under the cursor."""

from __future__ import annotations

from typing import NamedTuple

from slidekit.deck.keys import LOCALES
from slidekit.editor.branch import Branch
from slidekit.source.nodes import Mapping, Node, Sequence
from slidekit.source.span import Span

SIDES = ("en", "fr", *LOCALES)


class Twins(NamedTuple):
    """A text and the others that say the same."""

    own: Span
    others: tuple[Span, ...]


def twins(found: Branch) -> Twins | None:
    """The text at a place and its twins; of a row, the cell at the same place in the row."""
    steps = found.steps
    for depth in range(len(steps) - 1, 0, -1):
        key, pair = steps[depth].key, steps[depth - 1].node
        if key is None or key.text not in SIDES or not isinstance(pair, Mapping):
            continue
        own = steps[depth].node
        others = [value for name, value in pair.entries if name.text in SIDES and name.text != key.text]
        if isinstance(own, Sequence) and depth + 1 < len(steps):
            number = steps[depth + 1].number
            cells = [one.items[number] for one in others if isinstance(one, Sequence) and number < len(one.items)]
            return Twins(steps[depth + 1].node.span, tuple([cell.span for cell in cells]))
        return Twins(own.span, tuple([other.span for other in others if _says(other)]))
    return None


def _says(node: Node) -> bool:
    return node.span[:2] != node.span[2:]
