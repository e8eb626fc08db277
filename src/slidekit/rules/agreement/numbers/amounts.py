"""Every number of a text with all that it may mean: a value, a time of day, a date, a part, a span of time."""

from __future__ import annotations

from msgspec import Struct

from slidekit.rules.agreement.numbers import figures
from slidekit.rules.agreement.numbers.calendar import ALONE, MOMENTS, MONTHS, WEEKDAYS
from slidekit.rules.agreement.numbers.figures import Key
from slidekit.rules.agreement.numbers.roman import roman
from slidekit.rules.agreement.numbers.spelling import Spelled, spelled
from slidekit.rules.agreement.numbers.surroundings import Near, is_idle, near
from slidekit.rules.agreement.numbers.tokens import Token, tokens
from slidekit.rules.agreement.numbers.words import COUNTED, NEVER, PERHAPS, SURELY, VOCABULARY

MUST = 3
"""The weight of what is written in figures: it stands in both languages, whatever form it has there."""
_IDIOMS = frozenset(("24/7", "50/50", "80/20", "20/20", "7/7", "24/24"))
"""Figures that are words: `24/7` is `en tout temps`."""
_THOUSANDS = "000"
"""What a table says of its figures: `($000)` is `(en milliers de dollars)`."""


class Amount(Struct, frozen=True, gc=False):
    """A number and what it may mean."""

    text: str
    """As the author wrote it."""
    start: int
    end: int
    keys: frozenset[Key]
    """Numbers as floats; else `t780` (minutes of the day), `m3` (a month), `d3600` (seconds), `o12` (months)…"""
    kind: str
    """`figure`, `name` (in `COVID-19`), `roman`, `month`, or a kind of word."""
    weight: int
    pieces: tuple[frozenset[Key], ...] = ()
    """What it is made of, where it may stand in pieces on the other side: a date, `2 h 30`."""
    near: Near = Near()
    lent: frozenset[Key] = frozenset()
    """What the other side may mean by it, too: a month that is written in figures there."""


def amounts(text: str, lang: str) -> list[Amount]:
    """The numbers of a text that has no markup."""
    if "50-50" in text:
        text = text.replace("50-50", "50/50")
    all_tokens = tokens(text)
    found: list[Amount] = []
    known, at = VOCABULARY[lang], 0
    while at < len(all_tokens):
        token = all_tokens[at]
        if token.kind == "word":
            lower = token.text.lower()
            if lower not in known and token.text[0] not in "IVXLCDM" and "ième" not in lower:
                at += 1
                continue
            made, took = _worded(all_tokens, at, text, lang)
        elif token.kind in ("number", "vulgar"):
            made, took = _figured(all_tokens, at, text, lang)
        else:
            made, took = _shaped(token, text, lang), 1
        if made is not None:
            found.append(made)
        at += took
    return found


def _figured(all_tokens: list[Token], at: int, text: str, lang: str) -> tuple[Amount, int]:
    """A number in figures, with the fraction that may follow it: `2½`, `2 1/2`."""
    token, took, end = all_tokens[at], 1, all_tokens[at].end
    values, pieces = figures.values(token.text, lang) if token.kind == "number" else ((), ())
    part = figures.VULGAR.get(token.text)
    after = all_tokens[at + 1] if at + 1 < len(all_tokens) else None
    if part is not None:
        values = (part,)
    elif after is not None and (part := figures.fraction_after(token, after, text)) is not None:
        values, pieces, took, end = tuple(one + part for one in values), (), 2, after.end
    around = near(text, all_tokens, at, end, lang)
    keys: set[Key] = figures.scaled(values, around)
    keys |= figures.spans(keys, around.span, lang)
    if around.power != 1.0 or not values:
        keys.add("=" + figures.tight(text[token.start : end] + around.power_word))
    lent: frozenset[Key] = frozenset()
    number = next(iter(values), None)
    if number is not None:
        clock = figures.time_of_day(number, around)
        lent = frozenset(keys if clock else figures.perhaps_an_hour(number, around))
        keys = clock or keys | figures.contextual(number, token, text, around)
    if token.text == _THOUSANDS:
        return Amount(token.text, token.start, end, frozenset((0.0, 1000.0)), "figure", SURELY), took
    name = around.name
    weight = SURELY if name or around.idle or (around.percent and number == 100) else MUST
    kind = "name" if name else "figure"
    return Amount(text[token.start : end], token.start, end, frozenset(keys), kind, weight, pieces, around, lent), took


