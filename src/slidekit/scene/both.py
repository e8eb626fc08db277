"""Texts that a slide says in both languages: in two halves of equal weight, or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from slidekit.scene.boxes import Art, Box, Inset, Paragraph, Shape, TextShape, twin_of
from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.elements import BULLET_EM, Kit, Para, Role, TextElement
from slidekit.scene.fit import FitProblem
from slidekit.show import merging
from slidekit.show.pages import Line

HAIRLINE_MM = 0.3


def rows(groups: Sequence[tuple[Sequence[Para], Sequence[Para]]]) -> list[tuple[Para | None, Para | None]]:
    """The paragraphs of both languages that belong together, block by block."""
    return [row for first, second in groups for row in zip_longest(first, second)]


def same(row: tuple[Para | None, Para | None]) -> bool:
    """Whether both languages say the same, so that one of them will do."""
    first, second = row
    return first is not None and second is not None and merging.alike(first.line, second.line)


class TwinText(TextElement):
    """The first language in the left half, the second in the right: paragraph by paragraph at the same height."""

    def __init__(
        self, kit: Kit, role: Role, name: str, pairs: Sequence[tuple[Para | None, Para | None]], *, rule: bool = True
    ) -> None:
        left = tuple([one or _blank(other) for one, other in pairs])
        right = tuple([other or _blank(one) for one, other in pairs])
        super().__init__(kit, role, name, (left, right))
        self.gutter = kit.theme.grid.gap * 2
        self.rule = rule
        """Whether a thin line parts the halves."""

    def pad(self, inset: Inset) -> None:
        """Two panels part the halves well enough without a line."""
        self.gutter += inset.left + inset.right
        self.rule = False

    def half(self, width: float) -> float:
        """The width of either half."""
        return (width - self.gutter) / 2

    def height(self, level: int, width: float) -> float:
        """Of all rows, each as high as the higher of its two paragraphs."""
        key = (min(level, self.steps() - 1), width)
        if key not in self._heights:
            half, total = self.half(width), 0.0
            self._wraps[key] = False
            for index, row in enumerate(zip(*self.sides, strict=True)):
                size = self.size(level, row[0])
                lines = max([para.measured.lines(half - para.indent, size) for para in row])
                self._wraps[key] |= lines > 1
                total += (lines * self.line_height + (row[0].gap if index else 0.0)) * size
            self._heights[key] = total / PT_PER_MM
        return self._heights[key]

    def wide(self, level: int, width: float) -> bool:
        """Whether a word is wider than its half."""
        self.height(level, width)
        if not self._wraps[min(level, self.steps() - 1), width]:
            return False
        return any(self._overhang(level, self.half(width), para) > 0 for side in self.sides for para in side)

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """Both halves and the thin line between them, whichever side is asked for."""
        if self.hidden:
            return [self._hidden(level, box)]
        half = self.half(box.w)
        places = (box._replace(w=half), box._replace(x=box.x + half + self.gutter, w=half))
        made = [self._paragraphs(level, box, own) for own in (0, 1)]
        high = max(height for _, height in made)
        shapes: list[Shape] = []
        for own, (place, (paragraphs, height)) in enumerate(zip(places, made, strict=True)):
            if own and self.rule:
                shapes.append(self._line(box, high))
            shapes.append(self._shape(own, place, paragraphs, height, high))
        return shapes

    def _shape(self, own: int, place: Box, paragraphs: tuple[Paragraph, ...], height: float, high: float) -> TextShape:
        """One half; the lower of two that stand in the middle or at the foot begins where the higher one does."""
        type_, name, placeholder = self.role.type, self.name, self.placeholder
        if type_.anchor != "top" and height < high - 0.01:
            place = place._replace(y=self._top(place, high), h=min(place.h, high))
            type_ = replace(type_, anchor="top")
        if own:
            name = f"{name} {self.kit.langs[1]}"
            placeholder = placeholder and twin_of(placeholder)
        return TextShape(name, self.role.role, place, paragraphs, type_, self.line_height, placeholder)  # type: ignore[arg-type]

    def _top(self, box: Box, high: float) -> float:
        """Where the words begin."""
        spare = max(0.0, box.h - high)
        return box.y + spare * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.role.type.anchor]

    def _line(self, box: Box, high: float) -> Art:
        place = Box(box.x + (box.w - HAIRLINE_MM) / 2, self._top(box, high), HAIRLINE_MM, min(high, box.h))
        return Art("rect", place, self.kit.theme.palette.hairline)

    def _hidden(self, level: int, box: Box) -> TextShape:
        """For screen readers: one text in both languages."""
        line = merging.line(self.sides[0][0].line, self.sides[1][0].line, merging.SLASH)
        paragraph = Paragraph(line.runs, self.size(level, self.sides[0][0]), path=line.path)
        role, type_ = self.role.role, self.role.type
        return TextShape(self.name, role, box, (paragraph,), type_, self.line_height, self.placeholder, hidden=True)  # type: ignore[arg-type]

    def paragraphs(self, level: int, box: Box, side: int) -> tuple[Paragraph, ...]:
        """The paragraphs of one half of a box."""
        return self._paragraphs(level, box, side)[0]

    def _paragraphs(self, level: int, box: Box, side: int) -> tuple[tuple[Paragraph, ...], float]:
        """One half's paragraphs, with room above each where the other half has more to say; their height in mm."""
        half, stretch = self.half(box.w), self._stretch(level, box) if self.spread else 1.0
        found: list[Paragraph] = []
        owed = total = 0.0
        for index, row in enumerate(zip(*self.sides, strict=True)):
            para, size = row[side], self.size(level, row[0])
            highs = [self._drawn(one, half, size) for one in row]
            gap = round(row[0].gap * size * stretch, 1) if index else 0.0
            if not para.line.runs:
                owed += gap + max(highs)
                continue
            total += gap + owed + highs[side]
            found.append(_paragraph(para, size, half, round(gap + owed, 2)))
            owed = max(highs) - highs[side]
        return tuple(found), total / PT_PER_MM

    def _drawn(self, para: Para, half: float, size: float) -> float:
        """How high a paragraph is when it is drawn, in points: breaks use the whole width."""
        if not para.line.runs:
            return 0.0
        breaks = para.measured.breaks(half - para.indent, size)
        return (len(breaks) + 1 + para.measured.text.count("\n")) * self.line_height * size

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """What stands below the box, and words wider than their half."""
        if self.hidden or (self.height(level, box.w) <= box.h + 0.05 and not self.wide(level, box.w)):
            return []
        found: list[FitProblem] = []
        over = (self.height(level, box.w) - box.h) * PT_PER_MM
        for lang, side in zip(self.kit.langs, self.sides, strict=True):
            size = self.size(level, side[-1])
            if over > 0.15:
                lines, last = round(over / (size * self.line_height) + 0.05, 1), side[-1].line
                found.append(FitProblem(last.span, lang, self.role.what, lines, "lines", size, last.plain))
            for para in side:
                if (em := self._overhang(level, self.half(box.w), para)) > 0:
                    wide = round(em * self.size(level, para) / PT_PER_MM, 1)
                    line, cut = para.line, not para.measured.whole
                    found.append(FitProblem(line.span, lang, self.role.what, wide, "mm", size, line.plain, split=cut))
        return found


