"""A picture is not there.

Paths are read from the folder that the deck lies in, with `/` between folders on every system, and
capitals count: `Curve.png` is not `curve.png` on most servers.

Bad:
    - image: pictures/curve.png
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}

Source: the deck format, version 1: a picture is a file in the deck's folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK109"
NAME = "missing-picture"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Paths at which there is no file."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
