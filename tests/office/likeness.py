"""How alike two pictures of one slide are: Typst's, and LibreOffice's of the PowerPoint file."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

SIZE = (960, 540)
"""Pictures are compared at a pixel a point."""
BLUR = 3.0
"""Radius in pixels of the Gaussian blur: less than a stem's distance from its neighbour, so that a letter a point
away still counts, and enough that the two programs' smoothing of edges does not."""
THRESHOLD = 32
"""A pixel differs where any of its channels differs by more than this, of 255: an eighth."""


def blurred(picture: Path) -> Image.Image:
    """A picture brought to size and blurred."""
    with Image.open(picture) as opened:
        sized = opened.convert("RGB").resize(SIZE, Image.Resampling.BOX)
    return sized.filter(ImageFilter.GaussianBlur(BLUR))


def differing(one: Path, other: Path) -> Image.Image:
    """White where the two differ."""
    red, green, blue = ImageChops.difference(blurred(one), blurred(other)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value > THRESHOLD else 0)


def share(one: Path, other: Path) -> float:
    """The percentage of pixels that differ."""
    return differing(one, other).histogram()[255] * 100 / (SIZE[0] * SIZE[1])
