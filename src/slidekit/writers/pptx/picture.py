"""Pictures: their bytes once in the package, their words on every slide that shows them."""

from __future__ import annotations

from pathlib import Path

from slidekit.scene.boxes import PictureShape
from slidekit.writers.pptx.markup import attribute, frame, geometry, safe_link
from slidekit.writers.pptx.package import Package, Relations

_MAGIC = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))


def kind(content: bytes) -> str:
    """The extension that goes with the first bytes, whatever the file is called."""
    for magic, extension in _MAGIC:
        if content.startswith(magic):
            return extension
    raise ValueError("a picture is neither PNG, JPEG nor GIF")


def picture_xml(shape: PictureShape, number: int, package: Package, relations: Relations) -> str:
    """The picture; a click leads to its link."""
    content = Path(shape.file).read_bytes()
    name = package.picture(content, kind(content))
    embed = relations.add("image", name.replace("ppt/", "../", 1))
    target = safe_link(shape.link)
    click = f'<a:hlinkClick r:id="{relations.add("hyperlink", target, external=True)}"/>' if target else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{attribute(shape.name)}" descr="{attribute(shape.alt)}">'
        f'{click}</p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{frame(*shape.box)}{geometry('rect')}</p:spPr></p:pic>"
    )
