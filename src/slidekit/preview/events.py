"""What happens, told to every page that listens: server-sent events, each encoded once a language."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from slidekit.locales import speaker
from slidekit.preview import wire
from slidekit.preview.succession import number_now

KEPT = 64
"""Events that a page may be behind; one that is further behind is told the whole state again."""
PULSE = 15.0
"""Seconds after which a page that has nothing to hear is told so, which finds out those that have gone."""
Lang = Literal["en", "fr"]
Name = Literal["deck", "change", "move"]


class Event:
    """One thing that happened."""

    def __init__(self, name: Name, what: wire.Deck | wire.Change | wire.Place) -> None:
        self.name = name
        self.what = what
        self._encoded: dict[Lang, bytes] = {}

    def encoded(self, lang: Lang) -> bytes:
        """The event as it is sent, its sentences in one language."""
        if lang not in self._encoded:
            self._encoded[lang] = b"event: %s\ndata: %s\n\n" % (self.name.encode(), in_json(self.what, lang))
        return self._encoded[lang]


def in_json(what: Struct, lang: Lang) -> bytes:
    """A record as JSON, the sentences of ours in it said in a language; JSON has no line break, nor has an event."""
    say = speaker(lang)
    return msgspec.json.encode(what, enc_hook=lambda one: str(say(one)) if isinstance(one, str) else "")


def _moved(place: wire.Place | None, moves: tuple[int, ...]) -> wire.Place | None:
    """A place after the deck was edited."""
    return None if place is None else replace(place, slide=number_now(moves, place.slide), version=0)


class Hub:
    """The events of one deck."""

    def __init__(self, whole: Callable[[], wire.Deck]) -> None:
        self._whole = whole
        self._log: deque[Event] = deque(maxlen=KEPT)
        self.told = 0
        """How many events there have been."""
        self.place: wire.Place | None = None
        """Where a page or the author went last."""
        self.presented: wire.Place | None = None
        """Where the presenter is: the author's cursor is no reason for the audience to follow."""
        self._news = asyncio.Condition()
        self.closed = False
        self.hearers: list[Callable[[wire.Change | wire.Place | wire.Deck], None]] = []
        """Told at once, before any page can ask for what is new."""
        self._tasks: set[asyncio.Task[None]] = set()
        self.pages = 0
        """How many pages listen, or have asked to."""

    def tell(self, name: Name, what: wire.Change | wire.Place | wire.Deck) -> None:
        """Tell all pages."""
        if isinstance(what, wire.Place):
            self.place = what
            if what.by != "editor":
                self.presented = what
        elif what.moved:
            self.place, self.presented = _moved(self.place, what.moved), _moved(self.presented, what.moved)
        if isinstance(what, wire.Deck):
            what = replace(what, presented=self.presented)
        for hear in self.hearers:
            hear(what)
        self._log.append(Event(name, what))
        self.told += 1
        self._wake()

    def join(self) -> None:
        """A page begins to listen."""
        self.pages += 1

    def leave(self) -> None:
        """A page listens no more."""
        self.pages -= 1

    def close(self) -> None:
        """Let all pages go."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        task = asyncio.ensure_future(self._notify())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _notify(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def follow(self, lang: Lang) -> AsyncIterator[bytes]:
        """The events as they are sent to a page."""
        yield b"retry: 500\n\n"
        async for event in self.listen():
            yield event.encoded(lang) if event is not None else b": still here\n\n"

    async def listen(self) -> AsyncIterator[Event | None]:
        """The whole state, then what happens, until the page or the server goes; `None` where nothing does."""
        heard = -1
        while not self.closed:
            missed, past = self.told - heard, heard < 0
            heard = self.told
            if missed > len(self._log):
                place = self.place  # it may be another when the page has taken the deck
                yield Event("deck", replace(self._whole(), presented=self.presented))
                if place is not None:
                    yield Event("move", replace(place, past=past))
            elif missed:
                for event in list(self._log)[-missed:]:
                    yield event
            elif not await self.news_after(heard):
                yield None

    async def news_after(self, heard: int) -> bool:
        """Wait for more than so many events; whether there are, before the pulse."""
        try:
            async with asyncio.timeout(PULSE), self._news:
                await self._news.wait_for(lambda: self.closed or self.told > heard)
        except TimeoutError:
            return False
        return True
