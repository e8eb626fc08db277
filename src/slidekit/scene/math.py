"""Formulas on a slide: words with formulas between them, and formulas on lines of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.scene.boxes import Box, MathShape, Shape
from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.fit import FitProblem
from slidekit.scene.math_extent import Extent, extent
from slidekit.scene.metrics import STAND_IN, Face, stand_ins
from slidekit.show import pages
from slidekit.show.math import read
from slidekit.show.pages import Run

if TYPE_CHECKING:
    from slidekit.scene.elements import Element, Kit

LARGER = 1.2
"""A formula's size over that of text: its scripts are a third smaller than the rest."""
ALONE = 1.5
"""The same where a slide has nothing but formulas."""
MARGIN_MM = 2.0
"""Above and below a formula."""
NO_ROOM = Extent(0.0, 1.0, 0.25)
"""Of a formula that cannot be read, which is another rule's business."""
FALL_MM = 10.0
"""A formula stands in the middle of its room, but no lower than this below its top."""


class MathMeasured(Measured):
    """Words with formulas between them; each formula stands on one line, and may need a higher one."""

    __slots__ = ("_above", "_below", "_tall")

    def __init__(self, runs: tuple[Run, ...], faces: Sequence[Face], above: float, below: float) -> None:
        shown, own, tall, at = [], [], [], 0
        for run, face in zip(runs, faces, strict=True):
            if run.math:
                room = extent(run.math)
                tall.append((at, max(0.0, room.up - above), max(0.0, room.down - below)))
                own.append(stand_ins(room.width, len(run.text)))
                run = replace(run, text=STAND_IN * len(run.text))
            else:
                own.append(face)
            shown.append(run)
            at += len(run.text)
        super().__init__(tuple(shown), tuple(own))
        self._above, self._below = above, below
        self._tall = [one for one in tall if one[1] or one[2]]

    def lines(self, width_mm: float, size_pt: float) -> int:
        """How many lines' height the paragraph takes, fractions of a line for what is higher than one."""
        count = super().lines(width_mm, size_pt)
        if not self._tall:
            return count
        more = self.more(super().breaks(width_mm, size_pt))
        return count + more  # type: ignore[return-value]  # heights may be fractions of a line

    @property
    def whole(self) -> bool:  # type: ignore[override]
        """Whether the widest piece holds a formula, which is never cut in two."""
        start, end, *_ = max(self._measure(), key=lambda piece: piece[2])
        return STAND_IN in self.text[start:end]

    def more(self, breaks: tuple[int, ...]) -> float:
        """By how many lines the formulas make the paragraph higher, broken there."""
        return sum([up + down for up, down in self._lines(breaks).values()]) / (self._above + self._below)

    def rise(self, breaks: tuple[int, ...]) -> float:
        """By how much the first line's baseline is lower than that of a line of words, in em."""
        return self._lines(breaks).get(0, (0.0, 0.0))[0]

    def _lines(self, breaks: tuple[int, ...]) -> dict[int, tuple[float, float]]:
        """What the formulas of each line need above and below it, in em."""
        lines: dict[int, tuple[float, float]] = {}
        starts = sorted([*breaks, *[at for at, sign in enumerate(self.text) if sign == "\n"]])
        for at, up, down in self._tall:
            line = bisect_right(starts, at)
            known = lines.get(line, (0.0, 0.0))
            lines[line] = max(known[0], up), max(known[1], down)
        return lines


def more_lines(runs: Sequence[Run], breaks: tuple[int, ...], line_height: float, descent: float) -> float:
    """By how many lines the formulas of a paragraph make it higher, once it is broken."""
    if not any(run.math for run in runs):
        return 0.0
    return _bare(runs, line_height, descent).more(breaks)


def first_rise(runs: Sequence[Run], breaks: tuple[int, ...], line_height: float, descent: float) -> float:
    """By how much formulas push the baseline of a paragraph's first line down, in em: its bullet goes with it."""
    if not any(run.math for run in runs):
        return 0.0
    return _bare(runs, line_height, descent).rise(breaks)


def _bare(runs: Sequence[Run], line_height: float, descent: float) -> MathMeasured:
    """Only as high as the formulas; words have no width here."""
    return MathMeasured(tuple(runs), [stand_ins(0.0, 1)] * len(runs), line_height - descent, descent)


class MathElement:
    """A formula on a line of its own, in the middle."""

    flexible = False
    stretches = False

    def __init__(self, kit: Kit, name: str, sides: tuple[pages.Math, ...]) -> None:
        self.kit, self.name, self.sides = kit, name, sides
        self.color = kit.theme.palette.ink
        self.larger = LARGER
        self.rooms = [NO_ROOM if read(side.latex, True).fault else extent(side.latex, True) for side in sides]

    def steps(self) -> int:
        """How many sizes there are: as many as text has."""
        return len(self.kit.theme.sizes.body)

    def size(self, level: int) -> float:
        """The size at a step, in points."""
        steps = self.kit.theme.sizes.body
        last = len(steps) - 1
        return round(steps[level] * self.larger, 1) if level < last else round(steps[last] * LARGER, 1)

    def height(self, level: int, width: float) -> float:
        """The higher of all languages."""
        most = max([room.up + room.down for room in self.rooms])
        return most * self.size(level) / PT_PER_MM + 2 * MARGIN_MM

    def wide(self, level: int, width: float) -> bool:
        """Whether the formula is wider than the slide's own margins allow: formulas are never broken."""
        return max([room.width for room in self.rooms]) * self.size(level) / PT_PER_MM > width

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The formula, in the middle of its room."""
        block, high = self.sides[side], self.height(level, box.w)
        real = box._replace(y=box.y + min(FALL_MM, max(0.0, box.h - high) / 2), h=high)
        size = self.size(level)
        width = round(self.rooms[side].width * size / PT_PER_MM + 2 * MARGIN_MM, 3)
        return [MathShape(self.name, real, block.latex, size, self.color, block.alt, block.locale, width)]

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """What is wider or higher than its room."""
        found: list[FitProblem] = []
        size = self.size(level)
        for lang, side, room in zip(self.kit.langs, self.sides, self.rooms, strict=True):
            over = max(
                room.width * size / PT_PER_MM - box.w, (room.up + room.down) * size / PT_PER_MM + 2 * MARGIN_MM - box.h
            )
            if over > 0.1:
                found.append(FitProblem(side.span, lang, "formula", round(over, 1), "mm", size, side.latex))
        return found


def math_elements(element: Element | None) -> list[MathElement]:
    """The formulas inside an element, in reading order."""
    if isinstance(element, MathElement):
        return [element]
    inside = [*getattr(element, "elements", ()), getattr(element, "inner", None)]
    return [found for one in inside if one is not None for found in math_elements(one)]
