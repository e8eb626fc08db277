"""The words that English and French have for numbers.

Source: The Canadian Style (Translation Bureau), chapter 5; Le guide du rédacteur (Bureau de la traduction),
2.1 and 2.2; Rapport de 1990 sur les rectifications orthographiques, 1 (hyphens between all the words of a number).
"""

from __future__ import annotations

from typing import NamedTuple

NEVER, PERHAPS, SURELY = 0, 1, 2
"""How far a word is a number: one that is `NEVER` missed (`a`), or only `PERHAPS` (`second` is a time, too)."""


class Word(NamedTuple):
    """What a word counts."""

    values: tuple[float, ...]
    """Any of which may be meant."""
    kind: str
    """`card`, `ord`, `frac` or `mult`: words of one kind are told apart, of several kinds never."""
    weight: int = SURELY


def _counted(words: str, first: int, step: int = 1) -> dict[str, Word]:
    return {word: Word((float(first + step * at),), "card") for at, word in enumerate(words.split())}


def _ranked(words: str, first: int) -> dict[str, Word]:
    return {word: Word((float(rank), 1 / rank), "ord") for rank, word in enumerate(words.split(), first)}


def _alike(words: str, *values: float, kind: str = "card", weight: int = SURELY) -> dict[str, Word]:
    return dict.fromkeys(words.split(), Word(tuple(float(one) for one in values), kind, weight))


ENGLISH: dict[str, Word] = (
    _counted(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
        2,
    )
    | _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | _ranked(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth",
        3,
    )
    | _alike("thirtieth", 30, kind="ord")
    | _alike("hundredth", 100, 0.01, kind="ord")
    | _alike("thousandth", 1000, 0.001, kind="ord")
    | _alike("first firstly", 1, kind="ord", weight=PERHAPS)
    | _alike("second secondly", 2, kind="ord", weight=PERHAPS)
    | _alike("half halves halved", 0.5, kind="frac")
    | _alike("thirds", 1 / 3, kind="frac")
    | _alike("quarter quarters", 0.25, 3, kind="frac", weight=PERHAPS)
    | _alike("twice", 2)
    | _alike("thrice", 3)
    | _alike("double doubled doubles doubling twofold", 2, kind="mult")
    | _alike("triple tripled triples tripling threefold", 3, kind="mult")
    | _alike("quadruple quadrupled quadruples quadrupling fourfold", 4, kind="mult")
    | _alike("tenfold", 10, kind="mult")
    | _alike("one once single singles only another a an per each", 1, weight=NEVER)
    | _alike("zero none no nil without never nothing free", 0, weight=NEVER)
    | _alike("both pair pairs couple dual bi either", 2, weight=NEVER)
    | _alike("trio", 3, weight=NEVER)
    | _alike("decade decades", 10, weight=NEVER)
    | _alike("fortnight", 14, 15, 2, weight=NEVER)
    | _alike("dozen", 12, 10, weight=NEVER)
    | _alike("century centuries centennial", 100, weight=NEVER)
    | _alike("millennium", 1000, weight=NEVER)
)
FRENCH: dict[str, Word] = (
    _counted(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        2,
    )
    | _counted("vingt trente quarante cinquante soixante septante octante nonante", 20, 10)
    | _alike("huitante", 80)
    | _alike("vingts", 20)
    | _alike("neuf", 9, weight=PERHAPS)
    | _alike("premier première premiers premières premièrement", 1, kind="ord", weight=PERHAPS)
    | _alike("second seconde seconds secondes secondement", 2, kind="ord", weight=PERHAPS)
    | _alike("tiers tierce", 1 / 3, 3, kind="frac", weight=PERHAPS)
    | _alike("quart quarts", 0.25, kind="frac", weight=PERHAPS)
    | _alike("demi demie demis demies moitié moitiés", 0.5, kind="frac")
    | _alike("double doubles doublé doublée doublés doublées doubler doublent doublement doublera", 2, kind="mult")
    | _alike("triple triples triplé triplée triplés triplées tripler triplent triplement triplera", 3, kind="mult")
    | _alike("quadruple quadruples quadruplé quadruplée quadruplés quadrupler quadruplent", 4, kind="mult")
    | _alike("décuplé décupler décuple", 10, kind="mult")
    | _alike("un une uns unes seul seule seuls seules unique uniques uniquement autre chaque par", 1, weight=NEVER)
    | _alike("zéro aucun aucune nul nulle sans pas jamais rien néant gratuit gratuite", 0, weight=NEVER)
    | _alike("couple paire paires duo bi", 2, weight=NEVER)
    | _alike("trio", 3, weight=NEVER)
    | _alike("décennie décennies dizaine", 10, weight=NEVER)
    | _alike("douzaine", 12, weight=NEVER)
    | _alike("quinzaine", 14, 15, 2, weight=NEVER)
    | _alike("vingtaine", 20, weight=NEVER)
    | _alike("trentaine", 30, weight=NEVER)
    | _alike("quarantaine", 40, weight=NEVER)
    | _alike("cinquantaine", 50, weight=NEVER)
    | _alike("soixantaine", 60, weight=NEVER)
    | _alike("centaine centenaire siècle siècles", 100, weight=NEVER)
    | _alike("millénaire", 1000, weight=NEVER)
)
WORDS = {"en": ENGLISH, "fr": FRENCH}
TELLING = {lang: frozenset(word for word, one in table.items() if one.weight) for lang, table in WORDS.items()}
"""Words whose loss can be told; a text without figures and without any of these has no numbers."""

