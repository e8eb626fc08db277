"""Formulas in Marp: the author's LaTeX, drawn by MathJax and read by nothing else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from marp_scenes import line, needs_marp, page, read, scene

from slidekit import tools
from slidekit.scene.boxes import Box, MathShape
from slidekit.show import math as said
from slidekit.show.pages import Bullets, Item, Math, Paragraphs, Run, Table
from slidekit.source.span import START
from slidekit.writers import marp
from slidekit.writers.marp import formula

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "show"))
from formulas import TEXTBOOK, made

HOSTILE = [
    r"a < b > c", r"\text{<script>alert(1)</script>}", r"\text{<!-- theme: gaia -->}", "a--> b", "a <!-- b",
    r"\text{--> <b>}", "a\n\n---\n\n# b", "a\n\n\n<script>b", r"\{a\}", r"\text{\$\$}", "a*b*c_d_e", "a_1 b_2 [c](d)",
    r"|x| \| y", r"\text{`a`}", "# a".replace("#", r"\#"), "2. a", "a\n- b", r"\lgwhtcircle + \uprho", "x + ∑",
]  # fmt: skip


def run(latex: str) -> Run:
    """A formula among words."""
    return Run(said.linear(latex) or latex, "fr-CA", math=latex)


def shape(latex: str) -> MathShape:
    """What layout makes of a block."""
    return MathShape("Formula", Box(20, 60, 298, 40), latex, 33.6, "1F2933", "", "fr-CA")


def block(latex: str) -> Math:
    """A formula on a line of its own."""
    return Math(latex, "", "fr-CA", None, START, "slides.1.math")


def html_of(*latex: str, words: str = "mot") -> str:
    """What marp-cli makes of formulas: one alone, one in a text, one in a point and one in a cell a slide."""
    pages = [
        page(
            number,
            block(one),
            Paragraphs((line(f"{words} ", run(one), f" {words}"),)),
            Bullets((Item(line(run(one)), 0, "bullet"),)),
            Table((line("a"),), ((line(run(one)),),), ("left",), "", "fr-CA", None, START, ""),
            notes=("Notes",),
        )
        for number, one in enumerate(latex, 1)
    ]
    made_by = scene(*pages, shapes=(shape("x"),))
    return tools.marp(marp.write(made_by), marp.css(made_by), "html")[0].decode()


@pytest.mark.marp
@pytest.mark.slow
def test_mathjax_draws_every_formula() -> None:
    """Four drawings a slide, not one error among them, and nothing from elsewhere."""
    needs_marp()
    formulas = [*TEXTBOOK, *made(60)]

    html = html_of(*formulas)

    assert 4 * len(formulas) == len(re.findall(r"<mjx-container", html))
    assert [] == re.findall(r'<g[^>]*data-mml-node="merror"[^>]*', html)
    assert [] == re.findall(r'(?:src|href)="https?://[^"]*|url\(\s*["\']?https?:[^)]*', html)


@pytest.mark.marp
@pytest.mark.slow
@pytest.mark.parametrize("words", ["mot", "5 $ ou $6", "$x", "\\", "a_b*c*", "`x`"])
def test_hostile_formulas_stay_formulas(words: str) -> None:
    """No tag, comment, directive, heading, list or slide comes of one, and the words around it stay."""
    needs_marp()
    formulas = [one for one in HOSTILE if said.read(one).fault is None]
    assert 14 <= len(formulas)

    html = html_of(*formulas, words=words)

    assert len(formulas) == len(read(html).sections)
    assert [] == re.findall(r'<g[^>]*data-mml-node="merror"[^>]*', html)
    assert "<script>alert" not in html
    assert "theme: gaia" not in re.findall(r"<section[^>]*>", html)
    assert ["Notes"] * len(formulas) == [one.strip() for one in read(html).notes]
    for section in read(html).sections:
        assert ["Titre"] == [text for tag, text in section.texts if tag in ("h1", "h2", "h3")]
        assert {words} == {
            text for tag, both in section.texts if tag == "p" and both.strip() for text in both.split("  ")
        }


def test_mathematics_is_on_where_it_is_needed() -> None:
    """The front matter says so in decks with formulas, and marp-cli is told so."""
    plain, with_math = scene(page(1)), scene(page(1, block("x")), shapes=(shape("x"),))

    assert "math:" not in marp.write(plain)
    assert "\nmath: mathjax\n" in marp.write(with_math)
    assert False is tools._settings([tools.Job(marp.write(plain), "")])["options"]["math"]  # type: ignore[index]
    assert "mathjax" == tools._settings([tools.Job(marp.write(with_math), "")])["options"]["math"]  # type: ignore[index]


def test_a_note_cannot_turn_mathematics_on() -> None:
    """Only our own front matter counts."""
    sly = scene(page(1, notes=("math: mathjax",), title="x\nmath: mathjax"))

    assert False is tools._settings([tools.Job(marp.write(sly), "")])["options"]["math"]  # type: ignore[index]


def test_the_markdown_is_what_a_person_would_write() -> None:
    """Everyday commands stay; names that MathJax may not know become the signs they stand for."""
    assert r"$\alpha \le \sqrt{x}$" == formula.inline(r"\alpha  \le \sqrt{x}")
    assert "${◯} + x$" == formula.inline(r"\lgwhtcircle + x")
    assert r"$a \lt  b$".replace("  ", " ") == formula.inline("a < b")
    assert "$$\na\nb\n$$" == formula.block("a\n\n  b\n")


def test_what_cannot_be_read_is_code() -> None:
    """In a draft, a broken formula is shown as it was typed."""
    assert None is formula.inline("{a")
    assert "```latex\n{a\n```" == formula.block("{a")
