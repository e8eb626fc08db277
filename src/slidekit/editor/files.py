"""The files in a deck's folder that it may name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg")
TEMPLATES = (".pptx", ".potx")
TERMS = (".yaml", ".yml", ".csv", ".tbx")
THEMES = (".yaml", ".yml")
MOST = 400
"""Files that are named."""
MOST_SEEN = 5_000
"""Files that are looked at: a deck may lie in a home folder."""
DEEPEST = 4
"""Folders below the deck's own."""
SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "dist", "build", "out"})
_HEAD = 4_096


def files(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    """The paths of files with these endings, seen from a folder, those nearest to it first; no links out of it."""
    try:
        root = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return
    named = seen = 0
    level = [root]
    for _ in range(DEEPEST + 1):
        below: list[Path] = []
        for each in level:
            for entry in _entries(each):
                seen += 1
                if seen > MOST_SEEN or named >= MOST:
                    return
                path = Path(entry.path)
                if _is_folder(entry):
                    below.append(path)
                elif entry.name.lower().endswith(endings) and _inside(entry, root):
                    named += 1
                    yield path.relative_to(root).as_posix()
        level = below


def themes(folder: Path) -> Iterator[str]:
    """The theme files among them: those that have a palette."""
    for name in files(folder, THEMES):
        try:
            with (folder / name).open("rb") as stream:
                head = stream.read(_HEAD)
        except OSError:
            continue
        if b"palette:" in head and b"slides:" not in head:
            yield name


def terms(folder: Path, deck: str) -> Iterator[str]:
    """The files that may hold lists of terms: no deck, no theme."""
    for name in files(folder, TERMS):
        if name == deck:
            continue
        try:
            with (folder / name).open("rb") as stream:
                head = stream.read(_HEAD)
        except OSError:
            continue
        if b"slidekit:" not in head and b"palette:" not in head:
            yield name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(
                [one for one in found if not one.name.startswith(".") and one.name not in SKIPPED],
                key=lambda one: one.name.casefold(),
            )
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _inside(entry: os.DirEntry[str], root: Path) -> bool:
    try:
        if not entry.is_file():
            return False
        return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False
