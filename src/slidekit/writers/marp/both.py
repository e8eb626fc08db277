"""A slide in both languages as Markdown: every text directly above its translation, what is the same in both once.

Markdown has no way to say where the second language stands, so that the slide's classes say it by counting, as in
`second-p-2-4`: of the slide's own paragraphs, the second and the fourth. The CSS sizes and places them by these
classes, and our engine for marp-cli gives them their `lang`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import cast

from msgspec import Struct, field
from msgspec.structs import replace

from slidekit.scene.boxes import Art, CodeShape, SceneSlide, TextShape
from slidekit.show import merging, pages
from slidekit.show.pages import Line, Page, Run
from slidekit.writers.marp import formula
from slidekit.writers.marp.classes import NIGHT
from slidekit.writers.marp.escape import heading, paragraph
from slidekit.writers.marp.points import APART, comes_apart, sign

Single = Callable[[pages.Block], list[str]]
"""What writes a block that is said once."""

JOINT = " \n "
"""Between two languages in one cell or line: the spaces are not drawn, and tell it from a break of the author's."""
NOTHING = "&nbsp;"
"""A paragraph beside one that the other language does not have."""
_TEXTS = ("body", "heading", "quote")


class Written(Struct):
    """A slide being written: its Markdown, and what its classes count."""

    slide: SceneSlide
    single: Single
    halves: bool
    """Whether each language has its half; else each text stands right above its translation."""
    kept: bool
    """Whether columns stay beside each other."""
    parts: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How many there are so far of the slide's own paragraphs (`p`), headings of columns (`h3`), panels (`pre`)."""
    marks: dict[str, list[int]] = field(default_factory=dict)
    """By the name of a class, such as `second-p`, the numbers that it names."""
    lists: int = 0
    cosigned: bool = False
    """Whether those who said it are named in both languages."""

    def classes(self) -> list[str]:
        """The classes that say which is which."""
        found = [f"{name}-{'-'.join(map(str, numbers))}" for name, numbers in self.marks.items()]
        return [*found, "cosigned"] if self.cosigned else found

    def add(self, tag: str, text: str, *marks: str) -> None:
        """A paragraph or heading of the slide's own; `marks` say what it is."""
        self.parts.append(text)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        for mark in marks:
            self.marks.setdefault(f"{mark}-{tag}", []).append(self.counts[tag])

    def pair(self, first: Line | None, second: Line | None, *marks: str) -> None:
        """A paragraph in both languages; once where it says the same and does not stand in halves."""
        one, other = _words(first), _words(second)
        if not self.halves and (not other or not one or _same(first, second)):
            self.add("p", one or other, *marks, *([] if one else ["second"]))
        elif one or other:
            self.add("p", one or NOTHING, *marks)
            self.add("p", other or NOTHING, "second", *marks)

    def caption(self, first: Line | None, second: Line | None) -> None:
        """What stands under a table, a picture or a panel."""
        if _words(first) or _words(second):
            self.pair(first, second, "legend")

    def blocks(self, first: Sequence[pages.Block], second: Sequence[pages.Block]) -> None:
        """All blocks, takeaways last, as on the slide."""
        rows = list(zip(first, second, strict=True))
        for last in (False, True):
            built = False
            for one, other in rows:
                if isinstance(one, pages.Takeaway) == last:
                    self.parts += [APART] if built and comes_apart(one) else []
                    built = comes_apart(one)
                    self._block(one, other)

    def _block(self, one: pages.Block, other: pages.Block) -> None:
        match one, other:
            case pages.Subtitle(first), pages.Subtitle(second):
                self.pair(first, second, "sub")
            case pages.Takeaway(first), pages.Takeaway(second):
                self._quote([(first, second)])
            case pages.Paragraphs(first), pages.Paragraphs(second):
                rows = list(zip_longest(first, second))
                if all(_same(*row) for row in rows):
                    for line, _ in rows:
                        self.add("p", _words(line), "whole")
                    return
                for row in rows:
                    self.pair(*row)
            case pages.Bullets(first, build), pages.Bullets(second):
                self._bullets(first, second, build)
            case pages.Quote(first, by), pages.Quote(second, other_by):
                signed = _by(by, other_by)
                self.cosigned |= any(second is not None for _, second in signed)
                self._quote([*zip_longest(first, second), *signed])
            case pages.Columns(first), pages.Columns(second):
                for column, twin in zip(first, second, strict=True):
                    self._column(column, twin)
            case pages.Table(), pages.Table():
                self._once(_cells(merging.table(one, other)))
                self.caption(one.caption, other.caption)
            case pages.Chart(), pages.Chart():
                self._once(merging.chart(one, other))
                self.caption(one.caption, other.caption)
            case pages.Math(), pages.Math():
                for place, latex in enumerate(dict.fromkeys([one.latex, other.latex])):
                    drawn = formula.block(latex)
                    self.add("p" if drawn.startswith("$$") else "pre", drawn, *(["other"] if place else []))
                self.caption(one.caption, other.caption)
            case _:
                self._matter(cast("merging.Verbatim", one), cast("merging.Verbatim", other))

    def _quote(self, rows: Sequence[tuple[Line | None, Line | None]]) -> None:
        """A block quote, paragraph by paragraph in both languages; once where all of it is the same in both."""
        alike = not self.halves and all(_same(*row) or row[1] is None for row in rows)
        texts: list[str] = []
        for at, (first, second) in enumerate(rows):
            signed = at and second is None
            texts += [_words(line) or NOTHING for line in ((first,) if alike or signed else (first, second))]
        quoted = "\n".join([f"> {line}".rstrip(" ") for line in "\n\n".join(texts).split("\n")])
        self.add("blockquote", quoted, *([] if alike else ["paired"]))

    def _once(self, block: pages.Table | pages.Chart) -> None:
        self.parts += self.single(replace(block, caption=None))

    def _matter(self, one: merging.Verbatim, other: merging.Verbatim) -> None:
        """Listings, drawings and pictures: once where both languages show the same, else both."""
        tag = "p" if isinstance(one, pages.Image) else "pre"
        blocks: list[merging.Verbatim] = [one, other]
        if merging.neutral(one, other):
            blocks = [merging.once(one, other)]
        each = ["each"] if len(blocks) > 1 and self._beside(one.path) else []
        captions = [[one.caption, other.caption]] if len(blocks) == 1 else [[one.caption], [other.caption]]
        for place, (block, lines) in enumerate(zip(blocks, captions, strict=True)):
            made = self.single(replace(block, caption=None))
            if made and made[0]:
                under = _under(lines) if tag == "p" else ""
                self.add(tag, f"{made[0]}\n{under}".rstrip("\n"), *each, *(["other"] if place else []))
        if tag == "pre":
            self.caption(one.caption, other.caption)

    def _beside(self, path: str) -> bool:
        """Whether what stands at a place in the deck is drawn in both languages beside each other."""
        own = [
            one.box for one in self.slide.shapes if not isinstance(one, TextShape | Art) and path in one.name.split()
        ]
        return len(own) > 1 and own[-1].x > own[0].x + 1

    def _column(self, column: pages.Column, twin: pages.Column) -> None:
        """A heading, empty where the column has none: it tells where the column begins."""
        heads = [heading(one.title.runs) if one.title else "" for one in (column, twin)]
        if self.kept or any(heads):
            self.add("h3", f"### {heads[0]}".rstrip())
            if heads[1] and (self.halves or heads[0] != heads[1]):
                self.add("h3", f"### {heads[1]}", "second")
        self.lists = 0 if self.kept else self.lists
        self.blocks(column.blocks, twin.blocks)

    def _bullets(self, first: Sequence[pages.Item], second: Sequence[pages.Item], build: bool) -> None:
        alike = all(_same(one.line, other.line) for one, other in zip(first, second, strict=True))
        self.lists += 1
        bullet = "-" if self.lists % 2 else "+"
        lines: list[str] = []
        indents = [""]
        for one, other in zip(first, second, strict=True):
            level = min(one.level, len(indents) - 1)
            del indents[level + 1 :]
            marker = sign(one, bullet, build=build)
            indents.append(indents[level] + " " * (len(marker) + 1))
            said = [_point(item) for item in (one, other)]
            if alike or (not self.halves and (not all(said) or said[0] == said[1])):
                said = [said[0] or said[1]]
            elif not self.halves:  # an arrow stands before the first alone
                said[1] = paragraph(other.line.runs)
            texts = [(words or NOTHING).replace("\n", f"\n{indents[-1]}") for words in said]
            lines.append(f"{indents[level]}{marker} {texts[0]}".rstrip(" "))
            lines += [f"{indents[-1]}{text}" for text in texts[1:]]
        self.parts.append(("\n" if alike else "\n\n").join(lines))


