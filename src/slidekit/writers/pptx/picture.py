"""Pictures: their bytes once in the package, their words on every slide that shows them."""

from __future__ import annotations

from slidekit.scene.boxes import Box, PictureShape
from slidekit.scene.pictures import Crop, Picture
from slidekit.scene.raster import still
from slidekit.writers.pptx.links import click_xml
from slidekit.writers.pptx.markup import attribute, frame, geometry
from slidekit.writers.pptx.package import Package, Relations

_EXTENSIONS = {"png": "png", "jpeg": "jpg", "gif": "gif"}
_TURNS = {
    1: ("", "ltrb"),
    2: (' flipH="1"', "rtlb"),
    3: (' rot="10800000"', "rblt"),
    4: (' flipV="1"', "lbrt"),
    5: (' rot="16200000" flipH="1"', "tlbr"),
    6: (' rot="5400000"', "trbl"),
    7: (' rot="5400000" flipH="1"', "brtl"),
    8: (' rot="16200000"', "bltr"),
}
"""By Exif's orientation: how the shape is turned, as PowerPoint does itself when a photograph is put in, and which
side of the picture as it is seen lies at the left, top, right and bottom of the picture as it is stored."""


def picture_xml(shape: PictureShape, number: int, package: Package, relations: Relations) -> str:
    """The picture; a click leads to its link."""
    blip = _blip(shape.picture, package, relations)
    ground = f'<a:solidFill><a:srgbClr val="{shape.ground}"/></a:solidFill>' if shape.ground else ""
    click = click_xml(shape.link, relations)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{attribute(shape.name)}" descr="{attribute(shape.alt)}">'
        f'{click}</p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f"{blip}{_source(shape.crop, shape.picture.turned)}"
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{_frame(shape.box, shape.picture.turned)}{geometry('rect')}{ground}</p:spPr></p:pic>"
    )


def _blip(picture: Picture, package: Package, relations: Relations) -> str:
    """The picture's bytes; of a drawing pixels for all, beside them the drawing for those who can ([MS-ODRAWXML])."""
    if picture.kind != "svg":
        name = package.picture(picture.content, _EXTENSIONS[picture.kind], picture.digest)
        return f'<a:blip r:embed="{_embedded(name, relations)}"/>'
    pixels = _embedded(package.picture(still(picture), "png"), relations)
    drawing = _embedded(package.picture(picture.content, "svg", picture.digest), relations)
    return (
        f'<a:blip r:embed="{pixels}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
        f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{drawing}"/></a:ext>'
        "</a:extLst></a:blip>"
    )


def _embedded(name: str, relations: Relations) -> str:
    return relations.add("image", name.replace("ppt/", "../", 1))


def _source(crop: Crop | None, turned: int) -> str:
    """What is cut off, at the sides of the picture as it is stored."""
    if crop is None:
        return ""
    seen = {"l": crop.left, "t": crop.top, "r": crop.right, "b": crop.bottom}
    stored = zip("ltrb", _TURNS[turned][1], strict=True)
    cut = [f' {side}="{round(seen[own] * 100_000)}"' for side, own in stored if round(seen[own] * 100_000)]
    return f"<a:srcRect{''.join(cut)}/>"


def _frame(box: Box, turned: int) -> str:
    """Where the picture stands; a quarter turn is told of the box as it was before."""
    if turned >= 5:
        box = Box(box.x + (box.w - box.h) / 2, box.y + (box.h - box.w) / 2, box.h, box.w)
    return frame(*box).replace("<a:xfrm>", f"<a:xfrm{_TURNS[turned][0]}>", 1)
