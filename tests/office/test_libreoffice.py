"""The decks in LibreOffice: every slide drawn, every word inside its box, every letter in the right font."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from impress import Frame, Page, convert, drawn_pages, shown_slides, spaceless
from PIL import Image

Run = Callable[..., subprocess.CompletedProcess[str]]

SLACK_PT = 1.0
"""0.35 mm: LibreOffice's line is not PowerPoint's to the point."""
FAMILIES = ("Carlito", "LiberationSans", "DejaVuSans", "NotoColorEmoji")

DECKS = ("ai-in-the-terminal", "recorded-talk", "annual-report")
EDITIONS = [
    pytest.param((deck, lang), id=f"{deck}.{lang}", marks=pytest.mark.xdist_group(f"office-{deck}"))
    for deck in DECKS
    for lang in ("en", "fr")
]

pytestmark = [pytest.mark.office, pytest.mark.slow]

_done: dict[str, Path] = {}


@pytest.fixture
def edition(
    request: pytest.FixtureRequest,
    root: Path,
    run_slidekit: Run,
    soffice: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The PowerPoint file of one deck in one language; its PDF by LibreOffice lies beside it."""
    deck, lang = request.param
    if deck not in _done:
        folder = tmp_path_factory.mktemp(deck)
        done = run_slidekit("render", root / "decks" / f"{deck}.yaml", "-o", folder, "--to", "pptx")
        assert done.returncode == 0, done.stderr
        convert(soffice, sorted(folder.glob("*.pptx")), folder, root / "src" / "slidekit" / "fonts")
        _done[deck] = folder
    return _done[deck] / f"{deck}.{lang}.pptx"


@pytest.fixture
def slides(edition: Path) -> list[list[Frame]]:
    """The shapes of every slide shown."""
    return shown_slides(edition)


@pytest.fixture
def pages(edition: Path, poppler: Path) -> list[Page]:
    """What LibreOffice drew."""
    return drawn_pages(poppler, edition.with_suffix(".pdf"))


@pytest.mark.parametrize("edition", EDITIONS, indirect=True)
def test_every_slide_is_a_page(slides: list[list[Frame]], pages: list[Page]) -> None:
    """LibreOffice draws as many pages as there are slides to show, each 960 × 540 points."""
    sizes = {(round(page.width), round(page.height)) for page in pages}

    assert (len(slides), {(960, 540)}) == (len(pages), sizes)


@pytest.mark.parametrize("edition", EDITIONS, indirect=True)
def test_no_word_lies_outside_its_box(slides: list[list[Frame]], pages: list[Page]) -> None:
    """Every word drawn lies in the box of a shape of that slide that says it."""
    stray = [
        f"page {number}: {word.text!r} at {word.left:.0f},{word.top:.0f}–{word.right:.0f},{word.bottom:.0f}"
        for number, (frames, page) in enumerate(zip(slides, pages, strict=True), 1)
        for word in page.words
        if not any(frame.holds(word, SLACK_PT) for frame in frames)
    ]

    assert not stray


@pytest.mark.parametrize("edition", EDITIONS, indirect=True)
def test_no_word_is_lost(slides: list[list[Frame]], pages: list[Page]) -> None:
    """Every letter of every shape on the slide is drawn on its page."""
    lost = []
    for number, (frames, page) in enumerate(zip(slides, pages, strict=True), 1):
        drawn = spaceless("".join(word.text for word in page.words))
        wanted = "".join(frame.text or "" for frame in frames if frame.bottom > 0)
        lost += [f"page {number}: {sign!r}" for sign in set(wanted) if sign.isalnum() and sign not in drawn]

    assert not lost


@pytest.mark.parametrize("edition", EDITIONS, indirect=True)
def test_only_our_fonts_are_drawn(edition: Path, poppler: Path) -> None:
    """Each letter comes from a font that was measured; only colour emoji may be drawn as pictures."""
    listing = subprocess.run(
        [poppler / "pdffonts", edition.with_suffix(".pdf")], capture_output=True, encoding="utf-8", check=True
    ).stdout
    fonts = re.findall(
        r"^(?:[A-Z]{6}\+)?(\S+) +(TrueType|CID TrueType|Type 3|Type 1\S*|CID \S+)", listing, re.MULTILINE
    )

    strangers = [
        f"{name} ({kind})"
        for name, kind in fonts
        if not name.startswith(FAMILIES) or (kind == "Type 3" and not name.startswith("NotoColorEmoji"))
    ]

    assert fonts
    assert not strangers


@pytest.mark.parametrize("edition", EDITIONS, indirect=True)
def test_no_page_is_blank(edition: Path, poppler: Path, tmp_path: Path) -> None:
    """Each page drawn as a picture shows more than its ground."""
    subprocess.run(
        [poppler / "pdftoppm", "-r", "18", "-png", edition.with_suffix(".pdf"), tmp_path / "page"], check=True
    )
    pictures = sorted(tmp_path.glob("page-*.png"))

    blank = [path.name for path in pictures if all(low == high for low, high in Image.open(path).getextrema())]  # type: ignore[misc]

    assert pictures
    assert not blank
