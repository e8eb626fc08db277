"""Which texts are as they were when somebody saw that both sides say the same, and of which one side changed alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from slidekit.deck.lock import Hashes, Locked, digest
from slidekit.deck.text import Pair, Side
from slidekit.rules.base import WORDLESS, says
from slidekit.rules.gathering import Told

Changed = Literal["en", "fr", "both"]
"""`both`: English and French are known, but not as each other's twins."""


class Couple(Struct, frozen=True, gc=False):
    """A text that is there in both languages, and the hashes of its sides."""

    told: Told
    en: Side
    fr: Side
    hashes: Hashes


class Stale(Struct, frozen=True, gc=False):
    """A text of which one side was changed and the other was not."""

    couple: Couple
    changed: Changed
    was: Hashes
    """What it was before; of `both`, the pair that its English was part of."""

    @property
    def lang(self) -> str:
        """The side that was left behind."""
        return "en" if self.changed == "fr" else "fr"

    @property
    def side(self) -> Side:
        """What is said there."""
        return self.couple.en if self.lang == "en" else self.couple.fr


class Review(Struct, frozen=True, gc=False):
    """A deck beside its lock file."""

    couples: Sequence[Couple]
    """Every text that is there in both languages."""
    stale: Sequence[Stale]
    reviewed: int
    """How many texts are as they were when they were reviewed."""
    lines: Counter[Hashes]
    """The deck's own lines."""


class Past(Struct, frozen=True, gc=False):
    """A deck as it was at an earlier revision."""

    revision: str
    """As the caller named it."""
    couples: Sequence[Couple]
    """What it said."""

    @property
    def words(self) -> Mapping[str, str]:
        """What was said, by its hash."""
        sides = [(side, one.hashes[at]) for one in self.couples for at, side in enumerate((one.en, one.fr))]
        return {hashed: side.source for side, hashed in sides}


def couples(texts: Iterable[Told]) -> list[Couple]:
    """Every text with words of its own in both languages, regional ones beside the other language's."""
    found: list[Couple] = []
    for told in texts:
        pair = told.pair
        if told.only is not None or pair.plain is not None:
            continue
        if pair.en is not None and pair.fr is not None and says(pair.en) and says(pair.fr):
            found.append(_couple(told, pair.en, pair.fr))
        found += [_couple(told, *sides) for sides in _regional(pair)]
    return found


def _regional(pair: Pair) -> Iterable[tuple[Side, Side]]:
    for name, side in pair.regional:
        other = pair.fr if name.startswith("en") else pair.en
        if other is not None and says(side) and says(other):
            yield (side, other) if name.startswith("en") else (other, side)


def _couple(told: Told, en: Side, fr: Side) -> Couple:
    verbatim = told.what in WORDLESS
    return Couple(told, en, fr, (digest(en, verbatim), digest(fr, verbatim)))


def compare(now: Sequence[Couple], before: Counter[Hashes]) -> list[Stale]:
    """The texts of which one side changed alone, in the order of the deck.

    A pair that is still there explains nothing, so that a new text may have the English of an old one.
    """
    left = before.copy()
    rest: list[Couple] = []
    for one in now:
        if left[one.hashes] > 0:
            left[one.hashes] -= 1
        elif one.hashes not in before:
            rest.append(one)
    by_en: dict[str, list[Hashes]] = defaultdict(list)
    by_fr: dict[str, list[Hashes]] = defaultdict(list)
    for hashes in sorted(left.elements()):
        by_en[hashes[0]].append(hashes)
        by_fr[hashes[1]].append(hashes)
    stale: list[Stale] = []
    for one in rest:
        english, french = by_en[one.hashes[0]], by_fr[one.hashes[1]]
        if not english and not french:
            continue
        was = english[0] if english else french[0]
        changed: Changed = "both" if english and french else "fr" if english else "en"
        if changed != "both":  # of texts that were crossed, each explains the other
            by_en[was[0]].remove(was)
            by_fr[was[1]].remove(was)
        stale.append(Stale(one, changed, was))
    return stale


def review(texts: Iterable[Told], locked: Locked) -> Review:
    """A deck beside the lock file of its folder."""
    now = couples(texts)
    lines = locked.lock.of(locked.deck, counted(now), locked.there)
    known = sum(locked.lock.knows(one.hashes) for one in now)
    return Review(now, compare(now, lines), known, lines)


def counted(now: Iterable[Couple]) -> Counter[Hashes]:
    """How often each pair is there."""
    return Counter(one.hashes for one in now)


def reviewed_lines(known: Review, chosen: Sequence[Couple]) -> Counter[Hashes]:
    """A deck's lines once somebody has looked at some of its texts; of the others, what was known of them stays."""
    if len(chosen) == len(known.couples):
        return counted(chosen)
    seen = {id(one) for one in chosen}
    lines = known.lines.copy()
    for stale in known.stale:
        if id(stale.couple) in seen:
            lines[stale.was] -= 1
    lines = +lines
    for hashes, times in counted(chosen).items():
        lines[hashes] = max(lines[hashes], times)
    return lines
