"""A picture as every writer needs it: its bytes, read once, its size as it is seen, and what kind it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["png", "jpeg", "gif", "svg"]

UPSCALE_PPI = 50.0
"""A picture of pixels is never blown up to fewer of them an inch than this."""


class Picture(Struct, frozen=True, gc=False):
    """A picture that has been looked at and found whole and harmless."""

    file: str
    """Absolute path; empty for a picture that slidekit makes by itself, such as a QR code."""
    width_px: float
    """As it is seen: a photograph taken upright is higher than wide, however its file stores it."""
    height_px: float
    kind: Kind = "png"
    content: bytes = b""
    digest: str = ""
    """Of the content, so that writers store the same picture once."""
    turned: int = 1
    """How a JPEG's rows and columns stand, from 1 to 8 (Exif 2.32, tag 0x0112, Orientation)."""
    still: bytes = b""
    """A PNG of a drawing, where one was made along with it."""

    @property
    def proportion(self) -> float:
        """Width over height."""
        return self.width_px / self.height_px

    @property
    def widest_mm(self) -> float:
        """The largest width at which its pixels do not show; none for drawings."""
        return float("inf") if self.kind == "svg" else self.width_px / UPSCALE_PPI * 25.4


class Crop(Struct, frozen=True, gc=False):
    """How much of a picture, as it is seen, is cut off at each side: shares of its width or height."""

    left: float
    top: float
    right: float
    bottom: float


def cropped(proportion: float, room: float, focus: tuple[float, float]) -> Crop:
    """What is cut off a picture to fill a room of another proportion; the focus stays as near the middle as it can."""
    wide, high = (room / proportion, 1.0) if proportion > room else (1.0, proportion / room)
    left = min(max(focus[0] - wide / 2, 0.0), 1.0 - wide)
    top = min(max(focus[1] - high / 2, 0.0), 1.0 - high)
    return Crop(*[round(max(0.0, value), 6) for value in (left, top, 1 - wide - left, 1 - high - top)])
