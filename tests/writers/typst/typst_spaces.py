"""How the two space fonts of the Typst writer are made; run it to make them again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

import slidekit.writers.typst

FOLDER = Path(slidekit.writers.typst.__file__).with_name("spaces")

WIDTHS = {"SlidekitSpaceCarlito": 463, "SlidekitSpaceLiberation": 569}
"""The advance of the space in Carlito and in Liberation Sans, of 2,048 units to the em."""


def space_font(name: str, width: int) -> bytes:
    """A font whose only sign is the no-break space."""
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", "uni00A0"])
    builder.setupCharacterMap({0xA0: "uni00A0"})
    builder.setupGlyf({".notdef": Glyph(), "uni00A0": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (width, 0), "uni00A0": (width, 0)})
    builder.setupHorizontalHeader(ascent=1536, descent=-512)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=1536, sTypoDescender=-512, usWinAscent=1536, usWinDescent=512)
    builder.setupPost()
    builder.updateHead(created=3_600_000_000, modified=3_600_000_000)
    builder.font.recalcTimestamp = False
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


if __name__ == "__main__":
    for family, advance in WIDTHS.items():
        (FOLDER / f"{family}.ttf").write_bytes(space_font(family, advance))
