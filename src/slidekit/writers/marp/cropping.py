"""Pictures that are cut to fill their room: Markdown cannot say how, so the CSS does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidekit.scene.boxes import PictureShape, SceneSlide
from slidekit.scene.pictures import Crop


def name(slide: SceneSlide) -> str:
    """The class of a slide with such pictures; empty where there are none."""
    cut = any(isinstance(shape, PictureShape) and shape.crop is not None for shape in slide.shapes)
    return f"crop-{slide.page.number}" if cut else ""


def rules(slides: Iterable[SceneSlide]) -> Iterator[str]:
    """Size, place and what stays in view of each; one that starts at the slide's edge stands where it was laid out."""
    for slide in slides:
        if slide.page.hidden or not name(slide):
            continue
        pictures = [shape for shape in slide.shapes if isinstance(shape, PictureShape)]
        for place, shape in enumerate(pictures, 1):
            if shape.crop is None:
                continue
            box = shape.box
            own = f"section.{name(slide)} > :nth-child({place} of p:has(img))"
            size = f"width: {box.w:.1f}mm; height: {box.h:.1f}mm"
            if box.x <= 0:
                stands = f"position: absolute; left: 0; top: {box.y:.1f}mm; width: {box.w:.1f}mm"
                yield f"{own} {{ {stands}; margin: 0; grid-column: auto; }}"
            yield f"{own} img {{ {size}; max-width: none; object-fit: cover; object-position: {_view(shape.crop)}; }}"


def _view(crop: Crop) -> str:
    """CSS says how what is cut off is shared between both sides (CSS Images 3, object-position)."""
    across, down = crop.left + crop.right, crop.top + crop.bottom
    shares = (crop.left / across if across else 0.5, crop.top / down if down else 0.5)
    return " ".join([f"{share * 100:.4g}%" for share in shares])
