"""Blocks as layout sees them: how high at each step of size, in both languages, and how drawn.

An element holds the same block in every language of the deck (`sides`, in the order of the
shows), so that one size serves all of them. Heights and widths are in mm, sizes in points.
"""

from __future__ import annotations

from math import ceil
from typing import Protocol, Self

from msgspec import Struct
from msgspec.structs import replace

from slidekit.scene.boxes import Box, Inset, Paragraph, Placeholder, Shape, Standing, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.fit import FitProblem
from slidekit.scene.metrics import DRAWN_LINE, SAFETY, Face, capitals, face
from slidekit.scene.theme import Fonts, Theme
from slidekit.show.pages import Line, Run

SIGN_GAP_MM = 2.2
"""What stays free between the widest arrow or number and the words after it."""
BULLET_EM = 0.556
"""How wide a bullet or a dash is at most; it has room enough at every size but grown ones."""
LEVEL_SHARE = 0.85
"""The size of a list's level, as a share of the level above it."""
_SHARES = tuple([LEVEL_SHARE**level for level in range(5)])


class Element(Protocol):
    """A block that can be tried at steps of size, 0 for the largest, and then placed."""

    @property
    def flexible(self) -> bool:
        """Whether it takes whatever room is left."""

    def height(self, level: int, width: float) -> float:
        """The least height in mm, the higher of all languages."""

    def steps(self) -> int:
        """How many sizes there are."""

    def wide(self, level: int, width: float) -> bool:
        """Whether something in it is wider than the box."""

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The shapes of one language."""

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """What does not fit at this level in this box."""


class _Faces(dict[tuple[str, bool, bool], Face]):
    """The faces of a theme by font, bold and italic, each read when a text first needs it."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, key: tuple[str, bool, bool]) -> Face:
        font, bold, italic = key
        found = self[key] = face(getattr(self._fonts, font), bold, italic)
        return found


class Kit:
    """What every element needs: the theme, its faces and the languages."""

    def __init__(self, theme: Theme, langs: tuple[str, ...]) -> None:
        self.theme, self.langs = theme, langs
        self._faces = _Faces(theme.fonts)
        self.levels: tuple[Standing, ...] = getattr(theme, "levels", ())
        """How the levels of a template's own placeholder stand; none in a theme of ours."""
        first = self.levels[0].size_pt if self.levels else 1.0
        self.shares = tuple([one.size_pt / first for one in self.levels]) or _SHARES
        """The size of each level, as a share of the first's."""

    def measure(self, runs: tuple[Run, ...], type_: Type) -> Measured:
        """Measure runs set in a type, each run adding its own emphasis."""
        font, bold, italic, known = type_.font, type_.bold, type_.italic, self._faces
        if type_.caps:
            return self._capitals(runs, type_)
        if len(runs) == 1 and not ((run := runs[0]).code or run.math):
            return Measured(runs, (known[font, bold or run.bold, italic or run.italic],))
        faces = [
            known["code" if run.code else font, bold or run.bold, (italic or run.italic) and not run.code]
            for run in runs
        ]
        if any(run.math for run in runs):
            from slidekit.scene.math import MathMeasured

            below = known[font, False, False].descent
            return MathMeasured(runs, tuple(faces), self.line_height(font) - below, below)
        return Measured(runs, tuple(faces))

    def _capitals(self, runs: tuple[Run, ...], type_: Type) -> Measured:
        family = getattr(self.theme.fonts, type_.font)
        faces = [capitals(family, type_.bold or run.bold, type_.italic or run.italic) for run in runs]
        return Measured(runs, tuple(faces))

    def sign(self, marker: str, type_: Type) -> float:
        """How wide an arrow or a number before a point is, in em: figures are as wide as the widest of them."""
        return self._faces[type_.font, False, False].advance("→" if marker == "→" else "0" * (len(marker) - 1) + ".")

    def line_height(self, font: str) -> float:
        """Baseline to baseline, as a multiple of the size; the same for every font."""
        return DRAWN_LINE * self.theme.line_spacing


