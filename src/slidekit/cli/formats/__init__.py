"""What a check found, in the forms that people, editors and CI systems read: one form a module."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slidekit.build import DeckStats
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.wording import Words

FORMATS = ("text", "json", "github", "sarif", "junit", "gitlab")


class Outcome(Struct, frozen=True, gc=False):
    """What is to be told of a check."""

    diagnostics: Sequence[Diagnostic]
    """In the order of files, lines and columns; messages still in English, for `language.said`."""
    decks: Sequence[DeckStats]
    """Those that could be read."""
    files: Sequence[Path]
    """All decks that were checked."""
    known: int = 0
    """How many findings the baseline held back."""
    failures: Sequence[Words] = ()
    """Why the check fails beside its errors: too little translated, too many warnings."""
    statistics: bool = False
    """Whether findings are to be counted by rule."""


def written(format: str, outcome: Outcome) -> str:
    """The whole report in a format for programs."""
    made: str = import_module(f"slidekit.cli.formats.{format}").write(outcome)
    return made
