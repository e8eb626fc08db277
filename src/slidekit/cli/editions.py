"""The words of `--edition` and `--notes-lang`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from slidekit.build import EDITIONS
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.outputs import Edition, NotesLang

ALL = "all"
"""Every edition."""
WORDS = (*EDITIONS, ALL)
NOTES: tuple[NotesLang, ...] = ("own", "both", "en", "fr")


def editions(values: Iterable[str]) -> tuple[Edition, ...]:
    """The editions that an option names, which may be repeated or hold commas."""
    from slidekit.cli.failing import one_of

    found = [one_of(word, WORDS, tell("edition")) for word in words(values)]
    return EDITIONS if ALL in found else tuple([one for word in found for one in EDITIONS if word == one])


def notes(word: str) -> NotesLang:
    """Whose notes an option asks for."""
    from slidekit.cli.failing import one_of

    return one_of(word, NOTES, tell("language of notes"))


def words(values: Iterable[str]) -> list[str]:
    """The words of options that may be repeated or hold commas, each once."""
    return list(dict.fromkeys(word.strip() for value in values for word in value.split(",") if word.strip()))


def more(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    """What may come next in a list with commas, for shells to complete."""

    def complete(incomplete: str) -> list[str]:
        before, comma, _ = incomplete.rpartition(",")
        return [f"{before}{comma}{word}" for word in known if word not in before.split(",")]

    return complete
