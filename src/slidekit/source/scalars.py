"""Where each sign of a text stands in its file, however YAML has it written.

A text that is quoted, escaped, folded over several lines or typed as a block reads otherwise than
it stands there. `written` reads it once more, sign for sign, and remembers where each came from.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec import Struct

from slidekit.source.guards import STAND_IN
from slidekit.source.span import Span

_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|[1-9][+-])[ \t]*(?:[ \t]#[^\n]*)?(?:\n|$)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n[ \t\n]*)|([^\n]))")
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""YAML 1.1, section 5.6; libyaml knows `\\/` too."""
_STAND_INS = (STAND_IN, "\u2060")
"""What signs that may not stand in a deck are read as."""


class File(Struct, frozen=True, dict=True):
    """A file's text with LF at the line ends, and where its lines begin."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line's first sign, and one beyond the last."""
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def offset(self, line: int, column: int) -> int:
        """Where a place is, counted from the beginning; never beyond the end."""
        if line >= len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, self.starts[line] - 1)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """A stretch of the file as lines and columns."""
        return Span(*self.place(start), *self.place(end))


class Written(Struct, frozen=True, gc=False):
    """A text as it stands in its file."""

    style: str
    """Empty for a plain one, else its first sign: a quote, `|` or `>`."""
    start: int
    """Where it begins, with its quote or header, and just after its end."""
    end: int
    signs: str
    """As it reads."""
    starts: Sequence[int]
    """Where each sign begins in the file…"""
    ends: Sequence[int]
    """…and just after its end: an escape takes several, a folded line end all its indentation."""
    indent: int = 0
    """By how many spaces the lines of a block are indented."""

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the text stands in the file; an empty part is the place before its sign."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        if start < len(self.starts):
            return self.starts[start], self.starts[start]
        at = self.ends[-1] if self.ends else self.end - len(self.style)
        return at, at


