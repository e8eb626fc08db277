"""From the blocks of a page in two languages to elements that show both on one slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from slidekit.scene.blocks import Maker, Roles, Sides
from slidekit.scene.both import StackedText, TwinText, rows, same
from slidekit.scene.boxes import Box, ChartShape, CodeShape, PictureShape, TableShape, TextShape
from slidekit.scene.elements import Element, Kit, Para, Role, TextElement
from slidekit.scene.flow import Beside, Stack, best_level
from slidekit.scene.grounds import stand_of
from slidekit.scene.panels import CodeElement, TableElement
from slidekit.scene.visuals import ChartElement, PictureElement
from slidekit.show import merging, pages

if TYPE_CHECKING:
    from slidekit.scene.math import MathElement

Pairs = Sequence[tuple[Para | None, Para | None]]

TITLE_MORE_MM = 2.6
SEEN_MM = 60.0
"""A chart or a picture is not made smaller than this for the sake of larger words."""
KEPT = 1.3
"""What columns, and a picture beside its text, may cost in size before the languages go into halves instead."""


class Halves(Beside):
    """The same thing in each language, beside each other; it takes room as one of them would."""

    @property
    def flexible(self) -> bool:  # type: ignore[override]
        """As what it holds."""
        return any(one.flexible for one in self.elements)

    @property
    def stretches(self) -> bool:
        """As what it holds."""
        return any(getattr(one, "stretches", False) for one in self.elements)


class BothMaker(Maker, frozen=True, gc=False):
    """Makes elements of blocks in two languages.

    Texts stand in two halves, or each right above its translation; tables and charts hold both languages,
    and what is the same in both is shown once.
    """

    one: Kit = None  # type: ignore[assignment]
    """The kit of elements that are drawn once: it knows the first language only."""
    halves: bool = True
    """Whether texts stand in two halves."""
    share: float = 1.0
    """Of the first language's size, the second's where it stands below."""
    narrow: bool = False
    """Whether this is inside a column, where nothing is put beside anything."""
    night: bool = False
    """Whether this is for dark ground."""
    below: bool = False
    """Whether listings and pictures that differ by language stand one below the other."""

    def at_night(self) -> BothMaker:
        """What makes elements for slides on dark ground: no line between halves, other colours."""
        return replace(self, night=True)

    def titles(self, role: Role, sides: Sequence[Sequence[pages.Line]]) -> list[TextElement]:
        """A title in halves, or, where it is too long for that, one language above the other at the same size."""
        made = [self.text(role, sides)]
        return [*made, replace(self, halves=False, share=1.0).text(role, sides)] if self.halves else made

    def title_box(self) -> Box:
        """Two lines of a title need more room than one, up to the rule above it."""
        box = super().title_box()
        return box if stand_of(self.kit.theme) else box._replace(y=box.y - TITLE_MORE_MM, h=box.h + TITLE_MORE_MM)

    def arranged(self, sides: Sides, link: str | None, box: Box) -> Stack:
        """The blocks of a page: with columns or a picture beside its text, in whichever way they are larger.

        Either these stay beside each other, each text right above its translation, or they stand one below the
        other and the languages in halves.
        """
        ways = [self]
        if any(_localised(first, second) for first, second in zip(*sides, strict=True)):
            ways.append(replace(self, below=True))
        made = [(one.stack(sides, link), 1.0) for one in ways]
        if self.halves and (len(sides[0]) > 1 or isinstance(sides[0][0], pages.Columns)):
            kept = [replace(one, halves=False, share=1.0).stack(sides, link) for one in ways]
            made = [(one, KEPT) for one in kept if any(map(_columned, one.elements))] + made
        if len(made) == 1:
            return made[0][0]
        return max(made, key=lambda one: _worth(one[0], box, one[1]))[0]

    def text(self, role: Role, sides: Sequence[Sequence[pages.Line]], name: str = "") -> TextElement:
        """Lines in a role, in both languages."""
        made = super().text(role, sides, name)
        return self._both(role, made.name, rows([(made.sides[0], made.sides[1])]))

    def _prose(self, groups: list[tuple[pages.Block, ...]]) -> TextElement:
        """Texts and lists that follow each other; what belongs together begins at the same height."""
        made = super()._prose(groups)
        type_ = self.roles.body.type
        pairs = rows([(self._paras(first, type_), self._paras(second, type_)) for first, second in groups])
        both = self._both(self.roles.body, made.name, pairs)
        both.hang()
        return both

    def _both(self, role: Role, name: str, pairs: Pairs) -> TextElement:
        if all(same(pair) for pair in pairs):
            return TextElement(self.one, role, name, (tuple([first for first, _ in pairs if first is not None]),))
        if self.halves:
            return TwinText(self.kit, role, name, pairs, rule=not self.night)
        palette = self.kit.theme.palette
        color = palette.on_night_accent if self.night else palette.second
        return StackedText(self.one, role, name, pairs, self.share, "" if self.share == 1.0 else color)

    def _beside(self, made: list[Element]) -> Beside | None:
        """Halves need the whole width of the slide, and a column is no place for two."""
        return None if self.halves or self.narrow else super()._beside(made)

    def _element(self, blocks: tuple[pages.Block, ...], link: str | None) -> Iterator[Element]:
        """The element of one block in both languages."""
        first, second = blocks
        match first:
            case pages.Table():
                table = merging.table(first, cast("pages.Table", second))
                yield self._captioned(TableElement(self.one, f"Table {first.path}", (table,)), blocks)
            case pages.Chart():
                chart = merging.chart(first, cast("pages.Chart", second))
                yield self._captioned(ChartElement(self.one, f"Chart {first.path}", (chart,)), blocks)
            case pages.Code() | pages.Terminal() | pages.Diagram() | pages.Image() | pages.Math():
                other = cast("merging.Verbatim", second)
                if merging.neutral(first, other):
                    yield self._captioned(self._single(merging.once(first, other), link), blocks)
                else:
                    yield self._each(first, other, link)
            case _:
                yield from super()._element(blocks, link)

    def _single(self, block: merging.Verbatim, link: str | None) -> CodeElement | PictureElement | MathElement:
        """What is shown once."""
        if isinstance(block, pages.Image):
            return PictureElement(self.one, f"Picture {block.path}", (block,), self.pictures, link)
        if isinstance(block, pages.Math):
            from slidekit.scene.math import MathElement

            return MathElement(self.one, f"Formula {block.path}", (block,))
        return CodeElement(self.one, f"{type(block).__name__} {block.path}", (block,))

    def _each(self, first: merging.Verbatim, second: merging.Verbatim, link: str | None) -> Element:
        """What differs by language, in both: beside each other, or in a column one below the other."""
        gap = self.kit.theme.grid.gap
        plain = Maker(self.one, self.roles, self.pictures)
        made = [self._single(block, link) for block in (first, second)]
        made[1].name += f" {self.kit.langs[1]}"
        listings = [one for one in made if isinstance(one, CodeElement)]
        for one in listings:
            one.match(listings)
            if self.below and not self.narrow:
                one.slim()
        captioned = [plain._captioned(one, (block,)) for one, block in zip(made, (first, second), strict=True)]
        if self.narrow or self.below:
            return Stack(self.one, captioned, gap)
        return Halves(self.one, captioned, (1.0, 1.0), rule=False)

    def _columns(self, twins: tuple[pages.Columns, ...]) -> Element:
        """Columns beside each other, each in both languages, or one below the other, the languages in halves."""
        if not self.halves:
            inner = replace(self, narrow=True)
            return super(BothMaker, inner)._columns(twins)
        made: list[Element] = []
        for columns in zip(*[one.columns for one in twins], strict=True):
            heads = [[column.title] if column.title else [] for column in columns]
            if any(heads):
                made.append(self.text(self.roles.heading, heads))
            made += self.stack(tuple(column.blocks for column in columns)).elements
        return Stack(self.one, made, self.kit.theme.grid.gap * 0.6)


def both_maker(maker: Maker, one: Kit, roles: Roles, *, halves: bool) -> BothMaker:
    """The maker of an edition in both languages: side by side in halves, or stacked."""
    share = 1.0 if halves else one.theme.stacked_share
    return BothMaker(maker.kit, roles, maker.pictures, one, halves, share)


def _columned(element: Element) -> bool:
    """Whether things stand beside each other that are not the same in two languages."""
    return isinstance(element, Beside) and not isinstance(element, Halves)


def _localised(first: pages.Block, second: pages.Block) -> bool:
    """Whether there is a listing or a picture that differs by language."""
    if isinstance(first, pages.Columns) and isinstance(second, pages.Columns):
        columns = zip(first.columns, second.columns, strict=True)
        return any(_localised(*pair) for one, other in columns for pair in zip(one.blocks, other.blocks, strict=True))
    return isinstance(first, merging.Verbatim) and not merging.neutral(first, cast("merging.Verbatim", second))


def _worth(stack: Stack, box: Box, bonus: float) -> tuple[bool, bool, float]:
    """How good an arrangement is: that all fits, that charts and pictures are seen, how large its least words are."""
    level = best_level(stack, box)
    sizes: list[float] = []
    seen = True
    for shape in stack.place(level, box, 0):
        match shape:
            case TextShape(paragraphs=paragraphs):
                sizes += [one.size_pt for one in paragraphs if not one.level]
            case CodeShape() | TableShape():
                sizes.append(shape.size_pt)
            case ChartShape() | PictureShape():
                seen = seen and min(shape.box.h, shape.box.w) >= SEEN_MM
            case _:
                pass
    return not stack.problems(level, box), seen, min(sizes, default=0.0) * bonus
