"""Files watched for changes, bursts of them put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from pathlib import Path

from watchfiles import awatch

PAUSE_MS = 20
"""How long a burst may be silent before it is over: an editor that saves writes, renames and sets times."""


async def changes(folders: Collection[Path]) -> AsyncIterator[frozenset[Path]]:
    """The files that changed in these folders, burst by burst."""
    async for burst in awatch(*folders, step=PAUSE_MS, debounce=200, recursive=True):
        yield frozenset(Path(name) for _, name in burst)
