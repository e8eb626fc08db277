"""A deck is read whole: every form of text, every block, and every problem at its line and column."""

from __future__ import annotations

import textwrap

import pytest

from slidekit.deck import model
from slidekit.deck.reading import read_deck
from slidekit.deck.text import Pair, Text, Value
from slidekit.source.span import Span

HEAD = "slidekit: 1\ntitle: {en: a, fr: b}\nslides:\n"
"""Three lines, so that the first line of a slide is line 4."""


def read(source: str) -> model.Deck:
    """The deck of a file that has no problem."""
    deck, problems = read_deck(source.encode())
    assert [] == problems
    assert deck is not None
    return deck


def slide(source: str) -> model.Slide:
    """The slide whose keys are these, indented by two."""
    return read(HEAD + "- " + textwrap.indent(textwrap.dedent(source).strip(), "  ").strip() + "\n").slides[0]


def found(source: str) -> list[tuple[int, int, str]]:
    """(line, column, code) of every problem."""
    return [(problem.span.line, problem.span.column, problem.code) for problem in read_deck(source.encode())[1]]


def found_in_slide(source: str) -> list[tuple[int, int, str]]:
    """The same of one slide, whose first line counts as line 1 and whose first column as column 1."""
    body = textwrap.dedent(source).strip("\n").splitlines()
    whole = HEAD + "".join([("- " if number == 0 else "  ") + line + "\n" for number, line in enumerate(body)])
    return [(line - 3, column - 2, code) for line, column, code in found(whole)]


def words(pair: Pair | None) -> tuple[str | None, ...]:
    """The sources of (en, fr, both, plain)."""
    assert pair is not None
    return tuple([None if each is None else each.source for each in (pair.en, pair.fr, pair.both, pair.plain)])


def test_the_head_of_a_deck() -> None:
    """Every key of the deck itself."""
    deck = read(
        "slidekit: 1  # the format\ntitle: {en: A, fr: B}\nsubtitle: {both: C}\nauthor: Camille Roy\n"
        "date: 2026-03-10\nlanguages: [fr-CA, en-CA]\ntheme: boreal\nduration: 1h05\n"
        "vars:\n  saved: {currency: 1250.5 CAD}\n  name: {en: x, fr: y}\nglossary: terms.yaml\nslides: []\n"
    )

    assert deck.glossary is not None
    assert (1, "2026-03-10", ("fr-CA", "en-CA"), "boreal", 3900, "terms.yaml") == (
        deck.slidekit,
        deck.date,
        deck.languages,
        deck.theme,
        deck.duration,
        deck.glossary.file,
    )
    assert ["saved", "name"] == [variable.name for variable in deck.vars]
    assert Value("currency", "1250.5 CAD", None, Span(10, 10, 10, 32)) == deck.vars[0].pair.both
    assert "fr-CA" == deck.locale("fr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{en: a, fr: b}", ("a", "b", None, None)),
        ("{fr: b, en: a}", ("a", "b", None, None)),
        ("{both: a}", (None, None, "a", None)),
        ("a", (None, None, None, "a")),
        ("{number: 1250.5}", (None, None, "1250.5", None)),
        ("{en: {percent: 0.12}, fr: b}", ("0.12", "b", None, None)),
        ("{en: a}", ("a", None, None, None)),
        ("{en: a, fr: }", ("a", "", None, None)),
        ("{en: a, fr: ~}", ("a", "", None, None)),
        ('{en: a, fr: "~"}', ("a", "~", None, None)),
        ('{en: a, fr: "\u200b"}', ("a", "\u200b", None, None)),
        ("{en: No, fr: 1:30}", ("No", "1:30", None, None)),
    ],
)
def test_the_forms_of_a_text(typed: str, expected: tuple[str | None, ...]) -> None:
    """A pair, one for both, plain, a value; what is empty stays as an empty text for the rules."""
    assert expected == words(slide(f"title: {typed}").title)


