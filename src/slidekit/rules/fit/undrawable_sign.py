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

from slidekit.rules.base import LANGUAGES, VERBATIM, Checked, within
from slidekit.rules.gathering import Told
from slidekit.scene.code import NARROW
from slidekit.scene.metrics import lacking
from slidekit.source.diagnostic import Diagnostic, Severity

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
            span = within(text, text.source.index(missing[0]), 1)
            hint = "write it in other signs, or put it in a picture"
            yield Diagnostic(CODE, _message(missing, told, lang), span, hint, lang=lang, slide=told.slide)


def _message(signs: list[str], told: Told, lang: str | None) -> str:
    import unicodedata

    owner = "the deck" if told.slide is None else f"slide {told.slide}"
    where = f"{owner}'s {LANGUAGES[lang]}" if lang else owner
    if len(signs) == 1:
        name = unicodedata.name(signs[0], "").lower()
        return f"no font has the sign {signs[0]} (U+{ord(signs[0]):04X}{', ' if name else ''}{name}), in {where}"
    shown = ", ".join([f"{sign} (U+{ord(sign):04X})" for sign in signs[:MANY]])
    more = f" and {len(signs) - MANY} more" if len(signs) > MANY else ""
    return f"no font has the signs {shown}{more}, in {where}"
