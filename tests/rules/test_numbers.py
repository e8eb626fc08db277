"""Numbers read out of texts: what they may mean, where they stand, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from costs import STEEP, growth
from slidekit import build
from slidekit.rules.agreement.numbers.amounts import amounts
from slidekit.rules.agreement.numbers.compare import Difference, Side, difference, side
from slidekit.rules.agreement.numbers.roman import roman
from slidekit.rules.agreement.numbers.tokens import hidden, plain
from slidekit.rules.prose import bare

SAME = [
    ("one", "2.5 million", "en", 2_500_000.0),
    ("k", "10k", "en", 10_000.0),
    ("long scale", "2 billions", "fr", 2e12),
    ("short scale", "2 billion", "en", 2e9),
    ("groups", "1\u202f250,5", "fr", 1250.5),
    ("English groups", "1,250.5", "en", 1250.5),
    ("Swiss groups", "1’250", "fr", 1250.0),
    ("words", "quatre-vingt-dix-neuf", "fr", 99.0),
    ("all hyphens", "deux-cent-vingt-et-un", "fr", 221.0),
    ("Belgian words", "septante-sept", "fr", 77.0),
    ("English words", "two hundred and fifty-one", "en", 251.0),
    ("thousands in words", "trois mille cinq cents", "fr", 3500.0),
    ("hundreds of years", "twenty-two hundred", "en", 2200.0),
    ("thirds", "two-thirds", "en", 2 / 3),
    ("quarters", "trois quarts", "fr", 0.75),
    ("vulgar", "2½", "en", 2.5),
    ("typed fraction", "2 1/2", "en", 2.5),
    ("share", "50 %", "fr", 0.5),
    ("century", "XXIe", "fr", 21.0),
    ("ordinal", "vingt-cinquième", "fr", 25.0),
    ("afternoon", "1:30 p.m.", "en", "t810"),
    ("French hour", "13 h 30", "fr", "t810"),
    ("midnight", "12 a.m.", "en", "t0"),
    ("hours", "48 hours", "en", "d172800"),
    ("days", "deux jours", "fr", "d172800"),
    ("a year and a half", "un an et demi", "fr", "o18"),
    ("fortnight", "quinze jours", "fr", "w2"),
    ("telephone", "+1 (613) 555-0123", "en", "p6135550123"),
    ("half past", "half past two", "en", "t870"),
    ("quarter to", "neuf heures moins le quart", "fr", "t525"),
]


@pytest.mark.parametrize(("text", "lang", "key"), [pytest.param(*row[1:], id=row[0]) for row in SAME])
def test_a_number_is_read_as_what_it_says(text: str, lang: str, key: float | str) -> None:
    """Whatever its form, the value is among what the text may mean."""
    assert key in {one for amount in amounts(text, lang) for one in amount.keys}


@pytest.mark.parametrize("text", ["I", "MIX", "CIVIL", "IIII", "VX", "iv", "Ce", "Dix"])
def test_letters_are_roman_numbers_only_in_their_right_form(text: str) -> None:
    """`IIII` and `CIVIL` count nothing; what is in form by chance (`I`, `MIX`, `Ce`) is weighed where it stands."""
    expected = {"I": (1, ""), "MIX": (1009, ""), "Ce": (100, "e")}.get(text)

    assert expected == roman(text)


def test_roman_numbers_are_what_the_romans_meant() -> None:
    """Each form has its value and its French ending."""
    assert [(14, ""), (20, "e"), (1, "er"), (1994, "")] == [roman(one) for one in ("XIV", "XXe", "Ier", "MCMXCIV")]


def read(text: str, lang: str) -> Side:
    """One side, as the rule sees it."""
    return side(plain(bare(text)).text, hidden(text, bare(text)), lang)


def compared(english: str, french: str) -> Difference | None:
    """What a rule would find in a pair."""
    sides = [
        side(plain(bare(text)).text, hidden(text, bare(text)), lang) for text, lang in ((english, "en"), (french, "fr"))
    ]
    return difference(*sides)


ROWS = [
    pytest.param(line[0] == "=", *line[2:].split(" | "), id=line[2:])
    for line in (Path(__file__).parent / "numbers.txt").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]


@pytest.mark.parametrize(("alike", "english", "french"), ROWS)
def test_numbers_are_alike_or_not_whatever_spaces_are_typed(alike: bool, english: str, french: str) -> None:
    """The French is judged the same with ordinary, no-break and narrow spaces."""
    typed = [french.replace(" ", space) for space in (" ", "\u00a0", "\u202f")]

    assert [alike] * 3 == [compared(english, one) is None for one in typed]


def test_a_number_in_code_on_the_other_side_is_not_lost() -> None:
    """That it is set as code in one language is another rule's matter."""
    assert compared("Wait `30` days", "Attendre 30 jours") is None
    assert compared("Wait `40` days", "Attendre 30 jours") is not None


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(st.sampled_from("0123456789  .,:/-–%$½⅓hkMeIVXsp'’()amtwoun{}&;\u00a0\u2060\ufffc٣𝟗²"), max_size=60)
)
@example(text="9" * 5000)
@example(text="1" * 400 + "e" + "9" * 400)
@example(text="0/0 1/0 00:00 24 h 61 %")
@example(text="٣٤ ½½ 1½½ 1 1/2/3")
def test_any_text_is_like_itself(text: str) -> None:
    """No text trips the reader, and none has other numbers than its own copy, whichever language it is in."""
    for lang in ("en", "fr"):
        one = read(text, lang)

        assert difference(one, one) is None


