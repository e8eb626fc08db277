"""The words of dates and of times of day, in both languages."""

from __future__ import annotations

_MONTHS = (
    "january jan janvier janv", "february feb février fevrier févr fév", "march mar mars", "april apr avril avr",
    "may mai", "june jun juin", "july jul juillet juil", "august aug août aout", "september sep sept septembre",
    "october oct octobre", "november nov novembre", "december dec décembre decembre déc",
)  # fmt: skip
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Of both languages: a month that was left in English is another rule's finding."""
ALONE = frozenset(MONTHS) - frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec janv févr fév mars avr mai juil déc march".split()
)
"""Names of months that are nothing else, even where no figure stands beside them."""
_DAYS = (
    "monday mondays lundi lundis", "tuesday tuesdays mardi mardis", "wednesday wednesdays mercredi mercredis",
    "thursday thursdays jeudi jeudis", "friday fridays vendredi vendredis", "saturday saturdays samedi samedis",
    "sunday sundays dimanche dimanches",
)  # fmt: skip
WEEKDAYS = {word: number for number, words in enumerate(_DAYS, 1) for word in words.split()}

MOMENTS = {"noon": ("t720",), "midday": ("t720",), "midi": ("t720",), "midnight": ("t0", "t1440"),
           "minuit": ("t0", "t1440")}  # fmt: skip
"""Times of day that are words, in minutes."""
