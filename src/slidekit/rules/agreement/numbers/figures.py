"""What figures may mean: `1,250.50` and `1 250,50`, `1:00 p.m.` and `13 h`, `2026-03-10` and `10/03/2026`.

Source: The Canadian Style, 5.09 (figures), 5.11 (dates), 5.12 (time of day); Le guide du rédacteur, 2.3 (writing of
numbers), 2.4.7 (hours); Imprimerie nationale, Lexique des règles typographiques, « Nombres »; ISO 8601-1, 5.2.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from slidekit.rules.agreement.numbers import units
from slidekit.rules.agreement.numbers.tokens import SPACES, Token
from slidekit.rules.agreement.numbers.units import POWERS
from slidekit.rules.agreement.numbers.words import word
from slidekit.rules.patterns import Patterns

if TYPE_CHECKING:
    from slidekit.rules.agreement.numbers.surroundings import Near

Key = float | str
Pieces = tuple[frozenset[Key], ...]
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_EXACT = 15
"""Digits that a float holds; longer numbers are compared as they are written."""
_LOOSE = str.maketrans("", "", SPACES + "'’")
_IDIOMATIC = frozenset(("first", "third", "premier", "premiers", "première", "premières", "double"))
_YEARS = ("fy", "ef", "af", "exercice")
_HALF_A_DAY = 12 * 60


def tight(text: str) -> str:
    """Without the spaces in it, to be compared as written."""
    return text.translate(_LOOSE).replace("‑", "-").lower()


def values(typed: str, lang: str) -> tuple[tuple[float, ...], Pieces]:
    """What a number in figures may be worth, and what it is made of where it may be several: `1,2,3`, `3 100`."""
    bare = typed.translate(_LOOSE)
    if len(bare) > _EXACT + 3:
        return (), ()
    groups = [one for one in re.split(r"[^\d]+", typed) if one]
    pieces = () if any(one[0] == "0" for one in groups[1:]) else tuple(frozenset({float(one)}) for one in groups)
    seps = [sign for sign in bare if sign in ".,"]
    if not seps:
        return (float(bare),), pieces if len(pieces) > 1 else ()
    whole, _, part = bare.rpartition(seps[-1])
    grouped = all(len(one) == 3 for one in re.split("[.,]", bare)[1:]) and 0 < len(re.split("[.,]", bare)[0]) < 4
    joined = float(bare.replace(".", "").replace(",", ""))
    if len(seps) > 1:
        if len(set(seps)) == 1:
            return ((joined,), ()) if grouped else ((), pieces)
        return (float(f"{whole.replace('.', '').replace(',', '')}.{part}"),), pieces if "," in bare else ()
    decimal = float(f"{whole or '0'}.{part}")
    thousands = grouped and whole != "0" and whole.isdigit() and (typed == bare)
    if lang == "en":
        return (joined if thousands and seps[0] == "," else decimal,), () if seps[0] == "." else pieces
    return (decimal, joined) if thousands else (decimal,), ()


def fraction_after(token: Token, after: Token, text: str) -> float | None:
    """The part that `½` adds to `2½`, and `1/2` to `2 1/2`."""
    gap = text[token.end : after.start]
    if after.kind == "vulgar" and gap in ("", *SPACES):
        return VULGAR[after.text]
    if after.kind == "slash" and gap and gap in SPACES + "-‑":
        over, under = (int(one) for one in re.split("[/\u2044]", after.text))
        return over / under if 0 < over < under <= 16 else None
    return None


def scaled(numbers: tuple[float, ...], near: Near) -> set[Key]:
    """With the million that follows, as a share of a hundred, as part of a whole."""
    keys: set[Key] = set()
    for number in numbers:
        if near.power == 1.0 or near.either:
            keys.add(number)
        if near.power != 1.0:
            keys.add(_round(number * near.power))
    if near.percent:
        keys |= {_round(number / 100) for number in numbers if number != 100}
    if near.ratio:
        keys |= {number / near.ratio for number in numbers if number < near.ratio}
    return keys


def _round(number: float) -> float:
    return float(f"{number:.14g}")


def contextual(number: float, token: Token, text: str, near: Near) -> set[Key]:
    """What the words and signs around a number make of it: decades, years of two figures, hours, cents."""
    keys: set[Key] = set()
    two = len(token.text) == 2
    sign = text[token.start - 1 : token.start]
    decade = near.ending == "s" or near.tail.startswith(("'s", "’s")) or near.before in ("années", "annees")
    if decade and number >= 1000:
        keys |= {number % 100} if number % 100 else {number // 100 + 1}
    if decade and two:
        keys |= {1900 + number, 2000 + number}
    if two and (sign in ("-", "–", "‑", "'", "’") or near.before in _YEARS or near.name):
        keys |= {1900 + number, 2000 + number}
    if (near.money and "¢" in near.tail[:3]) or near.tail.lstrip(SPACES).lower().startswith("cent"):
        keys.add(_round(number / 100))
    if number == 12 and not near.unit:
        keys |= {"t0", "t1440"} if near.tail[1:9] == "midnight" else {"t720"}
    clock = len(token.text) == 4 and token.text.isdecimal() and number < 2400 and number % 100 < 60
    if clock and (near.unit == "d3600" or token.text[0] == "0" or _patterns()["four"].search(text[: token.start][-8:])):
        keys.add(f"t{int(number // 100 * 60 + number % 100)}")
    return keys


def time_of_day(number: float, near: Near) -> set[Key]:
    """`1 p.m.`, which says an hour and no other number; nothing without `a.m.` or `p.m.`."""
    meridiem = _patterns()["meridiem"].match(near.tail) if number <= 12 else None
    return {f"t{_on_the_day(int(number), 0, meridiem)}"} if meridiem else set()


def perhaps_an_hour(number: float, near: Near) -> set[Key]:
    """A bare `5` may be five o'clock: `happy hour from 5 to 7 p.m.` is `le 5 à 7`."""
    if near.unit or near.percent or near.money or not 0 < number <= 12 or number % 1:
        return set()
    at = int(number) % 12 * 60
    return {f"t{at}", f"t{at + _HALF_A_DAY}"}