class _Signs:
    """What has been read of a text."""

    def __init__(self) -> None:
        self.signs: list[str] = []
        self.starts = array("I")
        self.ends = array("I")

    def add(self, sign: str, start: int, end: int) -> None:
        self.signs.append(sign)
        self.starts.append(start)
        self.ends.append(end)

    def plain(self, text: str, start: int, end: int) -> None:
        """Signs that stand for themselves."""
        self.signs.extend(text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def fold(self, text: str, start: int, end: int) -> None:
        """A line end with the space around it: a space, or a line end for each blank line."""
        breaks = [at for at in range(start, end) if text[at] == "\n"]
        if len(breaks) == 1:
            self.add(" ", start, end)
            return
        edges = [start, *[at + 1 for at in breaks[1:-1]], end]
        if len(breaks) == 2:
            edges = [start, end]
        for first, last in pairwise(edges):
            self.add("\n", first, last)

    def chomp(self, header: str) -> None:
        """Of the line ends after a block, one stays; with `+` all, with `-` none."""
        if "+" in header:
            return
        words = len("".join(self.signs).rstrip("\n"))
        kept = words + 1 if "-" not in header else words
        del self.signs[kept:], self.starts[kept:], self.ends[kept:]

    def blank_lines(self, text: str, start: int, end: int) -> None:
        """An escaped line end says nothing; the blank lines after it are line ends."""
        breaks = [at for at in range(start, end) if text[at] == "\n"]
        for first, last in zip(breaks, [*breaks[2:], end], strict=False):
            if first != breaks[-1]:
                self.add("\n", first, last)


def written(file: File, span: Span, source: str) -> Written | None:
    """How a text stands in its file; `None` where it reads otherwise there, as one that was repaired may do."""
    start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
    head = file.text[start : start + 1]
    if head in ("|", ">"):
        found = _block(file.text, start, end, source)
    elif head in ("'", '"') and end - start > 1 and file.text[end - 1] == head:
        found = _quoted(file.text, start, end, head)
    else:
        found = None
    if found is not None and (same := _same(found, source)):
        return same
    return _same(_plain(file.text, start, end), source)


def _same(found: Written, source: str) -> Written | None:
    """What was found, if it reads as the text does; a sign that may not be in a deck reads as any other."""
    signs = found.signs
    if signs == source:
        return found
    if len(signs) != len(source):
        return None
    if all(own == other or other in _STAND_INS for own, other in zip(signs, source, strict=True)):
        return found
    return None


def _written(style: str, start: int, end: int, made: _Signs, indent: int = 0) -> Written:
    return Written(style, start, end, "".join(made.signs), made.starts, made.ends, indent)


def _plain(text: str, start: int, end: int) -> Written:
    made = _Signs()
    at = start
    for found in _BREAK.finditer(text, start, end):
        made.plain(text, at, found.start())
        made.fold(text, found.start(), found.end())
        at = found.end()
    made.plain(text, at, end)
    return _written("", start, end, made)


def _quoted(text: str, start: int, end: int, quote: str) -> Written | None:
    made = _Signs()
    stop = end - 1
    lively = re.compile(r"[ \t]*\n[ \t\n]*|''" if quote == "'" else r"[ \t]*\n[ \t\n]*|\\")
    at = start + 1
    while found := lively.search(text, at, stop):
        made.plain(text, at, found.start())
        at = found.end()
        if found[0] == "''":
            made.add("'", found.start(), at)
        elif found[0] != "\\":
            made.fold(text, found.start(), at)
        elif escape := _ESCAPE.match(text, found.start(), stop):
            at = escape.end()
            if escape[4]:
                made.blank_lines(text, escape.start(4), at)
                continue
            sign = _escaped(escape)
            if sign is None:
                return None
            made.add(sign, escape.start(), at)
        else:
            return None
    made.plain(text, at, stop)
    return _written(quote, start, end, made)


def _escaped(escape: re.Match[str]) -> str | None:
    """The sign that an escape stands for; `None` where there is none like it."""
    number = escape[1] or escape[2] or escape[3]
    if number:
        return chr(int(number, 16)) if int(number, 16) < 0x110000 else None
    return _ESCAPED.get(escape[5])


def _block(text: str, start: int, end: int, source: str) -> Written | None:
    """A block's text; how far it is indented beyond its key is tried out where its header says a number."""
    header = _HEADER.match(text, start)
    if header is None:
        return None
    body = header.end()
    first = re.compile(r"(?:[ ]*\n)*([ ]*)").match(text, body, end)
    deepest = len(first[1]) if first else 0
    numbered = header[0][1:3].strip("+-")[:1].isdigit()
    for indent in range(deepest, -1, -1) if numbered else (deepest,):
        made = _Signs()
        _read_block(text, body, end, indent, text[start] == "|", made)
        made.chomp(header[0][1:3])
        found = _written(text[start], start, end, made, indent)
        if _same(found, source):
            return found
    return None


def _read_block(text: str, at: int, end: int, indent: int, literal: bool, made: _Signs) -> None:
    """The lines of a block, folded as libyaml folds them where it is no literal one."""
    waiting: list[tuple[int, int]] = []  # the line ends since the last line that has words
    follows_deep = False
    is_first = True
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        inner = min(at + indent, stop)
        line = text[inner:stop]
        if text[at:stop].strip(" ") == "" and (not line or stop - at <= indent):
            waiting.append((at, stop + 1))
            at = stop + 1
            continue
        if text[at:inner].strip(" "):
            break  # less indented: the block has ended
        deep = line[:1] in (" ", "\t")
        if waiting:
            _breaks(made, waiting, inner, not (literal or is_first or deep or follows_deep))
        waiting = [(stop, stop + 1)] if stop < end else []
        made.plain(text, inner, stop)
        follows_deep, is_first = deep, False
        at = stop + 1
    for start, after in waiting:
        made.add("\n", start, after)


def _breaks(made: _Signs, waiting: list[tuple[int, int]], inner: int, folds: bool) -> None:
    """The line ends before a line: a space for one where lines are folded, one less for several."""
    if folds and len(waiting) == 1:
        made.add(" ", waiting[0][0], inner)
        return
    if folds:
        waiting = [(waiting[0][0], waiting[1][1]), *waiting[2:]]
    for number, (start, after) in enumerate(waiting, 1):
        made.add("\n", start, inner if number == len(waiting) else after)
