"""Pictures cut to fill their room, pictures to the slide's edges, QR codes large enough to scan, drawings as pixels."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from test_layout import HEAD, layouts, slide, texts

from slidekit.scene import codes
from slidekit.scene.boxes import Box, PictureShape, SceneSlide
from slidekit.scene.pictures import Crop, Picture, cropped
from slidekit.scene.raster import drawn, still

WHOLE = Box(0.0, 0.0, 338.67, 190.5)


def picture(found: SceneSlide) -> PictureShape:
    """The picture of a slide."""
    return next(shape for shape in found.shapes if isinstance(shape, PictureShape))


@pytest.mark.parametrize(
    ("proportion", "room", "focus", "crop"),
    [
        (2.0, 1.0, (0.5, 0.5), (0.25, 0, 0.25, 0)),
        (2.0, 1.0, (0.0, 0.5), (0, 0, 0.5, 0)),
        (2.0, 1.0, (0.4, 0.9), (0.15, 0, 0.35, 0)),
        (2.0, 1.0, (1.0, 0.0), (0.5, 0, 0, 0)),
        (1.0, 2.0, (0.3, 0.3), (0, 0.05, 0, 0.45)),
        (1.5, 1.5, (0.0, 0.0), (0, 0, 0, 0)),
    ],
)
def test_the_focus_stays_as_near_the_middle_as_it_can(
    proportion: float, room: float, focus: tuple[float, float], crop: tuple[float, ...]
) -> None:
    """What is cut off leaves no gap, and the focus in view."""
    found = cropped(proportion, room, focus)

    assert crop == pytest.approx((found.left, found.top, found.right, found.bottom), abs=1e-5)


shares = st.floats(0, 1)
proportions = st.floats(0.05, 20)


@given(proportions, proportions, shares, shares)
def test_a_cut_picture_fills_its_room(proportion: float, room: float, x: float, y: float) -> None:
    """Whatever the room and the focus, what is left has the room's proportion, and the focus is in it."""
    crop = cropped(proportion, room, (x, y))
    wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom

    assert min(crop.left, crop.top, crop.right, crop.bottom) >= 0
    assert room == pytest.approx(proportion * wide / high, rel=1e-3)
    assert crop.left - 1e-5 <= x <= 1 - crop.right + 1e-5
    assert crop.top - 1e-5 <= y <= 1 - crop.bottom + 1e-5


def test_a_picture_is_shown_whole_unless_asked() -> None:
    """Its box has its own proportion; with a focus alone it is cut already."""
    source = "- {title: {both: A}, image: a.png, alt: {both: B}"

    assert picture(slide(source + "}")).crop is None
    assert picture(slide(source + ", fit: contain, focus: top}")).crop is None
    assert picture(slide(source + ", focus: top}")).crop is not None


def test_a_lone_picture_runs_to_every_edge() -> None:
    """With `layout: picture` and `fit: cover`; such a slide has no footer."""
    found = slide("- {layout: picture, image: a.png, alt: {both: B}, fit: cover}")

    assert pytest.approx(WHOLE, abs=0.01) == picture(found).box
    assert "" == found.footer
    assert texts(found, "title")[0].hidden


def test_a_title_keeps_its_ground() -> None:
    """It stands above the picture, which runs to the other three edges."""
    found = slide("- {title: {both: A}, layout: picture, image: a.png, alt: {both: B}, fit: cover}")
    (title,) = texts(found, "title")
    box = picture(found).box

    assert not title.hidden
    assert title.box.y + title.box.h <= box.y
    assert (0.0, WHOLE.w, WHOLE.h) == pytest.approx((box.x, box.w, box.y + box.h), abs=0.01)


@pytest.mark.parametrize("more", ["caption: {both: C}", "takeaway: {both: C}", "link: https://example.org", "at: 1:00"])
def test_what_stands_at_the_foot_stays_clear(more: str) -> None:
    """A caption, a takeaway, a link or a place in a recording keeps the foot of the slide."""
    found = slide(f"- {{layout: picture, image: a.png, alt: {{both: B}}, fit: cover, {more}}}")
    box = picture(found).box
    below = [shape.box for shape in found.shapes if shape.box.y > 100 and not isinstance(shape, PictureShape)]

    assert (0.0, WHOLE.w) == pytest.approx((box.x, box.w), abs=0.01)
    assert below
    assert all(box.y + box.h <= one.y + 0.01 for one in below)
    assert found.footer


