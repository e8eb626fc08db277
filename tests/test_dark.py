"""The dark form of a theme, in every output; notes stay on white paper."""

from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from slidekit import build
from slidekit.scene.boxes import Scene
from slidekit.scene.contrast import luminance
from slidekit.scene.theme import Mode
from slidekit.scene.theming import theme_names
from slidekit.writers import marp, pptx, typst
from slidekit.writers.typst.handout import handout

SAMPLE = Path(build.__file__).with_name("sample.yaml")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def scene(theme: str, mode: Mode = "dark") -> Scene:
    """The sample talk in English."""
    reading = build.read(SAMPLE, theme, mode=mode)
    assert () == reading.diagnostics
    assert reading.layouts is not None
    return reading.layouts.scene("en")


def colors(theme_part: bytes) -> dict[str, str]:
    """The colours of a PowerPoint theme by their slot."""
    scheme = next(etree.fromstring(theme_part).iter(f"{A}clrScheme"))
    return {slot.tag.removeprefix(A): slot[0].get("val", "") for slot in scheme}


def meant(package: ZipFile, master: str, theme: str) -> dict[str, str]:
    """The colours that a master means by ground and text."""
    mapping = next(etree.fromstring(package.read(master)).iter(f"{P}clrMap"))
    slots = colors(package.read(theme))
    return {use: slots[mapping.get(use, "")] for use in ("bg1", "tx1", "bg2", "tx2")}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", theme_names())
def test_powerpoint_knows_ground_and_text(name: str, mode: Mode) -> None:
    """The theme's dark colours are dark and its light ones light; the master's map says which is the ground."""
    made = scene(name, mode)
    palette = made.theme.palette
    with ZipFile(BytesIO(pptx.write(made))) as package:
        slots = colors(package.read("ppt/theme/theme1.xml"))
        slides = meant(package, "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml")
        notes = meant(package, "ppt/notesMasters/notesMaster1.xml", "ppt/theme/theme2.xml")

    assert max(luminance(slots[dark]) for dark in ("dk1", "dk2")) < 0.2
    assert min(luminance(slots[light]) for light in ("lt1", "lt2")) > 0.5
    assert (palette.paper, palette.ink, palette.panel) == (slides["bg1"], slides["tx1"], slides["bg2"])
    assert ("FFFFFF", made.theme.on_paper.ink) == (notes["bg1"], notes["tx1"])


@pytest.mark.parametrize("name", theme_names())
def test_colours_are_named_by_the_theme(name: str) -> None:
    """Whoever changes the theme's colours in PowerPoint changes the text and the grounds of a dark deck too."""
    with ZipFile(BytesIO(pptx.write(scene(name)))) as package:
        master = package.read("ppt/slideMasters/slideMaster1.xml").decode()

    ground = re.search(r"<p:bg>.*?</p:bg>", master)
    assert ground
    assert '<a:schemeClr val="bg1"/>' in ground[0]
    body = re.search(r"<p:bodyStyle>.*?</a:lvl1pPr>", master)
    assert body
    assert '<a:schemeClr val="tx1"/>' in body[0]


@pytest.mark.parametrize("name", theme_names())
def test_notes_are_printed_dark_on_white(name: str) -> None:
    """Words beside and below the small slides have the colours of the light form."""
    made = scene(name)
    data = json.loads(handout(made).job.words)
    light = scene(name, "light").theme.palette

    assert light.ink == data["styles"][data["said"]][4]
    assert light.muted == data["styles"][data["foot"]][4]
    assert light.hairline == data["hairline"]
    grounds = [step[5] for ground in data["grounds"] for step in ground if step[0] == "r"]
    assert made.theme.palette.paper in grounds


@pytest.mark.parametrize("name", theme_names())
def test_marp_has_the_dark_form(name: str) -> None:
    """The colours in the CSS are those of the dark form."""
    light, dark = (marp.css(scene(name, mode)) for mode in ("light", "dark"))
    papers = [re.findall(r"^  --(?:paper|ink): #(\w{6});$", css, re.MULTILINE) for css in (light, dark)]

    assert [2, 2] == [len(found) for found in papers]
    assert all(one != other for one, other in pairwise(papers))


@pytest.mark.parametrize(("mode", "plates"), [("light", 0), ("dark", 1)])
def test_transparent_pictures_lie_on_white(mode: Mode, plates: int, tmp_path: Path) -> None:
    """A black drawing without a ground of its own can be seen on a dark slide: white shows through, in every output."""
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "drawing.png")
    Image.new("RGB", (40, 30)).save(tmp_path / "photo.jpg")
    deck = tmp_path / "talk.yaml"
    deck.write_text(PICTURES, "utf-8")
    reading = build.read(deck, mode=mode)
    assert reading.layouts is not None
    made = reading.layouts.scene("en")

    with ZipFile(BytesIO(pptx.write(made))) as package:
        fills = [
            len(
                list(
                    etree.fromstring(package.read(f"ppt/slides/slide{number}.xml")).iterfind(
                        f".//{P}pic/{P}spPr/{A}solidFill"
                    )
                )
            )
            for number in (2, 3)
        ]
    drawn = [[step for step in sheet[1] if step[0] in "ri"] for sheet in typst.drawing(made)["sheets"][1:]]  # type: ignore[index]
    plate = re.findall(r"^  --plate: (\S+);$", marp.css(made), re.MULTILINE)

    assert [plates, 0] == fills
    assert [["r"] * plates + ["i"], ["i"]] == [[step[0] for step in steps] for steps in drawn]
    assert [["transparent"], ["#FFFFFF"]][plates] == plate


PICTURES = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: A drawing, fr: Un dessin}
    image: drawing.png
    alt: {en: Nothing at all, fr: Rien du tout}
  - title: {en: A photograph, fr: Une photographie}
    image: photo.jpg
    alt: {en: A black wall, fr: Un mur noir}
"""
