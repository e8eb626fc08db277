"""Diagnostics as people read them, and as programs do."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from slidekit.cli.language import said, say
from slidekit.cli.terminal import columns, paint, visible, width
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Listing, listed, tell, tell_many

if TYPE_CHECKING:
    from slidekit.build import DeckStats

TAB = 4
ELLIPSIS = "…"


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line and column; equal places keep the order in which they were found."""
    return sorted(diagnostics, key=lambda found: (found.file, found.span.line, found.span.column))


def print_text(diagnostics: Sequence[Diagnostic]) -> None:
    """Print each with its source line, a caret and the remedy."""
    sources: dict[str, list[str]] = {}
    for found in ordered(diagnostics):
        if found.file not in sources:
            sources[found.file] = source_lines(found.file)
        sys.stdout.write(in_text(found, sources[found.file], sys.stdout) + "\n")


def source_lines(file: str) -> list[str]:
    """A file line by line, as the reader counted them; none where it cannot be read."""
    try:
        data = Path(file).read_bytes()
        text = "" if b"\0" in data[:1024] else data.decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def in_text(found: Diagnostic, lines: Sequence[str], stream: TextIO) -> str:
    """One diagnostic for people, of two to five lines."""
    found = said(found)
    place = paint(f"{visible(found.file)}:{found.span.line}:{found.span.column}:", "place", stream)
    head = paint(f"{say(found.severity.called)}[{found.code}]", found.severity.value, stream)
    slide = say(tell("slide {number}", number=found.slide))
    where = f" ({slide})" if found.slide is not None and slide not in found.message else ""
    parts = [f"{place} {head} {visible(found.message)}{where}"]
    if 0 < found.span.line <= len(lines) and lines[found.span.line - 1].strip():
        parts += _excerpt(found, lines[found.span.line - 1].rstrip(), stream)
    if found.hint:
        hint = say(tell("hint:"))
        parts.append(f"    {paint(hint, 'hint', stream)} {visible(found.hint)}")
    return "\n".join(parts)


def _excerpt(found: Diagnostic, line: str, stream: TextIO) -> Iterator[str]:
    number = f"{found.span.line:>5} | "
    gutter = " " * (len(number) - 2) + "| "
    start = min(found.span.column - 1, len(line))
    end = found.span.end_column - 1 if found.span.end_line == found.span.line else len(line)
    shown, before, under = around(line, start, max(end, start + 1), columns(stream) - len(number))
    yield paint(number, "dim", stream) + shown
    yield paint(gutter, "dim", stream) + " " * before + paint("^" * under, "caret", stream)


def around(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """What of a line is shown, the columns before the caret, and how many carets there are.

    A line wider than `room` is cut on both sides of the place that is meant.
    """
    skipped, enough = max(0, start - room), start + 2 * room
    signs, wide = _cells(line[skipped:enough])  # a line may be a megabyte long, and have a thousand faults
    start, end = start - skipped, end - skipped
    first, last = 0, len(wide)
    if sum(wide) > room:
        first = _back(wide, start, room // 3)
        last = _forth(wide, first, room - 2 * len(ELLIPSIS))
    left = ELLIPSIS if first or skipped else ""
    right = ELLIPSIS if last < len(wide) or enough < len(line) else ""
    before = sum(wide[first:start]) + len(left)
    under = sum(wide[start : min(end, last)])
    return left + "".join(signs[first:last]) + right, before, max(under, 1)


def _cells(line: str) -> tuple[Sequence[str], Sequence[int]]:
    """Each sign as it is shown, and the columns that it takes."""
    if _plain().fullmatch(line):
        return line, [1] * len(line)
    column = 0
    signs, widths = [], []
    for sign in line:
        if sign == "\t":
            shown = " " * (TAB - column % TAB)
            wide = len(shown)
        else:
            shown = visible(sign)
            wide = width(sign) if shown == sign else len(shown)
        column += wide
        signs.append(shown)
        widths.append(wide)
    return signs, widths


@cache
def _plain() -> re.Pattern[str]:
    """Signs that are shown as they are, each in one column: English and French need no others."""
    return re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f]*")


def _back(wide: Sequence[int], start: int, room: int) -> int:
    while start > 0 and room >= wide[start - 1]:
        start -= 1
        room -= wide[start]
    return start


def _forth(wide: Sequence[int], first: int, room: int) -> int:
    last = first
    while last < len(wide) and room >= wide[last]:
        room -= wide[last]
        last += 1
    return last


def summary(diagnostics: Sequence[Diagnostic], read: Sequence[DeckStats], files: int, known: int = 0) -> str:
    """The last line: what was found in how many files, or that all are clean; `known` are in a baseline."""
    held = tell_many("{n} finding is left to the baseline", "{n} findings are left to the baseline", known)
    if not diagnostics:
        return say(held) if known else "\n".join(map(_clean, read))
    decks = tell_many("{n} deck", "{n} decks", files)
    lines = [tell("{findings} in {decks}", findings=counted(diagnostics), decks=decks)]
    certain = sum(one.fix is not None and one.fix.safe for one in diagnostics)
    if certain:
        lines.append(tell_many("`slidekit fix` mends {n} of them", "`slidekit fix` mends {n} of them", certain))
    return "\n".join(map(say, [*lines, held] if known else lines))


def _clean(deck: DeckStats) -> str:
    slides = tell_many("{n} slide", "{n} slides", deck.slides)
    lacking = max(deck.missing.values(), default=0)
    if lacking:  # and the settings leave that out
        texts = tell_many("{n} text", "{n} texts", lacking)
        said = tell(
            "{file}: no finding, {slides}, {texts} in one language", file=visible(deck.file), slides=slides, texts=texts
        )
    else:
        texts = tell_many("{n} text", "{n} texts", deck.texts)
        said = tell(
            "{file}: clean, {slides}, {texts} in both languages", file=visible(deck.file), slides=slides, texts=texts
        )
    return say(said)


def counted(diagnostics: Iterable[Diagnostic]) -> Listing:
    """`1 error, 2 warnings`."""
    numbers = Counter(found.severity for found in diagnostics)
    words = {
        Severity.ERROR: tell_many("{n} error", "{n} errors", numbers[Severity.ERROR]),
        Severity.WARNING: tell_many("{n} warning", "{n} warnings", numbers[Severity.WARNING]),
        Severity.INFO: tell_many("{n} info", "{n} info", numbers[Severity.INFO]),
    }
    return listed([words[severity] for severity in Severity if numbers[severity]])


def as_object(found: Diagnostic) -> dict[str, object]:
    """One diagnostic for programs; its message and hint in the language spoken."""
    found = said(found)
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "file": found.file,
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "slide": found.slide,
        "lang": found.lang,
    }
