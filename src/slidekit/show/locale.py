"""Puts values in words: numbers, shares, amounts and dates, each in the locale's own form.

The only importer of Babel, and that only when a value is put in words. The built-in words and
the signs of a locale are in `labels` and `signs`; their tables are to be had from here too.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from slidekit.deck.text import Value
from slidekit.show.labels import LABELS
from slidekit.show.signs import SIGNS, date_in_words

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["LABELS", "SIGNS", "say"]

_DIGITS = 30
"""Places on either side of the decimal sign; `1e999999999` would fill the memory."""


def say(value: Value, locale: str) -> str:
    """A value in the locale's own form; what cannot be understood, as it was typed."""
    try:
        if value.kind == "date":
            return _date(date.fromisoformat(value.source.strip()), value.format or "long", locale)
        with localcontext(rounding=ROUND_HALF_UP, prec=2 * _DIGITS + 5):  # Babel rounds by the context, half to even
            return _number(value, locale)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # a pattern that means nothing
        return value.source


def _number(value: Value, locale: str) -> str:
    """A number, a share or an amount in words."""
    from babel import numbers

    where = _babel(locale)
    figures, _, currency = value.source.strip().partition(" ")
    number = Decimal(figures)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _DIGITS or number.adjusted() > _DIGITS:
        raise ValueError(value.source)
    if value.kind == "currency":
        if not currency:
            raise ValueError(value.source)
        return numbers.format_currency(
            number, currency.strip(), value.format, where, currency_digits=value.format is None
        )
    if value.kind == "percent":
        pattern = value.format or re.sub(r"0(?=\D*$)", "0.#", where.percent_formats[None].pattern)
        return numbers.format_percent(number, pattern, where)
    if value.format is not None:
        return numbers.format_decimal(number, value.format, where)
    decimals = max(-exponent, 0)
    return numbers.format_decimal(number, "#,##0" + "." * (decimals > 0) + "0" * decimals, where)


def _date(day: date, form: str, locale: str) -> str:
    """A date in one of CLDR's named forms or by a CLDR pattern."""
    if form == "long":
        return date_in_words(day, locale)
    from babel import dates

    where = _babel(locale)
    pattern = where.date_formats[form].pattern if form in ("short", "medium", "full") else form
    if locale.startswith("fr") and day.day == 1:
        pattern = re.sub(r"(?<![d'])d(?= MMM)", "'1er'", pattern)
    return dates.format_date(day, pattern, where)


@cache
def _babel(locale: str) -> Locale:
    """Babel's own locale, or its language's where Babel does not know the region."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("fr" if locale.startswith("fr") else "en")
