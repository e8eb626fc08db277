"""A sign that none of the fonts has.

slidekit draws letters, symbols and emoji from the fonts that come with it. A sign that is in none of them
would come out as an empty box, and a PDF with one is not accessible, so it is not made.

Bad:
    - title: {en: "Hello {U+13000}", fr: Bonjour}

Good:
    - title: {en: Hello 👋, fr: Bonjour 👋}

Source: PDF/UA-1 (ISO 14289-1), clause 7.21.8: the glyph that stands for a missing one is never shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.text import Text
from slidekit.rules.base import VERBATIM, Checked, sides, within
from slidekit.rules.gathering import Told
from slidekit.scene.code import NARROW
from slidekit.scene.metrics import lacking
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK402"
NAME = "undrawable-sign"
SEVERITY = Severity.ERROR
SILENT = ("picture", "link")
"""What is never drawn."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts that hold such a sign, each sign once a text."""
    signs: set[str] = set()
    for told in checked.texts:
        for _, side in sides(told.pair):
            if type(side) is Text and not side.source.isascii():
                signs.update(side.source)
    unknown = lacking("".join(signs))
    if unknown:
        for told in checked.texts:
            if told.what not in SILENT:
                yield from _in_text(told, unknown)


def _in_text(told: Told, unknown: set[str]) -> Iterator[Diagnostic]:
    import unicodedata

    for lang, side in sides(told.pair):
        if type(side) is not Text:
            continue
        drawn = side.source.translate(NARROW) if told.what in VERBATIM else side.source
        for sign in sorted(unknown.intersection(drawn)):
            name = unicodedata.name(sign, "").lower()
            known = f", {name}" if name else ""
            message = f"no font has the sign {sign} (U+{ord(sign):04X}{known})"
            hint = "write it in other signs, or put it in a picture"
            yield Diagnostic(CODE, message, within(side, side.source.index(sign), 1), hint, lang=lang, slide=told.slide)
