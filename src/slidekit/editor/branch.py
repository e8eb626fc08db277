"""What stands at a place: the way down from a slide, or from the deck, to one word of it.

Only the slide under the cursor is parsed, with the reader that decks are read with, so that quotes, braces and
texts over several lines are what they are, and broken YAML is repaired as it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from slidekit.editor.nesting import ITEM
from slidekit.editor.view import DASH
from slidekit.source.nodes import Mapping, Node, Scalar, read
from slidekit.source.nodes import Sequence as List
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.editor.view import Part, View


class Step(NamedTuple):
    """A value on the way down, and the key that it stands under; a list's items have none."""

    node: Node
    key: Scalar | None
    number: int = 0
    """Of an item, from 0."""


class Branch(NamedTuple):
    """The way down to a place."""

    steps: Sequence[Step]
    """The slide, or the deck, first."""
    inside: Literal["slide", "deck"]
    key: Scalar | None = None
    """The key under the cursor, where it stands on one; its value is the last step."""

    @property
    def leaf(self) -> Node | None:
        """What the place is in."""
        return self.steps[-1].node if self.steps else None

    @property
    def keys(self) -> list[str]:
        """The keys on the way, outermost first."""
        return [step.key.text for step in self.steps if step.key is not None]

    @property
    def path(self) -> tuple[str, ...]:
        """The same as the grammar has it: from the deck on, items of lists included."""
        head = ("slides", ITEM) if self.inside == "slide" else ()
        return (*head, *[step.key.text if step.key is not None else ITEM for step in self.steps[1:]])


def branch(view: View, line: int, column: int) -> Branch:
    """The way down to a line and a column of the text of this moment."""
    part = view.slide_at(line, column)
    inside: Literal["slide", "deck"] = "deck" if part is None else "slide"
    root = tree(view, part, line)
    if root is None:
        return Branch((), inside)
    steps = [Step(root, None)]
    key = _down(steps, (line, column))
    if part is not None and not part.block:
        steps = steps[2:]
    return Branch(steps, inside, key)


def tree(view: View, part: Part | None, line: int) -> Node | None:
    """The tree of what a line is in: a slide, or the deck without its slides; of slides in braces all of it."""
    if part is None or not part.block:
        return view.frame if part is None else view.whole
    return next((own(view, piece) for piece in reversed(pieces(view, part)) if piece.first <= line), None)


class Piece(NamedTuple):
    """Lines that are a slide, and where its keys stand."""

    first: int
    last: int
    column: int


def pieces(view: View, part: Part) -> list[Piece]:
    """The slides that a slide has become: others may have been typed into its lines since it was read."""
    starts = [(part.span.line, part.column)]
    if not view.moved.same:
        for line in part.lines:
            text = view.lines[line - 1]
            dash = DASH.match(text)
            if dash and line > part.span.line and text.index("-") + 1 == part.span.column:
                starts.append((line, dash.end() + 1))
    ends = [*[line - 1 for line, _ in starts[1:]], part.span.end_line]
    return [Piece(line, max(line, end), column) for (line, column), end in zip(starts, ends, strict=True)]


def own(view: View, piece: Piece) -> Node | None:
    """A slide's own tree."""
    if piece.first not in view.trees:
        lines = list(view.lines[piece.first - 1 : piece.last])
        lines[0] = " " * (piece.column - 1) + lines[0][piece.column - 1 :]
        root = read("\n".join(lines).encode("utf-8", "surrogatepass")).root
        view.trees[piece.first] = None if root is None else shifted(root, piece.first - 1)
    return view.trees[piece.first]


def shifted(node: Node, by: int) -> Node:
    """A tree some lines further down."""
    line, column, end_line, end_column = node.span
    span = Span(line + by, column, end_line + by, end_column)
    if isinstance(node, Scalar):
        return node._replace(span=span)
    if isinstance(node, List):
        return List(tuple([shifted(item, by) for item in node.items]), span, node.flow)
    entries = [(shifted(key, by), shifted(value, by)) for key, value in node.entries]
    return Mapping(tuple([(key, value) for key, value in entries if isinstance(key, Scalar)]), span, node.flow)


def _down(steps: list[Step], place: tuple[int, int]) -> Scalar | None:
    """Go down to a place; gives back the key that it is on."""
    while True:
        node = steps[-1].node
        if isinstance(node, Scalar):
            return None
        if isinstance(node, List):
            inner = [(index, item) for index, item in enumerate(node.items) if item.span[:2] <= place]
            if not inner or not _within(inner[-1][1], place):
                return None
            steps.append(Step(inner[-1][1], None, inner[-1][0]))
            continue
        entry = next((entry for entry in reversed(node.entries) if entry[0].span[:2] <= place), None)
        if entry is None:
            return None
        key, value = entry
        on_key = place <= key.span[2:]
        if not on_key and not _within(value, place):
            return None
        steps.append(Step(value, key))
        if on_key:
            return key


def _within(node: Node, place: tuple[int, int]) -> bool:
    """Whether a place is in a value, its end included; and what YAML cuts off at ` #` may be meant as text."""
    start, end = node.span[:2], node.span[2:]
    if isinstance(node, Scalar) and node.cut and place[0] == end[0]:
        return start <= place
    return start <= place <= end


def scalars(node: Node, keys: tuple[str, ...] = ()) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    """Every scalar that is a value, with the keys above it."""
    if isinstance(node, Scalar):
        yield node, keys
    elif isinstance(node, List):
        for item in node.items:
            yield from scalars(item, keys)
    else:
        for key, value in node.entries:
            yield from scalars(value, (*keys, key.text))


def inner(node: Scalar) -> Span:
    """A scalar without its quotation marks."""
    line, column, end_line, end_column = node.span
    return Span(line, column + 1, end_line, end_column - 1) if node.style in ('"', "'") else node.span
