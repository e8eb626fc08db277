"""Two slides have the same title.

In the outline, in PowerPoint's list of slides and in a PDF's bookmarks a slide is its title. A listener with a
screen reader who jumps to one of two that are called alike does not know which it is. Parts of one thing may
say so: `Results (1/2)`, `Results, continued`. Titles are held against each other language by language;
dividers and hidden slides are left out.

Bad:
    - title: {en: Results, fr: Résultats}
      bullets:
        - both: "1"
    - title: {en: Results, fr: Résultats}
      bullets:
        - both: "2"

Bad:
    - title: {en: Trials, fr: Essais}
    - title: {en: Tests, fr: Essais}

Good:
    - title: {en: Results (1/2), fr: Résultats (1/2)}
      bullets:
        - both: "1"
    - title: {en: Results (2/2), fr: Résultats (2/2)}
      bullets:
        - both: "2"

Source: WCAG 2.2, success criterion 2.4.2 Page Titled (level A); Microsoft's accessibility checker, "Duplicate
    slide titles".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.text import Text
from slidekit.rules.base import LANGS
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.model import Slide
    from slidekit.rules.base import Checked

CODE = "SK502"
NAME = "duplicate-title"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Slides that are called as one before them, the first of all such slides named."""
    first: dict[tuple[str, str], tuple[int, Slide]] = {}
    locales = [(lang, checked.deck.locale(lang)) for lang in LANGS]
    for number, slide in enumerate(checked.deck.slides, 1):
        if slide.title is None or slide.hidden:
            continue
        found: list[tuple[str, Text, int, Slide]] = []
        for lang, locale in locales:
            side = slide.title.side(lang, locale)
            if type(side) is not Text or slide.only not in (None, lang):
                continue
            words = " ".join(side.source.split()).casefold()
            known = first.setdefault((lang, words), (number, slide))
            if words and known[1] is not slide:
                found.append((lang, side, *known))
        if found:
            yield _said(found, number)


def _said(found: list[tuple[str, Text, int, Slide]], number: int) -> Diagnostic:
    """One finding for a slide, whether one language repeats a title or both do."""
    lang, side, other, slide = found[0]
    alone = None if len(found) > 1 and found[1][2] == other else lang
    assert slide.title is not None
    line = slide.title.span.line
    where = {"number": number, "other": other, "line": line}
    message = {
        None: tell("slide {number} has the title of slide {other}, on line {line}", **where),
        "en": tell("slide {number} has the English title of slide {other}, on line {line}", **where),
        "fr": tell("slide {number} has the French title of slide {other}, on line {line}", **where),
    }[alone]
    hint = tell("say what is different, or number them: (1/2), (2/2)")
    return Diagnostic(CODE, message, side.span, hint, SEVERITY, alone, slide=number)
