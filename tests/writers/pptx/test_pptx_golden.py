"""The slide XML of a small scene, kept as text that a person can read in a diff; `make golden` rewrites it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree
from pptx_checks import parts
from pptx_scenes import every_shape

GOLDEN = Path(__file__).parent / "golden"
KEPT = {
    "cover.xml": "ppt/slides/slide1.xml",
    "bullets.xml": "ppt/slides/slide2.xml",
    "listing.xml": "ppt/slides/slide3.xml",
    "transcript.xml": "ppt/slides/slide4.xml",
    "drawing.xml": "ppt/slides/slide5.xml",
    "table.xml": "ppt/slides/slide6.xml",
    "chart-slide.xml": "ppt/slides/slide7.xml",
    "chart.xml": "ppt/charts/chart1.xml",
    "picture.xml": "ppt/slides/slide8.xml",
    "ornaments.xml": "ppt/slides/slide9.xml",
    "notes.xml": "ppt/notesSlides/notesSlide2.xml",
    "layout.xml": "ppt/slideLayouts/slideLayout1.xml",
    "master.xml": "ppt/slideMasters/slideMaster1.xml",
    "presentation.xml": "ppt/presentation.xml",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The parts of a scene with every shape."""
    return parts(every_shape(tmp_path_factory.mktemp("pictures")))


def pretty(xml: str) -> str:
    """Indented, one element a line."""
    root = etree.fromstring(xml.encode())
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", KEPT)
def test_parts_are_as_they_were(name: str, found: dict[str, str]) -> None:
    """What is written for a kind of slide changes only when somebody means it to."""
    path = GOLDEN / name
    actual = pretty(found[KEPT[name]])
    if os.environ.get("SLIDEKIT_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == actual
