"""The names that Office Open XML gives things, short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STRICT = b"http://purl.oclc.org/ooxml/"
MM = 36000
"""EMU in a millimetre."""


MOST = 1e9
"""No length, size or idx is larger, but the idx 4294967295, which is read by itself."""
_NO_FONT = re.compile(r"[^\w .&'-]")


def family(text: str) -> str:
    """The name of a font without what could mean something in a style sheet."""
    return _NO_FONT.sub("", text)[:60].strip()


def mm(text: str | None, default: float = 0.0) -> float:
    """A length in EMU as millimetres; what is no number is the default."""
    return _number(text, default * MM) / MM


def _number(text: str | None, default: float) -> float:
    try:
        return max(-MOST, min(MOST, float(int(text)))) if text is not None else default
    except (ValueError, OverflowError):
        return default


def whole(text: str | None, default: int = 0) -> int:
    """A whole number; what is none is the default."""
    return int(_number(text, default))


def truth(text: str | None) -> bool | None:
    """A yes or no of XML Schema, or nothing."""
    return None if text is None else text in ("1", "true", "on")