def test_the_other_languages_name_has_a_ground_on_a_picture() -> None:
    """In an alternating deck the link to the twin would stand on the picture."""
    made = layouts(HEAD + "- {layout: picture, image: a.png, alt: {en: B, fr: C}, fit: cover}\n")
    found = list(made.scene("alternating").slides)[2]
    (link,) = texts(found, "link")

    assert made.theme.palette.paper == link.fill


def test_a_code_is_large_and_clickable() -> None:
    """It takes the room there is, up to what the last row needs, and leads where it says."""
    shape = picture(slide("- {title: {both: A}, qr: 'https://example.org/talk'}"))

    assert codes.MOST_MM == pytest.approx(shape.box.w)
    assert shape.box.w == shape.box.h
    assert "https://example.org/talk" == shape.link
    assert "QR code slides.1.qr" == shape.name


def test_an_address_that_no_code_holds_is_left_out_of_a_draft() -> None:
    """It is an error at its place; a draft is made without the code. The longest that one holds is drawn."""
    start = "https://example.org/"
    longest = start + "a" * (codes.LONGEST_BYTES - len(start))

    drawn = slide(f"- {{title: {{both: A}}, qr: '{longest}'}}")
    left_out = slide(f"- {{title: {{both: A}}, qr: '{longest}a'}}")

    assert picture(drawn).picture == codes.picture(longest)
    assert not [shape for shape in left_out.shapes if isinstance(shape, PictureShape)]


def test_a_code_too_small_to_scan_is_told() -> None:
    """Where the rest of the slide leaves less than the front rows need."""
    columns = ", ".join(["{qr: 'https://e.org'}"] * 5)
    found = layouts(HEAD + f"- {{title: {{both: A}}, columns: [{columns}]}}\n").problems

    assert {"QR code"} == {problem.what for problem in found}


def test_a_code_is_dark_on_light_with_its_quiet_zone() -> None:
    """Four modules of white on every side, in the drawing and in the pixels, whatever the theme."""
    made = codes.picture("https://example.org/talk")
    pixels = Image.open(io.BytesIO(made.still)).convert("L")
    module = pixels.width * 10 / made.width_px

    assert made.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33"')
    assert pixels.width >= codes.STILL_PX
    assert (4 * module, 4 * module) == Image.eval(pixels, lambda value: 255 - value).getbbox()[:2]  # type: ignore[index]


def drawing(inner: str, attributes: str = 'viewBox="0 0 40 20"') -> Picture:
    """A drawing of 40 × 20."""
    content = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()
    return Picture("/d.svg", 40, 20, "svg", content)


def test_a_drawing_becomes_pixels_on_a_clear_ground() -> None:
    """As wide as a full-HD screen, nothing behind it."""
    made = Image.open(io.BytesIO(still(drawing('<rect width="20" height="20" fill="#f00"/>'))))

    assert (1920, 960) == made.size
    assert [(255, 0, 0, 255), (0, 0, 0, 0)] == [made.convert("RGBA").getpixel((x, 480)) for x in (100, 1800)]


def test_letters_are_drawn_in_our_fonts() -> None:
    """The nearest of them, however the drawing names its own; fixed pitch stays fixed."""
    names = {
        'font-family="Helvetica, Arial"': b'font-family="Liberation Sans"',
        "font-family='Calibri'": b"font-family='Carlito'",
        'style="font-family:&quot;Courier New&quot;, monospace; fill: red"': b'"font-family:DejaVu Sans Mono; fill',
        'style="font-family: Verdana"': b'style="font-family: Liberation Sans"',
    }

    for typed, expected in names.items():
        assert expected in drawn(drawing(f"<text {typed}>A</text>"))
    assert b'<svg font-family="Carlito" xmlns' in drawn(drawing("<text>A</text>"))
    assert drawing("<rect/>").content == drawn(drawing("<rect/>"))


def test_a_drawing_reads_no_file(tmp_path: Path) -> None:
    """Should one ever slip through that names a file, there is none in the folder where it is drawn."""
    secret = tmp_path / "secret.png"
    Image.new("RGB", (9, 9), "red").save(secret)

    with pytest.raises(Exception, match=r"failed to load linked image|not found|secret"):
        still(drawing(f'<image href="{secret}" width="9" height="9"/>'))


def test_a_crop_is_told_of_the_picture_as_it_is_seen() -> None:
    """Nothing is cut off where the proportions are the same."""
    assert Crop(0, 0, 0, 0) == cropped(1.5, 1.5, (1, 1))
