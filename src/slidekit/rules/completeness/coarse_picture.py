"""A picture of few pixels fills the whole slide.

A picture that is shown whole is never blown up until its pixels show. With `fit: cover` it fills its room whatever its
size, and on a whole slide fewer than 960 pixels across are seen as squares or as a blur from every seat. A drawing
(SVG) has no pixels, and may be as small as it likes.

Bad:
    - image: dot.png
      layout: picture
      fit: cover
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: drawing.svg
      layout: picture
      fit: cover
      alt: {en: The curve rises, fr: La courbe monte}

Source: 960 pixels are 72 to the inch on a slide of 13.33 inches, a quarter of a full-HD projector's.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.text import Text
from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK119"
NAME = "coarse-picture"
SEVERITY = Severity.WARNING
LEAST_PX = 960


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Small pictures on slides of their own that they fill."""
    for image, number in checked.gathered.images:
        slide = checked.deck.slides[number - 1]
        alone = slide.layout == "picture" or (slide.layout is None and slide.title is None and len(slide.blocks) == 1)
        if not alone or image.fit == "contain" or (image.fit is None and image.focus is None):
            continue
        pair = image.path
        for side in dict.fromkeys((pair.en, pair.fr, pair.both, pair.plain)):
            looked = checked.pictures.get(side.source) if isinstance(side, Text) else None
            picture = looked.picture if looked else None
            if picture is not None and picture.kind != "svg" and picture.width_px < LEAST_PX and side is not None:
                message = tell(
                    "{source} is {width_px:g} pixels wide, and the slide it fills wants {least_px}",
                    source=side.source,
                    width_px=picture.width_px,
                    least_px=LEAST_PX,
                )
                hint = tell("use a larger one, or show it whole:  fit: contain")
                yield Diagnostic(CODE, message, side.span, hint, SEVERITY, slide=number)
