"""The room that layout keeps for a formula is never less than what Typst draws, and not much more."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
import typst

from slidekit import build
from slidekit.scene.boxes import MathShape, TextShape
from slidekit.scene.math import MathMeasured
from slidekit.scene.math_extent import extent
from slidekit.scene.metrics import face
from slidekit.show import math
from slidekit.show.pages import Run
from slidekit.writers.typst import press
from slidekit.writers.typst.formula import tree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "show"))
from formulas import TEXTBOOK, made

MEASURES = b"""
#set page(width: 9000pt, height: 9000pt, margin: 0pt)
#set text(size: 10pt)
#set par(leading: 0pt)
#for d in json(bytes(sys.inputs.data)) {
  let body = build(d.at(1))
  let drawn = math.equation(block: false, alt: "x", if d.at(0) { math.display(body) } else { body })
  context [#metadata((measure(drawn).width.pt(), measure(drawn).height.pt()))<room>]
}
"""
LEAST_UP = 0.69
"""In em: a line of Typst's is never lower than its capitals."""


class Compared(NamedTuple):
    """A formula, and the width and height that we keep over those that Typst needs."""

    latex: str
    display: bool
    width: float
    height: float


@pytest.fixture(scope="module")
def compared() -> list[Compared]:
    """The textbook's formulas and 600 made at random, among words and on lines of their own."""
    asked = [(latex, display) for latex in [*TEXTBOOK, *made(600)] for display in (False, True)]
    data = json.dumps([[display, tree(math.read(latex, display).tree)] for latex, display in asked])
    source = press._template("math") + MEASURES
    compiler = typst.Compiler(
        source, font_paths=press._fonts(True), ignore_system_fonts=True, sys_inputs={"data": data}
    )
    rooms = json.loads(compiler.query("<room>", field="value"))
    found = []
    for (latex, display), (width, height) in zip(asked, rooms, strict=True):
        room = extent(latex, display)
        own = max(room.up, LEAST_UP) + max(room.down, 0.0)
        found.append(Compared(latex, display, room.width / (width / 10), own / (height / 10)))
    return found


def test_no_formula_is_wider_than_its_room(compared: list[Compared]) -> None:
    """Every formula of the textbook fits, and of odd ones made at random all but one in a hundred, by 5 % at most."""
    odd = [one for one in compared if one.width < 1]

    assert [] == [one for one in odd if one.latex in TEXTBOOK]
    assert [] == [one for one in odd if one.width < 0.95]
    assert len(odd) <= len(compared) / 100


def test_no_formula_is_higher_than_its_room(compared: list[Compared]) -> None:
    """Not one reaches above or below."""
    assert [] == [one for one in compared if one.height < 1]


def test_the_room_is_not_wasted(compared: list[Compared]) -> None:
    """Half of all formulas take at least four fifths of the room that is kept for them."""
    textbook = [one for one in compared if one.latex in TEXTBOOK]

    assert median([one.width for one in textbook]) < 1.25
    assert median([one.height for one in textbook]) < 1.35


def test_a_formula_among_words_is_never_broken() -> None:
    """However narrow the box, a formula stands on one line."""
    runs = (Run("Soit ", "fr-CA"), Run("∑ᵢ₌₁ⁿ i² + 1", "fr-CA", math=r"\sum_{i=1}^n i^2 + 1"), Run(" ici", "fr-CA"))
    carlito = face("Calibri")
    measured = MathMeasured(runs, (carlito, carlito, carlito), 0.95, 0.25)

    text = "".join([run.text for run in runs])
    assert [text.index("∑"), text.index("ici")] == list(measured.breaks(42, 20))


def test_a_tall_formula_makes_its_line_higher() -> None:
    """A fraction among words needs more than a line; x does not."""
    carlito = face("Calibri")
    low = MathMeasured((Run("x", "en", math="x"),), (carlito,), 0.95, 0.25)
    high = MathMeasured((Run("a/b", "en", math=r"\frac{\frac{a}{b}}{c}"),), (carlito,), 0.95, 0.25)

    assert 1 == low.lines(100, 20)
    assert 1 < high.lines(100, 20) < 2.5


