"""What an editor shows while a line is being typed: the fault itself, and all else as it was found before."""

from __future__ import annotations

from collections.abc import Sequence

from slidekit.live.moving import finding
from slidekit.live.reading import common
from slidekit.source.diagnostic import Diagnostic
from slidekit.steps import in_order

FORMAT = "SK0"
"""How the codes of faults begin that the reader finds."""


def steady(
    data: bytes, found: Sequence[Diagnostic], before: bytes, known: Sequence[Diagnostic], file: str
) -> tuple[Diagnostic, ...]:
    """The faults of a broken text's format, and what was found in the text before, moved with its lines.

    What stood on the lines that were changed is left out.
    """
    old, new = _lines(before), _lines(data)
    front, back = common(old, new)
    since, lines = len(old) - back, len(new) - len(old)
    told = [one for one in found if one.code.startswith(FORMAT)]
    for one in known:
        if one.code.startswith(FORMAT):
            continue
        if one.file != file or one.span.end_line <= front:
            told.append(one)
        elif one.span.line - 1 >= since:
            told.append(finding(one, lines))
    return in_order(told, file)


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
