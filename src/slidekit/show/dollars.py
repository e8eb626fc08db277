"""Finds the formulas `$…$` in a text, and leaves alone every `$` that is money, a variable or code.

A formula opens with a `$` that no letter, figure or other `$` stands before and no space after, and
closes with one that no space stands before and no letter or figure after (stricter than pandoc's
`tex_math_dollars`). What is between must look like mathematics: see `is_math`. What is ambiguous
stays text; `\\$` is always a dollar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PASS_OR_MATH = re.compile(
    r"""
      \\.                                              # an escaped sign
    | (?<!`)(`+)(?!`) .+? (?<!`)\1(?!`)                # a code span
    | \]\([^()\s]*\)                                   # a link's address
    | <[A-Za-z][^<>\s]*>                               # and one between angle brackets
    | (?:https?://|mailto:)\S+
    | \${2,}
    | (?<![\w$]) \$ (?![\s{$]) ((?:\\.|[^$\\\n])+) (?<!\s) \$ (?![\d$]) (\w?)
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMAND = re.compile(r"\\[A-Za-z]{2,}|\\[,;:!{}|]|\{,\}")
_SCRIPT = re.compile(r"[\w)\]}|'][\^_][^\s^_]")
_SINGLE = re.compile(r"[A-Za-zΑ-ΡΣ-Ωα-ω]'{0,3}")
_GROUP = re.compile(r"(?:\\[A-Za-z]+\*?)?\{[^{}]*\}|\\[A-Za-z]+")
_WORD = re.compile(r"(?:^|[\s,.;:!?])[^\W\d_]{2,}(?=[\s,.;:!?]|$)")
_SHORT = re.compile(r"[A-Za-zα-ωΑ-Ω0-9(|\[−+-][A-Za-zα-ωΑ-Ω0-9 ()|\[\],.'!=<>+*/−×÷±≤≥≠≈∈∞→-]*[A-Za-zα-ωΑ-Ω0-9)|\]'!∞]")
_OPERATOR = re.compile(r"[=<>+*/!−×÷±≤≥≠≈∈→()|-]")
_LONG_NAME = re.compile(r"[A-Za-z]{3}|[A-Z]{2}")
_AMOUNT = re.compile(r"\d(?![\d.]*[a-jln-z](?![a-z]))|[A-Za-z]*\d[\d.,]*[kKMBGT]\b")
"""Money after all: `5M - 6M`; but `2x + 1` is none."""
_NESTED = 6
"""Braces inside each other that are looked through."""
_LONG = 2000
"""Characters from which on a stretch with a command is a formula, which the reader then finds too long."""


def formulas(source: str) -> Iterator[tuple[int, int]]:
    """Where each formula of a text begins and ends, its dollars included."""
    at = 0
    while (found := _PASS_OR_MATH.search(source, at)) is not None:
        at = found.end()
        body = found[2]
        if body is None:
            continue
        if is_math(body) and (not found[3] or _SINGLE.fullmatch(body) or "\\" in body):
            yield found.start(), found.start() + len(body) + 2
            at = found.start() + len(body) + 2
        else:
            at = found.start() + 1  # the `$` that closes nothing may open something


def is_math(body: str) -> bool:
    """Whether what stands between two dollars is mathematics beyond doubt.

    It is one letter, or holds a command, a superscript or a subscript, or is a short expression of
    letters and operators; it never holds two words of prose, and never begins like an amount.
    """
    if _SINGLE.fullmatch(body):
        return True
    if len(body) > _LONG:
        return _COMMAND.search(body) is not None
    if _COMMAND.search(body) or _SCRIPT.search(body):
        rest = body
        for _ in range(_NESTED):
            rest, count = _GROUP.subn(" ", rest)
            if not count:
                break
        return _WORD.search(rest) is None
    return (
        _SHORT.fullmatch(body) is not None
        and _OPERATOR.search(body) is not None
        and any(sign.isalpha() for sign in body)
        and not (_LONG_NAME.search(body) or _AMOUNT.match(body))
    )
