"""Languages, acronyms and negations on texts that are hostile, long, or told by the project's own names."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from slidekit.deck.glossary import Glossary
from slidekit.deck.reading import read_deck
from slidekit.rules.agreement import (
    different_acronyms,
    different_negation,
    other_language_fragment,
    swapped_languages,
    unchanged_text,
    wrong_language,
)
from slidekit.rules.base import Checked

RULES = (
    different_acronyms, different_negation, other_language_fragment, swapped_languages, unchanged_text, wrong_language,
)  # fmt: skip
ROOT = Path(__file__).parent.parent.parent


def found(en: str, fr: str, glossary: Glossary | None = None) -> list[str]:
    """The codes that a pair gets under a glossary."""
    text = f"slidekit: 1\ntitle: {json.dumps({'en': en, 'fr': fr})}\nslides: []\n"
    deck, _ = read_deck(text.encode())
    assert deck is not None
    checked = Checked(deck, Path(), glossary=glossary or Glossary())
    return [one.code for rule in RULES for one in rule.check(checked)]


def test_a_name_of_the_glossary_stays() -> None:
    """What the project never translates is no English left in a French text, nor an unchanged one."""
    own = Glossary(names=("Fast Lane", "Next Steps"))

    assert (["SK210"], []) == (
        found("We built the fast lane", "Nous avons bâti le fast lane"),
        found("We built the fast lane", "Nous avons bâti le fast lane", own),
    )
    assert (["SK209"], []) == (found("Next Steps", "Next Steps"), found("Next Steps", "Next Steps", own))


def test_a_project_has_its_own_acronyms() -> None:
    """A pair of the glossary is added to the table, and wins over it."""
    own = Glossary(acronyms=(("XYZ", "ZYX"), ("IT", "IT")))

    assert ["SK213"] == found("The XYZ plan", "Le plan XYZ", own)
    assert [] == found("The XYZ plan", "Le plan ZYX", own)
    assert [] == found("The IT plan", "Le plan IT", own)
    assert [] == found("The XYZ plan", "Le plan XYZ")


@pytest.mark.parametrize(
    "piece",
    [
        "«", "“a", '"a" ', "(", "'a ", "*a ", "_a ", "IT ", "A.", "équipe Le ", "the Équipe ", "ne ", "not ", "'a'b",
        "e.g.", "AI Azure ", "Next: ", "\u0301", "﷽", "ᐃᓄ ", "𝕳", "- ", "!", "a" * 999,
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Signs by the ten thousands, meant to make a search go over them again and again, take a moment."""
    long = "x " + piece * (40_000 // len(piece))

    start = time.process_time()
    found(long, "le projet " + long)
    found("the team " + long, long)

    assert time.process_time() - start < 3


PIECES = (
    "the team équipe Next Steps (see la) «ok» “x” * ** _a_ IT AI U.N. SMEs May 2021 mai 5 . : ! ? — - / ' l'an d’un not"
    " n't never ne pas e.g. 中文 Привет ¿ ß é Québec Caisse du de aB 3D v2 [a](http://b.c) `x` $n$ \u00a0 \u2060 ﬁ İ 😀"
).split(" ")  # fmt: skip


@given(*[st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)] * 2)
@example("5 équipe", "l’équipe")
@settings(max_examples=300, deadline=None)
def test_no_pair_is_too_odd(en: str, fr: str) -> None:
    """Whatever stands side by side, the rules end, and say the same a second time."""
    assert found(en, fr) == found(en, fr)


def test_the_lists_are_those_of_the_script(tmp_path: Path) -> None:
    """The package's lists are what the script makes of its sources, byte for byte."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import words; from pathlib import Path;"
        " words.OUT = Path(sys.argv[2]); words.main()"
    )
    subprocess.run([sys.executable, "-c", code, str(ROOT / "scripts"), str(tmp_path)], check=True)
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "src/slidekit/words").iterdir()}

    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == kept
