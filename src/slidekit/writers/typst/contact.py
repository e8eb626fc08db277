"""Contact sheets: the slides of several scenes, small, in rows under a heading each, on one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from slidekit.scene.boxes import Scene
from slidekit.scene.pictures import Picture
from slidekit.writers.typst import document
from slidekit.writers.typst.pen import Desk, Look, Pen, Step
from slidekit.writers.typst.press import job, pngs
from slidekit.writers.typst.slide import slide_pt, steps

WIDTH_PT, GAP_PT, APART_PT, MARGIN_PT = 240.0, 7.0, 18.0, 26.0
"""Of a small slide; between two of them, between two scenes, around the sheet."""

ACROSS = 4
"""Small slides of one scene beside each other."""

PPI = 96.0


class Row(NamedTuple):
    """One theme: what is said over it, and its scenes, beside each other."""

    heading: str
    lines: tuple[str, ...]
    scenes: tuple[Scene, ...]


def contact(rows: Sequence[Row]) -> bytes:
    """A PNG with all rows; at least one."""
    styles: dict[tuple[object, ...], int] = {}
    grounds: list[object] = []
    first = rows[0].scenes[0]
    data, _ = document.data(Desk(first.theme, first.show.locale), first, 1.0)
    pictures: dict[Picture, str] = {}
    drawn = [_row(row, styles, grounds, pictures) for row in rows]
    most = max(len(row.scenes) for row in rows)
    width, height = slide_pt(first.theme)
    data |= {
        "grounds": grounds,
        "styles": list(styles),
        "rows": drawn,
        "paper": [most * (ACROSS * (WIDTH_PT + GAP_PT) - GAP_PT) + (most - 1) * APART_PT + 2 * MARGIN_PT],
        "margin": MARGIN_PT,
        "gap": GAP_PT,
        "slide": [WIDTH_PT, round(WIDTH_PT * height / width, 3)],
    }
    return pngs(job("contact", data, pictures), PPI)[0]


def _row(
    row: Row, styles: dict[tuple[object, ...], int], grounds: list[object], pictures: dict[Picture, str]
) -> list[object]:
    """Its heading, the widths of its columns with the room between them, and its small slides."""
    desk = Desk(row.scenes[0].theme, row.scenes[0].show.locale, styles=styles)
    pen = Pen(desk)
    heading: list[object] = [pen.style(Look("heading", 17.0, "1B1F24", 1.25, bold=True)), row.heading]
    said = [[heading], *[[[pen.style(Look("body", 11.5, "3B434C", 1.25)), line]] for line in row.lines]]
    per_scene = [list(_thumbnails(scene, styles, grounds, pictures)) for scene in row.scenes]
    columns: list[float] = []
    for number in range(len(row.scenes)):
        columns += [APART_PT] * bool(number)
        for place in range(ACROSS):
            columns += [GAP_PT] * bool(place) + [WIDTH_PT]
    return [said, columns, list(_cells(per_scene))]


def _cells(per_scene: Sequence[Sequence[object]]) -> Iterator[object]:
    """The small slides line by line, `0` for the room between them."""
    for start in range(0, max(map(len, per_scene)), ACROSS):
        for number, slides in enumerate(per_scene):
            if number:
                yield 0
            for place in range(start, start + ACROSS):
                if place > start:
                    yield 0
                yield slides[place] if place < len(slides) else 0


def _thumbnails(
    scene: Scene, styles: dict[tuple[object, ...], int], grounds: list[object], pictures: dict[Picture, str]
) -> Iterator[object]:
    """Each slide as the number of its ground and its steps."""
    scale = WIDTH_PT / slide_pt(scene.theme)[0]
    desk = Desk(scene.theme, scene.show.locale, styles=styles, pictures=pictures)
    data, numbers = document.data(desk, scene, scale)
    start = len(grounds)
    own = data["grounds"]
    assert isinstance(own, list)
    grounds += own
    for slide, level in document.shown(scene):
        drawn: list[Step] = steps(desk, scene, slide, level, scale, plain=True)
        yield [start + numbers[slide.layout], drawn]