def halved(slide: SceneSlide) -> bool:
    """Whether the languages stand in halves, rather than each text above its translation."""
    second = slide.page.twin.locale if slide.page.twin else ""
    for shape in slide.shapes:
        if isinstance(shape, TextShape) and shape.role in _TEXTS:
            spoken = {run.locale for one in shape.paragraphs for run in one.runs}
            if second in spoken and len(spoken) > 1:
                return False
    return True


def write(slide: SceneSlide, edition: str, single: Single) -> Written:
    """What a slide says in both languages, from its blocks on."""
    page, twin = slide.page, cast("Page", slide.page.twin)
    halves = edition == "side-by-side" and halved(slide)
    made = Written(slide, single, halves, not halves)
    level = "#" if page.layout in NIGHT else "##"
    titles = [heading(one.title.runs) for one in (page, twin)]
    made.parts += [f"{level} {title}".rstrip() for title in dict.fromkeys(titles) if title or title == titles[0]]
    made.blocks(page.blocks, twin.blocks)
    for shape in slide.shapes:
        if isinstance(shape, TextShape) and shape.role == "meta":
            for line in shape.paragraphs:
                other = {run.locale for run in line.runs} == {twin.locale}
                made.add("p", paragraph(line.runs), *(["second"] if other else []))
        elif isinstance(shape, TextShape) and shape.role == "link":
            for line in shape.paragraphs:
                made.add("p", paragraph(line.runs))
    return made


