"""Texts that YAML misreads, read as the author meant them.

A text typed without quotes is cut at ` #`, refused at ` : ` and read as something else where it
begins with a sign of YAML's own. Each repair puts a stand-in of the same length in the text's
place, so that every line and column stays what the author sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf
from typing import Any, NamedTuple, TypeAlias

from slidekit.source.diagnostic import Diagnostic, Edit, Fix
from slidekit.source.span import Span
from slidekit.source.wording import tell, tell_many

Masks: TypeAlias = "dict[tuple[int, int], tuple[str, Span | None]]"
"""(line, column) from 0 of a stand-in → the text meant, and its span where it differs."""

MAX_REPAIRS = 24
"""Single repairs of one file, each of which parses it anew; fewer for a large one."""
_REPAIR_BUDGET = 40_000_000
"""Characters that all these parses together may read."""

_COMMENT = re.compile(r"[ \t]+#(?![ \t]*slidekit:[ \t])")
"""A comment that is not one for slidekit itself (`# slidekit: ignore SK301`), which nobody means as text."""
_UNKNOWN = re.compile("[\ufffd\u2060\ufdd0\ufdd1]")
_NOTE = re.compile(r"[ \t]#(?:[ \t]|$)", re.MULTILINE)
"""What may be a comment after all; `#12` is none."""
_INDENTATION = re.compile(r"[ \t]*")

_WORDING = (
    ("tab character", tell("a tab where YAML wants spaces"), tell("indent with spaces")),
    ("cannot start any token", tell("a text may not begin with this sign"), tell("put the text in quotes")),
    (
        "could not find expected ':'",
        tell("a line without a key"),
        tell("write  key: text , or indent it under its text"),
    ),
    (
        "did not find expected key",
        tell("this line does not stand under the keys above it"),
        tell("indent it like its neighbours"),
    ),
    (
        "expected '-' indicator",
        tell("this line does not stand under the list above it"),
        tell("indent it like its neighbours"),
    ),
    (
        "mapping values are not",
        tell("a key where none can stand"),
        tell("indent it like its neighbours, or quote the text"),
    ),
    ("block sequence entries", tell("a dash where no list can stand"), tell("begin the list on a line of its own")),
    ("end of stream", tell("a quotation mark that is never closed"), tell("close it at the end of the text")),
    ("expected ',' or", tell("a bracket that is never closed"), tell("close it, or put the text in quotes")),
)
"""Part of libyaml's message → ours, and the remedy."""


class Repaired(NamedTuple):
    """What had to be done to a text before YAML could read it."""

    line: int | None = None
    """The line, from 0, at which YAML first gave up; `None` where it did not."""
    single: int = 0
    """How many repairs were made one by one, beside the misread texts, which are found all at once."""
    shifted: bool = False
    """Whether lines were moved."""
    reach: float = inf
    """The first line, from 0, that was looked at to move them."""


WHOLE = Repaired()


