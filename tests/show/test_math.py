"""LaTeX read into trees: what it says on one line and aloud, and where it is broken."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from formulas import TEXTBOOK, made
from hypothesis import given, settings
from hypothesis import strategies as st

from slidekit.show import math
from slidekit.show.math import Fence, Fraction, Row, Scripts, Sign

LINES = [
    ("E = mc^2", "E = mc²"),
    (r"\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d}}\right)V", "softmax(QKᵀ/√d)V"),
    (r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", "x = (−b ± √(b² − 4ac))/2a"),
    (r"\sum_{i=1}^{n} i^2", "∑ᵢ₌₁ⁿ i²"),
    (r"x_{ij}^{a/b}", "x_(ij)^(a/b)"),
    (r"\bar{x} + \hat{y}", "x\u0304 + y\u0302"),
    (r"1{,}5 < f(x, y)", "1,5 < f(x, y)"),
    (r"\sqrt[3]{x+1}", "∛(x + 1)"),
    (r"\mathbb{R}^n", "ℝⁿ"),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
    (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b; c = d"),
    (r"\sin x + \cos 2\pi", "sin x + cos 2π"),
    (r"{a + b}_n", "(a + b)ₙ"),
    (r"a \not= b", "a ≠ b"),
    ("f'''''", "f^(‴″)"),
    ("f''_1^2", "f₁″²"),
    ("2in + 3mm", "2in + 3mm"),
    (r"\text{où } n \text{ est pair}", "où n est pair"),
]

ALOUD = [
    ("E = mc^2", "E equals m c squared", "E égale m c au carré"),
    (r"\frac{a}{b}", "a over b", "a sur b"),
    (
        r"\frac{a + b}{c}",
        "the fraction a plus b over c, end of fraction",
        "la fraction a plus b sur c, fin de fraction",
    ),
    (r"\sqrt{x}", "square root of x", "racine carrée de x"),
    (r"\sum_{i=1}^{n} i", "sum from i equals 1 to n of i", "somme de i égale 1 à n de i"),
    (r"\lim_{x \to 0} f", "limit as x tends to 0 of f", "limite quand x tend vers 0 de f"),
    (r"x_i", "x sub i", "x indice i"),
    (r"\vec{v} \cdot \Omega", "vector v times capital omega", "vecteur v fois oméga majuscule"),
    (r"K^\top", "K transpose", "K transposée"),
    (r"\binom{n}{k}", "n choose k", "k parmi n"),
    (r"1{,}5", "1,5", "1,5"),
]

BROKEN = [
    ("{a", "`{` is never closed", 0),
    ("a}", "`}` closes no brace", 1),
    (r"\frac{a}", "nothing follows `\\frac`", 7),
    (r"\left( a", "`\\left` is never closed", 0),
    (r"a \right)", "`\\right` without `\\left`", 2),
    ("x^^2", "nothing follows `^`", 2),
    ("x^2^3", "two superscripts", 3),
    ("x^2'", "two superscripts", 3),
    ("x''^2'", "two superscripts", 5),
    ("x_2_3", "two subscripts", 3),
    ("a & b", "`&` outside a table", 2),
    (r"a \\ b", "a new line outside a table", 2),
    (r"\begin{matrix} a", "the formula ends where \\end{matrix} should come", 15),
    (r"\begin{matrix} a \end{cases}", "`\\end{cases}` where `\\end{matrix}` should come", 17),
    (r"\text{a $x$}", "LaTeX inside `\\text`", 5),
    ("5%", "`%` has a meaning of its own in LaTeX", 1),
    (r"\left x", "`x` after `\\left`, where a bracket is wanted", 6),
    ("", "this formula is empty", 0),
]

UNKNOWN = [
    r"\foo{x}", r"\def\a{\a}\a", r"\newcommand{\x}{\x\x}\x", r"\href{javascript:alert(1)}{x}",
    r"\input{/etc/passwd}", r"\begin{tikzpicture}\end{tikzpicture}", r"\htmlClass{x}{y}", r"\require{x}", "\\@",
]  # fmt: skip

BOMBS = [
    "{" * 2000, "{" * 900 + "}" * 900, r"\frac{" * 300, r"\left(" * 300, "x^{" * 600 + "}" * 600,
    r"\hat" * 400 + "x", r"\sqrt[" * 300, "x" * 100_000, "^" * 1000, "'" * 1900, r"\begin{matrix}" * 100, r"\not" * 400,
    r"\def\a{\a\a}" + r"\a" * 500, "&" * 1999, "\\" * 1999,
    r"\begin{matrix}" + "&" * 900 + r"\\" * 300 + r"\end{matrix}",
]  # fmt: skip


@pytest.mark.parametrize(("latex", "expected"), LINES)
def test_a_formula_on_one_line(latex: str, expected: str) -> None:
    """Outlines, file properties and programs without equations show a formula in Unicode."""
    assert expected == math.linear(latex)


@pytest.mark.parametrize(("latex", "english", "french"), ALOUD)
def test_a_formula_aloud(latex: str, english: str, french: str) -> None:
    """A screen reader says a formula in the language of the deck."""
    assert english == math.spoken(latex, "en-CA")
    assert french == math.spoken(latex, "fr-CA")


@pytest.mark.parametrize(("latex", "message", "offset"), BROKEN)
def test_what_is_broken_is_told_with_its_place(latex: str, message: str, offset: int) -> None:
    """A formula that cannot be read says why, and at which of its signs."""
    fault = math.read(latex, True).fault

    assert fault is not None
    assert (message, offset, False) == (fault.message, fault.offset, fault.unknown)
    assert fault.hint


@pytest.mark.parametrize("latex", UNKNOWN)
def test_unknown_commands_are_refused(latex: str) -> None:
    """No macro, no link, no file and no HTML gets into a formula."""
    fault = math.read(latex).fault

    assert fault is not None
    assert fault.unknown


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused(bomb: str) -> None:
    """Depth and length are bounded, so that nothing crashes or takes for ever."""
    formula = math.read(bomb, True)

    assert bomb == "'" * 1900 or formula.fault is not None


def test_sums_have_limits_on_a_line_of_their_own() -> None:
    """Among words limits stand beside the sign, on a line of their own above and below it."""
    for display in (False, True):
        tree = math.read(r"\sum_{i}^{n}", display).tree

        assert isinstance(tree, Scripts)
        assert display == tree.limits


def test_a_half_needs_no_braces() -> None:
    """`\\frac12` is one over two, as in LaTeX."""
    assert Fraction(Sign("1", "number"), Sign("2", "number")) == math.read(r"\frac12").tree


def test_an_upright_word_is_one() -> None:
    """`\\mathrm{d}` is not the letter d in italics."""
    assert Row((Sign("d", "letter"), Sign("x", "letter", "italic"))) == math.read(r"\mathrm{d}x").tree


def test_a_bracket_may_have_no_partner() -> None:
    """`\\right.` draws nothing."""
    assert Fence("(", "", Sign("x", "letter", "italic")) == math.read(r"\left(x\right.").tree


def test_latex2mathml_reads_the_same_signs() -> None:
    """Where latex2mathml reads a formula too, it finds the same signs in the same order."""
    from latex2mathml.converter import convert

    same = 0
    for latex in TEXTBOOK:
        if "aligned" in latex or "operatorname" in latex or "text" in latex or "mathcal" in latex:
            continue  # it has none, or other signs for them
        theirs = [sign for element in ET.fromstring(convert(latex)).iter() for sign in (element.text or "").split()]
        ours = _signs(math.read(latex).tree)
        same += sorted("".join(theirs)) == sorted(ours)

    assert 14 <= same


def _signs(tree: math.Node) -> str:
    """What latex2mathml would write of the letters and signs of the formula."""
    from slidekit.writers.typst.formula import tree as array

    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, list):
            if node[:1] in (["s"], ["w"]):
                found.append(node[1])
            elif node[:1] == ["p"]:
                found.extend(node[1:3])
            for part in node[1:]:
                walk(part)

    walk(array(tree))
    return "".join(found).replace(" ", "")


@pytest.mark.parametrize("latex", [*TEXTBOOK, *made(200)])
def test_every_formula_is_read(latex: str) -> None:
    """Whatever is made of what the guide names is read, and has words in both languages."""
    for display in (False, True):
        assert None is math.read(latex, display).fault
    assert math.linear(latex)
    assert math.spoken(latex, "en-CA")
    assert math.spoken(latex, "fr-CA")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=r"\{}[]^_&$%#'~abx12 .,|()é∑", max_size=40) | st.lists(
    st.sampled_from([r"\frac", r"\sqrt", r"\left", r"\right", "(", ".", "{", "}", "^", "_", "x", "&", "\\\\", "'", "1",
                     r"\begin{cases}", r"\end{cases}", r"\text{a}", r"\sum", r"\limits", r"\not", r"\hat", "[", "]"]),
    max_size=15).map(" ".join))  # fmt: skip
def test_nothing_that_is_typed_raises(latex: str) -> None:
    """Any text is a formula or a fault that lies inside it."""
    for display in (False, True):
        formula = math.read(latex, display)
        if formula.fault is None:
            math.linear(latex)
            math.spoken(latex, "fr-CA")
        else:
            assert 0 <= formula.fault.offset <= max(0, len(latex))
