"""What the audience's phones are told: the slide that is shown now and those shown before, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import msgspec
from msgspec import Struct

from slidekit.preview import wire
from slidekit.preview.events import PULSE
from slidekit.preview.preview import Preview


class Heard(Struct, frozen=True, gc=False):
    """A text of a slide, as screen readers read it."""

    text: str
    role: str


class Shown(Struct, frozen=True, gc=False):
    """A slide as the audience may see it: no notes, no findings, no place in a file."""

    number: int
    """Among the slides that are shown, from 1; 0 before the talk begins."""
    furthest: int
    """How far the talk has come: one may go back, and forth again up to here."""
    langs: tuple[str, ...]
    locales: dict[str, str]
    talk: dict[str, str]
    """The talk's title."""
    size: tuple[float, float]
    black: bool = False
    """Whether the speaker has darkened the screen: then there is no picture and no text."""
    title: dict[str, str] = {}
    pictures: dict[str, str] = {}
    texts: dict[str, tuple[Heard, ...]] = {}


class Audience:
    """What has been shown of a talk so far; slides that are hidden are not counted, and never told of."""

    def __init__(self, preview: Preview, ahead: bool = False) -> None:
        self._preview = preview
        self._ahead = ahead
        """Whether slides that are still to come may be looked at, too."""
        self._place = wire.Place(0)
        self._been: set[int] = set()
        """The numbers of the slides that have been on."""
        self.listeners = 0
        self._news = asyncio.Condition()
        self._version = 0
        self._told = (-1, b"")
        self._task = asyncio.ensure_future(self._follow())

    async def close(self) -> None:
        """Listen no more."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        async with self._news:
            self._version = -1
            self._news.notify_all()

    async def _follow(self) -> None:
        async for event in self._preview.hub.listen():
            if event is None:
                continue
            place = event.what
            if isinstance(place, wire.Place):
                if place.by == "editor":
                    continue
                self._place = place
                if not self._hidden(place.slide):
                    self._been.add(place.slide)
            async with self._news:
                self._version += 1
                self._news.notify_all()

    def _hidden(self, slide: int) -> bool:
        slides = self._preview.whole().slides
        return not 1 <= slide <= len(slides) or slides[slide - 1].hidden

    def _open(self) -> list[wire.Slide]:
        """The slides that the audience may see."""
        slides = self._preview.whole().slides
        return [one for one in slides if not one.hidden and (self._ahead or one.number in self._been)]

    def pictures(self) -> frozenset[str]:
        """The keys of the pictures that the audience may see."""
        dark = self._place.slide if self._place.black else 0
        return frozenset(key for one in self._open() if one.number != dark for key in self._seen(one))

    def _seen(self, slide: wire.Slide) -> Iterator[str]:
        """The keys of all that a slide has looked like so far: a phone may be a point or two behind."""
        yield from self._pictures_of(slide).values()
        shown = self._place.step if slide.number == self._place.slide else slide.steps
        for keys in slide.builds.values():
            yield from keys[: shown + 1]

    def _pictures_of(self, slide: wire.Slide) -> dict[str, str]:
        """A slide's pictures; while its points come one after another, as far as they have come."""
        step = self._place.step
        if slide.number != self._place.slide or step >= slide.steps or not slide.builds:
            return slide.pictures
        return {lang: keys[step] if step < len(keys) else slide.pictures[lang] for lang, keys in slide.builds.items()}

    def now(self) -> Shown:
        """What is shown at this moment; while a hidden slide is on, the one before it."""
        number = sum(one.number <= self._place.slide for one in self._open()) if self._place.slide else 0
        return self._shown(number, self._place.black)

    def earlier(self, number: int) -> Shown | None:
        """A slide that has been shown, by its number among these; `None` of any other."""
        if not 1 <= number <= len(self._open()):
            return None
        return self._shown(number, self._place.black and number == self.now().number)

    def _shown(self, number: int, black: bool) -> Shown:
        deck, slides = self._preview.whole(), self._open()
        frame = Shown(number, len(slides), deck.langs, deck.locales, deck.title, deck.size, black)
        if not number or black:
            return frame
        slide = slides[number - 1]
        pictures = self._pictures_of(slide)
        words = self._preview.words(slide.number, None if pictures == slide.pictures else self._place.step)
        heard = {
            lang: tuple([Heard(one.text, one.role) for one in found if one.text])
            for lang, found in ({} if words is None else words.texts).items()
        }
        return msgspec.structs.replace(frame, title=slide.title, pictures=pictures, texts=heard)

    async def follow(self) -> AsyncIterator[bytes]:
        """Server-sent events, each what is shown now, for as long as the page listens and the talk goes on."""
        self.listeners += 1
        last, seen = b"", -2
        try:
            yield b"retry: 1000\n\n"
            while self._version >= 0:
                if seen != self._version:
                    seen = self._version
                    now = self._told_now()
                    if now != last:
                        last = now
                        yield b"event: move\ndata: %s\n\n" % now
                elif not await self._changed(seen):
                    yield b": still here\n\n"
        finally:
            self.listeners -= 1

    def _told_now(self) -> bytes:
        """What is shown now as JSON, made once for all who listen."""
        if self._told[0] != self._version:
            self._told = (self._version, msgspec.json.encode(self.now()))
        return self._told[1]

    async def _changed(self, seen: int) -> bool:
        try:
            async with asyncio.timeout(PULSE), self._news:
                await self._news.wait_for(lambda: self._version != seen)
        except TimeoutError:
            return False
        return True
