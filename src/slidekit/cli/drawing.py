"""Where `--png` writes: a picture that replaces nothing but a picture, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from slidekit.cli.failing import Misuse
from slidekit.source.wording import Words, tell

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def check_place(png: Path | None, example: str) -> None:
    """Raise `Misuse`, before any work is done, where no picture can be written, or something else would be lost."""
    if png is None:
        return
    if png.is_dir() or not png.parent.is_dir():
        raise Misuse(tell("{file} cannot be a file", file=png.as_posix()), _such_as(example))
    if png.suffix.lower() != ".png":
        raise Misuse(tell("{file} does not end in {ending}", file=png.as_posix(), ending=".png"), _such_as(example))
    if png.exists():
        with png.open("rb") as stream:
            if stream.read(len(SIGNATURE)) not in (SIGNATURE, b""):
                there = tell("{file} is there already, and is no PNG", file=png.as_posix())
                raise Misuse(there, tell("give another name"))


def _such_as(example: str) -> Words:
    return tell("name a picture, such as  {example}", example=example)


def write(png: Path, content: bytes) -> None:
    """Written beside its place first: a full disk leaves an old picture as it was."""
    from tempfile import mkstemp

    number, name = mkstemp(prefix=".slidekit-", dir=png.parent)
    new = Path(name)
    try:
        with open(number, "wb") as stream:
            stream.write(content)
        new.chmod(0o644)
        new.replace(png)
    finally:
        new.unlink(missing_ok=True)
