"""A picture or diagram has no text for those who do not see it, or has it in one language.

A screen reader says the alternative text in place of the picture. It tells in a sentence what the
picture shows, not how it looks: `Sales double in March`, not `chart with blue bars`.
A diagram drawn in characters needs it just as much: read aloud, its signs are noise. Tables and charts
are read by themselves, so theirs may be left out.

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt:
        en: a leads to b

Good:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt:
        en: a leads to b
        fr: a mène à b

Source: WCAG 2.2, success criterion 1.1.1 Non-text Content (level A).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidekit.deck.model import Block, Columns, Diagram, Image
from slidekit.rules.base import Checked
from slidekit.rules.completeness.missing_language import lacking
from slidekit.rules.naming import this
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK105"
NAME = "missing-alt-text"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Pictures and diagrams that a screen reader would pass over."""
    for told, lang in checked.gaps:
        if told.what == "alternative text" and lang not in checked.untranslated:
            yield lacking(CODE, told, lang)
    for number, slide in enumerate(checked.deck.slides, 1):
        for block in _pictures(slide.blocks):
            if block.alt is None:
                what, span = this("diagram"), block.path.span if isinstance(block, Image) else block.source.span
                if isinstance(block, Image):
                    what = this("picture")
                wanted = f"{{{slide.only}: …}}" if slide.only else "{en: …, fr: …}"
                hint = tell("add  alt: {pair}  beside it: what it shows, in a sentence", pair=wanted)
                yield Diagnostic(CODE, tell("no alternative text for {what}", what=what), span, hint, slide=number)


def _pictures(blocks: Iterable[Block]) -> Iterator[Image | Diagram]:
    for block in blocks:
        if isinstance(block, Image | Diagram):
            yield block
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _pictures(column.blocks)
