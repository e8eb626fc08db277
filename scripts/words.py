"""Write what `rules.tongues` knows of English and French: `python scripts/words.py`.

Lists of words in `scripts/words/` become all their forms, without those that both languages have, and the table of
the letters in threes that are far more frequent in the one than in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

from slidekit.rules.lexicon import SHY

HERE = Path(__file__).parent / "words"
OUT = Path(__file__).parent.parent / "src" / "slidekit" / "words"
VOWELS = "aeiouyéèêâîôû"
DOUBLING = ("appel", "rappel", "jet", "rejet", "projet", "étiquet", "épel", "renouvel")
"""Stems that double their last letter: `appelle`, `jette`."""
CLAIMED = {"el", "del", "las", "los", "die", "o", "os", "das", "des"}
"""Words of other languages, whatever an English or French list has."""
RARE = 4
"""Three letters are counted in when they were seen so often."""
LEAST = 3
"""And when their score, in thirds of a bit, is at least this."""


def forms(kind: str, word: str) -> Iterator[str]:
    """A word and what it is inflected to."""
    yield word.rstrip("+")
    match kind:
        case "nouns":
            yield plural(word)
        case "nouns-fr":
            yield french_plural(word)
        case "verbs":
            yield from english_verb(word, past=True)
        case "irregular verbs":
            yield from english_verb(word, past=False)
        case "adjectives-fr":
            yield from french_adjective(word)
        case "verbs-er":
            yield from verb_er(word[:-2])
        case "verbs-ir":
            endings = ("is it issons issez issent i ie is ies issant ira iront irait issait issaient irez irons"
                       " issement").split()  # fmt: skip
            yield from (word[:-2] + ending for ending in endings)
        case "verbs-re":
            endings = "s ons ez ent u ue us ues ant ra ront rait ait aient rez".split()
            yield from (word[:-2] + ending for ending in endings)


def plural(word: str) -> str:
    """The plural of an English noun."""
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def english_verb(word: str, past: bool) -> Iterator[str]:
    """`-s`, `-ing`, and `-ed` where the past is regular; a + asks for the last letter twice."""
    stem = word.rstrip("+")
    yield plural(stem)
    if word.endswith("+"):
        stem += stem[-1]
    elif (stem.endswith("ie") and past) or (stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))):
        stem = stem[:-1]
    yield stem + "ing"
    if past:
        yield (stem[:-1] + "i" if stem.endswith("y") and stem[-2] not in VOWELS else stem.removesuffix("e")) + "ed"


def french_plural(word: str) -> str:
    """The plural of a French noun or adjective."""
    if word.endswith(("s", "x", "z")):
        return word
    return word[:-2] + "aux" if word.endswith("al") else word + ("x" if word.endswith(("eau", "eu")) else "s")


def french_adjective(word: str) -> Iterator[str]:
    """Feminine and plurals."""
    yield french_plural(word)
    for end, feminine in (("if", "ive"), ("eux", "euse"), ("el", "elle"), ("en", "enne"), ("er", "ère"), ("et", "ète"),
                          ("anc", "anche"), ("as", "asse"), ("os", "osse"), ("e", "e")):  # fmt: skip
        if word.endswith(end):
            word = word[: -len(end)] + feminine
            break
    else:
        word += "e"
    yield from (word, word + "s")


def verb_er(stem: str) -> Iterator[str]:
    """The forms of `parler` that reports and slides have, with the spelling of `manger`, `lancer`, `payer`, `gérer`."""
    yield from (stem + ending for ending in "er é ée és ées ez".split())
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    yield from (soft + ending for ending in ("ant", "ait", "aient", "ons"))
    mute = stem[:-1] + "i" if stem.endswith(("oy", "uy", "ay")) else stem
    if stem in DOUBLING:
        mute = stem + stem[-1]
    elif found := re.search(r"[eé](?:[bcdglmnprstv]|qu|ch|gn|gl|tr|gr)$", stem):
        mute = stem[: found.start()] + "è" + stem[found.start() + 1 :]
    yield from (mute + ending for ending in ("e", "es", "ent"))
    late = stem if found_acute(stem) else mute
    yield from (late + ending for ending in "era eront erait eraient erez erons".split())


def found_acute(stem: str) -> bool:
    """Whether the stem is that of `gérer`, whose future keeps its accent."""
    return re.search(r"é[^aeiouy]+$", stem) is not None


def expanded(file: str) -> set[str]:
    """Every form of a list's words."""
    found: set[str] = set()
    kind = "words"
    for line in (HERE / file).read_text("utf-8").splitlines():
        if line.startswith("= "):
            kind = line[2:]
            if file == "fr.txt" and kind in ("nouns", "adjectives"):
                kind += "-fr"
        elif not line.startswith("#"):
            for word in line.split():
                for form in forms(kind, word):
                    found |= {part for part in form.lower().replace("'", "-").split("-") if part}
    return found


