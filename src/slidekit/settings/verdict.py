"""What is told of one deck's findings, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.rules.catalog import BUILT
from slidekit.settings.model import Rules
from slidekit.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from slidekit.settings.comments import Comments


def judged(
    found: Iterable[Diagnostic], rules: Rules, comments: Comments | None, language: bool = True
) -> list[Diagnostic]:
    """The findings that are told, each with its weight.

    `language` is false for a render: the language was not checked, so no comment is unused, and errors
    that stand in the way of the slides stay errors.
    """
    from slidekit.rules.catalog import catalog

    known = catalog()
    told: list[Diagnostic] = []
    more = [] if comments is None else comments.problems
    for one in [*found, *more]:
        rule = known[one.code]
        weight = rules.weight(rule.code, rule.name, rule.family, one.severity)
        hidden = comments is not None and comments.hides(one)
        if not language and one.severity is Severity.ERROR and rule.family in BUILT:
            told.append(one)
        elif weight is not None and not hidden:
            told.append(one if weight is one.severity else replace(one, severity=weight))
    if comments is not None and language:
        asked = [each.code for each in known.values() if rules.weight(each.code, each.name, each.family, each.severity)]
        for one in comments.unused(asked):
            rule = known[one.code]
            weight = rules.weight(rule.code, rule.name, rule.family, one.severity)
            if weight is not None and not comments.hides(one):
                told.append(replace(one, severity=weight))
    return told
