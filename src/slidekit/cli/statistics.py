"""Findings counted by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from slidekit.cli.language import say
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.wording import tell


class Count(NamedTuple):
    """How often one rule found something."""

    code: str
    name: str
    severity: str
    times: int
    mendable: int
    """How many of them `slidekit fix` mends."""


def counted(diagnostics: Sequence[Diagnostic]) -> list[Count]:
    """The rules that found something, the busiest first."""
    from slidekit.rules.catalog import catalog

    numbers = Counter((one.code, one.severity.value) for one in diagnostics)
    mendable = Counter((one.code, one.severity.value) for one in diagnostics if one.fix is not None and one.fix.safe)
    found = [
        Count(code, catalog()[code].name, severity, number, mendable[code, severity])
        for (code, severity), number in numbers.items()
    ]
    return sorted(found, key=lambda one: (-one.times, one.code, one.severity))


def in_text(diagnostics: Sequence[Diagnostic]) -> str:
    """A line a rule: how often, its code, its name, how much it weighs, and what `slidekit fix` would mend."""
    from slidekit.source.diagnostic import Severity

    rows = counted(diagnostics)
    wide = max([len(row.name) for row in rows], default=0)
    lines = []
    for row in rows:
        words = say(Severity(row.severity).called)
        mended = say(tell("{n} by slidekit fix", n=row.mendable)) if row.mendable else ""
        lines.append(f"{row.times:>6}  {row.code}  {row.name:<{wide}}  {words:<13} {mended}".rstrip())
    return "".join(f"{line}\n" for line in lines)
