"""One deck with every block, and what each writer makes of it, as text that a person can read."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from slidekit import build
from slidekit.scene.boxes import Scene
from slidekit.writers import marp, pptx, typst

HERE = Path(__file__).parent


@pytest.fixture(params=["en", "fr"])
def scene(request: pytest.FixtureRequest) -> Scene:
    """The deck in one language."""
    reading = build.read(HERE / "every-block.yaml")
    assert () == reading.diagnostics
    assert reading.layouts is not None
    return reading.layouts.scene(request.param)


def compare(name: str, made: str) -> None:
    """Compare with the golden file, or write it anew with SLIDEKIT_GOLDEN=1."""
    golden = HERE / name
    if os.environ.get("SLIDEKIT_GOLDEN"):
        golden.write_text(made, "utf-8")
    assert golden.read_text("utf-8") == made


def pretty(part: bytes) -> str:
    """A part of a package, an element a line."""
    root = etree.fromstring(part)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode")


def test_golden_marp(scene: Scene) -> None:
    """Markdown that a person would have written."""
    compare(f"every-block.{scene.show.lang}.md", marp.write(scene, marp.relative_to(HERE)))


def test_golden_marp_in_both_languages() -> None:
    """Each text directly above its translation, what serves both once."""
    layouts = build.read(HERE / "every-block.yaml").layouts
    assert layouts is not None

    compare("every-block.side-by-side.md", marp.write(layouts.scene("side-by-side"), marp.relative_to(HERE)))


def test_golden_pptx(scene: Scene) -> None:
    """Every slide and its notes, as XML."""
    with ZipFile(BytesIO(pptx.write(scene))) as package:
        names = [
            name
            for number in range(1, 20)
            for name in (f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml")
            if name in package.namelist()
        ]
        made = "".join(f"<!-- {name} -->\n{pretty(package.read(name))}\n" for name in names)

    compare(f"every-block.{scene.show.lang}.slides.xml", made)


def test_golden_typst(scene: Scene) -> None:
    """What Typst is given to draw: every line with its place."""
    made = json.dumps(typst.drawing(scene), ensure_ascii=False, indent=1).replace(str(HERE), "tests/golden")

    compare(f"every-block.{scene.show.lang}.typst.json", made + "\n")
