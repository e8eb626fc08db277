"""The lock file beside the deck cannot be understood.

`deck.lock` says which texts were reviewed in both languages, a text a line. Most often it is a merge that was not
finished: git has left its marks in the file. Nothing has to be decided there: `slidekit review --merge` keeps what
either branch knew, and names the texts that one of them left behind.

A lock file is read from the deck's own folder only, and no larger than 16 MB.

Bad:
    # deck.lock
    <<<<<<< HEAD
    0d5c3e6a1b42 77f0c9d1ab3e talk.yaml
    =======
    0d5c3e6a1b42 9a0b1c2d3e4f talk.yaml
    >>>>>>> other
    # as it is now
    - title: {en: Fast tests, fr: Des tests rapides}

Bad:
    # deck.lock
    this is no line of a lock file
    # as it is now
    - title: {en: Fast tests, fr: Des tests rapides}

Good:
    # deck.lock
    0d5c3e6a1b42 77f0c9d1ab3e talk.yaml
    # as it is now
    - title: {en: Fast tests, fr: Des tests rapides}

Source: the lock file's format: two hashes of twelve hexadecimal digits, English first, and the deck's file name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK603"
NAME = "broken-lock"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """What is wrong with the lock file, once a kind."""
    if checked.locked is None:
        return
    lock, file = checked.locked.lock, checked.locked.file
    if lock.problem:
        yield Diagnostic(CODE, _unread(lock.problem), hint=tell("put  deck.lock  right, or take it away"), file=file)
    if lock.conflicts:
        message = tell_many(
            "a merge was not finished in the lock file",
            "a merge was not finished in the lock file, in {n} places",
            len(lock.conflicts),
        )
        hint = tell("run  slidekit review --merge:  it keeps what both branches knew")
        yield Diagnostic(CODE, message, lock.conflicts[0], hint, file=file)
    if lock.odd:
        message = tell_many(
            "this line of the lock file says nothing",
            "this line of the lock file says nothing, nor do others: {n} in all",
            len(lock.odd),
        )
        yield Diagnostic(
            CODE, message, lock.odd[0], tell("run  slidekit review --merge  to write the file anew"), file=file
        )


def _unread(problem: str) -> Words:
    match problem:
        case "large":
            return tell("the lock file is larger than 16 MB")
        case "outside":
            return tell("the lock file is a link that leads out of the deck's folder")
        case "no file":
            return tell("what is called deck.lock is no file")
        case _:
            return tell("the lock file cannot be read")
