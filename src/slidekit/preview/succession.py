"""Which slide is which after the deck was edited: a talk that is on stays at its slide, wherever that stands now."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from slidekit.preview.slides import Seen


class Sign(NamedTuple):
    """What a slide is known by again."""

    id: str
    """Its `id:`, and something of its own for the cover; empty without one."""
    titles: tuple[str, ...]
    """In each language; empty where it has none."""
    text: bytes
    """Its lines in the file."""


def signs(seen: Seen, data: bytes) -> tuple[Sign, ...]:
    """The signs of a deck's slides in the order shown."""
    lines = data.splitlines(keepends=True)
    begins = [one.line - 1 for one in seen.told]
    found = []
    for sides, one, begin, end in zip(seen.slides, seen.told, begins, [*begins[1:], len(lines)], strict=True):
        page = next(iter(sides.values())).page
        known = page.key if page.key != f"slide-{page.slide}" else ""
        text = b"".join(lines[begin : max(end, begin + 1)])
        found.append(Sign(known, tuple(filter(None, one.title.values())), text))
    return tuple(found)


LOOKS: tuple[Callable[[Sign], Hashable], ...] = (itemgetter(slice(0, 3)), itemgetter(0), itemgetter(1))
"""By what a slide is known again, the surest first: all of it, its `id:`, its titles."""


def moved(before: Sequence[Sign], after: Sequence[Sign]) -> tuple[int, ...]:
    """For each slide of before, the number that it has now, or 0 where it is gone; empty where all are as they were.

    What is left when `LOOKS` have found theirs was written anew: between the same neighbours it is the same, one
    after the other, if there are as many as there were.
    """
    first = _alike(before, after)
    most = min(len(before), len(after)) - first
    last = _alike(before[: -most - 1 : -1], after[: -most - 1 : -1])
    found = {at: at for at in range(first)}
    found |= {len(before) - back: len(after) - back for back in range(1, last + 1)}
    old, new = list(range(first, len(before) - last)), list(range(first, len(after) - last))
    for look in LOOKS:
        places: dict[Hashable, list[int]] = {}
        for at in reversed(new):
            places.setdefault(look(after[at]), []).append(at)
        for at in old:
            sign = look(before[at])
            if sign and places.get(sign):
                found[at] = places[sign].pop()
        taken = set(found.values())
        old, new = [at for at in old if at not in found], [at for at in new if at not in taken]
    found |= _between(old, new, found)
    numbers = tuple([found.get(at, -1) + 1 for at in range(len(before))])
    return () if numbers == tuple(range(1, len(before) + 1)) else numbers


def _alike(some: Sequence[Sign], others: Sequence[Sign]) -> int:
    """How many are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _between(old: Sequence[int], new: Sequence[int], found: Mapping[int, int]) -> dict[int, int]:
    """The slides that were written anew, as many as before after the same neighbour."""
    runs = {run[0]: run for run in _runs(new)}
    pairs: dict[int, int] = {}
    for run in _runs(old):
        there = runs.get(found.get(run[0] - 1, -1) + 1, [])
        if len(there) == len(run):
            pairs.update(zip(run, there, strict=True))
    return pairs


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Places that follow each other."""
    run: list[int] = []
    for at in places:
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def number_now(moves: Sequence[int], number: int) -> int:
    """The number that a slide has now; where it is gone, that of the one before it which is still there."""
    if not moves:
        return number
    return next((moves[at - 1] for at in range(min(number, len(moves)), 0, -1) if moves[at - 1]), 1)
