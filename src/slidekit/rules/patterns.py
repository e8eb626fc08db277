"""Patterns by name, each made when it is first asked for: a short deck asks for few, and making one takes long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Written: TypeAlias = str | tuple[str, re.RegexFlag]
"""A pattern as it is typed, with its flags if it has any."""


class Patterns(dict[str, re.Pattern[str]]):
    """Those that have been made."""

    def __init__(self, written: Mapping[str, Written]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, name: str) -> re.Pattern[str]:
        one = self._written[name]
        made = self[name] = re.compile(one) if isinstance(one, str) else re.compile(*one)
        return made
