"""A picture has a focus and is shown whole.

`focus` says what must stay in view where a picture is cut to fill its room, so it means nothing beside `fit: contain`.
Left without any `fit`, a picture with a focus is cut.

Bad:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}
      fit: contain
      focus: top left

Good:
    - image: drawing.svg
      alt: {en: The curve rises, fr: La courbe monte}
      fit: cover
      focus: top left

Source: CSS Images Module Level 3, sections 5.1 and 5.2 (object-fit, object-position).
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK118"
NAME = "focus-without-cut"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Pictures with `fit: contain` and a focus."""
    for image, number in checked.gathered.images:
        if image.fit == "contain" and image.focus is not None:
            message = tell("this picture has a focus, but is shown whole")
            hint = tell("write  fit: cover , or take  focus  out")
            yield Diagnostic(CODE, message, image.path.span, hint, SEVERITY, slide=number)
