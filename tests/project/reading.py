"""What a screen reader finds, and what it should find: from the deck, from PowerPoint, from a tagged PDF.

A token is the words of a text, or `figure: ` with an alternative text; white space is taken out, since readers and
lines of type have their own.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, assert_never
from unicodedata import normalize

from lxml import etree
from pptx import Presentation
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from slidekit.scene.boxes import Scene, TextShape
from slidekit.scene.code import lines
from slidekit.show import pages
from slidekit.show.pages import Block, Line, Page

MARKER = re.compile(r"[•–·→]|\d+\.")
ELEMENT = re.compile(r'( *)([A-Z]\w*)(?: ".*")?(?: \((?:block|inline)\))?:?$')
FIGURES, HEADINGS = ("Figure", "Formula"), ("H1", "H2", "H3")
INLINE = ("Span", "Link", "Formula", "Strong", "Em", "Code", "Reference")
CONTAINERS = ("Document", "Part", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "LI")
TEXT = re.compile(r' *"(.*)"$')


def bare(words: str) -> str:
    """Words without white space, signs of no width and the bar over a letter, which formulas draw by themselves."""
    return re.sub(r"[\s\u00a0\u202f\u200b\u0304\v]+", "", normalize("NFKC", words))


# ---- the deck ----


def expected(scene: Scene, *, hidden: bool) -> list[str]:
    """The tokens of a talk in one language, slide by slide as its author typed them."""
    found: list[str] = []
    for slide in scene.slides:
        if slide.page.hidden and not hidden:
            continue
        found += [bare(slide.page.title.plain), *_said(slide.page.blocks)]
        found += [bare(line) for line in _cover(scene, slide.page)]
        found += [
            bare("".join([run.text for run in shape.paragraphs[0].runs]))
            for shape in slide.shapes
            if isinstance(shape, TextShape) and shape.role == "link"
        ]
    return [token for token in found if token]


def _cover(scene: Scene, page: Page) -> Iterator[str]:
    """Who and when, at the foot of the cover that slidekit makes."""
    if page.slide is None:
        yield "  ·  ".join([*([scene.show.author.plain] if scene.show.author else []), *([scene.show.date or ""])])


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _tokens(block)
        caption: Line | None = getattr(block, "caption", None)
        if caption is not None:
            yield bare(caption.plain)


def _tokens(block: Block) -> Iterator[str]:
    match block:
        case pages.Subtitle(line) | pages.Takeaway(line):
            yield bare(line.plain)
        case pages.Paragraphs(said):
            yield from [bare(line.plain) for line in said]
        case pages.Bullets(items):
            yield from [bare(item.line.plain) for item in items]
        case pages.Quote(said, by):
            yield from [bare(line.plain) for line in said]
            if by is not None:
                yield bare(f"— {by.plain}")
        case pages.Code() | pages.Terminal():
            yield bare("".join(lines(block)))
        case pages.Diagram(alt=alt) | pages.Image(alt=alt) | pages.Chart(alt=alt) | pages.Math(alt=alt):
            yield f"figure: {alt}"
        case pages.Table(header, rows):
            yield from [bare(cell.plain) for row in (header, *rows) for cell in row]
        case pages.Columns(columns):
            for column in columns:
                if column.title is not None:
                    yield bare(column.title.plain)
                yield from _said(column.blocks)
        case _:
            assert_never(block)


def places(page: Page) -> list[tuple[int, int]]:
    """Where a slide's blocks stand in the deck's file, in the order in which they are said."""
    return [place for block in page.blocks for place in _places(block)]


def _places(block: Block) -> Iterator[tuple[int, int]]:
    match block:
        case pages.Subtitle(line) | pages.Takeaway(line):
            yield line.span[:2]
        case pages.Paragraphs(said) | pages.Quote(said):
            yield from [line.span[:2] for line in said[:1]]
        case pages.Bullets(items):
            yield from [item.line.span[:2] for item in items]
        case pages.Columns(columns):
            for column in columns:
                for inner in column.blocks:
                    yield from _places(inner)
        case _:
            yield block.span[:2]


# ---- PowerPoint ----


def in_powerpoint(file: Path) -> list[str]:
    """The tokens of a .pptx, shape by shape as they lie in each slide."""
    found: list[str] = []
    for slide in Presentation(str(file)).slides:
        for element in slide.shapes._spTree:
            # what older readers cannot show stands beside a picture of itself
            alternative = element.tag.endswith("}AlternateContent")
            found += _shape(element[0][0] if alternative else element)
    return [token for token in found if token]


def _shape(element: Any) -> Iterator[str]:
    kind = element.tag.rpartition("}")[2]
    named = _find(element, ".//p:cNvPr")
    if kind not in ("sp", "pic", "graphicFrame") or not named:
        return
    if _find(element, ".//p:ph[@type='ftr' or @type='sldNum' or @type='dt']") or _find(named[0], ".//adec:decorative"):
        return
    description = named[0].get("descr")
    rows = _find(element, ".//a:tr")
    if rows:
        yield from ["".join(map(_words, _find(cell, ".//a:p"))) for row in rows for cell in _find(row, "a:tc")]
    elif description is not None:
        yield f"figure: {description}"
    else:
        said = [_words(one) for one in _find(element, "p:txBody/a:p")]
        yield from ["".join(said)] if named[0].get("name").startswith(("Code", "Terminal")) else said


def _words(paragraph: Any) -> str:
    """The words of a paragraph, formulas among them."""
    return bare("".join([one.text or "" for one in _find(paragraph, ".//a:t | .//m:t")]))


NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


def _find(element: Any, path: str) -> list[Any]:
    found: Any = etree.ElementBase.xpath(element, path, namespaces=NAMES)
    return list(found)


# ---- PDF ----


def in_pdf(file: Path, poppler: Path) -> list[str]:
    """The tokens of a tagged PDF, element by element as its structure tree has them."""
    command: list[str | Path] = [poppler / "pdfinfo", "-struct-text", file]
    # poppler prints titles of elements as the bytes that they are
    tree = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True).stdout
    told = iter(_told(file))
    found, within, figure, hidden = [""], 0, False, ""
    for line in tree.split("\n"):
        element, text = ELEMENT.fullmatch(line), TEXT.fullmatch(line)
        depth = len(line) - len(line.lstrip())
        if element:
            kind = element[2]
            said = next(told) if kind in FIGURES or kind in HEADINGS else ""
            if within and depth > within and kind in INLINE:
                continue
            found[-1] = found[-1] or hidden
            figure, hidden = kind in FIGURES, bare(said) if kind in HEADINGS else ""
            within = 0 if kind in CONTAINERS else depth
            found.append(f"figure: {said}" if figure else "")
        elif text and not figure:
            found[-1] += bare(text[1])
    return [token for token in found if token and not MARKER.fullmatch(token)]


def _told(file: Path) -> list[str]:
    """The alternative texts of figures and the titles of headings, in the order of the structure tree."""
    root = PdfReader(str(file)).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return list(_walk(root["/StructTreeRoot"].get_object()))


def _walk(node: Any) -> Iterator[str]:
    if isinstance(node, DictionaryObject):
        kind = str(node.get("/S", ""))[1:]
        if kind in FIGURES:
            yield str(node.get("/Alt", ""))
        if kind in HEADINGS:
            yield str(node.get("/T", ""))
        children = node.get("/K")
        children = children.get_object() if children is not None else []
        for child in children if isinstance(children, list) else [children]:
            yield from _walk(child.get_object() if hasattr(child, "get_object") else child)
