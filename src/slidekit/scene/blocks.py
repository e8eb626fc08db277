"""From the blocks of a page, the same in every language, to the elements that layout places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from slidekit.scene.boxes import Box, Type
from slidekit.scene.columns import columns
from slidekit.scene.elements import Element, Kit, Para, Role, TextElement, para
from slidekit.scene.flow import Beside, Stack
from slidekit.scene.grounds import title_box
from slidekit.scene.panels import CodeElement, TableElement
from slidekit.scene.pictures import Picture
from slidekit.scene.spoken import PAUSE
from slidekit.scene.visuals import Captioned, ChartElement, PictureElement
from slidekit.show import pages

INDENTS_MM = (8.4, 16.0, 23.0, 29.5)
"""Where the words of a list's levels begin; deeper levels stand with the last."""

HANGS_MM = (8.4, 7.0, 6.0, 6.0)
"""The room for a bullet, which hangs left of the words."""

WIDER_MM = (3.0, 2.5, 2.0, 2.0)
"""What an arrow or a number wants more."""

TWO_FIGURES_MM = 4.5
"""What a number above 9 wants more still."""

MARKERS = ("•", "–", "·", "·")
NESTED_GAP = 0.22
"""Above a nested point, as a share of its size."""

WIDE_PICTURE = 2.1
"""From this width over height on, a picture stands under the text instead of beside it."""

Sides = tuple[tuple[pages.Block, ...], ...]
"""The blocks of one page in every language, in the order of the shows."""


class Roles(Struct, frozen=True, gc=False):
    """The looks of text on paper, made once a theme."""

    body: Role
    subtitle: Role
    quote: Role
    by: Role
    caption: Role
    heading: Role
    takeaway: Role


def roles(kit: Kit) -> Roles:
    """The looks of text on paper in a theme."""
    palette, sizes = kit.theme.palette, kit.theme.sizes
    link, code = palette.second, palette.second
    body = Type("body", palette.ink, marker_color=palette.accent, link_color=link, code_color=code)
    body = getattr(kit.theme, "body", body)
    small = tuple(size for size in sizes.body if size <= 20) or sizes.body[-1:]
    return Roles(
        Role("body", "text", sizes.body, body),
        Role("subtitle", "subtitle", sizes.subtitle, Type("body", palette.second, link_color=link, code_color=code)),
        Role(
            "quote",
            "quotation",
            sizes.quote,
            Type("body", palette.heading, italic=True, anchor="middle", link_color=link, code_color=code),
        ),
        Role("by", "attribution", small, Type("body", palette.second, bold=True, link_color=link, code_color=code)),
        Role("caption", "caption", sizes.caption, Type("body", palette.muted, link_color=link, code_color=code)),
        Role("heading", "column heading", sizes.body, Type("heading", palette.second, bold=True, anchor="bottom")),
        Role(
            "takeaway",
            "takeaway",
            sizes.takeaway,
            Type("body", palette.heading, bold=True, anchor="middle", link_color=link, code_color=code),
        ),
    )


