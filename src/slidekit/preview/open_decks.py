"""The previews of a program that has several decks open: the language server's."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

from slidekit.live import Live
from slidekit.preview.events import Lang
from slidekit.preview.preview import Opener, Preview
from slidekit.preview.serving import Window


class Previews:
    """A window for each deck that is shown, by a key of the program's own, such as its URI."""

    def __init__(self) -> None:
        self._windows: dict[str, Window] = {}

    def open(
        self,
        key: str,
        path: Path,
        data: bytes,
        live: Live | None = None,
        worker: Executor | None = None,
        on_open: Opener | None = None,
        lang: Lang | None = None,
    ) -> str:
        """Show a deck, whose text need not be saved; its address, the same as long as it is shown.

        Must be called in the event loop that is to serve it; `OSError` where no port can be had.
        """
        if key not in self._windows:
            self._windows[key] = Window(Preview(path, live=live, worker=worker, on_open=on_open), lang=lang)
        self.typed(key, data)
        return self._windows[key].url

    def once(self, key: str, page: str = "") -> str:
        """An address of a deck that is shown which leads to a page one time: for a browser's command line."""
        return self._windows[key].once(page)

    def reached(self, key: str, origin: str) -> bool:
        """Let a deck that is shown be reached under an origin; `False` where it is none."""
        return self._windows[key].reached(origin)

    def typed(self, key: str, data: bytes) -> None:
        """The text of a deck has changed; nothing where it is not shown."""
        if key in self._windows:
            self._windows[key].preview.typed(data)

    def moved(self, key: str, line: int, column: int = 1) -> None:
        """The cursor is here now, from 1; nothing where the deck is not shown."""
        if key in self._windows:
            self._windows[key].preview.moved(line, column)

    def forget(self) -> None:
        """A file beside the decks has changed."""
        for window in self._windows.values():
            window.preview.forget()

    async def close(self, key: str) -> None:
        """Show a deck no longer."""
        if (window := self._windows.pop(key, None)) is not None:
            await window.close()

    async def close_all(self) -> None:
        """Show none."""
        for key in list(self._windows):
            await self.close(key)
