"""From the blocks of a page in two languages to elements that show both on one slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from msgspec.structs import replace

from slidekit.scene.blocks import Maker, Roles, Sides
from slidekit.scene.both import StackedText, TwinText, rows, same
from slidekit.scene.boxes import Box, TextShape
from slidekit.scene.elements import Element, Kit, Para, Role, TextElement
from slidekit.scene.flow import Beside, Stack, best_level
from slidekit.scene.panels import CodeElement, TableElement
from slidekit.scene.visuals import ChartElement, PictureElement
from slidekit.show import merging, pages

Pairs = Sequence[tuple[Para | None, Para | None]]


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

    def arranged(self, sides: Sides, link: str | None, box: Box) -> Stack:
        """The blocks of a page: with columns or a picture beside its text, in whichever way they are larger.

        Either these stay beside each other, each text right above its translation, or they stand one below the
        other and the languages in halves.
        """
        if not self.halves:
            return self.stack(sides, link)
        kept = self._kept().stack(sides, link)
        apart = self.stack(sides, link)
        if not any(isinstance(one, Beside) for one in kept.elements):
            return apart
        return max((kept, apart), key=lambda one: _worth(one, box))

    def _kept(self) -> BothMaker:
        return replace(self, halves=False, share=1.0)

    def text(self, role: Role, sides: Sequence[Sequence[pages.Line]], name: str = "") -> TextElement:
        """Lines in a role, in both languages."""
        made = super().text(role, sides, name)
        return self._both(role, made.name, rows([(made.sides[0], made.sides[1])]))

    def _prose(self, groups: list[tuple[pages.Block, ...]]) -> TextElement:
        """Texts and lists that follow each other; what belongs together begins at the same height."""
        made = super()._prose(groups)
        type_ = self.roles.body.type
        pairs = rows([(self._paras(first, type_), self._paras(second, type_)) for first, second in groups])
        return self._both(self.roles.body, made.name, pairs)

    def _both(self, role: Role, name: str, pairs: Pairs) -> TextElement:
        if all(same(pair) for pair in pairs):
            return TextElement(self.one, role, name, (tuple([first for first, _ in pairs if first is not None]),))
        if self.halves:
            return TwinText(self.kit, role, name, pairs)
        return StackedText(self.one, role, name, pairs, self.share)

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
            case pages.Code() | pages.Terminal() | pages.Diagram() | pages.Image():
                other = cast("merging.Verbatim", second)
                if merging.neutral(first, other):
                    yield self._captioned(self._single(merging.once(first, other), link), blocks)
                else:
                    yield self._each(first, other, link)
            case _:
                yield from super()._element(blocks, link)

    def _single(self, block: merging.Verbatim, link: str | None) -> CodeElement | PictureElement:
        """What is shown once."""
        if isinstance(block, pages.Image):
            return PictureElement(self.one, f"Picture {block.path}", (block,), self.pictures, link)
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
        captioned = [plain._captioned(one, (block,)) for one, block in zip(made, (first, second), strict=True)]
        if self.narrow:
            return Stack(self.one, captioned, gap)
        return Beside(self.one, [Stack(self.one, [one], gap) for one in captioned], (1.0, 1.0), rule=False)

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


def _worth(stack: Stack, box: Box) -> tuple[bool, float]:
    """How good an arrangement is: that all fits, and how large its smallest words are."""
    level = best_level(stack, box)
    texts = [shape for shape in stack.place(level, box, 0) if isinstance(shape, TextShape)]
    sizes = [line.size_pt for shape in texts for line in shape.paragraphs if not line.level]
    return not stack.problems(level, box), min(sizes, default=0.0)
