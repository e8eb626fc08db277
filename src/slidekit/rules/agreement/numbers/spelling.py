"""Numbers in words: `twenty-five`, `quatre-vingt-dix-sept`, `two thirds`, `deux millions et demi`."""

from __future__ import annotations

from msgspec import Struct

from slidekit.rules.agreement.numbers.tokens import SPACES, Token
from slidekit.rules.agreement.numbers.units import POWERS
from slidekit.rules.agreement.numbers.words import NEVER, SURELY, power, word
from slidekit.rules.prose import THING

_GAPS = SPACES + "-‑"
_LONGEST = 12
"""Words of one number: `neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf` has eleven."""


class Spelled(Struct, frozen=True, gc=False):
    """A number in words."""

    values: tuple[float, ...]
    kind: str
    weight: int
    count: int
    """How many words it takes."""


def spelled(tokens: list[Token], at: int, text: str, lang: str) -> Spelled | None:
    """The number whose first word stands at `at`."""
    lower = tokens[at].text.lower()
    start = word(lang, lower)
    if start is not None and start.kind != "card":
        return Spelled(start.values, start.kind, start.weight, 1)
    if start is None:
        alone = power(lang, lower)
        if alone is None or _multiplies(text, tokens[at].start):
            return None
        if alone.kind == "vague":
            return Spelled(alone.values, "vague", SURELY, 1)
    made = _Sum(lang, start.values[0] if start else 1.0)
    reading = [one.text.lower() for one in tokens[at : at + _LONGEST]]
    took = 1 if start is not None else 0
    while took < len(reading):
        if took and not _joined(text, tokens[at + took - 1], tokens[at + took]):
            break
        step = made.add(reading[took], reading[took + 1] if took + 1 < len(reading) else "")
        if step == 0:
            break
        took += step
        if made.kind != "card":
            break
    weight = start.weight if start is not None and took == 1 else SURELY
    values = start.values if start is not None and took == 1 else (made.value,)
    return Spelled(values, made.kind, weight, max(took, 1))


def _multiplies(text: str, start: int) -> bool:
    """Whether a power belongs to figures, or to a variable, before it: `10 million`, `${count} million`."""
    before = text[max(0, start - 2) : start].rstrip(_GAPS)[-1:]
    return before.isdigit() or before == THING


def _joined(text: str, before: Token, after: Token) -> bool:
    gap = text[before.end : after.start]
    return len(gap) == 1 and gap in _GAPS and after.kind == "word"


class _Sum:
    """A number that grows word by word."""

    def __init__(self, lang: str, first: float) -> None:
        self.lang, self.kind = lang, "card"
        self._total, self._current = 0.0, first

    @property
    def value(self) -> float:
        return self._total + self._current

    def add(self, lower: str, after: str) -> int:
        """How many words were taken, 0 where the number is at its end."""
        if lower in ("and", "et"):
            tens = self._current % 10 == 0 and self._current % 100 >= 20
            wanted = tens if lower == "et" else self._current >= 100 or (self._total > 0 and not self._current)
            return 2 if wanted and self._one(after) else 0
        return 1 if self._one(lower) else 0

    def _one(self, lower: str) -> bool:
        power = POWERS[self.lang].get(lower)
        if power is not None and len(lower) > 2:
            if power < 1000:
                self._current = max(self._current, 1) * power
            elif not self._total or power < self._total:
                self._total, self._current = self._total + max(self._current, 1) * power, 0.0
            else:
                return False
            return True
        found = word(self.lang, lower) or word(self.lang, lower.removesuffix("s"))
        if found is None or "second" in lower or (found.weight == NEVER and lower not in ("un", "une", "one")):
            return False
        return self._unit(found.values[0]) if found.kind == "card" else self._end(lower, found.kind, found.values)

    def _unit(self, value: float) -> bool:
        rest = self._current % 100
        if self.lang == "fr" and value == 20 and rest == 4:
            self._current += 76
        elif (
            (0 < value < 10 and rest >= 20 and rest % 10 == 0)
            or (self.lang == "fr" and 10 <= value < 20 and rest in (60, 80))
            or (self.lang == "fr" and 7 <= value < 10 and rest in (10, 70, 90))
            or (self._current + self._total >= 100 and rest == 0 and 0 < value < 100)
        ):
            self._current += value
        elif self.lang == "en" and 13 <= self._current <= 20 and 10 <= value < 100 and not self._total:
            self._current = self._current * 100 + value  # nineteen ninety-nine
        else:
            return False
        return True

    def _end(self, lower: str, kind: str, values: tuple[float, ...]) -> bool:
        """`twenty-first` is one rank, `two thirds` a part."""
        rest = self._current % 100
        if kind == "ord" and values[0] < 10 and rest >= 20 and rest % 10 == 0:
            self._current, self.kind = self._current + values[0], "ord"
            return True
        part = values[-1] if kind == "ord" else values[0]
        several = 1 < self._current < 20 and not self._total
        if several and 0 < part < 1 and (kind == "frac" or (kind == "ord" and lower[-1] == "s")):
            self._current, self.kind = self._current * part, "frac"
            return True
        return False
