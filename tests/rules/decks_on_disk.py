"""Decks written to a folder with pictures beside them, and what the whole check says of them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image
from repository import Repository

from slidekit import build, reviewing
from slidekit.deck.reading import read_deck
from slidekit.outputs import Edition
from slidekit.rules import pages
from slidekit.scene.theming import themes_folder
from slidekit.settings.model import Choice
from slidekit.source.diagnostic import Diagnostic

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


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


def templates(home: Path) -> None:
    """`corp.pptx`, which is clean, `civic.pptx` with rare fonts, and three that are not as they should be."""
    whole = (TEMPLATES / "harbour.pptx").read_bytes()
    (home / "corp.pptx").write_bytes(whole)
    (home / "civic.pptx").write_bytes((TEMPLATES / "civic.pptx").read_bytes())
    (home / "cut-short.pptx").write_bytes(whole[:-200])
    (home / "macros.pptx").write_bytes(with_parts(whole, {"ppt/vbaProject.bin": b"macros"}))
    theme = part(whole, "ppt/theme/theme1.xml").replace(b"20242B", b"C9C9C9")
    (home / "faint.pptx").write_bytes(with_parts(whole, {"ppt/theme/theme1.xml": theme}))


def part(package: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return parts.read(name)


def with_parts(package: bytes, more: Mapping[str, bytes]) -> bytes:
    """A package with parts changed or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in more:
                new.writestr(name, old.read(name))
        for name, content in more.items():
            new.writestr(name, content)
    return made.getvalue()


def check(
    source: bytes | str, folder: Path, editions: Sequence[Edition] = (), asked: Choice | None = None
) -> tuple[Diagnostic, ...]:
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
    deck = home / "deck.yaml"
    since = ""
    if NOW in data:
        before, _, data = data.partition(NOW)
        since = earlier(before, deck)
        data = pages.deck_of(data.decode())
    if data.startswith(THEME_PARTS):
        (home / "theme.yaml").write_text(theme_of(data.decode()), "utf-8")
        data = DECK_OF_THEME
    (home / "slidekit.toml").unlink(missing_ok=True)
    if data.startswith(SETTINGS):
        (home / "slidekit.toml").write_bytes(data)
        data = WHOLE_DECK
    if b".pptx" in (source.encode() if isinstance(source, str) else source):
        templates(home)
    deck.write_bytes(data)
    return build.check([deck], editions=editions, since=since, asked=asked).diagnostics


NOW = b"# as it is now\n"
"""Begins the second half of an example; the first says what was there before."""


def earlier(before: bytes, deck: Path) -> str:
    """Put what was there before beside or in place of a deck; the revision to compare with, where there is one."""
    head, _, rest = before.decode().partition("\n")
    if head == "# deck.lock":
        (deck.parent / "deck.lock").write_text(rest, "utf-8")
        return ""
    deck.write_bytes(pages.deck_of(rest))
    if head == "# as it was reviewed":
        mark_reviewed(deck)
        return ""
    revision = head.removeprefix("# as it was at ")
    Repository(deck.parent, revision).commit()
    return revision


def mark_reviewed(deck: Path) -> None:
    """Review a whole deck."""
    read, _ = read_deck(deck.read_bytes())
    assert read is not None
    desk = reviewing.Desk(deck)
    desk.record(deck, read, lambda told: True)
    desk.write()


THEME_PARTS = (b"palette:", b"sizes:", b"grid:", b"fonts:", b"dark:")
"""What an example that is a part of a theme file begins with."""
SETTINGS = b"# slidekit.toml\n"
"""What an example that is a settings file begins with."""
WHOLE_DECK = b"""\
slidekit: 1
title: {en: A talk, fr: Un expos\xc3\xa9}
slides:
  - title: {en: Before, fr: Avant}
"""
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
