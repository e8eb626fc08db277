"""A link does not say where it leads.

A listener can have a list of all links read aloud, away from the words around them: `here`, `cliquez ici` and the
hundredth part of an address say nothing there. On a slide the words are what the room sees, too. The address
itself may stand on the slide, for those who type it, as the slide's `link:`.

Bad:
    - title: {en: Sources, fr: Sources}
      text:
        en: The figures are [here](https://example.org/figures)
        fr: Les chiffres sont [ici](https://example.org/chiffres)

Bad:
    - title: {en: Sources, fr: Sources}
      text:
        both: "[https://example.org/2026/03/figures](https://example.org/2026/03/figures)"

Good:
    - title: {en: Sources, fr: Sources}
      text:
        en: The [figures of 2026](https://example.org/figures)
        fr: Les [chiffres de 2026](https://example.org/chiffres)

Source: WCAG 2.2, success criterion 2.4.4 Link Purpose (In Context) (level A), failure F63; Microsoft's
    accessibility checker, "Hyperlink text is meaningful".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.rules.base import VERBATIM
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK507"
NAME = "vague-link"
SEVERITY = Severity.WARNING
LINK = r"(?<!!)\[([^\]\[]{1,200})\]\(([^)\s]{1,2000})"
EMPTY = frozenset({
    "here", "ici", "click", "click here", "cliquez ici", "cliquer ici", "this", "this link", "link", "links",
    "lien", "liens", "ce lien", "read more", "more", "learn more", "lire la suite", "lire plus",
    "en savoir plus", "plus", "voir plus", "website", "site", "site web", "page", "this page", "cette page",
})  # fmt: skip
"""What says nothing about where a link leads."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Links that are called `here`, or by their whole address; once a text, in the language that comes first."""
    told_already: set[int] = set()
    for told, lang, text in checked.words:
        if "](" not in text.source or told.what in VERBATIM or id(told) in told_already:
            continue
        for found in re.finditer(LINK, text.source):
            words = found[1].strip(" *_.…»«").strip()
            address = words.casefold().startswith(("http://", "https://"))
            if address or words.casefold() in EMPTY:
                told_already.add(id(told))
                span = checked.place(text, *found.span(1))
                message = tell("this link is called `{words}`", words=words)
                if address:
                    message = tell("this link is called its whole address")
                hint = tell("call it by what is there: [the figures of 2026](…)")
                yield Diagnostic(CODE, message, span, hint, SEVERITY, lang, slide=told.slide)
                break
