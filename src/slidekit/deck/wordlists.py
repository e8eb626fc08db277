"""A glossary made ready for being found in texts: longest term first, whatever its form."""

from __future__ import annotations

import re
from bisect import bisect_right
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
HYPHENS = ("-", "\u2010", "\u2011")
_INCLUSIVE = ("(", "·", "•", "‧", ")")
_ADDED = frozenset(("e", "s", "es", "ne", "nes", "le", "les", "te", "tes", "ère", "euse", "rice", "trice", "ive", "x"))
"""Feminine and plural put behind a word in brackets or after a dot (OQLF, *doublets abrégés*)."""


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


def covered(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a place lies inside a longer one of several, which are in order and apart."""
    at = bisect_right(places, (start, 10**9)) - 1
    return at >= 0 and end <= places[at][1] and (start, end) != places[at]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def words(text: str) -> list[Word]:
    """The words of a text."""
    found: list[Word] = []
    last = 0
    for one in _word().finditer(text):
        start, end = one.span()
        between = text[last:start]
        if between in _INCLUSIVE and one[0] in _ADDED and found:  # `employé(e)s`, `directeur·rice`
            last = end + (text[end : end + 1] == ")" and between == "(")
            continue
        if between in HYPHENS and found and found[-1].text in ("e", "E"):  # `e-mail` is `email`
            before = found.pop()
            found.append(Word(before.text + one[0], before.start, end, before.broken))
        else:
            found.append(Word(one[0], start, end, bool(between.strip(_BETWEEN))))
        last = end
    return found


class _Keyed(NamedTuple):
    """The words of a text that count."""

    keys: list[str]
    """Each in the form under which it is looked up."""
    words: list[Word]
    broken: list[bool]
    """Whether no term goes on here from the word before."""


class Wordlist:
    """Entries of one language, found by their words in any of their forms."""

    def __init__(self, lang: str, loose: bool) -> None:
        self.lang = lang
        self.loose = loose
        """Whether accents, articles and prepositions make no difference."""
        self._verbs = False
        self._entries: dict[tuple[str, ...], list[int]] = {}
        self._lengths: dict[str, list[int]] = {}
        """By the first word of entries, how many words they have, most first."""
        self._exact: dict[int, str] = {}
        self._plural: set[int] = set()
        """Words that are another in the singular: `news`, `minutes`, `goods`."""

    def add(self, entry: int, said: str, verb: bool = False) -> bool:
        """Put in an entry; false where it has no words. An acronym keeps its capitals."""
        plain = [word.text for word in words(said) if self._counts(word.text)]
        if not plain or len(plain) > MAX_WORDS:
            return False
        first = self._verb(plain[0]) if verb else self._key(plain[0])
        keys = (first, *[self._key(word) for word in plain[1:]])
        self._verbs = self._verbs or verb
        self._entries.setdefault(keys, []).append(entry)
        lengths = self._lengths.setdefault(first, [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
            lengths.sort(reverse=True)
        if is_acronym(said):
            self._exact[entry] = said
        elif self.lang == "en" and len(keys) == 1 and folded(said).endswith("s") and first != folded(said):
            self._plural.add(entry)
        return True

    def find(self, text: str) -> list[Found]:
        """The entries that are in a text, none within a longer one; several where they are the same words."""
        if not self._entries:
            return []
        keyed = self._keyed(words(text))
        shouted = text.isupper()  # `IT IS LATE` has no acronym
        found: list[Found] = []
        at = 0
        while at < len(keyed.keys):
            end, entries = self._longest(keyed, at, text)
            entries = [one for one in entries if one not in self._exact] if shouted else entries
            found += [Found(entry, keyed.words[at].start, keyed.words[end - 1].end) for entry in entries]
            at = max(end, at + 1)
        return found

    def _longest(self, keyed: _Keyed, start: int, text: str) -> tuple[int, list[int]]:
        """Where the longest entry that begins here ends, and all of that length."""
        best: tuple[int, list[int]] = (start, [])
        firsts = [keyed.keys[start]]
        if self._verbs:
            firsts.append(self._verb(keyed.words[start].text))
        for first in firsts:
            for length in self._lengths.get(first, ()):
                end = start + length
                if end < best[0] or end > len(keyed.keys) or any(keyed.broken[start + 1 : end]):
                    continue
                entries = self._entries.get((first, *keyed.keys[start + 1 : end]))
                said = text[keyed.words[start].start : keyed.words[end - 1].end]
                here = [one for one in entries or () if self._fits(one, said)]
                if here:
                    best = (end, [*best[1], *here] if end == best[0] else here)
                    break
        return best

    def _fits(self, entry: int, said: str) -> bool:
        if entry in self._plural and not said.endswith(("s", "S")):
            return False
        return self._exact.get(entry) in (None, said, said.removesuffix("s"))

    def _keyed(self, found: Sequence[Word]) -> _Keyed:
        made = _Keyed([], [], [])
        broken = False
        for one in found:
            broken = broken or one.broken
            if self._counts(one.text):
                made.keys.append(self._key(one.text))
                made.words.append(one)
                made.broken.append(broken)
                broken = False
        return made

    def _verb(self, word: str) -> str:
        """The form under which a verb is looked up."""
        cut = verb_stem(word, self.lang)
        # `support` is no form of `supporter`
        return f"={cut}" if self.lang == "fr" and cut == folded(word) else f"~{cut}"

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
        self.wanted: Sequence[Term] = glossary.terms
        """By entry."""
        self.in_banned = {lang: Wordlist(lang, False) for lang in ("en", "fr")}
        for number, one in enumerate(self.banned):
            self.in_banned[one.lang].add(number, one.word, _may_be_verb(one))
        self._names: dict[str, list[tuple[str, int]]] = {}
        for name in sorted({_spaced(name) for name in glossary.names}, key=lambda name: (-len(name), name)):
            first = next(iter(words(name)), None)
            if first is not None:
                self._names.setdefault(first.text, []).append((name, first.start))

    def in_terms(self, lang: str) -> Wordlist:
        """The terms as they are in a language."""
        return self._french if lang == "fr" else self._english

    @cached_property
    def _english(self) -> Wordlist:
        made = Wordlist("en", True)
        for number, term in enumerate(self.wanted):
            for english in forms(term.en):
                made.add(number, _said(english), is_verb(english, term.fr))
        return made

    @cached_property
    def _french(self) -> Wordlist:
        made = Wordlist("fr", True)
        for number, term in enumerate(self.wanted):
            made.add(number, forms(term.fr)[0], is_verb(term.en, term.fr))
        return made

    def french(self, term: Term) -> Iterator[str]:
        """Every French word that is right for a term."""
        for one in (term.fr, *term.also):
            yield from forms(one)

    def names(self, text: str) -> list[tuple[str, int, int]]:
        """The names that are in a text, longest first, and where; each just as it is written."""
        found: list[tuple[str, int, int]] = []
        last = 0
        for word in words(text) if self._names else ():
            for name, lead in self._names.get(word.text, ()):
                at = word.start - lead
                if at >= last and (said := _exactly(name).match(text, at)):
                    found.append((name, at, said.end()))
                    last = said.end()
                    break
        return found


@lru_cache(maxsize=4096)
def _exactly(name: str) -> re.Pattern[str]:
    """A name with any spaces between its words, whole."""
    spaced = r"\s+".join([re.escape(word) for word in name.split(" ")])
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


@lru_cache(maxsize=4096)
def forms(term: str) -> tuple[str, ...]:
    """A term as term banks write it, by its forms: `courriel; courrier électronique`, `directeur/directrice`."""
    bare = _spaced(_NOTE.sub("", term)) or term
    several = [one.strip() for one in _OR.split(bare)]
    return tuple([one for one in several if len(one) > 1]) or (term,)


_NOTE = re.compile(r"\s*\([^()]*\)")
_OR = re.compile(r"\s*;\s*|\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")


def _may_be_verb(banned: Banned) -> bool:
    """Whether a forbidden word is looked for as a verb: `initier`; nouns in -er have no forms that verbs have."""
    plain = folded(banned.word)
    if not plain.isalpha():
        return False
    return len(plain) > 5 if banned.lang == "en" else len(plain) > 4 and plain.endswith(("er", "ir"))


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
    for ending, rest in (("ification", "if"), ("ation", ""), ("ement", ""), ("age", ""), ("er", "")):
        if plain.endswith(ending) and len(plain) - len(ending) > 3:
            root = (plain[: -len(ending)] + rest).rstrip("i")
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
