"""A listener hears a talk in the order in which its author typed it, in PowerPoint and in PDF, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import expected, in_pdf, in_powerpoint, places

from slidekit import build
from slidekit.scene.boxes import Scene
from slidekit.writers import pptx, typst

ROOT = Path(__file__).resolve().parents[2]
DECKS = [
    *sorted((ROOT / "decks").glob("*.yaml")),
    ROOT / "tests" / "golden" / "every-block.yaml",
    ROOT / "tests" / "project" / "order.yaml",
]


@pytest.fixture(
    params=[(deck, lang) for deck in DECKS for lang in ("en", "fr")], ids=lambda one: f"{one[0].stem}-{one[1]}"
)
def scene(request: pytest.FixtureRequest) -> Scene:
    """A deck in one language."""
    deck, lang = request.param
    layouts = build.read(deck).layouts
    assert layouts is not None
    return layouts.scene(lang)


def test_a_show_keeps_the_order_of_the_file(scene: Scene) -> None:
    """Blocks are said as they stand in the YAML, from top to bottom."""
    for slide in scene.slides:
        found = places(slide.page)

        assert sorted(found) == found, slide.page.title.plain


def test_powerpoint_reads_in_the_order_of_the_file(scene: Scene, tmp_path: Path) -> None:
    """Shapes lie in each slide in the order in which their texts stand in the YAML: what a screen reader follows."""
    file = tmp_path / "talk.pptx"
    file.write_bytes(pptx.write(scene))

    assert expected(scene, hidden=True) == in_powerpoint(file)


def test_a_tagged_pdf_reads_in_the_order_of_the_file(scene: Scene, tmp_path: Path, poppler: Path) -> None:
    """The structure tree has the same texts in the same order; figures are their alternative texts."""
    file = tmp_path / "talk.pdf"
    file.write_bytes(typst.slides(scene))

    assert expected(scene, hidden=False) == in_pdf(file, poppler)
