"""Whether two texts have the same numbers: each value that one side has must be somewhere on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from slidekit.rules.agreement.numbers import units
from slidekit.rules.agreement.numbers.amounts import MUST, Amount, amounts
from slidekit.rules.agreement.numbers.figures import Key
from slidekit.rules.agreement.numbers.signs import editions, moneys, reversed_range, signs_differ, units_differ
from slidekit.rules.agreement.numbers.words import NEVER, SURELY

_MISTYPED = 2
"""Digits in which a mistyped telephone number differs."""
_IN_FIGURES = ("figure", "name")
_MILLION = 1e6
_PAIRED = 30
"""Figures of a text that are paired one by one."""
MOST = 200
"""Lost numbers that are looked at closely; a text that lost more is wrong whatever they are."""


class Side(Struct, frozen=True, gc=False):
    """One language of a text."""

    text: str
    """Without markup."""
    hidden: str
    """What stands in its code, formulas and addresses: a number that stands there is not lost."""
    amounts: tuple[Amount, ...]


class Difference(Struct, frozen=True, gc=False):
    """What one language says and the other does not."""

    en: tuple[Amount, ...]
    fr: tuple[Amount, ...]
    why: str = "value"
    """`value`, `money`, `sign`, `unit` or `order`."""


def side(text: str, hidden: str, lang: str) -> Side:
    """A text with its numbers."""
    return Side(text, hidden, tuple(amounts(text, lang)))


def difference(en: Side, fr: Side) -> Difference | None:
    """The numbers that the two languages do not share; `None` where nothing can be told."""
    lost_en, lost_fr = _lost(en, fr), _lost(fr, en)
    if lost_en or lost_fr:
        lost_en, lost_fr = _told(lost_en, lost_fr)
        if lost_en or lost_fr:
            return Difference(tuple(lost_en), tuple(lost_fr))
    return _steps(en.amounts, fr.amounts) or _repeated(en.amounts, fr.amounts) or _marked(en, fr)


def _steps(en: Sequence[Amount], fr: Sequence[Amount]) -> Difference | None:
    """`2. Build` beside `3. Construire`."""
    if en and fr and en[0].near.step and fr[0].near.step and en[0].keys.isdisjoint(fr[0].keys):
        return Difference((en[0],), (fr[0],))
    return None


def _repeated(en: Sequence[Amount], fr: Sequence[Amount]) -> Difference | None:
    """Numbers that both sides have, but one more often: `2 of 2` and `1 of 2`; told where both have as many figures."""
    left, right = _countable(en, fr), _countable(fr, en)
    if not 1 < len(left) == len(right) <= _PAIRED or any(one.pieces for one in [*left, *right]):
        return None
    partner: dict[int, int] = {}
    for at in range(len(left)):
        if not _paired(at, left, right, partner, set()):
            alone = next(number for number in range(len(right)) if number not in partner)
            return Difference((left[at],), (right[alone],))
    return None


def _countable(own: Sequence[Amount], other: Sequence[Amount]) -> list[Amount]:
    """The figures of a side, and the words that surely count."""
    return _whole(
        [one for one in own if one.kind in _IN_FIGURES or (one.kind == "card" and one.weight == SURELY)], other
    )


def _paired(at: int, left: Sequence[Amount], right: Sequence[Amount], partner: dict[int, int], tried: set[int]) -> bool:
    """Whether a number finds one that is like it, be it by making room. Source: Kuhn, The Hungarian method, 1955."""
    for number, other in enumerate(right):
        if number not in tried and not (left[at].keys | left[at].lent).isdisjoint(other.keys | other.lent):
            tried.add(number)
            if number not in partner or _paired(partner[number], left, right, partner, tried):
                partner[number] = at
                return True
    return False


def _lost(own: Side, other: Side) -> list[Amount]:
    """The numbers of a side that the other has in no form."""
    known: set[Key] = set()
    for one in other.amounts:
        known |= one.keys | one.lent
        for piece in one.pieces:
            known |= piece
    lost = [one for one in own.amounts if one.weight and one.keys.isdisjoint(known) and not _in_pieces(one, known)]
    if not lost or len(lost) > MOST:
        return lost
    spans = _spans(other.text) if any(one.near.span for one in lost) else frozenset()
    return [
        one
        for one in lost
        if one.weight < MUST or not (_stands_in(one.text, other.hidden) or not spans.isdisjoint(one.keys))
    ]


def _spans(text: str) -> frozenset[Key]:
    """The spans of time that a text has without a number: `the last 12 months` is `la dernière année`."""
    named = [units.SPANS.get(word) for word in re.findall(r"[^\W\d_]+", text.lower())]
    return frozenset(one for one in named if one and one not in ("d1", "o1"))


def _in_pieces(one: Amount, known: set[Key]) -> bool:
    return bool(one.pieces) and not any(piece.isdisjoint(known) for piece in one.pieces)


def _stands_in(typed: str, hidden: str) -> bool:
    """Whether a number stands in code, in a link or in a name of the other side."""
    return hidden != "" and re.search(rf"(?<![\d.,]){re.escape(typed)}(?![.,]?\d)", hidden) is not None


def _told(en: list[Amount], fr: list[Amount]) -> tuple[list[Amount], list[Amount]]:
    """What of the lost numbers is surely wrong: all figures; words only where the other side lost one like it."""
    if _converted(en, fr):
        return [], []
    en, fr = _other_line(en, fr), _other_line(fr, en)
    if any(one.weight == MUST for one in [*en, *fr]):
        return _first(en), _first(fr)
    en, fr = _whole(en, fr), _whole(fr, en)
    kinds = _kinds(en, SURELY) & _kinds(fr, NEVER + 1) | _kinds(en, NEVER + 1) & _kinds(fr, SURELY)
    return [one for one in en if one.kind in kinds], [one for one in fr if one.kind in kinds]


def _first(lost: list[Amount]) -> list[Amount]:
    """The lost figures; where there are none, the word that may stand in their place."""
    return [one for one in lost if one.weight == MUST] or [one for one in lost if one.kind != "month"][:1]


def _whole(own: Sequence[Amount], other: Sequence[Amount]) -> list[Amount]:
    """Without the thousands that one language leaves unsaid after others: `fourteen thousand, or eight`."""
    known = {key for one in other for key in one.keys if isinstance(key, float)}
    more = {key * 1000 for key in known if key < _MILLION}
    return [
        one
        for one in own
        if one.kind != "card"
        or not any(
            isinstance(key, float) and (key in more or (key < _MILLION and key * 1000 in known)) for key in one.keys
        )
    ]


def _kinds(lost: Iterable[Amount], least: int) -> set[str]:
    return {one.kind for one in lost if one.weight >= least}


def _other_line(own: list[Amount], other: list[Amount]) -> list[Amount]:
    """Without the telephone numbers of which each language has its own; a mistyped one differs in a digit or two."""
    lines = [_digits(one) for one in other]
    return [
        one
        for one in own
        if not (mine := _digits(one))
        or not any(sum(a != b for a, b in zip(mine, line, strict=False)) > _MISTYPED for line in lines if line)
    ]


def _digits(one: Amount) -> str:
    """The digits of a telephone number, without its country."""
    return "".join(sign for sign in one.text if sign.isdigit())[-10:] if _is_phone(one) else ""


def _is_phone(one: Amount) -> bool:
    return any(isinstance(key, str) and key[0] == "p" for key in one.keys)


def _converted(en: Sequence[Amount], fr: Sequence[Amount]) -> bool:
    """Whether miles became kilometres, or degrees Fahrenheit Celsius."""
    left = {one.near.measure for one in en if one.weight == MUST}
    right = {one.near.measure for one in fr if one.weight == MUST}
    return {frozenset(left), frozenset(right)} == {frozenset({"imperial"}), frozenset({"metric"})}


def _marked(en: Side, fr: Side) -> Difference | None:
    """What differs although the values are the same: percent, currency, minus, the order of a range."""
    for why, found in (
        ("sign", signs_differ(en.amounts, fr.amounts, en.text, fr.text)),
        ("money", moneys(en.amounts, fr.amounts, en.text, fr.text)),
        ("unit", units_differ(en.amounts, fr.amounts)),
        ("value", editions(en.amounts, fr.amounts)),
        ("order", reversed_range(en.amounts, fr.amounts, en.text, fr.text)),
    ):
        if found is not None:
            return Difference((found[0],), (found[1],), why)
    return None
