"""Points that come one after another, and how slides come in, as PowerPoint reads them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from pptx_checks import audit_faults, parts, sdk_faults
from pptx_scenes import body, bullet, scene, slide, title

from slidekit.deck.model import Transition
from slidekit.scene.boxes import Box, TextShape
from slidekit.writers.pptx import write

POINTS = ("slides.1.bullets.1", "slides.1.bullets.2", "slides.1.bullets.10")


def points(lang: str = "", box: Box | None = None) -> TextShape:
    """A text, then three points, the first with two under it."""
    paths = ["slides.1.text", POINTS[0], f"{POINTS[0]}.bullets.1", f"{POINTS[0]}.bullets.2", POINTS[1], POINTS[2]]
    lines = [replace(bullet(f"{lang} {path}", level=int(path.count("bullets") > 1)), path=path) for path in paths]
    made = body(*lines, name=f"Bullets {lang}")
    return made if box is None else replace(made, box=box, placeholder=None)


def clicks(xml: str) -> list[list[tuple[int, int]]]:
    """Of each click the paragraphs that it brings, as (shape, paragraph)."""
    found = xml.split('<p:cond delay="indefinite"/>')[1:]
    target = re.compile(r'spTgt spid="(\d+)"><p:txEl><p:pRg st="(\d+)" end="\2"/>')
    return [[(int(shape), int(paragraph)) for shape, paragraph in target.findall(part)] for part in found]


def test_a_click_brings_a_point_and_what_is_under_it() -> None:
    """The text above the list stands there from the start."""
    xml = parts(scene([slide(1, title("Un plan"), points(), built=POINTS)]))["ppt/slides/slide1.xml"]

    assert [[(3, 1), (3, 2), (3, 3)], [(3, 4)], [(3, 5)]] == clicks(xml)
    assert ["clickEffect", "withEffect", "withEffect", "clickEffect", "clickEffect"] == re.findall(
        r'nodeType="(\w+Effect)"', xml
    )
    assert '<p:bldLst><p:bldP spid="3" grpId="0" build="p"/></p:bldLst>' in xml


def test_a_click_brings_a_point_in_both_languages() -> None:
    """Matching points beside each other come together."""
    left, right = points("en"), points("fr", Box(180, 50, 140, 100))
    xml = parts(scene([slide(1, title("Un plan"), left, right, built=POINTS)]))["ppt/slides/slide1.xml"]

    assert [[(3, 1), (3, 2), (3, 3), (4, 1), (4, 2), (4, 3)], [(3, 4), (4, 4)], [(3, 5), (4, 5)]] == clicks(xml)
    assert 2 == xml.count("<p:bldP ")


def test_every_node_has_an_id_of_its_own() -> None:
    """PowerPoint repairs a file in which two nodes of a timing share one."""
    xml = parts(scene([slide(1, title("Un plan"), points(), built=POINTS)]))["ppt/slides/slide1.xml"]
    ids = re.findall(r'<p:cTn id="(\d+)"', xml)

    assert len(set(ids)) == len(ids) > 10


def test_nothing_moves_unasked() -> None:
    """An ordinary slide has neither timing nor transition."""
    xml = parts(scene([slide(1, title("Un plan"), points())]))["ppt/slides/slide1.xml"]

    assert "p:timing" not in xml
    assert "p:transition" not in xml


@pytest.mark.parametrize("name", [name for name in get_args(Transition) if name != "none"])
def test_a_slide_that_moves_is_valid(name: str, tmp_path: Path, node: str, root: Path) -> None:
    """With every transition, and points that come one after another: openxml-audit and the SDK find nothing."""
    file = tmp_path / "moving.pptx"
    file.write_bytes(write(scene([slide(1, title("Un plan"), points(), built=POINTS, transition=name)])))

    assert [] == audit_faults(file)
    assert [] == sdk_faults(file, node, root)
    assert write(scene([slide(1, title("Un plan"), points(), built=POINTS, transition=name)])) == file.read_bytes()
