"""A few words were left in the other language, in a text that is otherwise translated.

`Publié en May 2021`, `Les résultats and the next steps`, `E.g.` in French: the eye of whoever translated passed over
them, the audience's does not. Titles in italics, quotations, words in brackets, names and English terms that French
uses (`un pull request`, `le machine learning`) are left alone.

Bad:
    - title: {en: Published in May 2021, fr: Publié en May 2021}
      bullets:
        - both: "1"

Bad:
    - title: {en: "Summary: the tests are fast", fr: "Summary{U+00A0}: les tests sont rapides"}
      bullets:
        - both: "1"

Good:
    - title: {en: Published in May 2021, fr: Publié en mai 2021}
      bullets:
        - en: The book *The Mythical Man-Month* on teams
          fr: Le livre *The Mythical Man-Month* sur les équipes

Source: Translation Bureau, Le guide du rédacteur, 2.1 and 6.1 (foreign words in italics, quotations in marks);
    Clefs du français pratique, « par exemple ».
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.tongues import of_kind
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK210"
NAME = "other-language-fragment"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Words that were not translated."""
    for one in of_kind(checked, "fragment"):
        words = one.side.source[one.start : one.end]
        if one.lang == "en":
            message = tell("“{words}” is English, in a French text", words=words)
        else:
            message = tell("“{words}” is French, in an English text", words=words)
        if words.lower().startswith("e.") and one.lang == "en":
            hint = tell("write  p. ex.  or  par exemple")
        else:
            hint = tell("translate it, or set it in italics if it is a title: *{words}*", words=words)
        span = checked.place(one.side.text, one.start, one.end)
        yield Diagnostic(CODE, message, span, hint, SEVERITY, one.side.lang, slide=one.twins.told.slide)
