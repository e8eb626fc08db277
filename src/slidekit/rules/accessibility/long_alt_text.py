"""An alternative text is longer than a listener can hold in mind.

A screen reader says it in one breath, and it cannot be read line by line as other text can. What needs more than
two sentences belongs on the slide, in its notes, or in a table under the picture.

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt:
        en: "{«a leads to b, » × 20}and so on"
        fr: a mène à b

Good:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt:
        en: a leads to b twenty times over
        fr: a mène à b vingt fois de suite

Source: W3C, Web Accessibility Tutorials, "Complex Images": a short text, and the long one elsewhere. The limit of
    250 signs is ours: two sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.text import Text
from slidekit.rules.base import LANGS
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell, tell_many

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK508"
NAME = "long-alt-text"
SEVERITY = Severity.INFO
MOST = 250
"""Signs."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Alternative texts of more than two sentences or so."""
    for seen in checked.visuals:
        for lang in LANGS if seen.block.alt is not None else ():
            side = seen.block.alt.side(lang) if seen.block.alt else None
            if type(side) is Text and len(side.source) > MOST:
                signs = tell_many("{n} sign", "{n} signs", len(side.source))
                message = tell("the French alternative text has {signs}, more than {most}", signs=signs, most=MOST)
                if lang == "en":
                    message = tell("the English alternative text has {signs}, more than {most}", signs=signs, most=MOST)
                hint = tell("say in a sentence what matters, and the rest in the notes")
                yield Diagnostic(CODE, message, side.span, hint, SEVERITY, lang, slide=seen.number)
