"""From shows to scenes: every box placed and every size chosen, both languages deciding together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from slidekit.scene.blocks import Maker, roles
from slidekit.scene.boxes import Layout, Scene, SceneSlide, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.elements import Kit
from slidekit.scene.fit import FitProblem
from slidekit.scene.grounds import footer_boxes, layout
from slidekit.scene.metrics import SAFETY, face
from slidekit.scene.pictures import Picture
from slidekit.scene.plan import Plan, plan
from slidekit.scene.theme import Theme
from slidekit.show.pages import Page, Show

ELLIPSIS = "…"


class Layouts:
    """The plan of every slide, from which each language's scene is drawn."""

    def __init__(self, shows: Sequence[Show], theme: Theme, pictures: Mapping[str, Picture]) -> None:
        self._shows: dict[str, Show] = {show.lang: show for show in shows}
        self._theme = theme
        self._makers: dict[tuple[str, ...], Maker] = {}
        self._pictures = pictures
        self._layouts: dict[str, Layout] = {}
        self.plans: list[Plan] = [
            plan(self._maker(tuple(twins)), tuple(twins.values()), self._shows) for twins in _twins(shows)
        ]
        self.problems: tuple[FitProblem, ...] = tuple(problem for one in self.plans for problem in one.problems())

    def _maker(self, langs: tuple[str, ...]) -> Maker:
        if langs not in self._makers:
            kit = Kit(self._theme, langs)
            self._makers[langs] = Maker(kit, roles(kit), self._pictures)
        return self._makers[langs]

    def scene(self, lang: str) -> Scene:
        """What is drawn for one language."""
        show = self._shows[lang]
        footer, _, number = footer_boxes(self._theme)
        feet = _Feet(self._theme, footer.w, show)
        slides = tuple(self._slide(one, lang, feet) for one in self.plans if lang in one.langs)
        return Scene(
            show,
            self._theme,
            dict(sorted(self._layouts.items())),
            slides,
            footer,
            number,
            Type("body", self._theme.palette.muted, anchor="middle"),
        )

    @cached_property
    def scenes(self) -> dict[str, Scene]:
        """The scene of every language."""
        return {lang: self.scene(lang) for lang in self._shows}

    def _slide(self, one: Plan, lang: str, feet: _Feet) -> SceneSlide:
        shapes = one.shapes(lang)
        page = one.page(lang)
        texts = [shape for shape in shapes if isinstance(shape, TextShape)]
        name = one.layout_name(texts)
        if name not in self._layouts:
            self._layouts[name] = layout(self._theme, name, one.base, texts, one.first_sizes)
        return SceneSlide(page, name, tuple(shapes), feet.text(page) if self._layouts[name].footer else "")


class _Feet:
    """Footers: the talk's title and the section, cut where they do not fit."""

    def __init__(self, theme: Theme, width_mm: float, show: Show) -> None:
        self._face = face(theme.fonts.body)
        self._room = width_mm * PT_PER_MM * SAFETY / theme.sizes.footer
        self._title = show.title.plain.replace("\n", " ")
        self._known: dict[str, str] = {}

    def text(self, page: Page) -> str:
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


def lay_out(shows: Sequence[Show], theme: Theme, pictures: Mapping[str, Picture] | None = None) -> Layouts:
    """Lay out a talk; sizes are those at which all the shows given fit, so pass every language.

    `pictures` maps the paths in the deck to files that have been checked; a picture that is not
    in it is left out.
    """
    return Layouts(shows, theme, {} if pictures is None else pictures)
