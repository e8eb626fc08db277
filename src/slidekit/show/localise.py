"""Turns a deck into the show of one language: what is said, slide by slide."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec.structs import replace

from slidekit.deck.model import Deck, Slide
from slidekit.show import naming
from slidekit.show.blocks import blocks
from slidekit.show.jumps import is_jump
from slidekit.show.pages import Block, Line, Page, Show, Subtitle
from slidekit.show.signs import date_in_words
from slidekit.show.voice import Voice


def localise(deck: Deck, lang: Literal["en", "fr"], *, draft: bool = False) -> Show:
    """The deck in one language.

    Slides meant `only:` for the other language are left out, hidden ones stay. A text that is
    missing is an empty line, or in a draft a mark and the other language's words.
    """
    voice = Voice(deck, lang, draft=draft)
    title = voice.line(deck.title, "title")
    subtitle = voice.optional(deck.subtitle, "subtitle")
    author = voice.optional(deck.author, "author")
    written = [(n, slide) for n, slide in enumerate(deck.slides, 1) if slide.only in (None, lang)]
    pages = _Pages(voice, {slide.id for _, slide in written if slide.id}, deck.transition)
    if not (written and written[0][1].layout == "title"):
        pages.cover(title, subtitle)
    for number, slide in written:
        pages.add(number, slide)
    return Show(
        lang=lang,
        locale=voice.locale,
        title=title,
        subtitle=subtitle,
        author=author,
        date=_date(deck.date, voice.locale),
        pages=pages.all(),
        draft=draft,
        edition=lang,
    )


def _date(day: str | None, locale: str) -> str:
    """The deck's date in words; as typed where it is no date."""
    if day is None:
        return ""
    try:
        return date_in_words(date.fromisoformat(day), locale)
    except ValueError:
        return day


class _Pages:
    """The pages made so far, with what each hands on to the next."""

    def __init__(self, voice: Voice, ids: set[str], transition: str | None) -> None:
        self.made: list[Page] = []
        self._usual = transition
        self._voice = voice
        self._ids = ids
        self._keys = set(ids)
        self._section: Line | None = None
        self._start: int | None = 0

    def all(self) -> tuple[Page, ...]:
        """The pages, those that lead to another one with its title."""
        titles = {f"#{page.id}": page.title.plain.replace("\n", " ") for page in self.made if page.id}
        return tuple(
            [replace(page, leads=titles.get(page.link, "")) if page.link and is_jump(page.link) else page
             for page in self.made]
        )  # fmt: skip

    def _transition(self, own: str | None) -> str:
        """How a slide comes in: as it says itself, else as all of them do."""
        wanted = own or self._usual
        return wanted if wanted and wanted != "none" else ""

    def cover(self, title: Line, subtitle: Line | None) -> None:
        """Page 1 from the deck's own title."""
        said: tuple[Block, ...] = (Subtitle(subtitle),) if subtitle is not None else ()
        untitled = not title.runs
        if untitled:
            title = naming.hidden_title((), None, 1, self._voice.locale, title)
        self.made.append(
            Page(
                number=1, slide=None, key=self._key("cover"), layout="title", title=title, title_shown=not untitled,
                blocks=said, notes=(), section=None, starts_section=False, hidden=False, seconds=None,
                start=0, at=None, link=None, span=title.span, locale=self._voice.locale,
                transition=self._transition(None), jumps=self._voice.jumps > 0,
            )
        )  # fmt: skip

    def add(self, number: int, slide: Slide) -> None:
        """The next page, from a slide of the deck."""
        voice, path = self._voice, f"slides.{number}"
        jumps = voice.jumps
        if slide.section is not None:
            self._section = voice.line(slide.section, f"{path}.section")
        said = blocks(slide.blocks, voice, path) if slide.blocks else ()
        if slide.build:
            said = naming.all_built(said)
        layout = naming.layout(slide)
        title, shown = self._title(slide, layout, said, path)
        notes = self._notes(slide, f"{path}.notes")
        link = voice.address(slide.link) if slide.link is not None else None
        key = self._id(slide, number)
        self.made.append(
            Page(
                number=len(self.made) + 1,
                slide=number,
                key=key,
                layout=layout,
                title=title,
                title_shown=shown,
                blocks=said,
                notes=notes,
                section=self._section,
                starts_section=slide.section is not None,
                hidden=slide.hidden,
                seconds=slide.time,
                start=self._start,
                at=slide.at,
                link=link,
                span=slide.span,
                locale=voice.locale,
                built=naming.built(said),
                transition=self._transition(slide.transition),
                id=key if key == slide.id else "",
                jumps=voice.jumps > (0 if layout == "title" else jumps) or is_jump(link),
            )
        )
        self._start = self._after(slide, layout)

    def _title(self, slide: Slide, layout: str, said: tuple[Block, ...], path: str) -> tuple[Line, bool]:
        """The page's title and whether it is drawn."""
        line = self._voice.optional(slide.title, f"{path}.title")
        if line is not None and line.runs:
            return line, True
        if slide.title is None and slide.section is not None and layout == "section":
            assert self._section is not None
            if self._section.runs:
                return self._section, True
        blank = line or Line((), slide.span, f"{path}.title")
        number = len(self.made) + 1
        return naming.hidden_title(said, self._section, number, self._voice.locale, blank), False

    def _notes(self, slide: Slide, path: str) -> tuple[Line, ...]:
        """What is said over the slide; no paragraph where there is nothing to say."""
        if slide.notes is None:
            return ()
        lines = self._voice.lines(slide.notes, path)
        return lines if lines[0].runs else ()

    def _after(self, slide: Slide, layout: str) -> int | None:
        """Seconds planned up to the next page; dividers that say no time take none, hidden slides never do."""
        if self._start is None or slide.hidden:
            return self._start
        if slide.time is None:
            return self._start if layout in ("title", "section") else None
        return self._start + slide.time

    def _id(self, slide: Slide, number: int) -> str:
        """The slide's own `id:`, the first time it comes, else its number."""
        if slide.id in self._ids:
            self._ids.remove(slide.id)
            return slide.id
        return self._key(f"slide-{number}")

    def _key(self, wanted: str) -> str:
        """A key that no slide's own `id:` has."""
        while wanted in self._keys:
            wanted += "-"
        self._keys.add(wanted)
        return wanted
