"""Finds the unquoted texts that make YAML give up, line by line, without parsing YAML.

It runs only when a file cannot be parsed as it is. YAML 1.1 (sections 5.3 and 9.1) says which
signs may not begin a plain text, and that `: ` and ` #` may not stand inside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from slidekit.source.wording import Words, tell

_LANGUAGE = r"(?:en|fr|both|[a-z]{2}-[A-Z]{2})"
_KEY = re.compile(
    rf"""(?:{_LANGUAGE}[ ]*|[^\W\d][\w.-]*|"(?:[^"\\]|\\.){{0,200}}"[ ]*|'[^']{{0,200}}'[ ]*):(?=[ \t]|$)"""
)
_STUCK_KEY = re.compile(rf"({_LANGUAGE}|[a-z]+):(?=[^\s:/]\S*(?:\s|$))")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_KEYS_UNDER = re.compile(rf"[ \t]*(?:-[ \t]+)?{_LANGUAGE}:(?:[ \t]|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(?:[ \t]#.*)?")
_NOTHING_MORE = re.compile(r"[ \t]*(?:[ \t]#.*)?$")
_DECORATED = re.compile(r"(?:\*[\w-]+[ \t]*|&[\w-]+(?:[ \t]+[^\s\"'\[{].*)?|![\w!:/.-]*(?:[ \t]+[^\s\"'\[{].*)?)$")
_DECORATION = re.compile(r"(?:&[\w-]+|![\w!:/.-]*)[ \t]+(?=[\[{\"'|>])")
_COLON = re.compile(r":(?=[ \t]|$)")
_HASH = re.compile(r"[ \t]#")
_OWN_SIGNS = frozenset("\"'&*!|>%@`,[]{}")
_FLOW_PLAIN = re.compile(r"[^,\[\]{}]+")
_FLOW_KEY = re.compile(rf"(?:{_LANGUAGE}|[^\W\d][\w.-]*):(?=[ \t]|$)")
_AFTER_FLOW_QUOTE = re.compile(r"[ \t]*(?:[,:\]}]|$|[ \t]#)")
_WORD = rf"(?:{_LANGUAGE}|[a-z][\w-]*)"
_FLOW_SIDE = re.compile(rf"[ \t]*{_WORD}:(?:[ \t]+|$)")
_NEXT_SIDE = re.compile(rf"[ \t]*,(?=[ \t]*{_WORD}:[ \t])")
_FLOW_END = re.compile(r"\}(?=(?:[ \t]+#[^}]*)?$)")
_FLOW_SIGNS = frozenset(",[]{}")
_CLOSING = {"[": "]", "{": "}"}
_QUOTES = {'"': re.compile(r'"|\\.?'), "'": re.compile("''?")}
"""What ends a quoted text, and what only looks like it: an escaped sign, a quotation mark typed twice."""


def _own_sign(sign: str) -> Words:
    return tell("YAML reads `{sign}` at the beginning of a text as a sign of its own", sign=sign)


class Fault(NamedTuple):
    """One text that YAML misreads; lines and columns from 0."""

    code: str
    message: str
    line: int
    column: int
    """Where YAML goes wrong: the sign at fault."""
    start: int
    """The column at which the text begins, on `first`."""
    first: int
    last: int
    """The lines that it takes."""
    end: int | None = None
    """Where it ends on its only line; `None` for the end of that line."""
    drop: bool = False
    """Whether the text cannot stay, as keys follow under it."""


class _Place(NamedTuple):
    line: int
    column: int


