"""What may follow a number: powers (`million`, `M$`), units of time, of measure, of memory.

Source: Le guide du rédacteur, 2.1.8 and 2.4; ISO 80000-1, 6.5; ISO/IEC 80000-13 (octets).
"""

from __future__ import annotations

_FRENCH_ALONE = frozenset(("an", "ans", "go", "to", "mo", "ko", "po", "s"))
"""Units that are other words in English: `5 to 10`, `$15 an hour`."""

POWERS: dict[str, dict[str, float]] = {
    "en": {
        "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6,
        "billion": 1e9, "billions": 1e9, "trillion": 1e12, "trillions": 1e12, "mn": 1e6, "mln": 1e6, "bn": 1e9,
        "tn": 1e12, "dozen": 12,
    },
    "fr": {
        "cent": 1e2, "cents": 1e2, "mille": 1e3, "milliers": 1e3, "millier": 1e3, "million": 1e6,
        "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "md": 1e9, "mds": 1e9, "mrd": 1e9, "billion": 1e12,
        "billions": 1e12, "billiard": 1e15, "billiards": 1e15, "trillion": 1e18, "trillions": 1e18, "dizaines": 10,
        "douzaine": 12, "douzaines": 12, "centaines": 1e2,
    },
}  # fmt: skip
"""Words that multiply the number before them. Source: Le guide du rédacteur, 2.1.8: `billion` is a million millions."""
LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "MM": 1e6, "G": 1e9, "B": 1e9, "T": 1e12}
"""Source: Le guide du rédacteur, 2.4 (k$, M$, G$); ISO 80000-1, 6.5."""

SPANS = {
    "second": "d1", "seconds": "d1", "sec": "d1", "seconde": "d1", "secondes": "d1", "s": "d1",
    "minute": "d60", "minutes": "d60", "min": "d60", "mins": "d60",
    "hour": "d3600", "hours": "d3600", "hr": "d3600", "hrs": "d3600", "heure": "d3600", "heures": "d3600",
    "h": "d3600", "day": "d86400", "days": "d86400", "jour": "d86400", "jours": "d86400", "journée": "d86400",
    "journées": "d86400", "week": "d604800", "weeks": "d604800", "wk": "d604800", "semaine": "d604800",
    "semaines": "d604800", "month": "o1", "months": "o1", "mois": "o1", "quarter": "o3", "quarters": "o3",
    "trimestre": "o3", "trimestres": "o3", "semestre": "o6", "semestres": "o6", "year": "o12", "years": "o12",
    "yr": "o12", "yrs": "o12", "an": "o12", "ans": "o12", "année": "o12", "années": "o12", "decade": "o120",
    "decades": "o120", "décennie": "o120", "décennies": "o120", "century": "o1200", "centuries": "o1200",
    "siècle": "o1200", "siècles": "o1200",
}  # fmt: skip
"""Units of time in seconds (`d`) or months (`o`), so that `48 hours` is `deux jours`."""

IMPERIAL = frozenset(
    "feet foot ft inch inches in mile miles mi mph lb lbs pound pounds oz ounce ounces gallon gallons acre acres yard"
    " yards fahrenheit".split()
)
METRIC = frozenset(
    "m km cm mm kg g l ml litre litres mètre mètres kilomètre kilomètres centimètre centimètres kilo kilos"
    " kilogramme kilogrammes gramme grammes hectare hectares ha celsius".split()
)
"""A measure that was put in the other system is another number, and right."""

_MEASURES = (
    "km kilometre kilometres kilometer kilometers kilomètre kilomètres", "m metre metres meter meters mètre mètres",
    "cm centimetre centimetres centimeter centimeters centimètre centimètres", "mm millimetre millimetres millimètres",
    "kg kilogram kilograms kilo kilos kilogramme kilogrammes", "g gram grams gramme grammes", "mg milligrams",
    "ha hectare hectares", "litre litres liter liters", "ml millilitre millilitres", "kwh", "mwh", "gwh",
    "ko kb kilobyte kilobytes kilooctet kilooctets", "mo mb megabyte megabytes mégaoctet mégaoctets",
    "go gb gigabyte gigabytes gigaoctet gigaoctets", "to tb terabyte terabytes téraoctet téraoctets", "po pb",
    "mile miles mille milles mi", "foot feet pied pieds", "inch inches pouce pouces",
    "pound pounds livre livres lb lbs",
)  # fmt: skip
MEASURES = {word: names.split()[0] for names in _MEASURES for word in names.split()}
"""Each unit's words in both languages, with one name for all."""


def span(word: str, lang: str) -> tuple[str, int] | None:
    """A unit of time: `d` or `o`, and how many seconds or months it has."""
    unit = SPANS.get(word.lower()) if lang == "fr" or word.lower() not in _FRENCH_ALONE else None
    return (unit[0], int(unit[1:])) if unit else None


def measure(word: str, lang: str) -> str:
    """One name for a unit in both languages; nothing where a word is none."""
    lower = word.lower()
    return "" if lang == "en" and lower in _FRENCH_ALONE else MEASURES.get(lower, "")
