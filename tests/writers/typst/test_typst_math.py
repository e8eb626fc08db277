"""Formulas in PDFs and pictures: built by functions, tagged, in words for screen readers."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import page
import pytest
from pypdf import PdfReader
from typst_scenes import line, scene, slide, title
from typst_scenes import page as said

from slidekit.scene.boxes import Box, MathShape, Paragraph, Scene, TextShape, Type
from slidekit.show import math
from slidekit.show.pages import Line, Run
from slidekit.writers import typst

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "show"))
from formulas import TEXTBOOK, made

HOSTILE = [r"\text{#panic()}", r"\text{*a* _b_ `c` $d^2$}".replace("$", r"\$"), r'\text{"); read("/etc/passwd")}',
           r"\text{@ref <label>}",
           "f''''", "f''''''''''^2",
           "a + b // c", r"\#panic()", r"\text{/* no */}", "«é» + ∀"]  # fmt: skip


def run(latex: str) -> Run:
    """A formula among words."""
    return Run(math.linear(latex) or latex, "fr-CA", math=latex)


def shape(latex: str) -> MathShape:
    """A formula on a line of its own."""
    return MathShape("Formula", Box(20, 60, 298, 40), latex, 28.0, "1F2933", math.spoken(latex, "fr-CA"), "fr-CA")


def words(*runs: Run) -> TextShape:
    """A text."""
    return TextShape("Text", "body", Box(20, 110, 298, 40), (Paragraph(runs, 20.0),), Type("body", "1F2933"), 1.2207)


def every_formula(*formulas: str) -> Scene:
    """Each formula alone and among words."""
    return scene(
        *[
            slide(
                said(number, "Titre"), title(f"Titre {number}"), shape(latex), words(Run("Soit ", "fr-CA"), run(latex))
            )
            for number, latex in enumerate(formulas, 1)
        ]
    )


def alternatives(pdf: bytes) -> list[str]:
    """The alternative texts of a tagged PDF, in reading order."""
    found: list[str] = []

    def walk(node: object) -> None:
        node = getattr(node, "get_object", lambda: node)()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if node.get("/S") == "/Formula":
                found.append(str(node.get("/Alt", "")))
            walk(node.get("/K"))

    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    walk(root["/StructTreeRoot"])
    return found


def test_formulas_follow_pdf_ua() -> None:
    """Every formula is tagged as one, with words."""
    formulas = [*TEXTBOOK, *made(40)]

    pdf = typst.slides(every_formula(*formulas))

    assert [] == [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]
    expected = [math.spoken(latex, "fr-CA") for latex in formulas for _ in range(2)]
    assert expected == alternatives(pdf)


@pytest.mark.parametrize("latex", ["", " ", "\u2028"])
def test_an_empty_formula_in_a_draft_is_nothing(latex: str) -> None:
    """The PDF is made, as it would not be with a formula that says nothing."""
    assert typst.slides(scene(slide(said(1, "Titre"), title("Titre"), shape(latex)))).startswith(b"%PDF")


@pytest.mark.parametrize("latex", HOSTILE)
def test_nothing_in_a_formula_is_markup(latex: str) -> None:
    """What would be code or markup in Typst is drawn sign by sign."""
    if math.read(latex).fault is not None:
        return

    pdf = typst.slides(every_formula(latex))

    assert 2 == len(alternatives(pdf))


def test_hostile_words_come_back() -> None:
    """The words inside a formula are the words in the PDF."""
    pdf = typst.slides(every_formula(r"\text{\#panic() *a* [b] @c}"))

    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text().replace(" ", "")
    assert text.count("#panic()*a*[b]@c") == 2


def test_notes_hold_formulas() -> None:
    """Formulas in notes are drawn and tagged too."""
    notes = (Line((Run("Dire ", "fr-CA"), run("E=mc^2"))),)
    made_by = scene(slide(said(1, "Titre", notes=notes), title("Titre")))

    pdf = typst.notes(made_by)

    assert [] == [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]
    assert ["E égale m c au carré"] == alternatives(pdf)


def test_decks_without_formulas_do_not_load_the_font() -> None:
    """The fonts inside Typst stay closed, and its data is as it was."""
    from slidekit.writers.typst import press

    plain = typst._job(scene(slide(said(1, 'Titre {"alt":'), title('{"alt": 1}'))))

    assert press.FORMULA not in plain.words


def test_formulas_alone_have_no_ground() -> None:
    """A picture of a formula lets the slide show through, and has the size of its box."""
    from PIL import Image

    pictures = typst.formulas_png([shape("x"), shape("y")], 72.0)

    image = Image.open(io.BytesIO(next(iter(pictures.values()))))
    assert 2 == len(pictures)
    assert (845, 113) == image.size
    assert 0 == image.convert("RGBA").getpixel((0, 0))[3]  # type: ignore[index]
    assert line("x")
