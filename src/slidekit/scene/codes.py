"""QR codes as pictures: dark on light in every theme, with the quiet zone that a camera needs.

`segno` works out the modules (ISO/IEC 18004); they are drawn here as one path, so that no seam shows between them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from slidekit.scene.pictures import Picture

QUIET_ZONE = 4
"""Modules of light around the code (ISO/IEC 18004, 5.3.8)."""

LEAST_MM = 55.0
MOST_MM = 114.0
"""A phone reads a code from ten times its width. On a screen of height H, people sit up to six times H away (the
usual rule for rooms, AVIXA V202.01), so 0.6 of a slide's 190.5 mm serves the last row; below half of that, only the
front rows."""

LONGEST_BYTES = 2331
"""What a code of version 40 holds at level M (ISO/IEC 18004, table 7)."""
STILL_PX = 900
"""The least width of the code as pixels."""


def holds(address: str) -> bool:
    """Whether a code can hold so long an address; a draft leaves out those that none can."""
    return len(address.encode()) <= LONGEST_BYTES


@lru_cache(maxsize=64)
def picture(address: str) -> Picture:
    """The code of an address, at level M: a seventh of it may be hidden; more where that costs no room."""
    from hashlib import sha256

    import segno

    code = segno.make_qr(address.encode(), error="m")
    side = code.symbol_size(border=QUIET_ZONE)[0]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side * 10}" '
        f'height="{side * 10}"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path d="{"".join(_runs(code.matrix))}"/></svg>\n'
    ).encode()
    pixels = io.BytesIO()
    code.save(pixels, kind="png", scale=-(-STILL_PX // side), border=QUIET_ZONE, dark="#000", light="#fff")
    return Picture("", side * 10, side * 10, "svg", drawing, sha256(drawing).hexdigest(), still=pixels.getvalue())


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """The dark modules, neighbours in a row put together."""
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                yield f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
            x += length