def _shaped(token: Token, text: str, lang: str) -> Amount:
    """A date in figures, a time of day, a telephone number, a version, a fraction."""
    keys, pieces = figures.shape(token, text, lang)
    keys = keys | {"=" + figures.tight(token.text)}
    weight = SURELY if token.text in _IDIOMS or is_idle(token, text) else MUST
    around = Near(unit="d3600" if token.kind == "hours" and not pieces else "")
    lent = frozenset((2001.0,)) if token.text == "9/11" else frozenset[Key]()  # le 11 septembre 2001
    return Amount(token.text, token.start, token.end, frozenset(keys), "figure", weight, pieces, around, lent)


def _worded(all_tokens: list[Token], at: int, text: str, lang: str) -> tuple[Amount | None, int]:
    token = all_tokens[at]
    lower = token.text.lower()
    if (date := _date(token, lower, text, lang)) is not None:
        return date, 1
    number = spelled(all_tokens, at, text, lang)
    percent = lower == "cent" and text[max(0, token.start - 5) : token.start - 1].lower() == "pour"
    if number is not None and not percent:
        return _in_words(all_tokens, at, number, text, lang), number.count
    return _roman(all_tokens, at, text), 1


def _date(token: Token, lower: str, text: str, lang: str) -> Amount | None:
    """A month, a day of the week, noon or midnight."""
    keys: frozenset[Key] | None = None
    lent: frozenset[Key] = frozenset()
    named = lang == "fr" or token.text[0].isupper()
    if named and lower in MONTHS and (lower in ALONE or figures.dated(text, token.start, token.end)):
        keys, kind = frozenset((f"m{MONTHS[lower]}",)), "month"
        lent = frozenset((float(MONTHS[lower]), 7.0 if lower == "sept" else float(MONTHS[lower])))
    elif named and lower in WEEKDAYS:
        keys, kind = frozenset((f"weekday {WEEKDAYS[lower]}",)), "weekday"
    elif lower in MOMENTS and not text.startswith(("après-", "apres-"), max(0, token.start - 6)):
        keys, kind = frozenset(MOMENTS[lower]), "moment"
    return Amount(token.text, token.start, token.end, keys, kind, SURELY, lent=lent) if keys else None


def _in_words(all_tokens: list[Token], at: int, number: Spelled, text: str, lang: str) -> Amount:
    first, last = all_tokens[at], all_tokens[at + number.count - 1]
    lower = first.text.lower()
    keys: set[Key] = set(number.values)
    for value in number.values if number.kind == "card" else ():
        keys |= figures.with_half(value, text, last.end) | figures.in_ratio(value, text, last.end, lang)
    keys |= figures.about(keys)
    if number.kind == "frac":
        keys |= figures.part_of(number.values[0], text, last.end, lang)
    unit = figures.span_after(text, last.end, lang)
    around = Near(unit=f"{unit[0]}{unit[1]}" if unit else "")
    if number.kind == "card":
        keys |= figures.on_the_clock(number.values[0], text, first.start, last.end)
    weight = NEVER if figures.is_idiom(lower, text, first.start, last.end) else number.weight
    keys |= figures.spans(keys, unit, lang)
    return Amount(
        text[first.start : last.end], first.start, last.end, frozenset(keys), number.kind, weight, near=around
    )


def _roman(all_tokens: list[Token], at: int, text: str) -> Amount | None:
    """`Part IV`, `XXe siècle`; a letter alone is a number surely only after the word for what is counted."""
    token = all_tokens[at]
    found = roman(token.text) if token.text[0] in "IVXLCDM" else None
    if found is None:
        return None
    number, ending = found
    letters = token.text.removesuffix(ending)
    counted = at > 0 and all_tokens[at - 1].end == token.start - 1 and all_tokens[at - 1].text.lower() in COUNTED
    if len(letters) == 1:
        if letters not in "IVX":
            return None
        weight = SURELY if counted else PERHAPS if ending else NEVER
    else:
        weight = SURELY if ending or counted or not letters.strip("IVX") else NEVER
    return Amount(token.text, token.start, token.end, frozenset((float(number),)), "roman", weight)
