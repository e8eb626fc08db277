"""Finds the `${name}` in a text, where a value declared once under `vars:` is to stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_MARK = re.compile(r"\$\$\{|\$\{\s*([^\W\d][\w.-]*)\s*\}")


class Name(NamedTuple):
    """A variable as a text uses it."""

    name: str
    offset: int
    """Where its `$` stands in the text, in code points from 0."""


def names(source: str) -> Iterator[Name]:
    """Each variable that a text uses, in order; `$${name}` is not one, nor is `${}` or `${a b}`."""
    if "${" not in source:
        return
    for found in _MARK.finditer(source):
        if found[1]:
            yield Name(found[1], found.start())


def fill(source: str, value: Callable[[str], str | None]) -> str:
    """The text with each variable's value in its place and `$${` as a literal `${`.

    A name whose value is `None` stays as it was typed.
    """
    if "${" not in source:
        return source

    def put(found: re.Match[str]) -> str:
        if not found[1]:
            return "${"
        words = value(found[1])
        return found[0] if words is None else words

    return _MARK.sub(put, source)
