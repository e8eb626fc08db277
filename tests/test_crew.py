"""Work shared among processes: same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from slidekit import build, crew

LARGE = [crew.WORTH] * 8
"""Pieces of work that are worth a process each."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all")


def test_results_come_in_order() -> None:
    """As if one process had done all, though the later ones are quicker."""

    def work(index: int) -> int:
        time.sleep(0.01 * (8 - index))  # whoever is quick is done before those that come first
        return index * index

    assert [index * index for index in range(8)] == list(crew.each(work, LARGE, 3))


@linux
def test_processes_share_the_work() -> None:
    """The first piece is done here, the others by as many processes as were asked for."""
    workers = list(crew.each(lambda _: os.getpid(), LARGE, 2))

    assert os.getpid() == workers[0]
    assert 2 == len({*workers[1:]})
    assert os.getpid() not in workers[1:]


@pytest.mark.parametrize(("sizes", "jobs"), [([10] * 8, 4), (LARGE, 1), (LARGE[:1], 4), (LARGE[:2], 4)])
def test_little_work_is_done_here(sizes: list[int], jobs: int) -> None:
    """A process costs more than a few small decks."""
    assert [os.getpid()] * len(sizes) == list(crew.each(lambda _: os.getpid(), sizes, jobs))


def test_nothing_to_do_is_done() -> None:
    """No decks, no results."""
    assert [] == list(crew.each(lambda index: index, [], 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_raised_in_its_turn(jobs: int) -> None:
    """The results before it are there, and the error is the one that was raised."""

    def work(index: int) -> int:
        if index == 3:
            raise FileNotFoundError(2, "gone", "talk.yaml")
        return index

    seen: list[int] = []
    with pytest.raises(FileNotFoundError, match=r"gone.*talk\.yaml"):  # noqa: PT012
        for result in crew.each(work, LARGE, jobs):
            seen.append(result)  # noqa: PERF402 -- what came before the error counts

    assert [0, 1, 2] == seen


@linux
def test_the_work_of_a_process_that_dies_is_done_here() -> None:
    """Killed for want of memory, say: nothing is lost."""
    here = os.getpid()

    def work(index: int) -> int:
        if index == 5 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return index

    assert [*range(8)] == list(crew.each(work, LARGE, 2))


@linux
def test_what_cannot_travel_is_done_here() -> None:
    """A result that cannot be sent from a process to another is worked out again."""
    here = os.getpid()

    def work(index: int) -> object:
        return index if os.getpid() == here else (lambda: index)

    assert [*range(8)] == list(crew.each(work, LARGE, 2))


class Odd(Exception):  # noqa: N818
    """An error that takes two things to make and remembers one."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@linux
def test_an_error_that_cannot_travel_is_met_here() -> None:
    """It is raised as it was made, with all that it holds."""

    def work(index: int) -> int:
        if index == 4:
            raise Odd("no", "yes")
        return index

    with pytest.raises(Odd) as met:
        list(crew.each(work, LARGE, 2))

    assert "yes" == met.value.hint


@linux
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_no_process_can_be_started_one_does_all(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that forbids it, or has no room for one more."""

    def refuse() -> int:
        raise OSError(11, "resource temporarily unavailable")

    monkeypatch.setattr(os, call, refuse)

    assert [os.getpid()] * 8 == list(crew.each(lambda _: os.getpid(), LARGE, 2))


def slow(index: int) -> int:
    """Work that takes as many seconds as its number."""
    time.sleep(index)
    return index


@linux
def test_no_process_is_left() -> None:
    """Neither at the end, nor where the results are no longer wanted."""
    list(crew.each(lambda index: index, LARGE, 2))
    half = crew.each(slow, LARGE, 2)
    next(half)
    next(half)
    half.close()  # type: ignore[attr-defined]  # a generator

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


INTERRUPTED = """
import os, signal, time
from slidekit import crew

def interrupted(fork=os.fork):
    if process := fork():
        os.kill(os.getpid(), signal.SIGINT)
    return process

signal.signal(signal.SIGINT, signal.default_int_handler)
os.fork = interrupted
ended = 0
try:
    list(crew.each(time.sleep, [crew.WORTH] * 8, 2))
except KeyboardInterrupt:
    ended += 1
try:
    with crew.aside([lambda: time.sleep(9)]):
        pass
except KeyboardInterrupt:
    ended += 1
try:
    left = os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    left = None
print(ended, left)
"""
"""A process of its own, since a thread beside, such as that of a test runner, takes a signal that is held back here."""


@linux
def test_an_interrupt_while_a_process_starts_leaves_none() -> None:
    """Ctrl-C at the very moment at which a process is there, and this one does not know it yet."""
    said = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, encoding="utf-8", check=False)

    assert ("2 None\n", "") == (said.stdout, said.stderr)


@linux
def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    """Ctrl-C: one sentence, exit code 130, nobody left at work."""
    deck = "slidekit: 1\ntitle: {both: Sam}\nslides:\n" + "  - title: {both: Sam}\n    text: {both: Sam}\n" * 4_000
    for number in range(12):
        (tmp_path / f"{number}.yaml").write_text(deck, encoding="utf-8")
    command = [sys.executable, "-m", "slidekit", "check", str(tmp_path), "--jobs", "2"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while len(children.read_text().split()) < 2 and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)

    assert 130 == running.returncode
    assert err.startswith(b"slidekit: stopped")
    assert b"Traceback" not in err
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


@pytest.mark.parametrize("format", ["text", "json"])
def test_one_process_or_several_say_the_same(format: str, tmp_path: Path) -> None:
    """`--jobs` changes nothing but the time."""
    for number in range(6):
        slides = "".join(f"  - title: {{en: Slide {number} {each}}}\n" for each in range(2_000))
        deck = f"slidekit: 1\ntitle: {{both: Sam}}\nslides:\n{slides}"
        (tmp_path / f"{number}.yaml").write_text(deck, encoding="utf-8")

    def said(jobs: int) -> bytes:
        command = [sys.executable, "-m", "slidekit", "check", str(tmp_path), f"--format={format}", f"--jobs={jobs}"]
        return subprocess.run(command, capture_output=True, check=False).stdout

    one, two = said(1), said(2)

    assert one == two
    assert one.count(b"SK112") > 0


def test_findings_are_printed_as_they_come(tmp_path: Path) -> None:
    """A thousand faulty decks take the memory of a few: their findings are not kept."""
    deck = "slidekit: 1\ntitle: {both: Sam}\nslides:\n" + "  - title: {en: A slide}\n" * 40
    for number in range(240):
        (tmp_path / f"{number:03}.yaml").write_text(deck, encoding="utf-8")

    def peak(pattern: str) -> int:
        decks = sorted(map(str, tmp_path.glob(pattern)))
        code = (
            "import resource, sys\nfrom slidekit.__main__ import main\n"
            f"sys.argv = ['slidekit', 'check', *{decks!r}]\n"
            "try:\n    main()\n"
            "except SystemExit:\n    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
        assert done.stdout.endswith("decks\n")
        return int(done.stderr)

    assert peak("*.yaml") < 1.1 * peak("0[0-5]?.yaml")


@pytest.mark.skipif(crew.cores() < 2, reason="with one processor nothing is done aside")
def test_a_deck_is_compared_aside_where_it_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one process allowed none is started, with two its languages are compared in another: the same is found."""
    deck = tmp_path / "deck.yaml"
    deck.write_text("slidekit: 1\ntitle: {both: Sam}\nslides:\n  - title: {en: One}\n", encoding="utf-8")
    started: list[int] = []
    fork = os.fork

    def counted() -> int:
        started.append(os.getpid())
        return fork()

    monkeypatch.setattr(os, "fork", counted)

    alone, before = build.check([deck]), len(started)
    shared = build.check([deck], jobs=2)

    assert (0, 1) == (before, len(started))
    assert alone == shared
    assert alone.diagnostics