def test_regional_texts_win() -> None:
    """A text for one locale stands beside those of its language."""
    title = slide("title: {en: a, fr: b, fr-FR: c}").title

    assert title is not None
    assert "c" == (title.side("fr", "fr-FR") or title.en).source  # type: ignore[union-attr]
    assert "b" == (title.side("fr", "fr-CA") or title.en).source  # type: ignore[union-attr]


def test_spans_are_exact() -> None:
    """From the opening quote, from the sign of a block, in code points."""
    own = slide("title: {en: \"é\", fr: '😀 b'}\nnotes:\n  en: |\n    c\n  fr: >\n    d\n")

    assert own.title == Pair(
        Span(4, 10, 4, 30), "title", Text("é", Span(4, 15, 4, 18)), Text("😀 b", Span(4, 24, 4, 29))
    )
    assert own.notes is not None
    assert [(6, 9), (8, 9)] == [side.span[:2] for side in (own.notes.en, own.notes.fr) if side]


def test_every_block_in_the_order_of_its_key() -> None:
    """Blocks with their companions, wherever those stand in the mapping."""
    own = slide(
        """
        by: Ada
        quote: {en: a, fr: b}
        code: x = 1
        highlight: [1, 3-5]
        syntax: python
        takeaway: {both: c}
        columns:
          - title: {both: d}
            text: {both: e}
          - image: f.png
            alt: {both: g}
        """
    )

    assert ["Quote", "Code", "Takeaway", "Columns"] == [type(block).__name__ for block in own.blocks]
    quote, code, _, columns = own.blocks
    assert isinstance(quote, model.Quote)
    assert isinstance(code, model.Code)
    assert isinstance(columns, model.Columns)
    assert (None, None, None, "Ada") == words(quote.by)
    assert ("python", (1, 3, 4, 5)) == (code.syntax, code.highlight)
    assert ["Paragraphs", "Image"] == [type(column.blocks[0]).__name__ for column in columns.columns]


def test_body_holds_one_kind_twice() -> None:
    """The blocks of `body:` take its place among the others."""
    own = slide(
        """
        subtitle: {both: a}
        body:
          - image: a.png
            alt: {both: x}
          - image: b.png
            alt: {both: y}
            caption: {both: z}
        takeaway: {both: c}
        """
    )

    assert ["Subtitle", "Image", "Image", "Takeaway"] == [type(block).__name__ for block in own.blocks]


def test_lists_nest() -> None:
    """Points under points, numbered or not, and a list typed side by side."""
    (bullets,) = slide("bullets:\n- en: a\n  fr: b\n  numbered:\n  - {both: c}\n- plain\n").blocks
    (row,) = slide("numbered: {en: [a, b], fr: [c]}").blocks
    (deep,) = slide("bullets:\n- both: a\n  numbered: {en: [b, c], fr: [d]}\n").blocks

    assert isinstance(bullets, model.Bullets)
    assert isinstance(row, model.Bullets)
    assert (True, "c") == (bullets.items[0].numbered, words(bullets.items[0].children[0].text)[2])
    assert (None, None, None, "plain") == words(bullets.items[1].text)
    assert (True, (2, 1)) == (row.numbered, row.counts)
    assert [("a", "c", None, None), ("b", None, None, None)] == [words(item.text) for item in row.items]
    assert isinstance(deep, model.Bullets)
    assert (True, (2, 1)) == (deep.items[0].numbered, deep.items[0].counts)
    assert [("b", "d"), ("c", None)] == [words(item.text)[:2] for item in deep.items[0].children]


