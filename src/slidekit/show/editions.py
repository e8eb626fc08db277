"""Puts the shows of both languages together, as one of the five editions wants them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal

from msgspec.structs import replace

from slidekit.show.pages import Edition, Line, Page, Show

EDITIONS: tuple[Edition, ...] = ("en", "fr", "side-by-side", "stacked", "alternating")
NotesLang = Literal["own", "both", "en", "fr"]
"""Whose notes stand under a slide in one language: that language's, both, or always the same one's."""


def compose(first: Show, second: Show, edition: Edition, apart: Set[int | None] = frozenset()) -> Show:
    """The show of an edition. `first` is the show of the language that comes first.

    Side by side and stacked, slides of which `apart` holds the number in `slides:` (`None` for the cover)
    are not said in both languages at once, but once in each.
    """
    if edition in ("en", "fr"):
        return first if first.lang == edition else second
    if edition == "alternating":
        turns = [_in_turn(one, other) for one, other in _pairs(first, second)]
        return replace(first, edition=edition, pages=_numbered(turns), twin=second)
    made = [
        _in_turn(one, other, notes=True) if (one or other).slide in apart else [_together(one, other)]  # type: ignore[union-attr]
        for one, other in _pairs(first, second)
    ]
    return replace(first, edition=edition, pages=_numbered(made), twin=second)


def with_notes(show: Show, other: Show, which: NotesLang) -> Show:
    """The show with the notes that its speaker wants; `other` is the show in the other language.

    Slides in both languages have both languages' notes, whatever is wanted.
    """
    if which == "own":
        return show
    notes = {(page.slide, page.locale): page.notes for page in (*other.pages, *show.pages) if page.twin is None}
    jumping = {page.slide for page in (*other.pages, *show.pages) if page.jumps}
    locales = dict.fromkeys([*show.locales, other.locale])

    def noted(page: Page) -> Page:
        if page.twin is not None:
            return page
        by_lang = {locale[:2]: notes.get((page.slide, locale), ()) for locale in locales}
        others = tuple(line for lang, lines in by_lang.items() if lang != page.locale[:2] for line in lines)
        jumps = page.slide in jumping
        if which == "both":
            return replace(page, other_notes=others, jumps=jumps)
        return replace(page, notes=by_lang.get(which, ()), other_notes=(), jumps=jumps)

    return replace(show, pages=tuple(map(noted, show.pages)))


def _pairs(first: Show, second: Show) -> Iterator[tuple[Page | None, Page | None]]:
    """The same page in each language that has it, in the order of the talk."""
    ones = {page.slide or 0: page for page in first.pages}
    others = {page.slide or 0: page for page in second.pages}
    for slide in sorted(ones.keys() | others.keys()):
        yield ones.get(slide), others.get(slide)


def _together(one: Page | None, other: Page | None) -> Page:
    """A page in both languages; alone where a language leaves it out."""
    if one is None or other is None:
        return one or other  # type: ignore[return-value]
    twin = replace(other, twin_section=_differing(one.section, other.section))
    return replace(
        one,
        twin=twin,
        twin_section=_differing(other.section, one.section),
        other_notes=other.notes,
        jumps=one.jumps or other.jumps,
    )


def _in_turn(one: Page | None, other: Page | None, *, notes: bool = False) -> list[Page]:
    """A page in the first language, then in the second; both belong to one section, which the first begins."""
    if one is None or other is None:
        return [page for page in (one, other) if page is not None]
    return [
        replace(
            one,
            twin_section=_differing(other.section, one.section),
            other_notes=other.notes if notes else (),
            twin_number=1,
            jumps=one.jumps or other.jumps,
        ),
        replace(
            other,
            key=f"{other.key}-{other.locale[:2]}",
            starts_section=False,
            twin_section=_differing(one.section, other.section),
            other_notes=one.notes if notes else (),
            twin_number=0,
            jumps=one.jumps or other.jumps,
        ),
    ]


def _differing(name: Line | None, own: Line | None) -> Line | None:
    """A section's name, unless it is the same in the page's own language."""
    return None if name is None or not name.runs or (own is not None and name.plain == own.plain) else name


def _numbered(groups: list[list[Page]]) -> tuple[Page, ...]:
    """The pages with their numbers, each that has a twin with the twin's, and keys of their own."""
    made: list[Page] = []
    keys: set[str] = {page.key for group in groups for page in group[:1]}
    for group in groups:
        first = len(made) + 1
        for number, page in enumerate(group, first):
            key = page.key
            if number > first:
                while key in keys:
                    key += "-"
                keys.add(key)
            twin = None if page.twin is None else replace(page.twin, number=number, key=key)
            twin_number = None if page.twin_number is None else first + page.twin_number
            made.append(replace(page, number=number, key=key, twin=twin, twin_number=twin_number))
    return tuple(made)
