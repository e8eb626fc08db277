"""Slides as PDF and PNG: the words, the tags, the bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from pypdf import PdfReader
from typst_scenes import boreal, every_shape, line, picture, scene, slide, text, title
from typst_scenes import page as a_page
from typst_spaces import FOLDER, WIDTHS, space_font

from slidekit.scene.boxes import Box, Paragraph, Scene, TextShape
from slidekit.scene.metrics import FONTS, lacking
from slidekit.show.pages import Run
from slidekit.writers import typst
from slidekit.writers.typst import DrawingError
from slidekit.writers.typst.finish import page_count

HOSTILE = "aéœÇß 0#$*_\\`'\"<>@~=-+/[](){}|&%^!?:;,.«»’“”…–—→\u00a0\u202f🎉😀"


def read(pdf: bytes) -> list[str]:
    """The words of each page, lines put together."""
    return [one.extract_text().replace("\n", "") for one in PdfReader(BytesIO(pdf)).pages]


def faults(pdf: bytes) -> list[str]:
    """What stands between a PDF and PDF/UA-1."""
    return [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]


@pytest.fixture
def square(tmp_path: Path) -> Path:
    """A picture file."""
    file = tmp_path / "carré.png"
    Image.new("RGB", (160, 90), "#0F766E").save(file)
    return file


def simple(*words: str) -> Scene:
    """One slide with paragraphs."""
    return scene(slide(a_page(1, "T"), title("T"), text(*words)))


def test_every_shape_is_drawn_and_tagged(square: Path) -> None:
    """A slide of each kind of shape follows PDF/UA-1."""
    pdf = typst.slides(every_shape(square))

    assert ([], 11) == (faults(pdf), len(PdfReader(BytesIO(pdf)).pages))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_is_known_by_its_bytes(tmp_path: Path, kind: str) -> None:
    """Whatever its file is called."""
    file = tmp_path / "photo.txt"
    Image.new("RGB", (160, 90), "#0F766E").save(file, kind)

    assert [] == faults(typst.slides(scene(slide(a_page(1, "T"), title("T"), picture(file)))))


def test_document_says_its_language_and_title() -> None:
    """Language and region stand in `/Lang`, title and author among the document's facts."""
    reader = PdfReader(BytesIO(typst.slides(simple("a"))))

    facts = reader.metadata
    assert facts is not None
    assert ("fr-CA", "Un exposé", "Camille Roy") == (str(reader.root_object["/Lang"]), facts.title, facts.author)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(HOSTILE, min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_words_come_back_letter_for_letter(lines: list[str]) -> None:
    """Whatever an author types, a reader of the PDF gets the same letters."""
    lines = [words.strip(" ") for words in lines]

    found = read(typst.slides(simple(*lines)))[0]

    assert "T" + "".join(lines) + "1" == found


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u2003"])
@pytest.mark.parametrize("font", ["Calibri", "Arial", "Consolas"])
def test_spaces_stay_apart(font: str, space: str) -> None:
    """A no-break space does not make no-break spaces of its neighbours, in any face."""
    words = f"a b{space}c d"
    theme = replace(boreal(), fonts=replace(boreal().fonts, body=font))
    whole = replace(simple(words), theme=theme)

    assert f"T{words}1" == read(typst.slides(whole))[0]


def test_lines_end_where_the_layout_says() -> None:
    """Each break begins a line; the space before it is kept for readers and drawn nowhere."""
    words = "un deux trois"
    runs = (Run("un de", "fr-CA"), Run("ux tr", "fr-CA", bold=True), Run("ois", "fr-CA"))
    shape = TextShape("x", "body", Box(20, 45, 298, 60), (Paragraph(runs, 20.0, (3, 8)),), text("").type, 1.2207)
    pdf = typst.slides(scene(slide(a_page(1, "T"), title("T"), shape)))

    lines = PdfReader(BytesIO(pdf)).pages[0].extract_text().split("\n")

    assert ["T", "un ", "deux ", "trois", "1"] == lines
    assert words == "".join(lines[1:4])


def test_titles_are_bookmarks_below_their_section() -> None:
    """Sections and covers are bookmarks; the slides of a section stand under it."""
    part = line("Matériel")
    made = scene(
        slide(a_page(1, "Exposé"), title("Exposé")),
        slide(a_page(2, "Matériel", section=part, starts_section=True), title("Matériel")),
        slide(a_page(3, "Loi", section=part), title("Loi", hidden=True)),
    )

    outline = PdfReader(BytesIO(typst.slides(made))).outline

    assert ["Exposé", "Matériel", ["Loi"]] == [
        [inner.title for inner in one] if isinstance(one, list) else one.title  # type: ignore[union-attr]
        for one in outline
    ]


def test_hidden_slides_are_left_out() -> None:
    """A hidden page is in no PDF and in no folder of pictures."""
    made = scene(slide(a_page(1, "A"), title("A")), slide(a_page(2, "B", hidden=True), title("B")))

    assert (1, 1) == (page_count(typst.slides(made)), len(typst.pages_png(made)))


def test_marks_and_links_are_drawn() -> None:
    """Strike, code, missing words and links keep their letters; only web and mail links lead anywhere."""
    runs = (
        Run("barré", "fr-CA", strike=True),
        Run("x()", "fr-CA", code=True),
        Run("manque", "fr-CA", missing=True),
        Run("ici", "en-CA", link="https://example.org/a?b=1&c=é"),
        Run("là", "fr-CA", link="file:///etc/passwd"),
    )
    shape = TextShape("x", "body", Box(20, 45, 298, 60), (Paragraph(runs, 20.0),), text("").type, 1.2207)
    pdf = typst.slides(scene(slide(a_page(1, "T"), title("T"), shape)))

    annotations = PdfReader(BytesIO(pdf)).pages[0].annotations or ()
    assert [] == faults(pdf)
    assert "Tbarréx()manqueicilà1" == read(pdf)[0]
    assert 1 == len(annotations)


def test_a_link_too_long_for_a_pdf_stays_words() -> None:
    """Typst refuses links of more than 8,000 characters."""
    runs = (Run("ici", "fr-CA", link="https://example.org/" + "a" * 9000),)
    shape = TextShape("x", "body", Box(20, 45, 298, 60), (Paragraph(runs, 20.0),), text("").type, 1.2207)

    assert "Tici1" == read(typst.slides(scene(slide(a_page(1, "T"), title("T"), shape))))[0]


def test_an_empty_title_is_named_after_its_page() -> None:
    """Every slide has a heading, even where the drawn title has no words."""
    pdf = typst.slides(scene(slide(a_page(1, "Sans titre"), title(" "), text("a"))))

    assert [] == faults(pdf)
    assert "Sans titre" == PdfReader(BytesIO(pdf)).outline[0].title  # type: ignore[union-attr]


def test_pictures_are_full_hd() -> None:
    """A slide is 1920 × 1080 pixels."""
    (png,) = typst.pages_png(simple("a"))

    assert (1920, 1080) == Image.open(BytesIO(png)).size


def test_same_scene_same_bytes(square: Path) -> None:
    """Twice the same bytes, whatever the time zone, the locale environment and the hash seed."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from typst_scenes import every_shape\n"
        "from slidekit.writers import typst; made = every_shape(Path(sys.argv[2]))\n"
        "sys.stdout.buffer.write(typst.slides(made) + typst.notes(made) + b''.join(typst.pages_png(made, 20)))"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent), str(square)]
    elsewhere = os.environ | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}

    here = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout
    there = subprocess.run(command, capture_output=True, check=True, timeout=300, env=elsewhere).stdout

    assert here == there


def test_the_date_is_the_one_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    """`SOURCE_DATE_EPOCH` dates the PDF."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    facts = PdfReader(BytesIO(typst.slides(simple("a")))).metadata

    assert facts is not None
    assert "D:20010909014640Z" == str(facts["/CreationDate"])


def test_sign_without_a_font_is_named() -> None:
    """A sign that no font has is an error that names it."""
    with pytest.raises(DrawingError, match=r"no font has the sign 漢 \(U\+6F22\)"):
        typst.slides(simple("a 漢"))


def test_draft_draws_unknown_signs_all_the_same() -> None:
    """A draft shows the replacement character where no font has the sign."""
    made = scene(slide(a_page(1, "T"), title("T"), text("a 漢")), draft=True)

    assert "Ta \ufffd1" == read(typst.slides(made))[0]


def test_space_fonts_are_as_wide_as_the_spaces_they_stand_for() -> None:
    """The two fonts of one sign are what their recipe makes, and Carlito's and Liberation's spaces agree."""
    from fontTools.ttLib import TTFont

    assert {name: space_font(name, width) for name, width in WIDTHS.items()} == {
        name: (FOLDER / f"{name}.ttf").read_bytes() for name in WIDTHS
    }
    for name, file in zip(WIDTHS, ("Carlito-Regular.ttf", "LiberationSans-Regular.ttf"), strict=True):
        font = TTFont(FONTS / file)
        assert WIDTHS[name] == font["hmtx"][font.getBestCmap()[0x20]][0]


def test_the_hostile_letters_are_all_known() -> None:
    """The property tests use only signs that some font has."""
    assert set() == lacking(HOSTILE)


@pytest.mark.slow
def test_slides_grow_evenly() -> None:
    """Ten times the slides take at most fifteen times the time."""
    few, many = [
        scene(
            *[slide(a_page(n, f"T{n}"), title(f"T{n}"), text("un deux trois", "quatre")) for n in range(1, count + 1)]
        )
        for count in (60, 600)
    ]

    def took(made: Scene) -> float:
        start = time.process_time()
        typst.slides(made)
        return time.process_time() - start

    typst.slides(few)
    assert took(many) < 15 * max(took(few), 0.03)
