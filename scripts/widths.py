"""Write what `scene.metrics` knows of each font: `python scripts/widths.py` (needs fontTools and uharfbuzz).

One JSON file a face beside its TTF: units per em, vertical metrics from the tables that PowerPoint
reads (hhea), and advance widths as runs of consecutive code points. Faces of running text have a second file: by how
much two signs that follow each other are closer or wider than alone, kerned and joined as HarfBuzz does it.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "src" / "slidekit" / "fonts"


def describe(path: Path) -> dict[str, object]:
    """The metrics of one face: `runs` is `[[first code point, [advance, …]], …]`."""
    font = TTFont(path, lazy=True)
    advances = {code: font["hmtx"][glyph][0] for code, glyph in sorted(font.getBestCmap().items())}
    runs: list[tuple[int, list[int]]] = []
    codes = [-2, *advances]
    for before, code in pairwise(codes):
        if code != before + 1:
            runs.append((code, []))
        runs[-1][1].append(advances[code])
    hhea = font["hhea"]
    return {
        "upem": font["head"].unitsPerEm,
        "ascent": hhea.ascent,
        "descent": -hhea.descent,
        "gap": hhea.lineGap,
        "runs": runs,
    }


KERNED = ("Carlito", "LiberationSans")
SIGNS = [
    chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x202F, 0x20AC, 0x2192)
]
"""What English and French are set in."""


def closer(path: Path) -> dict[str, object]:
    """The pairs of one face that are not as wide as their signs: `pairs` is `{first: {difference: seconds}}`."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))

    def width(text: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        return sum(one.x_advance for one in buffer.glyph_positions)

    known = {sign for sign in SIGNS if font.get_nominal_glyph(ord(sign))}
    alone = {sign: width(sign) for sign in SIGNS if sign in known}
    pairs: dict[str, dict[int, str]] = {}
    for first in alone:
        found: dict[int, str] = {}
        for second in alone:
            more = width(first + second) - alone[first] - alone[second]
            if more:
                found[more] = found.get(more, "") + second
        if found:
            pairs[first] = found
    return {"upem": font.face.upem, "pairs": pairs}


def main() -> None:
    """Write every face's files."""
    for path in sorted(FONTS.glob("*.ttf")):
        if path.name.startswith(KERNED):
            pairs = json.dumps(closer(path), separators=(",", ":"), ensure_ascii=False)
            path.with_suffix(".kern.json").write_text(pairs + "\n", encoding="utf-8")
        text = json.dumps(describe(path), separators=(",", ":"))
        path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
