"""What stands on one side of a text and not on the other, and how that is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, listed, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose, Twins

Apart = tuple[list[str], list[str]]
"""What is in the English alone, and what in the French alone, as it was typed."""
SHOWN = 3
"""How many of them a message names."""
LONG = 60
"""Characters of each that a message shows."""


def apart(english: Mapping[str, str], french: Mapping[str, str]) -> Apart | None:
    """What each side has alone: the keys are compared, the values said; `None` where nothing is."""
    if english.keys() == french.keys():
        return None
    only_english = [typed for key, typed in english.items() if key not in french]
    return only_english, [typed for key, typed in french.items() if key not in english]


def told_apart(code: str, checked: Checked, twins: Twins, found: Apart, severity: Severity) -> Diagnostic:
    """The finding, at the sign that stands alone; in the French where both sides have one."""
    english, french = found
    side: Prose = twins.fr if french or not english else twins.en
    if english and french:
        message = tell(
            "{english} in the English, {french} in the French", english=_named(english), french=_named(french)
        )
        hint = tell("make both the same")
    elif english:
        message = tell("{signs} in the English, not in the French", signs=_named(english))
        hint = tell("put it into the French, too, or take it out of the English")
    else:
        message = tell("{signs} in the French, not in the English", signs=_named(french))
        hint = tell("put it into the English, too, or take it out of the French")
    return at_sign(code, checked, side, (french or english)[0], message, hint, severity)


def at_sign(
    code: str, checked: Checked, side: Prose, sign: str, message: Words, hint: Words, severity: Severity
) -> Diagnostic:
    """A finding at the first place where a sign stands; at the whole text where it was typed otherwise."""
    start = side.text.source.find(sign)
    span = checked.place(side.text, start, start + len(sign)) if start >= 0 else side.text.span
    return Diagnostic(code, message, span, hint, severity, side.lang, slide=side.told.slide)


def shortened(words: str) -> str:
    """Some of the author's own words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= LONG else line[: LONG - 1] + "…"


def _named(signs: list[str]) -> str:
    shown = [f"`{shortened(sign)}`" for sign in signs[:SHOWN]]
    return listed([*shown, "…"] if len(signs) > SHOWN else shown)
