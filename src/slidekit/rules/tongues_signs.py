"""The words of one side, each with what tells prose from names, code and asides."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from slidekit.rules.lexicon import SHY, abroad, lean, lexicon, loans, names, shared
from slidekit.rules.tongues import WORD

if TYPE_CHECKING:
    from slidekit.rules.prose import Prose

ACCENTED = re.compile("[éèêàâçîôûùœëï]")
UNFRENCH = re.compile("[áíìóòúñãõäöüßåøăąćčđěğłńőřśşšťůűźżž]")
COGNATE = re.compile("(?:tion|sion|ment|ance|ence|able|ible|al|age|isme?|ant|ent|ique|ic|or)s?$")
ENGLISH_END = re.compile(
    "(?:[^e]{3}ity|ities|[a-z]{3}ness|[a-z]{3}less|ful|ship|ships|hood|ology|ency|ancy|acy|ically|ously|edly|wards?)$"
)
FRENCH_END = re.compile("(?:euses?|ités?|ément|ières?|oires|aient|eront|iques)$")
"""Endings that only one of the languages has, in words from seven letters."""
OPENERS = "\"«“”‘('*_[> \u2060\u00a0\u202f\t"
ENDERS = ".!?:;\n•|–—…→"
CODE_BEFORE = re.compile(r"[\d_@#\\=<>{}·.&$]")
ASIDE = re.compile(
    r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\([^()]*\)|‘[^‘’\n]*’|(?<![^\s(])'[^'\n]{1,99}(?:'\w[^'\n]{0,99}){0,9}'(?!\w)"
)
ITALIC = re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]+(?<!\s)\*(?!\*)|(?<![_\w])_(?![_\s])[^_\n]+(?<!\s)_(?![_\w])")
TITLE = re.compile(r"(?<!\w)(?:M|Mr|Mrs|Ms|Dr|St|Ste|Prof|[A-Z])$")
"""What is shortened before a name."""
READ = 3
"""Letters from which on a word of a text in capitals is read; shorter ones are acronyms: `NATO, EU`."""
SWAY = 14
"""From how many thirds of a bit on the letters of words in no list count as one word of a language."""


class Sign(NamedTuple):
    """A word where it stands."""

    word: str
    """In lower case."""
    start: int
    end: int
    title: bool
    """Whether it has a capital that the beginning of a sentence does not ask for."""
    opens: bool
    """Whether it begins a sentence, or what stands after a colon."""
    aside: int
    """What it is quoted or set apart by, `(` or another sign, where other words are not; 0 for nothing."""
    mute: bool
    """Whether it tells nothing: an acronym, a part of code or of a known name."""


class Reading(Struct, frozen=True, gc=False):
    """What a side's words say."""

    signs: tuple[Sign, ...]
    english: float
    """How many say that it is English; one that French uses, too, counts for less."""
    french: float
    sure_english: int
    """How many of them leave no doubt."""
    sure_french: int
    told: int
    """How many words could have told something."""
    titled: bool
    """Whether every word has a capital, as in a name or a heading."""
    unknown_name: bool
    """Whether one with a capital is in no list."""
    quoted: bool
    """Whether all of it stands in quotation marks or in italics."""

    def sure(self, side: Prose) -> bool:
        """Whether a word leaves no doubt that the side is in its own language."""
        return bool(self.sure_english if side.lang == "en" else self.sure_french)


@cache
def camel() -> re.Pattern[str]:
    """`iPhone`, `formTimer`."""
    return re.compile("[a-zéè][A-Z]")


