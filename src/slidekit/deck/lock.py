"""`deck.lock`: which English and which French were found to say the same, as short hashes, a text a line.

A line names what was said, not where: slides may be moved, decks renamed and branches merged, and it
still holds. Lines are sorted, so that two people who review different texts seldom touch the same one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from msgspec import Struct

from slidekit.deck.text import Side, Text
from slidekit.source.span import Span

FILE = "deck.lock"
"""It lies beside the deck; decks in one folder share it."""
MAX_BYTES = 16 * 2**20
"""A deck of 5,000 slides takes 2 MB."""
HEADER = "# What was reviewed in both languages, written by `slidekit review`: English, French, deck.\n"
DIGITS = 12
"""48 bits: two of 10,000 texts are taken for each other once in 5 million decks."""

Hashes = tuple[str, str]
"""Of the English and of the French."""

_LINE = re.compile(rf"([0-9a-f]{{{DIGITS}}}) ([0-9a-f]{{{DIGITS}}}) (\S.*)")
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff", ""),
        "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae",
    }
)  # fmt: skip
"""Signs that typography puts in place of each other, and those that nobody sees."""


class Lock(Struct, frozen=True, dict=True):
    """What a lock file says, and where it cannot be understood."""

    decks: Mapping[str, Counter[Hashes]]
    """By the deck's file name: how often each pair is in it."""
    conflicts: tuple[Span, ...] = ()
    """Where two branches were not merged."""
    odd: tuple[Span, ...] = ()
    """Lines that say nothing."""
    problem: str = ""
    """Why it could not be read at all."""

    def of(self, deck: str, now: Counter[Hashes], there: Iterable[str]) -> Counter[Hashes]:
        """The lines of one deck; of one that was renamed, those of the lost deck that has most in common with it.

        `there` are the names of the files that are in the folder.
        """
        if deck in self.decks:
            return self.decks[deck]
        lost = [self.decks[name] for name in sorted({*self.decks} - {*there})]
        return likest(lost, now) or Counter()

    def knows(self, hashes: Hashes) -> bool:
        """Whether this pair was reviewed in any deck of the folder."""
        return hashes in self._all

    @cached_property
    def _all(self) -> frozenset[Hashes]:
        return frozenset([hashes for lines in self.decks.values() for hashes in lines])


class Locked(Struct, frozen=True, gc=False):
    """A lock file as one deck sees it."""

    lock: Lock
    file: str
    """As the caller would name it."""
    deck: str
    """The deck's file name."""
    there: tuple[str, ...] = ()
    """The files in the folder, where the lock file does not know the deck."""


def likest(several: Iterable[Counter[Hashes]], now: Counter[Hashes]) -> Counter[Hashes] | None:
    """What shares most with a deck, if it shares enough to be what the deck was: a third of the smaller."""
    best, most = None, 0
    for one in several:
        shared = (one & now).total()
        if shared > most and shared * 3 >= min(one.total(), now.total()):
            best, most = one, shared
    return best


def digest(side: Side, verbatim: bool = False) -> str:
    """A short hash of what is said; spaces, quotation marks, dashes, capitals and accents make no difference.

    A reviser who mends the typography of one side has not changed what it says. In `verbatim` texts
    (code, addresses) every sign counts.
    """
    from hashlib import blake2b

    if not isinstance(side, Text):
        said = f"{side.kind} {side.source} {side.format}"
    elif verbatim:
        said = "\n".join([line.rstrip() for line in side.source.strip().split("\n")])
    else:
        said = _folded(side.source)
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def _folded(source: str) -> str:
    if not source.isascii():
        from unicodedata import normalize

        source = _accents().sub("", normalize("NFKD", source.translate(_SIGNS)))
    said = "".join(source.casefold().replace("--", "-").split())
    return _ordinal().sub(lambda found: found[1] + _ORDINALS[found[2]], said) if _ordinal().search(said) else said


_ORDINALS = {"ieme": "e", "eme": "e", "ere": "re", "iere": "re", "ier": "er"}
"""Without accents, as they are typed and as they should be: `2ème` is `2e`."""


@cache
def _accents() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f]+")


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"(\d)(ieme|eme|iere|ere|ier)")


def read_lock(data: bytes) -> Lock:
    """What a lock file says; of a conflict that was left in it, both sides hold."""
    if len(data) > MAX_BYTES:
        return Lock({}, problem="large")
    decks: dict[str, Counter[Hashes]] = {}
    conflicts: list[Span] = []
    odd: list[Span] = []
    sides: list[Counter[tuple[str, Hashes]]] | None = None
    base = False
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        mark, found = _MARK.match(line), _LINE.fullmatch(line)
        span = Span(number, 1, number, len(line) + 1)
        if mark:
            base = line[0] == "|"
            if line[0] == "<":
                conflicts.append(span)
                sides = [Counter()]
            elif line[0] == "=" and sides is not None:
                sides.append(Counter())
            elif line[0] == ">" and sides is not None:
                _add_sides(decks, sides)
                sides = None
        elif found and not base:
            one = (_plain_name(found[3]), (found[1], found[2]))
            if sides is not None:
                sides[-1][one] += 1
            else:
                decks.setdefault(one[0], Counter())[one[1]] += 1
        elif not base and line.strip() and not line.startswith("#"):
            odd.append(span)
    _add_sides(decks, sides or [])
    return Lock(decks, tuple(conflicts), tuple(odd))


def _add_sides(decks: dict[str, Counter[Hashes]], sides: Iterable[Counter[tuple[str, Hashes]]]) -> None:
    either: Counter[tuple[str, Hashes]] = Counter()
    for side in sides:
        either |= side
    for (deck, hashes), times in either.items():
        decks.setdefault(deck, Counter())[hashes] += times


def lock_text(decks: Mapping[str, Counter[Hashes]]) -> str:
    """The lock file's own text: sorted by what is said, so that its order never depends on the slides'."""
    lines = [f"{en} {fr} {_line_name(deck)}\n" for deck, all in decks.items() for en, fr in all.elements()]
    return HEADER + "".join(sorted(lines))


def _line_name(name: str) -> str:
    """A file name on one line: a name may hold line breaks, and bytes that are not UTF-8."""
    if name.isprintable() and "%" not in name and name == name.strip():
        return name
    from urllib.parse import quote

    return quote(name, safe="!#$&'()+,;=@[]{}", errors="surrogateescape")


def _plain_name(name: str) -> str:
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name, errors="surrogateescape")