def names(slide: SceneSlide, edition: str) -> list[str]:
    """The classes of a slide in both languages."""
    assert slide.page.twin is not None
    made = write(slide, edition, lambda _: ["-"])
    below = ["below"] if edition == "side-by-side" and not made.halves else []
    windows = [one for one in slide.shapes if isinstance(one, CodeShape) and isinstance(one.block, pages.Terminal)]
    below += ["slim"] if windows and not any(one.dots for one in windows) else []
    return ["both", edition, *below, f"and-{slide.page.twin.locale}", *made.classes()]


def _under(captions: Sequence[Line | None]) -> str:
    """What stands under a picture, in its own paragraph: a line for each language."""
    said = dict.fromkeys([heading(line.runs) for line in captions if line is not None and line.runs])
    return JOINT.replace("\n", "&#10;").join(said)


def _words(line: Line | None) -> str:
    return paragraph(line.runs) if line is not None else ""


def _same(first: Line | None, second: Line | None) -> bool:
    return first is not None and second is not None and merging.alike(first, second)


def _point(item: pages.Item) -> str:
    runs = item.line.runs
    return paragraph((Run("→ ", ""), *runs) if item.marker == "arrow" and runs else runs)


def _by(first: Line | None, second: Line | None) -> list[tuple[Line | None, Line | None]]:
    """Who said it; once where both languages write it alike."""
    signed = [
        replace(line, runs=(Run("— ", line.runs[0].locale), *line.runs)) if line is not None and line.runs else None
        for line in (first, second)
    ]
    return [(signed[0], None if _same(first, second) else signed[1])] if any(signed) else []


def _cells(table: pages.Table) -> pages.Table:
    """The table with the joint in the cells that hold both languages."""
    return replace(
        table,
        header=tuple([_joined(line) for line in table.header]),
        rows=tuple([tuple([_joined(line) for line in row]) for row in table.rows]),
    )


def _joined(line: Line) -> Line:
    runs = list(line.runs)
    for at in range(1, len(runs) - 1):
        if runs[at].text == merging.BREAK and runs[at - 1].locale != runs[at + 1].locale:
            runs[at] = replace(runs[at], text=JOINT)
            return replace(line, runs=tuple(runs))
    return line
