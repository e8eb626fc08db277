"""Notes as PDF: the words, the places in the talk, the pages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from typst_scenes import every_shape, line, scene, slide, text, title
from typst_scenes import page as a_page

from slidekit.writers import typst

WORDS = "aéœÇß 0#$*_\\`'\"<>@~=+[](){}|&%^!?:;,.«»’“”…→\u00a0\u202f🎉😀"
"""No hyphen and no slash, at which Typst may end a line of notes."""


def words(pdf: bytes, number: int = 0) -> str:
    """What stands on one page."""
    return PdfReader(BytesIO(pdf)).pages[number].extract_text()


def faults(pdf: bytes) -> list[str]:
    """What stands between a PDF and PDF/UA-1."""
    return [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def test_notes_of_every_shape_follow_pdf_ua(tmp_path: Path) -> None:
    """Each slide is a figure whose words are its alternative text, under its title as a heading."""
    file = tmp_path / "a.png"
    Image.new("RGB", (160, 90)).save(file)
    pdf = typst.notes(every_shape(file))

    reader = PdfReader(BytesIO(pdf))
    assert [] == faults(pdf)
    assert 11 == len(reader.pages)
    assert "fr-CA" == str(reader.root_object["/Lang"])
    assert "Du texte" == reader.outline[0].title  # type: ignore[union-attr]


def test_head_says_place_and_time() -> None:
    """The place in the talk, the section, the slide's own time and the running time, in the locale's words."""
    one = a_page(2, "Loi", "Dire.", section=line("Matériel"), start=135, seconds=60)
    made = scene(slide(a_page(1, "T"), title("T")), slide(one, title("Loi")))

    found = words(typst.notes(made), 1)

    assert {"Dire.", "page 2 sur 2"} <= set(found.split("\n"))
    assert "Diapositive 2 sur 2  ·  Matériel 1\u00a0min  ·  2:15 → 3:15" in found.replace("\n", "")


def test_a_long_section_makes_room_for_the_time() -> None:
    """The section's name is cut before it would run into the time."""
    one = a_page(1, "Loi", "Dire.", section=line("Matériel et " * 12), start=3600, seconds=3725)
    made = scene(slide(one, title("Loi")))

    found = words(typst.notes(made)).replace("\n", "")

    cut = found.partition("Matériel et ")[2].partition("…")
    assert 20 < len(cut[0]) < 60
    assert cut[2].strip().startswith("1\u00a0h\u00a002\u00a0min\u00a005\u00a0s  ·  1:00:00 → 2:02:05")


def test_english_has_its_own_words() -> None:
    """`Slide 1 of 1`, `page 1 of 1`."""
    made = scene(slide(a_page(1, "T", "Say."), title("T")), locale="en-GB")

    assert {"Slide 1 of 1", "page 1 of 1"} <= set(words(typst.notes(made)).split("\n"))


@pytest.mark.parametrize(("locale", "width"), [("fr-CA", 612), ("en-US", 612), ("fr-FR", 595), ("en-GB", 595)])
def test_paper_is_the_country_s(locale: str, width: int) -> None:
    """Letter in North America, A4 elsewhere."""
    made = scene(slide(a_page(1, "T", "x"), title("T")), locale=locale)

    assert width == round(PdfReader(BytesIO(typst.notes(made))).pages[0].mediabox.width)


def test_recordings_are_linked() -> None:
    """A start time and a link stand under the slide."""
    made = scene(slide(a_page(1, "T", at=247, link="https://example.org/v?t=247"), title("T")))

    pdf = typst.notes(made)

    (link,) = PdfReader(BytesIO(pdf)).pages[0].annotations or []
    assert "https://example.org/v?t=247" == str(link.get_object()["/A"]["/URI"])
    assert "4:07" in words(pdf)


def test_long_notes_run_on() -> None:
    """Notes longer than a page go on, and every page says how many there are."""
    long = " ".join(["mot"] * 1500)
    made = scene(
        slide(a_page(1, "T", long), title("T"), text("a")), slide(a_page(2, "U", "court"), title("U"), text("b"))
    )

    pdf = typst.notes(made)

    count = len(PdfReader(BytesIO(pdf)).pages)
    assert count > 2
    assert [] == faults(pdf)
    assert f"page {count} sur {count}" in words(pdf, count - 1)


def test_a_miscount_is_put_right() -> None:
    """Notes of many short lines, more than their letters let expect, still get right page numbers."""
    made = scene(slide(a_page(1, "T", *["\n".join(["W" * 66] * 3)] * 6), title("T")))

    pdf = typst.notes(made)

    count = len(PdfReader(BytesIO(pdf)).pages)
    assert f"page {count} sur {count}" in words(pdf, count - 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(WORDS, min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=3))
def test_notes_come_back_letter_for_letter(lines: list[str]) -> None:
    """Whatever an author types into notes, a reader of the PDF gets the same letters."""
    lines = [one.strip(" ") for one in lines]

    found = words(typst.notes(scene(slide(a_page(1, "T", *lines), title("T"))))).replace("\n", "")

    assert "".join(lines) in found
