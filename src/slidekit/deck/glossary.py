"""The words that an organisation has settled on, in both languages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from slidekit.source.span import START, Span

if TYPE_CHECKING:
    from slidekit.deck.wordlists import Words


class Term(Struct, frozen=True, gc=False):
    """A term and its one right translation."""

    en: str
    fr: str
    span: Span = START
    file: str = ""
    """Where it is written down; empty in the deck itself."""
    also: tuple[str, ...] = ()
    """Other French words that are as right."""


class Banned(Struct, frozen=True, gc=False):
    """A word that must not be used."""

    lang: str
    """`en` or `fr`."""
    word: str
    instead: str = ""
    """What to write in its place."""
    span: Span = START
    file: str = ""


class Glossary(Struct, frozen=True, dict=True):
    """All terms that a deck is held to."""

    terms: tuple[Term, ...] = ()
    banned: tuple[Banned, ...] = ()
    names: tuple[str, ...] = ()
    """What is never translated: products, people, programs."""
    acronyms: tuple[tuple[str, str], ...] = ()
    """English acronym, French acronym, beside the table that slidekit brings."""

    def __add__(self, other: Glossary) -> Glossary:
        """Both; one that is empty leaves the other as it is, with what was made of it."""
        if not other.any:
            return self
        if not self.any:
            return other
        return Glossary(
            self.terms + other.terms,
            self.banned + other.banned,
            self.names + other.names,
            self.acronyms + other.acronyms,
        )

    @property
    def any(self) -> bool:
        """Whether it says anything."""
        return bool(self.terms or self.banned or self.names or self.acronyms)

    @cached_property
    def words(self) -> Words:
        """The same, made ready for being found in texts."""
        from slidekit.deck.wordlists import Words

        return Words(self)


def is_name(en: str, fr: str) -> bool:
    """Whether a term is a name: the same in both languages, with capitals or figures that no ordinary word has.

    `information` is the same in both, too, and it has a plural and takes a capital at the head of a sentence.
    """
    return en == fr and any(sign.isupper() or sign.isdigit() for sign in en[1:])


class TermList(Struct, frozen=True, gc=False):
    """What stands under a deck's `glossary:`: a path, or the terms themselves."""

    span: Span
    file: str = ""
    """The path of a list of terms, seen from the deck's folder."""
    own: Glossary = Glossary()
    """The terms that the deck itself holds."""


NO_TERMS = Glossary()
