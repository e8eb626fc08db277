"""A picture is there and cannot be shown: cut short, damaged, too large, or no picture at all.

A truncated download looks fine in a file list and comes out grey in the room, so every picture is read to
its end. PNG, JPEG and GIF are taken, up to 32 MiB and 64 million pixels: more than any projector shows, and more than
a phone's best camera takes at once. A drawing (SVG) may have 4 MiB, 50,000 parts, and so many large gradients, masks
and see-through parts that a small machine draws it in ten seconds; it must say its size, by `width` and `height` or
by a `viewBox`, and its letters must be in the fonts that come with slidekit. All pictures of a deck together may take
256 MiB, all its drawings half a minute. Photographs stand upright as the camera says, whatever program opens the
slides.

Bad:
    - image: cut-short.png
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: dot.png
      alt: {en: The curve rises, fr: La courbe monte}

Source: PNG (ISO/IEC 15948), section 5; JPEG (ITU-T T.81), annex B; GIF89a specification, section 27; SVG 2, 8.12;
Exif 2.32, 4.6.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK110"
NAME = "broken-picture"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Files that are not whole pictures."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
