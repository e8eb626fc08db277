"""What is wrong with a text whose words leave a doubt: told from both of its sides together."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from slidekit.rules.lexicon import SHY, abroad, headings, lexicon
from slidekit.rules.lexicon import others as others_of
from slidekit.rules.tongues import Judged, Kind, strange
from slidekit.rules.tongues_fragments import MONTHS, dated, fragment
from slidekit.rules.tongues_signs import ACCENTED, Reading, Sign, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slidekit.rules.prose import Prose, Twins

FOREIGN = 1.5
"""How many times as many words of a third language a side must have as of its own."""


def doubtful(twins: Twins, said: list[str], dit: list[str], own_names: tuple[str, ...]) -> Judged | None:
    """What is wrong with a text, if anything is for sure."""
    alone = twins.fr.bare.strip()
    if " " not in alone and ("/" in alone or ("-" in alone and alone.islower() and alone.isascii())):
        return None  # a path, or a part of an address
    english, french = read(twins.en, own_names), read(twins.fr, own_names)
    if said == dit:
        return _unchanged(twins, english) if said else None
    for side, reading, others in ((twins.en, english, dit), (twins.fr, french, said)):
        lang = _abroad(side, reading, set(others))
        if lang is not None:
            return _whole("wrong", twins, side, lang)
    found = _exchanged(twins, english, french, said, dit)
    if found is not None:
        return found
    return fragment(twins, twins.fr, french, english) or fragment(twins, twins.en, english, french)


def _whole(kind: Kind, twins: Twins, side: Prose, lang: str) -> Judged:
    text = side.source
    start = len(text) - len(text.lstrip())
    return Judged(kind, twins, side, start, max(start + 1, len(text.rstrip())), lang)


def _unchanged(twins: Twins, reading: Reading) -> Judged | None:
    """The same words on both sides, where they are words of one language and no name."""
    if any(one.word in MONTHS and dated(twins.en.bare, one) for one in reading.signs):
        return _whole("unchanged", twins, twins.fr, "en")
    if " ".join(one.word for one in reading.signs) in headings():
        return _whole("unchanged", twins, twins.fr, "en")
    if len(reading.signs) == 1 and reading.signs[0].title and reading.signs[0].word in PRODUCTS:
        return None
    if reading.quoted or (reading.titled and (reading.unknown_name or reading.signs[-1].word in PLACES)):
        return None
    english, french = reading.sure_english, reading.sure_french
    if english and french and max(english, french) < max(3, MAJORITY * min(english, french)):
        return None
    if english > french and reading.english >= reading.french:
        return _whole("unchanged", twins, twins.fr, "en")
    if (french > english or _shyly(reading)) and reading.french > reading.english and not _institution(reading.signs):
        return _whole("unchanged", twins, twins.en, "fr")
    return None


PLACES = frozenset(
    "river lake falls bay hill hills harbour park street road avenue mountain mountains valley island islands beach"
    " creek college university heights rock castle forest bridge".split()
)
"""What names of places end in."""
PRODUCTS = frozenset("word teams apple subway edge planner puppet numbers sketch stripe square later".split())
"""Names of products that are English words, where they stand alone."""
MAJORITY = 4
"""How many times as many words of one language as of the other make a text one of that language."""


def _shyly(reading: Reading) -> bool:
    """Whether French shows in its small words alone: `Message de confirmation`."""
    if reading.english or reading.titled or any(one.word in abroad() - SHY for one in reading.signs):
        return False
    return any(
        one.word in ("de", "la", "le", "à", "en") and not one.title and not after.title and after.word not in SHY
        for one, after in pairwise(reading.signs)
    )


INSTITUTIONS = frozenset(
    "agence assemblée association banque bibliothèque bureau caisse centre chambre cégep collège comité"
    " commission confédération conseil cour école église fédération fondation gare groupe hôpital hydro institut"
    " journal lac maison mairie ministère mont musée office opéra orchestre ordre palais parc parti place pont"
    " port radio régie rivière rue réseau santé secrétariat société station syndicat théâtre tribunal union"
    " université ville télé la le les l".split()
)
"""What names of bodies and places begin with, which have no English name of their own."""


def _institution(signs: Sequence[Sign]) -> bool:
    """Whether the words may be the name of a body: `Caisse de dépôt et placement du Québec`, `La Presse`."""
    return (
        len(signs) > 1
        and signs[0].title
        and signs[0].word in INSTITUTIONS
        and any(one.title and not one.opens for one in signs[1:])
    )


def _exchanged(twins: Twins, english: Reading, french: Reading, said: list[str], dit: list[str]) -> Judged | None:
    """Sides that stand in each other's place, or one that is in the other's language."""
    in_french = _is(english.sure_french, english.french, english.sure_english, english.sure_english, english.told)
    in_english = _is(french.sure_english, french.english, french.sure_french, french.french, french.told)
    if not in_french and not in_english:
        return None
    if _plain(said) == _plain(dit):  # Démonstration, Demonstration; but not Quebec, Québec
        more = sum(map(len, map(ACCENTED.findall, said))) > sum(map(len, map(ACCENTED.findall, dit)))
        return _whole("swapped", twins, twins.en, "fr") if more else None
    if in_french and in_english:
        return _whole("swapped", twins, twins.en, "fr")
    one, other, words, others = (english, french, said, dit) if in_french else (french, english, dit, said)
    if _name_only(one, others, in_french):
        return None
    alike = {word for word in words if len(word) > SMALL} & set(others)
    own, foreign = (other.french, other.english) if in_french else (other.english, other.french)
    sure = other.sure(twins.fr if in_french else twins.en)
    if other.signs and not sure and (foreign > own or (own == 0 and not alike)):
        return _whole("swapped", twins, twins.en, "fr")
    return _whole("wrong", twins, twins.en if in_french else twins.fr, "fr" if in_french else "en")


SMALL = 3
"""Words of as many letters are no names."""


def _is(sure: int, this: float, sure_that: int, that: float, told: int) -> bool:
    """Whether a side is in the language that it should not be in."""
    if sure == 0 or (sure == 1 and this < 2 and (told > 3 or that > 0)):
        return False
    return (sure_that == 0 and this > that) or (sure > 3 and this >= 5 * that)


def _plain(words: list[str]) -> str:
    """Words without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", " ".join(words)) if not unicodedata.combining(sign))


