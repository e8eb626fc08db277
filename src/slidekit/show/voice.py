"""Says one text of the deck in one language: side chosen, variables put in, markup read."""

from __future__ import annotations

import re

from msgspec.structs import replace

from slidekit.deck import variables
from slidekit.deck.model import Deck
from slidekit.deck.text import Pair, Side, Text, is_blank
from slidekit.show import inline
from slidekit.show.labels import draft_mark
from slidekit.show.locale import say
from slidekit.show.pages import Line, Run

_GAP = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_EDGES = " \t\n"
ROOM = 4 << 20
"""Characters that variables may bring into one show: more is a deck made to exhaust memory."""


class Voice:
    """Speaks one language of a deck."""

    def __init__(self, deck: Deck, lang: str, *, draft: bool = False) -> None:
        self.lang = lang
        self.locale = deck.locale(lang)
        self.draft = draft
        self._deck = deck
        self._variables = {variable.name: variable.pair for variable in deck.vars}
        self._values: dict[str, str | None] = {}
        self._room = ROOM
        self.jumps = 0
        """How many texts so far may lead to another slide."""
        self._other: Voice | None = None

    def line(self, pair: Pair, path: str) -> Line:
        """A text as one line; blank lines in it are line breaks. Nothing said: no runs, or a draft's mark."""
        side = pair.side(self.lang, self.locale)
        source = "" if side is None else side.source.strip(_EDGES)
        if side is None or is_blank(source):
            return Line(self._missing(pair), pair.span, path)
        if "\n" in source:
            source = _GAP.sub("\n", source)
        return Line(self._runs(side, source), side.span, path)

    def lines(self, pair: Pair, path: str) -> tuple[Line, ...]:
        """A text as paragraphs, parted by blank lines; one without runs where nothing is said."""
        side = pair.side(self.lang, self.locale)
        source = self._source(side)
        if side is None or not source:
            return (Line(self._missing(pair), pair.span, path),)
        if "\n" not in source:
            return (Line(self._runs(side, source), side.span, path),)
        return tuple([Line(self._runs(side, part), side.span, path) for part in _GAP.split(source)])

    def optional(self, pair: Pair | None, path: str) -> Line | None:
        """A text as one line, or `None` where the author left the key out."""
        return None if pair is None else self.line(pair, path)

    def plain(self, pair: Pair | None) -> str:
        """A text's words alone, on one line."""
        return "" if pair is None else self.line(pair, "").plain.replace("\n", " ")

    def verbatim(self, pair: Pair) -> str:
        """A listing, a drawing or a path, letter for letter; the other language's where this one has none."""
        own = pair.side(self.lang, self.locale)
        other = pair.side("fr" if self.lang == "en" else "en")
        for side in (own, other):
            if side is not None and side.source.strip():
                return side.source.rstrip("\n")
        return ""

    def address(self, pair: Pair) -> str | None:
        """Where a link leads, or `None` where it leads nowhere that a deck may."""
        return inline.address(variables.fill(self.verbatim(pair).strip(), self._value))

    def _source(self, side: Side | None) -> str:
        """The side's words without the white space around them; empty where there is nothing to read."""
        if side is None:
            return ""
        source = side.source.strip(_EDGES)
        return "" if is_blank(source) else source

    def _runs(self, side: Side, source: str) -> tuple[Run, ...]:
        """The runs of what a side says."""
        if isinstance(side, Text):
            self.jumps += "](" in source and ("#" in source or "${" in source)
            return inline.runs(source, self.locale, self._value)
        return (Run(say(side, self.locale), self.locale),)

    def _value(self, name: str) -> str | None:
        """A variable's words in this language; `None` where no such variable is."""
        if name not in self._values:
            pair = self._variables.get(name)
            side = pair and pair.side(self.lang, self.locale)
            if isinstance(side, Text):
                self._values[name] = side.source.strip(_EDGES)
            else:
                self._values[name] = say(side, self.locale) if side else None
        words = self._values[name]
        self._room -= len(words or "")
        return words if self._room > 0 else None

    def _missing(self, pair: Pair) -> tuple[Run, ...]:
        """What stands where a text is missing: in a draft a mark, then the other language's words."""
        if not self.draft:
            return ()
        if self._other is None:
            self._other = Voice(self._deck, "fr" if self.lang == "en" else "en")
        words = self._other.line(pair, "").runs
        self.jumps += self._other.jumps
        mark = Run(draft_mark(self.locale, written=bool(words)), self.locale, missing=True)
        if not words:
            return (mark,)
        return (replace(mark, text=mark.text + " "), *[replace(run, missing=True) for run in words])

    def absent(self) -> str:
        """What stands where a description was never written at all: in a draft a mark, else nothing."""
        return draft_mark(self.locale, written=False) if self.draft else ""
