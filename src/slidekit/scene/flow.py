"""Elements one below the other, or side by side, sharing the room they are given."""

from __future__ import annotations

from slidekit.scene.boxes import Art, Box, Shape
from slidekit.scene.elements import Element, Kit, TextElement
from slidekit.scene.fit import FitProblem

TABLE_GROWTH = 0.8
"""How much higher than needed table rows may be."""

PANEL_GROWTH = 0.4
PANEL_SHARE = 0.6
"""A panel grows by this share of its own height, or to this share of the room, not to be mostly empty."""


SPREAD, WIDER_GAP = 0.4, 2.0
"""What gaps between blocks get of the room that is left in the end, and how many times their width they may be."""


def _takes(element: Element) -> bool:
    """Whether it looks well with more room than it needs: panels, and tables with higher rows."""
    return getattr(element, "stretches", False) or getattr(element, "airy", False)


def _most(element: Element, own: float, room: float) -> float:
    """How much more than its own height an element may take."""
    if element.flexible:
        return room
    if getattr(element, "airy", False):
        return own * TABLE_GROWTH
    return max(own * PANEL_GROWTH, room * PANEL_SHARE - own, 0.0) if getattr(element, "stretches", False) else room


class Stack:
    """Elements one below the other; flexible ones share what is left."""

    def __init__(self, kit: Kit, elements: list[Element], gap: float) -> None:
        self.kit, self.elements, self.gap = kit, elements, gap

    @property
    def flexible(self) -> bool:
        """Whether any of them is."""
        return any(one.flexible for one in self.elements)

    def steps(self) -> int:
        """The longest ladder."""
        return max([one.steps() for one in self.elements], default=1)

    def _level(self, element: Element, level: int, width: float) -> int:
        """The element's own level: smaller than the others' where that keeps a line of it inside the box."""
        last = element.steps() - 1
        for own in range(min(level, last), last + 1):
            if not element.wide(own, width):
                return own
        return min(level, last) if isinstance(element, TextElement) else last

    def heights(self, level: int, width: float) -> list[float]:
        """Each element's least height."""
        return [one.height(self._level(one, level, width), width) for one in self.elements]

    def height(self, level: int, width: float) -> float:
        """All of them, and the gaps."""
        return sum(self.heights(level, width)) + self.gap * max(0, len(self.elements) - 1)

    def wide(self, level: int, width: float) -> bool:
        """Never: an element too wide takes a smaller step by itself."""
        return False

    def boxes(self, level: int, box: Box) -> list[Box]:
        """Where each element goes: the room left is shared by flexible elements, else by panels, else unused."""
        heights = self.heights(level, box.w)
        left = box.h - sum(heights) - self.gap * max(0, len(heights) - 1)
        takers = [one.flexible for one in self.elements]
        if not any(takers):
            takers = [_takes(one) for one in self.elements]
        if not any(takers):
            takers = [index == len(heights) - 1 for index in range(len(heights))]
        share = left / max(1, sum(takers)) if left > 0 else 0.0
        highs = [
            own + (min(share, _most(one, own, box.h)) if taker else 0.0)
            for one, own, taker in zip(self.elements, heights, takers, strict=True)
        ]
        gaps = max(1, len(highs) - 1)
        spare = max(0.0, box.h - sum(highs) - self.gap * (len(highs) - 1))
        gap = self.gap + (min(spare / gaps * SPREAD, self.gap * (WIDER_GAP - 1)) if len(highs) > 1 else 0.0)
        found, y = [], box.y
        for high in highs:
            found.append(Box(box.x, y, box.w, high))
            y += high + gap
        return found

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The shapes of all, in order."""
        shapes: list[Shape] = []
        for one, own in zip(self.elements, self.boxes(level, box), strict=True):
            shapes += one.place(self._level(one, level, box.w), own, side)
        return shapes

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """Of all; what is cut off by the box is the last element's fault."""
        found: list[FitProblem] = []
        for one, own in zip(self.elements, self.boxes(level, box), strict=True):
            room = own._replace(h=min(own.h, max(0.0, box.y + box.h - own.y)))
            found += one.problems(self._level(one, level, box.w), room)
        return found


class Beside:
    """Elements side by side."""

    flexible = True

    def __init__(self, kit: Kit, elements: list[Element], shares: tuple[float, ...], rule: bool) -> None:
        self.kit, self.elements, self.shares, self.rule = kit, elements, shares, rule
        self.gap = kit.theme.grid.gap * 2

    def steps(self) -> int:
        """The longest ladder; `columns:` without any column is one step."""
        return max([one.steps() for one in self.elements], default=1)

    def widths(self, width: float) -> list[float]:
        """Each one's width."""
        room = width - self.gap * (len(self.elements) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def height(self, level: int, width: float) -> float:
        """The highest."""
        pairs = zip(self.elements, self.widths(width), strict=True)
        return max([one.height(level, own) for one, own in pairs], default=0.0)

    def wide(self, level: int, width: float) -> bool:
        """Whether one of them is."""
        return any(one.wide(level, own) for one, own in zip(self.elements, self.widths(width), strict=True))

    def boxes(self, box: Box) -> list[Box]:
        """Where each goes."""
        found, x = [], box.x
        for own in self.widths(box.w):
            found.append(Box(x, box.y, own, box.h))
            x += own + self.gap
        return found

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The shapes of all, from left to right, with a thin line between columns."""
        shapes: list[Shape] = []
        for index, (one, own) in enumerate(zip(self.elements, self.boxes(box), strict=True)):
            if index and self.rule:
                line = Box(own.x - self.gap / 2 - 0.15, box.y, 0.3, box.h)
                shapes.append(Art("rect", line, self.kit.theme.palette.hairline))
            shapes += one.place(level, own, side)
        return shapes

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """Of all."""
        pairs = zip(self.elements, self.boxes(box), strict=True)
        return [problem for one, own in pairs for problem in one.problems(level, own)]


def best_level(element: Element, box: Box) -> int:
    """The first step of size at which everything fits, or the last one there is."""
    last = element.steps() - 1
    for level in range(last):
        if element.height(level, box.w) <= box.h + 0.05 and not element.wide(level, box.w):
            return level
    return last


def text_elements(element: Element) -> list[TextElement]:
    """The text elements inside an element, in reading order."""
    match element:
        case TextElement():
            return [element]
        case Stack() | Beside():
            return [text for one in element.elements for text in text_elements(one)]
        case _:
            inner = getattr(element, "inner", None)
            return text_elements(inner) if inner is not None else []
