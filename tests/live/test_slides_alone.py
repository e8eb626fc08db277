"""Rules about language find in a deck what they find in each of its slides alone, but for those that are named."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from typed_slides import EXAMPLES, HEAD, PLAIN

from slidekit.deck.glossary import Banned, Glossary, Term
from slidekit.deck.reading import read_deck
from slidekit.live.moving import finding
from slidekit.live.parts import BLANK
from slidekit.rules import TOGETHER, about_language, about_slides, found_by, names, together
from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import START

ROOT = Path(__file__).resolve().parents[2]
MORE = """\
  - title: {en: "Good morning, {name}", fr: "Bonjour, {nom}"}
    text: {en: We utilize GitHub, fr: Nous nous en servons}
"""
TEXT = (HEAD + PLAIN + MORE + "".join(EXAMPLES)).encode()
"""The slides of all examples, good and bad, in one deck."""
DECKS = {"examples": TEXT} | {
    path.name: path.read_bytes()
    for path in (*sorted((ROOT / "decks").glob("*.yaml")), ROOT / "tests" / "golden" / "every-block.yaml")
}
ALONE = [name for name in about_language(apart=False)[0] if not together(name)]
TERMS = Glossary(
    (Term("cost", "dépense", START), Term("budget", "enveloppe", START)),
    (Banned("en", "utilize", "use"), Banned("fr", "courriel", "message")),
    ("GitHub", "Azure"),
    (("IT", "TI"),),
)


@cache
def checked(name: str) -> Checked:
    """A deck under check."""
    deck, _ = read_deck(DECKS[name])
    assert deck is not None
    return Checked(deck, ROOT, glossary=TERMS, data=DECKS[name])


def ordered(found: list[Diagnostic]) -> list[str]:
    """Findings as they can be compared."""
    return sorted(map(repr, found))


@pytest.mark.parametrize("module", ALONE, ids=lambda name: name.rpartition(".")[2])
@pytest.mark.parametrize("name", DECKS)
def test_slide_by_slide(name: str, module: str) -> None:
    """What a rule finds in a slide does not depend on the others, nor on how many stand before it."""
    whole = checked(name)
    slides = whole.deck.slides
    head = found_by(replace(whole, deck=replace(whole.deck, slides=())), [module])
    alone = [
        finding(one, 0, at)
        for at, slide in enumerate(slides)
        for one in found_by(replace(whole, deck=replace(whole.deck, slides=(slide,))), [module])
        if one.slide is not None
    ]

    assert ordered([*found_by(whole, [module])]) == ordered([*head, *alone])


def test_the_examples_have_findings_of_every_rule() -> None:
    """The deck of all examples proves something about each rule that looks at one slide at a time."""
    silent = [module for module in ALONE if not [*found_by(checked("examples"), [module])]]

    assert [] == silent


def test_no_rule_about_language_speaks_of_a_blank_slide() -> None:
    """The slide that stands in for those that are not looked at is clean."""
    deck = replace(checked("examples").deck, slides=(BLANK,) * 3)
    blank = Checked(deck, ROOT, glossary=TERMS, data=TEXT)

    assert [] == [one for one in found_by(blank, ALONE) if one.slide is not None]


def test_the_rules_that_are_named_are_there() -> None:
    """Whoever renames a rule names it here, too."""
    known = {name.removeprefix("slidekit.rules.") for name in names()}

    assert set() == {*TOGETHER} - known
    assert [] == [name for name in TOGETHER if any(one.endswith(name) for one in about_slides())]
