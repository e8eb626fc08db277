"""What lies beside a deck and is read with it: the lock file of its folder, its past, its lists of terms."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from slidekit.deck.lock import Lock, Locked
    from slidekit.history import History
    from slidekit.rules.base import Checked
    from slidekit.rules.gathering import Told
    from slidekit.rules.reviewed import Couple, Past

LOCK = "deck.lock"


def locked(path: Path) -> Locked | None:
    """The lock file that lies beside a deck, or `None`; what is wrong with it is in it."""
    whole = path.resolve()
    lock = whole.parent / LOCK
    if not os.path.lexists(lock):
        return None
    from slidekit.deck.lock import Locked

    read = _lock(lock)
    there = () if whole.name in read.decks else tuple(os.listdir(whole.parent))
    return Locked(read, (path.parent / LOCK).as_posix(), whole.name, there)


def _lock(path: Path) -> Lock:
    from slidekit.deck.lock import MAX_BYTES, Lock, read_lock

    if not path.resolve().is_relative_to(path.parent):
        return Lock({}, problem="outside")
    if not path.is_file():
        return Lock({}, problem="no file")
    try:
        with path.open("rb") as stream:
            return read_lock(stream.read(MAX_BYTES + 1))
    except OSError:
        return Lock({}, problem="unreadable")


def past(path: Path, revision: str, texts: Sequence[Told]) -> Past | None:
    """A deck as it was at a revision, under another name too; `None` of one that is new.

    Raises `history.NoHistory` where the revision or the repository is not there.
    """
    from slidekit.deck.lock import likest
    from slidekit.rules.reviewed import Past, counted, couples

    whole = path.resolve()
    history = _history(whole.parent, revision)
    own = history.file(whole)
    if own is not None:
        found = _couples(own)
        return None if found is None else Past(revision, found)
    olds = [found for data in history.lost(whole.suffix) if (found := _couples(data)) is not None]
    best = likest([counted(old) for old in olds], counted(couples(texts)))
    return next((Past(revision, old) for old in olds if counted(old) == best), None)


def _couples(data: bytes) -> list[Couple] | None:
    from slidekit.deck.reading import read_deck
    from slidekit.rules.gathering import gather
    from slidekit.rules.reviewed import couples

    deck, _ = read_deck(data)
    return None if deck is None else couples(gather(deck).texts)


@lru_cache(maxsize=64)
def _history(folder: Path, revision: str) -> History:
    from slidekit.history import History

    return History(folder, revision)


def added(checked: Checked, path: Path, since: str = "") -> Checked:
    """A deck under check, with what lies beside it."""
    lock = locked(path)
    if lock is not None:
        checked = replace(checked, locked=lock)
    if since:
        checked = replace(checked, past=past(path, since, checked.texts))
    return checked
