"""Finds a text in what the slides and their notes say; case and accents do not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from slidekit.preview.wire import Found, Hit, Words

LIMIT = 100
"""Places told at most: nobody reads more."""
BEFORE = 40
AFTER = 80
"""Characters told around a place."""
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u2010": "-", "œ": "oe", "æ": "ae"})
"""Signs that keyboards lack, and what is typed for them; the hyphen is what is left of one that does not break."""


def search(slides: Iterable[Words], text: str) -> Found:
    """Where a text stands, in the order of the slides."""
    wanted, _ = folded(text.strip())
    hits: list[Hit] = []
    if wanted:
        for slide in slides:
            for hit in _within(slide, wanted):
                if len(hits) == LIMIT:
                    return Found(tuple(hits), more=True)
                hits.append(hit)
    return Found(tuple(hits))


def _within(slide: Words, wanted: str) -> Iterator[Hit]:
    for lang, texts in slide.texts.items():
        for text in texts:
            yield from _hit(slide.number, lang, "slide", text.text, wanted, text.line, text.column)
    for lang, notes in slide.notes.items():
        for note in notes:
            yield from _hit(slide.number, lang, "notes", note, wanted, 0, 0)


def _hit(slide: int, lang: str, part: str, text: str, wanted: str, line: int, column: int) -> Iterator[Hit]:
    """The first place in one text."""
    plain, places = folded(text)
    at = plain.find(wanted)
    if at < 0:
        return
    begin, end = places[at], places[at + len(wanted) - 1] + 1
    while end < len(text) and combining(text[end]):
        end += 1
    before = text[max(0, begin - BEFORE) : begin]
    after = text[end : end + AFTER]
    if begin > BEFORE:
        before = f"…{before}"
    if len(text) > end + AFTER:
        after = f"{after}…"
    yield Hit(slide, lang, part, before, text[begin:end], after, line, column)


@lru_cache(maxsize=20_000)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without case and accents, every kind of space and quote alike, and where each of its signs was."""
    signs: list[str] = []
    places: list[int] = []
    for index, sign in enumerate(text):
        for one in normalize("NFKD", sign).casefold().translate(ALIKE):
            if combining(one):
                continue
            signs.append(" " if one.isspace() else one)
            places.append(index)
    return "".join(signs), tuple(places)
