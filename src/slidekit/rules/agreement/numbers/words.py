"""The words that English and French have for numbers.

Source: The Canadian Style (Translation Bureau), chapter 5; Le guide du rédacteur (Bureau de la traduction),
2.1 and 2.2; Rapport de 1990 sur les rectifications orthographiques, 1 (hyphens between all the words of a number).
"""

from __future__ import annotations

from typing import NamedTuple

from slidekit.rules.agreement.numbers.calendar import ALONE, MOMENTS, MONTHS, WEEKDAYS
from slidekit.rules.agreement.numbers.units import POWERS

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


_DECADES = list(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True
    )
)
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
    | _alike("one", 1, weight=PERHAPS)
    | _alike("once single singles only another a an per each yearly annual annually", 1, weight=NEVER)
    | _alike("zero none no nil without never nothing free", 0, weight=NEVER)
    | _alike("both pair pairs couple dual bi either biennial bilateral", 2, weight=NEVER)
    | _alike("trio triennial trilateral", 3, weight=NEVER)
    | _alike("quarterly", 3, weight=NEVER)
    | _alike("quinquennial", 5, weight=NEVER)
    | _alike("weekly", 7, 1, weight=NEVER)
    | _alike("monthly", 30, 1, weight=NEVER)
    | _alike("daily", 24, 1, weight=NEVER)
    | _alike("decade decades", 10, weight=NEVER)
    | _alike("fortnight", 14, 15, 2, weight=NEVER)
    | _alike("dozen", 12, 10)
    | _alike("dozens", 12, 10, kind="vague")
    | _alike("tens", 10, kind="vague")
    | _alike("century centuries centennial", 100, weight=NEVER)
    | _alike("millennium", 1000, weight=NEVER)
    | {word: Word((float(year), 1900.0 + year), "card", NEVER) for word, year in _DECADES}
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
    | _alike("couple paire paires duo bi biennal biennale bilatéral bilatérale bilatéraux", 2, weight=NEVER)
    | _alike(
        "trio triennal triennale triennaux trilatéral trilatérale tripartite trimestriel trimestrielle", 3, weight=NEVER
    )
    | _alike("bidirectionnel bidirectionnelle bidimensionnel biannuel biannuelle", 2, weight=NEVER)
    | _alike("tridimensionnel tridimensionnelle trimestre trimestres", 3, weight=NEVER)
    | _alike("semestre semestres", 6, weight=NEVER)
    | _alike("quadriennal quadriennale", 4, weight=NEVER)
    | _alike("quinquennal quinquennale quinquennaux", 5, weight=NEVER)
    | _alike("semestriel semestrielle", 6, weight=NEVER)
    | _alike("hebdomadaire hebdomadaires hebdomadairement", 7, 1, weight=NEVER)
    | _alike("annuel annuelle annuels annuelles annuellement", 1, 12, weight=NEVER)
    | _alike("mensuel mensuelle mensuels mensuelles mensuellement", 1, 30, weight=NEVER)
    | _alike("quotidien quotidienne quotidiennement", 1, 24, weight=NEVER)
    | _alike("décennie décennies décennal décennale décennaux", 10, weight=NEVER)
    | _alike("dizaine", 10, 12)
    | _alike("dizaines douzaines", 10, 12, kind="vague")
    | _alike("douzaine", 12)
    | _alike("quinzaine", 14, 15, 2)
    | _alike("vingtaine", 20)
    | _alike("trentaine", 30)
    | _alike("quarantaine quadragénaires", 40, weight=NEVER)
    | _alike("cinquantaine quinquagénaires", 50, weight=NEVER)
    | _alike("soixantaine sexagénaires", 60, weight=NEVER)
    | _alike("septuagénaires", 70, weight=NEVER)
    | _alike("octogénaires", 80, weight=NEVER)
    | _alike("centaine", 100)
    | _alike("centaines", 100, kind="vague")
    | _alike("centenaire centennale centennal siècle siècles", 100, weight=NEVER)
    | _alike("bicentenaire", 200, weight=NEVER)
    | _alike("millénaire", 1000, weight=NEVER)
)
WORDS = {"en": ENGLISH, "fr": FRENCH}
_ORDINAL_STEMS = {
    "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9, "dix": 10, "onz": 11,
    "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16, "vingt": 20, "trent": 30, "quarant": 40,
    "cinquant": 50, "soixant": 60, "cent": 100, "mill": 1000, "un": 1,
}  # fmt: skip


def word(lang: str, lower: str) -> Word | None:
    """What a word counts, if it counts anything; French ordinals in `-ième` are read by their stems."""
    found = WORDS[lang].get(lower)
    if found is None and lang == "fr" and "ième" in lower:
        stem, _, rest = lower.partition("ième")
        rank = _ORDINAL_STEMS.get(stem) if rest in ("", "s", "ment") else None
        return Word((float(rank), 1 / rank), "ord") if rank else None
    return found


def power(lang: str, lower: str) -> Word | None:
    """What a word alone says that multiplies others: `a million`, and vaguely `millions`."""
    found = POWERS[lang].get(lower)
    if found is None or found < 100 or len(lower) < 4 or lower == "cents":
        return None
    return Word((found,), "vague" if lower[-1] == "s" or lower == "milliers" else "card")


COUNTED = frozenset(
    "act acte annex annexe appendix appendice article chapter chapitre class classe grade group groupe level livre book"
    " niveau part partie phase plan schedule section stage stade step étape table tableau title titre tier tome type"
    " volume war guerre".split()
)
"""What has Roman numbers: `Phase I`."""
_DATES = MONTHS.keys() | MOMENTS.keys() | WEEKDAYS.keys()
VOCABULARY = {lang: frozenset(WORDS[lang]) | POWERS[lang].keys() | _DATES for lang in WORDS}
"""Every word that may say a number or a date, but French ordinals and Roman numbers."""
TELLING = (
    frozenset(one for one, counted in ENGLISH.items() if counted.weight)
    | POWERS["en"].keys()
    | (ALONE | WEEKDAYS.keys() | MOMENTS.keys())
)
"""English words whose change can be told; a text without figures and without any of these has no numbers."""
