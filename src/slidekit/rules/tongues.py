"""Which language a text is in, decided by holding its two sides against each other.

No short text is judged alone: `Information` and `Simulation` are good in both languages, and so they say nothing.
A side counts as the other language's where words say so that only that language has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from slidekit.rules.lexicon import lexicon

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose, Twins

Kind = Literal["unchanged", "fragment", "swapped", "wrong"]


class Judged(NamedTuple):
    """A text that is not in the language that it should be in."""

    kind: Kind
    twins: Twins
    side: Prose
    """The side that is wrong; of swapped ones the English."""
    start: int
    """Where the wrong words begin in its source."""
    end: int
    lang: str
    """The language that they are in: `en`, `fr`, `es`…; empty where only the script tells."""


WORD = re.compile(r"[^\W\d_]+")
ODD_LETTER = re.compile("[à-ÿœ]")
"""Letters that English words seldom have."""
UNFRENCH = re.compile("[¿¡ßáíñóúìòãõäö]")
"""Letters that French words do not have."""
_BEYOND = re.compile("[^\x00-\u036f\u2000-\u2bff]")
"""Other scripts, and emoji. A set is written out sign by sign when its pattern is made: in full, other scripts alone
would take a fifth of the time in which a short deck is checked."""


def judge(checked: Checked) -> list[Judged]:
    """Every text of a deck whose words are in the wrong language."""
    known = lexicon()
    english, french, foreign = known.english, known.french, known.foreign
    words = WORD.findall
    found: list[Judged] = []
    for twins in checked.twins:
        if not twins.told.prose:
            continue  # authors, sources of quotations and units are names
        en, fr = twins.en.bare.lower(), twins.fr.bare.lower()
        said, dit = words(en), words(fr)
        if (
            said != dit
            and french.isdisjoint(said)
            and english.isdisjoint(dit)
            and foreign.isdisjoint(said)
            and foreign.isdisjoint(dit)
            and (en.isascii() or not (ODD_LETTER.search(en) or strange(en)))
            and (fr.isascii() or not (UNFRENCH.search(fr) or strange(fr)))
            and "e.g" not in fr
        ):
            continue
        from slidekit.rules.tongues_apart import doubtful

        if (one := doubtful(twins, said, dit, checked.glossary.names)) is not None:
            found.append(one)
    return found


def strange(text: str) -> bool:
    """Whether letters of other scripts stand in a text: Greek, Cyrillic, Arabic, Inuktitut or Chinese."""
    return any(found[0] < "\ud800" for found in _BEYOND.finditer(text))


def of_kind(checked: Checked, kind: Kind) -> Iterator[Judged]:
    """The findings that one rule reports."""
    judged: Sequence[Judged] = checked.tongues
    return (one for one in judged if one.kind == kind)
