"""From shows to scenes: every box placed and every size chosen, both languages deciding together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidekit.scene.again import Memory, memory_of
from slidekit.scene.blocks import Maker, roles
from slidekit.scene.boxes import Layout, Scene, SceneSlide, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.elements import Kit
from slidekit.scene.fit import FitProblem
from slidekit.scene.grounds import footer_boxes, has_footer, layout
from slidekit.scene.levels import settle
from slidekit.scene.metrics import SAFETY, face
from slidekit.scene.pictures import Picture
from slidekit.scene.plan import Plan, plan
from slidekit.scene.theme import Theme
from slidekit.show.pages import Edition, Page, Show

if TYPE_CHECKING:
    from slidekit.scene.editions import Crowded, Together
    from slidekit.show.editions import NotesLang

ELLIPSIS = "…"


class Drawn(Struct, frozen=True, gc=False):
    """A slide, and the plan that it was drawn by."""

    plan: Plan
    slide: SceneSlide


class Layouts:
    """The plan of every slide, from which the scene of each edition is drawn."""

    def __init__(
        self, shows: Sequence[Show], theme: Theme, pictures: Mapping[str, Picture], before: Layouts | None = None
    ) -> None:
        self.shows: dict[str, Show] = {show.lang: show for show in shows}
        """By language, the one that comes first at the front."""
        self.theme = theme
        self._makers: dict[tuple[str, ...], Maker] = {}
        self._pictures = pictures
        self._drawn: dict[str, dict[int, Drawn]] = {}
        self._together: dict[Edition, Together] = {}
        self._known = memory_of(before, theme, pictures)
        self.plans: list[Plan] = [self._plan(tuple(twins), tuple(twins.values())) for twins in _twins(shows)]
        self.memory: Memory | None = None
        """What the next layout of the talk may take over, once asked for with `remember`."""
        self._settled = False
        self.problems: tuple[FitProblem, ...] = tuple(problem for one in self.plans for problem in one.problems())

    def _plan(self, langs: tuple[str, ...], pages: tuple[Page, ...]) -> Plan:
        known = self._known.fresh(langs, pages) if self._known is not None else None
        return plan(self.maker(langs), pages, self.shows) if known is None else known

    def remember(self) -> None:
        """Keep what the next layout may take over; before anything is drawn."""
        self.memory = Memory(self.theme, self._pictures, self.plans)

    def maker(self, langs: tuple[str, ...]) -> Maker:
        """What makes the elements of slides that these languages have."""
        if langs not in self._makers:
            kit = Kit(self.theme, langs)
            self._makers[langs] = Maker(kit, roles(kit), self._pictures)
        return self._makers[langs]

    def scene(self, edition: Edition, notes: NotesLang = "own") -> Scene:
        """What is drawn for an edition; `notes` says whose notes stand under slides in one language."""
        if not self._settled:  # a check draws nothing, and what fits still fits
            settle(self.plans, self.theme.sizes.grown)
            self._settled = True
            if self.memory is not None:
                self.memory.settled()
        if edition in ("en", "fr"):
            show, drawn = self.shows[edition], list(self.drawn(edition).values())
        elif edition == "alternating":
            from slidekit.scene import editions

            show, drawn = editions.in_turn(self)
        else:
            show, drawn = self.together(edition).drawn()
        if notes != "own":
            from slidekit.show.editions import with_notes

            show = with_notes(show, next(one for one in self.shows.values() if one.lang != show.lang), notes)
            pages = zip(drawn, show.pages, strict=True)
            drawn = [replace(one, slide=replace(one.slide, page=page)) for one, page in pages]
        return self._scene(show, drawn)

    def together(self, edition: Edition) -> Together:
        """The plans of an edition whose slides hold both languages."""
        if edition not in self._together:
            from slidekit.scene.editions import Together

            self._together[edition] = Together(self, edition)
        return self._together[edition]

    def crowded(self, editions: Sequence[Edition]) -> list[Crowded]:
        """The slides that cannot hold both languages, though they hold each, in editions that want both."""
        both = [one for one in editions if one in ("side-by-side", "stacked")]
        return [one for edition in both for one in self.together(edition).crowded]

    def drawn(self, lang: str) -> dict[int, Drawn]:
        """Every slide in one language, by its number in `slides:`, 0 for the cover made from the deck's title."""
        if lang not in self._drawn:
            feet = Feet(self.theme, self.shows[lang])
            title, known = self.shows[lang].title.plain, self._known
            self._drawn[lang] = {
                one.pages[0].slide or 0: (known.slide(lang, title, one) if known is not None else None)
                or Drawn(one, draw(one, lang, one.page(lang), feet))
                for one in self.plans
                if lang in one.langs
            }
            if self.memory is not None:
                self.memory.drawn[lang], self.memory.titles[lang] = self._drawn[lang], title
        return self._drawn[lang]

    def forget(self) -> None:
        """Let go of slides that have been drawn, which a large deck has no memory for; they can be drawn again."""
        self._drawn.clear()
        self._together.clear()

    def _scene(self, show: Show, drawn: Sequence[Drawn]) -> Scene:
        """Slides put together, with the layouts that they use: each as the first slide that uses it needs it."""
        if any(page.jumps for page in show.pages):
            show, drawn = _numbered(show, drawn)
        footer, _, number = footer_boxes(self.theme)
        layouts: dict[str, Layout] = {}
        for one in drawn:
            if one.slide.layout not in layouts:
                texts = [shape for shape in one.slide.shapes if isinstance(shape, TextShape)]
                stand = one.plan.stand
                if stand is not None:
                    layouts[stand.layout.name] = stand.layout
                    continue
                made = layout(self.theme, one.slide.layout, one.plan.base, texts, one.plan.first_sizes)
                layouts[made.name] = made
        return Scene(
            show,
            self.theme,
            dict(sorted(layouts.items())),
            tuple([one.slide for one in drawn]),
            footer,
            number,
            Type("body", self.theme.palette.muted, anchor="middle"),
        )


