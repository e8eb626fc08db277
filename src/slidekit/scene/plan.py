"""The plan of one slide: which elements it has, at which step of size, in which boxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from slidekit.scene import spoken
from slidekit.scene.bleeding import bled
from slidekit.scene.blocks import Maker
from slidekit.scene.boxes import Art, Box, Inset, Placeholder, Shape, TextShape, Type, twin_of
from slidekit.scene.elements import Element, Role, TextElement
from slidekit.scene.fit import FitProblem
from slidekit.scene.flow import Stack, best_level, text_elements
from slidekit.scene.grounds import (
    NIGHT,
    content_box,
    hidden_title_box,
    night_places,
    stand_of,
    title_type,
    worn,
)
from slidekit.scene.naming import BY, META, SUBTITLE, TAKEAWAY, name_of
from slidekit.scene.signposts import read_on
from slidekit.scene.theme import Theme
from slidekit.show import pages
from slidekit.show.pages import Line, Page, Run, Show

if TYPE_CHECKING:
    from slidekit.scene.corporate import Stand

TAKEAWAY_INSET = Inset(8, 2.6, 5, 2.6)
TAKEAWAY_BAR_MM = 1.6
TAKEAWAY_LEAST = 0.75
"""No takeaway is made smaller than this share of its first size to save a line."""
TAKEAWAY_MOST_MM = 34.0
"""The highest bar: three lines at the theme's minimum. More is no takeaway."""

FOOT_MOST_MM = 26.0
"""The most that a subtitle or an attribution may take of the slide's height."""


class Placed(Struct):
    """An element, its step and its box; `dress` adds fills and decorations to its shapes."""

    element: Element
    level: int
    box: Box
    dress: Callable[[list[Shape]], list[Shape]] | None = None


class Plan(Struct):
    """One slide in every language that has it."""

    base: str
    langs: tuple[str, ...]
    pages: tuple[Page, ...]
    placed: list[Placed] = field(default_factory=list)
    links: tuple[TextShape | None, ...] = ()
    first_sizes: dict[int, float] = field(default_factory=dict)
    """The largest size of each placeholder by idx: what its layout shows."""
    stand: Stand | None = None
    """The layout of a template that the slide stands on, if it stands on one."""

    def page(self, lang: str) -> Page:
        """The page in one language."""
        return self.pages[self.langs.index(lang)]

    def shapes(self, lang: str) -> list[Shape]:
        """What is drawn in one language, in reading order."""
        side = self.langs.index(lang)
        found: list[Shape] = []
        for one in self.placed:
            shapes = one.element.place(one.level, one.box, side)
            found += one.dress(shapes) if one.dress else shapes
        if spoken.apart(blocks := self.pages[side].blocks):
            found = spoken.in_order(found, blocks)
        link = self.links[side] if self.links else None
        return [*found, link] if link else found

    def problems(self) -> list[FitProblem]:
        """What does not fit."""
        return [problem for one in self.placed for problem in one.element.problems(one.level, one.box)]

    def seat(self, element: TextElement, placeholder: Placeholder) -> None:
        """Give a text its placeholder, and the text that stands beside it in the second language that one's twin."""
        element.placeholder = placeholder
        for idx in (placeholder.idx, twin_of(placeholder).idx):
            self.first_sizes[idx] = element.role.steps[0]

    def layout_name(self, texts: list[TextShape]) -> str:
        """The base layout, and what sets this slide's placeholders apart from its usual ones."""
        if self.stand is not None:
            return self.stand.layout.name
        return name_of(self.base, texts)


