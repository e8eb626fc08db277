"""What makes a talk accessible without its author doing anything, in all decks and both languages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader
from reading import bare

from slidekit import build
from slidekit.scene.boxes import Scene, TableShape
from slidekit.writers import pptx, typst

ROOT = Path(__file__).resolve().parents[2]
DECKS = [*sorted((ROOT / "decks").glob("*.yaml")), ROOT / "tests" / "golden" / "every-block.yaml"]
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(
    params=[(deck, lang) for deck in DECKS for lang in ("en", "fr")],
    ids=lambda one: f"{one[0].stem}-{one[1]}",
    scope="module",
)
def scene(request: pytest.FixtureRequest) -> Scene:
    """A deck in one language."""
    deck, lang = request.param
    layouts = build.read(deck).layouts
    assert layouts is not None
    return layouts.scene(lang)


@pytest.fixture(scope="module")
def deck(scene: Scene) -> Any:
    """The same, written for PowerPoint and opened again."""
    return Presentation(BytesIO(pptx.write(scene)))


@pytest.fixture(scope="module")
def reader(scene: Scene) -> PdfReader:
    """The same, as tagged PDF."""
    return PdfReader(BytesIO(typst.slides(scene)))


def test_every_slide_has_a_title(scene: Scene, deck: Any) -> None:
    """In PowerPoint it is the title placeholder, above the slide where it is not shown."""
    expected = [bare(slide.page.title.plain) for slide in scene.slides]

    assert expected == [bare(slide.shapes.title.text_frame.text) for slide in deck.slides]
    assert all(expected)


def test_pictures_tables_and_charts_have_descriptions(deck: Any) -> None:
    """Whatever a screen reader cannot read as text says what it shows."""
    found = [
        (element.tag, element.find(f".//{P}cNvPr").get("descr"))
        for slide in deck.slides
        for element in slide.shapes._spTree.iter(f"{P}pic", f"{P}graphicFrame")
    ]

    assert [] == [one for one in found if not (one[1] or "").strip()]


def test_header_rows_are_marked(scene: Scene, deck: Any) -> None:
    """A table with a header says so; PowerPoint then names the column of each cell."""
    expected = [shape.header for slide in scene.slides for shape in slide.shapes if isinstance(shape, TableShape)]

    found = [table.get("firstRow") == "1" for slide in deck.slides for table in slide.shapes._spTree.iter(f"{A}tblPr")]

    assert expected == found


def test_every_run_has_a_language(scene: Scene, deck: Any) -> None:
    """Each word is read by the voice of its language, which begins as that of the edition."""
    langs = [run.get("lang") for slide in deck.slides for run in slide.shapes._spTree.iter(f"{A}rPr", f"{A}endParaRPr")]

    assert None not in langs
    assert scene.show.locale == max(set(langs), key=langs.count)


def test_powerpoint_knows_title_and_language(scene: Scene, deck: Any) -> None:
    """The document's properties are those of the edition."""
    core = deck.core_properties

    assert (scene.show.title.plain, scene.show.locale) == (core.title, core.language)


def test_the_pdf_knows_title_and_language(scene: Scene, reader: PdfReader) -> None:
    """So are the PDF's, and viewers show the title in place of the file's name."""
    root: Any = reader.trailer["/Root"]

    assert scene.show.locale == root["/Lang"]
    assert reader.metadata is not None
    assert scene.show.title.plain == reader.metadata.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]


def test_bookmarks_are_the_titles(scene: Scene, reader: PdfReader) -> None:
    """Every slide is found in the outline, in the edition's language, in order."""

    def flat(entries: Any) -> list[str]:
        return [
            title for entry in entries for title in (flat(entry) if isinstance(entry, list) else [bare(entry.title)])
        ]

    expected = [bare(slide.page.title.plain) for slide in scene.slides if not slide.page.hidden]

    assert expected == flat(reader.outline)


def test_the_notes_have_their_language(scene: Scene) -> None:
    """Notes as PDF carry the language, a title and bookmarks too."""
    reader = PdfReader(BytesIO(typst.notes(scene)))
    root: Any = reader.trailer["/Root"]

    assert scene.show.locale == root["/Lang"]
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith(scene.show.title.plain)
    assert reader.outline
