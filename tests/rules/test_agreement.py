"""What the rules about agreement need more than one text to show: twins of addresses, terms, hostile texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from costs import STEEP, growth
from slidekit import build
from slidekit.rules.addresses import addresses, are_twins, canonical
from slidekit.source.diagnostic import Diagnostic

MINE = ("SK202", "SK203", "SK204", "SK205", "SK206", "SK207", "SK208", "SK215", "SK216")
TWINS = [
    ("https://www.canada.ca/en/taxes.html", "https://www.canada.ca/fr/impots.html"),
    ("https://example.ca/doc-eng.aspx?id=12", "https://example.ca/doc-fra.aspx?id=12"),
    ("https://example.ca/index_e.htm", "https://example.ca/index_f.htm"),
    ("https://example.ca/?lang=en", "https://example.ca/?lang=fr"),
    ("https://example.ca/?l=e&p=2", "https://example.ca/?l=f&p=2"),
    ("https://en.example.org/Wool", "https://fr.example.org/Laine"),
    ("https://english.example.org/", "https://francais.example.org/"),
    ("https://example.org/en-CA/wool", "https://example.org/fr-CA/laine"),
    ("https://example.org/wool", "https://example.org/fr/laine"),
    ("https://example.org/en/wool", "https://example.org/laine"),
    ("https://example.com/wool", "https://example.fr/laine"),
    ("https://travel.gc.ca/news", "https://voyage.gc.ca/nouvelles"),
    ("https://example.org/a#part", "https://example.org/a#partie"),
    ("https://example.org/about", "https://example.org/a-propos"),
    ("mailto:info@example.org?subject=Hello", "mailto:renseignements@example.org?subject=Bonjour"),
    ("https://example.org/HomeEN.html", "https://example.org/HomeFR.html"),
]
STRANGERS = [
    ("https://example.org/a", "https://example.org/b"),
    ("https://example.org/a", "https://example.net/a"),
    ("https://example.org/fr/wool", "https://example.org/en/wool"),
    ("https://example.org/wool", "https://example.org/en/wool-goods"),
    ("https://example.ca/doc-eng.aspx?id=12", "https://example.ca/doc-fra.aspx?id=13"),
    ("https://example.org/2025/report", "https://example.org/2026/report"),
    ("https://example.org/en/wool", "https://example.com/fr/laine"),
    ("camille.roy@example.org", "camile.roy@example.org"),
    ("https://example.org/watch?v=abcDEF", "https://example.org/watch?v=abcDEG"),
]


@pytest.mark.parametrize(("english", "french"), TWINS)
def test_an_address_knows_its_french_twin(english: str, french: str) -> None:
    """The ways in which sites write their languages are known."""
    assert are_twins(canonical(english), canonical(french))


@pytest.mark.parametrize(("english", "french"), STRANGERS)
def test_other_addresses_are_strangers(english: str, french: str) -> None:
    """Another page, another number, another site, or the wrong language."""
    assert not are_twins(canonical(english), canonical(french))


def test_addresses_are_found_however_they_are_typed() -> None:
    """In Markdown's links, between angle brackets, bare, as a host alone, as a mailbox; never in code."""
    source = (
        "[a](https://a.example/x_(y)) <https://b.example/> (see https://c.example/z). Canada.ca/taxes, "
        'd@example.org `https://e.example` [b](<https://f.example> "title")'
    )

    found = addresses(source)

    assert [
        "a.example/x_(y)", "b.example", "c.example/z", "canada.ca/taxes", "d@example.org", "f.example",
    ] == list(found)  # fmt: skip


def findings(pairs: list[tuple[str, str]], folder: Path, key: str = "bullets") -> list[Diagnostic]:
    """What the rules of this file's family find in a deck of these pairs."""
    made = [{"en": english, "fr": french} for english, french in pairs]
    slide = {"title": {"en": "A first look", "fr": "Un premier regard"}, key: made if key == "bullets" else made[0]}
    deck = {"slidekit": 1, "title": {"en": "Our work", "fr": "Nos travaux"}, "slides": [slide]}
    path = folder / "deck.yaml"
    path.write_text(yaml.safe_dump(deck, allow_unicode=True, sort_keys=False, width=10**9), encoding="utf-8")
    return [one for one in build.check([path]).diagnostics if one.code in MINE]


