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

import re
from collections.abc import Iterator

from slidekit.rules.base import VERBATIM, Checked
from slidekit.rules.gathering import Told
from slidekit.scene.code import NARROW
from slidekit.scene.metrics import lacking
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, listed, tell

CODE = "SK402"
NAME = "undrawable-sign"
SEVERITY = Severity.ERROR
SILENT = ("picture", "link", "formula", "QR code")
"""What is never drawn, or by another font: see SK120."""
BEYOND_LATIN = re.compile(r"[^\t\n -~\u00a0-\u017f]")
"""Every font has the letters of French and its neighbours, so only other signs are looked up."""
MANY = 5
"""As many signs of a text are named."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts that hold such signs, each text once."""
    texts = [text.source for _, _, text in checked.words if not text.source.isascii()]
    unknown = lacking("".join(set(BEYOND_LATIN.findall("".join(texts)))))
    if not unknown:
        return
    for told, lang, text in checked.words:
        drawn = text.source.translate(NARROW) if told.what in VERBATIM else text.source
        missing = [sign for sign in dict.fromkeys(drawn) if sign in unknown]
        if missing and told.what not in SILENT:
            at = text.source.index(missing[0])
            span = checked.place(text, at, at + 1)
            hint = tell("write it in other signs, or put it in a picture")
            yield Diagnostic(CODE, _message(missing, told, lang), span, hint, lang=lang, slide=told.slide)


def _message(signs: list[str], told: Told, lang: str | None) -> Words:
    where = _owner(told.slide, lang)
    if len(signs) == 1:
        return tell("no font has the sign {sign}, in {where}", sign=_numbered(signs[0]), where=where)
    shown = listed([_numbered(sign) for sign in signs[:MANY]])
    if len(signs) > MANY:
        more = len(signs) - MANY
        return tell("no font has the signs {signs} and {n} more, in {where}", signs=shown, n=more, where=where)
    return tell("no font has the signs {signs}, in {where}", signs=shown, where=where)


def _numbered(sign: str) -> str:
    return f"{sign} (U+{ord(sign):04X})"


def _owner(slide: int | None, lang: str | None) -> Words:
    """`slide 3's French`."""
    if slide is None:
        both = tell("the deck"), tell("the deck's English"), tell("the deck's French")
    else:
        both = (
            tell("slide {number}", number=slide),
            tell("slide {number}'s English", number=slide),
            tell("slide {number}'s French", number=slide),
        )
    return both[(None, "en", "fr").index(lang)]
