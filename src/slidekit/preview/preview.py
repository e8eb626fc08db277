"""One deck that is shown: its text comes in, pictures and findings go out to every page."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec.structs import replace

from slidekit.live import Live
from slidekit.preview import wire
from slidekit.preview.drawing import Pictures
from slidekit.preview.events import Hub
from slidekit.preview.searching import search
from slidekit.preview.slides import Seen, finding, seen, slide_at, with_findings
from slidekit.preview.succession import Sign, moved, number_now, signs
from slidekit.preview.words import words
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.nodes import without_collector
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.scene.theme import Mode

LANGS = ("en", "fr")
REST = 0.03
"""Seconds between the pictures and the rules about language, in which a page shows what it has fetched."""
PATIENCE = 0.2
"""Seconds that a page is given to fetch the pictures of the slide that was typed in."""
MOVES = 16
"""Edits after which a place that was told of an earlier version is still understood."""
Opener = Callable[[Path, int, int], str]
"""Takes the author to a line and a column of a file; gives back why not, or nothing."""
Result = TypeVar("Result")


class Shared(Protocol):
    """The talk on the audience's phones."""

    @property
    def url(self) -> str:
        """Its address on the local network."""

    @property
    def listeners(self) -> int:
        """How many phones follow."""

    def code(self) -> bytes:
        """The address as a QR code."""


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
        self.shared: Shared | None = None
        """Where phones may follow."""
        self.pictures = Pictures()
        self.hub = Hub(self.whole)
        self.data = b""
        """The text that was typed last."""
        self.seen: Seen | None = None
        """What is drawn: of the last text that could be."""
        self._live = live or Live(path, theme, mode)
        self._worker = worker or ThreadPoolExecutor(1, "slidekit-reader")
        self._own_worker = worker is None
        self._press = ThreadPoolExecutor(len(LANGS), "slidekit-press")
        self._drawing: dict[str, asyncio.Future[bytes | None]] = {}
        self._awaited: set[str] = set()
        """Pictures of the slide that was typed in which no page has fetched yet."""
        self._fetched = asyncio.Event()
        self._state = wire.Deck(0, path.name, (), {}, {}, (960.0, 540.0), ())
        self._signs: tuple[Sign, ...] = ()
        """By which its slides are known again."""
        self._moves: deque[tuple[int, tuple[int, ...]]] = deque(maxlen=MOVES)
        """Where slides went, by the version that it was in: a page may not have heard of it when it tells a place."""
        self._found: tuple[Diagnostic, ...] = ()
        self._shown = b""
        """The text of `seen`."""
        self._words: tuple[Seen, tuple[wire.Words, ...]] | None = None
        self.deck: Deck | None = None
        """The last that could be read."""
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._task = asyncio.ensure_future(self._run())

    def typed(self, data: bytes) -> None:
        """The deck's text is this now, saved or not."""
        self.data = data
        self._idle.clear()
        self._news.set()

    def forget(self) -> None:
        """Look again: a file beside the deck has changed, which `Live` sees by itself."""
        self._idle.clear()
        self._news.set()

    def lost(self, reason: str) -> None:
        """The deck cannot be read at all: its file is gone, or nobody may open it."""
        self._publish(self._state.slides, (wire.Finding("", "error", reason, "", 1, 1, ""),), self._state.findings, 0)
        if not self._news.is_set():
            self._idle.set()  # whoever waits for the text need not wait for one that never came

    def moved(self, line: int, column: int = 1) -> None:
        """The author's cursor is here: show that slide."""
        number = slide_at([slide.line for slide in self._state.slides], line)
        if number:
            self.hub.tell("move", wire.Place(number, by="editor"))

    def presented(self, place: wire.Place) -> None:
        """A page has gone to another slide, and the others follow; a place beyond the talk is left alone."""
        for version, moves in self._moves:
            if 0 < place.version < version:
                place = replace(place, slide=number_now(moves, place.slide))
        if 1 <= place.slide <= len(self._state.slides) and 0 <= place.step <= 1000:
            self.hub.tell("move", place)

    def open(self, file: str, line: int, column: int) -> str:
        """Take the author to a place in the deck, or in a file that a finding is in; why not, where that cannot be."""
        if self.on_open is None:
            return tell("no editor is known: name one with  --editor  or in SLIDEKIT_EDITOR")
        if not file:
            return self.on_open(self.path, line, column)
        if file not in {one.file for one in self._found}:
            return tell("no finding is in that file")
        return self.on_open(Path(file), line, column)

    def whole(self) -> wire.Deck:
        """All that a page shows."""
        return self._state

    async def settled(self) -> None:
        """Wait until the last text is drawn and checked."""
        await self._idle.wait()

    async def picture(self, key: str) -> bytes | None:
        """The picture of a key; `None` where no slide looks so."""
        known = self.pictures.known(key)
        if known is None:
            drawing = self._drawing.get(key) or self._start(key)
            known = await asyncio.shield(drawing)
        if key in self._awaited:
            self._awaited.discard(key)
            if not self._awaited:
                self._fetched.set()
        return known

    def _start(self, key: str) -> asyncio.Future[bytes | None]:
        """Draw a picture, once however many ask for it meanwhile."""
        drawing = asyncio.get_running_loop().run_in_executor(self._press, self.pictures.draw, key)
        self._drawing[key] = drawing
        drawing.add_done_callback(lambda _: self._drawing.pop(key, None))
        return drawing

    def words(self, number: int, step: int | None = None) -> wire.Words | None:
        """What a slide says, from 1 in the order shown, all or at a step; `None` where there is no such slide."""
        seen = self.seen
        return words(seen, number, step) if seen is not None and 1 <= number <= len(seen.slides) else None

    async def find(self, text: str) -> wire.Found:
        """Where a text stands on the slides and in their notes."""
        return await self._in(self._press, lambda: search(self._all_words(), text))

    def _all_words(self) -> tuple[wire.Words, ...]:
        seen = self.seen
        if seen is None:
            return ()
        if self._words is None or self._words[0] is not seen:
            self._words = (seen, tuple([words(seen, number + 1) for number in range(len(seen.slides))]))
        return self._words[1]

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
            try:
                await self._draw(data)
                if not self._news.is_set():
                    await self._rest()
                if not self._news.is_set():
                    await self._check(data)
            except Exception as error:  # noqa: BLE001 -- the next text may do, and the page tells of this one
                self.lost(tell("this text cannot be shown: {reason}", reason=repr(error)[:300]))
            if not self._news.is_set():
                self._idle.set()

    async def _rest(self) -> None:
        """Leave the machine to the page until it has fetched and drawn what it was told of."""
        if self._awaited and self.hub.pages:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._fetched.wait(), PATIENCE)
        await asyncio.sleep(REST)

    async def _draw(self, data: bytes) -> None:
        """Show the pictures of a text, the slide that was typed in first."""
        drawn, wrong, found = await self._in(self._worker, lambda: self._look(data))
        broken = tuple([finding(one, self.path.as_posix()) for one in wrong])
        if drawn is None:
            self._publish(self._state.slides, broken, self._state.findings, 0)
            return
        typed = data != self._shown
        lines = [slide.line for slide in drawn.told]
        at = slide_at(lines, changed_line(self._shown, data)) if self.seen and typed else 0
        moves = moved(self._signs, found) if typed else ()
        self._signs = found
        self.seen, self._shown = drawn, data
        slides, findings = with_findings(drawn.told, self._found, self.path.as_posix())
        self._awaited = set(drawn.told[at - 1].pictures.values()) if at else set()
        self._fetched.clear()
        for key in self._awaited:
            if self.pictures.known(key) is None and key not in self._drawing:
                self._start(key)
        if moves:
            self._moves.append((self._state.version + 1, moves))
        if not self._new_frame(drawn, slides, broken, findings, moves):
            self._publish(slides, broken, findings, at, typed, moves)

    def _look(self, data: bytes) -> tuple[Seen | None, list[Diagnostic], tuple[Sign, ...]]:
        """What is drawn of a text, why that is not all of it, or not of this text, and the signs of its slides.

        Where YAML gives up in the middle of a word, what is left of the deck is not what its author means.
        """
        draft = self._live.draft(data)
        if draft.layouts is None or (draft.torn and self.seen is not None):
            return None, list(draft.wrong), ()
        self.deck = draft.deck
        with without_collector():
            drawn = seen(draft.layouts, self.pictures)
            return drawn, list(draft.wrong) if draft.torn else [], signs(drawn, data)

    async def _check(self, data: bytes) -> None:
        """Tell what the rules find in a text."""
        state = await self._in(self._worker, lambda: self._live.update(data))
        if self.seen is not None and self._shown == data:
            self._found = state.diagnostics
            slides, findings = with_findings(self.seen.told, self._found, self.path.as_posix())
            self._publish(slides, self._state.broken, findings, 0)

    def _new_frame(
        self,
        drawn: Seen,
        slides: tuple[wire.Slide, ...],
        broken: tuple[wire.Finding, ...],
        findings: tuple[wire.Finding, ...],
        moves: tuple[int, ...],
    ) -> bool:
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
            old.version + 1, self.path.name, drawn.langs, locales, titles, size, slides, broken, findings
        )
        self.hub.tell("deck", replace(self._state, moved=moves))
        return True

    def _publish(
        self,
        slides: tuple[wire.Slide, ...],
        broken: tuple[wire.Finding, ...],
        findings: tuple[wire.Finding, ...],
        at: int,
        typed: bool = False,
        moves: tuple[int, ...] = (),
    ) -> None:
        """Tell what is new, if anything is; words that were typed are, though no picture shows them."""
        old = self._state
        new = tuple([one for number, one in enumerate(slides) if old.slides[number : number + 1] != (one,)])
        if (
            not typed
            and not new
            and len(slides) == len(old.slides)
            and (broken, findings) == (old.broken, old.findings)
        ):
            return
        version = old.version + 1
        self._state = replace(old, version=version, slides=slides, broken=broken, findings=findings)
        self.hub.tell("change", wire.Change(version, new, len(slides), broken, findings, at, moves))


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
