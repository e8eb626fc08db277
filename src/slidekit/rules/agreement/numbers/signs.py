"""What is said of a value beside its figures: a minus, a percent sign, a currency, which end of a range it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from slidekit.rules.agreement.numbers.amounts import Amount
from slidekit.rules.agreement.numbers.tokens import SPACES
from slidekit.rules.patterns import Patterns

Found = tuple[Amount, Amount] | None
"""The English number and the French one that differ."""


@cache
def _patterns() -> Patterns:
    return Patterns(
        {
            "percent": (
                r"[%‰]|\b(?:per ?cent|percent\w*|pour\s?cent|pourcent\w*|points?|pct|proportion|ratio|taux|rate)\b",
                re.IGNORECASE,
            ),
            "minus": (
                r"[-−–—]\s?[$€£]?\d|\b(?:minus|negative|below|under|moins|négati\w*|sous|dessous|decreas\w*|declin\w*|drop\w*|"
                r"fall\w*|fell|down|los[st]\w*|less|off|discount\w*|rabais|sav\w+|lower\w*|reduc\w*|cut\w*|baiss\w*|diminu\w*|recul\w*|perte\w*|perd\w*|"
                r"rédui\w*|réduct\w*|chut\w*|inférieur\w*)\b",
                re.IGNORECASE,
            ),
            "money": (
                r"(?P<dollar>[$]|\b(?:dollar|buck|loonie|piastre)s?\b|\b(?:CAD|USD|CAN|AUD)\b)|(?P<euro>€|\beuros?\b|\bEUR\b)"
                r"|(?P<pound>£|\bpounds?\b|\blivres?\b|\bGBP\b)|(?P<yen>¥|\byens?\b|\bJPY\b|\byuans?\b)"
                r"|(?P<cent>¢|\bcents?\b|\bcentimes?\b)",
                re.IGNORECASE,
            ),
            "american": r"US\s?\$|\$\s?US\b|\bUSD\b|\b(?:US|U\.S\.|American)\s+dollar|\bdollars? (?:US\b|américain)",
            "canadian": r"\bCA?N?\$|\$\s?CAN?D?\b|\bCAD\b|\bCanadian\s+dollar|\bdollars? canadien",
            "from": (rf"\bfrom[{SPACES}]+[$€£]?(?=\d)", re.IGNORECASE),
            "de": (rf"\bde[{SPACES}]+(?=\d)", re.IGNORECASE),
        }
    )


def signs_differ(en: Sequence[Amount], fr: Sequence[Amount], en_text: str, fr_text: str) -> Found:
    """A percent sign or a minus that one language has and the other says in no way."""
    patterns = _patterns()
    for own, other, text, turned in ((en, fr, fr_text, False), (fr, en, en_text, True)):
        for one in own:
            twin = _twin(one, other)
            if twin is None:
                continue
            lost = one.near.percent and not twin.near.percent and patterns["percent"].search(text) is None
            lost = lost or (one.near.negative and patterns["minus"].search(text) is None and not twin.near.negative)
            if lost:
                return (twin, one) if turned else (one, twin)
    return None


def units_differ(en: Sequence[Amount], fr: Sequence[Amount]) -> Found:
    """`30 days` beside `30 mois`: the same figure of another unit, and not of the right one elsewhere."""
    for one in en:
        if not one.near.unit or one.pieces:
            continue
        values = {key for key in one.keys if isinstance(key, float)}
        twins = [two for two in fr if not values.isdisjoint(two.keys)]
        if twins and all(two.near.unit not in ("", one.near.unit) for two in twins):
            shared = {key for key in one.keys if isinstance(key, str)}
            if not any(two.pieces or not shared.isdisjoint(two.keys) for two in fr):
                return one, twins[0]
    return None


def moneys(en: Sequence[Amount], fr: Sequence[Amount], en_text: str, fr_text: str) -> Found:
    """An amount of money that is one of another currency in the other language, or of none."""
    english, french = _currencies(en_text), _currencies(fr_text)
    if english == french or "cent" in english | french:
        return None
    if english and french and english & french:
        countries = {one for one in english | french if one in ("american", "canadian")}
        if len(countries) < 2 or {"american", "canadian"} in (english & countries, french & countries):
            return None
    sure = bool(english and french)
    for one in en:
        twin = _twin(one, fr)
        if twin is not None and (sure or one.near.money or twin.near.money):
            return one, twin
    return None


_COINS = "$ € £ ¥ ¢ dollar buck loonie piastre euro pound livre yen yuan cent cad usd can aud eur gbp jpy".split()
"""One of which a text with money has somewhere; looking for each is ten times as fast as one pattern for all."""


def _currencies(text: str) -> set[str]:
    lower = text.lower()
    if not any(coin in lower for coin in _COINS):
        return set()
    patterns = _patterns()
    found = {one.lastgroup or "" for one in patterns["money"].finditer(text)}
    return found | {country for country in ("american", "canadian") if found and patterns[country].search(text)}


def _twin(one: Amount, others: Sequence[Amount]) -> Amount | None:
    """The same value in figures on the other side; nothing where it is no plain number."""
    if one.kind != "figure" or one.pieces:
        return None
    values = {key for key in one.keys if isinstance(key, float)}
    return next(
        (two for two in others if two.kind == "figure" and not two.pieces and not values.isdisjoint(two.keys)), None
    )


def reversed_range(en: Sequence[Amount], fr: Sequence[Amount], en_text: str, fr_text: str) -> Found:
    """`from 10 to 20` beside `de 20 à 10`."""
    if "rom " not in en_text:
        return None
    turned = list(_ranges(fr, fr_text, "de", ("à",)))
    for low, high in _ranges(en, en_text, "from", ("to",)):
        for first, last in turned:
            apart = low.keys.isdisjoint(high.keys)
            if apart and not low.keys.isdisjoint(last.keys) and not high.keys.isdisjoint(first.keys):
                return low, first
    return None


def _ranges(found: Sequence[Amount], text: str, opening: str, between: tuple[str, ...]) -> list[tuple[Amount, Amount]]:
    starts = {one.end() for one in _patterns()[opening].finditer(text)}
    return [
        (low, high)
        for low, high in pairwise(found)
        if low.start in starts and any(word in text[low.end : high.start].split() for word in between)
    ]


def editions(en: Sequence[Amount], fr: Sequence[Amount]) -> Found:
    """Versions that are equal as values and are not the same: `Python 3.10` and `Python 3.1`."""
    for one in en:
        twin = _twin(one, fr) if one.near.titled and "." in one.text else None
        if twin is not None and twin.near.titled and "." in twin.text and one.text not in {two.text for two in fr}:
            return one, twin
    return None
