"""Where a piece of a deck stands in its file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of source text, from its first character up to just after its last.

    Lines and columns count from 1; columns are in code points, as editors show them.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    def covers(self, other: Span) -> bool:
        """Whether another span begins inside this one."""
        return (self.line, self.column) <= (other.line, other.column) < (self.end_line, self.end_column)


START = Span(1, 1, 1, 1)
"""The very beginning of a file, for what concerns it as a whole."""