def plan(maker: Maker, twins: tuple[Page, ...], shows: Mapping[str, Show]) -> Plan:
    """Choose boxes and sizes for one slide."""
    base = twins[0].layout
    if base == "content" and not any(page.blocks for page in twins):
        base = "title-only"
    if base == "quote" and not any(isinstance(block, pages.Quote) for block in twins[0].blocks):
        base = "content"
    if stand_of(maker.kit.theme) is not None:
        from slidekit.scene.corporate import dressed

        maker = dressed(maker, base, twins)
    made = Plan(base, maker.kit.langs, twins, stand=stand_of(maker.kit.theme))
    if base in NIGHT:
        _night(made, maker.at_night(), [shows[lang] for lang in maker.kit.langs])
    else:
        _paper(made, maker)
    if base not in NIGHT:
        both = (twins,) if twins[0].twin is not None else tuple((page,) for page in twins)
        made.links = tuple([read_on(maker.kit.theme, *pages) for pages in both])
    return made


def _put(
    made: Plan,
    element: TextElement,
    box: Box,
    placeholder: Placeholder,
    dress: Callable[..., list[Shape]] | None = None,
) -> None:
    made.seat(element, placeholder)
    made.placed.append(Placed(element, best_level(element, box), box, dress))


def _title(
    made: Plan, maker: Maker, box: Box, steps: tuple[float, ...], kind: Literal["title", "ctrTitle"] = "title"
) -> None:
    """The title's placeholder, above the slide where it is for screen readers only."""
    theme = maker.kit.theme
    shown = made.pages[0].title_shown and (made.stand is None or made.stand.title is not None)
    role = Role("title", "title", steps, title_type(theme, made.base))
    element, *others = options = maker.titles(role, [[page.title] for page in made.pages])
    if made.stand is not None:
        for one in options:
            one.line_height *= made.stand.title_spacing / theme.line_spacing
    if others and element.problems(best_level(element, box), box):
        element = others[0]
    place = Placeholder(kind, 0)
    if shown:
        _put(made, element, box, place)
        return
    made.seat(element, place)
    element.hidden = True
    made.placed.append(Placed(element, len(steps) - 1, hidden_title_box(theme)))


def _night(made: Plan, maker: Maker, shows: list[Show]) -> None:
    """Covers, dividers and closing slides: a large title on the dark ground."""
    theme = maker.kit.theme
    palette, sizes = theme.palette, theme.sizes
    cover = made.base == "title"
    places = night_places(theme, cover, wide=made.pages[0].twin is not None)
    _title(made, maker, places.title, sizes.cover, "ctrTitle" if cover else "title")
    subtitles = [_subtitle(page) for page in made.pages]
    below = places.below
    if any(subtitles):
        role = Role(
            "subtitle",
            "subtitle",
            sizes.subtitle,
            Type("body", palette.on_night_soft, link_color=palette.on_night_accent, code_color=palette.on_night_accent),
        )
        role = worn(role, made.stand)
        box = places.subtitle
        words = maker.text(role, [[one] if one else [] for one in subtitles])
        _put(made, words, box, Placeholder("subTitle" if cover else "body", 1))
        below = box._replace(y=box.y + words.height(made.placed[-1].level, box.w) + 4, h=0)
    metas = _metas(made, shows) if cover else []
    if any(metas):
        role = Role("meta", "author and date", (18.0, 16.0), Type("body", palette.on_night_accent, bold=True))
        role = worn(role, made.stand)
        _put(
            made,
            maker.text(role, [[one] if one else [] for one in metas]),
            places.meta,
            Placeholder("body", META),
        )
    rest = tuple(spoken.without(page.blocks, pages.Subtitle) for page in made.pages)
    if any(rest):
        bottom = places.meta.y - 2 if any(metas) else places.bottom
        _night_text(made, maker, rest, below._replace(h=bottom - below.y))


