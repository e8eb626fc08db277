"""What stands on each sheet of notes: whose slides on top, whose notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from slidekit.scene.boxes import Scene, SceneSlide
from slidekit.show.jumps import Places, places, settled
from slidekit.show.pages import Line, Page
from slidekit.writers.typst import document


class Drawn(NamedTuple):
    """A slide on top of a sheet."""

    column: int
    """0 at the left."""
    scene: Scene
    slide: SceneSlide
    level: int
    """Of its title's heading."""


class Notes(NamedTuple):
    """What is said in one language, a paragraph a line."""

    locale: str
    lines: tuple[Line, ...]


class Sheet(NamedTuple):
    """One slide, or the same slide in both languages."""

    slides: tuple[Drawn, ...]
    pages: tuple[Page, ...]
    """A page for each language that the sheet is in."""
    notes: tuple[Notes, ...]


def singles(scene: Scene) -> Iterator[Sheet]:
    """A sheet for each slide; its notes in two columns where both languages' are there."""
    for slide, level in document.shown(scene):
        page = slide.page
        pages = (page,) if page.twin is None else (page, page.twin)
        yield Sheet((Drawn(0, scene, slide, level),), pages, _notes(page, scene.show.locale))


def pairs(scene: Scene, halves: Sequence[Scene]) -> Iterator[Sheet]:
    """A sheet for the same slide in both languages, each language's own slide in its column."""
    known = [{slide.page.slide: slide for slide in half.slides} for half in halves]
    for number, group in groupby(document.shown(scene), key=lambda one: one[0].page.slide):
        found = list(group)
        level = found[0][1]
        pages = [page for slide, _ in found for page in (slide.page, slide.page.twin) if page is not None]
        notes = list(_notes(found[0][0].page, scene.show.locale))
        if len(pages) < 2 or len(found) > 1:
            own = {slide.page.locale: slide.page.notes for slide, _ in found}
            notes = [Notes(half.show.locale, own.get(half.show.locale, ())) for half in halves]
        spoken = {page.locale for page in pages}
        slides = [
            Drawn(column, half, known[column][number], level)
            for column, half in enumerate(halves)
            if half.show.locale in spoken and number in known[column]
        ]
        yield Sheet(tuple(slides), tuple(pages), tuple(notes))


def joined(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with links to slides that lead to the sheet of each, counted from 1."""
    known = places((page, at) for at, sheet in enumerate(sheets, 1) for page in sheet.pages)
    return [_joined(one, known) if any(page.jumps for page in one.pages) else one for one in sheets]


def _joined(sheet: Sheet, known: Places) -> Sheet:
    locale = sheet.pages[0].locale
    return Sheet(
        tuple([one._replace(slide=settled(one.slide, known, locale)) for one in sheet.slides]),
        settled(sheet.pages, known, locale),
        tuple([one._replace(lines=settled(one.lines, known, one.locale)) for one in sheet.notes]),
    )


def _notes(page: Page, locale: str) -> tuple[Notes, ...]:
    own = Notes(_spoken(page.notes, page.locale or locale), page.notes)
    if page.twin is not None:
        return own, Notes(page.twin.locale, page.other_notes)
    if page.other_notes:
        return own, Notes(_spoken(page.other_notes, own.locale), page.other_notes)
    return (own,)


def _spoken(lines: Sequence[Line], default: str) -> str:
    """The locale of notes, which may be another than their slide's."""
    return next((run.locale for line in lines for run in line.runs), default)
