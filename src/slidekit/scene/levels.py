"""One size for the slides of a section where that is possible, and larger words where there are few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.scene.columns import Head
from slidekit.scene.elements import TextElement
from slidekit.scene.flow import Beside, Stack
from slidekit.scene.grounds import NIGHT
from slidekit.scene.visuals import Captioned, PictureElement

if TYPE_CHECKING:
    from slidekit.scene.elements import Element
    from slidekit.scene.plan import Placed, Plan

FEW = 0.5
"""Words that take less than this share of their room at the first size may grow."""

GROWN = 0.62
"""What they may take of it when they have grown."""

KEPT = 0.45
"""No slide takes a section's smaller size where its words would then take less than this share of their room."""

NO_MORE_LINES = 1.02
"""Words grow only as far as no line breaks: by how much their height may exceed what larger type alone makes of it."""

SUNK = 0.3
"""Words that take less than half of their room stand lower by this share of what is free beyond that half."""


def settle(plans: Iterable[Plan], grown: tuple[float, ...]) -> None:
    """Bring the slides of each section to one size: that of the lower median of what each could have.

    Slides that could be larger take it, unless that leaves them nearly empty; slides that must be smaller stay so.
    `grown` are the theme's sizes above its first, largest first.
    """
    for slides in _sections(plans):
        words = [found for one in slides if (found := words_of(one)) is not None]
        ladders = [_Ladder(placed, texts, grown) for placed, texts in words]
        if len(ladders) > 1:
            median = sorted([ladder.size for ladder in ladders])[(len(ladders) - 1) // 2]
            for ladder in ladders:
                ladder.lower(median)
        for ladder in ladders:
            ladder.sink()


def _sections(plans: Iterable[Plan]) -> Iterator[list[Plan]]:
    found: list[Plan] = []
    for one in plans:
        if found and one.pages[0].section is not found[-1].pages[0].section:
            yield found
            found = []
        found.append(one)
    yield found


def words_of(one: Plan) -> tuple[Placed, Sequence[TextElement]] | None:
    """The texts of a slide that has no more than these, columns of them, or pictures beside them."""
    if one.base in NIGHT or one.stand is not None:
        return None
    for placed in one.placed:
        if isinstance(placed.element, Stack):
            leaves = list(_leaves(placed.element))
            texts = [leaf for leaf in leaves if isinstance(leaf, TextElement)]
            bodies = [text for text in texts if text.role.role == "body"]
            heads = [text for text in texts if text.role.role == "heading"]
            if bodies and all(isinstance(leaf, TextElement | PictureElement) for leaf in leaves):
                return placed, [*bodies, *heads]
    return None


def _leaves(element: Element) -> Iterator[Element]:
    match element:
        case Stack() | Beside():
            for one in element.elements:
                yield from _leaves(one)
        case Captioned():
            yield from _leaves(element.inner)
        case Head():
            if element.inner is not None:
                yield element.inner
        case _:
            yield element


class _Ladder:
    """The sizes that the words of one slide may have."""

    def __init__(self, placed: Placed, texts: Sequence[TextElement], grown: tuple[float, ...]) -> None:
        self.placed, self.texts = placed, texts
        self.steps = texts[0].role.steps
        self.size = self.steps[min(placed.level, len(self.steps) - 1)]
        if placed.level == 0:
            self._grow(grown)

    def _share(self, level: int) -> float:
        box = self.placed.box
        return self.placed.element.height(level, box.w) / box.h

    def _grow(self, grown: tuple[float, ...]) -> None:
        share = self._share(0)
        if share >= FEW:
            return
        roles = [text.role for text in self.texts]
        for size in grown:
            most = min(GROWN, share * size / self.size * NO_MORE_LINES)
            if share * size / self.size > GROWN:
                continue
            self._set(size)
            if self._share(0) <= most and not self.placed.element.wide(0, self.placed.box.w):
                self.size = size
                return
            for text, role in zip(self.texts, roles, strict=True):
                text.resize(role)

    def _set(self, size: float) -> None:
        """Let the first step be another size."""
        for text in self.texts:
            text.resize(replace(text.role, steps=(size, *self.steps[1:])))

    def lower(self, median: float) -> None:
        """Take the section's size, or the smallest above it that does not leave the slide nearly empty."""
        if median >= self.size:
            return
        own, shrunk = self.placed.level, self.size > self.steps[0]
        smaller = [level for level, size in enumerate(self.steps) if median <= size < self.size]
        for level in reversed(smaller):
            if level == 0 and shrunk:
                self._set(self.steps[0])
            self.placed.level = level
            if self._share(level) >= KEPT:
                self.size = self.steps[level]
                return
        self.placed.level = own
        if shrunk:
            self._set(self.size)

    def sink(self) -> None:
        """Let few words stand a little lower."""
        box, element = self.placed.box, self.placed.element
        first = self.texts[0]
        free = 1 - self._share(self.placed.level)
        if free <= 1 - FEW or first.role.type.anchor != "top":
            return
        if first.spread:
            free -= first.gaps(self.placed.level, box) / box.h
        if element.flexible and not all(isinstance(leaf, TextElement) for leaf in _leaves(element)):
            return
        down = max(0.0, free - (1 - FEW)) * SUNK * box.h
        self.placed.box = box._replace(y=box.y + down, h=box.h - down)
