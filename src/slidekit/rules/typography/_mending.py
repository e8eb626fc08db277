"""A finding about a few characters of a text, with the edit that puts them right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose
    from slidekit.source.wording import Words


MOST = 50
"""Findings of one rule in one side that are shown; whoever typed more will run `slidekit fix`, and then check again."""


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
