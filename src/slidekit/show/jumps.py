"""Links from slide to slide: `[the costs](#costs)` leads to the slide whose `id:` is `costs`, in the same language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from slidekit.show.labels import labels
from slidekit.show.pages import Line, Page, Run
from slidekit.show.signs import NO_BREAK

Places: TypeAlias = Mapping[tuple[str, str], int]
"""Where each id leads, by the locale of the words that name it; with `""` where that locale has no such slide."""
Part = TypeVar("Part")


def is_jump(link: str | None) -> bool:
    """Whether a link leads to a slide of the same talk."""
    return link is not None and link.startswith("#")


def places(pages: Iterable[tuple[Page, int]]) -> Places:
    """Where each id leads, of pages and the number by which an output knows each; a page in both languages has both."""
    found: dict[tuple[str, str], int] = {}
    for page, place in pages:
        if page.id:
            for locale in (page.locale, page.twin.locale if page.twin is not None else "", ""):
                found.setdefault((page.id, locale), place)
    return found


def settled(part: Part, known: Places, locale: str) -> Part:
    """A slide, or a part of one, whose links to slides lead to places: `#costs` is `#12` then, and nothing if nowhere.

    What holds no such link is given back as it is.
    """
    if isinstance(part, tuple):
        parts = tuple([settled(one, known, locale) for one in part])
        same = all(one is other for one, other in zip(part, parts, strict=True))
        return part if same else parts  # type: ignore[return-value]
    if not isinstance(part, Struct):
        return part
    changes: dict[str, object] = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if name == "link":
            if is_jump(value):
                place = _place(value, known, part.locale if isinstance(part, Run) else locale)
                changes[name] = None if place is None else f"#{place}"
        elif isinstance(value, tuple | Struct) and (made := settled(value, known, locale)) is not value:
            changes[name] = made
    return replace(part, **changes) if changes else part


def place_of(link: str | None) -> int | None:
    """The place that a settled link leads to."""
    return int(link[1:]) if link is not None and link[:1] == "#" and link[1:].isdecimal() else None


def numbered(page: Page, numbers: Places) -> Page:
    """The page with notes that say which slide each of their links leads to, for those who read them on paper."""
    if not page.jumps:
        return page
    notes, others = _numbered(page.notes, numbers), _numbered(page.other_notes, numbers)
    return page if (notes, others) == (page.notes, page.other_notes) else replace(page, notes=notes, other_notes=others)


def _numbered(lines: Sequence[Line], numbers: Places) -> tuple[Line, ...]:
    made: list[Line] = []
    for line in lines:
        runs: list[Run] = []
        for link, group in groupby(line.runs, key=lambda run: run.link):
            runs += group
            number = _place(link, numbers, runs[-1].locale) if link is not None and is_jump(link) else None
            if number is not None:
                slide = labels(runs[-1].locale).slide.lower()
                runs.append(replace(runs[-1], text=f" ({slide}{NO_BREAK}{number})", math=""))
        made.append(line if len(runs) == len(line.runs) else replace(line, runs=tuple(runs)))
    return tuple(made)


def _place(link: str, known: Places, locale: str) -> int | None:
    return known.get((link[1:], locale), known.get((link[1:], "")))
