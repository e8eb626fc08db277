"""How many lines LibreOffice makes of each paragraph, and where they end, read back from its PDF."""

from __future__ import annotations

import itertools
import math
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from slidekit.scene.boxes import CodeShape, Paragraph, SceneSlide, Shape, TableShape, TextShape, Type
from slidekit.scene.breaking import Measured
from slidekit.scene.elements import Kit
from slidekit.show.pages import Code

STAND_INS = {"Calibri": "Carlito", "Arial": "Liberation Sans", "Consolas": "DejaVu Sans Mono"}
"""What LibreOffice draws with, where PowerPoint has its own: metric-compatible, or the one we measure."""

BASELINE = 0.27
"""How much of a word's box in poppler's listing lies below its baseline."""

TAIL = 12
"""Letters at the end of words that begin above the page: so many must be in sight."""


class Set(NamedTuple):
    """A paragraph of a scene: what it is, the room that it has, and what was predicted of it."""

    shape: TextShape | TableShape
    paragraph: Paragraph
    measured: Measured
    room_mm: float
    row: int = 0
    """In a table."""

    @property
    def predicted(self) -> int:
        """The lines that the layout reckons with."""
        return self.measured.lines(self.room_mm, self.paragraph.size_pt)

    @property
    def key(self) -> tuple[str, float, float]:
        """Equal for what is predicted alike."""
        return self.measured.text, round(self.room_mm, 1), round(self.paragraph.size_pt, 1)


class Drawn(NamedTuple):
    """The same paragraph as LibreOffice drew it; heights in points from the slide's top."""

    lines: int
    top: float
    bottom: float


class Letter(NamedTuple):
    """A letter, by the middle of its line and the line's reach."""

    sign: str
    middle: float
    baseline: float
    left: float


def fontconfig(folder: Path, fonts: Path) -> Path:
    """A fontconfig file that knows our fonts only, so that every machine draws alike."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{wanted}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{drawn}</string></edit></match>'
        for wanted, drawn in STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{fonts}</dir>"
        f"<cachedir>{folder / 'fontconfig'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path


def convert(soffice: str, presentations: list[Path], folder: Path, fonts: Path) -> None:
    """Writes each presentation as PDF into a folder, with a LibreOffice profile of its own."""
    done = subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "pdf", "--outdir"),
            folder,
            *presentations,
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(fontconfig(folder, fonts))},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def pages(pdf: Path) -> list[list[Letter]]:
    """The letters of every page in the order in which they were drawn, spaces left out."""
    listing = subprocess.run(
        ["pdftotext", "-raw", "-bbox", pdf, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    return [list(_letters(body)) for body in re.findall(r"<page [^>]*>(.*?)</page>", listing, re.DOTALL)]


def _letters(body: str) -> Iterator[Letter]:
    numbers = " ".join(rf'{name}="(-?[\d.]+)"' for name in ("xMin", "yMin", "xMax", "yMax"))
    for found in re.finditer(rf"<word {numbers}>(.*?)</word>", body):
        left, top, _, bottom = map(float, found.groups()[:4])
        for sign in spaceless(unescape(found[5])):
            yield Letter(sign, (top + bottom) / 2, bottom - BASELINE * (bottom - top), left)


def spaceless(text: str) -> str:
    """A text without any space."""
    return re.sub(r"\s+", "", text)


def paragraphs(kit: Kit, slide: SceneSlide) -> Iterator[Set | str]:
    """The paragraphs of a slide in their order, and between them the words that never break."""
    for shape in slide.shapes:
        yield from _paragraphs(kit, shape)


def _paragraphs(kit: Kit, shape: Shape) -> Iterator[Set | str]:
    match shape:
        case TextShape():
            width = shape.box.w - shape.inset.left - shape.inset.right
            for paragraph in shape.paragraphs:
                yield paragraph.marker
                measured = kit.measure(paragraph.runs, shape.type)
                yield Set(shape, paragraph, measured, width - paragraph.indent_mm)
        case TableShape():
            for index, row in enumerate(shape.rows):
                type_ = Type("body", "", bold=shape.header and index == 0)
                for cell, width in zip(row, shape.columns_mm, strict=False):
                    for paragraph in cell.paragraphs:
                        yield Set(shape, paragraph, kit.measure(paragraph.runs, type_), width - 5.0, index)
        case CodeShape():
            if isinstance(shape.block, Code):
                yield shape.block.source
        case _:
            return


def drawn(sets: list[Set | str], letters: list[Letter]) -> dict[int, Drawn] | None:
    """What LibreOffice made of each paragraph, by its place; nothing where its words are not found in order."""
    wanted = [spaceless(one if isinstance(one, str) else one.measured.text) for one in sets]
    signs = "".join([letter.sign for letter in letters])
    if (at := signs.find("".join(wanted))) < 0:
        return _cut(sets, wanted, letters, signs)
    found: dict[int, Drawn] = {}
    for place, (one, words) in enumerate(zip(sets, wanted, strict=True)):
        if isinstance(one, Set) and words:
            found[place] = _drawn(letters[at : at + len(words)], one.paragraph.size_pt)
        at += len(words)
    return found


def _cut(sets: list[Set | str], wanted: list[str], letters: list[Letter], signs: str) -> dict[int, Drawn] | None:
    """What is left of a slide whose words run off the page: those above its top and below its foot are not there."""
    begin = next((place for place, words in enumerate(wanted) if len(words) > 1 and words in signs), None)
    if begin is None or not signs[: (at := signs.find(wanted[begin]))].endswith("".join(wanted[:begin])[-TAIL:]):
        return None
    found: dict[int, Drawn] = {}
    for place, one in enumerate(sets[:begin]):
        if isinstance(one, Set) and wanted[place]:
            found[place] = Drawn(one.predicted, -math.inf, letters[at - 1].baseline)
    for place, (one, words) in enumerate(zip(sets[begin:], wanted[begin:], strict=True), begin):
        there = signs.startswith(words, at)
        if isinstance(one, Set) and words:
            whole = _drawn(letters[at : at + len(words)], one.paragraph.size_pt) if there else None
            found[place] = whole or Drawn(one.predicted, math.inf, math.inf)
        at += len(words) if there else _alike(words, signs[at:])
    return found


def _alike(words: str, signs: str) -> int:
    """How many signs two texts have in common at their beginning."""
    return next((at for at, (one, other) in enumerate(zip(words, signs, strict=False)) if one != other), len(words))


def _drawn(letters: list[Letter], size: float) -> Drawn:
    lines = 1
    for before, after in itertools.pairwise(letters):
        if after.middle - before.middle > size * 0.5:
            lines += 1
    return Drawn(lines, letters[0].baseline - size, letters[-1].baseline + size * 0.2)
