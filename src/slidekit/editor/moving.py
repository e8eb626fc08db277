"""Where a place of an older text stands in the text of this moment.

What is known of a deck was read a moment ago, or before its YAML broke in the middle of a word. The lines
that are alike at both ends of the two texts tell where everything outside of the change is now; within it, lines
are paired from the top down, one that is new or gone passed over until both texts go on alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import Struct

from slidekit.source.span import Span

FAR = 40
"""Lines that are passed over to find where two texts go on alike."""
ALIKE = 2
"""Lines in a row by which they are known to."""


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
    def _pairs(self) -> list[tuple[int, bool]]:
        """For each changed line of the first text, the line in the second, from 0; and whether it still stands."""
        first, last = self._alike
        before, now = self.before[first : len(self.before) - last], self.now[first : len(self.now) - last]
        if len(before) == len(now):
            return [(first + at, True) for at in range(len(before))]
        pairs: list[tuple[int, bool]] = []
        at = there = 0
        while at < len(before):
            gone, new = (0, 0) if there < len(now) and before[at] == now[there] else _step(before, now, at, there)
            paired = min(gone, new)
            pairs += [(first + there + step, True) for step in range(paired)]
            pairs += [(max(first + there + new - 1, 0), False)] * (gone - paired)
            at, there = at + gone, there + new
            if at < len(before):
                pairs.append((first + there, True))
                at, there = at + 1, there + 1
        return pairs

    def _line(self, line: int) -> tuple[int, bool]:
        """The line, from 0, at which a line of the first text stands; and whether it still stands at all."""
        first, last = self._alike
        if line < first:
            return line, True
        if line >= len(self.before) - last:
            return line + len(self.now) - len(self.before), True
        return self._pairs[line - first]

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where a place of the first text is now; of one that is gone, the nearest."""
        if self.same or line > len(self.before):
            return line + len(self.now) - len(self.before), column
        there, stays = self._line(line - 1)
        there = max(0, min(there, len(self.now) - 1))
        if not stays:
            return there + 1, len(self.now[there]) + 1
        return there + 1, self._column(line - 1, there, column)

    @cached_property
    def _edges(self) -> dict[int, tuple[int, int]]:
        """Of each line that was looked at, what is alike at both ends."""
        return {}

    def _column(self, line: int, there: int, column: int) -> int:
        """The column in a line that has changed: what stands before the change stays, what stands after it moves."""
        before, now = self.before[line], self.now[there]
        if before == now:
            return column
        if line not in self._edges:
            self._edges[line] = edges(before, now)
        start, end = self._edges[line]
        if column - 1 <= start:
            return column
        if column - 1 >= len(before) - end:
            return column + len(now) - len(before)
        return min(column, len(now) - end + 1)

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


def edges(before: str, now: str) -> tuple[int, int]:
    """How many signs of two lines are alike at the beginning, and after these at the end."""
    least = min(len(before), len(now))
    start = _longest(least, lambda count: before[:count] == now[:count])
    left = least - start
    return start, _longest(left, lambda count: before[len(before) - count :] == now[len(now) - count :])


def _longest(most: int, alike: Callable[[int], bool]) -> int:
    """The largest count for which two stretches are alike: they are for each smaller one."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if alike(middle) else (least, middle - 1)
    return least


def _step(before: Sequence[str], now: Sequence[str], at: int, there: int) -> tuple[int, int]:
    """How many lines of each text to pass over until both go on alike; all that is left where they never do."""
    for far in range(1, 2 * FAR):
        for gone in range(max(0, far - FAR), min(far, FAR) + 1):
            new = far - gone
            mine, its = before[at + gone : at + gone + ALIKE], now[there + new : there + new + ALIKE]
            if mine and mine == its and any(line.strip() for line in mine):
                return gone, new
    return len(before) - at, len(now) - there