def threes(word: str) -> list[str]:
    """Its letters, three at a time, with its beginning and end."""
    whole = f"^{word}$"
    return [whole[at : at + 3] for at in range(len(whole) - 2)]


def letters(english: set[str], french: set[str]) -> str:
    """How much three letters speak for English (+) or French (-), in thirds of a bit, as `the+9`."""
    counted = [
        Counter(three for word in words if len(word) > 3 for three in threes(word)) for words in (english, french)
    ]
    sums = [sum(one.values()) for one in counted]
    rows = []
    for three in sorted(counted[0] | counted[1]):
        if counted[0][three] + counted[1][three] < RARE:
            continue
        odds = log((counted[0][three] + 0.5) / sums[0], 2) - log((counted[1][three] + 0.5) / sums[1], 2)
        if abs(score := max(-9, min(9, round(3 * odds)))) >= LEAST:
            rows.append(f"{three}{score:+d}")
    return " ".join(rows)


def wrapped(words: str) -> str:
    """Lines of at most 120 signs."""
    import textwrap

    return "\n".join(textwrap.wrap(words, 120, break_long_words=False, break_on_hyphens=False)) + "\n"


def others(known: set[str]) -> str:
    """Words of other languages, without those that English or French has, a language a line."""
    text = "".join(line for line in (HERE / "others.txt").read_text("utf-8").splitlines(True) if line[0] != "#")
    rows = []
    for row in text.replace("\n ", " ").splitlines():
        lang, words = row.split(":")
        rows.append(f"{lang.upper()} {' '.join(sorted(set(words.split()) - known))}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the files of the package."""
    shared = expanded("shared.txt")
    english, french = expanded("en.txt"), expanded("fr.txt")
    shared |= english & french
    OUT.mkdir(exist_ok=True)
    loans = expanded("loans.txt")
    abroad = set((HERE / "abroad.txt").read_text("utf-8").split("\n", 1)[1].split())
    shared |= english & french
    english, french = english - shared - loans, french - shared - loans - abroad - SHY
    for name, words in (("en", english), ("fr", french), ("loans", loans - abroad - SHY), ("abroad", abroad)):
        (OUT / f"{name}.txt").write_text(wrapped(" ".join(sorted(words))), "utf-8")
    (OUT / "shared.txt").write_text(wrapped(" ".join(sorted(shared))), "utf-8")
    (OUT / "others.txt").write_text(others((shared | english | french | loans | abroad | SHY) - CLAIMED), "utf-8")
    for name in ("names", "headings"):
        phrases = " ".join((HERE / f"{name}.txt").read_text("utf-8").split("\n", 1)[1].split())
        (OUT / f"{name}.txt").write_text(wrapped(", ".join(sorted(set(phrases.split(", "))))), "utf-8")
    (OUT / "letters.txt").write_text(wrapped(letters(english, french)), "utf-8")


if __name__ == "__main__":
    main()