MOMENTS = {"noon": ("t720",), "midday": ("t720",), "midi": ("t720",), "midnight": ("t0", "t1440"),
           "minuit": ("t0", "t1440")}  # fmt: skip
"""Times of day that are words, in minutes."""

POWERS: dict[str, dict[str, float]] = {
    "en": {
        "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6,
        "billion": 1e9, "billions": 1e9, "trillion": 1e12, "trillions": 1e12, "mn": 1e6, "mln": 1e6, "bn": 1e9,
        "tn": 1e12, "dozen": 12,
    },
    "fr": {
        "cent": 1e2, "cents": 1e2, "mille": 1e3, "milles": 1e3, "milliers": 1e3, "millier": 1e3, "million": 1e6,
        "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "md": 1e9, "mds": 1e9, "mrd": 1e9, "billion": 1e12,
        "billions": 1e12, "billiard": 1e15, "billiards": 1e15, "trillion": 1e18, "trillions": 1e18, "dizaines": 10,
        "douzaines": 12, "centaines": 1e2,
    },
}  # fmt: skip
"""Words that multiply the number before them. Source: Le guide du rédacteur, 2.1.8: `billion` is a million millions."""
LETTERS = {"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "G": 1e9, "B": 1e9, "T": 1e12}
"""Source: Le guide du rédacteur, 2.4 (k$, M$, G$); ISO 80000-1, 6.5."""

_MONTHS = (
    "january jan janvier janv", "february feb février fevrier févr fév", "march mar mars", "april apr avril avr",
    "may mai", "june jun juin", "july jul juillet juil", "august aug août aout", "september sep sept septembre",
    "october oct octobre", "november nov novembre", "december dec décembre decembre déc",
)  # fmt: skip
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Of both languages: a month that was left in English is another rule's finding."""

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

_ORDINAL_STEMS = {
    "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9, "dix": 10, "onz": 11,
    "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16, "vingt": 20, "trent": 30, "quarant": 40,
    "cinquant": 50, "soixant": 60, "cent": 100, "mill": 1000, "un": 1,
}  # fmt: skip


VOCABULARY = {lang: frozenset(WORDS[lang]) | POWERS[lang].keys() | MONTHS.keys() | MOMENTS.keys() for lang in WORDS}
"""Every word that may say a number, but French ordinals and Roman numbers."""


def word(lang: str, lower: str) -> Word | None:
    """What a word counts, if it counts anything; French ordinals in `-ième` are read by their stems."""
    found = WORDS[lang].get(lower)
    if found is None and lang == "fr" and "ième" in lower:
        stem, _, rest = lower.partition("ième")
        rank = _ORDINAL_STEMS.get(stem) if rest in ("", "s", "ment") else None
        return Word((float(rank), 1 / rank), "ord") if rank else None
    return found


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ENDINGS = ("", "e", "er", "re", "ᵉ", "ème", "th", "st", "nd", "rd")


def roman(typed: str) -> tuple[int, str] | None:
    """`XX` and `XXe` as 20 with what follows the letters; nothing if it is no Roman number in its right form."""
    letters = typed.rstrip("abcdefghijklmnopqrstuvwxyzèᵉ")
    ending = typed[len(letters) :]
    if not letters or len(letters) > 15 or ending not in _ENDINGS or letters.strip("IVXLCDM"):
        return None
    figures = [_ROMAN[one] for one in letters]
    number = sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))
    return (number, ending) if letters == _in_roman(number) else None


def _in_roman(number: int) -> str:
    made = ""
    for value, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        made += sign * (number // value)
        number %= value
    return made
