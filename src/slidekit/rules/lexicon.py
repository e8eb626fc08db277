"""The words that tell English from French, as `scripts/words.py` wrote them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).parent.parent / "words"
SHY = frozenset(
    "la le les de en un une des se me te tu il que qui et si ton sans par est son on au an no a ce es sept".split()
) - {"les", "une", "des", "au"}
"""French words that Spanish, Italian, Latin or English have, too."""
ABROAD = frozenset(
    "vis en route masse per se faux pas coup état raison être joie vivre bon voyage rendez avant garde sans du jour de"
    " facto attaché chargé affaires communiqué carte blanche fait accompli force majeure hors oeuvre tête métis café"
    " cafés résumé résumés naïve cliché clichés façade façades fiancé fiancée protégé déjà vu à la le mode québécois"
    " québécoise québec montréal crème brûlée décor entrée entrées exposé exposés matinée melee mêlée montage mémoire"
    " née passé papier mâché pâté poutine risqué sauté soirée touché voilà belle petite petit ma madame monsieur lien"
    " liens cadre cadres clientele ménage milieu laissez faire bête noire enfant terrible esprit corps".split()
)
"""French words that English has taken in: alone in an English line they prove nothing."""


class Lexicon(Struct, frozen=True, gc=False):
    """What is known of words."""

    english: frozenset[str]
    """Words of English that French does not have."""
    french: frozenset[str]
    """Words of French that English does not have."""
    loans: frozenset[str]
    """English words that a French line may hold."""
    others: dict[str, frozenset[str]]
    """Frequent words of other languages, by code: `es`, `de`…"""
    strange_in_english: frozenset[str]
    """What makes an English side worth a closer look."""
    strange_in_french: frozenset[str]
    """What makes a French side worth a closer look."""
    sure_french: frozenset[str]
    """French words that no other language has."""


@cache
def lexicon() -> Lexicon:
    """Everything, read once."""
    english, french, loans = (frozenset(_read(name).split()) for name in ("en", "fr", "loans"))
    rows = [row.split() for row in _read("others").splitlines()]
    others = {row[0]: frozenset(row[1:]) for row in rows}
    foreign = frozenset().union(*others.values())
    return Lexicon(
        english, french, loans, others,
        strange_in_english=(french - SHY - ABROAD) | (foreign - english),
        strange_in_french=(english - loans) | (foreign - french),
        sure_french=french - SHY,
    )  # fmt: skip


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
