"""How the time that work takes grows with its size: in processor time, which a busy or slow machine changes little."""

from __future__ import annotations

import gc
from collections.abc import Callable
from math import inf
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

Prepare = Callable[[int], Callable[[], object]]
"""Makes work of a size; what it gives back is what is measured."""

TIMES = 8
"""How many times larger the large work is than the small."""
STEEP = 24
"""Work in proportion grows 8 times, three times that with bad luck; work that grows with the square 64 times."""
ATTEMPTS = 5
"""How often bad luck is given another chance, each time with texts of other lengths, so that none is remembered."""
BRIEF = 0.004
"""Seconds below which work is too short to be compared."""
LONG = 30.0
"""Seconds that no luck explains."""


def growth(prepare: Prepare, size: int) -> float:
    """How many times longer work of this size takes than an eighth of it; the least of several attempts.

    A test says `growth(…) < STEEP`, with a size at which the square would take seconds.
    """
    least = inf
    for attempt in range(ATTEMPTS):
        small = _seconds(prepare(size // TIMES + attempt))
        large = _seconds(prepare(size + attempt))
        least = min(least, large / max(small, BRIEF))
        if least < STEEP or large > LONG:
            break
    return least


def _seconds(work: Callable[[], object]) -> float:
    """What work costs, in this process and those that it starts and waits for; without the garbage of other tests."""
    collected = gc.isenabled()
    gc.disable()
    try:
        before = _spent()
        work()
        return _spent() - before
    finally:
        if collected:
            gc.enable()


def _spent() -> float:
    usages = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
