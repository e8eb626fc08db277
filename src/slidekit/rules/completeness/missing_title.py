"""A slide has no title.

The title is how a listener with a screen reader finds the slide, how the outline and the links name it,
and what tells the room where it is. A divider with a `section:` is named after it; a slide that is one
picture, one diagram or one quotation, or whose `layout:` is `blank`, may go without.

Bad:
    - bullets:
        - both: "42"

Good:
    - title: {en: The answer, fr: La réponse}
      bullets:
        - both: "42"

Good:
    - quote: {en: Less is more., fr: "Moins, c’est plus."}
      by: Ludwig Mies van der Rohe

Source: WCAG 2.2, success criterion 2.4.2 Page Titled (level A); Microsoft's accessibility checker, "Slide title".
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.model import Diagram, Image, Quote, Slide
from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK106"
NAME = "missing-title"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Slides that nothing names."""
    for number, slide in enumerate(checked.deck.slides, 1):
        if slide.title is None and slide.section is None and not _speaks_for_itself(slide):
            wanted = f"{{{slide.only}: …}}" if slide.only else "{en: …, fr: …}"
            yield Diagnostic(
                CODE,
                tell("no title for slide {number}", number=number),
                slide.span,
                tell("add  title: {wanted}  at its head", wanted=wanted),
                slide=number,
            )


def _speaks_for_itself(slide: Slide) -> bool:
    return slide.layout == "blank" or any(isinstance(block, Image | Diagram | Quote) for block in slide.blocks)