@dataclass(slots=True)
class Scan:
    """The faults of a file."""

    lines: list[str]

    def faults(self) -> Iterator[Fault]:
        """Every text that YAML misreads, in the order of the file."""
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            column = len(line) - len(line.lstrip(" "))
            if line[column : column + 1] in ("", "#", "%", "\t") or line.startswith(("---", "...")):
                number += 1
                continue
            owner = column
            while match := _DASH.match(line, column):
                owner, column = column, match.end()
            if match := _KEY.match(line, column):
                owner, column = column, match.end()
            elif match := _STUCK_KEY.match(line, column):
                message = tell("no space after `{match}`", match=match[0])
                yield Fault("SK001", message, number, match.end() - 1, match.end(), number, number)
                number += 1
                continue
            column += len(line[column:]) - len(line[column:].lstrip(" \t"))
            if column >= len(line) or line[column] == "#":
                number += 1
                continue
            last, fault = self._value(number, column, owner)
            yield from fault
            number = last + 1

    def _value(self, number: int, column: int, owner: int) -> tuple[int, list[Fault]]:
        """The last line of a value, and what is wrong with it."""
        line = self.lines[number]
        rest = line[column:].rstrip(" \t")
        sign = rest[0]
        if decoration := _DECORATION.match(line, column):
            return self._value(number, decoration.end(), owner)
        if sign in "|>" and _BLOCK_HEADER.fullmatch(rest):
            return self._deeper(number, owner, blanks=True), []
        if sign in "\"'":
            end = self.closing(number, column, owner)
            if end and _NOTHING_MORE.match(self.lines[end.line], end.column):
                return end.line, []
            ends_at = end.column - 1 if end and end.line == number else column
            message = tell("YAML reads on from a quotation mark that is never closed")
            if end:
                message = tell("YAML ends the text at its second quotation mark")
            last = self._deeper(number, owner)
            return last, [Fault("SK002", message, number, ends_at, column, number, last)]
        if sign in "[{":
            return self._flow(number, column, owner)
        if sign in "&*!" and _DECORATED.match(rest) and not _COLON.search(rest):
            return (self._deeper(number, owner) if " " in rest else number), []
        return self._plain(number, column, owner)

    def _plain(self, number: int, column: int, owner: int) -> tuple[int, list[Fault]]:
        line = self.lines[number]
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        if _KEYS_UNDER.match(below) and self._indent(number + 1) > owner:
            message = tell("a text and keys stand under the same key")
            return number, [Fault("SK001", message, number, column, column, number, number, drop=True)]
        last = self._deeper(number, owner)
        if line[column] in _OWN_SIGNS or line[column : column + 2] in ("- ", "? ", ": ", "-", "?"):
            message = _own_sign(line[column])
            return last, [Fault("SK002", message, number, column, column, number, last)]
        start = column
        for each in range(number, last + 1):
            text = self.lines[each].rstrip()
            hash_at = _HASH.search(text, start)
            colon = _COLON.search(text, start, hash_at.start() if hash_at else len(text))
            if colon:
                message = tell("YAML stops at the unquoted `:` in a text")
                return last, [Fault("SK002", message, each, colon.start(), column, number, last)]
            if hash_at and each < last:
                message = tell("YAML cuts the unquoted text at ` #`")
                return last, [Fault("SK003", message, each, hash_at.start() + 1, column, number, last)]
            start = 0
        return last, []

    def _indent(self, number: int) -> int:
        line = self.lines[number]
        return len(line) - len(line.lstrip(" \t"))

    def _deeper(self, number: int, owner: int, blanks: bool = False) -> int:
        """The last line that goes on with a value, being deeper than its key."""
        last = number
        for each in range(number + 1, len(self.lines)):
            line = self.lines[each].strip()
            if not line:
                continue
            if self._indent(each) <= owner or (not blanks and line.startswith("#")):
                break
            last = each
        return last

    def closing(self, number: int, column: int, owner: int) -> _Place | None:
        """Just after the quotation mark that closes the one here, on this line or a deeper one."""
        quote = self.lines[number][column]
        ends = _QUOTES[quote]
        at = column + 1
        for each in range(number, len(self.lines)):
            line = self.lines[each]
            if each > number and line.strip() and self._indent(each) <= owner:
                return None
            while found := ends.search(line, at):
                if found[0] == quote:
                    return _Place(each, found.end())
                at = found.end()
            at = 0
        return None

    def _flow(self, number: int, column: int, owner: int) -> tuple[int, list[Fault]]:
        pair = self._flow_pair(number, column)
        if pair is not None:
            return number, pair
        last = self._bracketed(number, owner)
        faults: list[Fault] = []
        end = self._flow_end(number, column, last, faults)
        if end is None:
            sign = self.lines[number][column]
            message = tell("`{sign}` is never closed with `{closing}`", sign=sign, closing=_CLOSING[sign])
            return last, [Fault("SK001", message, number, column, column, number, last)]
        if _NOTHING_MORE.match(self.lines[end.line], end.column):
            return end.line, faults
        sign = self.lines[number][column]
        message = _own_sign(sign)
        return last, [Fault("SK002", message, number, column, column, number, last)]

    def _bracketed(self, number: int, owner: int) -> int:
        """The last line that may belong to a bracket: closing ones may stand as far left as their key."""
        last = self._deeper(number, owner, blanks=True)
        while last + 1 < len(self.lines) and self.lines[last + 1].lstrip()[:1] in ("]", "}"):
            last = self._deeper(last + 1, owner, blanks=True)
        return last

    def _flow_pair(self, number: int, column: int) -> list[Fault] | None:
        """The texts misread in `{en: …, fr: …}` on one line, cut at its keys; `None` where it is none."""
        line = self.lines[number].rstrip()
        end = _FLOW_END.search(line, column)
        at = column + 1
        faults: list[Fault] = []
        while end and line[column] == "{" and (side := _FLOW_SIDE.match(line, at, end.start())):
            start = side.end()
            inner: list[Fault] = []
            after = self._closed_here(number, start, inner) or start
            following = _NEXT_SIDE.search(line, min(after, end.start()), end.start())
            stop = following.start() if following else start + len(line[start : end.start()].rstrip())
            faults += inner if after == stop else self._in_braces(number, start, stop)
            if not following:
                return faults
            at = following.end()
        return None

    def _closed_here(self, number: int, start: int, faults: list[Fault]) -> int | None:
        """Where the quotes or brackets that begin here end on the same line, if they do."""
        sign = self.lines[number][start : start + 1]
        end = None
        if sign in ("'", '"'):
            end = self.closing(number, start, -1)
        elif sign in ("[", "{"):
            end = self._flow_end(number, start, number, faults)
        return end.column if end and end.line == number else None

    def _in_braces(self, number: int, start: int, stop: int) -> list[Fault]:
        """What is wrong with one text inside braces."""
        text = self.lines[number][start:stop]
        hash_at, colon = _HASH.search(text), _COLON.search(text)
        sign = next((index for index, each in enumerate(text) if each in _FLOW_SIGNS), None)
        if text[:1] == "#":
            wrong = ("SK003", tell("YAML takes the unquoted text for a comment"), 0)
        elif text[:1] in _OWN_SIGNS or text[:1] in ("?", ":") or text[:2] == "- ":
            wrong = ("SK002", _own_sign(text[0]), 0)
        elif colon and not (hash_at and hash_at.start() < colon.start()):
            wrong = ("SK002", tell("YAML stops at the unquoted `:` in a text"), colon.start())
        elif hash_at:
            wrong = ("SK003", tell("YAML cuts the unquoted text at ` #`"), hash_at.start() + 1)
        elif sign is not None:
            wrong = ("SK002", tell("YAML ends the text at the unquoted `{text}`", text=text[sign]), sign)
        else:
            return []
        return [Fault(wrong[0], wrong[1], number, start + wrong[2], start, number, number, stop)]

    def _flow_end(self, number: int, column: int, last: int, faults: list[Fault]) -> _Place | None:
        """Just after the bracket that closes the one here; texts misread on the way go to `faults`."""
        open_signs: list[str] = []
        at = column
        while number <= last:
            line = self.lines[number].rstrip()
            if at >= len(line) or (line[at] == "#" and line[at - 1 : at] in ("", " ", "\t")):
                number, at = number + 1, 0
                continue
            sign = line[at]
            if sign in "[{":
                open_signs.append(_CLOSING[sign])
            elif sign in "]}":
                if not open_signs or open_signs.pop() != sign:
                    return None
                if not open_signs:
                    return _Place(number, at + 1)
            elif sign not in ", \t:":
                number, at = self._flow_text(number, at, faults)
                continue
            at += 1
        return None

    def _flow_text(self, number: int, at: int, faults: list[Fault]) -> _Place:
        """Past a text or a key inside brackets."""
        line = self.lines[number].rstrip()
        if key := _FLOW_KEY.match(line, at):
            return _Place(number, key.end())
        if line[at] in "\"'":
            end = self.closing(number, at, -1)
            if end and _AFTER_FLOW_QUOTE.match(self.lines[end.line], end.column):
                return end
        match = _FLOW_PLAIN.match(line, at)
        stop = match.end() if match else at + 1
        text = line[at:stop].rstrip()
        hash_at, colon = _HASH.search(text), _COLON.search(text)
        if hash_at and stop == len(line):
            return _Place(number + 1, 0)  # a comment at the end of a line
        wrong = None
        if text[:1] in _OWN_SIGNS or text[:2] in ("- ", "? "):
            wrong = ("SK002", _own_sign(text[0]), at)
        elif colon and not (hash_at and hash_at.start() < colon.start()):
            wrong = ("SK002", tell("YAML stops at the unquoted `:` in a text"), at + colon.start())
        elif hash_at:
            wrong = ("SK003", tell("YAML cuts the unquoted text at ` #`"), at + hash_at.start() + 1)
        if wrong:
            faults.append(Fault(wrong[0], wrong[1], number, wrong[2], at, number, number, at + len(text)))
        return _Place(number, stop)
