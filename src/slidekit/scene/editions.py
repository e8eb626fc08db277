"""Scenes that hold both languages: on every slide, or slide by slide in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from slidekit.scene.bilingual import both_maker
from slidekit.scene.bleeding import lies_on_picture
from slidekit.scene.boxes import SceneSlide, TextShape
from slidekit.scene.elements import Kit
from slidekit.scene.layout import Drawn, Feet, draw
from slidekit.scene.levels import settle
from slidekit.scene.plan import Plan, plan
from slidekit.scene.signposts import beside_twin, to_twin
from slidekit.scene.theme import Theme
from slidekit.show.editions import compose
from slidekit.show.pages import Edition, Page, Show
from slidekit.source.span import Span

if TYPE_CHECKING:
    from slidekit.scene.layout import Layouts

FOOT_SHARE = 0.48
"""Of the footer's room, each language's part; a slash stands between them."""


class Crowded(NamedTuple):
    """A slide that cannot hold both languages, though it holds each of them."""

    edition: Edition
    slide: int | None
    """Its number in `slides:`; `None` for the cover made from the deck's title."""
    span: Span
    """The slide's title."""


def in_turn(layouts: Layouts) -> tuple[Show, list[Drawn]]:
    """The very slides of both languages in turn, each with a link to the other."""
    first, second = layouts.shows.values()
    show = compose(first, second, "alternating")
    return show, [_alone(layouts, page) for page in show.pages]


class Together:
    """The plans of an edition whose slides hold both languages; a slide too full for that comes once in each."""

    def __init__(self, layouts: Layouts, edition: Edition) -> None:
        self._layouts, self._edition = layouts, edition
        first, second = self._shows = tuple(layouts.shows.values())
        langs = tuple(layouts.shows)
        one = Kit(layouts.theme, langs[:1])
        common = layouts.maker(langs)
        maker = both_maker(common, one, common.roles, halves=edition == "side-by-side")
        self._plans: dict[int, Plan] = {
            page.slide or 0: plan(maker, (page, page.twin), layouts.shows)
            for page in compose(first, second, edition).pages
            if page.twin is not None
        }
        self._full = {slide: own.problems() for slide, own in self._plans.items()}
        settle([own for slide, own in self._plans.items() if not self._full[slide]], layouts.theme.sizes.grown)

    @property
    def crowded(self) -> list[Crowded]:
        """The slides that come twice, but those that are too full in one language already."""
        alone = {own.pages[0].slide or 0: own for own in self._layouts.plans}
        return [
            Crowded(self._edition, slide or None, self._plans[slide].pages[0].title.span)
            for slide, problems in self._full.items()
            if problems and not alone[slide].problems()
        ]

    def drawn(self) -> tuple[Show, list[Drawn]]:
        """The show as it is in the end, and its slides."""
        apart = frozenset(slide or None for slide, problems in self._full.items() if problems)
        first, second = self._shows
        show = compose(first, second, self._edition, apart)
        feet = Feet(self._layouts.theme, first, FOOT_SHARE), Feet(self._layouts.theme, second, FOOT_SHARE)
        return show, [self._slide(page, feet) for page in show.pages]

    def _slide(self, page: Page, feet: tuple[Feet, Feet]) -> Drawn:
        if page.twin is None:
            return _alone(self._layouts, page)
        own = self._plans[page.slide or 0]
        slide = draw(own, own.langs[0], page, feet[0])
        other = feet[1].text(page.twin)
        return Drawn(own, replace(slide, other_footer=other if slide.footer and other != slide.footer else ""))


def _alone(layouts: Layouts, page: Page) -> Drawn:
    """A slide in one language, as that language's own edition has it; with a link to its twin, if it has one."""
    lang = page.locale[:2]
    known = layouts.drawn(lang)[page.slide or 0]
    if page.twin_number is None:
        return replace(known, slide=replace(known.slide, page=page))
    other = next(show for show in layouts.shows.values() if show.lang != lang)
    link = to_twin(layouts.theme, page, other.locale)
    if lies_on_picture(known.slide.shapes, link.box):
        link = replace(link, fill=layouts.theme.palette.paper)
    return replace(known, slide=_linked(layouts.theme, known.slide, page, link))


def _linked(theme: Theme, slide: SceneSlide, page: Page, link: TextShape) -> SceneSlide:
    shapes = tuple(
        [beside_twin(theme, one) if isinstance(one, TextShape) and one.role == "link" else one for one in slide.shapes]
    )
    return replace(slide, page=page, shapes=(*shapes, link))
