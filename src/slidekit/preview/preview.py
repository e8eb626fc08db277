"""One deck that is shown: its text comes in, pictures and findings go out to every page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from slidekit import build
from slidekit.live import Live
from slidekit.preview import wire
from slidekit.preview.drawing import Pictures
from slidekit.preview.events import Hub
from slidekit.preview.slides import Seen, finding, seen, slide_at, with_findings
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.nodes import without_collector

if TYPE_CHECKING:
    from slidekit.scene.theme import Mode

REST = 0.03
"""Seconds between the pictures and the rules about language, in which a page fetches what it was told of."""
Opener = Callable[[int, int], None]
"""Takes the author to a line and a column of the deck."""
Result = TypeVar("Result")


class Preview:
    """A deck as the pages show it; all methods are called in the event loop.

    `typed` may be called as often as keys are hit: texts that came while an earlier one was drawn are
    skipped but for the last. Reading and checking happen in `worker`, one at a time; pictures in a thread
    of their own, so that none waits for the rules.
    """

    def __init__(
        self,
        path: Path,
        theme: str | None = None,
        mode: Mode | None = None,
        live: Live | None = None,
        worker: Executor | None = None,
        on_open: Opener | None = None,
    ) -> None:
        self.path = path
        self.theme = theme
        self.mode = mode
        self.on_open = on_open
        self.pictures = Pictures()
        self.hub = Hub(self.whole)
        self.data = b""
        """The text that was typed last."""
        self.seen: Seen | None = None
        """What is drawn: of the last text that could be."""
        self._live = live or Live(path, theme, mode)
        self._worker = worker or ThreadPoolExecutor(1, "slidekit-reader")
        self._own_worker = worker is None
        self._press = ThreadPoolExecutor(1, "slidekit-press")
        self._state = wire.Deck(0, path.name, (), {}, {}, (960.0, 540.0), ())
        self._found: tuple[Diagnostic, ...] = ()
        self._shown = b""
        """The text of `seen`."""
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._task = asyncio.ensure_future(self._run())

    def typed(self, data: bytes) -> None:
        """The deck's text is this now, saved or not."""
        self.data = data
        self._idle.clear()
        self._news.set()

    def forget(self) -> None:
        """Read all again: a file that the deck names has changed."""
        self._live.forget()
        self._idle.clear()
        self._news.set()

    def moved(self, line: int, column: int = 1) -> None:
        """The author's cursor is here: show that slide."""
        number = slide_at([slide.line for slide in self._state.slides], line)
        if number:
            self.hub.tell("move", wire.Place(number, by="editor"))

    def presented(self, place: wire.Place) -> None:
        """A page has gone to another slide, and the others follow; a place beyond the talk is left alone."""
        if 1 <= place.slide <= len(self._state.slides) and 0 <= place.step <= 1000:
            self.hub.tell("move", place)

    def open(self, line: int, column: int) -> None:
        """Take the author to a place in the deck."""
        if self.on_open is not None:
            self.on_open(line, column)

    def whole(self) -> wire.Deck:
        """All that a page shows."""
        return self._state

    async def settled(self) -> None:
        """Wait until the last text is drawn and checked."""
        await self._idle.wait()

    async def picture(self, key: str) -> bytes | None:
        """The picture of a key; `None` where no slide looks so."""
        known = self.pictures.known(key)
        return known if known is not None else await self._in(self._press, lambda: self.pictures.draw(key))

    async def close(self) -> None:
        """End: pages are let go, threads stopped."""
        self.hub.close()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._press.shutdown(wait=False, cancel_futures=True)
        if self._own_worker:
            self._worker.shutdown(wait=False, cancel_futures=True)

    async def _in(self, where: Executor, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(where, work)

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            data = self.data
            await self._draw(data)
            if not self._news.is_set():
                await asyncio.sleep(REST)
            if not self._news.is_set():
                await self._check(data)
            if not self._news.is_set():
                self._idle.set()

    async def _draw(self, data: bytes) -> None:
        """Show the pictures of a text, the slide that was typed in first."""
        drawn, wrong = await self._in(self._worker, lambda: self._look(data))
        broken = tuple([finding(one, self.path.as_posix()) for one in wrong])
        if drawn is None:
            self._publish(self._state.slides, broken, self._state.findings, 0)
            return
        first = self.seen is None
        at = 0 if first else slide_at([slide.line for slide in drawn.told], changed_line(self._shown, data))
        self.seen, self._shown = drawn, data
        slides, findings = with_findings(drawn.told, self._found, self.path.as_posix())
        for key in drawn.told[(at or 1) - 1].pictures.values() if drawn.told else ():
            await self.picture(key)
        if self._new_frame(drawn, slides, findings):
            return
        self._publish(slides, (), findings, at)

    def _look(self, data: bytes) -> tuple[Seen | None, list[Diagnostic]]:
        """What is drawn of a text; where nothing is, why."""
        with without_collector():
            reading = build.read(self.path, self.theme, draft=True, mode=self.mode, language=False, typed=data)
            if reading.layouts is not None:
                return seen(reading.layouts, self.pictures), []
        return None, [one for one in reading.diagnostics if one.severity is Severity.ERROR]

    async def _check(self, data: bytes) -> None:
        """Tell what the rules find in a text."""
        state = await self._in(self._worker, lambda: self._live.update(data))
        self._found = state.diagnostics
        if self.seen is not None and not self._state.broken:
            slides, findings = with_findings(self.seen.told, self._found, self.path.as_posix())
            self._publish(slides, (), findings, 0)

    def _new_frame(self, drawn: Seen, slides: tuple[wire.Slide, ...], findings: tuple[wire.Finding, ...]) -> bool:
        """Tell the whole state where a page cannot go on from the one before: other languages, title or size."""
        from slidekit.writers.typst import paper

        scenes = drawn.scenes
        size = paper(next(iter(scenes.values())).theme)
        titles = {lang: scene.show.title.plain for lang, scene in scenes.items()}
        locales = {lang: scene.show.locale for lang, scene in scenes.items()}
        old = self._state
        if (drawn.langs, locales, titles, size) == (old.langs, old.locales, old.title, old.size):
            return False
        self._state = wire.Deck(
            old.version + 1, self.path.name, drawn.langs, locales, titles, size, slides, (), findings
        )
        self.hub.tell("deck", self._state)
        return True

    def _publish(
        self,
        slides: tuple[wire.Slide, ...],
        broken: tuple[wire.Finding, ...],
        findings: tuple[wire.Finding, ...],
        at: int,
    ) -> None:
        """Tell what is new, if anything is."""
        from msgspec.structs import replace

        old = self._state
        new = tuple([one for number, one in enumerate(slides) if old.slides[number : number + 1] != (one,)])
        if not new and len(slides) == len(old.slides) and (broken, findings) == (old.broken, old.findings):
            return
        version = old.version + 1
        self._state = replace(old, version=version, slides=slides, broken=broken, findings=findings)
        self.hub.tell("change", wire.Change(version, new, len(slides), broken, findings, at))


def changed_line(before: bytes, after: bytes) -> int:
    """The first line that differs between two texts, from 1."""
    low, high = 0, min(len(before), len(after))
    if before[:high] == after[:high]:
        low = high
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return after.count(b"\n", 0, low) + 1
