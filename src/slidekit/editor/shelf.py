"""The decks of the project that are not open: found in its folders, and read when they are first searched."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from pygls.workspace import PositionCodec

from slidekit.editor.positions import Lines
from slidekit.editor.view import View

MOST_FILES = 20_000
"""Files of a project that are looked at."""
MOST_DECKS = 200
MOST_BYTES = 4_000_000
"""Of one deck: 2,000 slides; a larger one is searched when it is open."""
HEAD = 4_096
"""Bytes from its beginning in which a deck says that it is one."""
_DECK = re.compile(rb"^(?:\xef\xbb\xbf)?slidekit:", re.MULTILINE)
_SKIPPED = frozenset(("node_modules", "build", "dist", "venv", "site-packages", "__pycache__"))
"""Folders of other people's files, and of what programs have made."""


class Shelved(Struct, frozen=True, gc=False):
    """A deck that is not open."""

    uri: str
    path: Path
    lines: Lines
    view: View


class Shelf:
    """The decks that were read so far, each again when its file has changed."""

    def __init__(self) -> None:
        self._decks: dict[Path, tuple[tuple[int, int], Shelved]] = {}

    def decks(self, folders: Iterable[Path], opened: Iterable[Path], codec: PositionCodec) -> list[Shelved]:
        """The decks in some folders but those that are open, in the order of their paths."""
        known, self._decks = self._decks, {}
        left_out = {path.absolute() for path in opened}
        for path in _found(folders):
            if path in left_out or path in self._decks or len(self._decks) == MOST_DECKS:
                continue
            try:
                stat = path.stat()
                stamp = (stat.st_mtime_ns, stat.st_size)
                if path in known and known[path][0] == stamp:
                    self._decks[path] = known[path]
                elif stat.st_size <= MOST_BYTES and (deck := _read(path, codec)) is not None:
                    self._decks[path] = (stamp, deck)
            except OSError:
                continue  # gone, or not ours to read
        return [self._decks[path][1] for path in sorted(self._decks)]


def _found(folders: Iterable[Path]) -> Iterator[Path]:
    """The YAML files of some folders; links are not followed."""
    left = MOST_FILES
    for folder in folders:
        for where, inner, files in os.walk(folder.absolute()):
            inner[:] = sorted([name for name in inner if name[:1] != "." and name not in _SKIPPED])
            for name in sorted(files):
                left -= 1
                if left < 0:
                    return
                if name.endswith((".yaml", ".yml")):
                    yield Path(where, name)


def _read(path: Path, codec: PositionCodec) -> Shelved | None:
    """A file as a deck, if it is one."""
    from slidekit.deck.reading import read_deck

    with path.open("rb") as stream:
        head = stream.read(HEAD)
        if not _DECK.search(head):
            return None
        data = head + stream.read(MOST_BYTES)
    lines = Lines(data.decode("utf-8", "replace"), codec)
    deck, _ = read_deck(data)
    return Shelved(path.as_uri(), path, lines, View(lines.lines, lines.lines, deck, path, data))
