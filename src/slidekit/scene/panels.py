"""Panels: listings, transcripts and drawings in fixed pitch, and tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from slidekit.scene import code
from slidekit.scene.boxes import Box, Cell, CodeShape, Inset, Paragraph, Shape, TableShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.elements import Kit, Para, para
from slidekit.scene.fit import FitProblem
from slidekit.scene.metrics import SAFETY, Face, face
from slidekit.show import pages

CELL_INSET = Inset(2.5, 1.5, 2.5, 1.5)
SLIM_INSET = Inset(7, 4.5, 6, 4)
"""Inside a transcript that has no dots."""
MIN_COLUMN_MM = 14.0
SNUG_MM = 0.2
"""What a column is wider than its words: at small sizes other programs round the place of each letter."""
AIRY_ROWS = 1.8
"""How much higher than needed table rows may be to use the room."""


@lru_cache(maxsize=4096)
def _columns_em(source: str, own: Face) -> float:
    return max([own.advance(line) for line in source.split("\n")], default=0.0)


class CodeElement:
    """A listing, a transcript or a drawing, on a panel that fills the room it is given."""

    flexible = False
    stretches = True

    def __init__(self, kit: Kit, name: str, sides: tuple[code.Block, ...]) -> None:
        self.kit, self.name, self.sides = kit, name, sides
        self.line_height = kit.line_height("code")
        self.face = face(kit.theme.fonts.code)
        self.lines = [code.lines(side) for side in sides]
        self._most = max(map(len, self.lines))
        self._widest = max([_columns_em("\n".join(lines), self.face) for lines in dict.fromkeys(self.lines)])
        self.inset = {
            pages.Code: Inset(6.5, 4.5, 5, 4.5),
            pages.Terminal: Inset(7, 11, 6, 5),
            pages.Diagram: Inset(6, 5, 6, 5),
        }[type(sides[0])]
        self.dots = isinstance(sides[0], pages.Terminal)

    def slim(self) -> None:
        """Leave out the dots of a terminal window: what stands twice on a slide needs their room for its words."""
        if self.dots:
            self.dots, self.inset = False, SLIM_INSET

    def match(self, others: Sequence[CodeElement]) -> None:
        """Take the size that the widest of these needs: listings side by side look alike."""
        self._widest = max(self._widest, *[one._widest for one in others])

    def wanted(self, size_pt: float) -> float:
        """How wide the panel must be for its longest line at a size."""
        return self._widest * size_pt / PT_PER_MM / SAFETY + self.inset.left + self.inset.right

    def steps(self) -> int:
        """How many sizes there are."""
        return len(self.kit.theme.sizes.code)

    def size(self, level: int) -> float:
        """The size at a step."""
        steps = self.kit.theme.sizes.code
        return steps[min(level, len(steps) - 1)]

    def height(self, level: int, width: float) -> float:
        """All lines and the panel's own margins."""
        return self._most * self.size(level) * self.line_height / PT_PER_MM + self.inset.top + self.inset.bottom

    def wide(self, level: int, width: float) -> bool:
        """Whether a line is wider than the panel: lines of code are never broken."""
        room = (width - self.inset.left - self.inset.right) * PT_PER_MM * SAFETY / self.size(level)
        return self._widest > room

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The panel."""
        block = self.sides[side]
        palette = self.kit.theme.palette
        terminal, drawing = isinstance(block, pages.Terminal), isinstance(block, pages.Diagram)
        return [
            CodeShape(
                self.name,
                box,
                block,
                self.size(level),
                self.line_height,
                self.inset,
                palette.night if terminal else palette.panel,
                rounded=self.kit.theme.rounded and not isinstance(block, pages.Code),
                bar=palette.second if isinstance(block, pages.Code) else None,
                dots=self.dots,
                alt=block.alt if isinstance(block, pages.Diagram) else "",
                locale=block.locale,
                anchor="middle" if drawing else "top",
                centered=drawing,
            )
        ]

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """Lines beyond the right edge or below the panel."""
        found: list[FitProblem] = []
        if not self.wide(level, box.w) and self.height(level, box.w) <= box.h:
            return found
        size = self.size(level)
        room = (box.w - self.inset.left - self.inset.right) * PT_PER_MM * SAFETY / size
        high = (box.h - self.inset.top - self.inset.bottom + 0.05) * PT_PER_MM / (size * self.line_height)
        for lang, side, lines in zip(self.kit.langs, self.sides, self.lines, strict=True):
            what = type(side).__name__.lower()
            longest = max(lines, key=self.face.advance)
            if (over := self.face.advance(longest) - room) > 0:
                signs = float(round(over / self.face.advance("0") + 0.5))
                found.append(FitProblem(side.span, lang, what, signs, "characters", size, longest.strip()))
            if (below := len(lines) - high) > 0:
                text = lines[max(0, int(high))].strip()
                found.append(FitProblem(side.span, lang, what, round(below + 0.05, 1), "lines", size, text))
        return found


class TableElement:
    """A table whose columns are as wide as both languages need."""

    flexible = False
    stretches = False
    airy = True
    """Whether its rows may be higher than needed."""

    def __init__(self, kit: Kit, name: str, sides: tuple[pages.Table, ...]) -> None:
        self.kit, self.name, self.sides = kit, name, sides
        palette = kit.theme.palette
        self.cell_type = Type("body", palette.ink, link_color=palette.second, code_color=palette.second)
        self.head_type = Type("body", palette.on_night, bold=True)
        self.line_height = kit.line_height("body")
        self.grids = [self._measure(side) for side in sides]
        self._columns: dict[tuple[int, float], tuple[float, ...]] = {}
        self._heights: dict[tuple[int, float], list[float]] = {}
        self._wraps: dict[tuple[int, float], bool] = {}
        """Whether any cell takes more than a line, at a step and a width."""

    def _measure(self, table: pages.Table) -> list[list[Para]]:
        head = [[para(self.kit, line, self.head_type) for line in table.header]] if table.header else []
        return head + [[para(self.kit, line, self.cell_type) for line in row] for row in table.rows]

    def steps(self) -> int:
        """How many sizes there are."""
        return len(self.kit.theme.sizes.table)

    def size(self, level: int) -> float:
        """The size at a step."""
        steps = self.kit.theme.sizes.table
        return steps[min(level, len(steps) - 1)]

    def columns(self, level: int, width: float) -> tuple[float, ...]:
        """The columns' widths in mm, which add up to the table's: natural ones, evenly widened or narrowed."""
        key = (min(level, self.steps() - 1), width)
        if key not in self._columns:
            self._columns[key] = self._share(self.size(level) / PT_PER_MM / SAFETY, width)
        return self._columns[key]

    def _share(self, mm_per_em: float, width: float) -> tuple[float, ...]:
        count = max(len(row) for grid in self.grids for row in grid)
        margin = CELL_INSET.left + CELL_INSET.right + SNUG_MM
        natural, least = [MIN_COLUMN_MM] * count, [MIN_COLUMN_MM] * count
        for grid in self.grids:
            for row in grid:
                for index, cell in enumerate(row):
                    natural[index] = max(natural[index], cell.measured.longest() * mm_per_em + margin)
                    if natural[index] > width / count:
                        least[index] = max(least[index], cell.measured.widest() * mm_per_em + margin)
                    else:
                        least[index] = max(least[index], natural[index])
        spare = width - sum(natural)
        if spare >= 0:
            return tuple([own + spare * own / sum(natural) for own in natural])
        wanted = [max(0.0, own - low) for own, low in zip(natural, least, strict=True)]
        room = width - sum(least)
        if room <= 0 or not sum(wanted):
            return tuple([own * width / sum(least) for own in least])
        return tuple([low + room * want / sum(wanted) for low, want in zip(least, wanted, strict=True)])

    def heights(self, level: int, width: float) -> list[float]:
        """Each row's least height, the higher of all languages."""
        key = (min(level, self.steps() - 1), width)
        if key not in self._heights:
            self._heights[key] = self._row_heights(level, width)
            one_line = self.size(level) * self.line_height / PT_PER_MM + CELL_INSET.top + CELL_INSET.bottom
            self._wraps[key] = any(high > one_line + 0.01 for high in self._heights[key])
        return self._heights[key]

    def _row_heights(self, level: int, width: float) -> list[float]:
        size, columns = self.size(level), self.columns(level, width)
        margin = CELL_INSET.left + CELL_INSET.right
        found = []
        for rows in zip(*self.grids, strict=True):
            most = 1
            for row in rows:
                for cell, own in zip(row, columns, strict=False):
                    most = max(most, cell.measured.lines(own - margin, size))
            found.append(most * size * self.line_height / PT_PER_MM + CELL_INSET.top + CELL_INSET.bottom)
        return found

    def height(self, level: int, width: float) -> float:
        """All rows."""
        return sum(self.heights(level, width))

    def wide(self, level: int, width: float) -> bool:
        """Whether a word is wider than its column."""
        self.heights(level, width)
        return self._wraps[min(level, self.steps() - 1), width] and bool(self._split_cells(level, width))

    def _split_cells(self, level: int, width: float) -> list[tuple[str, Para, float]]:
        size, columns = self.size(level), self.columns(level, width)
        margin = CELL_INSET.left + CELL_INSET.right
        found = []
        for lang, grid in zip(self.kit.langs, self.grids, strict=True):
            for row in grid:
                for cell, own in zip(row, columns, strict=False):
                    room = (own - margin + 0.01) * PT_PER_MM * SAFETY / size
                    if cell.measured.total > room and (over := cell.measured.widest() - room) > 0:
                        found.append((lang, cell, over * size / PT_PER_MM))
        return found

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """One native table."""
        table, grid = self.sides[side], self.grids[side]
        size, columns = self.size(level), self.columns(level, box.w)
        heights = self.heights(level, box.w)
        airy = min(AIRY_ROWS, max(1.0, box.h / sum(heights)))
        margin = CELL_INSET.left + CELL_INSET.right
        rows = tuple(
            tuple(
                Cell(
                    (self.cell_paragraph(cell, size, own - margin),),
                    table.align[index] if index < len(table.align) else "left",
                )
                for index, (cell, own) in enumerate(zip(row, columns, strict=False))
            )
            for row in grid
        )
        high = tuple(round(own * airy, 2) for own in heights)
        real = box._replace(h=sum(high))
        return [
            TableShape(
                self.name,
                real,
                columns,
                rows,
                high,
                bool(table.header),
                size,
                self.line_height,
                table.alt,
                table.locale,
            )
        ]

    @staticmethod
    def cell_paragraph(cell: Para, size: float, width: float) -> Paragraph:
        """A cell's words, broken."""
        return Paragraph(cell.line.runs, size, cell.measured.breaks(width, size), path=cell.line.path)

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """The table too high, or a word wider than its column."""
        if self.height(level, box.w) <= box.h and not self.wide(level, box.w):
            return []
        size = self.size(level)
        found = [
            FitProblem(
                cell.line.span,
                lang,
                "table cell",
                round(over, 1),
                "mm",
                size,
                cell.line.plain,
                split=not cell.measured.whole,
            )
            for lang, cell, over in self._split_cells(level, box.w)
        ]
        over = self.height(level, box.w) - box.h
        if over > 0.05:
            lines = round(over * PT_PER_MM / (size * self.line_height) + 0.05, 1)
            found += [
                FitProblem(side.span, lang, "table", lines, "lines", size, grid[0][0].line.plain)
                for lang, side, grid in zip(self.kit.langs, self.sides, self.grids, strict=True)
            ]
        return found
