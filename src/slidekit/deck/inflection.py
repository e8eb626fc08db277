"""Words cut down to what their singular, plural, feminine and spellings have in common.

Two forms of a word must come out alike; that two different words now and then do so, too, only keeps
a rule silent. The endings are those of Grevisse & Goosse, *Le bon usage*, §§ 495-560 (feminine and
plural), and of *The Canadian Style*, 3.01 to 3.10 (spellings).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

ELIDED = frozenset(("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
"""What stands before an apostrophe in French."""
_LINKING_FR = "de du des d le la les l a au aux en un une ce cet cette ces"
_POSSESSIVE = "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs"
LINKING = {
    "fr": frozenset(f"{_LINKING_FR} {_POSSESSIVE}".split()),
    "en": frozenset(("the", "a", "an", "of", "s")),
}
"""What may be another word, or none at all, within a term: `gestion du changement`, `gestion de changements`."""
CONTRACTED = {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a", "l": "le", "la": "le", "les": "le"}
"""Forms of one word, where it counts which it is."""

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "criteria": "criterion", "indices": "index",
    "appendices": "appendix", "matrices": "matrix", "analyses": "analysis", "bases": "basis", "crises": "crisis",
    "centre": "center", "theatre": "theater", "programme": "program", "cheque": "check", "licence": "license",
    "defence": "defense", "offence": "offense", "grey": "gray", "catalogue": "catalog", "dialogue": "dialog",
    **dict.fromkeys(("nouvel", "nouvelle", "nouvelles"), "nouveau"),
    **dict.fromkeys(("bel", "belle", "belles"), "beau"),
    **dict.fromkeys(("vieil", "vieille", "vieilles"), "vieux"),
    **dict.fromkeys(("douce", "douces"), "doux"), **dict.fromkeys(("seche", "seches"), "sec"),
    "yeux": "oeil", "cieux": "ciel", "messieurs": "monsieur", "mesdames": "madame",
}  # fmt: skip


@cache
def _fr_verb() -> re.Pattern[str]:
    return re.compile(
        r"(?:er(?:ai?s?|ait|aient|ez|i?ons|ont)?|ee?s?|ez|i?ons|iez|ent|ant|ai[st]|aient|ai"
        r"|ir(?:ai?s?|ait|aient|ez|ons|ont)?|i(?:e?s?|t)|iss(?:es?|ons|ez|ent|ant|ait|aient))$"
    )


@cache
def _en_verb() -> re.Pattern[str]:
    return re.compile(r"(?:ing|ed|es|s|e)$")


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without capitals, accents and ligatures."""
    word = word.casefold()
    if word.isascii():
        return word
    from unicodedata import combining, normalize

    word = word.replace("œ", "oe").replace("æ", "ae")
    return "".join([sign for sign in normalize("NFKD", word) if not combining(sign)])


@lru_cache(maxsize=8192)
def stem(word: str, lang: str) -> str:
    """What the forms of a noun or an adjective have in common."""
    plain = folded(word)
    plain = _IRREGULAR.get(plain, plain)
    return _french(plain) if lang == "fr" else _english(plain)


def _french(word: str) -> str:
    cut = word.rstrip("esx")
    if len(cut) < 3:
        return word[:3]
    for ending, key in _ENDINGS:
        if cut.endswith(ending) and len(cut) > len(ending) + 1:
            return cut[: -len(ending)] + key
    return cut[:-1] if cut[-1] == cut[-2] else cut


_ENDINGS = (
    ("eau", "A"), ("ail", "A"), ("au", "A"), ("al", "A"),  # journal, journaux; travail, travaux
    ("tric", "tU"), ("dric", "dU"), ("eur", "U"), ("eu", "U"),  # directeur, directrice; heureux, heureuse
    ("qu", "c"), ("ch", "c"), ("gu", "g"), ("v", "f"),  # public, publique; blanc, blanche; long, longue; actif, active
)  # fmt: skip


def _english(word: str) -> str:
    if len(word) > 3:
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "xes", "ches", "shes", "zes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        word = _IRREGULAR.get(word, word)
    if len(word) > 5:
        word = word.replace("our", "or").replace("isation", "ization").replace("yse", "yze")
        word = word[:-3] + "ize" if word.endswith("ise") else word
    return word


@lru_cache(maxsize=4096)
def verb_stem(word: str, lang: str) -> str:
    """What the forms of a regular verb have in common."""
    plain = folded(word)
    cut = (_fr_verb() if lang == "fr" else _en_verb()).sub("", plain)
    if lang == "fr" and cut != plain:
        cut = cut.rstrip("i")  # `initie` and `finie` end alike
    if len(cut) < 3:
        return plain
    return cut[:-1] if lang == "en" and cut[-1] == cut[-2] and cut[-1] not in "ls" else cut


def is_verb(en: str, fr: str) -> bool:
    """Whether a term looks like a verb: `to upload`, `téléverser`; a `courrier` is none."""
    first = folded(fr.split(" ")[0])
    return en.startswith("to ") or (len(first) > 4 and first.endswith(("er", "ir")) and not first.endswith("ier"))


def is_irregular(fr: str) -> bool:
    """Whether a French verb changes more than its ending: `mettre`, `recevoir`."""
    return folded(fr.split(" ")[0]).endswith(("re", "oir", "enir", "ourir", "aller"))
