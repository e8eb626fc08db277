"""What `check` proves: one rule a file, found by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
HEAVY = "agreement.different_numbers"
"""The rule that takes as long as all others of its family."""
TOGETHER = (
    "agreement.different_ending",
    "agreement.translated_twice",
    "freshness.broken_lock",
    "freshness.changed_alone",
    "freshness.stale_text",
    "terms.broken_glossary",
    "typography.apostrophe",
)
"""Of the rules about language, those for which one slide bears on what is found in another.

All others find in a deck what they find in each of its slides alone, so that an editor asks them about the slide
that was changed. What they say names no line and no slide.
"""
WHOLE_DECK = "SK112"
"""A finding about the deck as a whole, whatever else is wrong where it is shown."""


def run(checked: Checked, read: Sequence[Diagnostic], modules: Sequence[str]) -> Iterator[Diagnostic]:
    """Everything that the rules in these modules find in a deck, rule by rule.

    `read` is what the reader has found: a text that it could not understand is not reported again.
    """
    return unread(found_by(checked, modules), read)


def found_by(checked: Checked, modules: Sequence[str]) -> Iterator[Diagnostic]:
    """Everything that the rules find, whatever the reader has found."""
    for check in [_check(name) for name in modules]:
        yield from check(checked)


def unread(findings: Iterable[Diagnostic], read: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings without those about texts that the reader could not understand."""
    known = {found.span[:2] for found in read if found.span != START}
    for found in findings:
        if found.span[:2] not in known or found.file or found.code == WHOLE_DECK:
            yield found


def together(module: str) -> bool:
    """Whether a rule about language looks at more than one slide at a time."""
    return module.removeprefix(f"{__name__}.") in TOGETHER


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


def about_slides() -> list[str]:
    """The modules of the rules that look at what is drawn."""
    return _of([one for one in families() if one not in (*LANGUAGE, *ELSEWHERE)])


def about_language(apart: bool) -> list[list[str]]:
    """The modules of the rules that look at what is said; in three shares that take about as long, if `apart`.

    The first share has those about freshness.
    """
    signs, words = _of(("freshness", "terms", "typography")), _of(("agreement",))
    heavy = [f"{__name__}.{HEAVY}"]
    return [signs, [name for name in words if name not in heavy], heavy] if apart else [signs + words]


def _of(wanted: Sequence[str]) -> list[str]:
    return [name for family in wanted for name in _modules(f"{__name__}.{family}", family)]


def _check(module: str) -> Callable[[Checked], Iterator[Diagnostic]]:
    found: Callable[[Checked], Iterator[Diagnostic]] = import_module(module).check
    return found
