"""Mappings and lists that are open while a deck is scanned, and what stands on the line of the cursor."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

What: TypeAlias = Literal["key", "value", "item", "comment", "nothing"]
"""`item` is where the dash of a list's next item may stand; `value` is a text, a word or an empty place for one."""

ITEM = "-"
"""Stands in a path for an item of a list."""
MAX_TEXT = 2_000
"""Characters that are kept of the text beside a key."""


class Key(Struct, gc=False):
    """A key that is there."""

    line: int
    column: int
    value: str = ""
    """What stands beside it and below it, the quotation marks of one line taken off."""


class Level:
    """A mapping or a list that is not closed yet."""

    __slots__ = ("column", "flow", "keys", "last", "mapping", "path", "state", "waits")

    def __init__(self, sign: str, mapping: bool, path: tuple[str, ...], column: int) -> None:
        self.flow = sign != ""
        self.mapping = mapping
        self.path = path
        self.column = column
        self.keys: dict[str, Key] = {}
        self.last = ""
        """The key under work."""
        self.state: Literal["", "plain", "done"] = ""
        """What stands beside that key, or in that item, so far."""
        self.waits = True
        """In braces: whether a key is to come rather than its value."""

    @property
    def inner(self) -> tuple[str, ...]:
        """The path of what is under work in it."""
        return (*self.path, self.last if self.mapping else ITEM)

    def say(self, words: str) -> None:
        """Keep what stands beside the key under work."""
        key = self.keys.get(self.last)
        if self.mapping and key is not None and len(key.value) < MAX_TEXT:
            key.value = f"{key.value} {words.strip()}"[:MAX_TEXT] if key.value else words.strip()[:MAX_TEXT]


class Token(Struct, gc=False):
    """Something on the line of the cursor, from its first sign on."""

    what: What
    start: int
    end: int
    level: Level
    path: tuple[str, ...]
    style: str = ""
    closed: int = 0
    """1 where a closing quotation mark stands at its end."""
    glued: bool = False
    colon: bool = False
    name: str = ""
