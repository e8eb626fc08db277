"""A JPEG has the four colours of print.

Agencies and printers send photographs in CMYK. Screens have three colours, and every program turns four into three in
its own way: skin that is right in one is orange or grey in the next, and the slide on the wall is not the slide that
was checked.

Bad:
    - image: print.jpg
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}

Source: ITU-T T.872 (CMYK in JPEG); IEC 61966-2-1 (sRGB), the colours of the web and of projectors.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK115"
NAME = "print-colours"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Photographs in CMYK."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
