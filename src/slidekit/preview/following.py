"""A preview that follows files: the deck's own, and those that it names."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from slidekit.build import MAX_DECK_BYTES
from slidekit.dependencies import Stamps, dependencies
from slidekit.preview.preview import Preview
from slidekit.source.system import reason
from slidekit.source.wording import tell
from slidekit.watching import around, changes

SETTLING = 0.03
LOOKS = 20
"""How far apart in seconds, and how often, an empty file is looked at: some programs empty one before they write it."""


class Following:
    """What is watched for a preview."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._path = Path(os.path.abspath(preview.path))
        self._stamps = Stamps([self._path])
        self._files = frozenset([self._path])
        self._named: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Show what the deck's file holds, until this is cancelled."""
        await self._take()
        while True:
            await self._name()
            folders = around(self._files)
            async for burst in changes(folders):
                await self._look()
                if not burst:
                    await self._name()
                if around(self._files) != folders:
                    break
            await asyncio.sleep(SETTLING)

    async def _look(self) -> None:
        changed = self._stamps.changed(self._files)
        if self._path in changed:
            await self._take()
        if changed - {self._path}:
            self._preview.forget()
        if changed and (self._named is None or self._named.done()):
            self._named = asyncio.ensure_future(self._name())

    async def _name(self) -> None:
        """Look which files the deck names once it has been read; the next save does not wait for that."""
        await self._preview.settled()
        self._files = dependencies(self._path, self._preview.deck, self._preview.theme)
        self._stamps.also(self._files)

    async def _take(self) -> None:
        """Hand over what the file holds now; what cannot be read leaves the last pictures as they are."""
        try:
            if self._path.exists() and not self._path.is_file() and not self._path.is_dir():
                self._preview.lost(tell("{file} is not a file", file=self._path.name))  # a pipe would be waited for
                return
            data = await asyncio.to_thread(self._read)  # pages are answered meanwhile, however slow the drive is
            for _ in range(LOOKS):
                if data:
                    break
                await asyncio.sleep(SETTLING)
                data = await asyncio.to_thread(self._read)
        except OSError as error:
            self._preview.lost(tell("cannot read {file}: {reason}", file=self._path.name, reason=reason(error)))
            return
        self._preview.typed(data)

    def _read(self) -> bytes:
        with self._path.open("rb") as stream:
            return stream.read(MAX_DECK_BYTES + 1)
