"""Links to slides of the deck: their ids where one is typed, and what the slide is that a link leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from slidekit.editor.markup import literal
from slidekit.editor.offers import Offer
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.deck.model import Slide
    from slidekit.editor.client import Client
    from slidekit.editor.context import Place
    from slidekit.editor.document import Document

_BEGUN = re.compile(r"(?<!\\)\]\((#?[\w.-]*)$")
_OWN = re.compile(r"(#[\w.-]*)$")
_REST = re.compile(r"[\w.-]*")
MOST = 300
"""Ids that are offered at once."""


def begun(place: Place) -> int | None:
    """How far into what was typed a link to a slide begins, where the cursor is in one: `[the costs](#co`."""
    pattern = _OWN if _is_link(place) else _BEGUN
    found = pattern.search(place.before)
    return None if found is None else found.start(1)


def offers(document: Document, place: Place, client: Client, at: int) -> Iterator[Offer]:
    """Every slide that has an id."""
    rest = _REST.match(place.text, len(place.before))
    end = place.start + (rest.end() if rest else len(place.before))
    for name, detail, doc in _slides(document, client):
        yield Offer(
            name, text=name, kind=CompletionItemKind.Reference, detail=detail, doc=doc, start=place.start + at, end=end
        )


def whole(document: Document, place: Place, client: Client) -> Iterator[Offer]:
    """The same as the whole of `link:`: in quotes, for a plain `#` begins a comment."""
    if not place.text.strip():
        for name, detail, doc in _slides(document, client):
            text = name if place.style else f'"{name}"'
            yield Offer(name, text=text, kind=CompletionItemKind.Reference, detail=detail, doc=doc)


def of_slide(document: Document, name: str, client: Client) -> Iterator[str]:
    """What the slide is that a link leads to."""
    found = next((one for one in _known(document) if one[1].id == name), None)
    if found is not None:
        yield f"**#{literal(name, client.markdown)}**\n\n{client.say(_called(document, *found))}\n\n" + "\n".join(
            [f"- {lang}: {literal(words, client.markdown)}" for lang, words in _titles(document, found[1])]
        )


def _is_link(place: Place) -> bool:
    return "link" in place.path[-2:] and place.path[:1] == ("slides",)


def _slides(document: Document, client: Client) -> Iterator[tuple[str, str, str]]:
    """A link to each slide that has an id, what the slide is, its titles."""
    for _, (number, slide) in zip(range(MOST), _known(document), strict=False):
        titles = _titles(document, slide)
        first = f": {titles[0][1]}" if titles else ""
        doc = "\n\n".join([f"{lang}: {literal(words, client.docs_markdown)}" for lang, words in titles])
        yield f"#{slide.id}", client.say(_called(document, number, slide)) + first, doc


def _known(document: Document) -> Iterator[tuple[int, Slide]]:
    deck = document.state.deck
    return ((number, one) for number, one in enumerate(deck.slides if deck is not None else (), 1) if one.id)


def _called(document: Document, number: int, slide: Slide) -> Words:
    if slide.hidden:
        return tell("slide {number}, hidden", number=number)
    if slide.only == "en":
        return tell("slide {number}, in English only", number=number)
    if slide.only == "fr":
        return tell("slide {number}, in French only", number=number)
    return tell("slide {number}", number=number)


def _titles(document: Document, slide: Slide) -> list[tuple[str, str]]:
    """What a slide is called in each language that it has, the first language first."""
    from slidekit.show.voice import Voice

    deck = document.state.deck
    named = slide.title or slide.section
    if deck is None or named is None:
        return []
    said = [(locale[:2], Voice(deck, locale[:2]).plain(named)) for locale in deck.languages]
    return [(lang, words) for lang, words in said if words]
