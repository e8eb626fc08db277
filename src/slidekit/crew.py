"""Many pieces of work shared among processes: one a core, results in the order of the work."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from signal import Signals

Result = TypeVar("Result")

WORTH = 150_000
"""Bytes of decks from which on a second process pays: 0.1 s of work, against 0.01 s for its start."""


class Hand(NamedTuple):
    """A process at work, and the pipe that its results come by."""

    process: int
    results: int


class Failed(NamedTuple):
    """What a piece of work raised."""

    error: BaseException


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(work: Callable[[int], Result], sizes: Sequence[int], jobs: int = 1) -> Iterator[Result]:
    """The results of `work(0)`, `work(1)`…, in this order; `sizes` say how much work each is.

    The first piece is done here, so that all that it loads is there for every process. What goes
    wrong in a process is raised here; a process that dies leaves its work to this one, and where no
    process can be started, this one does all.
    """
    if not sizes:
        return
    yield work(0)
    shares = _shares(sizes, jobs) if sys.platform == "linux" else []
    hands: list[Hand] = []
    try:
        if len(shares) > 1 and _start(work, shares, hands):
            yield from _gathered(work, hands, len(sizes))
        else:
            yield from map(work, range(1, len(sizes)))
    finally:
        _stop(hands)


def _shares(sizes: Sequence[int], jobs: int) -> list[list[int]]:
    """Which pieces each process does: the largest first, always to the one with least to do."""
    jobs = min(jobs, 1 + sum(sizes[1:]) // WORTH, len(sizes) - 1)
    shares: list[list[int]] = [[] for _ in range(jobs)]
    loads = [0] * jobs
    for index in sorted(range(1, len(sizes)), key=lambda index: -sizes[index]):
        least = loads.index(min(loads))
        shares[least].append(index)
        loads[least] += sizes[index] + 1
    return [sorted(share) for share in shares]


def _start(work: Callable[[int], Result], shares: Sequence[Sequence[int]], hands: list[Hand]) -> bool:
    """Start a process for each share, and put it among the hands; false, and none, where one cannot be started."""
    import gc

    gc.freeze()  # what is there now stays in memory that all processes share
    for share in shares:
        with _uninterrupted() as held:
            if not _fork(work, share, hands, held):
                break
    else:
        return True
    _stop(hands)
    hands.clear()
    return False


def _fork(
    work: Callable[[int], Result], share: Sequence[int], hands: list[Hand], held: Iterable[int | Signals]
) -> bool:
    """Start one process; whether that could be done."""
    try:
        out, into = os.pipe()
    except OSError:
        return False
    try:
        process = os.fork()
    except OSError:
        os.close(out)
        os.close(into)
        return False
    if process == 0:
        for other in hands:
            os.close(other.results)
        os.close(out)
        _labour(work, share, into, held)
    hands.append(Hand(process, out))
    os.close(into)
    return True


@contextmanager
def _uninterrupted() -> Iterator[Iterable[int | Signals]]:
    """Ctrl-C waits until a process that was started is known here, so that it is ended, too.

    What is given are the signals that were held back before.
    """
    import signal

    held = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        yield held
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _labour(work: Callable[[int], Result], share: Sequence[int], into: int, held: Iterable[int | Signals]) -> None:
    """Do a share of the work in a process of its own, and end it, whatever happens."""
    import pickle
    import signal

    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # the first process says what is to be said
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        with open(into, "wb") as pipe:
            for index in share:
                try:
                    result: object = work(index)
                except Exception as error:  # noqa: BLE001 -- it is raised where the results are
                    result = Failed(error)
                pipe.write(_framed(pickle.dumps((index, result))))
                pipe.flush()
                if isinstance(result, Failed):
                    break
        os._exit(0)
    finally:
        os._exit(1)


def _framed(data: bytes) -> bytes:
    return len(data).to_bytes(8, "big") + data


def _gathered(work: Callable[[int], Result], hands: Sequence[Hand], count: int) -> Iterator[Result]:
    """All results but the first, each as soon as those before it are there."""
    import selectors

    waiting: dict[int, Result | Failed] = {}
    with selectors.DefaultSelector() as selector:
        for hand in hands:
            selector.register(hand.results, selectors.EVENT_READ)
        for index in range(1, count):
            while index not in waiting and selector.get_map():
                for key, _ in selector.select():
                    if not _receive(key.fd, waiting):
                        selector.unregister(key.fd)
            found = waiting.pop(index) if index in waiting else work(index)
            if isinstance(found, Failed):
                raise found.error
            yield found


def _receive(pipe: int, waiting: dict[int, Result | Failed]) -> bool:
    """Take one result more; false at the end of a process."""
    import pickle

    size = int.from_bytes(_exactly(pipe, 8), "big")
    data = _exactly(pipe, size)
    if not size or len(data) < size:
        return False
    try:
        index, result = pickle.loads(data)
    except (TypeError, AttributeError, pickle.UnpicklingError):  # an error that cannot be made again: it is met here
        return False
    waiting[index] = result
    return True


def _exactly(pipe: int, size: int) -> bytes:
    """So many bytes, or fewer where there are no more."""
    parts: list[bytes] = []
    while size > 0 and (part := os.read(pipe, min(size, 2**20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _stop(hands: Sequence[Hand]) -> None:
    """End all processes, also those that are still at work."""
    import signal
    from contextlib import suppress

    for hand in hands:
        os.close(hand.results)
        with suppress(ProcessLookupError):
            os.kill(hand.process, signal.SIGKILL)
    for hand in hands:
        with suppress(ChildProcessError):
            os.waitpid(hand.process, 0)


@contextmanager
def aside(works: Sequence[Callable[[], Result]], shared: bool = True) -> Iterator[Callable[[], list[Result]]]:
    """Begin pieces of work, each in a process of its own; what is given waits for them and gives their results.

    Where there is one processor only, where this process has threads (a child would have their
    locks and not them) or where no process can be started, the work is done when its results are
    asked for. A child that fails says nothing: its work is done again here, where what it raises is seen.
    """
    shared = shared and sys.platform == "linux" and cores() > 1 and threading.active_count() == 1
    hands: list[Hand] = []
    waiting: dict[int, Result | Failed] = {}

    def finish() -> list[Result]:
        for hand in hands:
            _receive(hand.results, waiting)
        found = [waiting.get(at) for at in range(len(works))]
        return [
            work() if one is None or isinstance(one, Failed) else one for one, work in zip(found, works, strict=True)
        ]

    try:
        if shared:
            _start(lambda at: works[at](), [[at] for at in range(len(works))], hands)
        yield finish
    finally:
        _stop(hands)