class Para(Struct, frozen=True, gc=False):
    """A paragraph before its size is known."""

    line: Line
    measured: Measured
    level: int = 0
    marker: str = ""
    number: int = 0
    indent: float = 0.0
    hang: float = 0.0
    gap: float = 0.0
    """Above it, as a share of its size."""
    sign: float = 0.0
    """How wide its marker is, in em, where that may be wider than the room for it."""
    room: float = 0.0
    """In mm, the room that its marker has."""

    def hung(self, size: float) -> Self:
        """With the words further right where its marker would reach them at a size in points."""
        sign = self.sign or (BULLET_EM if self.marker else 0.0)
        more = sign * size / PT_PER_MM + SIGN_GAP_MM - (self.room or self.hang)
        if not sign or more <= 0:
            return self
        return replace(self, indent=self.indent + more, hang=self.hang + more if self.hang else 0.0)


class Role(Struct, frozen=True, gc=False):
    """How a text element looks and what it is called."""

    role: str
    what: str
    steps: tuple[float, ...]
    type: Type


class TextElement:
    """Paragraphs and lists."""

    flexible = False

    def __init__(self, kit: Kit, role: Role, name: str, sides: tuple[tuple[Para, ...], ...]) -> None:
        self.kit, self.role, self.name, self.sides = kit, role, name, sides
        self.placeholder: Placeholder | None = None
        self.hidden = False
        """Whether it is for screen readers only; it is then never too long."""
        self.spread = False
        """Whether gaps between paragraphs may grow to use the box."""
        self.line_height = kit.line_height(role.type.font)
        self._heights: dict[tuple[int, float], float] = {}
        self._wide: dict[tuple[int, float], bool] = {}
        """Whether a word of any is wider than the box."""
        self._wraps: dict[tuple[int, float], bool] = {}
        """Whether any paragraph takes more than a line, at a step and a width."""
        self._first = sides

    def pad(self, inset: Inset) -> None:
        """Make room for the panels that the text will stand on; one panel leaves it alone."""

    def steps(self) -> int:
        """How many sizes there are."""
        return len(self.role.steps)

    def size(self, level: int, para: Para) -> float:
        """The size of a paragraph at a step, in points."""
        steps = self.role.steps
        base = steps[min(level, len(steps) - 1)]
        if not para.level:
            return base
        return max(steps[-1], round(base * self.kit.shares[min(para.level, len(_SHARES) - 1)] * 2) / 2)

    def height(self, level: int, width: float) -> float:
        """The higher of the languages, in mm."""
        key = (min(level, len(self.role.steps) - 1), width)
        if key not in self._heights:
            self._wraps[key] = False
            self._heights[key] = max([self._side_height(key, side) for side in self.sides], default=0.0)
        return self._heights[key]

    def wide(self, level: int, width: float) -> bool:
        """Whether a word is wider than the box."""
        self.height(level, width)
        key = (min(level, len(self.role.steps) - 1), width)
        if not self._wraps[key]:
            return False
        if key not in self._wide:
            self._wide[key] = any(self._overhang(level, width, para) > 0 for side in self.sides for para in side)
        return self._wide[key]

    def _overhang(self, level: int, width: float, para: Para) -> float:
        """By how many em the widest word passes the box's edge; negative where it does not."""
        room = (width - para.indent) * PT_PER_MM * SAFETY / self.size(level, para)
        if para.measured.total <= room:
            return -1.0
        return para.measured.widest() - room

    def _side_height(self, key: tuple[int, float], side: tuple[Para, ...]) -> float:
        level, width = key
        base = self.role.steps[level]
        total = 0.0
        for index, para in enumerate(side):
            size = self.size(level, para) if para.level else base
            lines = para.measured.lines(width - para.indent, size)
            if lines > 1:
                self._wraps[key] = True
            total += (lines * self.line_height + para.gap if index else lines * self.line_height) * size
        return total / PT_PER_MM

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """One text shape."""
        return [
            TextShape(
                self.name,
                self.role.role,  # type: ignore[arg-type]
                box,
                self.paragraphs(level, box, side),
                self.role.type,
                self.line_height,
                self.placeholder,
                hidden=self.hidden,
            )
        ]

    def paragraphs(self, level: int, box: Box, side: int) -> tuple[Paragraph, ...]:
        """The paragraphs of one language, broken into lines."""
        stretch = self._stretch(level, box) if self.spread else 1.0
        found = []
        for index, para in enumerate(self.sides[side]):
            size = self.size(level, para)
            found.append(
                Paragraph(
                    para.line.runs,
                    size,
                    para.measured.breaks(box.w - para.indent, size),
                    para.level,
                    para.marker,
                    para.number,
                    para.indent,
                    para.hang,
                    round(para.gap * size * stretch, 1) if index else 0.0,
                    para.line.path,
                )
            )
        return tuple(found)

    def _stretch(self, level: int, box: Box) -> float:
        """How much wider the gaps may be: short lists breathe, up to 2.2 times."""
        gaps = max([sum(para.gap * self.size(level, para) for para in side[1:]) for side in self.sides], default=0.0)
        left = (box.h - self.height(level, box.w)) * PT_PER_MM
        return min(2.2, 1 + 0.6 * left / gaps) if gaps and left > 0 else 1.0

    def gaps(self, level: int, box: Box) -> float:
        """By how many mm the gaps between paragraphs grow where they use the box."""
        plain = max([sum(para.gap * self.size(level, para) for para in side[1:]) for side in self.sides], default=0.0)
        return plain * (self._stretch(level, box) - 1.0) / PT_PER_MM

    def resize(self, role: Role) -> None:
        """Take the sizes of another role; heights are measured anew, and markers get the room that they need."""
        self.role = role
        self._heights.clear()
        self._wraps.clear()
        self._wide.clear()
        self.hang(grown=True)

    def hang(self, *, grown: bool = False) -> None:
        """Make room for arrows and numbers at the largest size, and where it has grown for bullets and dashes."""
        size = self.role.steps[0]
        if grown or any(one.sign for side in self._first for one in side):
            self.sides = tuple([tuple([one.hung(size * self._part(one)) for one in side]) for side in self._first])

    def _part(self, para: Para) -> float:
        return self.kit.shares[min(para.level, len(_SHARES) - 1)] if para.level else 1.0

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """The first paragraph below the box in each language, and words wider than it."""
        found: list[FitProblem] = []
        if self.hidden or (self.height(level, box.w) <= box.h and not self.wide(level, box.w)):
            return found
        for lang, side in zip(self.kit.langs, self.sides, strict=True):
            found += self._too_high(level, box, lang, side)
            found += [
                FitProblem(
                    para.line.span,
                    lang,
                    self.role.what,
                    over,
                    "mm",
                    size,
                    para.line.plain,
                    split=not para.measured.whole,
                )
                for para in side
                if (em := self._overhang(level, box.w, para)) > 0
                for size in [self.size(level, para)]
                for over in [round(em * size / PT_PER_MM, 1)]
            ]
        return found

    def _too_high(self, level: int, box: Box, lang: str, side: tuple[Para, ...]) -> list[FitProblem]:
        key = (min(level, len(self.role.steps) - 1), box.w)
        over = self._side_height(key, side) - box.h
        if over <= 0.05:
            return []
        for last in range(1, len(side) + 1):
            if self._side_height(key, side[:last]) > box.h + 0.05:
                break
        para = side[last - 1]
        size = self.size(level, para)
        lines = ceil(over * PT_PER_MM / (size * self.line_height) * 10) / 10
        return [FitProblem(para.line.span, lang, self.role.what, lines, "lines", size, para.line.plain)]


def para(kit: Kit, line: Line, type_: Type, gap: float = 0.0) -> Para:
    """Measure one line set in a type."""
    return Para(line, kit.measure(line.runs, type_), gap=gap)
