"""What `check` proves: one rule a file, found by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from os import scandir
from typing import TYPE_CHECKING

from slidekit.source.span import START

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.source.diagnostic import Diagnostic

READ = "format"
"""The family whose faults the reader finds by itself."""
ELSEWHERE = (READ, "template")
"""Families whose faults are found where files are read: their modules are pages only."""
LANGUAGE = ("agreement", "freshness", "terms", "typography")
"""Families about what is said: `check` runs them; a render does not ask, nor is it stopped by them."""
WHOLE_DECK = "SK112"
"""A finding about the deck as a whole, whatever else is wrong where it is shown."""


def run(checked: Checked, read: Sequence[Diagnostic], language: bool) -> Iterator[Diagnostic]:
    """Everything that the rules about language find in a deck, or all the others; rule by rule.

    `read` is what the reader has found: a text that it could not understand is not reported again.
    """
    known = {found.span[:2] for found in read if found.span != START}
    for check in _checks(language):
        for found in check(checked):
            if found.span[:2] not in known or found.file or found.code == WHOLE_DECK:
                yield found


def names() -> list[str]:
    """The modules of every rule, such as `slidekit.rules.fit.text_too_long`, in the order of their folders."""
    return [name for family in families() for name in _modules(f"{__name__}.{family}", family)]


def families() -> list[str]:
    """The folders that rules stand in."""
    return sorted([one.name for folder in __path__ for one in scandir(folder) if one.is_dir() and one.name[0] != "_"])


def _modules(package: str, family: str) -> list[str]:
    """`pkgutil.iter_modules` says the same, and loads `inspect`, `ast` and `tokenize` for it."""
    files = [one.name for folder in __path__ for one in scandir(f"{folder}/{family}")]
    return [f"{package}.{name[:-3]}" for name in sorted(files) if name.endswith(".py") and name[0] != "_"]


def _checks(language: bool) -> list[Callable[[Checked], Iterator[Diagnostic]]]:
    wanted = LANGUAGE if language else [one for one in families() if one not in (*LANGUAGE, *ELSEWHERE)]
    paths = [name for family in wanted for name in _modules(f"{__name__}.{family}", family)]
    return [import_module(path).check for path in paths]
