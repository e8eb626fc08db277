"""Words of a theme of your own stand out too little from their ground.

Text that is pale on its ground is lost in a bright room, on a weak projector, and on people with low vision.
Text needs 4.5 : 1, large text (18 pt, or 14 pt in bold) and the colours of charts 3 : 1. Every colour is held
against every ground that the layouts put it on, in the light form and in the dark one; the hint names the
nearest shade that would do. The themes that come with slidekit pass.

Bad:
    palette:
      ink: 8A94A0

Good:
    palette:
      ink: 4A5460

Source: WCAG 2.2, success criteria 1.4.3 Contrast (Minimum) and 1.4.11 Non-text Contrast (level AA).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.scene.legibility import Fault
    from slidekit.scene.theming import Opened
    from slidekit.source.span import Span

CODE = "SK501"
NAME = "low-contrast"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """What a theme of the author's own makes hard to read."""
    if checked.own is not None:
        for found in findings(checked.own.opened):
            yield replace(found, file=checked.own.file)


def findings(opened: Opened) -> Iterator[Diagnostic]:
    """What cannot be read well in a theme file, in its light form and in its dark one."""
    from slidekit.scene.legibility import faults
    from slidekit.scene.theme import form

    if opened.file is None:
        return
    told: set[tuple[str, str]] = set()
    for mode in ("light", "dark") if opened.file.dark else ("light",):
        theme = form(opened.file, mode)
        for fault in faults(theme):
            key, span = _place(opened, fault.demand.ink, mode)
            if (key, fault.demand.what) not in told:
                told.add((key, fault.demand.what))
                message = _message(fault)
                if mode == "dark":
                    message = tell("{fault}, in the dark form", fault=message)
                yield Diagnostic(CODE, message, span, tell("{color} would do", color=fault.remedy), SEVERITY)


def _place(opened: Opened, ink: str, mode: str) -> tuple[str, Span]:
    """The colour in the file that is meant: that of the dark form, where it has one of its own."""
    key = ".".join(ink.split(".")[:2])
    if mode == "dark" and f"dark.{key}" in opened.spans:
        key = f"dark.{key}"
    return f"{key}.{ink}", opened.spans.get(key, START)


def _message(fault: Fault) -> Words:
    from slidekit.scene.legibility import GROUNDS

    return tell(
        "{what}: {ratio:.2f} : 1 on {ground}, and {least:g} : 1 is the least",
        what=fault.demand.what,
        ratio=fault.ratio,
        ground=GROUNDS[fault.demand.ground],
        least=fault.demand.least,
    )
