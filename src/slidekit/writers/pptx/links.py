"""Where a click leads: to an address, or to another slide of the presentation."""

from __future__ import annotations

from slidekit.show.jumps import place_of
from slidekit.writers.pptx.markup import safe_link
from slidekit.writers.pptx.package import Relations


def click_xml(link: str | None, relations: Relations, inner: str = "") -> str:
    """The `a:hlinkClick` of a shape or of words, or nothing where they lead nowhere.

    A slide is a part of the package, and the action says that it is shown, not opened (ECMA-376 Part 1, 21.1.2.3.5).
    """
    place = place_of(link)
    if place is not None:
        target, action = relations.add("slide", f"slide{place}.xml"), ' action="ppaction://hlinksldjump"'
    elif address := safe_link(link):
        target, action = relations.add("hyperlink", address, external=True), ""
    else:
        return ""
    start = f'<a:hlinkClick r:id="{target}"{action}'
    return f"{start}>{inner}</a:hlinkClick>" if inner else f"{start}/>"
