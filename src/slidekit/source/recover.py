"""Texts that YAML misreads, read as the author meant them.

A text typed without quotes is cut at ` #`, refused at ` : ` and read as something else where it
begins with a sign of YAML's own. Each repair puts a stand-in of the same length in the text's
place, so that every line and column stays what the author sees.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import Span

Masks: TypeAlias = "dict[tuple[int, int], tuple[str, Span | None]]"
"""(line, column) from 0 of a stand-in → the text meant, and its span where it differs."""

_COMMENT = re.compile(r"[ \t]+(#[^\r]*)")


def cut_off(rest: str) -> str:
    """What a comment holds that follows a plain scalar on its line, with the space before it, or nothing."""
    match = _COMMENT.match(rest)
    return rest.rstrip() if match else ""


def quoted(text: str) -> str:
    """A text in the quotes that need no escapes, as the author would type it."""
    line = " ".join(text.split("\n"))
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"


class Repair:
    """A text and what had to be done to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.masks: Masks = {}
        self.problems: list[Diagnostic] = []

    def mend(self, error: Any) -> bool:
        """Change the text so that parsing gets past an error; false where nothing is left to try."""
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Diagnostic("SK001", str(error.problem), Span(line, column, line, column + 1)))
        return False
