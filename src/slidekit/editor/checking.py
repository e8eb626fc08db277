"""When a text is checked: soon after the author pauses, in a thread of its own, never twice at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types

from slidekit.editor import diagnostics
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from slidekit.editor.document import Document
    from slidekit.editor.server import DeckServer

Result = TypeVar("Result")
PAUSE = 0.02
"""Seconds without a key after which a text is checked: less than the 30 to 50 ms between the keys of a fast typist."""
LONGEST_PAUSE = 0.2
"""A deck that takes long to check is checked less often."""


class Checking:
    """The checks of all texts that are open."""

    def __init__(self, server: DeckServer) -> None:
        self._server = server
        self.worker = ThreadPoolExecutor(1, "check")
        """The one thread in which decks are read."""
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._took: dict[str, float] = {}
        self._said: set[str] = set()
        self.ended = False
        """Whether the editor has asked the server to end."""

    def soon(self, document: Document, pause: bool = True) -> None:
        """Check a text when its author pauses; what is being checked now is checked again."""
        document.wanted += 1
        task = self._tasks.get(document.uri)
        if task is None or task.done():
            self._tasks[document.uri] = asyncio.ensure_future(self._checked(document, pause))
        document.typed.set()

    async def _checked(self, document: Document, pause: bool) -> None:
        """Check a text until it is known as it stands."""
        try:
            await self._check(document, pause)
        finally:
            document.checked.set()  # a text that was closed meanwhile is answered all the same: with nothing

    async def _check(self, document: Document, pause: bool) -> None:
        while document.known_as != document.wanted and self._open(document):
            while pause:  # as long as a key comes before the pause is over
                document.typed.clear()
                try:
                    await asyncio.wait_for(document.typed.wait(), self._pause(document))
                except TimeoutError:
                    break
            if self.ended or not self._open(document):
                return
            wanted, data = document.wanted, document.data
            began = perf_counter()
            loop = asyncio.get_running_loop()
            try:
                state = await loop.run_in_executor(self.worker, document.check, data)
            except Exception as error:  # noqa: BLE001 -- the next text may be checked
                self._failed(error)
                document.known_as = wanted
                document.checked.set()
                pause = True
                continue
            self._took[document.uri] = perf_counter() - began
            document.state, document.known_as = state, wanted
            document.checked.set()
            if wanted == document.wanted and self._open(document) and document.is_deck:  # which may have changed
                diagnostics.publish(self._server, document)
            pause = True

    def _open(self, document: Document) -> bool:
        """Whether this is still the text that the editor has under its name."""
        return self._server.documents.get(document.uri) is document

    def _failed(self, error: Exception) -> None:
        """Say once why nothing could be checked: settings that may not be read are the machine's trouble, not ours."""
        if not isinstance(error, OSError):
            said = self._server.failed(error)
        else:
            file, why = str(error.filename or "?"), error.strerror or str(error)
            said = self._server.client.say(tell("{file} cannot be read: {why}", file=file, why=why))
        if said not in self._said:
            self._said.add(said)
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))

    def _pause(self, document: Document) -> float:
        own = self._server.options.pause
        if own is not None:
            return own
        return min(max(PAUSE, self._took.get(document.uri, 0.0) / 2), LONGEST_PAUSE)

    async def known(self, document: Document, fresh: bool) -> None:
        """Wait until something is known of a text; of the text as it stands, if `fresh`."""
        await document.checked.wait()
        while fresh and not document.fresh and self._open(document):  # it may be typed in before this goes on
            task = self._tasks.get(document.uri)
            if task is None or task.done():
                return
            await asyncio.shield(task)

    async def aside(self, work: Callable[[], Result]) -> Result:
        """Work that takes long, done where decks are checked: after what is being checked now."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, work)

    def again(self, documents: Iterable[Document]) -> None:
        """Check decks anew, and trust nothing: something beside them has changed."""
        for document in documents:
            if document.is_deck:
                document.forget = True
                self.soon(document)

    def forget(self, uri: str) -> None:
        """A text was closed."""
        self._tasks.pop(uri, None)
        self._took.pop(uri, None)

    def end(self) -> None:
        """Begin no other check."""
        self.ended = True
        self.worker.shutdown(wait=False, cancel_futures=True)
