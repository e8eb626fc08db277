"""`python -m benchmarks.fit_report`: what the layout predicts of dense slides, against what LibreOffice draws.

Two promises are kept or broken, and the exit code says which: no paragraph is predicted with too few lines, and
of the texts that `check` says do not fit (SK401) at least 95 % do not. Half of the slides are as full as fits or a
little less, half stand around the limit on both sides of it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, cast
from unittest.mock import patch

from benchmarks import dense
from benchmarks.drawn_lines import Drawn, Set, convert, drawn, pages, paragraphs
from slidekit import build
from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.elements import Kit, TextElement
from slidekit.scene.fit import FitProblem
from slidekit.scene.layout import Layouts
from slidekit.scene.plan import Placed, Plan
from slidekit.show.pages import Edition
from slidekit.writers import pptx

FONTS = Path(__file__).resolve().parent.parent / "src" / "slidekit" / "fonts"
EDITIONS: tuple[Edition, ...] = ("en", "fr", "side-by-side")
MOST = 60
"""How much there may be to say on a slide."""

PROMISED = 95.0
"""The percentage of texts reported as too long that are."""

TO_A_HAIR_PT = 0.5
PER_DECK = 60
"""Slides: LibreOffice is slow with many at once."""

Key = tuple[str, float, float]


class Reading(NamedTuple):
    """One slide as it was drawn: each paragraph with what LibreOffice made of it."""

    slide: int
    found: list[tuple[Set, Drawn]]


class Result(NamedTuple):
    """What came out for one edition."""

    slides: int
    unread: int
    boxes: int
    paragraphs: int
    too_few: list[str]
    too_many: int
    reported: int
    by_lines: int
    """Of those reported: how many do not fit at LibreOffice's own count of lines either."""
    by_ink: int
    """Of those reported: how many end below their room as LibreOffice draws them."""
    false: list[str]


def slides(seed: int, count: int, folder: Path) -> list[dense.Slide]:
    """Slides of every kind in turn: below the limit of what fits, or around it."""
    found = []
    for number in range(count):
        kind = dense.KINDS[number % len(dense.KINDS)]
        own = f"{seed}-{number}"
        limit = _limit(kind, own, folder)
        chance = Random(own + "much")
        spread = (0.6, 1.0) if number // len(dense.KINDS) % 2 else (0.9, 1.5)
        found.append(kind(Random(own), max(1, round(limit * chance.uniform(*spread)))))
    return found


def _limit(kind: dense.Kind, own: str, folder: Path) -> int:
    """How much there must be to say until a slide of a kind is too full."""
    low, high = 1, MOST
    while low < high:
        middle = (low + high) // 2
        made = layouts([kind(Random(own), middle)], folder / "limit.yaml")
        low, high = (low, middle) if any(problem.unit == "lines" for problem in made.problems) else (middle + 1, high)
    return low


def layouts(made: list[dense.Slide], path: Path, theme: str | None = None) -> Layouts:
    """A deck laid out."""
    path.write_text(dense.deck(made), encoding="utf-8")
    reading = build.read(path, theme, draft=True)
    faults = [one.message for one in reading.diagnostics if not one.code.startswith(("SK3", "SK4", "SK2", "SK5"))]
    assert reading.layouts is not None, reading.diagnostics
    assert not faults, faults
    return reading.layouts


def report(seed: int, count: int, soffice: str, folder: Path, theme: str | None = None) -> dict[Edition, Result]:
    """The figures of every edition."""
    made = slides(seed, count, folder)
    results: dict[Edition, list[Result]] = {edition: [] for edition in EDITIONS}
    for start in range(0, len(made), PER_DECK):
        laid = layouts(made[start : start + PER_DECK], folder / f"dense-{start}.yaml", theme)
        for edition in EDITIONS:
            results[edition].append(_edition(laid, edition, soffice, folder / f"dense-{start}.{edition}.pptx"))
    return {edition: _sum(own) for edition, own in results.items()}


