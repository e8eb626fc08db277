"""`# slidekit: ignore SK301 because …`: findings that an author has looked at and left as they are.

Beside a text it means that text, above one the next; `ignore-deck` means the whole deck.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from slidekit.rules import catalog
from slidekit.rules.catalog import FIRM
from slidekit.settings.reading import near
from slidekit.source.decode import shown
from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity
from slidekit.source.span import Span
from slidekit.source.wording import Words, tell

BROKEN, UNUSED = "SK020", "SK021"
SOMETIMES = ("SK403", "SK601", "SK602", "SK603")
"""Found only where `check` is asked for editions, or has something to compare with: never called unused."""
MAX_COMMENTS = 2_000
"""What follows is not read: nobody looked at so many findings one by one."""

Lines: TypeAlias = "tuple[int, int] | None"
"""The first and the last line that a comment is about; `None` for the whole deck."""


class Ignored(NamedTuple):
    """One word of one comment."""

    word: str
    """A code, or a word for several rules: its beginning, a name, a family."""
    span: Span
    lines: Lines
    codes: frozenset[str]
    rest: Span
    """What to take out where it hides nothing: the word and its comma, or the comment that has no other."""


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"#[ \t]*slidekit:[ \t]*(?P<verb>[^\s,]*)(?P<rest>.*)")


@cache
def _because() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s,])(?:because\b|car\b|parce qu|since\b|as\b|for\b|--|—|–|\(|:)", re.IGNORECASE)


class Comments:
    """All such comments of a deck."""

    def __init__(self, data: bytes, texts: Iterable[Span]) -> None:
        self.problems: list[Diagnostic] = []
        self.ignored: list[Ignored] = []
        self._asked: set[tuple[Lines, str]] = set()
        self._used: set[tuple[Lines, str]] = set()
        self._places: dict[int, set[Lines]] = {}
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._extents = _extents(texts)
        target = 0
        for number, line in enumerate(lines, 1):
            if "slidekit:" in line and (found := _comment().search(line)) and not self._inside(number, found.start()):
                alone = not line[: found.start()].strip(" \t-")  # nothing but the dash of a list
                whole = _whole(line, number, found, number < len(lines))
                if target <= number:  # comments that stand below each other mean the same line
                    target = _next(lines, number) if alone else number
                self._read(found, number, target if alone else number, whole)
                if len(self.ignored) > MAX_COMMENTS:
                    break

    def _inside(self, line: int, at: int) -> bool:
        """Whether the sign is part of a text: a deck about slidekit may show such a comment."""
        return any(
            (one.line, one.column) <= (line, at + 1) < (one.end_line, one.end_column)
            for one in self._extents.get(line, ())
        )

    def _read(self, found: re.Match[str], line: int, target: int, whole: Span) -> None:
        span = Span(line, found.start() + 1, line, found.start() + 1 + len(found[0].rstrip()))
        verb = found["verb"].lower().rstrip(":")
        if verb not in ("ignore", "ignore-deck"):
            self._broken(tell("slidekit does not know `{word}` in a comment", word=shown(found["verb"])), span, _form())
            return
        reason = _because().search(found["rest"])
        said = found["rest"][: reason.start() if reason else None]
        words = [(word[0], found.start("rest") + word.start() + 1) for word in re.finditer(r"[^\s,;]+", said)]
        if not words:
            self._broken(tell("the comment does not say which rules to ignore"), span, _form())
        extent = None if verb == "ignore-deck" else self._extent(target)
        for at, (word, column) in enumerate(words):
            place = Span(line, column, line, column + len(word))
            known = word.upper() if word[:2].upper() == "SK" else word.lower()
            codes = frozenset([rule.code for rule in catalog.means(known)])
            if not codes:
                self._broken(tell("there is no rule `{word}`", word=shown(word)), place, near(known))
            elif known in FIRM:
                message = tell("{code} cannot be turned off: a file that cannot be read proves nothing", code=known)
                self._broken(message, place, None)
            else:
                rest = whole if len(words) == 1 else _with_comma(words, at, line)
                self.ignored.append(Ignored(known, place, extent, codes, rest))
                self._asked |= {(extent, code) for code in codes}

    def _broken(self, message: Words, span: Span, hint: Words | None) -> None:
        self.problems.append(Diagnostic(BROKEN, message, span, hint, Severity.WARNING))

    def _extent(self, line: int) -> tuple[int, int]:
        """A line, and all lines of the texts that begin or end on it."""
        texts = self._extents.get(line, ())
        return min([line, *[one.line for one in texts]]), max([line, *[one.end_line for one in texts]])

    def hides(self, found: Diagnostic) -> bool:
        """Whether a comment asks to leave a finding out."""
        line = found.span.line
        if line not in self._places:  # one line may hold a whole deck
            ends = {end for text in self._extents.get(line, ()) for end in (text.line, text.end_line)}
            self._places[line] = {None, *[self._extent(each) for each in {line, *ends}]}
        asked = {(place, found.code) for place in self._places[line]} & self._asked
        self._used |= asked
        return bool(asked)

    def unused(self, told: Iterable[str]) -> Iterator[Diagnostic]:
        """The comments that hide nothing; `told` are the codes of the rules that were asked."""
        asked = set(told)
        for one in self.ignored:
            codes = one.codes & asked
            used = any((one.lines, code) in self._used for code in one.codes)
            if not used and codes and not codes & {*SOMETIMES}:
                message = tell("no finding of {rule} here is left to ignore", rule=one.word)
                hint = tell("take the comment out")
                fix = Fix(one.rest, (Edit(0, 0, ""),), safe=False, raw=True)
                yield Diagnostic(UNUSED, message, one.span, hint, Severity.WARNING, fix=fix)


def _whole(line: str, number: int, found: re.Match[str], more: bool) -> Span:
    """A comment with the blanks before it, or its line where nothing else stands there and another follows."""
    before = line[: found.start()].rstrip()
    if not before and more:
        return Span(number, 1, number + 1, 1)
    return Span(number, len(before) + 1, number, len(line) + 1)


def _with_comma(words: Sequence[tuple[str, int]], at: int, line: int) -> Span:
    """A word of several, up to the next one; the last from the end of the one before."""
    word, column = words[at]
    if at + 1 < len(words):
        return Span(line, column, line, words[at + 1][1])
    before, start = words[at - 1]
    return Span(line, start + len(before), line, column + len(word))


def _form() -> Words:
    return tell("write  # slidekit: ignore SK301 because …, or  ignore-deck")


def _extents(texts: Iterable[Span]) -> dict[int, list[Span]]:
    """Every text by its first and its last line, and longer ones by each line between them."""
    found: dict[int, list[Span]] = {}
    for span in set(texts):
        for line in range(span.line, span.end_line + 1):
            found.setdefault(line, []).append(span)
    return found


def _next(lines: Sequence[str], number: int) -> int:
    """The next line with something on it that is no comment; the last line where there is none."""
    for each in range(number, len(lines)):
        line = lines[each].strip()
        if line and not line.startswith("#"):
            return each + 1
    return len(lines)
