"""What lies beside a deck and is read with it: the lock file of its folder, its past, its lists of terms."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from slidekit.deck.glossary import Glossary, TermList
    from slidekit.deck.lock import Lock, Locked
    from slidekit.deck.model import Deck
    from slidekit.history import History
    from slidekit.rules.base import Checked
    from slidekit.rules.gathering import Told
    from slidekit.rules.reviewed import Couple, Past
    from slidekit.settings.model import Settings
    from slidekit.source.diagnostic import Diagnostic

LOCK = "deck.lock"
Acronyms = tuple[tuple[str, str], ...]


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
    from slidekit.deck.lock import Lock

    if not _inside(path, path.parent):
        return Lock({}, problem="outside")
    if not os.path.isfile(path):
        return Lock({}, problem="no file")
    try:
        state = path.stat()
        return _read_lock(path, state.st_mtime_ns, state.st_size)
    except OSError:
        return Lock({}, problem="unreadable")


@lru_cache(maxsize=16)
def _read_lock(path: Path, _changed: int, _size: int) -> Lock:
    """A lock file, which is read once as long as it stays the same: a folder may hold a thousand decks."""
    from slidekit.deck.lock import MAX_BYTES, read_lock

    with path.open("rb") as stream:
        return read_lock(stream.read(MAX_BYTES + 1))


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


def glossary(deck: Deck, path: Path, settings: Settings | None = None) -> tuple[Glossary, list[Diagnostic]]:
    """The terms that a deck is held to, its own and its project's, and what is wrong with their files."""
    from slidekit.deck.glossary import NO_TERMS

    words = NO_TERMS
    problems: list[Diagnostic] = []
    if deck.glossary is not None:
        words = deck.glossary.own
        if deck.glossary.file:
            words, wrong = _own_terms(deck.glossary, path)
            problems += wrong
    if settings is not None:
        from slidekit.settings.finding import glossary as project

        shared = project(settings, path)
        more = _acronyms(settings.acronyms) if settings.acronyms else NO_TERMS
        if shared is not None and not _inside(shared, settings.folder):
            problems.append(_outside(shared, settings))
        elif shared is not None and not os.path.lexists(shared):
            problems.append(_missing(shared, settings))
        elif shared is not None:
            more, wrong = _terms(shared, _seen_from(settings.file, shared), settings.acronyms)
            problems += wrong
        words += more
    return words, problems


def _outside(shared: Path, settings: Settings) -> Diagnostic:
    """A link may not lead out of the settings' folder: a report would show lines of any file."""
    from slidekit.deck.term_files import CODE
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.wording import tell

    message = tell("the list of terms {file} is a link that leads out of its folder", file=shared.name)
    return Diagnostic(CODE, message, file=settings.file)


def _missing(shared: Path, settings: Settings) -> Diagnostic:
    """What is wrong with the place of a list is said where it is named, as of a deck's own."""
    from slidekit.deck.term_files import CODE
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.span import START, Span
    from slidekit.source.wording import tell

    name = Path(os.path.relpath(shared, settings.folder)).as_posix()
    place = START
    for number, line in enumerate(Path(settings.file).read_text("utf-8-sig", "replace").splitlines(), 1):
        at = line.find(name)
        if at >= 0 and "glossary" in line:
            place = Span(number, at + 1, number, at + len(name) + 1)
            break
    message = tell("there is no list of terms {file}", file=name)
    return Diagnostic(CODE, message, place, tell("paths begin in the settings' folder"), file=settings.file)


def _own_terms(listed: TermList, path: Path) -> tuple[Glossary, list[Diagnostic]]:
    """The list of terms that a deck names; what is wrong with its place is said where it is named."""
    from slidekit.deck.glossary import NO_TERMS
    from slidekit.deck.term_files import CODE
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.wording import tell

    folder = path.resolve().parent
    if not _inside(folder / listed.file, folder):
        message = tell("the list of terms lies outside the deck's folder")
        hint = tell("put it beside the deck, or name it in slidekit.toml, for all decks of a project")
        return NO_TERMS, [Diagnostic(CODE, message, listed.span, hint)]
    if not os.path.isfile(folder / listed.file):  # says no, too, where a path is too long to be one
        message = tell("there is no list of terms {file}", file=listed.file)
        return NO_TERMS, [Diagnostic(CODE, message, listed.span, tell("paths begin in the deck's folder"))]
    return _terms(folder / listed.file, (path.parent / listed.file).as_posix())


def _terms(path: Path, file: str, acronyms: Acronyms = ()) -> tuple[Glossary, list[Diagnostic]]:
    """The terms in a file, which is read once as long as it stays the same, and acronyms beside them."""
    from slidekit.deck.glossary import NO_TERMS
    from slidekit.deck.term_files import CODE
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.wording import tell

    try:
        state = path.stat()
        if not os.path.isfile(path):
            return NO_TERMS, [Diagnostic(CODE, tell("the list of terms is no file"), file=file)]
        return _read_terms(path, file, acronyms, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return NO_TERMS, [Diagnostic(CODE, tell("the list of terms cannot be read"), file=file)]


@lru_cache(maxsize=16)
def _read_terms(
    path: Path, file: str, acronyms: Acronyms, _changed: int, _size: int
) -> tuple[Glossary, list[Diagnostic]]:
    from slidekit.deck.term_files import MAX_BYTES, read_terms

    with path.open("rb") as stream:
        words, problems = read_terms(stream.read(MAX_BYTES + 1), path.suffix, file)
    return words + _acronyms(acronyms), problems


@lru_cache(maxsize=16)
def _acronyms(acronyms: Acronyms) -> Glossary:
    from slidekit.deck.glossary import Glossary

    return Glossary(acronyms=acronyms)


def _inside(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, links resolved; `Path.resolve` raises where links go round in a ring."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except ValueError:
        return False


def _seen_from(settings: str, path: Path) -> str:
    """A path as the caller would name it, beside the settings that name it."""
    return Path(os.path.relpath(path)).as_posix() if settings else path.as_posix()


def added(checked: Checked, path: Path, since: str = "", settings: Settings | None = None) -> Checked:
    """A deck under check, with what lies beside it."""
    lock = locked(path)
    if lock is not None:
        checked = replace(checked, locked=lock)
    if since:
        checked = replace(checked, past=past(path, since, checked.texts))
    if checked.deck.glossary is not None or (settings is not None and settings.file):
        words, problems = glossary(checked.deck, path, settings)
        checked = replace(checked, glossary=words, broken_terms=tuple(problems))
    return checked