def _sum(results: list[Result]) -> Result:
    columns = zip(*results, strict=True)
    return Result(*[sum(own, start=[] if isinstance(own[0], list) else 0) for own in columns])  # type: ignore[arg-type]


def _edition(laid: Layouts, edition: Edition, soffice: str, path: Path) -> Result:
    scene = laid.scene(edition)
    path.write_bytes(pptx.write(scene))
    convert(soffice, [path], path.parent, FONTS)
    kit = Kit(laid.theme, ("en",))
    readings: list[Reading] = []
    unread = 0
    for slide, letters in zip(scene.slides, pages(path.with_suffix(".pdf")), strict=True):
        sets = list(paragraphs(kit, slide))
        if (lines := drawn(sets, letters)) is None:
            unread += 1
            continue
        found = [(cast("Set", sets[place]), line) for place, line in lines.items()]
        readings.append(Reading(slide.page.slide or 0, found))
    pairs = [pair for reading in readings for pair in reading.found]
    few = [f"{own.predicted} < {line.lines}: {own.measured.text}" for own, line in pairs if own.predicted < line.lines]
    many = sum(own.predicted > line.lines for own, line in pairs)
    told = list(_told(laid, edition, readings)) if edition in ("en", "fr") else []
    boxes = sum(len({id(own.shape) for own, _ in reading.found}) for reading in readings)
    by_lines, by_ink = sum(one.by_lines for one in told), sum(one.by_ink for one in told)
    false = [
        f"{one.problem.what} {one.problem.over} lines: {one.problem.text}"
        for one in told
        if not (one.by_lines and one.by_ink)
    ]
    return Result(len(readings), unread, boxes, len(pairs), few, many, len(told), by_lines, by_ink, false)


class Told(NamedTuple):
    """What `check` says of a text, and whether it is so."""

    problem: FitProblem
    by_lines: bool
    by_ink: bool


def _told(laid: Layouts, lang: str, readings: list[Reading]) -> Iterator[Told]:
    drawn_slides = {reading.slide: reading for reading in readings}
    for plan in laid.plans:
        reading = drawn_slides.get(plan.pages[0].slide or 0)
        if reading is None:
            continue
        for placed in plan.placed:
            problems = [one for one in placed.element.problems(placed.level, placed.box) if one.unit == "lines"]
            if not any(one.lang == lang for one in problems):
                continue
            real = {own.key: line.lines for own, line in reading.found}
            still = {problem.span for problem in _again(plan, placed, real) if problem.lang == lang}
            ink = _below(plan, placed, lang, reading)
            for one in problems:
                if one.lang == lang:
                    # lines of code never wrap: they are as many as they are
                    yield Told(one, bool(still), ink or one.what in ("code", "terminal", "diagram"))


def _again(plan: Plan, placed: Placed, real: Mapping[Key, int]) -> list[FitProblem]:
    """What does not fit where every paragraph has the lines that LibreOffice gave it."""
    reckoned = Measured.lines

    def lines(self: Measured, width_mm: float, size_pt: float) -> int:
        key = self.text, round(width_mm, 1), round(size_pt, 1)
        return real[key] if key in real else reckoned(self, width_mm, size_pt)

    with patch.object(Measured, "lines", lines), Forgotten(placed):
        return [one for one in placed.element.problems(placed.level, placed.box) if one.unit == "lines"]


class Forgotten:
    """The heights that an element remembers, put away for a while."""

    def __init__(self, placed: Placed) -> None:
        self.elements = list(_inside(placed.element))

    def __enter__(self) -> None:
        self.kept = [dict(vars(one)["_heights"]) for one in self.elements]
        for one in self.elements:
            vars(one)["_heights"].clear()

    def __exit__(self, *_: object) -> None:
        for one, kept in zip(self.elements, self.kept, strict=True):
            vars(one)["_heights"].clear()
            vars(one)["_heights"].update(kept)


