"""All that a deck says in one language, as one string: what a rule looks for is sought once a deck, not once a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from slidekit.rules.prose import Prose

PARTING = "\ufdd2 "
"""Between two texts: a sign that no text holds, and a space, so that each begins like any other word."""


class Scan(NamedTuple):
    """The texts of one language, one after the other."""

    whole: str
    starts: Sequence[int]
    sides: Sequence[Prose]

    def holding(self, pattern: re.Pattern[str]) -> Iterator[Prose]:
        """The texts in which a pattern is found, once each."""
        last = -1
        for found in pattern.finditer(self.whole):
            index = bisect_right(self.starts, found.start()) - 1
            if index > last:
                last = index
                yield self.sides[index]


def scan(prose: Sequence[Prose], lang: str) -> Scan:
    """The sides in a language, one after the other."""
    sides = [side for side in prose if side.lang == lang]
    texts = [side.text.source for side in sides]
    starts = list(accumulate((len(text) + len(PARTING) for text in texts), initial=0))
    return Scan(" " + PARTING.join(texts), starts, sides)
