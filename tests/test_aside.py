"""Work done aside, in a process of its own, gives what it would give here, and leaves nothing behind."""

from __future__ import annotations

import os
import threading

import pytest

from slidekit import crew
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.wording import listed, tell


def test_a_result_comes_back_whole() -> None:
    """Findings travel between processes with the templates that their messages were made of."""
    made = Diagnostic("SK101", tell("no {language} for {what}", language=tell("French"), what=listed(["a", "b"])))

    with crew.aside([lambda: [made]]) as finish:
        (found,) = finish()

    assert [made] == found
    assert made.message.template == found[0].message.template  # type: ignore[attr-defined]
    assert made.message.parts == found[0].message.parts  # type: ignore[attr-defined]


def test_a_large_result_comes_back() -> None:
    """More than a pipe holds at once stops neither process."""
    with crew.aside([lambda: "é" * 3_000_000, lambda: "à" * 3_000_000]) as finish:
        assert [3_000_000, 3_000_000] == [len(one) for one in finish()]


def test_a_failure_is_seen_here() -> None:
    """What goes wrong in the work is raised where its result is asked for."""

    def fail() -> None:
        raise ValueError("no result")

    with crew.aside([fail]) as finish, pytest.raises(ValueError, match="no result"):
        finish()


def test_a_child_that_is_not_waited_for_ends() -> None:
    """Where nobody asks for the result, no process is left."""
    with crew.aside([lambda: "é" * 3_000_000]):
        pass

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_with_threads_the_work_is_done_here() -> None:
    """A process with threads is never forked."""
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        with crew.aside([os.getpid]) as finish:
            assert [os.getpid()] == finish()
    finally:
        stop.set()
        other.join()
