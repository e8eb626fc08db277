"""The classes of a slide: what kind it is, and where its sizes differ from the theme's largest.

Markdown writes them in `<!-- _class: … -->` and the CSS gives them a meaning; both read them here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil

from slidekit.scene.boxes import ChartShape, CodeShape, MathShape, PictureShape, SceneSlide, TableShape, TextShape
from slidekit.scene.math import LARGER
from slidekit.scene.theme import Theme
from slidekit.show import pages
from slidekit.show.pages import Edition
from slidekit.writers.marp import cropping

NIGHT = {"title": "cover", "section": "section", "closing": "closing"}
"""Layouts on the dark ground, by their class."""

LEVEL_SHARE = 0.85
SIZED = ("cover", "title", "subtitle", "body", "quote", "table", "code", "takeaway", "caption")
"""Roles with steps of size; a class is the role and the size, `body-22`."""


_NOTICED = 0.03
"""A difference between two shares of size that shows."""


def of(slide: SceneSlide, theme: Theme, edition: Edition = "en") -> list[str]:
    """The slide's classes; none for an ordinary slide at the theme's sizes."""
    page = slide.page
    together: list[str] = []
    if page.twin is not None:
        from slidekit.writers.marp import both

        together = [*both.names(slide, edition), *_foot(slide)]
        if edition == "stacked":
            together += _under(slide, theme, page.twin.locale)
            together += _over(slide, page.twin.locale)
    found = [NIGHT[page.layout]] if page.layout in NIGHT else []
    if page.layout in ("quote", "picture", "blank"):
        found.append(page.layout)
    if not page.title_shown:
        found.append("untitled")
    kinds = [name for name in _of_blocks(page.blocks) if not (together and name == "formula-captioned")]
    if together and edition == "side-by-side" and "below" not in together:
        kinds = [name for name in kinds if not name.startswith("columns-")]
    found += kinds
    if not together and (texts := _texts_below(page.blocks)):
        found.append(f"text-p-{'-'.join(map(str, texts))}")
    found += _arrows(page.blocks)
    found += [f"{role}-{step(size)}" for role, size in _sizes(slide) if size != getattr(theme.sizes, role)[0]]
    if any(isinstance(shape, ChartShape) for shape in slide.shapes):
        found.append(f"chart-{page.number}")
    found += [crop] if (crop := cropping.name(slide)) else []
    return together + found + list(_beside(slide))


def _foot(slide: SceneSlide) -> Iterator[str]:
    """How high the takeaway's bar is, in mm."""
    bars = [shape.box.h for shape in slide.shapes if isinstance(shape, TextShape) and shape.role == "takeaway"]
    if bars:
        yield f"foot-{ceil(max(bars))}"


def _over(slide: SceneSlide, second: str) -> Iterator[str]:
    """How many lines the title takes in the second language, over which the first one stands; one is not said."""
    for shape in slide.shapes:
        if isinstance(shape, TextShape) and shape.role == "title" and not shape.hidden:
            below = [one for one in shape.paragraphs if one.runs and one.runs[0].locale == second]
            lines = sum(1 + len(one.breaks) + sum(run.text == "\n" for run in one.runs) for one in below)
            if lines > 1:
                yield f"over-{lines}"


def _under(slide: SceneSlide, theme: Theme, second: str) -> Iterator[str]:
    """Where the second language is larger beside the first than the theme's share says: the share in hundredths."""
    shares: dict[str, float] = {}
    for shape in slide.shapes:
        if not isinstance(shape, TextShape) or shape.hidden or shape.role not in SIZED:
            continue
        firsts = [line for line in shape.paragraphs if line.runs and line.runs[0].locale != second]
        for line in shape.paragraphs:
            above = [one.size_pt for one in firsts if one.level == line.level]
            if line.runs and line.runs[0].locale == second and above:
                shares[shape.role] = line.size_pt / above[0]
    for role, share in shares.items():
        if share - theme.stacked_share > _NOTICED:
            yield f"under-{role}-{round(share * 100)}"


def step(size_pt: float) -> str:
    """A size within a class name: `22`, `13_5`."""
    return f"{size_pt:g}".replace(".", "_")


def charts(slide: SceneSlide) -> list[tuple[int, ChartShape]]:
    """The slide's charts, each with its place, from 1, among all that Markdown writes as tables."""
    grids = [shape for shape in slide.shapes if isinstance(shape, ChartShape | TableShape)]
    return [(place, shape) for place, shape in enumerate(grids, 1) if isinstance(shape, ChartShape)]


