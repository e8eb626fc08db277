"""Where the keys and values of a TOML file stand: `tomllib` reads them and forgets their lines.

What is scanned here was read by `tomllib` before, so it is TOML (version 1.0): no fault is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TypeAlias

from slidekit.source.span import START, Span

Way: TypeAlias = "tuple[str | int, ...]"
"""The keys and list positions that lead to a value."""


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")


@cache
def _string() -> re.Pattern[str]:
    return re.compile(
        r'"""(?:[^\\"]|\\.|"{1,2}(?!"))*"{3,5}'
        r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
        r'|"(?:[^\\"\n]|\\.)*"'
        r"|'[^'\n]*'",
        re.DOTALL,
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9_-]+")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"[^,\]}\n#]*[^,\]}\n#\s]")


class Places:
    """A TOML file's keys and values, by the way that leads to them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *[found.end() for found in re.finditer("\n", text)]]
        self._keys: dict[Way, tuple[int, int]] = {}
        self._values: dict[Way, tuple[int, int]] = {}
        self._tables: dict[Way, int] = {}
        try:
            self._scan()
        except (RecursionError, IndexError, ValueError):  # nested too deeply: what was found so far must do
            return

    def key(self, way: Way) -> Span:
        """Where a key stands, or the nearest above it."""
        while way and way not in self._keys:
            way = way[:-1]
        return self._span(self._keys[way]) if way else START

    def value(self, way: Way) -> Span:
        """Where a value stands, or its key."""
        return self._span(self._values[way]) if way in self._values else self.key(way)

    def _span(self, place: tuple[int, int]) -> Span:
        (line, column), (end_line, end_column) = self._spot(place[0]), self._spot(place[1])
        return Span(line, column, end_line, end_column)

    def _spot(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def _scan(self) -> None:
        table: Way = ()
        at = self._past(0)
        while at < len(self._text):
            if self._text[at] == "[":
                twice = self._text.startswith("[[", at)
                parts, at = self._dotted(at + 1 + twice)
                table = self._named(parts)
                if twice:
                    number = self._tables.get(table, -1) + 1
                    self._tables[table] = number
                    table = (*table, number)
                self._keys.setdefault(table, (parts[0][1], parts[-1][2]))
                at = self._past(at + 1 + twice)
            else:
                at = self._past(self._entry(at, table))

    def _named(self, parts: list[tuple[str, int, int]]) -> Way:
        """The way that a table's header means: through the last of each list of tables."""
        way: Way = ()
        for name, _, _ in parts:
            if way in self._tables and (*way, self._tables[way]) in self._keys:
                way = (*way, self._tables[way])
            way = (*way, name)
        return way

    def _entry(self, at: int, table: Way) -> int:
        parts, at = self._dotted(at)
        way = table
        for name, start, end in parts:
            way = (*way, name)
            self._keys.setdefault(way, (start, end))
        return self._value(self._past(at + 1), way)

    def _dotted(self, at: int) -> tuple[list[tuple[str, int, int]], int]:
        """The names of a dotted key, each with its place, and where the key ends."""
        parts: list[tuple[str, int, int]] = []
        while True:
            at = self._past(at)
            found = _word().match(self._text, at) or _string().match(self._text, at)
            if found is None:
                raise ValueError(at)
            parts.append((_said(found[0]), found.start(), found.end()))
            at = self._past(found.end())
            if self._text[at] != ".":
                return parts, at
            at += 1

    def _value(self, at: int, way: Way) -> int:
        sign = self._text[at]
        if sign == "[":
            end = self._list(at, way)
        elif sign == "{":
            end = self._braces(at, way)
        else:
            found = _string().match(self._text, at) or _plain().match(self._text, at)
            if found is None:
                raise ValueError(at)
            end = found.end()
        self._values[way] = (at, end)
        return end

    def _list(self, at: int, way: Way) -> int:
        at = self._past(at + 1)
        number = 0
        while self._text[at] != "]":
            at = self._past(self._value(at, (*way, number)))
            number += 1
            at = self._past(at + 1) if self._text[at] == "," else at
        return at + 1

    def _braces(self, at: int, way: Way) -> int:
        at = self._past(at + 1)
        while self._text[at] != "}":
            at = self._past(self._entry(at, way))
            at = self._past(at + 1) if self._text[at] == "," else at
        return at + 1

    def _past(self, at: int) -> int:
        """Past blanks, line ends and comments."""
        found = _blank().match(self._text, at)
        return found.end() if found else at


def _said(key: str) -> str:
    """A key without its quotes; escapes in keys are too rare to be undone for a column."""
    return key[1:-1] if key[:1] in ("'", '"') else key