@settings(max_examples=100, deadline=None)
@given(english=st.text(max_size=80), french=st.text(max_size=80))
def test_any_two_texts_are_compared(english: str, french: str) -> None:
    """Whatever stands there, there is an answer."""
    found = compared(english, french)

    assert found is None or found.en or found.fr


def deck(tmp_path: Path, english: str, french: str) -> Path:
    """A deck of one pair."""
    path = tmp_path / "deck.yaml"
    lines = ["slidekit: 1", "title: {en: A talk, fr: Un exposé}", "slides:", "  - title: {en: Before, fr: Avant}"]
    lines += ["    bullets:", f"      - en: {english}", f"        fr: {french}"]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


SAID = [
    ("33% agree", "34\u00a0% sont d’accord", "English has `33%`, French has `34\u00a0%`", 13),
    ("It costs $5M", "Cela coûte **6**\u00a0M$", "English has `$5M`, French has `6\u00a0M$`", 26),
    ("Within 30 days", "Dans les jours qui suivent", "`30 days` is in English only", 20),
    ("Soon", "Dans 10 jours", "`10 jours` is in French only", 18),
    ("From 10 to 20 people", "De 20 à 10 personnes", "the range goes the other way in French", 16),
    ("A budget of $500", "Un budget de 500\u00a0€", "English has `$500`, French has `500\u00a0€`", 26),
]


@pytest.mark.parametrize(("english", "french", "message", "column"), SAID)
def test_the_finding_says_both_numbers_and_where(
    english: str, french: str, message: str, column: int, tmp_path: Path
) -> None:
    """The message has what each language says; the place is the very number."""
    found = [one for one in build.check([deck(tmp_path, english, french)]).diagnostics if one.code == "SK201"]

    assert [(message, column)] == [(one.message, one.span.column) for one in found]


@pytest.mark.parametrize(
    "unit", ["1 ", "1,1,1,", "$1 ", "½", "two ", "twenty-", "quatre-vingt-", "{", "«", "12:30 ", "9"]
)
def test_hostile_texts_take_linear_time(unit: str, tmp_path: Path) -> None:
    """A text of many thousand signs is judged in proportion to its length, whatever it repeats."""

    def judged(size: int) -> Callable[[], object]:
        text = (unit * size)[:size]
        return partial(build.check, [deck(tmp_path, f'"{text}"', f'"{text} 7"')])

    assert growth(judged, 100_000) < STEEP
