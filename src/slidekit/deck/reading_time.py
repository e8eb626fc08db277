"""Lengths of time and places in a recording, as people type them."""

from __future__ import annotations

import re
from typing import Any

from slidekit.source.decode import UNREAD, Converter, Reading, scalar, shown
from slidekit.source.nodes import Node
from slidekit.source.wording import tell

_UNITS = re.compile(r"(?:(\d{1,3}) ?h ?)?(?:(\d{1,4}) ?(?:m|min)(?![0-9a-z]) ?)?(?:(\d{1,5}) ?s)?", re.ASCII)
_HOURS = re.compile(r"(\d{1,3}) ?h ?([0-5]?\d)(?: ?(?:m|min))?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,4}) ?(?:m|min) ?([0-5]?\d)(?: ?s)?", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):([0-5]\d)", re.ASCII)


def seconds(source: str) -> int | None:
    """The seconds in `20m`, `1m30`, `45s`, `1h05` or `1:30`; `None` where it is none of them."""
    typed = source.strip().lower()
    if match := _CLOCK.fullmatch(typed):
        hours, minutes, rest = match.groups()
        if hours is not None and int(minutes) > 59:
            return None
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(rest)
    if match := _HOURS.fullmatch(typed):
        return int(match[1]) * 3600 + int(match[2]) * 60
    if match := _MINUTES.fullmatch(typed):
        return int(match[1]) * 60 + int(match[2])
    match = _UNITS.fullmatch(typed)
    if match is None or not any(match.groups()):
        return None
    return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + int(match[3] or 0)


def duration(node: Node, key: str, reading: Reading) -> Any:
    """Seconds, from a length of time."""
    return _time(node, key, reading, tell("20m, 1m30, 45s, 1h05 or 1:30"))


def moment(node: Node, key: str, reading: Reading) -> Any:
    """Seconds from the start of a recording."""
    return _time(node, key, reading, tell("4:07 or 1:02:33"))


def _time(node: Node, key: str, reading: Reading, examples: str) -> Any:
    typed = scalar(node, key, reading)
    if typed is UNREAD:
        return UNREAD
    found = seconds(typed)
    if found is not None:
        return found
    hint = tell("write it as {example}", example=examples)
    return reading.report(
        "SK016", tell("`{typed}` where `{key}` wants a time", typed=shown(typed), key=key), node.span, hint
    )


CONVERTERS: dict[Any, Converter] = {"duration": duration, "moment": moment}
