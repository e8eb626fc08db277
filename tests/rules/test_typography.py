"""The typography of spaces and signs: the table, the fixes, and texts that are made to take forever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from costs import STEEP, growth
from slidekit import build
from slidekit.deck.keys import LOCALES
from slidekit.deck.model import Deck, Paragraphs, Slide
from slidekit.deck.text import Pair, Text
from slidekit.rules.base import Checked
from slidekit.rules.prose import NOTHING, THING, bare
from slidekit.rules.typography import apostrophe
from slidekit.rules.typography._table import NARROW, NO_BREAK, TABLE, convention
from slidekit.show.signs import SIGNS
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START

RULES = (
    "space_before_sign", "quotation_marks", "number_signs", "unit_space", "apostrophe", "ellipsis", "dash",
    "doubled_space", "french_spaces_in_english",
)  # fmt: skip
LONG = 200_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "guillemets": lambda size: "«" * size,
    "guillemets with words": lambda size: "« a » " * (size // 6),
    "numbers": lambda size: "1,1," * (size // 4),
    "groups": lambda size: "111 " * (size // 4) + "$",
    "one number": lambda size: "1" * size + "$",
    "dollars": lambda size: "$1" * (size // 2),
    "spaces": lambda size: "a" + " " * size + "b",
    "no-break spaces": lambda size: "a" + NO_BREAK * size + "b :",
    "colons": lambda size: "a :" * (size // 3),
    "quotes": lambda size: "\"a '" * (size // 4),
    "points": lambda size: "." * size,
    "hyphens": lambda size: "a--b - " * (size // 7),
    "apostrophes": lambda size: "l' l’a'b" * (size // 8),
    "parentheses": lambda size: "( a :" * (size // 5),
    "brackets": lambda size: "[" * size,
    "backticks": lambda size: "".join("`" * length + "a" for length in range(1, int((2 * size) ** 0.5))),
    "stars": lambda size: "*a **b" * (size // 6),
    "addresses": lambda size: "a-a." * (size // 4),
    "hours": lambda size: "1h1h" * (size // 4),
}


def checks() -> Iterator[Callable[[Checked], Iterator[Diagnostic]]]:
    """The rules that this file is about."""
    for name in RULES:
        yield import_module(f"slidekit.rules.typography.{name}").check


def pair(en: str, fr: str) -> Pair:
    """A text in both languages."""
    return Pair(START, "text", Text(en, START), Text(fr, START))


def deck_of(*texts: Pair, **deck: Any) -> Checked:
    """A deck that holds these texts."""
    title = Pair(START, "title", both=Text("A", START))
    slides = tuple(Slide(START, title=title, blocks=(Paragraphs(text),)) for text in texts)
    return Checked(Deck(title=title, slides=slides, **deck), Path())


def checked(en: str, fr: str, **deck: Any) -> Checked:
    """A deck that holds one text."""
    return deck_of(pair(en, fr), **deck)


def found(en: str, fr: str, **deck: Any) -> list[Diagnostic]:
    """All that these rules find."""
    return [one for check in checks() for one in check(checked(en, fr, **deck))]


def mended(text: str, lang: str, **deck: Any) -> str:
    """A text after one round of safe fixes, rule by rule, each made on what the one before left."""
    for check in checks():
        sides = (text, "Rien") if lang == "en" else ("Nothing", text)
        edits = {edit for one in check(checked(*sides, **deck)) if one.fix and one.fix.safe for edit in one.fix.edits}
        for edit in sorted(edits, reverse=True):
            text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def test_the_table_knows_every_locale() -> None:
    """Each locale that a deck may be written for has a row, and so has the European Union in both languages."""
    expected = {*LOCALES, "en-EU", "fr-EU"}

    assert expected == set(TABLE)


@pytest.mark.parametrize("locale", ["fr-CA", "fr-FR", "fr-CH", "en-CA", "en-US", "en-GB"])
def test_values_are_written_as_the_rules_ask(locale: str) -> None:
    """What slidekit itself puts into words of a locale passes its own rules."""
    own, ours = convention(locale), SIGNS.get(locale) or SIGNS[locale[:2]]

    assert own.decimal == ours.decimal
    assert ours.group in own.group
    assert ours.colon in own.colon
    assert ours.semicolon in own.tall
    assert ours.percent in own.percent
    assert ours.unit in own.unit
    assert (own.quotes[0], own.quotes[1]) == (ours.open[0], ours.close[-1])
    assert ours.open[1:] in own.inside


def test_a_locale_that_nobody_knows_is_typed_as_in_canada() -> None:
    """A deck may say `fr` alone."""
    assert TABLE["fr-CA"] == convention("fr")
    assert TABLE["en-EU"] == convention("en-GB", "eu")


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        ("fr", "Trois causes : l´âge", "Trois causes{N}: l’âge"),
        ("fr", "Il a dit \"oui\" et «non», non ?", "Il a dit «{N}oui{N}» et «{N}non{N}», non?"),
        ("fr", "Cela coûte $1,250.50 par an...", "Cela coûte 1{N}250,50{N}$ par an…"),
        ("fr", "À 14h30, 40% de 10km, etc...", "À 14{N}h{N}30, 40{N}% de 10{N}km, etc."),
        ("fr", "C’est rapide--et  faux .", "C’est rapide – et faux."),
        ("en", "Our « plan » : 50 % of 50$ , --", "Our “plan”: 50% of $50, --"),
        ("en", "It costs 5M$, for 12,5 hours", "It costs $5M, for 12.5 hours"),
    ],
)  # fmt: skip
def test_fixes_make_it_right_and_are_done_once(lang: str, typed: str, expected: str) -> None:
    """After its fixes a text has nothing left to fix."""
    right = expected.replace("{N}", NO_BREAK)

    assert right == mended(typed, lang)
    assert right == mended(right, lang)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_longer_than_their_length(name: str) -> None:
    """No pattern looks through a long text once for each of its signs."""

    def looked_through(size: int) -> Callable[[], object]:
        text = HOSTILE[name](size)
        return partial(found, text, text, languages=("en-GB", "fr-FR"))

    assert growth(looked_through, LONG) < STEEP


def test_many_faults_of_a_text_are_told_in_part() -> None:
    """A text with ten thousand faults of a kind does not fill the screen with them."""
    told = found("Nothing", "Quoi ? " * 10_000 + "Rien")

    assert len(told) == 50


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("see `a b` now", "see TTTTT now"),
        ("``a ` b`` and `c", "TTTTTTTTT and `c"),
        ("\\`no code` here", "N`no code` here"),
        ("**bold**: x", "NNboldNN: x"),
        ("[a](b c) and [a b](https://c.d/e)", "[a](b c) and Na bN" + "T" * len("(https://c.d/e)")),
        ("a ${name} b", "a TTTTTTT b"),
        ("me@canada.ca, canada.ca/fr", "T" * len("me@canada.ca") + ", " + "T" * len("canada.ca/fr")),
        ("C# and #tag and #1", "C# and TTTT and #1"),
        ("run --fast now", "run TTTTTT now"),
        ("e.g. one.two", "e.g. one.two"),
    ],
)
def test_what_is_no_prose_is_blanked_out_sign_for_sign(typed: str, expected: str) -> None:
    """Stand-ins have the length of what they stand for, so that places in the text stay true."""
    made = bare(typed).replace(THING, "T").replace(NOTHING, "N")

    assert len(typed) == len(made)
    assert expected == made


def test_the_document_says_what_the_table_holds(root: Path) -> None:
    """`docs/typography.md` has a line for each row of the table, with what `fix` types."""
    names = {NO_BREAK: "no-break", NARROW: "narrow", "": "nothing"}
    expected = []
    for locale, own in TABLE.items():
        space = own.inside[0].replace(NO_BREAK, "·")
        number = f"1{own.group[0].replace(NO_BREAK, '·')}250{own.decimal}50"
        hour = "`14·h·30`" if own.apart else "either" if own.after else ""
        name = f"`{locale[:2]}`, `typography: eu`" if locale.endswith("EU") else f"`{locale}`"
        cells = [
            name, names[own.colon[0]], names[own.tall[0]], names[own.percent[0]],
            f"`{own.quotes[0]}{space}x{space}{own.quotes[1]}`", f"`{number}`", "`50·$`" if own.after else "`$50`", hour,
        ]  # fmt: skip
        expected.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))

    lines = (root / "docs" / "typography.md").read_text("utf-8").splitlines()

    assert sorted(expected) == sorted(line for line in lines if line.startswith(("| `fr", "| `en")))


REGIONAL = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
languages: [en-CA, fr-CA]
slides:
  - title:
      en: Is it quick?
      fr: Est-ce rapide?
      fr-FR: "Est-ce rapide?"
    text: {both: "Non : 12,5% ?"}
    table:
      header: {en: [Year, Share], fr: [Année, Part]}
      rows:
        - {en: ["2025", "40%"], fr: ["2025", "40%"]}
"""


