"""The outline, the search in open decks, what folds, how a selection grows, and what stands in grey."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from open_decks import at, marked, opened, shown, typed

from slidekit.editor import folding, hints, selection, symbols
from slidekit.editor.document import Document

DECK = """\
# A talk
# about work
slidekit: 1
title: {en: Work, fr: Le travail}
duration: 5m
vars:
  saved: {currency: 1250.5 CAD}
slides:
  - title: {en: Before, fr: Avant}
    text: {en: "${saved}!", fr: "${saved}!"}
    time: 30s

  # the first part
  - section:
      en: One 😀
      fr: Un 😀
  - id: mid
    title:
      en: In the
        middle
      fr: Au milieu
    body:
      - text: {en: A, fr: A}
        caption: x
      - bullets:
          - {en: B, fr: B}
          - {en: C, fr: C}
    time: 1m
    notes:
      en: |
        # no comment
        - no list
      fr: |
        Rien

  - section: {en: Two, fr: Deux}
    title: {en: Opening, fr: Ouverture}
    hidden: true
    columns:
      - title: {en: Left, fr: À gauche}
        text: {en: A, fr: A}
      - bullets: [{en: B, fr: B}]
  - quote: {en: Less is more, fr: Moins, c’est plus}
    only: fr
    time: 10s
"""


def outline(document: Document) -> list[str]:
    """The outline as lines, indented by level."""
    made: list[str] = []

    def add(one: types.DocumentSymbol, level: int) -> None:
        detail = f" | {one.detail}" if one.detail else ""
        made.append(f"{'  ' * level}{one.range.start.line + 1}-{one.range.end.line + 1} {one.name}{detail}")
        for inner in one.children or ():
            add(inner, level + 1)

    for symbol in symbols.document_symbols(document, True, str):
        assert isinstance(symbol, types.DocumentSymbol)
        add(symbol, 0)
    return made


def test_the_outline_is_sections_slides_and_blocks() -> None:
    """Variables, then slides under their sections, blocks under slides; a divider is its section."""
    assert [
        "6-7 vars",
        "  7-7 saved | 1250.5 CAD",
        "9-11 1. Before | Avant",
        "  10-10 text | ${saved}!",
        "14-34 One 😀 | Un 😀",
        "  17-34 3. In the middle | Au milieu · #mid",
        "    22-27 body",
        "      23-23 text | A",
        "      25-27 bullets | 2 points",
        "    29-34 notes",
        "36-45 Two | Deux",
        "  36-42 4. Opening | Ouverture · hidden",
        "    39-42 columns | 2 columns",
        "      40-41 Left | À gauche",
        "        41-41 text | A",
        "      42-42 column 2",
        "        42-42 bullets | 1 point",
        "  43-45 5. Less is more | fr",
        "    43-43 quote | Less is more",
    ] == outline(opened(DECK))


def test_the_cursor_goes_to_the_title() -> None:
    """What an outline selects is the title in the language written first."""
    document = opened(DECK.replace("title: {en: Work", "languages: [fr-CA, en-CA]\ntitle: {en: Work"))

    found = symbols.document_symbols(document, True, str)

    assert isinstance(found[1], types.DocumentSymbol)
    assert ("1. Avant", "Avant") == (found[1].name, shown(document, found[1].selection_range))


def test_editors_without_trees_get_a_list() -> None:
    """Each symbol then says what it is in."""
    found = symbols.document_symbols(opened(DECK), False, str)

    pairs = [(one.name, one.container_name) for one in found if isinstance(one, types.SymbolInformation)]
    assert 19 == len(pairs)
    assert ("3. In the middle", "One 😀") in pairs
    assert ("bullets", "body") in pairs


def test_the_outline_follows_the_text_that_is_not_read_yet() -> None:
    """Lines typed above move the slides; what is typed now does not lose the rest."""
    document = opened(DECK)
    before = outline(document)
    typed(document, DECK.replace("slides:\n", "# one\n# two\nslides:\n").replace("{en: Two,", "{en: 'Two"))

    moved = outline(document)

    assert "16-36 One 😀 | Un 😀" in moved
    assert "  38-44 4. Opening | Ouverture · hidden" in moved
    assert len(before) == len(moved)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("MILIEU", ["3. In the middle"]),
        ("a gauche", []),
        ("deux", ["Two"]),
        ("#mid", ["3. In the middle"]),
        ("1250", ["saved"]),
        ("less mo", ["5. Less is more"]),
        ("", ["vars", "saved", "1. Before", "One 😀", "3. In the middle", "Two", "4. Opening", "5. Less is more"]),
    ],
)
def test_slides_are_found_in_both_languages(query: str, names: list[str]) -> None:
    """By title, section, id or value, in English or French, capitals and accents left aside."""
    found = symbols.workspace_symbols([opened(DECK)], query, str)

    assert names == [one.name for one in found]


def test_the_search_covers_all_open_decks() -> None:
    """Each hit says in which file it is, or in which section."""
    decks = [opened(DECK), opened(DECK, path=Path("/talks/other.yaml"))]

    found = symbols.workspace_symbols(decks, "before", str)

    assert ["talk.yaml", "other.yaml"] == [one.container_name for one in found]
    assert [deck.uri for deck in decks] == [one.location.uri for one in found]


def folds(text: str, limit: int | None = None) -> list[tuple[int, int, str]]:
    """First and last line of what folds, from 1, and its kind."""
    found = folding.folding_ranges(opened(text), limit)
    kinds = [one.kind.value if isinstance(one.kind, types.FoldingRangeKind) else "" for one in found]
    return [(one.start_line + 1, one.end_line + 1, kind) for one, kind in zip(found, kinds, strict=True)]


def test_sections_slides_keys_and_comments_fold() -> None:
    """A fold ends with its last line that says something; words under `|` do not fold by themselves."""
    found = folds(DECK)

    assert [(14, 34, "region"), (36, 45, "region")] == found[:2]
    assert (1, 2, "comment") in found
    assert {(9, 11, ""), (14, 16, ""), (17, 34, ""), (22, 27, ""), (25, 27, ""), (29, 34, ""), (30, 32, "")} <= {*found}
    assert not [one for one in found if one[0] in (13, 31, 32)]


def test_folds_are_as_many_as_the_editor_bears() -> None:
    """The outermost stay."""
    found = folds(DECK, 6)

    assert 6 >= len(found)
    assert (8, 45, "") in found
    assert (30, 32, "") not in found


def test_a_list_below_its_key_folds_without_being_indented() -> None:
    """Dashes may stand right under the key of their list."""
    text = "slidekit: 1\nslides:\n- title:\n    en: A\n    fr: B\n  bullets:\n  - both: x\n- title: {en: C, fr: D}\n"

    assert [(2, 8, ""), (3, 7, ""), (6, 7, "")] == sorted(folds(text))


def grown(before: str, after: str) -> list[str]:
    """What is selected, step by step, from a place in the deck on."""
    text, place = marked(DECK.replace(before + after, f"{before}‸{after}", 1))
    document = opened(text)
    (found,) = selection.selection_ranges(document, [at(document, place)])
    made, step = [], found
    while True:
        made.append(shown(document, step.range))
        if step.parent is None:
            return made
        step = step.parent


def test_a_selection_grows_from_the_word_to_the_deck() -> None:
    """A word, its text, its side, both languages, the key, the slide, all slides, the file."""
    found = grown("{en: Open", "ing,")

    assert [
        "Opening",
        "en: Opening",
        "{en: Opening, fr: Ouverture}",
        "title: {en: Opening, fr: Ouverture}",
    ] == found[:4]
    assert found[4].startswith("section: {en: Two")
    assert found[5].startswith("- section: {en: Two")
    assert found[-2].startswith("- title: {en: Before")
    assert DECK == found[-1]


def test_a_selection_knows_variables_quotes_and_blocks() -> None:
    """A variable is one word; the text comes without its quotation marks first; a block comes line by line."""
    assert ["${saved}", "${saved}!", '"${saved}!"', 'en: "${saved}!"'] == grown('en: "${sa', "ved}!")[:4]
    assert ["no", "- no list"] == grown("- n", "o list")[:2]
    assert "# no comment\n        - no list" in grown("- n", "o list")[2]
    assert ["section", "section:\n      en: One 😀\n      fr: Un 😀"] == grown("- sec", "tion:\n")[:2]


def told(document: Document, first: int, last: int, values: bool = False) -> list[tuple[int, str]]:
    """What stands in grey in some lines, counted from 1."""
    range = types.Range(types.Position(first - 1, 0), types.Position(last - 1, 0))
    found = hints.inlay_hints(document, range, values, str)
    return [(one.position.line + 1, str(one.label)) for one in found]


def test_hints_say_when_a_slide_comes() -> None:
    """Number and time at the end of a slide's first line; hidden slides take no time, and `duration:` has the sum."""
    assert [
        (9, "slide 1 · page 2 · 0:00–0:30"),
        (14, "slide 2 · page 3 · 0:30"),
        (17, "slide 3 · page 4 · 0:30–1:30"),
        (36, "slide 4 · page 5 · hidden"),
        (43, "slide 5 · page 6 · 1:30–1:40"),
        (5, "the slides take 1 min 30 s"),
    ] == [(line, label.replace("\u00a0", " ")) for line, label in told(opened(DECK), 1, 45)]