def most_repairs(length: int) -> int:
    """How many single repairs a text of so many characters is given."""
    return min(MAX_REPAIRS, _REPAIR_BUDGET // (length + 1))


def cut_off(rest: str) -> str:
    """What a comment holds that follows a plain scalar on its line, with the space before it, or nothing."""
    return rest.rstrip() if _COMMENT.match(rest) else ""


def quoted(text: str) -> str:
    """A text in the quotes that need no escapes, as the author would type it."""
    line = " ".join(text.split("\n"))
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"


def in_quotes(typed: str, span: Span, safe: bool = True) -> Fix | None:
    """The remedy of a text that wants quotes: they are put around it as it stands, on all its lines."""
    if _UNKNOWN.search(typed):
        return None  # a stand-in: what the file itself has there is not known here
    single = '"' in typed or "\\" in typed
    made = "'" + typed.replace("'", "''") + "'" if single else f'"{typed}"'
    return Fix(span, (Edit(0, 0, made),), safe, raw=True)


def unshifted(shifts: dict[int, int]) -> Callable[[Span], Span]:
    """What moves a span from a repaired line back to the author's own columns."""

    def move(span: Span) -> Span:
        start, end = shifts.get(span.line - 1, 0), shifts.get(span.end_line - 1, 0)
        if not start and not end:
            return span
        return Span(span.line, max(span.column - start, 1), span.end_line, max(span.end_column - end, 1))

    return move


class Repair:
    """A text and what had to be done to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.masks: Masks = {}
        self.shifts: dict[int, int] = {}
        """Line from 0 → by how many columns it was moved to the right."""
        self.problems: list[Diagnostic] = []
        self._lines: list[str] = []
        self._changing: dict[int, list[str]] = {}
        """Lines that hold many texts, sign by sign while some of them are masked."""
        self._left = self._most = most_repairs(len(text))
        self._first: int | None = None
        self._reach = inf

    @property
    def done(self) -> Repaired:
        """What was done so far."""
        return Repaired(self._first, self._most - self._left, bool(self.shifts), self._reach)

    def look(self) -> bool:
        """Read all misread texts as they were meant; false where there is none."""
        self._lines = self.text.split("\n")
        found = self._mask_misread()
        if found:
            self.text = self._settle()
        return found

    def mend(self, error: Any) -> bool:
        """Change the text so that parsing gets past an error; false where nothing is left to try."""
        if self._first is None:
            mark = error.problem_mark or error.context_mark
            self._first = mark.line if mark else 0
        if not self._lines and self.look():
            return True
        self._left -= 1
        changed = self._mend_one(error)
        if changed and self._left > 0:
            self.text = self._settle()
            return True
        return False

    def _mask_misread(self) -> bool:
        from slidekit.source.misread import Scan

        count = len(self.problems)
        for fault in Scan(list(self._lines)).faults():
            column = fault.column + 1 - self.shifts.get(fault.line, 0)
            place = Span(fault.line + 1, column, fault.line + 1, column + 1)
            text = self._meant(fault.first, fault.last, fault.start, fault.end)
            fix = self._remedy(fault)
            if fault.drop:
                hint = tell("keep the text, or the keys under it")
                self._blank(fault.first, fault.start)
            elif fault.message.startswith("no space"):
                key = self._lines[fault.line][: fault.start].strip(" -")
                hint = tell("write a space after it:  {line}", line=f"{key} {text}")
                self._unstick(fault.line, fault.start, text)
            else:
                never_closed = fault.code == "SK001" and fault.last > fault.first  # so all below is in it
                hint = tell("put the text in quotes: {quoted}", quoted=quoted(text))
                if never_closed:
                    hint = tell("close it, or put the text in quotes")
                self.mask(fault.first, fault.last, fault.start, fault.end, text)
            self.problems.append(Diagnostic(fault.code, fault.message, place, hint, fix=fix))
        return len(self.problems) > count

    def _remedy(self, fault: Any) -> Fix | None:
        """The text in quotes, or the space after its key; `None` where a tab has moved the line."""
        if fault.drop or any(number in self.shifts for number in range(fault.first, fault.last + 1)):
            return None
        if fault.message.startswith("no space"):
            place = Span(fault.first + 1, fault.start + 1, fault.first + 1, fault.start + 1)
            return Fix(place, (Edit(0, 0, " "),), raw=True)
        if fault.code == "SK001":
            return None
        ends = self._lines[fault.last].rstrip() if fault.end is None else self._lines[fault.last][: fault.end].rstrip()
        lines = [*self._lines[fault.first : fault.last], ends]
        lines[0] = lines[0][fault.start :]
        span = Span(fault.first + 1, fault.start + 1, fault.last + 1, len(ends) + 1)
        typed = "\n".join(lines)
        is_text = not _NOTE.search(typed) and "reads on" not in fault.message
        return in_quotes(typed, span, is_text)

    def _meant(self, first: int, last: int, start: int, end: int | None) -> str:
        """A text over several lines, folded as YAML folds: a line end is a space, a blank line a new line."""
        parts = [self._lines[first][start:end].strip()]
        blanks = 0
        for number in range(first + 1, last + 1):
            part = self._lines[number].strip()
            if not part:
                blanks += 1
                continue
            parts.append("\n" * blanks + part if blanks else " " + part)
            blanks = 0
        return "".join(parts)

    def mask(self, first: int, last: int, start: int, end: int | None, text: str) -> None:
        """Put a stand-in of the same length in a text's place."""
        self.masks[first, start] = (text, None)
        if end is not None:
            if first not in self._changing:
                self._changing[first] = list(self._lines[first])
            self._changing[first][start:end] = "x" * (end - start)
            return
        line = self._lines[first]
        self._lines[first] = line[:start] + "x" * (len(line.rstrip()) - start)
        for number in range(first + 1, last + 1):
            line = self._lines[number]
            body = line.strip()
            column = len(line) - len(line.lstrip())
            self._lines[number] = line[:column].replace("\t", " ") + "x" * len(body)

    def _settle(self) -> str:
        """The whole text as it is now."""
        for number, signs in self._changing.items():
            self._lines[number] = "".join(signs)
        self._changing.clear()
        return "\n".join(self._lines)

    def _unstick(self, number: int, start: int, text: str) -> None:
        """Make room for the space that is missing after a key, at the cost of the text's first sign."""
        line = self._lines[number]
        stop = len(line.rstrip())
        self._lines[number] = line[:start] + " " + "x" * max(stop - start - 1, 0)
        self.masks[number, start + 1] = (text, Span(number + 1, start + 1, number + 1, stop + 1))

    def _blank(self, number: int, start: int = 0) -> None:
        line = self._lines[number]
        self._lines[number] = line[:start] + " " * (len(line) - start)

    def _mend_one(self, error: Any) -> bool:
        """Report an error and take what caused it out of the way."""
        problem, context = error.problem or "", error.context or ""
        mark = error.problem_mark or error.context_mark
        if error.context_mark and ("simple key" in context or "end of stream" in problem or "flow" in context):
            mark = error.context_mark
        line, column = (min(mark.line, len(self._lines) - 1), mark.column) if mark else (0, 0)
        if "quoted scalar" in context and "end of stream" not in problem:
            return self._mask_escapes(error, line, column)
        tab = self._lines[line].find("\t", 0, _INDENTATION.match(self._lines[line]).end())  # type: ignore[union-attr]
        if tab >= 0:
            return self._untab(line, tab)
        column -= self.shifts.get(line, 0)
        message, hint = next(
            ((ours, hint) for theirs, ours, hint in _WORDING if theirs in problem),
            (
                tell("YAML cannot read this: {problem}", problem=problem),
                tell("look at the quotes, brackets and indentation here"),
            ),
        )
        place = Span(line + 1, column + 1, line + 1, column + 2)
        self.problems.append(Diagnostic("SK001", message, place, hint))
        if ("expected key" in problem or "'-' indicator" in problem) and self._realign(line):
            return True
        return self._take_out(line)

    def _mask_escapes(self, error: Any, line: int, column: int) -> bool:
        """Read a double-quoted text as it stands where it holds a backslash that is no escape."""
        from slidekit.source.misread import Scan

        start = error.context_mark
        end = Scan(self._lines).closing(start.line, start.column, -1)
        column = max(self._lines[line].rfind("\\", 0, column + 1), 0)
        sign = self._lines[line][column : column + 2]
        message = tell("YAML reads `{sign}` in double quotes as an escape, and knows none like it", sign=sign)
        place = Span(line + 1, column + 1, line + 1, column + 2)
        if end is None or end.line != start.line:
            self.problems.append(Diagnostic("SK001", message, place, tell("double each backslash")))
            return self._take_out(line)
        text = self._lines[start.line][start.column + 1 : end.column - 1]
        single = "'" + text.replace("'", "''") + "'"
        hint = tell("double each backslash, or use single quotes: {single}", single=single)
        stretch = Span(start.line + 1, start.column + 1, start.line + 1, end.column + 1)
        known = start.line not in self.shifts and not _UNKNOWN.search(single)
        fix = Fix(stretch, (Edit(0, 0, single),), raw=True) if known else None
        self.problems.append(Diagnostic("SK001", message, place, hint, fix=fix))
        self.mask(start.line, start.line, start.column, end.column, text)
        return True

    def _untab(self, line: int, column: int) -> bool:
        """Read tabs in the indentation of all lines as two spaces, and say so once."""
        count = 0
        for number, text in enumerate(self._lines):
            width = _INDENTATION.match(text).end()  # type: ignore[union-attr]  # matches anywhere
            if "\t" in text[:width]:
                count += 1
                self._move(number, text[:width].replace("\t", "  "), width)
        place = Span(line + 1, column + 1, line + 1, column + 2)
        message = tell("a tab in the indentation")
        if count > 1:
            message = tell_many(
                "a tab in the indentation, as on {n} other line",
                "a tab in the indentation, as on {n} other lines",
                count - 1,
            )
        self.problems.append(Diagnostic("SK001", message, place, tell("indent with two spaces a level")))
        self._mask_misread()  # the scan before knew nothing of these lines
        return True

    def _move(self, number: int, indentation: str, width: int) -> None:
        delta = len(indentation) - width
        self._lines[number] = indentation + self._lines[number][width:]
        self.shifts[number] = self.shifts.get(number, 0) + delta
        for (line, column), mask in list(self.masks.items()):
            if line == number:
                del self.masks[line, column]
                self.masks[line, column + delta] = mask

    def _realign(self, line: int) -> bool:
        """Move a line, and what stands under it, to the nearest indentation above that has keys like its own."""
        own = self._width(line)
        is_dash = self._lines[line][own : own + 1] == "-"
        for above in range(line - 1, max(line - 200, -1), -1):
            self._reach = min(self._reach, above)
            text = self._lines[above]
            width = self._width(above)
            if not text.strip() or (text[width : width + 1] == "-") != is_dash:
                inner = width + 2
                if not is_dash and text[width : width + 2] == "- " and 0 < abs(inner - own) <= 2:
                    width = inner
                else:
                    continue
            if width != own and abs(width - own) <= 2:
                last = self._last_under(line)
                for number in range(line, last + 1):
                    self._move(number, " " * max(self._width(number) + width - own, 0), self._width(number))
                return True
            if width < own:
                return False
        return False

    def _width(self, number: int) -> int:
        return len(self._lines[number]) - len(self._lines[number].lstrip(" "))

    def _last_under(self, line: int) -> int:
        own = self._width(line)
        last = line
        for number in range(line + 1, len(self._lines)):
            if self._lines[number].strip():
                if self._width(number) <= own:
                    break
                last = number
        return last

    def _take_out(self, line: int) -> bool:
        """Blank a line and what stands under it; false where all is blank already."""
        while line > 0 and not self._lines[line].strip():
            line -= 1
        if not self._lines[line].strip():
            return False
        for number in range(line, self._last_under(line) + 1):
            self._blank(number)
        return True
