"""Tells the lines of a terminal transcript apart by their first sign."""

from __future__ import annotations

import re

from slidekit.show.pages import Role, TerminalLine

_SIGNS: dict[str, Role] = {
    ">": "prompt",
    "$": "prompt",
    "❯": "prompt",
    "●": "reply",
    "⏺": "reply",
    "⎿": "tool",
    "└": "tool",
    "∴": "thought",
}
_SIGNED = re.compile(r"([>$❯●⏺∴]|[ \t]*[⎿└])(?:[ \u00a0](.*)|)\Z")
_STAGE = re.compile(r"\[.*\]\s*\Z")


def transcript(source: str) -> tuple[TerminalLine, ...]:
    """The lines with who speaks them.

    A sign counts when a space or nothing follows it, so that `$5`, `>>>` and `└──` stay words;
    only tool output may be indented, and its sign keeps the indentation. A stage direction is a
    whole line in square brackets and keeps them; after it the speaker before it goes on.
    """
    lines: list[TerminalLine] = []
    role: Role = "plain"
    for text in source.split("\n"):
        signed = _SIGNED.match(text)
        if signed:
            role = _SIGNS[signed[1].strip()]
            lines.append(TerminalLine(role, signed[1], signed[2] or ""))
        elif _STAGE.match(text):
            lines.append(TerminalLine("stage", "", text))
        else:
            lines.append(TerminalLine(role, "", text))
    return tuple(lines)
