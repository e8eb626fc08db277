"""Decks written to a folder with pictures beside them, and what the whole check says of them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from slidekit import build
from slidekit.outputs import Edition
from slidekit.scene.theming import themes_folder
from slidekit.source.diagnostic import Diagnostic


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG: length, kind, data, checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1) -> bytes:
    """A grey PNG whose header says these measures; its pixels are there for 1 × 1."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def svg(inner: str, attributes: str = 'viewBox="0 0 40 30"') -> str:
    """A drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """A real picture as Pillow writes it."""
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, kind, **options)
    return stream.getvalue()


def check(source: bytes | str, folder: Path, editions: Sequence[Edition] = ()) -> tuple[Diagnostic, ...]:
    """What `check` finds in a deck that lies in `folder/deck` beside pictures, whole and broken."""
    home = folder / "deck"
    home.mkdir(exist_ok=True)
    (home / "dot.png").write_bytes(png())
    (home / "cut-short.png").write_bytes(png()[:-9])
    (home / "drawing.svg").write_text(svg('<circle r="4"/>'))
    (home / "script.svg").write_text(svg("<script>alert(1)</script>"))
    (home / "moving.gif").write_bytes(saved("GIF", save_all=True, append_images=[Image.new("RGB", (4, 3), "red")]))
    (home / "print.jpg").write_bytes(saved("JPEG", mode="CMYK"))
    (folder / "secret.png").write_bytes(png())
    data = source.encode() if isinstance(source, str) else source
    if data.startswith(THEME_PARTS):
        (home / "theme.yaml").write_text(theme_of(data.decode()), "utf-8")
        data = DECK_OF_THEME
    deck = home / "deck.yaml"
    deck.write_bytes(data)
    return build.check([deck], editions=editions).diagnostics


THEME_PARTS = (b"palette:", b"sizes:", b"grid:", b"fonts:", b"dark:")
"""What an example that is a part of a theme file begins with."""
DECK_OF_THEME = b"""\
slidekit: 1
title: {en: A talk, fr: Un expos\xc3\xa9}
theme: ./theme.yaml
slides:
  - title: {en: Before, fr: Avant}
"""


def theme_of(part: str) -> str:
    """The theme file that a part means: boreal's in all else."""
    lines = (themes_folder() / "boreal.yaml").read_text("utf-8").splitlines()
    head, *values = part.rstrip().splitlines()
    at = lines.index(head)
    for value in values:
        key = value.partition(":")[0]
        place = next(number for number in range(at + 1, len(lines)) if lines[number].startswith(f"{key}:"))
        lines[place] = value
    return "\n".join(lines) + "\n"


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each, in order."""
    return [(one.code, one.span.line, one.span.column) for one in found]
