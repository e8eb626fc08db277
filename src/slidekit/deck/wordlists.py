"""A glossary made ready for being found in texts: longest term first, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from slidekit.deck.inflection import CONTRACTED, ELIDED, LINKING, folded, is_irregular, is_verb, stem, verb_stem

if TYPE_CHECKING:
    from slidekit.deck.glossary import Banned, Glossary, Term

MAX_WORDS = 16
"""Of a term; longer ones are sentences."""
_BETWEEN = " \t\n\xa0\u202f\u2009\u2060\xad-\u2010\u2011–'’\u2018"
"""What may stand between the words of a term."""


class Word(NamedTuple):
    """A word of a text."""

    text: str
    start: int
    end: int
    broken: bool
    """Whether more than a space stands before it, so that no term goes on."""


class Found(NamedTuple):
    """An entry of a list, as it stands in a text."""

    entry: int
    start: int
    end: int


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def words(text: str) -> list[Word]:
    """The words of a text."""
    found: list[Word] = []
    last = 0
    for one in _word().finditer(text):
        start, end = one.span()
        found.append(Word(one[0], start, end, bool(text[last:start].strip(_BETWEEN))))
        last = end
    return found


class _Node:
    """A word within terms: those that end here, and the words that may follow."""

    __slots__ = ("ends", "following")

    def __init__(self) -> None:
        self.ends: list[int] = []
        self.following: dict[str, _Node] = {}


class Wordlist:
    """Entries of one language, found by their words in any of their forms."""

    def __init__(self, lang: str, loose: bool) -> None:
        self.lang = lang
        self.loose = loose
        """Whether accents, articles and prepositions make no difference."""
        self._verbs = False
        self._root = _Node()
        self._exact: dict[int, str] = {}

    def add(self, entry: int, said: str, verb: bool = False) -> bool:
        """Put in an entry; false where it has no words. An acronym keeps its capitals."""
        keys = self.keys(said, verb)
        if not keys or len(keys) > MAX_WORDS:
            return False
        self._verbs = self._verbs or verb
        node = self._root
        for key in keys:
            node = node.following.setdefault(key, _Node())
        node.ends.append(entry)
        if is_acronym(said):
            self._exact[entry] = said
        return True

    def keys(self, said: str, verb: bool = False) -> tuple[str, ...]:
        """The words that count, each in the form under which it is looked up."""
        keyed = self._keyed(words(said))
        keys = [key for key, _ in keyed]
        if verb and keyed:
            keys[0] = "~" + verb_stem(keyed[0][1].text, self.lang)
        return tuple(keys)

    def find(self, text: str) -> list[Found]:
        """The entries that are in a text, none within a longer one; several where they are the same words."""
        if not self._root.following:
            return []
        keyed = self._keyed(words(text))
        found: list[Found] = []
        at = 0
        while at < len(keyed):
            end, entries = self._longest(keyed, at, text)
            found += [Found(entry, keyed[at][1].start, keyed[end - 1][1].end) for entry in entries]
            at = max(end, at + 1)
        return found

    def _longest(self, keyed: Sequence[tuple[str, Word]], start: int, text: str) -> tuple[int, list[int]]:
        best: tuple[int, list[int]] = (start, [])
        firsts = [keyed[start][0]]
        if self._verbs:
            firsts.append("~" + verb_stem(keyed[start][1].text, self.lang))
        for first in firsts:
            node, at = self._root.following.get(first), start + 1
            while node is not None:
                said = text[keyed[start][1].start : keyed[at - 1][1].end]
                here = [one for one in node.ends if self._exact.get(one) in (None, said, said.removesuffix("s"))]
                if here and at > best[0]:
                    best = (at, here)
                if at >= len(keyed) or keyed[at][1].broken:
                    break
                node, at = node.following.get(keyed[at][0]), at + 1
        return best

    def _keyed(self, found: Sequence[Word]) -> list[tuple[str, Word]]:
        keyed: list[tuple[str, Word]] = []
        broken = False
        for one in found:
            broken = broken or one.broken
            if self._counts(one.text):
                keyed.append((self._key(one.text), one._replace(broken=broken)))
                broken = False
        return keyed

    def _counts(self, word: str) -> bool:
        plain = folded(word)
        if self.loose:
            return plain not in LINKING[self.lang] and not (self.lang == "fr" and plain in ELIDED)
        return not (self.lang == "en" and plain == "s")

    def _key(self, word: str) -> str:
        if self.loose:
            return stem(word, self.lang)
        plain = word.casefold()
        if self.lang == "fr":
            plain = CONTRACTED.get(plain, plain)
        cut = plain.rstrip("sx") if len(plain) > 3 else plain
        return cut if len(cut) > 2 else plain


class Words:
    """A glossary, by language."""

    def __init__(self, glossary: Glossary) -> None:
        self.banned: Sequence[Banned] = glossary.banned
        self.wanted: list[tuple[Term, ...]] = []
        """By entry: terms that have the same English, any of whose French is right."""
        self.in_terms = {lang: Wordlist(lang, True) for lang in ("en", "fr")}
        self.in_banned = {lang: Wordlist(lang, False) for lang in ("en", "fr")}
        self._names = sorted({_spaced(name) for name in glossary.names} - {""}, key=lambda name: (-len(name), name))
        groups: dict[object, list[Term]] = {}
        for term in glossary.terms:
            verb = is_verb(term.en, term.fr)
            keys = self.in_terms["en"].keys(_said(term.en), verb)
            groups.setdefault(term.en if is_acronym(term.en) else keys, []).append(term)
        for group in groups.values():
            first = group[0]
            self.in_terms["en"].add(len(self.wanted), _said(first.en), is_verb(first.en, first.fr))
            for french in sorted({term.fr for term in group}):
                self.in_terms["fr"].add(len(self.wanted), french, is_verb(first.en, french))
            self.wanted.append(tuple(group))
        for number, one in enumerate(self.banned):
            self.in_banned[one.lang].add(number, one.word)

    def french(self, entry: int) -> Iterator[str]:
        """Every French term that is right for an entry."""
        for term in self.wanted[entry]:
            yield term.fr
            yield from term.also

    def names(self, text: str) -> list[tuple[str, int, int]]:
        """The names that are in a text, longest first, and where; each just as it is written."""
        if not self._names:
            return []
        found = [(_spaced(one[0]), *one.span()) for one in self._naming.finditer(text)]
        return [(name if name in self._known else name.removesuffix("s"), start, end) for name, start, end in found]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._names)

    @cached_property
    def _naming(self) -> re.Pattern[str]:
        any_name = "|".join([r"[\s\xa0\u202f]+".join(map(re.escape, name.split(" "))) for name in self._names])
        return re.compile(rf"(?<!\w)(?:{any_name})s?(?!\w)")


def has(text: str, term: str, lang: str, verb: bool = False) -> bool:
    """Whether a text has a term in any of its forms."""
    if verb and lang == "fr" and is_irregular(term):
        return True  # `met`, `mis`, `reçu`: nobody can know
    if is_acronym(term):
        return re.search(rf"(?<!\w){re.escape(term)}s?(?!\w)", text) is not None
    wanted = _alone(_said(term) if lang == "en" else term, lang, verb)
    if wanted is None or wanted.find(text):
        return True
    return lang == "fr" and _acts(text, term)


@lru_cache(maxsize=4096)
def _alone(term: str, lang: str, verb: bool) -> Wordlist | None:
    """A list of one term; `None` where it has no words."""
    made = Wordlist(lang, True)
    return made if made.add(0, term, verb) else None


def _acts(text: str, term: str) -> bool:
    """Whether what a French noun names is said by its verb: `évaluer` of `évaluation`, `télévers…` of `téléverser`."""
    plain = folded(term)
    if not plain.isalpha() or len(plain) < 7:
        return False
    for ending in ("ation", "ement", "age", "er"):
        if plain.endswith(ending) and len(plain) - len(ending) > 3:
            root = plain[: -len(ending)]
            return any(
                verb_stem(one.text, "fr") == root or (ending == "er" and folded(one.text).startswith(root))
                for one in words(text)
            )
    return False


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _said(term: str) -> str:
    return term.removeprefix("to ")


def is_acronym(term: str) -> bool:
    """Whether capitals count: `IT` is not `it`."""
    return term.isupper() and len(term) <= 8
