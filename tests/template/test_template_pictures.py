"""Pictures in a template keep clear of its edges, and are valid there with all that moves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from packages import CIVIC, HARBOUR
from PIL import Image
from pptx_checks import audit_faults

from slidekit import build
from slidekit.scene.boxes import PictureShape
from slidekit.writers import pptx

DECK = """slidekit: 1
title: {en: A picture, fr: Une image}
template: template.pptx
transition: push
slides:
  - layout: picture
    title: {en: To no edge, fr: Vers aucun bord}
    image: a.png
    alt: {en: Nothing but grey, fr: Rien que du gris}
    fit: cover
  - title: {en: Points, fr: Des points}
    build: true
    bullets: [{en: One, fr: Un}, {en: Two, fr: Deux}]
"""


@pytest.mark.parametrize("path", [CIVIC, HARBOUR], ids=["civic", "harbour"])
def test_a_picture_leaves_a_templates_edges_alone(path: Path, tmp_path: Path) -> None:
    """Logos and legal lines stand there: it fills the template's own room, and is cut to it."""
    shutil.copy(path, tmp_path / "template.pptx")
    Image.new("RGB", (1600, 900), "gray").save(tmp_path / "a.png")
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")

    layouts = build.read(tmp_path / "deck.yaml").layouts
    assert layouts is not None
    scene = layouts.scene("en")
    (picture,) = [shape for slide in scene.slides for shape in slide.shapes if isinstance(shape, PictureShape)]
    (tmp_path / "deck.pptx").write_bytes(pptx.write(scene))

    grid = layouts.theme.grid
    assert picture.crop is not None
    assert 1 < picture.box.x
    assert picture.box.x + picture.box.w < grid.width - 1
    assert picture.box.y + picture.box.h < grid.height - 1
    assert [] == audit_faults(tmp_path / "deck.pptx")
