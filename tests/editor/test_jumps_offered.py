"""Links to slides while they are typed: ids are offered with their slides, and a hover says which slide it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from typing_decks import ABLE, completed, cursor, labels, opened, taken

from slidekit.editor.hover import hover

DECK = """\
slidekit: 1
title: {en: Our budget, fr: Notre budget}
slides:
  - {id: costs, title: {en: The costs, fr: Les coûts}}
  - {id: reserve, hidden: true, title: {en: Reserve, fr: Réserve}}
  - {id: words, only: fr, section: {fr: Les mots}}
  - {title: {en: Nameless, fr: Sans nom}}
"""


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ('  - title: {en: "[x](¦)", fr: b}', '  - title: {en: "[x](#costs)", fr: b}'),
        ('  - title: {en: "[x](#¦", fr: b}', '  - title: {en: "[x](#costs", fr: b}'),
        ('  - title: {en: "[x](#co¦ld) y", fr: b}', '  - title: {en: "[x](#costs) y", fr: b}'),
        ("  - title:\n      en: See [it](#c¦", "  - title:\n      en: See [it](#costs"),
        ("  - notes:\n      en: |\n        See [it](#¦)", "  - notes:\n      en: |\n        See [it](#costs)"),
        ("  - link: ¦", '  - link: "#costs"'),
        ('  - link: "#re¦"', '  - link: "#costs"'),
        ("  - link: {en: '#¦', fr: x}", "  - link: {en: '#costs', fr: x}"),
    ],
)
def test_ids_are_offered(typed: str, after: str, tmp_path: Path) -> None:
    """After `](` and under `link:`, in every style, also while the YAML is broken; the rest of the id is replaced."""
    items = completed(f"{DECK}{typed}\n", tmp_path / "talk.yaml", known=DECK)

    assert ["#costs", "#reserve", "#words"] == labels(items)[:3]
    assert f"{DECK}{after}\n" == taken(f"{DECK}{typed}\n", items, "#costs")


def test_each_says_what_slide_it_is(tmp_path: Path) -> None:
    """The number, whether it is shown everywhere, its title; both titles in the page of it."""
    items = completed(f'{DECK}  - title: {{en: "[x](#¦)", fr: b}}\n', tmp_path / "talk.yaml", known=DECK)

    details = ["slide 1: The costs", "slide 2, hidden: Reserve", "slide 3, in French only: Les mots"]
    assert details == [one.detail for one in items]
    doc = items[0].documentation
    assert isinstance(doc, types.MarkupContent)
    assert "en: `The costs`\n\nfr: `Les coûts`" == doc.value


@pytest.mark.parametrize(
    "typed", ["  - title: {en: '#¦', fr: b}", "  - title: {en: 'a (#¦', fr: b}", r"  - title: {en: '\[x\](#¦', fr: b}"]
)
def test_none_where_no_link_is(typed: str, tmp_path: Path) -> None:
    """A `#` in a text is a hashtag."""
    assert "#costs" not in labels(completed(f"{DECK}{typed}\n", tmp_path / "talk.yaml", known=DECK))


@pytest.mark.parametrize("before", ["[x](¦#costs)", "[x](#co¦sts)", "[x](#costs¦)"])
def test_a_hover_says_which_slide(before: str, tmp_path: Path) -> None:
    """In the id, or at its ends; the stretch is the id with its sign."""
    text, position = cursor(f'{DECK}  - title: {{en: "{before}", fr: b}}\n')

    found = hover(opened(text, tmp_path / "talk.yaml"), position, ABLE)

    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    if before.startswith("[x](¦"):
        assert "slide 1" not in found.contents.value
        return
    assert found.contents.value.startswith("**#`costs`**\n\nslide 1\n\n- en: `The costs`\n- fr: `Les coûts`")
    assert found.range is not None
    assert (21, 27) == (found.range.start.character, found.range.end.character)


def test_a_hover_on_an_id_that_is_nobodys(tmp_path: Path) -> None:
    """The finding is told, no slide."""
    text, position = cursor(f'{DECK}  - title: {{en: "[x](#co¦ld)", fr: b}}\n')

    found = hover(opened(text, tmp_path / "talk.yaml"), position, ABLE)

    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "SK122 dead-link" in found.contents.value
