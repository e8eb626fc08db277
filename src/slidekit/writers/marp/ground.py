"""What stands behind the words, as drawings that the CSS lays under each kind of slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never
from urllib.parse import quote

from slidekit.scene.boxes import Art
from slidekit.scene.decor import art as decorations
from slidekit.scene.theme import Theme


def art(theme: Theme) -> Iterator[tuple[str, str]]:
    """Custom properties with the decorations of each kind of slide."""
    yield "art-page", _drawing(theme, decorations(theme, "content"))
    yield "art-untitled", _drawing(theme, decorations(theme, "content", titled=False))
    yield "art-cover", _drawing(theme, decorations(theme, "title"))
    yield "art-section", _drawing(theme, decorations(theme, "section"))


def _drawing(theme: Theme, arts: Iterable[Art]) -> str:
    """An image of the whole slide; `none` where nothing is drawn."""
    shapes = "".join([_shape(one) for one in arts])
    if not shapes:
        return "none"
    box = f"0 0 {theme.grid.width:g} {theme.grid.height:g}"
    return url(f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{box}' preserveAspectRatio='none'>{shapes}</svg>")


def url(svg: str) -> str:
    """A drawing inside a CSS value; it must quote with apostrophes."""
    data = quote(svg, safe=" =:/,;'()-._#<>").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
    return f'url("data:image/svg+xml,{data}")'


def _shape(art: Art) -> str:
    """One decoration; the sign of a quotation is text, which the style sheet has by itself."""
    x, y, w, h = art.box
    match art.kind:
        case "rect" | "rounded":
            corner = " rx='3'" if art.kind == "rounded" else ""
            return f"<rect x='{x:g}' y='{y:g}' width='{w:g}' height='{h:g}'{corner} fill='#{art.color}'/>"
        case "ellipse":
            middle = f"cx='{x + w / 2:g}' cy='{y + h / 2:g}' rx='{w / 2:g}' ry='{h / 2:g}'"
            return f"<ellipse {middle} fill='#{art.color}'/>"
        case "text":
            return ""
        case _:
            assert_never(art.kind)
