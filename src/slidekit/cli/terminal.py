"""What a terminal may be shown: words without control signs, in colour where it is wanted."""

from __future__ import annotations

import os
from typing import TextIO

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "hint": "1;36",
    "caret": "1;32",
    "place": "1",
    "dim": "2",
    "clean": "32",
}
"""SGR parameters (ECMA-48, 8.3.117) by what is shown."""

_HARMLESS = frozenset("\u200c\u200d\xa0\u1680\u202f\u205f\u3000\xad" + "".join(map(chr, range(0x2000, 0x200B))))
"""Signs that Python calls unprintable and French, emoji and Persian need: spaces, joiners, the soft hyphen."""


def visible(text: str) -> str:
    """A text with each sign that could steer a terminal, or hide there, written as its number."""
    if text.isprintable():
        return text
    return "".join([sign if sign.isprintable() or sign in _HARMLESS else _number(sign) for sign in text])


def _number(sign: str) -> str:
    code = ord(sign)
    if code < 0x100:
        return f"\\x{code:02x}"
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8, as Python keeps it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(sign: str) -> int:
    """How many columns of a terminal a sign takes (UAX #11, East Asian Width)."""
    if sign.isascii():
        return 1
    import unicodedata

    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def colored(stream: TextIO) -> bool:
    """Whether a stream is shown in colour: `NO_COLOR` and `FORCE_COLOR` win over what it is."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, stream: TextIO) -> str:
    """A text in a style, if the stream shows colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colored(stream) else text


def columns(stream: TextIO) -> int:
    """How wide lines may be: the terminal's width, or 120 in a file."""
    if not stream.isatty():
        return 120
    import shutil

    return max(40, shutil.get_terminal_size((120, 24)).columns)