class Maker(Struct, frozen=True, gc=False):
    """Makes elements of blocks."""

    kit: Kit
    roles: Roles
    pictures: Mapping[str, Picture]

    def stack(self, sides: Sides, link: str | None = None) -> Stack:
        """All blocks of a page or a column, one below the other or a picture beside its text."""
        made = list(self._elements(sides, link))
        gap = self.kit.theme.grid.gap
        if len(made) == 2 and (beside := self._beside(made)) is not None:
            return Stack(self.kit, [beside], gap)
        texts = [one for one in made if isinstance(one, TextElement)]
        if len(made) == 1 and texts:
            texts[0].spread = not self.kit.levels
        if sides[0] and all(isinstance(block, pages.Math) for block in sides[0]):
            from slidekit.scene.math import ALONE, math_elements

            for formula in [found for one in made for found in math_elements(one)]:
                formula.larger = ALONE
        return Stack(self.kit, made, gap)

    def at_night(self) -> Maker:
        """What makes elements for slides on dark ground."""
        return self

    def titles(self, role: Role, sides: Sequence[Sequence[pages.Line]]) -> list[TextElement]:
        """A slide's title; where there are several ways to say it, the best first."""
        return [self.text(role, sides)]

    def title_box(self) -> Box:
        """Where an ordinary slide's title goes."""
        return title_box(self.kit.theme)

    def arranged(self, sides: Sides, link: str | None, box: Box) -> Stack:
        """All blocks of a page, in the way that suits the box best."""
        return self.stack(sides, link)

    def _beside(self, made: list[Element]) -> Beside | None:
        """A picture and a text next to each other, in the author's order."""
        inner = [one.inner if isinstance(one, Captioned) else one for one in made]
        pictures = [one for one in inner if isinstance(one, PictureElement)]
        if len(pictures) != 1 or not any(isinstance(one, TextElement) for one in made):
            return None
        proportion = pictures[0].proportion()
        if proportion > WIDE_PICTURE:
            return None
        picture_share = 0.58 if proportion > 1.2 else 0.42
        for text in made:
            if isinstance(text, TextElement):
                text.role = replace(text.role, type=replace(text.role.type, anchor="middle"))
        shares = tuple(picture_share if one is pictures[0] else 1 - picture_share for one in inner)
        return Beside(self.kit, [Stack(self.kit, [one], self.kit.theme.grid.gap) for one in made], shares, rule=False)

    def _elements(self, sides: Sides, link: str | None) -> Iterator[Element]:
        prose: list[tuple[pages.Block, ...]] = []
        for blocks in zip(*sides, strict=True):
            if isinstance(blocks[0], pages.Paragraphs | pages.Bullets) and blocks[0] is not PAUSE:
                prose.append(blocks)
                continue
            if prose:
                yield self._prose(prose)
                prose = []
            if blocks[0] is not PAUSE:
                yield from self._element(blocks, link)
        if prose:
            yield self._prose(prose)

    def _prose(self, groups: list[tuple[pages.Block, ...]]) -> TextElement:
        """Texts and lists that follow each other, as one box of paragraphs."""
        type_ = self.roles.body.type
        sides = tuple(
            [
                tuple([one for group in groups for one in self._paras(group[side], type_)])
                for side in range(len(self.kit.langs))
            ]
        )
        bullets = isinstance(groups[0][0], pages.Bullets)
        first = next((side[0].line.path for side in sides if side), "")
        made = TextElement(self.kit, self.roles.body, f"{'Bullets' if bullets else 'Text'} {first}", sides)
        if any(isinstance(group[0], pages.Bullets) for group in groups):
            made.hang()
        return made

    def _paras(self, block: pages.Block, type_: Type) -> list[Para]:
        gap = self.kit.theme.paragraph_gap
        if isinstance(block, pages.Paragraphs):
            return [para(self.kit, line, type_, gap) for line in block.lines]
        if isinstance(block, pages.Bullets):
            wide = max([item.number for item in block.items], default=0) > 9
            return [self._item(item, type_, gap, wide) for item in block.items]
        return []

    def _item(self, item: pages.Item, type_: Type, gap: float, wide: bool) -> Para:
        line, level = item.line, min(item.level, len(INDENTS_MM) - 1)
        marker, number, more, sign = MARKERS[level], 0, 0.0, 0.0
        if item.marker == "arrow":
            marker, more = "→", WIDER_MM[level]
        elif item.marker == "number":
            marker, number = f"{item.number}.", item.number
            more = WIDER_MM[level] + (TWO_FIGURES_MM if wide else 0.0)
        if more:
            sign = self.kit.sign("00." if wide else marker, type_)
        measured = self.kit.measure(line.runs, type_)
        if self.kit.levels:
            return self._standing(Para(line, measured, level, marker, number, sign=sign), more)
        indent, hang = INDENTS_MM[level] + more, HANGS_MM[level] + more
        return Para(line, measured, level, marker, number, indent, hang, NESTED_GAP if level else gap, sign, hang)

    def _standing(self, item: Para, more: float) -> Para:
        """A point as the levels of the template's placeholder have it; where they have no bullets, with ours."""
        own = self.kit.levels[min(item.level, len(self.kit.levels) - 1)]
        marker, indent, hang = item.marker, own.margin_mm, own.hang_mm
        if marker == MARKERS[item.level] and own.marker not in ("", "#"):
            marker = own.marker
        if not own.marker or hang <= 0:
            hang = HANGS_MM[item.level]
            indent = max(own.margin_mm, INDENTS_MM[item.level])
        spare = max(0.0, HANGS_MM[item.level] + more - hang) if more else 0.0
        gap = own.before_pt / own.size_pt
        return replace(item, marker=marker, indent=indent + spare, hang=hang + spare, gap=gap, room=hang + spare)

    def text(self, role: Role, sides: Sequence[Sequence[pages.Line]], name: str = "") -> TextElement:
        """Lines in a role."""
        gap = self.kit.theme.paragraph_gap
        made = tuple([tuple([para(self.kit, line, role.type, gap) for line in side]) for side in sides])
        path = next((side[0].path for side in sides if side), "")
        return TextElement(self.kit, role, f"{name or role.what.capitalize()} {path}", made)

    def _captioned(self, element: Element, blocks: tuple[pages.Block, ...]) -> Element:
        captions = [getattr(block, "caption", None) for block in blocks]
        if not any(captions):
            return element
        role = self.roles.caption
        if isinstance(element, PictureElement) or isinstance(blocks[0], pages.Math):
            role = replace(role, type=replace(role.type, align="center"))
        return Captioned(element, self.text(role, [[line] if line else [] for line in captions]))

    def _element(self, blocks: tuple[pages.Block, ...], link: str | None) -> Iterator[Element]:
        """The element of one block in every language, all of the same class."""
        first = blocks[0]
        match first:
            case pages.Paragraphs() | pages.Bullets():
                yield self._prose([blocks])
            case pages.Subtitle():
                subtitles = cast("tuple[pages.Subtitle, ...]", blocks)
                yield self.text(self.roles.subtitle, [[one.line] for one in subtitles])
            case pages.Takeaway():
                takeaways = cast("tuple[pages.Takeaway, ...]", blocks)
                yield self.text(self.roles.takeaway, [[one.line] for one in takeaways])
            case pages.Quote():
                yield from self.quote(cast("tuple[pages.Quote, ...]", blocks))
            case pages.Code() | pages.Terminal() | pages.Diagram():
                name = f"{type(first).__name__} {first.path}"
                panel = CodeElement(self.kit, name, cast("tuple[pages.Code, ...]", blocks))
                yield self._captioned(panel, blocks)
            case pages.Table():
                table = TableElement(self.kit, f"Table {first.path}", cast("tuple[pages.Table, ...]", blocks))
                yield self._captioned(table, blocks)
            case pages.Chart():
                chart = ChartElement(self.kit, f"Chart {first.path}", cast("tuple[pages.Chart, ...]", blocks))
                yield self._captioned(chart, blocks)
            case pages.Image():
                images = cast("tuple[pages.Image, ...]", blocks)
                what = "QR code" if first.qr else "Picture"
                picture = PictureElement(self.kit, f"{what} {first.path}", images, self.pictures, link)
                yield self._captioned(picture, blocks)
            case pages.Math():
                from slidekit.scene.math import MathElement

                formula = MathElement(self.kit, f"Formula {first.path}", cast("tuple[pages.Math, ...]", blocks))
                yield self._captioned(formula, blocks)
            case pages.Columns():
                yield self._columns(cast("tuple[pages.Columns, ...]", blocks))
            case _:
                assert_never(first)

    def quote(self, quotes: tuple[pages.Quote, ...]) -> Iterator[TextElement]:
        """The words, and who said them."""
        yield self.text(self.roles.quote, [one.lines for one in quotes])
        if any(one.by for one in quotes):
            yield self.text(self.roles.by, [[_dashed(one.by)] if one.by else [] for one in quotes])

    def _columns(self, twins: tuple[pages.Columns, ...]) -> Element:
        stacks: list[Stack] = []
        heads: list[TextElement | None] = []
        for own in zip(*[one.columns for one in twins], strict=True):
            stacks.append(self.stack(tuple(one.blocks for one in own)))
            said = [[one.title] if one.title else [] for one in own]
            heads.append(self.text(self.roles.heading, said) if any(said) else None)
        return columns(self.kit, stacks, heads)


def _dashed(line: pages.Line) -> pages.Line:
    """An attribution after a dash."""
    dash = pages.Run("— ", line.runs[0].locale) if line.runs else None
    return replace(line, runs=(dash, *line.runs)) if dash else line
