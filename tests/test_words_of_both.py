"""From YAML to PowerPoint in both languages at once: hostile words come back letter for letter, none twice or lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from pptx import Presentation

from slidekit import build
from slidekit.outputs import Edition
from slidekit.scene.boxes import Scene
from slidekit.writers import pptx
from test_end_to_end import Typed, decks, differing, few, in_powerpoint, in_yaml


def scene(slides: list[Typed], tmp_path_factory: pytest.TempPathFactory, edition: Edition) -> Scene:
    """What a deck with these slides is drawn as."""
    file = tmp_path_factory.mktemp("deck") / "words.yaml"
    file.write_text(in_yaml(slides), encoding="utf-8")
    reading = build.read(file, language=False)
    assert reading.layouts is not None
    return reading.layouts.scene(edition)


def pages(made: Scene) -> list[Any]:
    """The slides as python-pptx reads them, cover aside."""
    return list(Presentation(io.BytesIO(pptx.write(made))).slides)


def lines(page: Any) -> list[str]:
    """Every paragraph of a slide, its cells and its notes, line by line."""
    frames = [shape.text_frame for shape in page.shapes if shape.has_text_frame]
    frames += [
        cell.text_frame for shape in page.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
    ]
    frames.append(page.notes_slide.notes_text_frame)
    return [line for frame in frames for paragraph in frame.paragraphs for line in paragraph.text.split("\v")]


@pytest.mark.parametrize("edition", ["side-by-side", "stacked"])
@few(3)
@given(slides=decks(30))
def test_both_are_said_on_each_slide(
    tmp_path_factory: pytest.TempPathFactory, edition: Edition, slides: list[Typed]
) -> None:
    """Title, point, cell, listing and note of both languages stand on every slide."""
    found = pages(scene(slides, tmp_path_factory, edition))[1:]
    assert len(slides) == len(found)

    lost = [
        (word, said)
        for typed, page in zip(slides, found, strict=True)
        for said in [lines(page)]
        for word in (*typed.en, *typed.fr)
        if word not in said
    ]
    assert [] == lost[:3]


@few(3)
@given(decks(30))
def test_languages_take_turns(tmp_path_factory: pytest.TempPathFactory, slides: list[Typed]) -> None:
    """An alternating deck says each slide in English and then in French, letter for letter.

    A title that a slide in the other language has had already ends in a sign that nobody sees.
    """
    found = pages(scene(slides, tmp_path_factory, "alternating"))[2:]
    first = {"Words": "en", "Mots": "fr"}
    wanted = []
    for typed in slides:
        for lang, said in (("en", typed.en), ("fr", typed.fr)):
            alike = first.setdefault(said.title, lang) != lang
            wanted.append(said._replace(title=said.title + "\u200b" * alike))

    assert [] == differing(wanted, [in_powerpoint(page) for page in found])