def test_a_slide_is_also_told_by_its_page() -> None:
    """The cover is page 1 on the slides and in the preview; where the author has made one, both count alike."""
    own = opened(DECK.replace("slides:\n", "slides:\n  - layout: title\n    title: {en: My cover, fr: Ma page}\n", 1))

    assert "slide 1 · 0:00" == told(own, 8, 11)[0][1]
    assert "slide 1 · page 2 · 0:00–0:30" == told(opened(DECK), 8, 11)[0][1].replace("\u00a0", " ")


def test_hints_end_where_a_slide_says_no_time() -> None:
    """What is not known is not said; the sum says how many slides are silent."""
    document = opened(DECK.replace("    time: 1m\n", ""))

    assert [(42, "slide 5 · page 6")] == told(document, 40, 44)
    assert [(5, "the slides take 30 s, 1 slide says no time")] == [
        (line, label.replace("\u00a0", " ")) for line, label in told(document, 5, 5)
    ]


def test_hints_tell_languages_apart() -> None:
    """A slide in one language moves those after it in that language alone."""
    document = opened(DECK + "  - title: {en: End, fr: Fin}\n    time: 5s\n")
    range = types.Range(types.Position(45, 0), types.Position(46, 0))

    (hint,) = hints.inlay_hints(document, range, False, str)

    assert "slide 6 · page 7 · 1:30–1:35" == hint.label
    assert hint.tooltip == (
        "slide 6 of 6\npage 7 in the preview: the cover is page 1\n"
        "begins at 1:30 in English, at 1:40 in French\ntakes 5\u00a0s"
    )


def test_values_are_shown_where_they_are_wanted() -> None:
    """Each `${name}` has its value in the language of its text, only if the author asked for it."""
    document = opened(DECK)

    assert [(10, "= $1,250.50"), (10, "= 1\u00a0250,50\u00a0$")] == told(document, 10, 10, values=True)
    assert [] == told(document, 10, 10)
