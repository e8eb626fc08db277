"""Which decks a command is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from slidekit.cli.failing import Misuse, nearest
from slidekit.source.system import reason
from slidekit.source.wording import tell

ENDINGS = (".yaml", ".yml")
FOREIGN = ("node_modules", "__pycache__")
"""Folders that hold no decks, besides those whose name starts with a dot."""
DECK = re.compile(rb"^(?:\xef\xbb\xbf)?(?:\{\s*)?[\"']?slidekit[\"']?[ \t]*:", re.MULTILINE)
"""A top-level key that only decks have."""
TEMPLATES = (tell("give a .pptx or a .potx file"), "*.p[po]tx")
"""What to give in place of something that is no template, and how templates are called."""
MAX_BYTES = 64 * 2**20


def decks(paths: Iterable[Path], passing: bool = False) -> list[Path]:
    """The files given and the decks in the folders given, each once; `Misuse` where there is none.

    `passing` passes over files given that are no decks.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if passing and not path.is_dir() and not _is_deck(file(path)):
            continue
        for deck in _in_folder(path) if path.is_dir() else [file(path)]:
            found.setdefault(deck.resolve(), deck)
    return list(found.values())


def file(path: Path, wanted: tuple[str, str] = (tell("give the deck's file"), "*.y*ml")) -> Path:
    """A file given by name, once it is sure that it can be read; `wanted` says what to give, and how it is called."""
    hint, pattern = wanted
    if path.is_dir():
        raise Misuse(tell("{file} is a folder", file=path.as_posix()), hint)
    if not path.exists():
        around = path.parent.glob(pattern) if path.parent.is_dir() else ()
        beside = [entry.name for entry in around if entry.name != path.name]
        raise Misuse(tell("there is no file {file}", file=path.as_posix()), nearest(path.name, beside))
    if not path.is_file():
        raise Misuse(tell("{file} is not a file", file=path.as_posix()), hint)
    try:
        with path.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        raise Misuse(tell("cannot read {file}: {reason}", file=path.as_posix(), reason=reason(error))) from None
    return path


def _in_folder(folder: Path) -> list[Path]:
    root = folder.resolve()
    # a link that leads out of the folder could show any file of this machine in a report
    found = sorted(path for path in _walk(folder) if path.resolve().is_relative_to(root))
    if not found:
        raise Misuse(
            tell("there is no deck in {folder}", folder=folder.as_posix()),
            tell("a deck is a .yaml file with  slidekit: 1  at its head"),
        )
    return found


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise Misuse(tell("cannot read {file}: {reason}", file=str(error.filename), reason=reason(error)))

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in FOREIGN]
        for name in names:
            path = Path(here, name)
            if name.endswith(ENDINGS) and not name.startswith(".") and _is_deck(path):
                yield path


def _is_deck(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        return path.stat().st_size > MAX_BYTES or DECK.search(path.read_bytes()) is not None
    except FileNotFoundError:  # it has just gone
        return False
