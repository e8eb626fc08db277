"""The signs and spaces of each locale, as tables: figures, dates and punctuation without Babel.

Loading a locale's data with Babel costs 30 ms and brings in `babel.dates`; what nearly every deck
needs (its own date, chart labels) is here, and the tests hold it against Babel.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

NO_BREAK, NARROW = "\u00a0", "\u202f"


class Signs(Struct, frozen=True, gc=False):
    """Spaces and signs of a locale.

    Sources: numbers and percentages, CLDR 47 (the narrow no-break space of France too); signs in
    Canada, *Le guide du rédacteur* (Translation Bureau) and the OQLF's table of spacing; in France,
    *Lexique des règles typographiques en usage à l'Imprimerie nationale*; in Switzerland, *Guide du
    typographe*; in English, *The Canadian Style*.
    """

    decimal: str
    group: str
    colon: str
    """Space before `:`."""
    semicolon: str
    """Space before `;`, `!` and `?`."""
    percent: str
    """Space before `%`."""
    unit: str
    """Space between a figure and its unit."""
    open: str
    close: str
    """Quotation marks, with the spaces inside them."""


_ENGLISH = Signs(".", ",", "", "", "", NO_BREAK, "“", "”")
SIGNS = {
    "en": _ENGLISH,
    "fr": Signs(",", NARROW, NO_BREAK, NARROW, NO_BREAK, NO_BREAK, "«" + NO_BREAK, NO_BREAK + "»"),
    "fr-CA": Signs(",", NO_BREAK, NO_BREAK, "", NO_BREAK, NO_BREAK, "«" + NO_BREAK, NO_BREAK + "»"),
    "fr-CH": Signs(",", NARROW, NARROW, NARROW, "", NO_BREAK, "«" + NARROW, NARROW + "»"),
}
"""By locale; one that is not here writes as its language does."""

_MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}
_MONTH_FIRST = ("en", "en-CA", "en-US")
"""English locales that write `March 10, 2026` (CLDR 47); the others write `10 March 2026`."""


def signs(locale: str) -> Signs:
    """The spaces and signs of a locale."""
    return SIGNS.get(locale) or SIGNS.get(locale.split("-")[0], _ENGLISH)


def date_in_words(day: date, locale: str) -> str:
    """A date in the long form: `March 10, 2026`, `10 mars 2026`, `1er mars 2026`.

    French writes the first of a month, and no other day, as an ordinal (*Le guide du
    rédacteur*, on dates); CLDR has no pattern for that.
    """
    lang = locale.split("-")[0]
    month = _MONTHS.get(lang, _MONTHS["en"])[day.month - 1]
    if lang == "fr":
        return f"{'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{month} {day.day}, {day.year}" if locale in _MONTH_FIRST else f"{day.day} {month} {day.year}"


def figure(number: float, decimals: int, locale: str) -> str:
    """A number with so many decimals, in the locale's own signs."""
    own = signs(locale)
    digits = f"{number:,.{decimals}f}"
    return digits.translate({ord(","): own.group, ord("."): own.decimal})
