"""What a picture file says of itself: its kind, its size, how it stands; told without decoding a pixel."""

from __future__ import annotations

import struct
from typing import NamedTuple

from slidekit.source.wording import tell

MAX_PIXELS = 64_000_000
"""More than any projector shows; decoded, 256 MB: what a picture may cost at most."""

_OTHERS = (
    (b"BM", tell("a BMP file")),
    (b"II*\0", tell("a TIFF file")),
    (b"MM\0*", tell("a TIFF file")),
    (b"%PDF-", tell("a PDF file")),
    (b"%!PS", tell("an EPS file")),
    (b"\x1f\x8b", tell("an SVGZ file")),
    (b"\x01\0\0\0", tell("an EMF file")),
    (b"8BPS", tell("a Photoshop file")),
)
_BRANDS = {
    b"avif": tell("an AVIF file"),
    b"avis": tell("an AVIF file"),
    b"heic": tell("a HEIC file"),
    b"heix": tell("a HEIC file"),
    b"mif1": tell("a HEIC file"),
}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits that a PNG's colour types may have (ISO/IEC 15948, table 11.1)."""


class Pixels(NamedTuple):
    """What was found in a whole picture."""

    width: int
    """As it is seen, turned as the camera says."""
    height: int
    turned: int = 1
    """Exif's orientation, from 1 to 8."""
    moving: bool = False
    """Whether it has more than one frame."""
    printed: bool = False
    """Whether its colours are the four of print."""


def kind_of(data: bytes) -> str | None:
    """`PNG`, `JPEG` or `GIF`, by the first bytes; a file's ending is not believed."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "GIF" if data.startswith((b"GIF87a", b"GIF89a")) else None


def stranger(data: bytes) -> str | None:
    """What a picture of a kind that slides cannot show is called, with its article."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return tell("a WebP file")
    if data[4:8] == b"ftyp" and data[8:12] in _BRANDS:
        return _BRANDS[data[8:12]]
    return next((name for magic, name in _OTHERS if data.startswith(magic)), None)


def plays(data: bytes) -> bool:
    """Whether a WebP is an animation (RFC 9649, section 2.7)."""
    return data[8:16] == b"WEBPVP8X" and len(data) > 20 and bool(data[20] & 2)


def measure(data: bytes) -> Pixels | None:
    """What a whole PNG, JPEG or GIF says of itself; `None` for anything else."""
    match kind_of(data):
        case "PNG":
            return _png(data)
        case "JPEG":
            return _jpeg(data)
        case "GIF":
            return _gif(data)
        case _:
            return None


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height, as it is seen, of a whole PNG, JPEG or GIF; `None` for anything else."""
    found = measure(data)
    return found[:2] if found else None


def _png(data: bytes) -> Pixels | None:
    """A PNG whose chunks are all there with their right checksums (ISO/IEC 15948, 5.3); `acTL` makes it move."""
    from zlib import crc32

    size, drawn, moving, at = None, False, False, 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data) or struct.unpack_from(">I", data, end)[0] != crc32(data[at + 4 : end]):
            return None
        if kind == b"IHDR" and length == 13:
            width, height, depth, color = struct.unpack_from(">IIBB", data, at + 8)
            size = (width, height) if depth in _DEPTHS.get(color, ()) else None
        moving = moving or kind == b"acTL"
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            return Pixels(*size, moving=moving) if size and drawn else None
        at = end + 4
    return None


def _jpeg(data: bytes) -> Pixels | None:
    """A JPEG that has a frame, a scan and an end of image (ITU-T T.81, B.1.1)."""
    found, turned, at = None, 0, 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xDA:
            return _turned(found, turned or 1) if found and _ends(data, at) else None
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or at + 2 + length > len(data):
            return None
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and length >= 8:
            bits, height, width, inks = struct.unpack_from(">BHHB", data, at + 4)
            # others than these are lossless, hierarchical, arithmetic or of 12 bits: no slide shows them
            found = Pixels(width, height, printed=inks == 4) if marker <= 0xC2 and bits == 8 else None
        elif marker == 0xE1 and not turned:
            turned = _orientation(data[at + 4 : at + 2 + length])
        at += 2 + length
    return None


def _turned(found: Pixels, turned: int) -> Pixels:
    """The size as it is seen: from 5 on, rows and columns change places."""
    width, height = (found.height, found.width) if turned >= 5 else (found.width, found.height)
    return found._replace(width=width, height=height, turned=turned)


def _orientation(segment: bytes) -> int:
    """The orientation in an Exif segment (Exif 2.32, 4.6.4); 0 where there is none."""
    if not segment.startswith(b"Exif\0\0") or segment[6:8] not in (b"II", b"MM"):
        return 0
    tiff, order = segment[6:], "<" if segment[6:8] == b"II" else ">"
    if len(tiff) < 8:
        return 0
    (at,) = struct.unpack_from(f"{order}I", tiff, 4)
    if at + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for entry in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == 0x0112 and kind == 3:
            return value if 1 <= value <= 8 else 0
    return 0


def _ends(data: bytes, at: int) -> bool:
    """Whether the end-of-image marker follows the last scan; cameras may append other data after it."""
    return data.find(b"\xff\xd9", max(at, data.rfind(b"\xff\xda"))) != -1


def _gif(data: bytes) -> Pixels | None:
    """A GIF whose blocks lead to its trailer (GIF89a, sections 17 to 27)."""
    if len(data) < 13:
        return None
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at, frames = 13 + _colors(flags), 0
    while at < len(data):
        mark = data[at]
        if mark == 0x3B:
            return Pixels(width, height, moving=frames > 1) if frames else None
        if mark == 0x2C and at + 10 <= len(data):
            frames += 1
            at = _sub_blocks(data, at + 11 + _colors(data[at + 9]))
        elif mark == 0x21:
            at = _sub_blocks(data, at + 2)
        else:
            return None
    return None


def _colors(flags: int) -> int:
    """Bytes of the colour table that a packed field announces."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(data: bytes, at: int) -> int:
    """The place after a chain of sub-blocks; past the end where the chain is cut."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