def _night_text(made: Plan, maker: Maker, rest: tuple[tuple[pages.Block, ...], ...], box: Box) -> None:
    """Words under a divider's title, in the colours of the dark ground."""
    palette = maker.kit.theme.palette
    stack = maker.stack(rest)
    if any(isinstance(block, pages.Math) for side in rest for block in side):
        from slidekit.scene.math import math_elements

        for formula in math_elements(stack):
            formula.color = palette.on_night
    for element in text_elements(stack):
        light = replace(
            element.role.type,
            color=palette.on_night_soft,
            marker_color=palette.on_night_accent,
            link_color=palette.on_night_accent,
            code_color=palette.on_night_accent,
        )
        element.role = replace(element.role, type=light)
    _number_placeholders(made, stack)
    made.placed.append(Placed(stack, best_level(stack, box), box))


def _subtitle(page: Page) -> Line | None:
    return next((one.line for one in page.blocks if isinstance(one, pages.Subtitle)), None)


def _metas(made: Plan, shows: list[Show]) -> list[Line | None]:
    """For each language; the same for both where one slide holds both."""
    if made.pages[0].twin is None:
        return [_meta(show) for show in shows]
    return [_meta_of_both(*shows)] * 2


def _meta(show: Show) -> Line | None:
    """Who and when, on a cover."""
    author = show.author.runs if show.author else ()
    dash = (Run("  ·  ", show.locale),) if author and show.date else ()
    date = (Run(show.date, show.locale),) if show.date else ()
    return Line((*author, *dash, *date)) if author or date else None


def _meta_of_both(first: Show, second: Show) -> Line | None:
    """Who and when, in both languages what differs."""
    from slidekit.show import merging

    author = merging.optional(first.author, second.author, merging.SLASH)
    day, other_day = [Line((Run(show.date, show.locale),) if show.date else ()) for show in (first, second)]
    date = merging.line(day, other_day, merging.SLASH)
    if not author or not author.runs or not date.runs:
        return author if author and author.runs else date if date.runs else None
    return Line((*author.runs, Run("  ·  ", first.locale), *date.runs))


def _paper(made: Plan, maker: Maker) -> None:
    """Ordinary slides: a title, blocks, and a takeaway at the foot."""
    theme = maker.kit.theme
    _title(made, maker, maker.title_box(), theme.sizes.title)
    box = content_box(theme)
    untitled = not made.pages[0].title_shown and made.stand is None  # a template has its logo beside the title
    if untitled:
        box = box._replace(y=theme.grid.title_top, h=box.y + box.h - theme.grid.title_top)
    if made.base == "picture" and untitled:
        box = box._replace(y=10, h=theme.grid.footer_top - 14)
    sides = tuple(tuple(page.blocks) for page in made.pages)
    box, sides = _subtitle_row(made, maker, box, sides)
    takeaways = [[one for one in side if isinstance(one, pages.Takeaway)] for side in sides]
    sides = tuple(spoken.without(side, pages.Takeaway) for side in sides)
    bar = None
    if any(takeaways):
        role = maker.roles.takeaway
        bar = maker.text(role, [[one.line for one in side] for side in takeaways])
        bar.pad(TAKEAWAY_INSET)
        high = _bar_height(bar, box.w)
        bar_box = Box(box.x, box.y + box.h - high, box.w, high)
        box = box._replace(h=box.h - high - theme.grid.gap)
    if made.base == "picture" and made.stand is None:  # a template's logos stay clear
        box = bled(made, theme, sides, box, foot=bar is not None)
    if any(sides):
        link = made.pages[0].link
        quote = made.base == "quote" and all(len(side) == 1 and isinstance(side[0], pages.Quote) for side in sides)
        if quote:
            _quote(made, maker, sides, box)
        else:
            stack = maker.arranged(sides, link, box)
            _number_placeholders(made, stack)
            made.placed.append(Placed(stack, best_level(stack, box), box))
    if bar is not None:
        _put_bar(made, bar, bar_box, theme)


