"""A baseline: findings that an old deck had when it came under check, which are told no more.

Each is known by its rule and the words of its lines, not by their numbers, so that lines may move. A finding
that is mended leaves the file with the next check: it only ever gets shorter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from slidekit.rules.catalog import FIRM
from slidekit.source.diagnostic import Diagnostic

Keys: TypeAlias = "dict[str, Counter[str]]"
"""By deck: how often each finding is in it."""

VERSION = 1
MAX_BYTES = 16 * 2**20
LINES = 5
"""Of a finding about many lines, so many tell which it is."""
DIGITS = 12
"""48 bits: two findings of one rule among 10,000 are taken for each other once in 5 million decks."""


class NotABaseline(ValueError):  # noqa: N818 -- a word that reads as English where it is raised
    """A file that is none of ours, or was changed by hand."""


def key(found: Diagnostic, lines: Sequence[str]) -> str:
    """What a finding is known by: its code, and a hash of its lines' words and of the place meant in them."""
    from hashlib import blake2b

    first, last = found.span.line - 1, min(found.span.end_line, found.span.line - 1 + LINES)
    own = [_words(line) for line in lines[max(first, 0) : last]]
    typed = lines[first] if 0 <= first < len(lines) else ""
    start = found.span.column - 1
    meant = typed[start : found.span.end_column - 1 if found.span.end_line == found.span.line else None]
    said = "\n".join([*own, "".join(meant.split()), found.lang or ""])
    return f"{found.code} {blake2b(said.encode('utf-8', 'replace'), digest_size=DIGITS // 2).hexdigest()}"


@lru_cache(maxsize=8)
def _words(line: str) -> str:
    """A mark of a line's words without their spaces, which `slidekit fix` mends; a line may hold a whole deck."""
    from hashlib import blake2b

    return blake2b("".join(line.split()).encode("utf-8", "replace"), digest_size=DIGITS // 2).hexdigest()


def keys(found: Iterable[Diagnostic], named: Callable[[str], str], lines: Callable[[str], Sequence[str]]) -> Keys:
    """The findings by deck; `named` says what the baseline calls a file, `lines` what is in it."""
    made: Keys = {}
    for one in found:
        if one.code not in FIRM:
            made.setdefault(named(one.file), Counter())[key(one, lines(one.file))] += 1
    return made


def told(
    found: Sequence[Diagnostic], known: Keys, named: Callable[[str], str], lines: Callable[[str], Sequence[str]]
) -> list[Diagnostic]:
    """The findings that are not in the baseline; of several that are alike, the last ones."""
    left = {file: counts.copy() for file, counts in known.items()}
    new: list[Diagnostic] = []
    for one in found:
        counts = left.get(named(one.file)) if one.code not in FIRM else None
        own = key(one, lines(one.file)) if counts else ""
        if counts and counts[own] > 0:
            counts[own] -= 1
        else:
            new.append(one)
    return new


def shrunk(
    known: Keys, now: Keys, checked: Collection[str], gone: Callable[[str], bool], kept: Collection[str]
) -> Keys:
    """The baseline without what is mended in the decks that were checked, or went away with a deck.

    Findings of the rules in `kept` stay: not every check looks for them.
    """
    made: Keys = {}
    for file, counts in known.items():
        if file in checked:
            there = now.get(file, Counter())
            counts = Counter({
                one: number if one.partition(" ")[0] in kept else min(number, there[one])
                for one, number in counts.items()
            })  # fmt: skip
        elif gone(file):
            continue
        if +counts:
            made[file] = +counts
    return made


def read(data: bytes) -> Keys:
    """What a baseline file holds; raises `NotABaseline`."""
    import json

    try:
        held: object = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("slidekit-baseline") != VERSION:
        raise NotABaseline
    found = held.get("findings")
    if not isinstance(found, dict) or not all(isinstance(counts, dict) for counts in found.values()):
        raise NotABaseline
    made: Keys = {}
    for file, counts in found.items():
        if not all(type(number) is int and 0 < number < 2**31 for number in counts.values()):
            raise NotABaseline
        made[file] = Counter(counts)
    return made


def text(known: Mapping[str, Mapping[str, int]]) -> str:
    """The file's own text, a finding a line, sorted: merges seldom meet on a line."""
    import json

    decks = {file: dict(sorted(counts.items())) for file, counts in sorted(known.items()) if counts}
    return json.dumps({"slidekit-baseline": VERSION, "findings": decks}, indent=1, ensure_ascii=True) + "\n"
