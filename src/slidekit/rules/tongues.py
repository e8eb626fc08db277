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
ODD_LETTER = re.compile("[à-ÿœ\u0370-\u1fff\u2c00-\ud7ff]")
"""Letters that English words seldom have."""
STRANGE = re.compile("[\u0370-\u1fff\u2c00-\ud7ff]")
"""Letters of other scripts."""
UNFRENCH = re.compile("[¿¡ßáíñóúìòãõäö\u0370-\u1fff\u2c00-\ud7ff]")
"""Letters that French words do not have."""


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
            and (en.isascii() or not ODD_LETTER.search(en))
            and (fr.isascii() or not UNFRENCH.search(fr))
            and "e.g" not in fr
        ):
            continue
        from slidekit.rules.tongues_apart import doubtful

        if (one := doubtful(twins, said, dit, checked.glossary.names)) is not None:
            found.append(one)
    return found


def of_kind(checked: Checked, kind: Kind) -> Iterator[Judged]:
    """The findings that one rule reports."""
    judged: Sequence[Judged] = checked.tongues
    return (one for one in judged if one.kind == kind)