def spans(keys: set[Key] | frozenset[Key], unit: tuple[str, int] | None, lang: str) -> set[Key]:
    """`48 hours` is `deux jours`, and French counts a fortnight as `quinze jours`, a week as `huit jours`."""
    if unit is None:
        return set()
    letter, size = unit
    found: set[Key] = {f"{letter}{_round(one * size):g}" for one in keys if isinstance(one, float)}
    if letter == "o" and size in (1, 12):
        found |= {f"d{one * (30 if size == 1 else 365) * 86400:g}" for one in (1.0, 2.0, 3.0) if one in keys}
    if unit == ("d", 604800):
        found |= {f"w{one:g}" for one in (1.0, 2.0) if one in keys}
    if lang == "fr" and unit == ("d", 86400):
        found |= {name for days, name in ((8.0, "w1"), (15.0, "w2")) if days in keys}
    return found


@cache
def _patterns() -> Patterns:
    space = f"[{SPACES}]"
    return Patterns(
        {
            "meridiem": (rf"[-{SPACES}]?([ap])\.?{space}?m\b", re.IGNORECASE),
            "four": rf"0\d{{3}}{space}?[-–]{space}?$",
            "evening": (rf"{space}(?:de{space}l['’]après-midi|du{space}soir)", re.IGNORECASE),
            "half": (
                rf"{space}(?:[^\W\d_]+{space})?(?:and{space}a{space}half|et{space}demie?)(?!\w)(?:{space}(?P<power>[mbt]r?illion|thousand))?",
                re.IGNORECASE,
            ),
            "span en": (rf"[-‑{SPACES}](?:(?:of{space})?an?{space})?([^\W\d_]+)", re.IGNORECASE),
            "span fr": (rf"[-‑{SPACES}](?:d['’](?:une?{space})?)?([^\W\d_]+)", re.IGNORECASE),
            "ratio": (rf"{space}(?:[^\W\d_]+{space})?(?:in|out of|of|sur){space}([^\W\d_]+)", re.IGNORECASE),
            "past": (rf"(half|quarter){space}(past|after|to|before){space}", re.IGNORECASE),
            "heures": (rf"{space}heures?{space}(?:et{space}|(moins{space}(?:le{space})?))quart\b", re.IGNORECASE),
            "power": (
                rf"[-‑{SPACES}](?:of{space})?(?:a{space})?([^\W\d_]*ill(?:ion|iard)|dozen|douzaine)\b",
                re.IGNORECASE,
            ),
            "idiom": (
                r"[-\s,]+(?:and|or|middle|last|names?|given|aid|nations?|come|responders?|language|hand|lady"
                r"|of all|ministres?|ministère|soins|secours|plan|abord|répondants?|lieu|party|parties|check\w*"
                r"|click\w*)\b",
                re.IGNORECASE,
            ),
            "dated before": rf"\d(?:st|nd|rd|th|er|e|<)?[-{SPACES}.,]{{1,2}}(?:of{space})?$",
            "dated after": rf"\.?,?[-{SPACES}](?:le{space}|the{space})?['’]?\d",
        }
    )