ONCE = [
    pytest.param([("Next steps", "Prochaines étapes"), ("Next steps:", "Prochaines étapes\u00a0:")], id="a colon"),
    pytest.param([("All users", "Tous les utilisateurs"), ("All users", "tous les utilisateurs")], id="a capital"),
    pytest.param([("The annual plan", "Le plan annuel"), ("The annual plan", "les plans annuels")], id="its number"),
    pytest.param([("Next", "Suivant"), ("Next", "Suite")], id="a single short word"),
    pytest.param([("Application", "Demande"), ("Application", "Logiciel")], id="a word of several meanings"),
    pytest.param([("Completed", "Terminé"), ("Completed", "Remplie")], id="an adjective"),
    pytest.param(
        [("Save your work", "Enregistrez votre travail"), ("Save your work", "Enregistrer votre travail")],
        id="an order",
    ),
]
TWICE = [
    pytest.param([("Stakeholders", "Parties prenantes"), ("Stakeholders", "Intervenants")], id="a single long word"),
    pytest.param([("Service standard", "Norme de service"), ("Service standard", "Critère de prestation")], id="terms"),
    pytest.param(
        [("Machine learning", "Apprentissage automatique"), ("machine learning", "apprentissage machine")],
        id="another capital",
    ),
]


@pytest.mark.parametrize("pairs", TWICE)
def test_a_term_with_two_translations_is_found(pairs: list[tuple[str, str]], tmp_path: Path) -> None:
    """At the second of them, with the first and its line."""
    (found,) = findings(pairs, tmp_path)

    assert ("SK215", 13, "fr") == (found.code, found.span.line, found.lang)
    assert pairs[0][1] in found.message
    assert "line 11" in found.message


@pytest.mark.parametrize("pairs", ONCE)
def test_what_only_looks_like_two_translations_is_left_alone(pairs: list[tuple[str, str]], tmp_path: Path) -> None:
    """Signs, case, articles and agreement differ rightly."""
    assert [] == findings(pairs, tmp_path)


def test_a_full_stop_too_many_is_a_slip_and_not_a_habit(tmp_path: Path) -> None:
    """A French full stop beside none in English is a hint, as long as only one or two texts of a deck have it."""
    words = ("alpha", "beta", "gamma")
    habit = [(f"The {word} path is faster", f"La voie {word} est plus rapide.") for word in words]

    (slip,) = findings(habit[:1], tmp_path)

    assert ("SK207", "info") == (slip.code, slip.severity.value)
    assert [] == findings(habit, tmp_path)


def test_hundreds_of_addresses_take_no_time(tmp_path: Path) -> None:
    """All that differ are compared with each other, up to a number that no slide has."""

    def found(size: int) -> list[Diagnostic]:
        sides = [" ".join(f"https://{name}.example.org/{at}x{at}" for at in range(size)) for name in ("a", "b")]
        return findings([(sides[0], sides[1])], tmp_path)

    assert ["SK203"] == [one.code for one in found(400)]
    assert growth(lambda size: partial(found, size), 1_200) < STEEP


@pytest.mark.parametrize(
    "words",
    ["«", "(", ")", "“a” ", '"', "${a} ", "{{", "%s", "`", "**", "_a_ ", "[a](", "a@b.", "https://a.ca/", "- a\n",
     "\n\n", "...", "?!", "a.b.", "([", "(“«", "\n«", "[0,", ":(", "<a ", "$x", "@", "\u2060", "\ufffc", "  "],
)  # fmt: skip
def test_hostile_texts_take_no_time(words: str, tmp_path: Path) -> None:
    """A text of 64,000 characters that teases every pattern is looked through in linear time."""
    from slidekit.deck.model import Deck, Paragraphs, Slide
    from slidekit.deck.text import Pair, Text
    from slidekit.rules import names
    from slidekit.rules.base import Checked
    from slidekit.source.span import Span

    def pair(english: str, french: str) -> Pair:
        return Pair(Span(1, 1, 1, 2), "text", Text(english, Span(1, 1, 1, 2)), Text(french, Span(2, 1, 2, 2)))

    modules = [module for name in names() if (module := import_module(name)).CODE in MINE]

    def looked_through(size: int) -> Callable[[], object]:
        long = words * (size // len(words))
        slides = tuple(
            Slide(Span(1, 1, 9, 1), pair("A", "A"), (Paragraphs(pair(*sides)),), notes=pair(*sides))
            for sides in ((long, "a " + long), (long + ".", "b"))
        )
        checked = Checked(Deck(pair("A", "A"), slides), tmp_path)
        return lambda: [list(module.check(checked)) for module in modules]

    assert len(MINE) == len(modules)
    assert growth(looked_through, 64_000) < STEEP
