"""SK122: links to slides that are not there, to the line and column, and what is proposed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from decks_on_disk import check

from costs import STEEP, growth
from slidekit.mending import mend
from slidekit.source.diagnostic import Diagnostic, Severity

DECK = """\
slidekit: 1
title: {en: Our budget, fr: Notre budget}
slides:
  - title: {en: In short, fr: En bref}
    text: {en: "TEXT", fr: "TEXTE"}
  - {id: costs, title: {en: The costs, fr: Les coûts}}
  - {id: reserve, hidden: true, title: {en: Reserve, fr: Réserve}, text: {en: "[So](#costs)", fr: "[Donc](#costs)"}}
  - {id: ours, only: en, title: {en: A word on spelling}}
"""


def found(tmp_path: Path, english: str, french: str = "Rien", more: str = "") -> list[Diagnostic]:
    """What SK122 says of a text in both languages."""
    text = DECK.replace('"TEXT"', f"'{english}'").replace('"TEXTE"', f"'{french}'") + more
    return [one for one in check(text, tmp_path) if one.code == "SK122"]


def test_an_id_that_nobody_has(tmp_path: Path) -> None:
    """It is underlined alone; the nearest is proposed, capitals aside, and `fix --unsafe` puts it in."""
    [one] = found(tmp_path, "So [it is](#Cost) here")

    assert ("no slide has the id `Cost`", "did you mean `#costs`?") == (one.message, one.hint)
    assert (5, 28, 33) == (one.span.line, one.span.column, one.span.end_column)
    assert ("en", Severity.WARNING) == (one.lang, one.severity)
    assert one.fix is not None
    assert not one.fix.safe
    path = tmp_path / "deck" / "deck.yaml"
    assert "So [it is](#costs) here" in mend(path, unsafe=True).after.decode()


def test_an_id_unlike_all_others(tmp_path: Path) -> None:
    """Nothing is proposed but to give it to a slide."""
    [one] = found(tmp_path, "So [it is](#elsewhere)")

    assert "write  id: elsewhere  on the slide that is meant, or take the link out" == one.hint
    assert one.fix is None


@pytest.mark.parametrize("typed", ["[x](#)", "[x](#3)", "[x](<#>)", "[x](#-a)"])
def test_what_can_be_no_id(tmp_path: Path, typed: str) -> None:
    """A number, say, is no name: slides move."""
    [one] = found(tmp_path, typed)

    assert one.message.endswith("names no slide")


@pytest.mark.parametrize(
    "typed",
    [
        "[x](#costs)",
        "[x]( <#costs> )",
        '[x](#costs "The costs")',
        "`[x](#cost)`",
        r"\\[x](#cost)",
        "#cost and (#cost)",
        "[x](https://example.org/#cost)",
        "[x](#${name})",
    ],
)
def test_what_leads_somewhere_or_is_no_link(tmp_path: Path, typed: str) -> None:
    """Ids that are there, code, hashtags, other sites and values are let be."""
    assert [] == found(tmp_path, typed.replace("\\\\", "\\"))


def test_a_slide_of_one_language(tmp_path: Path) -> None:
    """Its own language finds it, the other does not."""
    [one] = found(tmp_path, "[A word](#ours)", "[Un mot](#ours)")

    assert ("fr", "slide 4 is in English only: this link leads nowhere in French") == (one.lang, one.message)


def test_a_text_for_both_languages(tmp_path: Path) -> None:
    """A text under `both:` is in each of them."""
    more = '  - title: {both: "[TypeScript](#ours)"}\n  - {only: en, title: {both: "[Words](#ours)"}}\n'

    assert [(None, 9)] == [(one.lang, one.span.line) for one in found(tmp_path, "Nothing", more=more)]


def test_a_hidden_slide(tmp_path: Path) -> None:
    """It is there in PowerPoint, which may be all that is wanted; between hidden slides nothing is said."""
    more = '  - {hidden: true, title: {en: "[More](#reserve)", fr: "[Plus](#reserve)"}}\n'

    assert [Severity.INFO] == [one.severity for one in found(tmp_path, "[In reserve](#reserve)", more=more)]


def test_the_link_of_a_slide(tmp_path: Path) -> None:
    """`link:` is looked at, too, and so are notes and the deck's own texts."""
    more = '  - title: {en: A, fr: B}\n    link: "#cots"\n    notes: {en: "[x](#cots)", fr: Rien}\n'

    places = [one.span for one in found(tmp_path, "Nothing", more=more)]

    assert [(10, 12, 17), (11, 22, 27)] == [(one.line, one.column, one.end_column) for one in places]


def test_many_dead_links_cost_in_proportion(tmp_path: Path) -> None:
    """A text is read as Markdown once, however many of its links lead nowhere."""

    def text(size: int) -> str:
        return " ".join([f"[x](#nowhere{number})" for number in range(size)])

    assert growth(lambda size: partial(found, tmp_path, text(size)), 1_600) < STEEP
    assert 1_600 == len(found(tmp_path, text(1_600)))
