"""The files that a deck is made of, and which of them have changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.beside import LOCK
from slidekit.settings.finding import OWN, SHARED, Finder, glossary

if TYPE_CHECKING:
    from slidekit.deck.model import Deck

MAX_BYTES = 64 * 2**20
"""Larger files are told apart by size and time alone; a deck may not be larger."""


def dependencies(
    path: Path, deck: Deck | None, theme: str | None = None, template: str | None = None
) -> frozenset[Path]:
    """Every file whose change may change what is found in a deck or made of it, those that are not there yet too.

    `deck` is the last one that could be read; `theme` and `template` are those that win over its own.
    """
    typed = Path(os.path.abspath(path))
    folder = Path(os.path.realpath(path)).parent  # paths in a deck begin where it lies, not where a link to it does
    found = [typed, folder / LOCK]
    found += [one / name for one in typed.parents for name in (OWN, SHARED)]
    found += _files_named([theme] if theme else [], Path.cwd())
    found += [Path(os.path.abspath(template))] if template else []
    try:
        shared = glossary(Finder().of(path), path)
    except OSError:
        shared = None
    if shared is not None:
        found.append(Path(os.path.abspath(shared)))
    if deck is not None:
        found += _named(deck, folder)
    return frozenset(found)


def _named(deck: Deck, folder: Path) -> Iterable[Path]:
    """The files that a deck names, inside its folder: no other is ever opened."""
    from slidekit.deck.pictures import names

    own = [deck.theme] if "/" in deck.theme or deck.theme.endswith((".yaml", ".yml")) else []
    own += [deck.glossary.file] if deck.glossary is not None and deck.glossary.file else []
    own += [deck.template.file] if deck.template is not None else []
    for file in _files_named([*own, *names(deck)], folder):
        if file.is_relative_to(folder):
            yield file


def _files_named(names: Iterable[str], folder: Path) -> list[Path]:
    """Paths seen from a folder; a name that can be none is passed over."""
    return [Path(os.path.abspath(folder / name)) for name in names if "\0" not in name and len(name) < 4096]


class Stamp(NamedTuple):
    """A file as it was: what tells cheaply that it may have changed, and what tells that it has."""

    mark: tuple[int, int, int]
    """Time, size and inode."""
    digest: bytes


NOWHERE = Stamp((0, 0, 0), b"")
"""Of what is no file."""


class Stamps:
    """Files as they were when they were last looked at."""

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._known = {file: _stamp(file, NOWHERE) for file in files}

    def changed(self, files: Iterable[Path]) -> set[Path]:
        """Which files are no longer as they were, and from now on these are looked at; new ones have not changed.

        A file is read only where its time or its size is another: one that was merely touched has not changed.
        """
        known = {file: _stamp(file, self._known.get(file, NOWHERE)) for file in files}
        different = {
            file for file, stamp in known.items() if file in self._known and stamp.digest != self._known[file].digest
        }
        self._known = known
        return different

    def also(self, files: Iterable[Path]) -> None:
        """Look at these files from now on; those that are known stay as they were when they were last looked at."""
        self._known = {file: self._known.get(file) or _stamp(file, NOWHERE) for file in files}


def _stamp(file: Path, before: Stamp) -> Stamp:
    try:
        state = file.stat()
        mark = (state.st_mtime_ns, state.st_size, state.st_ino)
        if mark == before.mark:
            return before
        if state.st_size > MAX_BYTES or not file.is_file():
            return Stamp(mark, repr(mark).encode())
        return Stamp(mark, blake2b(file.read_bytes()).digest())
    except (OSError, ValueError):
        return NOWHERE
