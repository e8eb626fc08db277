"""How a command ends when it cannot do its work: a sentence, a remedy, an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import TypeVar

from slidekit.cli.language import say
from slidekit.cli.terminal import paint, visible
from slidekit.source.system import reason
from slidekit.source.wording import listed, tell

CLEAN, PROBLEMS, MISUSE, MACHINE, STOPPED = 0, 1, 2, 3, 130

Word = TypeVar("Word", bound=str)
Result = TypeVar("Result")


class Misuse(Exception):  # noqa: N818 -- a word that reads as English where it is raised
    """What was asked for cannot be done; what to ask for in its place."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def guarded(call: Callable[[], Result]) -> Result:
    """Run a command and see its output written; what stops it ends in one sentence and an exit code."""
    try:
        try:
            return call()
        finally:
            sys.stdout.flush()  # a full disk is told in time
    except Misuse as error:
        complain(error.message, error.hint)
        raise SystemExit(MISUSE) from None
    except KeyboardInterrupt:
        complain(tell("stopped; outputs that were not whole are not there"))
        raise SystemExit(STOPPED) from None
    except MemoryError:
        complain(tell("there is not enough memory for this deck"), tell("make it shorter, or split it into several"))
        raise SystemExit(MACHINE) from None
    except BrokenPipeError:
        drop_output()
        raise SystemExit(CLEAN) from None
    except OSError as error:
        complain(in_words(error))
        drop_output()
        raise SystemExit(MACHINE) from None


def any_terminal() -> None:
    """Make sure that a terminal that is not UTF-8, or not there at all, does not end in a traceback."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> TextIOWrapper:
    """A stream in place of one that was closed before the start: `>&-` in a shell."""
    return open(os.devnull, "w", encoding="utf-8")


def complain(message: str, hint: str = "") -> None:
    """Print one sentence, and its remedy, where errors go."""
    try:
        sys.stderr.write(f"{paint('slidekit:', 'error', sys.stderr)} {visible(say(message))}\n")
        if hint:
            sys.stderr.write(f"  {paint(say(tell('hint:')), 'hint', sys.stderr)} {visible(say(hint))}\n")
        sys.stderr.flush()
    except OSError:  # nobody is there to be told
        drop_output()


def in_words(error: OSError) -> str:
    """What the system says, with the file it says it of: `cannot use build/a.pptx: no space left on device`."""
    if not error.filename:
        return reason(error)
    return tell("cannot use {file}: {reason}", file=str(error.filename), reason=reason(error))


def drop_output() -> None:
    """Let the interpreter end without a word about output that nobody takes: a closed pipe, a full disk."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def one_of(word: str, known: Sequence[Word], what: str) -> Word:
    """A word that must be one of several; else a misuse that suggests the nearest.

    `what` is what they are, made by `tell`.
    """
    for one in known:
        if one == word:
            return one
    message = tell("there is no {what} called {name}", what=what, name=word)
    raise Misuse(message, nearest(word, known) or tell("one of {known}", known=listed(known)))


def nearest(word: str, known: Iterable[str]) -> str:
    """`did you mean …?`, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), list(known), n=1)
    return tell("did you mean {name}?", name=near[0]) if near else ""
