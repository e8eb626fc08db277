"""The words that tell English from French, as `scripts/words.py` wrote them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).parent.parent / "words"
SHY = frozenset("la le de en un se te tu il que qui et si sans par est ce es sept".split())
"""French words that Spanish, Italian, Latin or English have, too."""


class Lexicon(Struct, frozen=True, gc=False):
    """What is known of words; no word stands in two of the sets."""

    english: frozenset[str]
    """Words of English alone."""
    french: frozenset[str]
    """Words of French alone."""
    foreign: frozenset[str]
    """Frequent words of other languages."""


@cache
def lexicon() -> Lexicon:
    """What every deck is held against."""
    english, french = (frozenset(_read(name).split()) for name in ("en", "fr"))
    return Lexicon(english, french, frozenset(_read("others").split()))


@cache
def loans() -> frozenset[str]:
    """English words that a French line may hold."""
    return frozenset(_read("loans").split())


@cache
def others() -> dict[str, frozenset[str]]:
    """Frequent words of other languages, by code, such as `es`."""
    rows = [row.split() for row in _read("others").splitlines()]
    return {row[0].lower(): frozenset(row[1:]) for row in rows}


@cache
def letters() -> dict[str, int]:
    """How much three letters in a row speak for English (+) or French (-), in thirds of a bit."""
    return {entry[:3]: int(entry[3:]) for entry in _read("letters").split()}


def lean(word: str) -> int:
    """How much a word that is in no list looks English (+) or French (-), in thirds of a bit."""
    known = letters()
    whole = f"^{word}$"
    return sum(known.get(whole[at : at + 3], 0) for at in range(len(whole) - 2))


@cache
def abroad() -> frozenset[str]:
    """French words that English has taken in: alone in an English line they prove nothing."""
    return frozenset(_read("abroad").split())


@cache
def headings() -> frozenset[str]:
    """English headings made of words that each alone could be French."""
    return frozenset(" ".join(_read("headings").split()).split(", "))


@cache
def shared() -> frozenset[str]:
    """Words that both languages have."""
    return frozenset(_read("shared").split())


@cache
def names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names made of English words, by their first word, each with the words after it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in " ".join(_read("names").split()).split(", "):
        first, *rest = phrase.split(" ")
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def _read(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")
