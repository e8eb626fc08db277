"""A picture moves: an animated GIF, PNG, WebP or SVG.

In a PDF it stands still at its first frame, which often shows nothing; in PowerPoint it plays at once and for ever,
while somebody speaks beside it. What moves for more than five seconds must be able to be stopped. Choose the frame
that says most, or show several frames as several slides.

Bad:
    - image: moving.gif
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}

Source: WCAG 2.2, success criterion 2.2.2 Pause, Stop, Hide (level A).
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK114"
NAME = "moving-picture"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Pictures with several frames."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