def dated(text: str, start: int, end: int) -> bool:
    """Whether a number stands beside a month, so that it surely is one."""
    patterns = _patterns()
    return bool(
        patterns["dated before"].search(text[max(0, start - 9) : start])
        or patterns["dated after"].match(text[end : end + 12])
    )


def is_idiom(lower: str, text: str, start: int, end: int) -> bool:
    """Whether a word counts nothing: `first name` is `prénom`, `third party` is `tiers`, `premier ministre`."""
    if lower in ("half", "demi", "demie", "quarter", "quart"):
        before = text[max(0, start - 9) : start].lower()
        told = before.endswith(("and a ", " et ", " et\u00a0", "moins ", "moins le "))
        return told or _patterns()["past"].match(text[start : end + 12]) is not None
    if lower not in _IDIOMATIC:
        return False
    return _patterns()["idiom"].match(text[end : end + 20]) is not None


def with_half(value: float, text: str, end: int) -> set[Key]:
    """`two and a half`, `un an et demi`, `deux millions et demi`."""
    found = _patterns()["half"].match(text[end : end + 40])
    if found is None:
        return set()
    if found["power"]:
        return {(value + 0.5) * POWERS["en"].get(found["power"].lower(), 1.0)}
    power = next((one for one in (1e9, 1e6, 1e3) if value >= one), 1.0)
    return {value + power / 2}


def on_the_clock(value: float, text: str, start: int, end: int) -> set[Key]:
    """`half past two`, `a quarter to nine`, `neuf heures moins le quart`."""
    past = _patterns()["past"].search(text[max(0, start - 18) : start])
    quarter = _patterns()["heures"].match(text[end : end + 28])
    if past and past.end() == min(start, 18):
        minutes = 30 if past[1].lower() == "half" else 15
        late = past[2].lower() in ("past", "after")
    elif quarter:
        minutes, late = 15, not quarter[1]
    else:
        return set()
    at = (int(value) % 12) * 60 + (minutes if late else -minutes)
    return {f"t{at % 720}", f"t{at % 720 + _HALF_A_DAY}"}


def part_of(part: float, text: str, end: int, lang: str) -> set[Key]:
    """`half a million`, `un demi-million`, `three-quarters of a million`."""
    found = _patterns()["power"].match(text[end : end + 24])
    return {_round(part * POWERS[lang].get(found[1].lower(), 1.0))} if found else set()


def about(keys: set[Key]) -> set[Key]:
    """A third is said to be 33 % or 33.3 %, two thirds are 66 % or 67 %."""
    parts = [one for one in keys if isinstance(one, float) and 0 < one < 1]
    return {_round(made) for one in parts for made in (round(one, 2), round(one, 3), int(one * 100) / 100)}