class Below(Para, frozen=True, gc=False):
    """A paragraph of the second language, under what it repeats."""

    share: float = 1.0
    """Its size, as a share of the first language's."""
    least: float = 0.0
    """In points: no smaller than this, unless the first language is."""


class StackedText(TextElement):
    """The first language, and right below each of its paragraphs the same in the second; once where it is the same."""

    def __init__(
        self,
        kit: Kit,
        role: Role,
        name: str,
        pairs: Sequence[tuple[Para | None, Para | None]],
        share: float,
        color: str = "",
    ) -> None:
        paras: list[Para] = []
        for row in pairs:
            first, second = row
            if first is not None and (first.line.runs or second is None):
                paras.append(first)
            if second is not None and second.line.runs and not same(row):
                paras.append(_below(second, share, kit.theme.stacked_least) if first is not None else second)
        super().__init__(kit, role, name, (tuple(paras),))
        self.color = color
        """Of the second language's words, where they are smaller; empty where they are not."""

    def paragraphs(self, level: int, box: Box, side: int) -> tuple[Paragraph, ...]:
        """The paragraphs, broken into lines; smaller ones in a colour of their own."""
        made = super().paragraphs(level, box, side)
        color = "" if self.kit.levels or self.color == self.role.type.color else self.color
        if not color:
            return made
        pairs = zip(made, self.sides[side], strict=True)
        return tuple([replace(one, color=color) if isinstance(para, Below) else one for one, para in pairs])

    def size(self, level: int, para: Para) -> float:
        """The size of a paragraph at a step, in points."""
        own = super().size(level, para)
        if not isinstance(para, Below):
            return own
        return min(own, max(para.least, round(own * para.share * 2) / 2))

    def _side_height(self, key: tuple[int, float], side: tuple[Para, ...]) -> float:
        level, width = key
        total = 0.0
        for index, para in enumerate(side):
            size = self.size(level, para)
            lines = para.measured.lines(width - para.indent, size)
            self._wraps[key] |= lines > 1
            total += (lines * self.line_height + (para.gap if index else 0.0)) * size
        return total / PT_PER_MM


def _paragraph(para: Para, size: float, width: float, before: float) -> Paragraph:
    breaks = para.measured.breaks(width - para.indent, size)
    return Paragraph(
        para.line.runs,
        size,
        breaks,
        para.level,
        para.marker,
        para.number,
        para.indent,
        para.hang,
        before,
        para.line.path,
    )


def _blank(beside: Para | None) -> Para:
    """What stands beside a paragraph that the other language does not have: nothing, at the same size."""
    assert beside is not None
    return replace(beside, line=Line((), beside.line.span, beside.line.path), measured=Measured((), ()))


def _below(para: Para, share: float, least: float) -> Below:
    sign, room = para.sign or (BULLET_EM if para.marker else 0.0), para.room or para.hang
    return Below(para.line, para.measured, para.level, "", 0, para.indent, 0.0, 0.0, sign, room, share, least)
