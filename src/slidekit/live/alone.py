"""One slide of a deck as it is laid out, without the deck: its section alone decides with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from slidekit.steps import laid_out

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.scene.pictures import Picture
    from slidekit.scene.plan import Plan
    from slidekit.scene.theme import Theme

MOST = 300
"""Slides of a section that are laid out for one question: 50 ms; in a longer one a slide is looked at by itself."""


class Section(NamedTuple):
    """The slides that agree on the size of their words, as they were last laid out."""

    deck: Deck
    theme: Theme
    pictures: Mapping[str, Picture]
    slides: range
    plans: Mapping[int, Plan]
    """By the numbers of the slides, from 1; 0 is the cover."""


class Alone:
    """The section that was last asked about."""

    def __init__(self) -> None:
        self._last: Section | None = None

    def plan(self, deck: Deck, theme: Theme, pictures: Mapping[str, Picture], number: int) -> Plan | None:
        """The plan of a slide; sizes are those that are drawn, boxes the whole room that there is."""
        slides, last = _section(deck, number), self._last
        if (
            last is None
            or not (last.deck is deck and last.theme is theme and last.pictures is pictures)
            or last.slides != slides
        ):
            plans = _plans(deck, theme, pictures, slides)
            self._last = last = Section(deck, theme, pictures, slides, plans)
        return last.plans.get(number)


def _section(deck: Deck, number: int) -> range:
    """The indexes of the slides of a section; of the cover none."""
    starts = [at for at, one in enumerate(deck.slides) if one.section is not None]
    first = max([at for at in starts if at < number], default=0)
    end = min([at for at in starts if at >= number], default=len(deck.slides))
    if number == 0:
        return range(0)
    return range(first, end) if end - first <= MOST else range(number - 1, number)


def _plans(deck: Deck, theme: Theme, pictures: Mapping[str, Picture], slides: range) -> Mapping[int, Plan]:
    from slidekit.scene.levels import settle

    part = replace(deck, slides=deck.slides[slides.start : slides.stop])
    plans = laid_out(part, theme, pictures, draft=False).plans
    boxes = [[placed.box for placed in one.placed] for one in plans]
    settle(plans, theme.sizes.grown)
    for one, own in zip(plans, boxes, strict=True):
        for placed, box in zip(one.placed, own, strict=True):
            placed.box = box  # where words are few they stand a little lower in it
    return {one.pages[0].slide + slides.start if one.pages[0].slide else 0: one for one in plans}