def _subtitle_row(
    made: Plan, maker: Maker, box: Box, sides: tuple[tuple[pages.Block, ...], ...]
) -> tuple[Box, tuple[tuple[pages.Block, ...], ...]]:
    """The line under a title, and what is left for the rest."""
    found = [_subtitle(page) for page in made.pages]
    if not any(found):
        return box, sides
    element = maker.text(maker.roles.subtitle, [[one] if one else [] for one in found])
    level = best_level(element, box._replace(h=element.height(1, box.w) + 0.5))
    high = min(element.height(level, box.w) + 0.5, FOOT_MOST_MM)
    up = 4 if made.pages[0].title_shown else 0
    _put(made, element, box._replace(y=box.y - up, h=high), Placeholder("body", SUBTITLE))
    rest = tuple(spoken.without(side, pages.Subtitle) for side in sides)
    return box._replace(y=box.y + high, h=box.h - high), rest


def _bar_height(bar: TextElement, width: float) -> float:
    """As high as the fewest lines need, at the largest size at which they are so few; not much smaller for a line."""
    inner = width - TAKEAWAY_INSET.left - TAKEAWAY_INSET.right
    sizes = [size for size in bar.role.steps if size >= bar.role.steps[0] * TAKEAWAY_LEAST]
    heights = [bar.height(level, inner) for level in range(len(sizes))]
    lines = [round(high / size, 3) for high, size in zip(heights, sizes, strict=True)]
    high = heights[lines.index(min(lines))] + TAKEAWAY_INSET.top + TAKEAWAY_INSET.bottom + 0.5
    return min(high, TAKEAWAY_MOST_MM)


def _put_bar(made: Plan, bar: TextElement, box: Box, theme: Theme) -> None:
    """The takeaway: words on a panel with a bar at its left edge."""
    inset = TAKEAWAY_INSET
    inner = Box(
        box.x + inset.left, box.y + inset.top, box.w - inset.left - inset.right, box.h - inset.top - inset.bottom
    )

    def panel(one: TextShape) -> TextShape:
        around = box._replace(x=one.box.x - inset.left, w=one.box.w + inset.left + inset.right)
        room = inset._replace(top=inset.top + one.box.y - inner.y)
        return replace(one, box=around if around.w < box.w - 1 else box, inset=room, fill=theme.palette.panel)

    def dress(shapes: list[Shape]) -> list[Shape]:
        panels = [panel(one) for one in shapes if isinstance(one, TextShape)]
        edges = [Art("rect", one.box._replace(w=TAKEAWAY_BAR_MM), theme.palette.third) for one in panels]
        return [shape for pair in zip(panels, edges, strict=True) for shape in pair]

    _put(made, bar, inner, Placeholder("body", TAKEAWAY), dress)


def _quote(made: Plan, maker: Maker, sides: tuple[tuple[pages.Block, ...], ...], box: Box) -> None:
    """A quotation that has the slide to itself, in the middle of it."""
    quotes = tuple(cast("pages.Quote", side[0]) for side in sides)
    words, *by = maker.quote(quotes)
    top = max(box.y, 52.0)
    room = Box(box.x + 22, top, box.w - 44, box.y + box.h - top)
    foot = min(by[0].height(0, room.w) + 3, FOOT_MOST_MM) if by else 0.0
    upper = room._replace(h=room.h - foot)
    level = best_level(words, upper)
    high = min(upper.h, words.height(level, room.w) + 2)
    y = room.y + max(0.0, (room.h - high - foot) * 0.42)
    _put(made, words, Box(room.x, y, room.w, high), Placeholder("body", 1))
    if by:
        _put(made, by[0], Box(room.x, y + high + 3, room.w, foot), Placeholder("body", BY))


def _number_placeholders(made: Plan, stack: Stack) -> None:
    """Give each text its placeholder: bodies from 1, headings of columns from 11; captions are plain boxes."""
    body, heading = 0, 10
    for element in text_elements(stack):
        match element.role.role:
            case "body" | "quote":
                body += 1
                idx = body
            case "heading":
                heading += 1
                idx = heading
            case "by":
                idx = BY
            case _:
                continue
        if idx in made.first_sizes or body > 9:
            continue
        made.seat(element, Placeholder("body", idx))
