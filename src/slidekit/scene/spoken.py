"""What is read after what: the shapes of a slide in the order of the deck's keys, wherever they stand on it."""

from __future__ import annotations

from collections.abc import Sequence

from slidekit.scene.boxes import Shape
from slidekit.show import pages
from slidekit.show.pages import Block

PAUSE = pages.Paragraphs(())
"""Between texts that would share a box, though something of another place on the slide is said between them."""

Prose = pages.Paragraphs | pages.Bullets


def apart(blocks: Sequence[Block]) -> bool:
    """Whether a subtitle comes after something else, or something else after a takeaway."""
    kinds = [1 if isinstance(one, pages.Takeaway) else -isinstance(one, pages.Subtitle) for one in blocks]
    return kinds != sorted(kinds)


def without(blocks: Sequence[Block], kind: type[Block]) -> tuple[Block, ...]:
    """The blocks that are not of a kind, with a pause where one stood between two texts."""
    found: list[Block] = []
    left_out = False
    for one in blocks:
        if isinstance(one, kind):
            left_out = True
            continue
        if left_out and found and isinstance(found[-1], Prose) and isinstance(one, Prose) and found[-1] is not PAUSE:
            found.append(PAUSE)
        found.append(one)
        left_out = False
    return tuple(found)


def in_order(shapes: Sequence[Shape], blocks: Sequence[Block]) -> list[Shape]:
    """Shapes in the order of their blocks; what belongs to none stays with the shape before it."""
    starts = {_path(one): number for number, one in enumerate(blocks, 1)}
    now, found = 0, []
    for shape in shapes:
        words = getattr(shape, "name", "").split(" ")
        now = next((starts[word] for word in words if word in starts), now)
        found.append((now, shape))
    return [shape for _, shape in sorted(found, key=lambda pair: pair[0])]


def _path(block: Block) -> str:
    """The place in the deck that the first shape of a block is named after."""
    match block:
        case pages.Subtitle(line) | pages.Takeaway(line):
            return line.path
        case pages.Paragraphs(lines) | pages.Quote(lines):
            return lines[0].path if lines else ""
        case pages.Bullets(items):
            return items[0].line.path if items else ""
        case pages.Columns(columns):
            first = columns[0]
            return first.title.path if first.title else _path(first.blocks[0]) if first.blocks else ""
        case _:
            return block.path
