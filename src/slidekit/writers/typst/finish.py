"""Last touches to a PDF that Typst has made."""

from __future__ import annotations

import re
import zlib

GLYPH = re.compile(rb"<</Length (\d+)/Filter/FlateDecode>>\s?stream\r?\n")
LONGEST_GLYPH = 60
"""Bytes of a glyph that only calls a picture; nothing longer is looked at."""

UNSPACED = re.compile(rb"^ ([\d.]+ 0 d0)(/x\d+ Do)$")

PAGES = re.compile(rb"/Type\s?/Pages\s?/Count (\d+)")


def spaced_emoji(pdf: bytes) -> bytes:
    """The same PDF with a space between the width of each emoji and its picture.

    Typst writes `d0/x0`, which is right (ISO 32000-1, 7.2.2: a solidus ends a token), and which
    validators of PDF/UA-1 all the same read as a glyph without a width. No byte changes its place.
    """
    if b"/Type3" not in pdf:
        return pdf
    made = bytearray(pdf)
    for match in GLYPH.finditer(pdf):
        length = int(match[1])
        if length > LONGEST_GLYPH:
            continue
        start = match.end()
        found = UNSPACED.match(_inflated(pdf[start : start + length]))
        if found is None:
            continue
        packed = _packed(found[1] + b" " + found[2], length)
        if packed is not None:
            made[start : start + length] = packed
    return bytes(made)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def _packed(data: bytes, length: int) -> bytes | None:
    """Packed to an exact length, or nothing where no level gives it."""
    for level in (6, 9, 1):
        packed = zlib.compress(data, level)
        if len(packed) == length:
            return packed
    return None


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return max([int(count) for count in PAGES.findall(pdf)], default=0)
