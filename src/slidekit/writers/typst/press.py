"""The press: hands drawing steps to Typst as data and takes back a PDF or pictures."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple

from slidekit.scene.metrics import FONTS, lacking
from slidekit.scene.pictures import Picture
from slidekit.scene.raster import drawn
from slidekit.source.wording import tell
from slidekit.writers.typst.finish import spaced_emoji

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
SPACES = HERE / "spaces"
"""Fonts of one sign, the no-break space. Carlito and Liberation Sans draw it with the glyph of the
space, and a PDF names a glyph by one sign: readers would take every space for a no-break one."""

EPOCH = 1_767_225_600
"""2026-01-01 UTC: the date in every PDF unless `SOURCE_DATE_EPOCH` says another, so that bytes repeat."""

LARGE = 1_000_000
"""Characters of data above which Typst's memory is freed afterwards: of 1,000 slides of notes in two
languages, one after the other, the peak is then 270 MB instead of 456, for 0.1 s each."""

FORMULA = '{"alt":'
"""How a formula begins in the data, and nothing else does: quotation marks of an author's come with a backslash."""
NO_MATH = b"#let equation = none\n"

LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')


class DrawingError(ValueError):
    """Typst refused a document; the message names the sign that no font has, where that is why."""


class Job(NamedTuple):
    """What is to be printed."""

    template: str
    words: str
    """The template's data as JSON."""
    pictures: Mapping[Picture, str]
    """And the names under which the template finds them."""


def job(template: str, data: Mapping[str, object], pictures: Mapping[Picture, str]) -> Job:
    """Pack a template's data; in a draft, signs that no font has become the replacement character."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if data["draft"]:
        words = words.translate(dict.fromkeys(map(ord, lacking(words)), "\ufffd"))
    return Job(template, words, pictures)


def pdf(work: Job, *, counted: bool = True) -> bytes:
    """A tagged PDF that follows PDF/UA-1; `counted` says that each sheet takes one page."""
    made = _compile(work, "pdf", counted=counted)
    assert isinstance(made, bytes)
    return spaced_emoji(made)


def pngs(work: Job, ppi: float) -> list[bytes]:
    """A PNG of each page."""
    made = _compile(work, "png", ppi)
    return [made] if isinstance(made, bytes) else made


def svg(work: Job) -> bytes:
    """The first page as SVG, its words as outlines: it needs no font and holds nothing that runs."""
    made = _compile(work, "svg")
    return made if isinstance(made, bytes) else made[0]


def _compile(
    work: Job, format_: Literal["pdf", "png", "svg"], ppi: float = 144.0, *, counted: bool = True
) -> bytes | list[bytes]:
    """Compile in an empty folder of our own that holds nothing but the pictures' bytes."""
    import typst

    math = FORMULA in work.words
    source = (_template("math") if math else NO_MATH) + _before(work.template) + _template(work.template)
    inputs = {"data": work.words, "counted": str(int(counted))}
    with TemporaryDirectory(prefix="slidekit-") as folder:
        for picture, name in work.pictures.items():
            (Path(folder) / name).write_bytes(drawn(picture) if picture.kind == "svg" else picture.content)
        compiler = typst.Compiler(
            source, root=folder, font_paths=_fonts(math), ignore_system_fonts=True, sys_inputs=inputs
        )
        try:
            if format_ == "png":
                made = compiler.compile(source, format="png", ppi=ppi)
            elif format_ == "svg":
                made = compiler.compile(source, format="svg")
            else:
                made = compiler.compile(source, format="pdf", pdf_standards=["ua-1"], timestamp=_timestamp())
        except typst.TypstError as error:
            raise DrawingError(_reason(error)) from error
    if len(work.words) > LARGE:
        _forget()
    assert made is not None
    return made


def _forget() -> None:
    """Let Typst drop what it keeps for the next time: it does so after ten more documents, even empty ones."""
    import typst

    empty = typst.Compiler(b"", font_paths=_fonts(), ignore_system_fonts=True)
    for _ in range(11):
        empty.compile(b"", format="svg")


def _before(template: str) -> bytes:
    """What carries out the steps; formulas alone have none."""
    return b"" if template == "formulas" else _template("draw")


@lru_cache(maxsize=8)
def _template(name: str) -> bytes:
    return (HERE / f"{name}.typ").read_bytes()


@lru_cache(maxsize=2)
def _fonts(math: bool = False) -> typst.Fonts:
    """Our own fonts; with `math` those inside Typst too, among them New Computer Modern Math."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=math, font_paths=[str(FONTS), str(SPACES)])


def _timestamp() -> int:
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(stated) if stated.isascii() and stated.isdigit() else EPOCH


def _reason(error: typst.TypstError) -> str:
    """What a person can do something about: the sign that no font has, else Typst's own words."""
    found = LACKING.search(error.message)
    if found is None:
        return " ".join([error.message, *error.hints]).replace("\n", " ")
    escape = re.fullmatch(r"\\u\{([0-9a-f]+)\}", found[1])
    sign = chr(int(escape[1], 16)) if escape else found[1]
    codes = " ".join([f"U+{ord(one):04X}" for one in sign])
    return tell("no font has the sign {part} ({codes})", part=found[1] if escape else sign, codes=codes)
