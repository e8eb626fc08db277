"""What was found slide by slide, carried from one text of a deck to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from slidekit.live.reading import Same

Found = TypeVar("Found")

Move = Callable[[Found, int, int], Found]
"""(a finding, by how many lines its slide has moved, by how many slides) → the finding at its new place."""


class Memory(Generic[Found]):
    """The findings of rules that look at one slide at a time."""

    def __init__(self, move: Move[Found]) -> None:
        self._move = move
        self._context: object = None
        self._slides: list[tuple[Found, ...] | None] = []

    def forget(self) -> None:
        """Trust nothing that was found."""
        self._context, self._slides = None, []

    def carry(self, context: object, same: Same, count: int) -> list[int]:
        """Go on to a deck of so many slides; the indexes of those that must be looked at.

        `context` is all that a finding depends on beside its slide.
        """
        known = self._slides
        if context != self._context:
            same = Same()
        by = count - len(known)
        front = known[: min(same.front, count)]
        most = min(same.back, len(known) - len(front), count - len(front))
        back = known[len(known) - most :]
        if same.lines or by:
            back = [found and tuple([self._move(one, same.lines, by) for one in found]) for found in back]
        self._slides = [*front, *[None] * (count - len(front) - len(back)), *back]
        self._context = context
        return [at for at, found in enumerate(self._slides) if found is None]

    def learn(self, found: dict[int, list[Found]]) -> None:
        """Keep what was found in the slides that were looked at, by their indexes."""
        for at, some in found.items():
            self._slides[at] = tuple(some)

    def all(self) -> list[Found]:
        """Everything that is known."""
        return [one for found in self._slides if found for one in found]
