"""Finds the figures of a text, and what the words around tell of them: what they count, what they cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

GROUP = " \u00a0\u202f\u2009\u2007'’"
"""What may part thousands, beside a comma and a point."""
UNITS = (
    "km/h", "km²", "m²", "m³", "cm²", "km", "cm", "mm", "kg", "mg", "mL", "ml", "cl", "kWh", "MWh", "GWh", "TWh", "kW",
    "MW", "GW", "kHz", "MHz", "GHz", "ha", "Mbit/s", "Gbit/s", "Mb/s", "Gb/s",
)  # fmt: skip
"""Symbols of two or more letters that mean nothing else after a figure. Source: The International System of Units, 9th
ed., tables 2 to 8; those of a single letter (`5 m`, `5G`, `3D`) may mean anything."""
OWN_UNITS = ("Mo/s", "Go/s", "ko", "Ko", "Mo", "Go", "To", "min", "°C", "°F")
"""Of French alone. Source: TERMIUM Plus, octet; The International System of Units, 5.4.3, for °C."""
_TOKEN = re.compile(
    r"(?<![\w.,/:#^_\u2060\ufffc])\d+(?:[., \u00a0\u202f\u2009\u2007'’]\d+)*"
    r"(?!(?![kKMGB](?!\w))\w|[./:, \u00a0\u202f\u2009\u2007]\d|[-‑]\d{3,4}(?![\d,.]))"
)
_DIGITS = re.compile(r"\d+")
_SYMBOLS = "|".join(map(re.escape, (*UNITS, *OWN_UNITS, "MB", "GB", "TB")))
_RANGE = r"(?:[ \u00a0](?:à|to|et|ou|and|or)[ \u00a0]\d+(?:[.,]\d+)?)?[ \u00a0\u202f\u2009]?"
_MEASURED = _RANGE + rf"(?:[%‰$€£¥¢]|[kKMG][$€£]|[kKM](?!\w)|(?:{_SYMBOLS})(?!\w))"
_COUNTED = _RANGE + (
    r"(?:millions?|milliards?|billions?|percent|per cent|pour cent|points? de pourcentage|percentage points?"
    r"|fois|times|heures?|hours?|jours?|days?|ans|années?|years?|mois|months?|semaines?|weeks?|secondes?|seconds?"
    r"|minutes?|mètres?|metres?|meters?|kilomètres?|kilometres?|kilometers?|litres?|liters?|tonnes?|degrés?|degrees?"
    r"|dollars?|euros?|hectares?|points?|pouces|inches|pieds|feet|livres?|pounds?|kilos?|grammes?|grams?|barils?|barrels?"
    r"|étoiles|stars|milles|miles|(?:m[ée]|gi)ga(?:octets?|bytes?)|(?:m[ée]|gi)gawatts?|sur \d+|out of \d+)(?!\w)"
)
_NAMED = re.compile(
    r"(?:(?i:\b(?:v|versions?|normes?|standards?|sections?|chapitres?|chapters?|articles?|art\.|figures?|fig\."
    r"|tableaux?|tables?|annexes?|appendix|étapes?|steps?|no\.?|nos|n°|numéros?|numbers?|niveaux?|levels?|releases?"
    r"|éditions?|editions?|parties?|parts?|pages?|p\.|paragraphes?|paragraphs?|slides?|diapositives?|règles?|rules?"
    r"|points?|items?|critères?|criteri(?:on|a)|lois?|acts?))|\w[^\w\n]*\b[A-Z][A-Za-z+#]*)[ \u00a0]$"
)


class Figure(NamedTuple):
    """A number as it is typed."""

    start: int
    end: int
    parts: tuple[str, ...]
    """Its runs of digits."""
    seams: str
    """The signs between them, one each."""


def figures(bare: str) -> Iterator[Figure]:
    """Each number of two or more runs of digits: `1,250.50`, `3.5`, `1 250`."""
    for found in _TOKEN.finditer(bare):
        start, end = found.span()
        joined = start > 1 and bare[start - 1] in "-‑" and bare[start - 2].isalnum()
        if joined and (not bare[start - 2].isdigit() or " " in found[0]):
            continue
        runs = [one.span() for one in _DIGITS.finditer(bare, start, end)]
        if len(runs) > 1:
            parts = tuple(bare[first:last] for first, last in runs)
            yield Figure(start, end, parts, "".join(bare[last] for _, last in runs[:-1]))


def grouped(parts: tuple[str, ...]) -> bool:
    """Whether runs of digits are groups of three, the first of one to three."""
    return 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])


def counts(bare: str, figure: Figure) -> bool:
    """Whether a unit, a currency or a word for one shows that it is an amount, not the name of a version."""
    if (figure.start and bare[figure.start - 1] in "$€£") or _measured().match(bare, figure.end):
        return True
    return _counted().match(bare, figure.end) is not None and not is_named(bare, figure.start)


def is_named(bare: str, start: int) -> bool:
    """Whether the word before makes it a name: `version 3.5`, `section 4.2`."""
    return _NAMED.search(bare[max(0, start - 20) : start]) is not None


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(_COUNTED)


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(_MEASURED)
