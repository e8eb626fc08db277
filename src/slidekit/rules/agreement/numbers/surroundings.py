"""What stands around a number in figures and changes what it means: units, powers, signs, letters stuck to it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from slidekit.rules.agreement.numbers import units
from slidekit.rules.agreement.numbers.tokens import SPACES, Token
from slidekit.rules.agreement.numbers.units import IMPERIAL, LETTERS, METRIC, POWERS
from slidekit.rules.patterns import Patterns

_ENDINGS = frozenset(
    "st nd rd th er ère re e ème eme ième ieme es ers ères res nde nds ndes d ᵉ ᵉʳ ʳᵉ ᵗʰ ˢᵗ ⁿᵈ ʳᵈ è".split()
)
_UNITS = frozenset(
    "GB MB KB TB PB Go Mo Ko To GHz MHz kHz Hz kW MW GW TW W V A C F K M B G T MM"
    " kWh MWh GWh TWh Mb Gb Mbps Gbps".split()
)
_NAMES_AFTER = frozenset("run race walk course tv video screen resolution display".split())


class Near(Struct, frozen=True, gc=False):
    """The neighbours of a number."""

    power: float = 1.0
    """What it is multiplied by: a million in `5 million`."""
    power_word: str = ""
    either: bool = False
    """Whether it may also stand for itself: `5 M`, and the first of `5 to 10 million`."""
    percent: bool = False
    money: bool = False
    negative: bool = False
    name: bool = False
    """Whether letters stuck to it make it a name: `COVID-19`, `A4`, `3D`."""
    idle: bool = False
    """Whether it is part of a turn that the other language may put without figures: `24 heures sur 24`."""
    step: bool = False
    """Whether it begins the text and says which one in a list that is."""
    ending: str = ""
    """The letters stuck to its end, in lower case."""
    before: str = ""
    """The word before it, in lower case."""
    titled: bool = False
    """Whether that word is a name or says that a version follows: `Python 3.10`, `version 2.0`."""
    span: tuple[str, int] | None = None
    """A unit of time: `d` or `o`, and how many seconds or months it has."""
    unit: str = ""
    """The unit that follows, by one name in both languages: `d86400`, `mb`."""
    measure: str = ""
    """`imperial` or `metric`."""
    ratio: int = 0
    """In `4 out of 5`, the second."""
    tail: str = ""
    """Some characters after it."""


@cache
def _patterns() -> Patterns:
    space = f"[{SPACES}]"
    number = rf"\d[\d{SPACES}.,]{{0,14}}?"
    join = rf"(?:{space}*(?:[-–—‑]){space}*|{space}(?:to|through|à|au|aux|or|ou|and|et|et de|et à|de){space})"
    power = r"(?P<word>[^\W\d_]+)"
    return Patterns(
        {
            "word": rf"[-‑{SPACES}]?{power}",
            "range": rf"{space}?[%$€£¥]?{join}[$€£¥]?{number}{space}?{power}",
            "percent": (rf"{space}?(?:[%‰]|per ?cent\b|pour{space}cent\b|p\.{space}?100)", re.IGNORECASE),
            "money": rf"{space}?(?:k|K|M|MM|G|B|T|Md|Mds|m|bn)?{space}?[$€£¥¢]",
            "money before": rf"[$€£¥]{space}?$",
            "minus": (
                rf"(?:\bminus|(?<!au[{SPACES}])(?<!du[{SPACES}])(?<!ou[{SPACES}])\bmoins){space}$",
                re.IGNORECASE,
            ),
            "ratio": rf"{space}(?:in|out of|of|sur){space}(\d{{1,4}})(?!\d)",
            "idle": (
                rf"{space}?(?:h|heures|j|jours)?{space}sur{space}(?:24|7)(?!\d)|[-{SPACES}](?:hours|days){space}a{space}(?:day|week|year)\b"
            ),
            "idle before": rf"{space}sur{space}$",
            "degrees": rf"{space}?°{space}?([CF])(?!\w)",
        }
    )


def near(text: str, tokens: list[Token], at: int, end: int, lang: str) -> Near:
    """The neighbours of the number at `at`, which ends at `end`."""
    token, patterns = tokens[at], _patterns()
    before = tokens[at - 1] if at and tokens[at - 1].kind == "word" else None
    tail = text[end : end + 60]
    found = patterns["word"].match(tail)
    stuck = found["word"] if found and found.start("word") == 0 else ""
    following = found["word"] if found else ""
    head = text[max(0, token.start - 12) : token.start]
    money = bool(patterns["money"].match(tail) or patterns["money before"].search(head))
    power, either = _power(following, stuck, money, lang, tail)
    if power == 1.0 and (later := patterns["range"].match(tail)):
        power, either = _power(later["word"], "", money, lang, "")[0], True
    idle = is_idle(token, text)
    ratio = patterns["ratio"].match(tail)
    span = None if stuck == "s" else units.span(following, lang)
    degrees = patterns["degrees"].match(tail)
    return Near(
        power=power,
        power_word=following if power != 1.0 else "",
        either=either,
        percent=patterns["percent"].match(tail) is not None,
        money=money,
        negative=(head[-1:] in ("-", "−") and (len(head) == 1 or head[-2] in SPACES + "\n\t(["))
        or patterns["minus"].search(head) is not None,
        name=_is_name(token, before, stuck, text),
        idle=idle,
        step=is_step(token, text),
        ending=stuck.lower(),
        before=before.text.lower() if before else "",
        titled=before is not None and (before.text[0].isupper() or before.text.lower() in ("version", "v", "release")),
        span=span,
        unit=f"{span[0]}{span[1]}" if span else units.measure(following, lang) if power == 1.0 else "",
        measure=_measure(degrees[1] if degrees else following, degrees is not None, tail),
        ratio=int(ratio[1]) if ratio else 0,
        tail=tail,
    )


def is_step(token: Token, text: str) -> bool:
    """Whether a text begins with a number that only says which one in a list it is."""
    tail = text[token.end : token.end + 2]
    after = tail in (". ", ") ", ".\u00a0", ")\u00a0") and len(token.text) < 3
    return after and token.start < 8 and not text[: token.start].strip(" (#*-")


def is_idle(token: Token, text: str) -> bool:
    """Whether a number counts nothing: `1.` before a step, `24 heures sur 24`, `in their 60s`, `Python 101`."""
    head, tail = text[max(0, token.start - 12) : token.start], text[token.end : token.end + 16]
    if is_step(token, text):
        return True
    if token.text == "101":
        return re.search(r"\b[A-Z]\w+ $", head) is not None
    if token.text == "1":
        return head.endswith(("1:", "1-on-")) or tail.startswith((":1", "-on-1", "-in-"))
    if tail.startswith("s") and len(token.text) == 2:
        return head.endswith(("their ", "his ", "her "))
    if not token.text.startswith(("24", "7", "365")):
        return False
    return bool(_patterns()["idle"].match(tail) or _patterns()["idle before"].search(head))


def _power(word: str, stuck: str, money: bool, lang: str, tail: str) -> tuple[float, bool]:
    """What a number is multiplied by, and whether it may be meant as it stands, too."""
    lower = word.lower()
    if not word or (lower in ("cent", "cents") and lang == "fr"):
        return 1.0, False
    if lower in POWERS[lang]:
        return POWERS[lang][lower], False
    if word not in LETTERS:
        return 1.0, False
    named = any(one in tail[:24].lower().split() for one in _NAMES_AFTER)
    if word == "m" and not money:
        return 1.0, False
    strict = (money or (stuck != "" and word not in ("G", "T"))) and not named
    return LETTERS[word], not strict


def _is_name(token: Token, before: Token | None, stuck: str, text: str) -> bool:
    if before is not None and before.end == token.start:
        return True
    if before is not None and before.end == token.start - 1 and text[before.end] in "-‑":
        return any(sign.isupper() for sign in before.text)
    if not stuck or stuck.lower() in _ENDINGS or stuck in _UNITS or stuck in LETTERS:
        return stuck in ("G",)
    return any(sign.isupper() for sign in stuck) and not stuck.startswith(("AM", "PM"))


def _measure(word: str, degrees: bool, tail: str) -> str:
    if tail.startswith(("'", '"', "’", "”", "′", "″")):
        return "imperial"
    if degrees:
        return "imperial" if word == "F" else "metric"
    lower = word.lower()
    return "imperial" if lower in IMPERIAL else "metric" if lower in METRIC else ""