def _name_only(reading: Reading, others: list[str], in_french: bool) -> bool:
    """Whether what is not in a side's language is a name that stands in the other side, too."""
    known = lexicon()
    told = [one.word for one in reading.signs if one.word in (known.french if in_french else known.english)]
    if len(told) == 1 and told[0] in others and reading.told > 2:
        return True
    if not reading.titled:
        return False
    words = {one.word for one in reading.signs if len(one.word) > SMALL}
    telling = {
        one.word for one in reading.signs if not one.opens and (one.word in known.english or one.word in known.french)
    }
    return (len(words) > 1 and words <= set(others)) or (bool(telling) and telling <= set(others))


def _abroad(side: Prose, reading: Reading, others: set[str]) -> str | None:
    """The third language that a side is in; empty where only its letters say so."""
    text = side.bare
    if not text.isascii() and strange(text) and _mostly_strange(text) and not any(map(strange, others)):
        return ""
    known = lexicon()
    signs = [one for one in reading.signs if not one.mute and one.word not in others]
    words = {one.word for one in signs}
    best, most, own = "", 0, 0
    for lang, list_ in others_of().items():
        if (hits := len(words & list_) + _telltales(text, signs, lang)) > most:
            best, most = lang, hits
            own = sum(word in known.english or word in known.french for word in words - list_)
    if most >= 2 and most > FOREIGN * own:
        return best
    if most == 0 or len(signs) > 2 or len(signs) < len(reading.signs):
        return None
    if any(one.word in GREETINGS for one in signs):
        return best
    name = any(one.title and not one.opens for one in signs)
    return best if own == 0 and not name and signs[0].word in others_of()[best] else None


GREETINGS = frozenset(
    "hola gracias adiós danke hallo willkommen grazie ciao benvenuti obrigado obrigada olá bedankt welkom".split()
)
"""What alone tells a language, whatever stands beside it."""
TELLTALES = {"es": "¿¡", "de": "ß"}
"""Signs that only one language has."""
LETTERS = {"es": "ñ", "pt": "ãõ"}
"""Letters that count as a word each where they stand in one that is no name."""


BROKEN = re.compile("Ã[^A-Za-z]")
"""What SK314 is about."""


def _telltales(text: str, signs: Sequence[Sign], lang: str) -> int:
    """How many words a language's own signs are worth."""
    if text.isascii():
        return 0
    worth = 2 if any(sign in text for sign in TELLTALES.get(lang, "")) else 0
    letters = "" if BROKEN.search(text) else LETTERS.get(lang, "")
    return worth + sum(not one.title and any(sign in one.word for sign in letters) for one in signs)


def _mostly_strange(text: str) -> bool:
    """Whether most letters of a text are of another script."""
    letters = [sign for sign in text if sign.isalpha()]
    far = sum(map(strange, letters))
    return far > 1 and 2 * far > len(letters)