def test_tables_and_charts() -> None:
    """Rows in each language, rows of pairs and values, series with gaps."""
    table, chart = slide(
        """
        table:
          header: {en: [a, b], fr: [c, d]}
          align: [left, right]
          rows:
            - {en: [e, 1.10], fr: [f, 1.10]}
            - [{both: g}, {number: 2.5}]
        chart:
          type: bar
          categories: {both: [x, y]}
          series:
            - name: {en: n, fr: m}
              values: [1, ~]
          unit: s
        """
    ).blocks

    assert isinstance(table, model.Table)
    assert isinstance(chart, model.Chart)
    assert [("e", "f", None, None), ("1.10", "1.10", None, None)] == [words(cell) for cell in table.rows[0].cells]
    assert [(2, 2), (2, 2)] == [row.counts for row in table.rows]
    assert chart.categories is not None
    assert ((1.0, None), 2) == (chart.series[0].values, len(chart.categories.cells))


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("20m", 1200), ("1m30", 90), ("45s", 45), ("1h05", 3900), ("1:30", 90), ("1:02:33", 3753), ("2h", 7200),
     ("1m30s", 90), ("1h05m", 3900), ("0:45", 45), ("5 min", 300)],
)  # fmt: skip
def test_lengths_of_time(typed: str, seconds: int) -> None:
    """As people type them."""
    assert seconds == slide(f"title: {{both: a}}\ntime: {typed}").time


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("titel: {en: a, fr: b}", [(1, 1, "SK013")]),
        ("title: {en: a, fra: b}", [(1, 16, "SK013")]),
        ("title: {en: a, both: b}", [(1, 16, "SK018")]),
        ("title: [a, b]", [(1, 8, "SK014")]),
        ("title: {number: 12, en: b}", [(1, 21, "SK018")]),
        ("title: {number: douze}", [(1, 17, "SK016")]),
        ("title: {number: 1 250,5}", [(1, 17, "SK016")]),
        ("title: {date: 2026-02-30}", [(1, 15, "SK016")]),
        ("title: {currency: 12}", [(1, 19, "SK016")]),
        ("time: soon", [(1, 7, "SK016")]),
        ("at: 12", [(1, 5, "SK016")]),
        ("layout: titel", [(1, 9, "SK015")]),
        ("only: de", [(1, 7, "SK015")]),
        ("hidden: perhaps", [(1, 9, "SK016")]),
        ("by: Ada", [(1, 1, "SK018")]),
        ("image: a.png\ncode: x\ncaption: {both: a}", [(3, 1, "SK018")]),
        ("bullets: a", [(1, 10, "SK014")]),
        ("bullets:", [(1, 9, "SK014")]),
        ("bullets:\n  - - a", [(2, 5, "SK014")]),
        ("bullets:\n  - en: a\n    fr: b\n    bullet: []", [(4, 5, "SK013")]),
        ("bullets:\n  - Note : ceci", [(2, 10, "SK002")]),
        ("bullets:\n  - [Entrée]", [(2, 5, "SK002")]),
        ("title: {en: Yes, sir, fr: Oui, monsieur}", [(1, 16, "SK002"), (1, 30, "SK002")]),
        ("title:\n  en: Ticket #12\n  fr: Billet  # 12", [(2, 14, "SK003"), (3, 15, "SK003")]),
        ("title:\n  en: a\n  fr: #1", [(3, 7, "SK003")]),
        ("quote: {both: a}\nby: Ada # a comment", []),
        ("quote: {both: a}\nby: Ada #2", [(2, 9, "SK003")]),
        ("time: 2m # a comment", []),
        ("code: x\nhighlight: [0, a]", [(2, 13, "SK016"), (2, 16, "SK016")]),
        ("table: [[a]]", [(1, 8, "SK014")]),
        ("table: {header: {en: [a], fr: [b]}}", [(1, 8, "SK017")]),
        ("table:\n  rows:\n    - {en: [a], fr: b}", [(3, 21, "SK014")]),
        ("chart: {type: bars, categories: [], series: []}", [(1, 15, "SK015")]),
        ("chart: {categories: [], series: [{name: {both: a}, values: [x]}]}", [(1, 8, "SK017"), (1, 61, "SK016")]),
        ("columns:\n  - text: {both: a}\n    txet: b", [(3, 5, "SK013")]),
        ("body: a", [(1, 7, "SK014")]),
        ("body:\n  - alt: {both: a}", [(2, 5, "SK018")]),
    ],
)
def test_problems_of_a_slide(source: str, expected: list[tuple[int, int, str]]) -> None:
    """Each at its own line and column."""
    assert expected == found_in_slide(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", [(1, 1, "SK017")]),
        ("# nothing yet\n", [(1, 1, "SK017")]),
        ("- a\n", [(1, 1, "SK014")]),
        ("title: {en: a, fr: b}\nslides: []\n", [(1, 1, "SK017")]),
        ("slidekit: 2\ntitle: {both: a}\nslides: []\n", [(1, 11, "SK015")]),
        ("slidekit: 1\nslides: []\n", [(1, 1, "SK017")]),
        ("slidekit: 1\ntitle: {both: a}\n", [(1, 1, "SK017")]),
        ("slidekit: 1\ntitle: {both: a}\nslides:\n", [(3, 8, "SK014")]),
        ("slidekit: 1\ntitle: {both: a}\nslides: [a]\n", [(3, 10, "SK014")]),
        (HEAD + "- id: x\n- id: x\n", [(5, 7, "SK004")]),
        (HEAD + "- id: a b\n", [(4, 7, "SK016")]),
        ("languages: [en-CA, fr-QC]\n" + HEAD + "- {}\n", [(1, 20, "SK015")]),
        ("languages: [en-CA, en-US]\n" + HEAD + "- {}\n", [(1, 12, "SK016")]),
        ("languages: fr-CA\n" + HEAD + "- {}\n", [(1, 12, "SK014")]),
        ("date: 10 mars 2026\n" + HEAD + "- {}\n", [(1, 7, "SK016")]),
        ("vars: {1a: b}\n" + HEAD + "- {}\n", [(1, 8, "SK016")]),
        ("autor: x\n" + HEAD + "- {}\n", [(1, 1, "SK013")]),
    ],
)
def test_problems_of_a_deck(source: str, expected: list[tuple[int, int, str]]) -> None:
    """What is wrong with the file as a whole, and with its head."""
    assert expected == found(source)


