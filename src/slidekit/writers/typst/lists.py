"""Lists as screen readers know them: points inside points, each drawn where the layout has put it."""

from __future__ import annotations

from slidekit.scene.boxes import Paragraph
from slidekit.writers.typst.pen import Step

ARROW = "→"
"""A sign that says something: it is read with the words."""


class Outline:
    """Puts what is drawn of paragraphs into the lists that they make up."""

    __slots__ = ("_bullets", "_made", "_open")

    def __init__(self) -> None:
        self._made: list[Step] = []
        self._open: list[tuple[int, bool, list[list[object]]]] = []
        """The level, the kind and the points of each list that may still go on, the outermost first."""
        self._bullets: list[list[object]] = []

    def add(self, paragraph: Paragraph, mark: list[Step], words: list[Step]) -> None:
        """The next paragraph: a point, more words of the point before, or no part of a list."""
        level, numbered = paragraph.level, bool(paragraph.number)
        while self._open and self._open[-1][0] > level:
            self._open.pop()
        if not paragraph.marker:
            if not paragraph.indent_mm:
                self._open.clear()
            self._words().extend(words)
            return
        if self._open and self._open[-1][0] == level and self._ends(numbered, paragraph.number):
            self._open.pop()
        if not self._open or self._open[-1][0] < level:
            points: list[list[object]] = []
            if not self._open:
                self._bullets = []
                self._made.append(["u", self._bullets])
            self._words().append(["l", int(numbered), points])
            self._open.append((level, numbered, points))
        points = self._open[-1][2]
        if numbered:
            points.append([paragraph.number, mark, words])
        elif paragraph.marker == ARROW:
            points.append([0, [], [*mark, *words]])
        else:
            # for the eye only: that there is a point, the list says by itself
            self._bullets += [[x, y, pieces] for _, x, y, _, pieces in mark]
            points.append([0, [], words])

    def steps(self) -> list[Step]:
        """All that was added, drawing steps in reading order."""
        return [step for step in self._made if step[1:] != [[]]]

    def _ends(self, numbered: bool, number: int) -> bool:
        """Whether a point of this kind and number begins another list than the innermost one."""
        _, kind, points = self._open[-1]
        last = points[-1][0]
        assert isinstance(last, int)
        return kind != numbered or (numbered and number <= last)

    def _words(self) -> list[Step]:
        """Where words go on: in the last point of the innermost list, or outside of all lists."""
        if not self._open:
            return self._made
        words = self._open[-1][2][-1][2]
        assert isinstance(words, list)
        return words
