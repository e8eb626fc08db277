"""What the audience's phones are told: the slide that is shown now and those shown before, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from slidekit.preview import wire
from slidekit.preview.preview import Preview
from slidekit.preview.succession import number_now


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
    slide: int = 0
    """Its number in the whole talk: the one at its foot, which the speaker sees, too."""
    title: dict[str, str] = {}
    pictures: dict[str, str] = {}
    texts: dict[str, tuple[Heard, ...]] = {}


class Audience:
    """What has been shown of a talk so far; slides that are hidden are not counted, and never told of."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._hub = preview.hub
        self._place = wire.Place(0)
        self._been: set[int] = set()
        """The slides that have been on, by the numbers that they have now."""
        self.listeners = 0
        self._told = (-1, b"")
        self._seen: tuple[int, frozenset[str]] = (-1, frozenset())
        self._hub.hearers.append(self._hear)

    def close(self) -> None:
        """Listen no more."""
        self._hub.hearers.remove(self._hear)

    def _hear(self, what: wire.Change | wire.Place | wire.Deck) -> None:
        """Where the speaker goes, and where slides go that have been on: numbers come and go, slides stay."""
        if not isinstance(what, wire.Place):
            if what.moved:
                self._been = {what.moved[number - 1] for number in self._been if number <= len(what.moved)} - {0}
                self._place = replace(self._place, slide=number_now(what.moved, self._place.slide))
        elif what.by != "editor":
            self._place = what
            if not self._hidden(what.slide):
                self._been.add(what.slide)

    def _hidden(self, slide: int) -> bool:
        slides = self._preview.whole().slides
        return not 1 <= slide <= len(slides) or slides[slide - 1].hidden

    def _open(self) -> list[wire.Slide]:
        """The slides that the audience may see."""
        slides = self._preview.whole().slides
        return [one for one in slides if not one.hidden and one.number in self._been]

    def pictures(self) -> frozenset[str]:
        """The keys of the pictures that the audience may see."""
        if self._seen[0] != self._hub.told:
            dark = self._place.slide if self._place.black else 0
            keys = frozenset(key for one in self._open() if one.number != dark for key in self._looks(one))
            self._seen = (self._hub.told, keys)
        return self._seen[1]

    def _looks(self, slide: wire.Slide) -> Iterator[str]:
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
        if not number:
            return frame
        slide = slides[number - 1]
        frame = replace(frame, slide=slide.number)
        if black:
            return frame
        pictures = self._pictures_of(slide)
        words = self._preview.words(slide.number, None if pictures == slide.pictures else self._place.step)
        heard = {
            lang: tuple([Heard(one.text, one.role) for one in found if one.text])
            for lang, found in ({} if words is None else words.texts).items()
        }
        return replace(frame, title=slide.title, pictures=pictures, texts=heard)

    async def follow(self) -> AsyncIterator[bytes]:
        """Server-sent events, each what is shown now, for as long as the page listens and the talk goes on."""
        last, heard = b"", -1
        yield b"retry: 1000\n\n"
        while not self._hub.closed:
            if heard != self._hub.told:
                heard = self._hub.told
                now = self._told_now()
                if now != last:
                    last = now
                    yield b"event: move\ndata: %s\n\n" % now
            elif not await self._hub.news_after(heard):
                yield b": still here\n\n"

    def _told_now(self) -> bytes:
        """What is shown now as JSON, made once for all who listen."""
        if self._told[0] != self._hub.told:
            self._told = (self._hub.told, msgspec.json.encode(self.now()))
        return self._told[1]
