"""A slide is to be built point by point, and has no points.

`build: true` makes the points of a slide's lists appear one after another. On a slide without `bullets` or `numbered`
it does nothing, and whoever rehearses with the slides waits for a click that never comes.

Bad:
    - title: {en: The plan, fr: Le plan}
      build: true
      text: {en: First this and then that, fr: "D’abord ceci, puis cela"}

Good:
    - title: {en: The plan, fr: Le plan}
      build: true
      bullets:
        en: [First this, Then that]
        fr: [D’abord ceci, Puis cela]

Source: the deck format, version 1: `build` is about lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.model import Bullets, Columns, Slide
from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK117"
NAME = "nothing-to-build"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Slides with `build: true` and no list."""
    for number, slide in enumerate(checked.deck.slides, 1):
        if slide.build and not _listed(slide):
            hint = tell("put its points under  bullets: , or take  build: true  out")
            yield Diagnostic(
                CODE,
                tell("nothing to build on slide {number}", number=number),
                slide.span,
                hint,
                SEVERITY,
                slide=number,
            )


def _listed(slide: Slide) -> bool:
    inner = [
        one for block in slide.blocks if isinstance(block, Columns) for column in block.columns for one in column.blocks
    ]
    return any(isinstance(block, Bullets) and block.items for block in (*slide.blocks, *inner))