def read(side: Prose, own_names: tuple[str, ...]) -> Reading:
    """What one side says."""
    text = side.bare
    found = list(WORD.finditer(text))
    shouted = len(found) > 1 and text.isupper()
    aside = bytearray(len(text))
    for match in ASIDE.finditer(text):
        start, end = match.span()
        kind = b"%" if start and text[start - 1] in "(%" else text[start].encode()[:1]  # ((name)), %(name)s
        aside[start:end] = kind * (end - start)
    if "*" in side.source or "_" in side.source:
        for match in ITALIC.finditer(side.source):
            aside[match.start() : match.end()] = b"*" * (match.end() - match.start())
    named = _named([match[0].lower() for match in found], own_names)
    apart = [aside[match.start()] for match in found]
    whole = bool(apart) and all(apart)
    quoted = whole and text.strip(" \u2060")[:1] != "("
    if whole:
        apart = [0] * len(found)
    signs = []
    for match, off, known in zip(found, apart, named, strict=True):
        word, start, end = match[0], match.start(), match.end()
        opens = _opens(text, start)
        caps = (not shouted or len(word) < READ) and len(word) > 1 and word.isupper()
        mute = known or caps or _code_like(text, start, end) or camel().search(word) is not None
        mute = mute or (word == "Mon" and side.lang == "en") or (word == "Ont" and text[end : end + 1] == ".")
        signs.append(Sign(word.lower(), start, end, word[0].isupper() and not shouted, opens, off, mute))
    return _weighed(signs, side.lang, quoted)


def _weighed(signs: list[Sign], lang: str, quoted: bool) -> Reading:
    known = lexicon()
    words = [one for one in signs if len(one.word) > 3]
    titled = len(signs) > 1 and all(one.title for one in words)
    english = french = 0.0
    sure_english = sure_french = swayed = 0
    unknown_name = False
    for one in signs:
        if one.mute or one.aside:
            continue
        name = one.title and not one.opens and not titled
        if one.word in known.english:
            sure_english += not name
            english += 0.4 if name else 1
        elif one.word in known.french:
            sure_french += not name
            french += 0.4 if name else 1
        elif one.word in SHY or one.word in abroad():
            french += 0.4
        elif one.word in loans():
            english += 0.4
        elif len(one.word) > 6 and not (one.title and not one.opens) and ENGLISH_END.search(one.word):
            sure_english += 1
            english += 1
        elif len(one.word) > 6 and not (one.title and not one.opens) and FRENCH_END.search(one.word):
            sure_french += lang == "fr" or not one.title
            french += 1
        elif one.word in shared() or COGNATE.search(one.word):
            continue
        else:
            unknown_name |= one.title and (titled or not one.opens)
            if not one.title or one.opens:
                if ACCENTED.search(one.word) and not UNFRENCH.search(one.word) and one.word not in abroad():
                    sure_french += 0 if one.title else 1
                    french += 1
                elif len(one.word) > 3:
                    swayed += lean(one.word)
    english += 1 if swayed >= SWAY else 0
    french += 1 if swayed <= -SWAY else 0
    told = sum(not one.mute and not one.aside for one in signs)
    return Reading(tuple(signs), english, french, sure_english, sure_french, told, titled, unknown_name, quoted)


def _opens(text: str, at: int) -> bool:
    """Whether nothing of a sentence stands before a place."""
    at -= 1
    while at >= 0 and text[at] in OPENERS:
        at -= 1
    if at < 0 or text[at] not in ENDERS:
        return at < 0
    return text[at] != "." or not TITLE.search(text[max(0, at - 4) : at])


def _code_like(text: str, start: int, end: int) -> bool:
    """Whether a word hangs together with figures, paths or signs of code."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before == "/":
        return after[:1] == "/" or not text[start - 2 : start - 1].isalpha()
    if before and CODE_BEFORE.match(before) and (before != "." or text[start - 2 : start - 1].isalnum()):
        return True
    return bool(after) and (
        after[0] in "_@=·\\"
        or after[0].isdigit()
        or (after[0] == "." and after[1:].isalnum())
        or (after[0] == "/" and after[1:].isdigit())
    )


def _named(words: list[str], own: tuple[str, ...]) -> list[bool]:
    """Which words belong to a known name."""
    covered = [False] * len(words)
    known = _all_names(own)
    for at, word in enumerate(words):
        for after in known.get(word, ()):
            if tuple(words[at + 1 : at + 1 + len(after)]) == after:
                covered[at : at + 1 + len(after)] = [True] * (1 + len(after))
    return covered


@cache
def _all_names(own: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The known names and the project's own, by their first word."""
    known = dict(names())
    for phrase in own:
        parts = WORD.findall(phrase.lower())
        if parts:
            known[parts[0]] = (*known.get(parts[0], ()), tuple(parts[1:]))
    return known