def _numbered(show: Show, drawn: Sequence[Drawn]) -> tuple[Show, list[Drawn]]:
    """The talk with notes that say the numbers of the slides that they lead to."""
    from slidekit.show.jumps import numbered, places

    numbers = places((page, page.number) for page in show.pages)
    pages = tuple([numbered(page, numbers) for page in show.pages])
    slides = []
    for one in drawn:  # a slide that nothing is said of stays the very same
        page = numbered(one.slide.page, numbers)
        slides.append(one if page is one.slide.page else replace(one, slide=replace(one.slide, page=page)))
    return replace(show, pages=pages), slides


def draw(one: Plan, lang: str, page: Page, feet: Feet) -> SceneSlide:
    """A slide as its plan has it."""
    shapes = one.shapes(lang)
    texts = [shape for shape in shapes if isinstance(shape, TextShape)]
    footer = has_footer(one.base)
    if one.stand is not None:
        from slidekit.scene.corporate import seated

        shapes, footer = seated(shapes, one.stand), one.stand.layout.footer
    return SceneSlide(page, one.layout_name(texts), tuple(shapes), feet.text(page) if footer else "")


class Feet:
    """Footers: the talk's title and the section, cut where they do not fit."""

    def __init__(self, theme: Theme, show: Show, share: float = 1.0) -> None:
        self._face = face(theme.fonts.body)
        self._room = footer_boxes(theme)[0].w * share * PT_PER_MM * SAFETY / theme.sizes.footer
        self._title = show.title.plain.replace("\n", " ")
        self._known: dict[str, str] = {}

    def text(self, page: Page) -> str:
        """What stands at the foot of a page."""
        section = page.section.plain.replace("\n", " ") if page.section else ""
        if section not in self._known:
            whole = f"{self._title}  ·  {section}" if section else self._title
            while self._face.advance(whole) > self._room:
                whole = whole.rstrip(ELLIPSIS)[:-1].rstrip() + ELLIPSIS
            self._known[section] = whole
        return self._known[section]


def _twins(shows: Sequence[Show]) -> Iterator[dict[str, Page]]:
    """The same page in every language that has it, in the order of the talk."""
    if len(shows) == 1:
        for page in shows[0].pages:
            yield {shows[0].lang: page}
        return
    pages: dict[int, dict[str, Page]] = {}
    for show in shows:
        for page in show.pages:
            pages.setdefault(page.slide or 0, {})[show.lang] = page
    yield from (pages[slide] for slide in sorted(pages))


def lay_out(
    shows: Sequence[Show],
    theme: Theme,
    pictures: Mapping[str, Picture] | None = None,
    before: Layouts | None = None,
) -> Layouts:
    """Lay out a talk; sizes are those at which all the shows given fit, so pass every language.

    `pictures` maps the paths in the deck to files that have been checked; a picture that is not
    in it is left out. What has not changed since `before`, if that remembers, is taken over from it.
    """
    return Layouts(shows, theme, {} if pictures is None else pictures, before)
