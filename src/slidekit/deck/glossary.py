"""The words that an organisation has settled on, in both languages."""

from __future__ import annotations

from msgspec import Struct

from slidekit.source.span import START, Span


class Term(Struct, frozen=True, gc=False):
    """A term and its one right translation."""

    en: str
    fr: str
    span: Span = START
    file: str = ""
    """Where it is written down; empty in the deck itself."""


class Banned(Struct, frozen=True, gc=False):
    """A word that must not be used."""

    lang: str
    """`en` or `fr`."""
    word: str
    instead: str = ""
    """What to write in its place."""
    span: Span = START
    file: str = ""


class Glossary(Struct, frozen=True, gc=False):
    """All terms that a deck is held to."""

    terms: tuple[Term, ...] = ()
    banned: tuple[Banned, ...] = ()
    names: tuple[str, ...] = ()
    """What is never translated: products, people, programs."""
    acronyms: tuple[tuple[str, str], ...] = ()
    """English acronym, French acronym, beside the table that slidekit brings."""


NO_TERMS = Glossary()