def _inside(element: object) -> Iterator[object]:
    """All elements in an element that remember heights."""
    if "_heights" in getattr(element, "__dict__", {}):
        yield element
    for name in ("inner", "caption"):
        if (one := getattr(element, name, None)) is not None:
            yield from _inside(one)
    for one in getattr(element, "elements", ()):
        yield from _inside(one)


def _below(plan: Plan, placed: Placed, lang: str, reading: Reading) -> bool:
    """Whether the last line of any text of an element is drawn below the room that it has."""
    shapes = placed.element.place(placed.level, placed.box, plan.langs.index(lang))
    texts = {
        "".join([run.text for run in paragraph.runs])
        for shape in shapes
        for paragraph in [*getattr(shape, "paragraphs", ()), *_cells(shape)]
    }
    own = [(one, line) for one, line in reading.found if one.measured.text in texts]
    if not own:
        return False
    bottom, top = max(line.bottom for _, line in own), min(line.top for _, line in own)
    if isinstance(placed.element, TextElement):
        return bottom - top > placed.box.h * PT_PER_MM + TO_A_HAIR_PT
    inset = 1.5 * PT_PER_MM if max(own, key=lambda pair: pair[1].bottom)[0].row else 0.0
    return bottom + inset > (placed.box.y + placed.box.h) * PT_PER_MM + TO_A_HAIR_PT


def _cells(shape: object) -> list[object]:
    return [one for row in getattr(shape, "rows", ()) for cell in row for one in cell.paragraphs]


def table(results: Mapping[Edition, Result]) -> str:
    """The figures as a table."""
    rows: list[tuple[str, list[str]]] = [("", list(results)), *_rows(list(results.values()))]
    return "\n".join(f"{name:<36}" + "".join(f"{cell:>16}" for cell in cells) for name, cells in rows)


def _rows(results: Sequence[Result]) -> Iterator[tuple[str, list[str]]]:
    yield "slides drawn", [f"{one.slides:,}" for one in results]
    yield "  that could not be read back", [f"{one.unread:,}" for one in results]
    yield "boxes", [f"{one.boxes:,}" for one in results]
    yield "paragraphs", [f"{one.paragraphs:,}" for one in results]
    yield "  predicted with too few lines", [f"{len(one.too_few):,}" for one in results]
    yield "  predicted with too many", [_percent(one.too_many, one.paragraphs) for one in results]
    yield "reported as too long (SK401)", [f"{one.reported:,}" for one in results]
    yield "  too long by LibreOffice's lines", [_percent(one.by_lines, one.reported) for one in results]
    yield "  drawn beyond their room", [_percent(one.by_ink, one.reported) for one in results]


def _percent(part: int, whole: int) -> str:
    return f"{part:,} ({part * 100 / whole:.1f} %)" if whole else "–"


def kept(results: Mapping[Edition, Result]) -> bool:
    """Whether the promises are kept."""
    few = any(one.too_few or one.unread for one in results.values())
    reported, true = sum(one.reported for one in results.values()), sum(one.by_lines for one in results.values())
    return not few and true * 100 >= PROMISED * reported


def main() -> int:
    """Print the figures; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="make fit-report", description=__doc__)
    parser.add_argument("--slides", type=int, default=260, help="how many slides to make")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="one or more seeds of chance")
    parser.add_argument("--theme", help="a theme in place of the house theme")
    options = parser.parse_args()
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None or shutil.which("pdftotext") is None:
        sys.exit("LibreOffice and poppler are needed: apt install libreoffice-impress poppler-utils")
    broken = False
    for seed in options.seed:
        with tempfile.TemporaryDirectory() as folder:
            results = report(seed, options.slides, soffice, Path(folder), options.theme)
        print(f"Seed {seed}, {options.slides} slides\n\n{table(results)}\n")
        for edition, one in results.items():
            for text in one.too_few:
                print(f"too few lines, {edition}: {text}")
            for text in one.false:
                print(f"fits, {edition}: {text}")
        broken = broken or not kept(results)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
