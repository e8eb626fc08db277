"""Columns that begin level under headings of one height, each as wide as what it holds needs."""

from __future__ import annotations

from collections.abc import Sequence

from slidekit.scene.boxes import Box, Shape
from slidekit.scene.elements import Kit, TextElement
from slidekit.scene.fit import FitProblem
from slidekit.scene.flow import Beside, Stack
from slidekit.scene.grounds import content_box
from slidekit.scene.panels import CodeElement

READ_PT = 18.0
"""A column of code is widened until its lines fit at this size, as far as `WIDEST` goes."""

WIDEST = 1.32
"""How much wider than its even share a column of code may be: 66 % of two."""


class Head:
    """The heading of a column, or the room that it would take where the other columns have one."""

    flexible = False

    def __init__(self, inner: TextElement | None, row: list[Head]) -> None:
        self.inner, self.row = inner, row
        row.append(self)

    def steps(self) -> int:
        """How many sizes there are."""
        return max([one.inner.steps() for one in self.row if one.inner], default=1)

    def height(self, level: int, width: float) -> float:
        """That of the highest heading."""
        return max([one.inner.height(level, width) for one in self.row if one.inner], default=0.0)

    def wide(self, level: int, width: float) -> bool:
        """As the heading itself."""
        return self.inner is not None and self.inner.wide(level, width)

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The heading, at the foot of its room."""
        return self.inner.place(level, box, side) if self.inner else []

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """As the heading itself."""
        return self.inner.problems(level, box) if self.inner else []


def columns(kit: Kit, stacks: Sequence[Stack], heads: Sequence[TextElement | None]) -> Beside:
    """Stacks next to each other; listings among them in one size."""
    if any(heads):
        row: list[Head] = []
        for stack, head in zip(stacks, heads, strict=True):
            stack.elements.insert(0, Head(head, row))
            stack.gap = kit.theme.grid.gap * 0.6
    listings = [_listings(stack) for stack in stacks]
    for one in (together := [one for own in listings for one in own]):
        one.match(together)
    words = any(not own for own in listings)
    return Beside(kit, [*stacks], _shares(kit, listings), rule=words)


def _listings(stack: Stack) -> list[CodeElement]:
    from slidekit.show.pages import Diagram

    inside = [getattr(one, "inner", one) for one in stack.elements]
    return [one for one in inside if isinstance(one, CodeElement) and not isinstance(one.sides[0], Diagram)]


def _shares(kit: Kit, listings: Sequence[Sequence[CodeElement]]) -> tuple[float, ...]:
    """Even ones, but more for code whose lines are long, where other columns hold something else."""
    count = len(listings)
    if all(listings) or not any(listings):
        return (1.0,) * count
    even = (content_box(kit.theme).w - kit.theme.grid.gap * 2 * (count - 1)) / count
    wanted = [max([one.wanted(READ_PT) for one in own], default=0.0) for own in listings]
    more = [min(WIDEST, max(1.0, own / even)) for own in wanted]
    rest = (count - sum(more[at] for at in range(count) if listings[at])) / max(1, sum(not own for own in listings))
    return tuple([one if own else max(rest, 0.5) for one, own in zip(more, listings, strict=True)])
