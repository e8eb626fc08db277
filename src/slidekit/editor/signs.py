"""The signs by which a line is read: colons that end keys, `#` that begin comments, quotes that close; and put on."""

from __future__ import annotations

import re

_COLON = re.compile(r":(?=[ \t]|$)")
HASH = re.compile(r"(?:^|(?<=[ \t]))#")
_TOP = re.compile(r"\ufeff?(\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\W\d][^:#\n{}\[\]]{0,80}?)[ \t]*:(?=[ \t\r]|$)")

_SAFE = re.compile(r"[\w./-][\w./ ()+@~-]*")
"""Paths and names that YAML reads as they are, in braces too."""


def key_of(line: str) -> str | None:
    """The key of the deck itself that a line begins with."""
    if line[:1] in (" ", "", "-", "#", "\t"):
        return None
    found = _TOP.match(line)
    return found[1].strip("\"'") if found else None


def colon_at(line: str, at: int) -> int | None:
    """Where the colon of a key stands, before any comment."""
    found = _COLON.search(line, at)
    if found is None or line[at] in "\"'|>&*!%@`":
        return None
    comment = HASH.search(line, at)
    return found.start() if comment is None or comment.start() > found.start() else None


def quoted_key(line: str, at: int) -> int | None:
    """Where the colon stands after a key in quotation marks."""
    if line[at] not in "\"'":
        return None
    end, closed = closing(line, at + 1, line[at])
    rest = line[end:].lstrip(" \t")
    if not closed or not rest.startswith(":") or rest[1:2] not in ("", " ", "\t"):
        return None
    return len(line) - len(rest)


def end_of(line: str, at: int) -> int:
    """Where plain words end: before a comment, and before the spaces there."""
    comment = HASH.search(line, at)
    return at + len(line[at : comment.start() if comment else None].rstrip())


def closing(line: str, at: int, quote: str) -> tuple[int, bool]:
    """Just after the sign that closes a quote, and whether there is one on this line."""
    while (at := line.find(quote, at)) >= 0:
        if quote == "'" and line[at + 1 : at + 2] == "'":
            at += 2
            continue
        before = line[:at]
        if quote == '"' and (len(before) - len(before.rstrip("\\"))) % 2:
            at += 1
            continue
        return at + 1, True
    return len(line), False


def quoted(name: str, style: str = "") -> str:
    """A path or a name as it stands in YAML: in quotes where its signs ask for them and there are none yet."""
    if style == "'":
        return name.replace("'", "''")
    inner = name.replace("\\", "\\\\").replace('"', '\\"')
    if style == '"':
        return inner
    return name if _SAFE.fullmatch(name) and not name.endswith(" ") else f'"{inner}"'