def _of_blocks(blocks: tuple[pages.Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case pages.Subtitle():
                yield "subtitled"
            case pages.Takeaway():
                yield "takeaway"
            case pages.Columns(columns):
                yield f"columns-{len(columns)}"
                yield from dict.fromkeys(name for column in columns for name in _of_blocks(column.blocks))
            case pages.Quote(by=by) if by is not None:
                yield "signed"
            case pages.Math(caption=caption) if caption is not None:
                yield "formula-captioned"
            case pages.Code(highlight=lines) if lines:
                yield f"lines-{'-'.join(map(str, lines))}"
            case _:
                pass


def _texts_below(blocks: tuple[pages.Block, ...]) -> list[int]:
    """Which of the slide's own paragraphs stand right under a panel or a table, and are no captions of theirs."""
    found, before, count = [], "", 0
    for tag in _tags(blocks):
        count += tag in ("p", "text")
        if tag == "text" and before in ("pre", "table"):
            found.append(count)
        before = tag
    return found


def _tags(blocks: tuple[pages.Block, ...]) -> Iterator[str]:
    """What Markdown makes of blocks: elements, and `text` for paragraphs of running text."""
    for block in blocks:
        match block:
            case pages.Paragraphs(lines):
                yield from ("text" for line in lines if line.plain.strip("\n"))
            case pages.Code() | pages.Terminal() | pages.Diagram():
                yield "pre"
                yield from ["p"] * bool(block.caption and block.caption.runs)
            case pages.Table() | pages.Chart():
                yield "table"
                yield from ["p"] * bool(block.caption and block.caption.runs)
            case pages.Math():
                yield from ["p"] * (1 + bool(block.caption and block.caption.runs))
            case pages.Subtitle() | pages.Image():
                yield "p"
            case pages.Columns(columns):
                for column in columns:
                    yield "h3"
                    yield from _tags(column.blocks)
            case _:
                yield "other"


def _arrows(blocks: tuple[pages.Block, ...]) -> Iterator[str]:
    """Which points of the outer lists carry an arrow: `arrows`, or by list and point `arrows-2`, `arrows-2-1`."""
    lists = [markers for items in _items(blocks) for markers in _lists(items)]
    if lists and all(marker == "arrow" for markers in lists for marker in markers):
        yield "arrows"
        return
    for number, markers in enumerate(lists, 1):
        if all(marker == "arrow" for marker in markers):
            yield f"arrows-{number}"
        else:
            yield from (f"arrows-{number}-{at}" for at, marker in enumerate(markers, 1) if marker == "arrow")


def _items(blocks: tuple[pages.Block, ...]) -> Iterator[tuple[pages.Item, ...]]:
    for block in blocks:
        if isinstance(block, pages.Bullets):
            yield block.items
        elif isinstance(block, pages.Columns):
            for column in block.columns:
                yield from _items(column.blocks)


def _lists(items: tuple[pages.Item, ...]) -> Iterator[list[str]]:
    """The markers of each list that is not numbered, as Markdown will have them."""
    outer = [item.marker for item in items if item.level == 0]
    for numbered, group in groupby(outer, key=lambda marker: marker == "number"):
        if not numbered:
            yield list(group)


def _sizes(slide: SceneSlide) -> Iterator[tuple[str, float]]:
    """The smallest size chosen for each role of the slide."""
    found: dict[str, float] = {}
    for shape in slide.shapes:
        role, size = "", 0.0
        if isinstance(shape, TextShape):
            role, size = _text_size(slide, shape)
        elif isinstance(shape, CodeShape):
            role, size = "code", shape.size_pt
        elif isinstance(shape, TableShape):
            role, size = "table", shape.size_pt
        elif isinstance(shape, MathShape):
            role, size = "body", round(shape.size_pt / LARGER, 1)
        if role:
            found[role] = min(size, found.get(role, size))
    for role in SIZED:
        if role in found:
            yield role, found[role]


def _text_size(slide: SceneSlide, shape: TextShape) -> tuple[str, float]:
    role: str = shape.role
    if shape.hidden or not shape.paragraphs or role not in SIZED:
        return "", 0.0
    if role == "title" and slide.page.layout in NIGHT:
        role = "cover"
    outer = min(shape.paragraphs, key=lambda one: one.level)
    return role, round(outer.size_pt / LEVEL_SHARE**outer.level, 1)


def _beside(slide: SceneSlide) -> Iterator[str]:
    """A picture that stands beside the slide's text: on which side, and how much of the width in mm is text's."""
    pictures = [shape for shape in slide.shapes if isinstance(shape, PictureShape)]
    texts = [shape for shape in slide.shapes if isinstance(shape, TextShape) and shape.role in ("body", "quote")]
    if len(pictures) != 1 or len(texts) != 1 or any(isinstance(one, pages.Columns) for one in slide.page.blocks):
        return
    picture, text = pictures[0].box, texts[0].box
    if text.x + text.w <= picture.x + 0.5:
        yield f"picture-right-{round(text.w)}"
    elif picture.x + picture.w <= text.x + 0.5:
        yield f"picture-left-{round(text.w)}"
