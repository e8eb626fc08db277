"""Pictures as Typst draws them: cut, upright, drawings and codes; each with its words in a tagged PDF."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from test_typst_slides import faults
from typst_scenes import page, scene, slide, title

from slidekit.scene import codes
from slidekit.scene.boxes import Box, PictureShape, Scene
from slidekit.scene.pictures import Crop, Picture
from slidekit.writers import typst

BOX = Box(100.0, 60.0, 80.0, 40.0)
PX_PER_MM = 1920 / 338.667


def of(picture: Picture, crop: Crop | None = None, link: str | None = None) -> Scene:
    """A slide with one picture."""
    shape = PictureShape("Picture", BOX, picture, "Un dessin", "fr-CA", link, crop)
    return scene(slide(page(1, "T"), title("T"), shape))


def quarters() -> Picture:
    """A colour in each quarter of 80 × 40."""
    made = Image.new("RGB", (80, 40))
    for index, color in enumerate(("red", "lime", "blue", "yellow")):
        x, y = index % 2 * 40, index // 2 * 20
        made.paste(color, (x, y, x + 40, y + 20))
    stream = io.BytesIO()
    made.save(stream, "PNG")
    return Picture("/q.png", 80, 40, "png", stream.getvalue())


def seen(made: Scene, *places: tuple[float, float]) -> list[tuple[int, ...]]:
    """The colours at places in the picture's box, as shares of it."""
    drawn = Image.open(io.BytesIO(typst.pages_png(made)[0])).convert("RGB")
    return [
        drawn.getpixel((round((BOX.x + x * BOX.w) * PX_PER_MM), round((BOX.y + y * BOX.h) * PX_PER_MM)))  # type: ignore[misc]
        for x, y in places
    ]


RED, LIME, BLUE, YELLOW, PAPER = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (255, 255, 255)


def test_a_picture_is_cut_at_its_box() -> None:
    """What is cut off is not drawn beside it."""
    whole = seen(of(quarters()), (0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9))
    cut = seen(of(quarters(), Crop(0.5, 0.0, 0.0, 0.5)), (0.1, 0.1), (0.9, 0.9), (-0.1, 0.5), (0.5, 1.2))

    assert [RED, LIME, BLUE, YELLOW] == whole
    assert [LIME, LIME, PAPER, PAPER] == cut


@pytest.mark.parametrize("crop", [None, Crop(0.2, 0.0, 0.1, 0.0)], ids=["whole", "cut"])
@pytest.mark.parametrize("kind", ["pixels", "drawing", "code"])
def test_every_picture_has_its_words(kind: str, crop: Crop | None) -> None:
    """A figure with its alternative text and its link, whatever is drawn; the PDF follows PDF/UA-1."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><text y="20">\xc3\x89t\xc3\xa9</text></svg>'
    pictures = {
        "pixels": quarters(),
        "drawing": Picture("/d.svg", 80, 40, "svg", drawing),
        "code": codes.picture("https://example.org"),
    }

    made = typst.slides(of(pictures[kind], crop, "https://example.org/"))

    assert [] == faults(made)
    assert ["Un dessin"] == alts(made)
    assert 1 == len(PdfReader(io.BytesIO(made)).pages[0].annotations or ())


def alts(pdf: bytes) -> list[str]:
    """Every alternative text of a PDF."""
    reader = PdfReader(io.BytesIO(pdf))
    found = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    figures = [one for one in found if isinstance(one, DictionaryObject) and one.get("/S") == "/Figure"]
    return [str(one["/Alt"]) for one in figures]


def test_a_drawing_stays_one() -> None:
    """Its lines are the PDF's own: no pixels are put in their place."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><circle cx="40" cy="20" r="9"/></svg>'
    made = PdfReader(io.BytesIO(typst.slides(of(Picture("/d.svg", 80, 40, "svg", drawing)))))

    assert [] == list(made.pages[0].images)


def test_the_same_picture_is_handed_over_once() -> None:
    """However many slides show it."""
    picture = quarters()
    shapes = [PictureShape(f"Picture {n}", BOX, picture, "Un dessin", "fr-CA") for n in range(3)]
    drawing = typst.drawing(scene(*[slide(page(n, f"T{n}"), title(f"T{n}"), one) for n, one in enumerate(shapes, 1)]))

    names = {step[5] for sheet in drawing["sheets"] for step in sheet[1] if step[0] == "i"}  # type: ignore[attr-defined]
    assert {"picture-0"} == names
