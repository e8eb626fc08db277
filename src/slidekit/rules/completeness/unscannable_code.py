"""A QR code that no phone in the room can follow: no web address, or a very long one.

A code holds a whole address, with its `https://` or `http://`: a phone that reads `example.org` offers to search for
it. The longer the address, the smaller the squares: above 150 signs they are too small for the second half of a room,
and above 2,331 there is no such code. Addresses such as `localhost` are known to one machine only.

Bad:
    - title: {en: The slides, fr: Les diapositives}
      qr: example.org/talk

Bad:
    - title: {en: The slides, fr: Les diapositives}
      qr: https://example.org/{«long» × 60}

Good:
    - title: {en: The slides, fr: Les diapositives}
      qr: {en: "https://example.org/talk", fr: "https://example.org/conference"}

Source: ISO/IEC 18004, table 7 and 5.3.8; RFC 3986, section 3; RFC 6761, section 6.3 (localhost).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidekit.rules.base import LANGS, Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import Span
from slidekit.source.wording import tell

CODE = "SK116"
NAME = "unscannable-code"
SEVERITY = Severity.ERROR
LONG = 150
"""Signs; at 55 mm on the slide the squares are then 0.9 mm, and 5 mm on a screen two metres wide."""
_HERE = re.compile(r"https?://(?:[^/@]*@)?(?:localhost|127\.|0\.0\.0\.0|192\.168\.|10\.|\[::1\])", re.IGNORECASE)


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Codes without an address, or with one that is too long."""
    if not checked.gathered.codes:
        return
    from slidekit.show.blocks import web_address
    from slidekit.show.voice import Voice

    voices = [Voice(checked.deck, lang) for lang in LANGS]
    for told in checked.gathered.codes:
        found: dict[Span, Diagnostic] = {}
        for voice in voices:
            side = told.pair.side(voice.lang, voice.locale) or told.pair.side("fr" if voice.lang == "en" else "en")
            span = side.span if side is not None else told.pair.span
            if told.only in (None, voice.lang) and span not in found:
                fault = _fault(web_address(told.pair, voice), span, told.slide)
                found |= {span: fault} if fault else {}
        yield from found.values()


def _fault(address: str, span: Span, slide: int | None) -> Diagnostic | None:
    from slidekit.scene.codes import LONGEST_BYTES

    length = len(address.encode())
    if not address:
        hint = tell("write the whole of it, with  https://  before it")
        return Diagnostic(CODE, tell("this QR code leads to no web address"), span, hint, slide=slide)
    if length > LONGEST_BYTES:
        message = tell(
            "this QR code's address has {length} signs, and none holds more than {longest_bytes}",
            length=length,
            longest_bytes=LONGEST_BYTES,
        )
        return Diagnostic(CODE, message, span, tell("give a shorter address that leads there"), slide=slide)
    if length > LONG:
        message = tell(
            "this QR code's address has {length} signs, so its squares are too small from afar", length=length
        )
        return Diagnostic(
            CODE, message, span, tell("give a shorter address that leads there"), Severity.WARNING, slide=slide
        )
    if _HERE.match(address):
        message = tell("this QR code leads to a machine that phones in the room cannot reach")
        return Diagnostic(CODE, message, span, tell("give an address on the web"), Severity.WARNING, slide=slide)
    return None
