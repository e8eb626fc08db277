"""A finding about a few characters of a text, with the edit that puts them right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose
    from slidekit.source.wording import Words


QUOTED = re.compile(
    r"\*\*?([^*\n]{3,200})\*|_([^_\n]{3,200})_|«\s?([^«»\n]{3,200}?)\s?»|“([^“”\n]{3,200})”|\[([^\[\]\n]{3,200})\]"
)
"""What may be somebody else's words: a title in italics or in quotation marks, the name of a link."""
ALIKE = {0xA0: " ", 0x202F: " ", 0x2009: " "}
MOST = 50
"""Findings of one rule in one side that are shown; whoever typed more will run `slidekit fix`, and then check again."""


def is_borrowed(checked: Checked, side: Prose, at: int) -> bool:
    """Whether a place lies in a title or a quotation that the other language has word for word, signs and all."""
    other = checked.across.get(id(side.text), "")
    near = max(0, at - 200)
    for found in QUOTED.finditer(side.source, near, at + 200):
        if found.start() < at < found.end():
            words = found[1] or found[2] or found[3] or found[4] or found[5]
            return words.translate(ALIKE).strip() in other.translate(ALIKE)
    return False


def finding(
    checked: Checked,
    side: Prose,
    code: str,
    severity: Severity,
    message: Words,
    hint: Words,
    shown: tuple[int, int],
    edits: tuple[Edit, ...] = (),
    safe: bool = True,
) -> Diagnostic:
    """What is wrong between two places of a side; without edits, only a person can mend it."""
    fix = Fix(side.text.span, edits, safe) if edits else None
    span = checked.place(side.text, *shown)
    return Diagnostic(code, message, span, hint, severity, side.lang, slide=side.told.slide, fix=fix)
