"""A theme of your own lets type get smaller than a room can read.

Text takes the first size of its list at which both languages fit, so the last one will be met sooner or later.
The limits are the sizes at which the themes that come with slidekit stop: 16 pt for running text, 24 for titles,
12 for tables and captions, 11 for code, 10 for the foot of the slide.

Bad:
    sizes:
      body: [28, 24, 20, 16, 12]

Good:
    sizes:
      body: [28, 24, 20]

Source: Microsoft Support, "Make your PowerPoint presentations accessible to people with disabilities", which asks
    for 18 pt or larger; the limits are one or two steps below it, for slides that are full.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.scene.theming import Opened

CODE = "SK506"
NAME = "small-type"
SEVERITY = Severity.WARNING
LEAST_PT = {
    "cover": (tell("titles of covers"), 28.0),
    "title": (tell("titles"), 24.0),
    "subtitle": (tell("subtitles"), 16.0),
    "body": (tell("running text"), 16.0),
    "quote": (tell("quotations"), 20.0),
    "table": (tell("tables"), 12.0),
    "code": (tell("code"), 11.0),
    "takeaway": (tell("takeaways"), 16.0),
    "caption": (tell("captions"), 12.0),
    "footer": (tell("the foot of the slide"), 10.0),
    "chart": (tell("charts"), 12.0),
}
"""By the key of the size: what it is for, and the least that can be read from the back of a room."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Sizes of a theme of the author's own that are too small."""
    if checked.own is not None:
        for found in findings(checked.own.opened):
            yield replace(found, file=checked.own.file)


def findings(opened: Opened) -> Iterator[Diagnostic]:
    """Sizes of a theme file that are too small."""
    if opened.file is None:
        return
    for role, (what, least) in LEAST_PT.items():
        sizes = getattr(opened.file.sizes, role)
        smallest = min(sizes) if isinstance(sizes, tuple) else sizes
        if smallest < least:
            message = tell(
                "{size:g} pt for {what}: from the back of a room, {least:g} pt is the least",
                size=smallest,
                what=what,
                least=least,
            )
            hint: str = f"{role}: {least:g}"
            if isinstance(sizes, tuple):
                hint = tell("end the list at {least} or above", least=f"{least:g}")
            yield Diagnostic(CODE, message, opened.spans.get(f"sizes.{role}", START), hint, SEVERITY)
