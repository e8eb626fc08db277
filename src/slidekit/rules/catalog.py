"""Every rule by its code, its name and its family: what settings and comments may call it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from slidekit.rules import names
from slidekit.source.diagnostic import Severity

FIRM = ("SK001", "SK009", "SK010", "SK019")
"""Always told: what could not be read cannot be proved right."""
BUILT = ("format", "completeness", "template", "fit")
"""Families whose errors stop a render: what is missing is missing, whatever the settings say."""


class Named(NamedTuple):
    """What one rule is called."""

    code: str
    name: str
    family: str
    severity: Severity


@cache
def catalog() -> Mapping[str, Named]:
    """The rules by code."""
    found: dict[str, Named] = {}
    for path in names():
        module = import_module(path)
        found[module.CODE] = Named(module.CODE, module.NAME, path.split(".")[-2], module.SEVERITY)
    return found


def named(word: str) -> Named | None:
    """The rule of a code or a name, however its letters are cased."""
    wanted = word.strip().lower()
    return next((rule for rule in catalog().values() if wanted in (rule.code.lower(), rule.name)), None)


def words() -> list[str]:
    """Every word that names a rule or several: codes, names and families."""
    rules = catalog().values()
    return [
        *sorted([rule.code for rule in rules]),
        *sorted([rule.name for rule in rules]),
        *sorted({rule.family for rule in rules}),
        "all",
    ]


def means(word: str) -> list[Named]:
    """The rules that a word stands for: a code or its beginning (`SK3`), a name, a family or `all`."""
    rules = catalog().values()
    if word.startswith("SK"):
        return [rule for rule in rules if rule.code.startswith(word)]
    return [rule for rule in rules if word in (rule.name, rule.family, "all")]
