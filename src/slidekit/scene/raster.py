"""A drawing as pixels, for readers that know no SVG, and as Typst draws it: in the fonts that come with slidekit.

Typst reads SVG with resvg. It is given the checked bytes alone, in an empty folder, without a network or the
system's fonts; `rules/drawings.py` has refused whatever names another file or address.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from slidekit.scene.metrics import FONTS
from slidekit.scene.pictures import Picture

LONGEST_PX = 1920
"""As wide as a slide on a full-HD screen."""

_FAMILY = re.compile(
    r"""(font-family\s*[:=]\s*)("[^"]*"|'[^']*'|(?:&(?:quot|apos|\#\d+);|[^;&"'<>{}])+)""", re.IGNORECASE | re.VERBOSE
)
_ROOT = re.compile(r"<(?:\w+:)?svg\b([^>]*)")
_FIXED = re.compile(r"mono|courier|consolas|menlo|code", re.IGNORECASE)
_HUMANIST = re.compile(r"carlito|calibri|segoe|candara|corbel|lato", re.IGNORECASE)


def drawn(picture: Picture) -> bytes:
    """The drawing with every font named in it replaced by the nearest of ours."""
    return _in_our_fonts(picture.content)


@lru_cache(maxsize=64)
def _in_our_fonts(content: bytes) -> bytes:
    words = content.decode("utf-8-sig")
    if "<text" not in words and ":text" not in words:
        return words.encode()
    words = _FAMILY.sub(_ours, words)
    root = _ROOT.search(words)
    if root is not None and "font-family=" not in root[1]:
        words = f'{words[: root.start(1)]} font-family="Carlito"{words[root.start(1) :]}'
    return words.encode()


def _ours(found: re.Match[str]) -> str:
    names = found[2]
    family = "DejaVu Sans Mono" if _FIXED.search(names) else "Carlito" if _HUMANIST.search(names) else "Liberation Sans"
    sign = names[0] if names[0] in "\"'" else ""
    return f"{found[1]}{sign}{family}{sign}"


@lru_cache(maxsize=64)
def still(picture: Picture) -> bytes:
    """A drawing as a PNG with a clear ground."""
    if picture.still:
        return picture.still
    from tempfile import TemporaryDirectory

    import typst

    scale = LONGEST_PX / max(picture.width_px, picture.height_px)
    size = f"width: {picture.width_px * scale:.3f}pt, height: {picture.height_px * scale:.3f}pt"
    source = f'#set page({size}, margin: 0pt, fill: none)\n#image("/drawing.svg", width: 100%, height: 100%)'
    with TemporaryDirectory(prefix="slidekit-") as folder:
        (Path(folder) / "drawing.svg").write_bytes(drawn(picture))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        made = typst.Compiler(source.encode(), root=folder, font_paths=fonts, ignore_system_fonts=True).compile(
            source.encode(), format="png", ppi=72.0
        )
    assert isinstance(made, bytes)
    return made