def read(folder: Path, slide: str) -> build.Reading:
    """A deck of one slide."""
    path = folder / "talk.yaml"
    path.write_text(f"slidekit: 1\ntitle: {{en: A, fr: B}}\nslides:\n  - {slide}\n", encoding="utf-8")
    return build.read(path)


def test_a_formula_stands_in_the_middle_in_the_themes_ink(tmp_path: Path) -> None:
    """It has a box as wide as the slide's content, on paper and on the dark ground."""
    paper = read(tmp_path, "{title: {en: A, fr: B}, math: a + b}").layouts
    night = read(tmp_path, "{title: {en: A, fr: B}, layout: closing, math: a + b}").layouts
    assert paper is not None
    assert night is not None

    shapes = [
        next(one for one in tuple(each.scene("en").slides)[1].shapes if isinstance(one, MathShape))
        for each in (paper, night)
    ]
    theme = paper.scene("en").theme

    assert [theme.palette.ink, theme.palette.on_night] == [one.color for one in shapes]
    assert "a plus b" == shapes[0].alt


def test_both_languages_have_the_same_size(tmp_path: Path) -> None:
    """The wider of the two decides."""
    wide = " + ".join("abcdefghijklmnopqrstuvw")
    layouts = read(tmp_path, f"{{title: {{en: A, fr: B}}, math: {{en: a, fr: '{wide}'}}}}").layouts
    assert layouts is not None

    sizes = {
        lang: [
            one.size_pt for slide in layouts.scene(lang).slides for one in slide.shapes if isinstance(one, MathShape)
        ]
        for lang in ("en", "fr")
    }

    assert sizes["en"] == sizes["fr"]
    assert sizes["en"][0] < layouts.scene("en").theme.sizes.body[0] * 1.5


def test_a_formula_alone_is_larger(tmp_path: Path) -> None:
    """A slide with nothing but a formula shows it half as large again as text; beside text it is a fifth larger."""
    sizes = []
    for more in ("", ", text: {both: 'so'}"):
        layouts = read(tmp_path, f"{{title: {{en: A, fr: B}}, math: a + b{more}}}").layouts
        assert layouts is not None
        shapes = tuple(layouts.scene("en").slides)[1].shapes
        sizes.append(next(one.size_pt for one in shapes if isinstance(one, MathShape)))

    assert [42.0, 33.6] == sizes


def test_a_formula_that_is_too_wide_is_told(tmp_path: Path) -> None:
    """Formulas are not broken: what does not fit at the smallest size is an error at its place."""
    wide = " + ".join("abcdefghijklmnopqrstuvwxyz" * 2)

    found = read(tmp_path, f"{{title: {{en: A, fr: B}}, math: '{wide}'}}").diagnostics

    assert ["SK401"] == [one.code for one in found]
    assert "the formula is" in found[0].message
    assert "aligned" in (found[0].hint or "")


def test_a_formula_among_words_that_is_too_wide_is_an_error(tmp_path: Path) -> None:
    """A word is cut in two with a warning; a formula would run out of its box."""
    wide = " + ".join("abcdefghijklmnopqrstuvwxyz" * 2)

    found = read(tmp_path, f"{{title: {{en: A, fr: B}}, text: {{both: 'so $x = {wide}$'}}}}").diagnostics

    assert [("SK401", "error")] == [(one.code, one.severity.value) for one in found]
    assert "cut in two" not in found[0].message


def test_tall_formulas_count_for_fit(tmp_path: Path) -> None:
    """A list of tall formulas takes a smaller size than one of short ones, or does not fit."""
    point = "{both: 'x %s y'}"
    sizes = []
    for formula in ("$a$", r"$\frac{\frac{a}{b}}{\frac{c}{d}}$"):
        points = ", ".join([point % formula] * 7)
        layouts = read(tmp_path, f"{{title: {{en: A, fr: B}}, bullets: [{points}]}}").layouts
        assert layouts is not None
        shapes = [one for one in tuple(layouts.scene("fr").slides)[1].shapes if isinstance(one, TextShape)]
        sizes.append(shapes[1].paragraphs[0].size_pt)

    assert sizes[1] < sizes[0]
