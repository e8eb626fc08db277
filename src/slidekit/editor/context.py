"""Where the cursor stands: in which key of what, also while the YAML is broken.

A deck is YAML only now and then while it is typed, so this reads lines, indentation, quotes and braces by
itself, and takes each line for what it looks like: a quote or a brace that nobody closed ends where a line
begins that cannot be inside it. Only the slide round the cursor is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from slidekit.editor.nesting import ITEM, Key, Level, Token, What
from slidekit.editor.scanner import Scanner
from slidekit.editor.signs import key_of

MAX_LINES = 3_000
"""Of one slide, above the cursor: the longest that people write have some two hundred."""
MAX_BELOW = 300
"""Lines below the cursor in which keys of the same slide are looked for."""
MAX_COLUMNS = 20_000
"""Of a line; what stands further right is not looked at."""


class Place(Struct, frozen=True, gc=False):
    """What stands under the cursor."""

    what: What
    path: tuple[str, ...] = ()
    """The keys that lead there, `-` for an item of a list: of a key those of the mapping that it stands in."""
    line: int = 1
    start: int = 1
    """The column of its first sign, inside quotation marks where there are some."""
    end: int = 1
    """The column just after its last sign on this line."""
    before: str = ""
    """What is typed of it before the cursor, on this line."""
    style: str = ""
    """Empty for plain words, else the first sign: a quote, `|` or `>`."""
    keys: dict[str, Key] = {}
    """Those of the mapping that the key or the value stands in, above and below the cursor."""
    column: int = 1
    """Where the keys of that mapping begin, or the dashes of that list."""
    flow: bool = False
    """Whether it is in braces or brackets."""
    fresh: bool = False
    """Whether nothing else is in its mapping yet, so that a plain word may stand there as well as a key."""
    glued: bool = False
    """Whether the sign before it wants a space: `title:|`."""
    colon: bool = False
    """Whether a key has its colon already."""
    text: str = ""
    """The whole word or text on this line."""


NOWHERE = Place("nothing")
_NO_KEY = frozenset(("", " ", "\t", "\r", "#", "-", "}", "]", "{", "["))
"""What no key of the deck itself begins with."""


def place(lines: Sequence[str], line: int, column: int) -> Place:
    """What stands at a line and a column, both from 1; nothing is raised, whatever the lines hold."""
    if not 1 <= line <= len(lines) or not 1 <= column <= MAX_COLUMNS:
        return NOWHERE
    scanner = _anchored(lines, line)
    if scanner is None:
        return NOWHERE
    scanner.aim(line, column - 1)
    for number in range(scanner.first, line + 1):
        scanner.read(number, bare(lines[number - 1]))
    found = scanner.chosen()
    if found is None:
        return NOWHERE
    colon = found.colon  # of its own line: colons in braces further down are of other keys
    below = range(line + 1, min(line + MAX_BELOW, len(lines)) + 1)
    for number in below:
        if found.level not in scanner.stack:
            break
        scanner.read(number, bare(lines[number - 1]))
    found.colon = colon
    return _place(found, bare(lines[line - 1]), line, column - 1, _root(lines) if not found.level.path else {})


def bare(line: str) -> str:
    """A line without what ends it, cut where it is absurdly long."""
    return line[:MAX_COLUMNS].rstrip("\r")


def _place(found: Token, text: str, line: int, at: int, root: dict[str, Key]) -> Place:
    level = found.level
    inside = 1 if found.style in ("'", '"') and text[found.start : found.start + 1] == found.style else 0
    start = min(found.start + inside, max(at, found.start))
    if found.start == found.end and not text[start:at].strip():
        start = at
    end = max(found.end - found.closed, at, start)
    keys = root or (dict(level.keys) if level.mapping else {})
    mine = keys.get(found.name)
    if found.what == "key" and mine is not None and mine.line == line and mine.column == found.start + 1:
        del keys[found.name]
    return Place(
        found.what, found.path, line, start + 1, end + 1, text[start:at], found.style, keys, level.column, level.flow,
        bool(found.path) and not keys and not level.flow, found.glued and at == found.start, found.colon,
        text[start:end],
    )  # fmt: skip


def _anchored(lines: Sequence[str], line: int) -> Scanner | None:
    """A scanner that is put before the slide, or the key of the deck, in which a line stands."""
    top = line
    while top > 1 and (lines[top - 1][:1] in _NO_KEY or not key_of(lines[top - 1])):
        top -= 1
    name = key_of(lines[top - 1])
    if name is None or top == line:
        return Scanner(top, [Level("", True, (), 1)])
    dash = _dashes(lines, top, line)
    if dash is None:
        return Scanner(top, [Level("", True, (), 1)]) if line - top <= MAX_LINES else None
    first = next((number for number in range(line, top, -1) if _is_item(lines[number - 1], dash)), top + 1)
    if line - first > MAX_LINES:
        return None
    root, items = Level("", True, (), 1), Level("", False, (name,), dash + 1)
    root.last, root.state = name, "done"
    return Scanner(first, [root, items])


def _dashes(lines: Sequence[str], top: int, line: int) -> int | None:
    """How far in the dashes of a list stand that is the value of a key of the deck; `None` where it is no list."""
    for number in range(top + 1, line + 1):
        text = lines[number - 1].rstrip()
        words = text.lstrip(" ")
        if words and not words.startswith("#"):
            return len(text) - len(words) if words == "-" or words.startswith("- ") else None
    return None


def _is_item(text: str, dash: int) -> bool:
    if text[dash : dash + 1] != "-" or text[dash + 1 : dash + 2] not in ("", " ", "\r"):
        return False
    return not text[:dash].strip(" ")


def _root(lines: Sequence[str]) -> dict[str, Key]:
    """The keys of the deck itself."""
    found: dict[str, Key] = {}
    for number, text in enumerate(lines, 1):
        if text[:1] not in _NO_KEY and (name := key_of(text)):
            found.setdefault(name, Key(number, 1, text.partition(":")[2].strip()[:200]))
    return found


__all__ = ["ITEM", "NOWHERE", "Key", "Place", "bare", "place"]
