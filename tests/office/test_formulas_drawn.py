"""Formulas drawn by LibreOffice from the PowerPoint file: never an empty box, never a word lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from impress import convert, drawn_pages, spaceless
from likeness import share

from slidekit import build

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "show"))
from formulas import TEXTBOOK

THEMES = ("boreal", "onyx")
"""A light one and a dark one."""

pytestmark = [pytest.mark.office, pytest.mark.slow]


def deck(folder: Path, theme: str) -> Path:
    """Every formula of the textbook, three a slide, then formulas among words."""
    slides = []
    for first in range(0, len(TEXTBOOK), 3):
        slides.append(f"  - title: {{en: 'From {first}', fr: 'Dès {first}'}}\n    body:\n")
        slides += [f"      - math: '{latex.replace(chr(39), chr(39) * 2)}'\n" for latex in TEXTBOOK[first : first + 3]]
    slides.append(
        "  - title: {en: 'Title $E = mc^2$', fr: 'Titre $E = mc^2$'}\n"
        "    bullets:\n      - {en: 'before $x_i^2$ after', fr: 'avant $x_i^2$ après'}\n"
        "  - layout: closing\n    title: {en: Night, fr: Nuit}\n    math: a + b\n"
    )
    path = folder / "formulas.yaml"
    head = f"slidekit: 1\ntitle: {{en: Formulas, fr: Formules}}\ntheme: {theme}\nslides:\n"
    path.write_text(head + "".join(slides), encoding="utf-8")
    return path


@pytest.mark.parametrize("theme", THEMES)
def test_libreoffice_shows_every_formula(theme: str, tmp_path: Path, root: Path, soffice: str, poppler: Path) -> None:
    """Those on lines of their own look as Typst draws them; those among words are there in Unicode."""
    made = build.render(deck(tmp_path, theme), tmp_path, ("pptx", "png"), ("fr",))
    assert [] == [one.message for one in made.diagnostics]
    convert(soffice, [tmp_path / "formulas.fr.pptx"], tmp_path, root / "src" / "slidekit" / "fonts")
    pdf = tmp_path / "formulas.fr.pdf"
    subprocess.run([poppler / "pdftoppm", "-r", "144", "-png", pdf, tmp_path / "office"], check=True)
    ours, theirs = sorted((tmp_path / "formulas.fr").glob("*.png")), sorted(tmp_path.glob("office-*.png"))
    pages = drawn_pages(poppler, pdf)

    shares = [share(one, other) for one, other in zip(ours, theirs, strict=True)]

    assert 13 == len(shares)
    assert [] == [(number, own) for number, own in enumerate(shares, 1) if own > 1]
    words = spaceless("".join(word.text for word in pages[11].words))
    assert "TitreE=mc²" in words
    assert "avantxᵢ²après" in words
