"""Write what `scene.math_extent` knows of New Computer Modern Math: `python scripts/math_widths.py` (needs fontTools).

The font comes inside the typst wheel, which draws formulas with it; only widths are kept here.
"""

from __future__ import annotations

import io
import json
import struct
from itertools import pairwise
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "src" / "slidekit" / "fonts" / "NewCMMath.json"
NAME = "NewComputerModernMath-Regular"
RANGES = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x237, 0x237), (0x370, 0x3FF), (0x2016, 0x2057), (0x2100, 0x214F),
    (0x2190, 0x22FF), (0x2308, 0x230B), (0x25A0, 0x25FF), (0x27C2, 0x27C2), (0x27E6, 0x27FF), (0x2A00, 0x2AFF),
    (0x1D400, 0x1D7FF),
)  # fmt: skip
"""Letters, Greek, operators, arrows, brackets and the mathematical alphabets."""


def font() -> TTFont:
    """The font out of Typst's own program file."""
    program = next(Path(typst.__file__).parent.glob("_typst.*")).read_bytes()
    at = 0
    while (at := program.find(b"OTTO\0", at)) >= 0:
        tables = struct.unpack(">H", program[at + 4 : at + 6])[0]
        records = [struct.unpack(">4sLLL", program[at + 12 + 16 * n : at + 28 + 16 * n]) for n in range(tables)]
        size = max([offset + length for _, _, offset, length in records], default=0)
        if {b"MATH", b"cmap"} <= {record[0] for record in records} and size < 4 << 20:
            found = TTFont(io.BytesIO(program[at : at + size]))
            if found["name"].getDebugName(4) == NAME:
                return found
        at += 4
    raise SystemExit(f"no {NAME} in {typst.__file__}")


def main() -> None:
    """Write the file."""
    math = font()
    advances = {
        code: math["hmtx"][glyph][0]
        for code, glyph in sorted(math.getBestCmap().items())
        if any(first <= code <= last for first, last in RANGES)
    }
    runs: list[tuple[int, list[int]]] = []
    for before, code in pairwise([-2, *advances]):
        if code != before + 1:
            runs.append((code, []))
        runs[-1][1].append(advances[code])
    hhea = math["hhea"]
    upem = math["head"].unitsPerEm
    described = {"upem": upem, "ascent": hhea.ascent, "descent": -hhea.descent, "gap": hhea.lineGap, "runs": runs}
    OUT.write_text(json.dumps(described, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
