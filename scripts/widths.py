"""Write what `scene.metrics` knows of each font: `python scripts/widths.py` (needs fontTools).

One JSON file a face beside its TTF: units per em, vertical metrics from the tables that PowerPoint
reads (hhea), and advance widths as runs of consecutive code points.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

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


def main() -> None:
    """Write every face's file."""
    for path in sorted(FONTS.glob("*.ttf")):
        text = json.dumps(describe(path), separators=(",", ":"))
        path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
