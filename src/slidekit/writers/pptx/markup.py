"""Small pieces of Office Open XML that every part is made of: escaped words, lengths, colours."""

from __future__ import annotations

import re

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells screen readers to pass over a shape ([MS-ODRAWXML] 2.23)."""

# XML 1.0, production 2; the carriage return goes too, for a parser turns it into a line break.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_URI = re.compile(r"[^!#$&'()*+,\-./0-9:;=?@A-Z_a-z~%]|%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"(https?://)([\w.-]+)((?::\d{1,5})?(?:[/?#].*)?)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"mailto:[^\s@<>,]+@[\w.-]+(?:\?.*)?", re.IGNORECASE | re.DOTALL)


def legal(text: str) -> str:
    """Text without what XML cannot hold."""
    return _ILLEGAL.sub("", text)


def words(text: str) -> str:
    """Text between tags. `xml.sax.saxutils.escape` would do, and costs 38 ms to import."""
    return _ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text between double quotes; line breaks and tabs survive the parser's normalisation."""
    return words(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def emu(mm: float) -> int:
    """Millimetres in English Metric Units."""
    return round(mm * 36000)


def hundredths(points: float) -> int:
    """Points in the hundredths that DrawingML counts sizes and spacing in."""
    return round(points * 100)


def frame(x_mm: float, y_mm: float, w_mm: float, h_mm: float, tag: str = "a:xfrm") -> str:
    """Where a shape stands."""
    return (
        f'<{tag}><a:off x="{round(x_mm * 36000)}" y="{round(y_mm * 36000)}"/>'
        f'<a:ext cx="{round(w_mm * 36000)}" cy="{round(h_mm * 36000)}"/></{tag}>'
    )


def geometry(kind: str, adjust: int | None = None) -> str:
    """A preset shape; `adjust` is its first handle, such as the corner of a `roundRect`."""
    if adjust is None:
        return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    return f'<a:prstGeom prst="{kind}"><a:avLst><a:gd name="adj" fmla="val {adjust}"/></a:avLst></a:prstGeom>'


def corner(radius_mm: float, w_mm: float, h_mm: float) -> int:
    """The handle of a `roundRect` whose corners have that radius: a share of the shorter side."""
    return min(50000, round(radius_mm / max(0.001, min(w_mm, h_mm)) * 100000))


def safe_link(target: str | None) -> str | None:
    """The address as a relationship may hold it, or `None` for what must not be followed from a slide.

    PowerPoint offers to repair a file with an address that is not a URI (RFC 3986).
    """
    if not target:
        return None
    target = target.strip()
    if web := _WEB.fullmatch(target):
        scheme, host, rest = web.groups()
        try:
            return scheme + (host if host.isascii() else host.encode("idna").decode()) + _uri(rest)
        except UnicodeError:
            return None
    return _uri(target) if _MAIL.fullmatch(target) else None


def _uri(text: str) -> str:
    """What a URI cannot hold, as the percent signs that stand for it; only one `#` can be the mark of a fragment."""
    head, mark, fragment = text.partition("#")
    return _escape(head) + mark + _escape(fragment).replace("#", "%23")


def _escape(text: str) -> str:
    return _NOT_IN_URI.sub(lambda sign: "".join([f"%{byte:02X}" for byte in sign[0].encode("utf-8", "ignore")]), text)
