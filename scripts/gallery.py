"""Draw the contact sheets under docs/gallery: `python scripts/gallery.py` (needs Pillow).

One sheet for every deck of `decks/` in every theme that ships: a row for each kind of slide, a
column for each of four editions. `make gallery` writes them; a test holds that they still look like this.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from slidekit import build
from slidekit.scene.boxes import Scene, SceneSlide
from slidekit.scene.layout import Layouts
from slidekit.scene.theming import theme_names
from slidekit.writers import typst

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"
EDITIONS = ("en", "fr", "side-by-side", "stacked")
ROWS = 7
SLIDE_PX = (384, 216)
GAP_PX = 10
COLORS = 128
"""In a sheet's palette: a quarter of the bytes, and nobody sees it at this size."""


def sheets() -> Iterator[tuple[str, Image.Image]]:
    """The name and the picture of every sheet."""
    for deck in sorted((ROOT / "decks").glob("*.yaml")):
        for theme in theme_names():
            yield f"{deck.stem}.{theme}.png", sheet_of(deck, theme)


def sheet_of(deck: Path, theme: str) -> Image.Image:
    """The sheet of one deck in one theme."""
    layouts = build.read(deck, theme).layouts
    assert layouts is not None, f"{deck} has no layout"
    return sheet(layouts)


def sheet(layouts: Layouts) -> Image.Image:
    """Slides that differ in kind below each other, their editions side by side."""
    wanted = _kinds(layouts.scene(EDITIONS[0]))
    wide, high = SLIDE_PX
    size = (len(EDITIONS) * (wide + GAP_PX) + GAP_PX, len(wanted) * (high + GAP_PX) + GAP_PX)
    canvas = Image.new("RGB", size, "#D5D9DE")
    for column, edition in enumerate(EDITIONS):
        for row, picture in enumerate(_pictures(layouts.scene(edition), wanted)):
            place = (GAP_PX + column * (wide + GAP_PX), GAP_PX + row * (high + GAP_PX))
            canvas.paste(picture.resize(SLIDE_PX, Image.Resampling.LANCZOS), place)
    return canvas.quantize(COLORS, dither=Image.Dither.NONE)


def _kinds(scene: Scene) -> list[int | None]:
    """Slides from all over the talk, each kind once before any comes twice."""
    kinds: dict[object, list[int | None]] = {}
    for slide in scene.slides:
        kind = (slide.page.layout, *[type(block) for block in slide.page.blocks])
        kinds.setdefault(kind, []).append(slide.page.slide)
    first = [numbers[0] for numbers in kinds.values()]
    chosen = [first[index * len(first) // ROWS] for index in range(ROWS)] if len(first) > ROWS else first
    others = [number for numbers in kinds.values() for number in numbers[1:]]
    return sorted(chosen + others[: ROWS - len(chosen)], key=lambda number: number or 0)


def _pictures(scene: Scene, wanted: list[int | None]) -> list[Image.Image]:
    first: dict[int | None, SceneSlide] = {}
    for slide in scene.slides:
        first.setdefault(slide.page.slide, slide)
    drawn = typst.pages_png(replace(scene, slides=tuple(first[number] for number in wanted)))
    return [Image.open(io.BytesIO(data)).convert("RGB") for data in drawn]


def main() -> None:
    """Write every sheet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in sheets():
        picture.save(FOLDER / name, optimize=True)


if __name__ == "__main__":
    main()
