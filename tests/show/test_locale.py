"""Values in words and the signs of each locale."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from saying import value

from slidekit.deck.keys import LOCALES
from slidekit.deck.text import ValueKind
from slidekit.show.locale import say
from slidekit.show.signs import date_in_words, figure, signs


@pytest.mark.parametrize(
    ("kind", "source", "form", "english", "french"),
    [
        ("number", "1250.5", None, "1,250.5", "1 250,5"),
        ("number", "1250.50", None, "1,250.50", "1 250,50"),
        ("number", "3.14159265", None, "3.14159265", "3,14159265"),
        ("number", "12", None, "12", "12"),
        ("number", "-4.5", None, "-4.5", "-4,5"),
        ("number", "1250.5", "#,##0", "1,251", "1 251"),
        ("percent", "0.12", None, "12%", "12 %"),
        ("percent", "0.125", None, "12.5%", "12,5 %"),
        ("percent", "0.1", None, "10%", "10 %"),
        ("percent", "1.5", None, "150%", "150 %"),
        ("percent", "0.12345", "0.00 %", "12.35 %", "12,35 %"),
        ("currency", "1250.5 CAD", None, "$1,250.50", "1 250,50 $"),
        ("currency", "12 EUR", None, "€12.00", "12,00 €"),
        ("currency", "1250 USD", None, "US$1,250.00", "1 250,00 $ US"),
        ("currency", "1250.5 CAD", "¤#,##0", "$1,251", "$1 251"),
        ("date", "2026-03-10", None, "March 10, 2026", "10 mars 2026"),
        ("date", "2026-03-01", None, "March 1, 2026", "1er mars 2026"),
        ("date", "2026-03-01", "full", "Sunday, March 1, 2026", "dimanche 1er mars 2026"),
        ("date", "2026-08-11", "medium", "Aug 11, 2026", "11 août 2026"),
        ("date", "2026-03-01", "medium", "Mar 1, 2026", "1er mars 2026"),
        ("date", "2026-03-10", "short", "2026-03-10", "2026-03-10"),
        ("date", "2026-03-01", "d MMMM", "1 March", "1er mars"),
        ("date", "2026-03-01", "yyyy", "2026", "2026"),
        ("date", "yesterday", None, "yesterday", "yesterday"),
        ("number", "many", None, "many", "many"),
        ("currency", "5", None, "5", "5"),
    ],
)
def test_values_in_canada(kind: ValueKind, source: str, form: str | None, english: str, french: str) -> None:
    """Each kind of value in both languages, here with U+00A0 shown as a space."""
    typed = value(kind, source, form)

    expected = (english, french)

    assert expected == tuple(say(typed, locale).replace("\u00a0", " ") for locale in ("en-CA", "fr-CA"))


def test_no_line_breaks_inside_a_value() -> None:
    """Spaces in figures do not break: U+00A0 in Canada, U+202F between thousands in France."""
    typed = value("currency", "1250.5 CAD")

    assert (say(typed, "fr-CA"), say(typed, "fr-FR")) == ("1\u00a0250,50\u00a0$", "1\u202f250,50\u00a0$CA")


@given(
    st.sampled_from(["number", "percent", "currency", "date"]),
    st.sampled_from(
        ["1", "-1.5", "1e999999999", "1e-999999", "NaN", "-Infinity", "5 CAD", "5 ?", "2026-03-01", "", "0x1"]
    ),
    st.none() | st.text("#0,.%¤'\"; EdMyQHhmszaGwekLq-+*@é", max_size=9),
    st.sampled_from(LOCALES),
)
def test_nothing_an_author_types_stops_it(kind: ValueKind, source: str, form: str | None, locale: str) -> None:
    """Whatever stands for a value or its format, words come out, and not too many."""
    assert len(say(value(kind, source, form), locale)) < 400


@pytest.mark.parametrize("locale", LOCALES)
def test_signs_are_those_of_cldr(locale: str) -> None:
    """The table of figures says what Babel says, so that chart labels need no Babel."""
    where = Locale.parse(locale, sep="-")
    symbols = where.number_symbols["latn"]
    percent = where.percent_formats[None].pattern

    own = signs(locale)

    assert (symbols["decimal"], symbols["group"]) == (own.decimal, own.group)
    assert percent == f"#,##0{own.percent}%"


@pytest.mark.parametrize("locale", LOCALES)
def test_dates_are_those_of_cldr(locale: str) -> None:
    """Every day of a year reads as Babel's long form, but for the French first of the month."""
    where = Locale.parse(locale, sep="-")
    for day in (date(2026, 1, 1) + timedelta(days) for days in range(365)):
        expected = format_date(day, "long", where)
        if locale.startswith("fr") and day.day == 1:
            expected = expected.replace("1 ", "1er ", 1)

        assert expected == date_in_words(day, locale)


@pytest.mark.parametrize(
    ("number", "decimals", "locale", "expected"),
    [
        (1234567.891, 2, "en-CA", "1,234,567.89"),
        (1234567.891, 2, "fr-CA", "1\u00a0234\u00a0567,89"),
        (1234567.891, 1, "fr-FR", "1\u202f234\u202f567,9"),
        (8, 0, "fr-CA", "8"),
    ],
)
def test_figures(number: float, decimals: int, locale: str, expected: str) -> None:
    """A figure of a chart in the locale's signs."""
    assert expected == figure(number, decimals, locale)


def test_unknown_regions_write_as_their_language() -> None:
    """A locale that no table has is written as its language is."""
    assert (signs("en"), signs("fr")) == (signs("en-NZ"), signs("fr-LU"))
    assert say(value("number", "1.5"), "fr-QQ") == "1,5"
