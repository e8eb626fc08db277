"""Writes the lock file: what somebody has looked at in both languages."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from slidekit.beside import LOCK, locked
from slidekit.deck.lock import Hashes, Lock, Locked, lock_text
from slidekit.deck.model import Deck
from slidekit.rules.gathering import Told, gather
from slidekit.rules.reviewed import Couple, Stale, review, reviewed_lines


class Opened(Struct, frozen=True, gc=False):
    """A deck to be reviewed, beside its lock file."""

    path: Path
    deck: Deck
    texts: Sequence[Told]
    locked: Locked


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
    changed: bool
    """Whether the lock file is another one now."""


def opened(path: Path, deck: Deck) -> Opened:
    """A deck with the lock file of its folder, which need not be there yet."""
    there = locked(path) or Locked(Lock({}), (path.parent / LOCK).as_posix(), path.resolve().name)
    return Opened(path, deck, gather(deck).texts, there)


def record(opened: Opened, chosen: Callable[[Told], bool], write: bool = True) -> Recorded:
    """Put down that both sides of the chosen texts say the same; raises `OSError` where it cannot be written."""
    known = review(opened.texts, opened.locked)
    seen = [one for one in known.couples if chosen(one.told)]
    ids = {id(one) for one in seen}
    lines = reviewed_lines(known, seen)
    lock = opened.locked.lock
    decks = {name: all for name, all in lock.decks.items() if all is not known.lines and name != opened.locked.deck}
    if lines:
        decks[opened.locked.deck] = lines
    text = lock_text(decks).encode("utf-8", "surrogateescape")
    target = opened.path.resolve().parent / LOCK
    old = target.read_bytes() if target.is_file() else b""
    changed = text != old and (bool(lines) or bool(old))
    if write and changed:
        _write(target, text)
    return Recorded(
        len(seen),
        _fresh(seen, known.lines),
        tuple([stale for stale in known.stale if id(stale.couple) in ids]),
        tuple([stale for stale in known.stale if id(stale.couple) not in ids]),
        changed,
    )


def _fresh(seen: Sequence[Couple], lines: Counter[Hashes]) -> int:
    return sum(one.hashes not in lines for one in seen)


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
