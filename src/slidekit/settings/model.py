"""Settings as they apply to decks: levels of choices, from the file down to the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from slidekit.rules.catalog import FIRM
from slidekit.source.diagnostic import Severity


class Choice(Struct, frozen=True, gc=False):
    """One level of choices; whoever names a rule most exactly wins within it."""

    select: tuple[str, ...] | None = None
    """These rules and no others; `None` leaves them to the level before."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = {}
    """By rule or family; `None` for `off`."""


class DeckChoice(Struct, frozen=True, gc=False):
    """A level for some decks only."""

    pattern: str
    """A path from the settings' folder, with `*` and `**`; without a slash, a file's name in any folder."""
    choice: Choice
    glossary: Path | None = None


class Settings(Struct, frozen=True, gc=False):
    """What one settings file says, or nothing at all."""

    file: str = ""
    """As the caller would name it; empty where there is none."""
    folder: Path = Path()
    """The folder that it lies in: its paths begin there."""
    choice: Choice = Choice()
    decks: tuple[DeckChoice, ...] = ()
    glossary: Path | None = None
    """Joined to the folder already."""
    acronyms: tuple[tuple[str, str], ...] = ()
    """English acronym, French acronym, beside the table that slidekit brings."""
    baseline: Path | None = None
    fail_under: float | None = None
    """The least share of translated texts, in percent."""
    max_warnings: int | None = None


NONE = Settings()


class Rules(Struct, frozen=True, gc=False):
    """The choices that apply to one deck, the strongest last."""

    levels: tuple[Choice, ...] = ()

    def weight(self, code: str, name: str, family: str, own: Severity) -> Severity | None:
        """How much a finding of this rule weighs; `None` where it is not to be told."""
        if code in FIRM:
            return own
        told, weight = True, own
        words = (code, name, family)
        for level in self.levels:
            ignored = max([_closeness(word, words) for word in level.ignore], default=-1)
            if level.select is not None:
                chosen = max([_closeness(word, words) for word in level.select], default=-1)
                told = chosen > ignored
            elif ignored >= 0:
                told = False
            said = max([(_closeness(word, words), word) for word in level.severity], default=(-1, ""))
            if said[0] >= 0:
                new = level.severity[said[1]]
                told, weight = (told and new is not None), new or weight
        return weight if told else None


def _closeness(word: str, names: tuple[str, str, str]) -> int:
    """How exactly a word of the settings names a rule: its code or name most, then longer beginnings; -1 not at all."""
    code, name, family = names
    if word in (code, name):
        return 10
    if word == family:
        return 3
    if word == ALL:
        return 0
    return len(word) if word.startswith("SK") and code.startswith(word) else -1


ALL = "all"
"""Every rule."""
