"""What earlier renders of a deck made, so that the next one makes only what has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.scene.boxes import Scene
    from slidekit.show.pages import Edition

UNSAID = ("notes", "other_notes")
"""Fields of a page that are not on the slide itself."""
SPEECHLESS = ("pdf", "png")
"""Outputs that hold no notes."""

Mark = tuple[int, int, int]


class Kept:
    """What was drawn for each output that stands, and how its files looked when they were put in place.

    An output that is gone, or that another program wrote since, is made again.
    """

    def __init__(self) -> None:
        self._digests: dict[Path, bytes] = {}
        self._marks: dict[Path, tuple[Mark, ...]] = {}

    def stands(self, paths: Sequence[Path], digest: bytes) -> bool:
        """Whether the files and folders of an output are there as they were made from the same scene."""
        return all(self._digests.get(path) == digest and self._marks[path] == _marks(path) for path in paths)

    def put(self, path: Path, digest: bytes) -> None:
        """An output stands now."""
        self._digests[path] = digest
        self._marks[path] = _marks(path)

    def lost(self) -> bool:
        """Whether an output has gone since it was put in place, or a file of its folder; each is told once.

        One that another program wrote is not lost: who changed it by hand keeps it until something else changes.
        """
        gone = [path for path, marks in self._marks.items() if len(_marks(path)) < len(marks)]
        for path in gone:
            del self._digests[path], self._marks[path]
        return bool(gone)

    def sizes(self, paths: Iterable[Path]) -> dict[Path, int]:
        """How large the outputs are that stand."""
        return {path: sum(size for _, size, _ in self._marks[path]) for path in paths if path in self._marks}


def _marks(path: Path) -> tuple[Mark, ...]:
    """Time, size and inode of a file, or of each file in a folder."""
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return tuple([(state.st_mtime_ns, state.st_size, state.st_ino) for file in files for state in [file.stat()]])
    except OSError:
        return ()


class Digests:
    """What tells the scenes of one render apart from those of another."""

    def __init__(self, scenes: dict[Edition, Scene]) -> None:
        self._scenes = scenes
        self._known: dict[tuple[str, bool], bytes] = {}

    def of(self, target: str, edition: Edition, halves: Sequence[Scene] = ()) -> bytes:
        """The digest of what an output shows; `halves` are the scenes that it takes besides its own."""
        unsaid = target in SPEECHLESS
        if (edition, unsaid) not in self._known:
            self._known[edition, unsaid] = digest(self._scenes[edition], unsaid)
        return b"".join([self._known[edition, unsaid], *[digest(half) for half in halves]])


def digest(value: object, unsaid: bool = False) -> bytes:
    """A digest of all that is drawn of a record; where it stands in the deck's file does not count.

    `unsaid` leaves the notes out.
    """
    return blake2b(msgspec.msgpack.encode(_plain(value, UNSAID if unsaid else ()))).digest()


def _plain(value: object, without: tuple[str, ...]) -> object:
    """A record as lists that begin with its class: no two records of different kinds are alike."""
    if value is None or isinstance(value, (str, bytes, int, float)):
        return value
    if isinstance(value, Span):
        return None
    if isinstance(value, (tuple, list)):
        return [_plain(one, without) for one in value]
    if isinstance(value, dict):
        return [[_plain(key, without), _plain(one, without)] for key, one in value.items()]
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    fields = getattr(value, "__struct_fields__", None)
    if fields is None:
        return repr(value)
    named = [_plain(getattr(value, name), without) for name in fields if name not in without]
    return [type(value).__name__, *named]


def same(new: Path, old: Path) -> bool:
    """Whether what was made is, byte for byte, what stands already: a file, or a folder of files."""
    if new.is_dir() != old.is_dir() or not old.exists():
        return False
    if not new.is_dir():
        return os.path.getsize(new) == os.path.getsize(old) and new.read_bytes() == old.read_bytes()
    names = sorted(os.listdir(new))
    return names == sorted(os.listdir(old)) and all(same(new / name, old / name) for name in names)
