"""A picture lies outside the deck's folder.

A deck may come from somebody else and be rendered by a server: it must not be able to put that machine's files
into a slide. Links are followed before the folder is compared, so a link that leads out counts as outside.
It also keeps a deck whole when its folder is copied.

Bad:
    - image: ../secret.png
      alt: {en: The curve rises, fr: La courbe monte}

Bad:
    - image: https://example.org/curve.png
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}

Source: CWE-22, Improper Limitation of a Pathname to a Restricted Directory; CWE-59, Link Following.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK111"
NAME = "picture-outside"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Paths that lead out of the folder."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
