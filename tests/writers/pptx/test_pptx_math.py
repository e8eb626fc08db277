"""Formulas in PowerPoint: native, valid, and with something to see for programs that know none."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from pptx_checks import audit_faults, house_faults, parts, sdk_faults
from pptx_scenes import LOCALE, body, bullet, paragraph, scene, slide, title

from slidekit.scene.boxes import Box, MathShape, Scene
from slidekit.show import math
from slidekit.show.pages import Line, Run
from slidekit.writers import typst
from slidekit.writers.pptx import write
from slidekit.writers.pptx.omml import display, inline

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "show"))
from formulas import TEXTBOOK, made

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def run(latex: str) -> Run:
    """A formula among words."""
    return Run(math.linear(latex), LOCALE, math=latex)


def shape(latex: str, top: float = 60.0, alt: str = "la formule") -> MathShape:
    """A formula on a line of its own."""
    return MathShape(f"Formula {top}", Box(20, top, 298, 30), latex, 28.0, "1F2933", alt, LOCALE)


def every_formula() -> Scene:
    """Each formula of the textbook, and fifty made at random, alone and among words."""
    slides = []
    for number, latex in enumerate([*TEXTBOOK, *made(50)], 1):
        words = bullet("Soit ", run(latex), " ici")
        slides.append(slide(number, title(f"Titre {number}"), body(words), shape(latex, 120)))
    return scene(slides)


def test_formulas_are_valid(tmp_path: Path, node: str, root: Path) -> None:
    """The ISO schemas, openxml-audit and the Open XML SDK find nothing, with pictures and without."""
    made_by = every_formula()
    for name, content in (("words", write(made_by)), ("pictures", write(made_by, typst.formulas_png))):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(content)

        assert [] == audit_faults(path)
        assert [] == sdk_faults(path, node, root)
        assert [] == house_faults(path, "fr", root)


@pytest.mark.parametrize("latex", [*TEXTBOOK, *made(100)])
def test_every_letter_is_in_the_equation(latex: str) -> None:
    """An equation read back holds every sign of the formula once."""
    from lxml import etree

    for omml in (inline(latex), display(latex)):
        tree = etree.fromstring(omml.encode())
        words = "".join([one.text or "" for one in tree.iter(f"{M}t")])
        signs = [one.get(f"{M}val", "") for one in tree.iter(f"{M}chr", f"{M}begChr", f"{M}endChr")]
        drawn = re.sub(r"\s|\u200b|&", "", words + "".join(signs))

        assert sorted(drawn) == sorted(_signs(math.read(latex).tree))


def _signs(node: object) -> str:
    """The signs that an equation of this formula has, spaces left out."""
    found: list[str] = []

    def walk(one: object) -> None:
        match one:
            case math.Sign(text) | math.Words(text):
                found.append(text)
            case math.Fence(left, right, inside):
                found.append(left + right)
                walk(inside)
            case math.Accent(inside, mark):
                from slidekit.show.math_symbols import ACCENTS

                found.append(ACCENTS[mark])
                walk(inside)
            case math.Bar(inside, mark):
                found.append({"overbrace": "⏞", "underbrace": "⏟", "overrightarrow": "\u20d7"}.get(mark, ""))
                walk(inside)
            case math.Fraction(top, bottom) | math.Root(bottom, top):
                walk(top)
                walk(bottom)
            case math.Scripts(base, below, above):
                for part in (base, below, above):
                    walk(part)
            case math.Row(items):
                for item in items:
                    walk(item)
            case math.Table(rows):
                for row in rows:
                    for cell in row:
                        walk(cell)
            case _:
                pass

    walk(node)
    return re.sub(r"\s", "", "".join(found))


def test_no_part_of_an_equation_is_empty() -> None:
    """PowerPoint draws a dotted box in an empty part."""
    for latex in [*TEXTBOOK, *made(100), "^2", r"\sqrt{}", r"\left(\right)", r"\begin{matrix} & a \\ b \end{matrix}"]:
        for empty in ("<m:e/>", "<m:e></m:e>", "<m:num></m:num>", "<m:den></m:den>", "<m:lim></m:lim>"):
            assert empty not in display(latex)


def test_powerpoint_gets_equations_and_others_something_to_see() -> None:
    """The choice has equations in a placeholder, the fallback the same words, or a picture with the same alt text."""
    from lxml import etree

    made_by = scene([slide(1, title("Titre"), body(bullet("Soit ", run("x^2"))), shape("a+b", alt="a plus b"))])
    with zipfile.ZipFile(io.BytesIO(write(made_by, typst.formulas_png))) as package:
        tree = etree.fromstring(package.read("ppt/slides/slide1.xml"))
        media = [name for name in package.namelist() if name.startswith("ppt/media/")]
    choices, fallbacks = (list(tree.iter(f"{MC}{name}")) for name in ("Choice", "Fallback"))

    assert ["oMath", "oMathPara"] == [
        etree.QName(next(one.iter(f"{M}oMath", f"{M}oMathPara"))).localname for one in choices
    ]
    assert 1 == len(media)
    assert "Soit x²" == "".join(map(str, fallbacks[0].itertext()))
    assert ["a plus b"] * 2 == [next(one.iter("{*}cNvPr")).get("descr") for one in (fallbacks[1], choices[1])]
    ids = [one.get("id") for one in tree.iter("{*}cNvPr")]
    assert len(ids) == len(set(ids))


def test_libreoffice_is_sent_to_the_fallback() -> None:
    """Its reader goes by the prefix `a14`, and would drop the equations that it finds there."""
    made_by = scene([slide(1, title("Titre"), shape("a+b"))])

    xml = parts(made_by)["ppt/slides/slide1.xml"]

    assert 'Requires="a14"' not in xml
    assert re.search(r'xmlns:(\w+)="http://schemas.microsoft.com/office/drawing/2010/main" Requires="\1"', xml)


def test_titles_and_notes_stay_text() -> None:
    """An outline and the presenter's view show words."""
    head = title("x")
    from msgspec.structs import replace

    head = replace(head, paragraphs=(paragraph("Soit ", run("E=mc^2")),))
    made_by = scene([slide(1, head, notes=(Line((Run("Dire ", LOCALE), run("x_i"))),))])

    found = parts(made_by)

    assert 'cap="none"/><a:t>E = mc²</a:t>' in found["ppt/slides/slide1.xml"]
    assert "AlternateContent" not in found["ppt/slides/slide1.xml"]
    assert "xᵢ" in found["ppt/notesSlides/notesSlide1.xml"]


def test_the_same_formula_gives_the_same_bytes() -> None:
    """Pictures of formulas do not change from one run to the next."""
    made_by = scene([slide(1, title("Titre"), shape(TEXTBOOK[4]), shape(TEXTBOOK[4], 100))])

    assert write(made_by, typst.formulas_png) == write(made_by, typst.formulas_png)
