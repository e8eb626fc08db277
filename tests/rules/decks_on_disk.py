"""Decks written to a folder with pictures beside them, and what the whole check says of them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from slidekit import build
from slidekit.source.diagnostic import Diagnostic


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG: length, kind, data, checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1) -> bytes:
    """A grey PNG whose header says these measures; its pixels are there for 1 × 1."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def check(source: bytes | str, folder: Path) -> tuple[Diagnostic, ...]:
    """What `check` finds in a deck that lies in `folder/deck` beside `dot.png` and `cut-short.png`."""
    home = folder / "deck"
    home.mkdir(exist_ok=True)
    (home / "dot.png").write_bytes(png())
    (home / "cut-short.png").write_bytes(png()[:-9])
    (folder / "secret.png").write_bytes(png())
    deck = home / "deck.yaml"
    deck.write_bytes(source.encode() if isinstance(source, str) else source)
    return build.check([deck]).diagnostics


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each, in order."""
    return [(one.code, one.span.line, one.span.column) for one in found]
