"""Files watched for changes, bursts of them put together."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Collection, Generator, Iterable
from pathlib import Path
from threading import Event

from watchfiles import watch

PAUSE_MS = 20
"""How long a burst may be silent before it is over: an editor that saves writes, renames and sets times."""
STEP_MS = 5
"""The same where nothing is written for a burst and half of one does no harm: a picture is there 20 ms sooner."""
LONGEST_MS = 200
"""How long a burst may last."""
LOOK_MS = 1000
"""How long nothing may be heard before files are looked at all the same: network drives tell nothing."""


async def changes(folders: Collection[Path], look_ms: int = LOOK_MS) -> AsyncIterator[frozenset[Path]]:
    """As `bursts`, for an event loop, and sooner: what is written in steps comes in several."""
    stop = Event()
    told = bursts(folders, look_ms, STEP_MS, stop)
    try:
        while (burst := await asyncio.to_thread(next, told, None)) is not None:
            yield burst
    finally:
        stop.set()


def bursts(
    folders: Collection[Path], look_ms: int = LOOK_MS, pause_ms: int = PAUSE_MS, stop: Event | None = None
) -> Generator[frozenset[Path], None, None]:
    """The files that changed in these folders alone, not in those below; nothing, each time nobody told anything.

    Where the system cannot watch (too many files, a drive that is not here), nothing is told, and only
    the time to look has come. A folder that goes is watched no more: ask again. The first time to look comes
    once the folders are watched: what was saved before the first burst may have been told to nobody.
    """
    stop = stop or Event()
    try:
        for burst in watch(
            *folders,
            watch_filter=None,
            step=pause_ms,
            debounce=LONGEST_MS,
            rust_timeout=look_ms,
            yield_on_timeout=True,
            recursive=False,
            stop_event=stop,
        ):
            yield frozenset([Path(name) for _, name in burst])
    except (OSError, RuntimeError):  # inotify has no more watches for this user
        while not stop.wait(look_ms / 1000):
            yield frozenset()


def around(files: Iterable[Path]) -> frozenset[Path]:
    """The folders to watch for these files, each with the folder that it is a link into.

    Of a file in a folder that is not there, the nearest above that is.
    """
    return frozenset(nearest(folder) for file in files for folder in (file.parent, Path(os.path.realpath(file)).parent))


def nearest(folder: Path) -> Path:
    """A folder, or the nearest above it that is there."""
    while not os.path.isdir(folder) and folder != folder.parent:  # says no, too, where a path is too long to be one
        folder = folder.parent
    return folder