def test_each_side_is_held_to_its_own_locale(tmp_path: Path) -> None:
    """A side for France is typed as in France in a deck for Canada; what serves both languages is held to neither."""
    deck = tmp_path / "deck.yaml"
    deck.write_text(REGIONAL, encoding="utf-8")

    told = [(one.code, one.span.line) for one in build.check([deck]).diagnostics if one.code.startswith("SK3")]

    assert [("SK301", 8), ("SK304", 13)] == told


def test_a_style_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    """`typography:` takes the names that it knows, and says them."""
    deck = tmp_path / "deck.yaml"
    deck.write_text(REGIONAL.replace("languages:", "typography: europe\nlanguages:"), encoding="utf-8")

    told = [(one.code, one.span.line) for one in build.check([deck]).diagnostics if one.code.startswith("SK01")]

    assert [("SK015", 3)] == told


def test_one_typewriter_apostrophe_among_many_others_is_told() -> None:
    """A deck that writes `’` in thirty texts has one `'` by mistake; one that writes `'` as often means it."""
    many = [pair("Here", "L’eau"), *(pair("There", "L’air") for _ in range(30))]

    slip = list(apostrophe.check(deck_of(*many, pair("Now", "L'été"))))
    meant = list(apostrophe.check(deck_of(*many, *(pair("Now", "L'été") for _ in range(5)))))

    assert [(Severity.INFO, "fr")] == [(one.severity, one.lang) for one in slip]
    assert [] == meant
