"""Which settings a deck has: those of the nearest folder that holds any, from its own upwards."""

from __future__ import annotations

import os
import stat
from errno import EFBIG, ELOOP
from pathlib import Path

from slidekit.settings.model import NONE, Choice, Rules, Settings
from slidekit.source.diagnostic import Diagnostic

OWN = "slidekit.toml"
SHARED = "pyproject.toml"
MAX_BYTES = 2**20
"""A settings file takes a kilobyte; a pyproject.toml of more than this has no settings of ours."""


class Finder:
    """Finds settings, each file read once; what is wrong with them is told once."""

    def __init__(self, given: Path | None = None) -> None:
        self.problems: list[Diagnostic] = []
        self._known: dict[str, Settings] = {}
        self._given: Settings | None = None
        self._given = self._read(given, given.name == SHARED) or NONE if given is not None else None

    def of(self, deck: Path) -> Settings:
        """The settings for a deck; raises `OSError` where they cannot be read."""
        if self._given is not None:
            return self._given
        return self._in(os.path.dirname(os.path.abspath(deck)))

    def _in(self, folder: str) -> Settings:
        passed: list[str] = []
        while (known := self._known.get(folder) or self._look(folder)) is None:
            passed.append(folder)
            above = os.path.dirname(folder)
            if above == folder:
                known = NONE
                break
            folder = above
        self._known.update(dict.fromkeys([*passed, folder], known))
        return known

    def _look(self, folder: str) -> Settings | None:
        for name in (OWN, SHARED):
            path = f"{folder}{os.sep}{name}"
            try:
                kind = os.stat(path)
            except OSError:
                continue
            if stat.S_ISREG(kind.st_mode) and (found := self._read(Path(path), name == SHARED)):
                return found
        return None

    def _read(self, path: Path, shared: bool) -> Settings | None:
        """The settings in a file; `None` where a shared one holds none."""
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError:
            if shared and self._given is None:  # somebody else's, in a folder above
                return None
            raise
        if shared and (len(data) > MAX_BYTES or b"slidekit" not in data):
            return None
        if len(data) > MAX_BYTES:
            raise OSError(EFBIG, "file too large", str(path))
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            # what is wrong with it would be told with its lines, whosever they are
            raise OSError(ELOOP, "a link that leads out of its folder", str(path))
        from slidekit.settings import reading

        table = ("tool", "slidekit") if shared else ()
        found = reading.read(data, _named(path), path.parent, table)
        if found is None:
            return None
        self.problems += found[1]
        return found[0]


def _named(path: Path) -> str:
    """A file as seen from here: `slidekit.toml`, `../slidekit.toml`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def choices(settings: Settings, deck: Path, asked: Choice | None = None) -> Rules:
    """The choices that apply to a deck: the file's, its own, and those of the command line."""
    levels: list[Choice] = []
    if settings.choice != Choice():
        levels.append(settings.choice)
    levels += [one.choice for one in settings.decks if matches(one.pattern, deck, settings.folder)]
    if asked is not None and asked != Choice():
        levels.append(asked)
    return Rules(tuple(levels))


def glossary(settings: Settings, deck: Path) -> Path | None:
    """The file of terms for a deck: its own table's, or the project's."""
    own = [one.glossary for one in settings.decks if one.glossary and matches(one.pattern, deck, settings.folder)]
    return own[-1] if own else settings.glossary


def matches(pattern: str, deck: Path, folder: Path) -> bool:
    """Whether a pattern means a deck: a path from the folder, or, without a slash, a name in any folder."""
    from fnmatch import fnmatchcase

    path = os.path.abspath(deck)
    if "/" not in pattern:
        return fnmatchcase(os.path.basename(path), pattern)
    try:
        names = os.path.relpath(path, os.path.abspath(folder)).split(os.sep)
    except ValueError:  # another drive
        return False
    reached = {0}
    """How many steps of the path the pattern may have taken so far."""
    for step in (pattern + "**" if pattern.endswith("/") else pattern).removeprefix("./").split("/"):
        if step == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], step)}
    return len(names) in reached


def has_any(data: bytes) -> bool:
    """Whether a deck may hold comments for slidekit: a quick look, so that other decks cost nothing."""
    at = data.find(b"slidekit:")
    while at >= 0:
        before = at - 1
        while before >= 0 and data[before] in b" \t":
            before -= 1
        if before >= 0 and data[before] == 35:  # "#"
            return True
        at = data.find(b"slidekit:", at + 9)
    return False