def in_ratio(value: float, text: str, end: int, lang: str) -> set[Key]:
    """`four out of five` is `80 %`."""
    found = _patterns()["ratio"].match(text[end : end + 40])
    whole = word(lang, found[1].lower()) if found else None
    if whole is None or whole.kind != "card" or whole.values[0] < max(value, 2):
        return set()
    return {_round(value / whole.values[0])}


def span_after(text: str, end: int, lang: str) -> tuple[str, int] | None:
    """The unit of time after a number in words; that of `half an hour` and `un quart d'heure`, too."""
    found = _patterns()[f"span {lang}"].match(text[end : end + 40])
    if found is None or found[1].lower() in POWERS[lang] or found[1].lower() in ("second", "seconds", "s"):
        return None
    return units.span(found[1], lang)


def shape(token: Token, text: str, lang: str) -> tuple[set[Key], Pieces]:
    """What a date, a time, a fraction, a version or a telephone number is compared by, and its pieces."""
    numbers = [int(one) for one in re.findall(r"\d+", token.text[:40])]
    match token.kind:
        case "phone":
            digits = "".join(one for one in token.text if one.isdigit())
            return {f"p{_line(digits)}"}, tuple(frozenset({float(one)}) for one in numbers)
        case "dialled":
            return {float(token.text.replace("-", ""))}, ()
        case "ymd" if numbers[1] <= 12:
            year, month, day = numbers
            return set(), (frozenset({float(year)}), frozenset({f"m{month}"}), frozenset({float(day)}))
        case "ymd" | "dmy":
            return set(), tuple(_dated(one) for one in numbers)
        case "slash":
            over, under = numbers
            year = len(token.text) == 7 and under < 100
            pieces = (_dated(over), _dated(under) | ({2000.0 + under, 1900.0 + under} if year else set()))
            return about({over / under}) | {over / under} if over < under else set(), pieces
        case "dotted":
            grouped = all(len(one) == 3 for one in token.text.split(".")[1:]) and len(token.text) <= _EXACT
            return {float(token.text.replace(".", ""))} if grouped else set(), ()
        case _:
            return _time(token, text, numbers, lang)


def _line(digits: str) -> str:
    """A telephone number without the 1 of North America, the 33 or the 0 of France. Source: ITU-T E.164, annex A."""
    if digits.startswith(("0", "33")):
        return digits[-9:]
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def _dated(number: int) -> frozenset[Key]:
    return frozenset({float(number), f"m{number}"} if number <= 12 else {float(number)})


def _time(token: Token, text: str, numbers: list[int], lang: str) -> tuple[set[Key], Pieces]:
    """A time of day, or how long something takes."""
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    tail = text[token.end : token.end + 24]
    meridiem = _patterns()["meridiem"].match(tail)
    if meridiem and hour <= 12:
        return {f"t{_on_the_day(hour, minute, meridiem)}"}, ()
    minutes = hour * 60 + minute
    keys: set[Key] = {f"t{minutes}", f"d{_round(minutes * 60.0):g}"}
    if _patterns()["evening"].match(tail) and hour <= 12:
        keys = {f"t{(hour % 12) * 60 + _HALF_A_DAY + minute}"}
    elif lang == "en" and token.kind == "clock" and hour <= 12:
        keys |= {f"t{(hour % 12) * 60 + minute}", f"t{(hour % 12) * 60 + _HALF_A_DAY + minute}"}
    if len(numbers) == 1:
        keys |= {float(hour)} | ({float(hour - 12)} if 12 < hour < 24 else set())
    if token.kind == "clock" and len(numbers) == 2:
        keys.add(f"d{minutes}")
    pieces = tuple(frozenset({float(one)}) for one in numbers) if len(numbers) > 1 else ()
    return keys, pieces


def _on_the_day(hour: int, minute: int, meridiem: re.Match[str]) -> int:
    """Minutes since midnight; 12 a.m. is midnight. Source: The Canadian Style, 5.12."""
    return (hour % 12) * 60 + minute + (_HALF_A_DAY if meridiem[1] in "pP" else 0)
