"""Writes the lock file: what somebody has looked at in both languages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from slidekit.beside import LOCK, locked
from slidekit.deck.lock import Lock, Locked, lock_text
from slidekit.deck.model import Deck
from slidekit.rules.gathering import Told, gather
from slidekit.rules.reviewed import Couple, Stale, couples, review, reviewed_lines


class Recorded(Struct, frozen=True, gc=False):
    """What a review made of a deck."""

    texts: int
    """How many texts were looked at."""
    new: int
    """How many of them the lock file did not know as they are."""
    stale: tuple[Stale, ...]
    """Those that had fallen behind until now."""
    kept: tuple[Stale, ...]
    """Those that have fallen behind and were not looked at."""


class Desk:
    """The lock file of a folder, on which decks are put one after the other."""

    def __init__(self, deck: Path) -> None:
        """That of the folder in which a deck lies; it need not be there yet."""
        self.locked = locked(deck) or Locked(Lock({}), (deck.parent / LOCK).as_posix(), deck.name)
        self._target = deck.resolve().parent / LOCK
        self._decks = dict(self.locked.lock.decks)
        self._there = tuple(os.listdir(self._target.parent))

    def record(self, path: Path, deck: Deck, chosen: Callable[[Told], bool]) -> Recorded:
        """Put down that both sides of the chosen texts of a deck say the same."""
        name = path.resolve().name
        lock = Lock(self._decks)
        known = review(gather(deck).texts, Locked(lock, self.locked.file, name, self._there))
        seen = [one for one in known.couples if chosen(one.told)]
        lines = reviewed_lines(known, seen)
        new = sum(one.hashes not in known.lines for one in seen)
        # of a deck that was renamed, the lines stood under its old name
        self._decks = {old: all for old, all in self._decks.items() if all is not known.lines and old != name}
        if lines:
            self._decks[name] = lines
        ids = {id(one) for one in seen}
        return Recorded(
            len(seen),
            new,
            tuple([stale for stale in known.stale if id(stale.couple) in ids]),
            tuple([stale for stale in known.stale if id(stale.couple) not in ids]),
        )

    def carry(self, path: Path, before: Sequence[Couple], after: Sequence[Couple]) -> bool:
        """Put the mended texts of a deck in the place of the old ones; whether there were any."""
        name = path.resolve().name
        lines = self._decks.get(name, Counter()).copy()
        for old, new in zip(before, after, strict=True) if len(before) == len(after) else ():
            if old.hashes != new.hashes and lines[old.hashes] > 0:
                lines[old.hashes] -= 1
                lines[new.hashes] += 1
        changed = +lines != self._decks.get(name)
        if changed:
            self._decks[name] = +lines
        return changed

    def write(self) -> bool:
        """Write the file where it would say something else than it does; whether it was written. Raises `OSError`."""
        text = lock_text(self._decks).encode("utf-8", "surrogateescape")
        old = self._target.read_bytes() if self._target.is_file() else None
        if text == old or (old is None and not self._decks):
            return False
        _write(self._target, text)
        return True


def carry(path: Path, before: Deck, after: Deck) -> bool:
    """Let what was reviewed stay reviewed where `slidekit fix` has mended one side; whether the lock file changed.

    Both decks have the same texts in the same order.
    """
    if locked(path) is None:
        return False
    desk = Desk(path)
    if desk.locked.lock.problem:
        return False
    return desk.carry(path, couples(gather(before).texts), couples(gather(after).texts)) and desk.write()


def _write(target: Path, content: bytes) -> None:
    """Written beside its place first: a full disk leaves the old one as it was."""
    from tempfile import mkstemp

    number, name = mkstemp(prefix=".slidekit-", dir=target.parent)
    new = Path(name)
    try:
        with open(number, "wb") as stream:
            stream.write(content)
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(0o666 & ~umask)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
