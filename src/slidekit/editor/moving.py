"""Where a place of an older text stands in the text of this moment.

What is known of a deck was read a moment ago, or before its YAML broke in the middle of a word. The lines
that are alike at both ends of the two texts tell where everything outside of the change is now; within it, lines
are paired as `difflib` finds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property

from msgspec import Struct

from slidekit.source.span import Span

MOST = 400
"""Changed lines that are paired one by one; of more, only their beginning and their end are known."""


class Moved(Struct, frozen=True, dict=True):
    """Two texts, line by line, and the way from a place of the first to the second."""

    before: Sequence[str]
    now: Sequence[str]

    @cached_property
    def same(self) -> bool:
        """Whether nothing has changed."""
        return self.before is self.now or self.before == self.now

    @cached_property
    def _alike(self) -> tuple[int, int]:
        """How many lines are alike at the beginning, and after these at the end."""
        if self.same:
            return len(self.before), 0
        before, now = self.before, self.now
        least = min(len(before), len(now))
        first = 0
        while first < least and before[first] == now[first]:
            first += 1
        last = 0
        while last < least - first and before[-1 - last] == now[-1 - last]:
            last += 1
        return first, last

    @property
    def changed(self) -> range:
        """The lines of the text of this moment, from 1, that may hold something new."""
        first, last = self._alike
        return range(first + 1, len(self.now) - last + 1)

    @cached_property
    def _pairs(self) -> list[int | None]:
        """For each changed line of the first text the line in the second, both from 0, or `None` where it is gone."""
        first, last = self._alike
        before, now = self.before[first : len(self.before) - last], self.now[first : len(self.now) - last]
        if len(before) == len(now):
            return list(range(first, first + len(now)))
        pairs: list[int | None] = [None] * len(before)
        if len(before) > MOST or len(now) > MOST:
            return pairs
        for _, start, end, there, until in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
            for step in range(min(end - start, until - there)):
                pairs[start + step] = first + there + step
        return pairs

    def _line(self, line: int) -> tuple[int, bool]:
        """The line, from 0, at which a line of the first text stands; and whether it still stands at all."""
        first, last = self._alike
        if line < first:
            return line, True
        if line >= len(self.before) - last:
            return line + len(self.now) - len(self.before), True
        pairs = self._pairs
        at = line - first
        if (found := pairs[at]) is not None:
            return found, True
        above = next((pairs[index] for index in range(at, -1, -1) if pairs[index] is not None), None)
        return (first if above is None else above), False

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where a place of the first text is now; of one that is gone, the nearest."""
        if self.same or line > len(self.before):
            return line + len(self.now) - len(self.before), column
        there, stays = self._line(line - 1)
        there = max(0, min(there, len(self.now) - 1))
        if not stays:
            return there + 1, len(self.now[there]) + 1
        return there + 1, moved_column(self.before[line - 1], self.now[there], column)

    def span(self, span: Span) -> Span:
        """Where a stretch of the first text is now; it never ends before it begins."""
        if self.same:
            return span
        start, end = self.place(*span[:2]), self.place(*span[2:])
        return Span(*start, *max(start, end))

    @cached_property
    def back(self) -> Moved:
        """The way from the second text to the first."""
        return Moved(self.now, self.before)


def moved_column(before: str, now: str, column: int) -> int:
    """The column in a line that has changed: what stands before the change stays, what stands after it moves."""
    if before == now:
        return column
    least = min(len(before), len(now))
    start = 0
    while start < least and before[start] == now[start]:
        start += 1
    if column - 1 <= start:
        return column
    end = 0
    while end < least - start and before[-1 - end] == now[-1 - end]:
        end += 1
    if column - 1 >= len(before) - end:
        return column + len(now) - len(before)
    return min(column, len(now) - end + 1)
