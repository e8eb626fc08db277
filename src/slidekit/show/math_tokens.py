"""LaTeX cut into tokens, and what is said where one of them cannot stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from slidekit.show.math import Fault
from slidekit.source.wording import tell

LONGEST = 2000
"""Characters: a formula that fills a slide has 300."""
DEEPEST = 20
"""Groups inside each other."""

_TOKEN = re.compile(r"\\operatorname\*|\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|'+|\s+|.", re.DOTALL)


class Broken(Exception):  # noqa: N818
    """LaTeX that cannot be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Token(NamedTuple):
    """A piece of LaTeX and where it begins."""

    text: str
    offset: int


class Tokens:
    """Where the reading is; `next` is the token that comes, spaces left out."""

    def __init__(self, latex: str) -> None:
        self._tokens = [Token(found[0], found.start()) for found in _TOKEN.finditer(latex) if not found[0].isspace()]
        self._at, self._depth, self._end = 0, 0, len(latex)
        self._latex = latex

    @property
    def next(self) -> Token | None:
        """The token that comes."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _is(self, text: str) -> bool:
        token = self.next
        return token is not None and token.text == text

    def _take(self, wanted: str = "") -> Token:
        token = self.next
        if token is None:
            what = wanted or tell("something")
            self.fail(tell("the formula ends where {what} should come", what=what), "", None)
        assert token is not None
        self._at += 1
        return token

    def fail(self, message: str, hint: str, token: Token | None, *, unknown: bool = False, command: str = "") -> None:
        """Give up at a token, or at the end."""
        offset, length = (token.offset, len(token.text)) if token else (max(0, self._end - 1), 1)
        raise Broken(
            Fault(message, hint or tell("finish the formula, or write it anew"), offset, length, unknown, command)
        )

    def stray(self, token: Token) -> None:
        """Complain of a token that closes what nobody opened."""
        what = token.text
        hints = {
            "}": (tell("`}` closes no brace"), tell("take it out, or write  \\}  for a brace to be seen")),
            "\\right": (tell("`\\right` without `\\left`"), tell("put  \\left(  before it, or take it out")),
            "\\end": (tell("`\\end` without `\\begin`"), tell("put  \\begin{…}  before it, or take it out")),
            "&": (
                tell("`&` outside a table"),
                tell("write  \\&  for the sign, or put it in  \\begin{aligned} … \\end{aligned}"),
            ),
            "\\\\": (tell("a new line outside a table"), tell("put the lines in  \\begin{aligned} … \\end{aligned}")),
        }
        self.fail(*hints.get(what, (tell("`{sign}` cannot stand here", sign=what), "")), token)

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self.fail(
                tell("more than {deepest} groups inside each other", deepest=DEEPEST),
                tell("write the formula in several"),
                token,
            )

    def _close(self, wanted: str, opening: Token) -> Token:
        token = self.next
        if token is None:
            self.fail(
                tell("`{text}` is never closed", text=opening.text),
                tell("put  {wanted}  where it ends", wanted=wanted),
                opening,
            )
        elif token.text != wanted:
            self.stray(token)
        return self._take()
