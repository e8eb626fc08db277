"""SK120 and SK121 at the very sign, once a text, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit import build

HEAD = "slidekit: 1\ntitle: {en: A, fr: B}\nslides:\n  - title: {en: C, fr: D}\n"

PLACES = [
    ("    math: a + {b\n", "SK120", 5, 15),
    ("    math: 'a + {b'\n", "SK120", 5, 16),
    ("    math: \\alhpa\n", "SK121", 5, 11),
    ("    text: {both: 'so $\\frac{1}$ it is'}\n", "SK120", 5, 30),
    ("    bullets:\n      - {en: 'a $x^2^3$', fr: b}\n", "SK120", 6, 21),
    ("    math: |\n      \\frac{a}{b\n", "SK120", 6, 15),
    ("    notes: {en: a, fr: 'dire $\\foo$'}\n", "SK121", 5, 31),
    ("    math: '" + "x" * 2001 + "'\n", "SK120", 5, 12),
]


@pytest.mark.parametrize(("slide", "code", "line", "column"), PLACES)
def test_a_broken_formula_is_told_at_its_place(tmp_path: Path, slide: str, code: str, line: int, column: int) -> None:
    """The finding stands at the sign that is wrong, or at a folded text's first."""
    path = tmp_path / "talk.yaml"
    path.write_text(HEAD + slide, encoding="utf-8")

    found = build.read(path, language=False).diagnostics

    assert [(code, line, column)] == [(one.code, one.span.line, one.span.column) for one in found]


def test_a_misspelt_command_finds_its_likeness(tmp_path: Path) -> None:
    """The remedy names the command that was meant; of a thousand unknown ones the first hundred are looked up."""
    path = tmp_path / "talk.yaml"
    odd = " ".join(f"$\\q{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{chr(97 + n // 676)}zzz$" for n in range(1000))
    path.write_text(HEAD + f"    math: '\\alhpa'\n    text: {{both: '{odd}'}}\n", encoding="utf-8")

    found = [one for one in build.read(path).diagnostics if one.code == "SK121"]

    assert 1001 == len(found)
    assert r"did you mean  \alpha?" in {one.hint for one in found}


def test_a_formula_lets_nobody_draw_an_empty_box(tmp_path: Path) -> None:
    """A sign that no font has is told before anything is drawn."""
    path = tmp_path / "talk.yaml"
    path.write_text(HEAD + "    math: a + \U00013000\n", encoding="utf-8")

    assert "SK120" in {one.code for one in build.read(path).diagnostics}


def test_code_is_no_formula(tmp_path: Path) -> None:
    """Dollars in listings, transcripts and drawings are dollars."""
    path = tmp_path / "talk.yaml"
    path.write_text(HEAD + "    code: 'echo $\\foo$ $x_$'\n", encoding="utf-8")

    assert () == build.read(path).diagnostics


def test_a_draft_shows_the_latex(tmp_path: Path) -> None:
    """What cannot be read stands in a draft as it was typed, in every output."""
    path = tmp_path / "talk.yaml"
    path.write_text(HEAD + "    math: a + {b\n    text: {both: 'so $\\foo$ it is'}\n", encoding="utf-8")

    made = build.render(path, tmp_path / "out", ("pptx", "marp", "pdf", "notes"), draft=True)

    assert 10 == len(made.outputs)
    assert "a + {b" in (tmp_path / "out" / "talk.en.md").read_text(encoding="utf-8")