TWENTY = """\
slidekit: 1
titel: {en: Twenty, fr: Vingt}
title: {en: Twenty mistakes, fra: Vingt fautes}
languages: [en-CA, fr-QC]
date: 10 mars 2026
duration: long
vars:
  saved: {currency: 1250.5}
slides:
  - title:
      en: The law : a promise
      fr: "La loi"
    time: soon
    layout: titel
    by: Ada
  - title: [a, b]
    id: one
    notes:
      en: Ticket #12 is closed
      fr: *gras* et fin
  - title: {en: a, both: b}
    id: one
    code: |
      x: *p : [
    highlight: 0
    hidden: perhaps
    hidden: true
  - title: &anchor {both: c}
    text: !tag {both: d}
    bullets:
      - - e
    table: {header: {both: [f]}}
    image: "a\x07b.png"
    alt: {both: "g\u202e"}
"""


def test_twenty_mistakes_in_one_run() -> None:
    """A deck with mistakes of twenty and more different kinds tells them all at once."""
    expected = [
        (2, 1, "SK013"), (3, 30, "SK013"), (4, 20, "SK015"), (5, 7, "SK016"), (6, 11, "SK016"), (8, 21, "SK016"),
        (11, 19, "SK002"), (13, 11, "SK016"), (14, 13, "SK015"), (15, 5, "SK018"), (16, 12, "SK014"),
        (19, 18, "SK003"), (20, 11, "SK002"), (21, 20, "SK018"), (22, 9, "SK004"), (25, 16, "SK016"),
        (26, 13, "SK016"), (27, 5, "SK004"), (28, 12, "SK005"), (29, 11, "SK006"), (31, 9, "SK014"),
        (32, 12, "SK017"), (33, 14, "SK011"), (34, 5, "SK018"), (34, 19, "SK012"),
    ]  # fmt: skip

    assert expected == found(TWENTY)


def test_the_nearest_key_is_suggested() -> None:
    """`fra` suggests `fr`, and is read as such so that the text is not reported missing too."""
    deck, (problem,) = read_deck((HEAD + "- title: {en: a, fra: b}\n").encode())

    assert "did you mean `fr`?" == problem.hint
    assert deck is not None
    assert ("a", "b", None, None) == words(deck.slides[0].title)
