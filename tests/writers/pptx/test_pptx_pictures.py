"""Pictures as PowerPoint shows them: turned as the camera says, cut, and drawings as vectors beside their pixels."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx_checks import audit_faults, parts, reopened, sdk_faults
from pptx_scenes import scene, slide, title

from slidekit.scene import codes
from slidekit.scene.boxes import Box, PictureShape, Scene
from slidekit.scene.pictures import Crop, Picture
from slidekit.writers.pptx import write

CORNERS = ["red", "lime", "blue", "yellow"]
"""Top left, top right, bottom left, bottom right."""
BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera stores what is upright, by Exif's orientation."""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle r="9"/></svg>'


def upright() -> Image.Image:
    """A picture of 60 × 40 with a colour in each quarter."""
    made = Image.new("RGB", (60, 40))
    for index, color in enumerate(CORNERS):
        x, y = index % 2 * 30, index // 2 * 20
        made.paste(color, (x, y, x + 30, y + 20))
    return made


def photograph(turned: int) -> Picture:
    """The picture as a camera held in one of eight ways stores it."""
    stored = upright().transpose(BACK[turned]) if turned in BACK else upright()
    stream = io.BytesIO()
    stored.save(stream, "PNG")
    return Picture("/p", 60, 40, "png", stream.getvalue(), turned=turned)


def of(picture: Picture, crop: Crop | None = None, box: Box | None = None) -> Scene:
    """A slide with one picture."""
    shape = PictureShape("Picture", box or Box(100, 50, 60, 40), picture, "Un dessin", "fr-CA", None, crop)
    return scene([slide(1, title("Une image"), shape)])


def shown(found: Any) -> Image.Image:
    """What a reader of the file draws: cut, mirrored, then turned (DrawingML, 20.1.7.6)."""
    drawn = Image.open(io.BytesIO(found.image.blob)).convert("RGB")
    w, h = drawn.size
    left, top = found.crop_left * w, found.crop_top * h
    drawn = drawn.crop((round(left), round(top), round(w - found.crop_right * w), round(h - found.crop_bottom * h)))
    frame = found._element.spPr.xfrm
    if frame.get("flipH") == "1":
        drawn = drawn.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if frame.get("flipV") == "1":
        drawn = drawn.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    return drawn.rotate(-found.rotation, expand=True)


def the_picture(made: Scene) -> Any:
    """The picture of the first slide, as python-pptx reads it."""
    return next(shape for shape in reopened(made).slides[0].shapes if shape.shape_type == 13)


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_stands_upright(turned: int) -> None:
    """However the camera was held: the shape is turned, as PowerPoint does, and no pixel is touched."""
    picture = photograph(turned)
    found = the_picture(of(picture))

    assert upright().tobytes() == shown(found).tobytes()
    assert picture.content == found.image.blob


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_is_cut_as_it_is_seen(turned: int) -> None:
    """A quarter off the left and a half off the foot leaves what is seen there, however it is stored."""
    found = the_picture(of(photograph(turned), Crop(0.25, 0, 0, 0.5), Box(100, 50, 45, 20)))

    assert upright().crop((15, 0, 60, 20)).tobytes() == shown(found).tobytes()


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_turned_picture_stays_in_its_box(turned: int) -> None:
    """A quarter turn is told of the box before it, about the same middle."""
    found = the_picture(of(photograph(turned)))
    middle = found.left + found.width / 2, found.top + found.height / 2
    size = (found.width, found.height) if turned < 5 else (found.height, found.width)

    assert (130 * 36000, 70 * 36000) == pytest.approx(middle)
    assert (60 * 36000, 40 * 36000) == pytest.approx(size)


def test_a_drawing_is_there_twice() -> None:
    """Pixels for every reader, and the drawing itself beside them for those who can."""
    made = of(Picture("/d.svg", 40, 30, "svg", DRAWING))
    xml = parts(made)
    blobs = {str(part.partname): part.blob for part in reopened(made).part.package.iter_parts()}

    assert blobs["/ppt/media/image1.png"].startswith(b"\x89PNG")
    assert DRAWING == blobs["/ppt/media/image2.svg"]
    assert '<Default Extension="svg" ContentType="image/svg+xml"/>' in xml["[Content_Types].xml"]
    assert 'uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip' in xml["ppt/slides/slide1.xml"]


def test_a_code_is_there_as_a_drawing_and_as_pixels() -> None:
    """Its pixels are whole modules, not the drawing's own drawn anew."""
    made = codes.picture("https://example.org/talk")

    assert made.still == the_picture(of(made)).image.blob


def test_drawings_and_turned_pictures_are_valid(tmp_path: Path, node: str, root: Path) -> None:
    """openxml-audit and the Open XML SDK find nothing."""
    shapes = [
        PictureShape(f"Picture {at}", Box(10 + 20 * at, 50, 15, 10), picture, "Un dessin", "fr-CA", None, crop)
        for at, (picture, crop) in enumerate(
            [
                (Picture("/d.svg", 40, 30, "svg", DRAWING), None),
                (Picture("/d.svg", 40, 30, "svg", DRAWING), Crop(0.1, 0, 0.2, 0)),
                (codes.picture("https://example.org"), None),
                *[(photograph(turned), Crop(0, 0.1, 0, 0)) for turned in range(1, 9)],
            ]
        )
    ]
    file = tmp_path / "pictures.pptx"
    file.write_bytes(write(scene([slide(1, title("Des images"), *shapes)])))

    assert [] == audit_faults(file)
    assert [] == sdk_faults(file, node, root)
