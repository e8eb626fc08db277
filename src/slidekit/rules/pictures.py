"""Whether a picture is there, in the deck's folder, and whole; told without decoding a pixel."""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.rules.base import says
from slidekit.source.diagnostic import Diagnostic

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

MISSING, BROKEN, OUTSIDE = "SK109", "SK110", "SK111"
MAX_BYTES = 32 * 2**20
MAX_PIXELS = 64_000_000
"""More than any projector shows; decoded, 256 MB: what a picture may cost at most."""


class Fault(NamedTuple):
    """What is wrong with one picture."""

    code: str
    diagnostic: Diagnostic


class Trouble(NamedTuple):
    """The same before it is known who names the picture."""

    code: str
    message: str
    hint: str


def faults(checked: Checked) -> Iterator[Fault]:
    """What is wrong with every picture of a deck, each file read once."""
    known: dict[str, Trouble | None] = {}
    root = checked.folder.resolve()
    for told, lang, text in checked.words:
        if told.what != "picture" or not says(text):
            continue
        if text.source not in known:
            known[text.source] = trouble(text.source, root)
        found = known[text.source]
        if found is not None:
            diagnostic = Diagnostic(found.code, found.message, text.span, found.hint, lang=lang, slide=told.slide)
            yield Fault(found.code, diagnostic)


def trouble(name: str, root: Path) -> Trouble | None:
    """What is wrong with the picture of a name seen from a folder (already resolved), if anything is."""
    if "://" in name or name.startswith(("data:", "/", "~")) or "\\" in name or name[1:2] == ":":
        return _not_a_relative_path(name)
    if "\0" in name:
        return Trouble(MISSING, "this picture's name holds a sign that no file name has", "write the file's name")
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            return Trouble(OUTSIDE, f"{name} lies outside the deck's folder", "copy the picture beside the deck")
        status = path.stat()
    except (OSError, RuntimeError):  # RuntimeError: links that lead to each other
        return Trouble(MISSING, f"there is no picture {name}", _nearest(name, root))
    if not stat.S_ISREG(status.st_mode):
        return Trouble(BROKEN, f"{name} is not a file", "give the path of a PNG, JPEG or GIF file")
    if status.st_size > MAX_BYTES:
        size = status.st_size / 2**20
        return Trouble(BROKEN, f"{name} takes {size:.0f} MiB, over the limit of {MAX_BYTES >> 20}", "save it smaller")
    try:
        data = path.read_bytes()
    except OSError:
        return Trouble(BROKEN, f"{name} cannot be opened", "allow reading it")
    return _unreadable(name, data)


def _not_a_relative_path(name: str) -> Trouble:
    if "://" in name or name.startswith("data:"):
        shown = name if len(name) <= 80 else name[:79] + "…"
        return Trouble(OUTSIDE, f"{shown} is not in the deck's folder", "save the picture there and give its path")
    if "\\" in name:
        return Trouble(
            MISSING, f"there is no picture {name}", f"write  /  between folders: {name.replace(chr(92), '/')}"
        )
    return Trouble(OUTSIDE, f"{name} lies outside the deck's folder", "give a path that starts from there")


def _nearest(name: str, root: Path) -> str:
    from difflib import get_close_matches

    folder = (root / name).parent
    try:
        inside = folder.resolve().is_relative_to(root)
        beside = sorted(path.name for path in folder.iterdir()) if inside else []
    except (OSError, RuntimeError):
        return "paths start from the deck's folder"
    near = get_close_matches(Path(name).name, beside, n=1)
    if not near:
        return "paths start from the deck's folder"
    return f"did you mean  {Path(name).parent.joinpath(near[0]).as_posix()}?"


def _unreadable(name: str, data: bytes) -> Trouble | None:
    if not data:
        return Trouble(BROKEN, f"{name} is empty", "save it again")
    kind = kind_of(data)
    if kind is None:
        return Trouble(BROKEN, f"{name} is neither PNG, JPEG nor GIF", "save it as one of these")
    size = size_of(data)
    if size is None:
        return Trouble(BROKEN, f"{name} is not a whole {kind}: it is cut short or damaged", "save or download it again")
    width, height = size
    if not width or not height:
        return Trouble(BROKEN, f"{name} measures {width} × {height} pixels", "save it again")
    if width * height > MAX_PIXELS:
        limit = f"{MAX_PIXELS // 1_000_000} million pixels"
        return Trouble(BROKEN, f"{name} measures {width} × {height}, over the limit of {limit}", "save it smaller")
    return None


def kind_of(data: bytes) -> str | None:
    """`PNG`, `JPEG` or `GIF`, by the first bytes; a file's ending is not believed."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "GIF" if data.startswith((b"GIF87a", b"GIF89a")) else None


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a whole PNG, JPEG or GIF; `None` for anything else."""
    match kind_of(data):
        case "PNG":
            return _png(data)
        case "JPEG":
            return _jpeg(data)
        case "GIF":
            return _gif(data)
        case _:
            return None


def _png(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG whose chunks are all there with their right checksums (ISO/IEC 15948, 5.3)."""
    from zlib import crc32

    size, drawn, at = None, False, 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data) or struct.unpack_from(">I", data, end)[0] != crc32(data[at + 4 : end]):
            return None
        if kind == b"IHDR" and length == 13:
            size = struct.unpack_from(">II", data, at + 8)
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            return size if drawn else None
        at = end + 4
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG that has a frame, a scan and an end of image (ITU-T T.81, B.1.1)."""
    size, at = None, 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xDA:
            return size if size and _ends(data, at) else None
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or at + 2 + length > len(data):
            return None
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and length >= 7:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        at += 2 + length
    return None


def _ends(data: bytes, at: int) -> bool:
    """Whether the end-of-image marker follows the last scan; cameras may append other data after it."""
    return data.find(b"\xff\xd9", max(at, data.rfind(b"\xff\xda"))) != -1


def _gif(data: bytes) -> tuple[int, int] | None:
    """Width and height of a GIF whose blocks lead to its trailer (GIF89a, sections 17 to 27)."""
    if len(data) < 13:
        return None
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at, drawn = 13 + _colors(flags), False
    while at < len(data):
        mark = data[at]
        if mark == 0x3B:
            return (width, height) if drawn else None
        if mark == 0x2C and at + 10 <= len(data):
            drawn = True
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
