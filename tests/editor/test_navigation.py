"""Definitions, uses, highlights and twins, at places that are marked with ‸ in the deck."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from open_decks import ENCODINGS, at, marked, opened, shown, typed

from slidekit.editor import navigation
from slidekit.editor.document import Document

DECK = """\
slidekit: 1
title: {en: "${team} at work", fr: "${team} au travail"}
theme: boreal
vars:
  saved: {currency: 1250.5 CAD}
  "team": {en: 👩‍💻 we, fr: 👩‍💻 nous}
  saved_up: {number: 3}
slides:
  - id: bridge
    title:
      en: "😀\t${ saved } of $${saved} and ${saved_up}"
      fr: '😀 ${saved} sur ${saved_up}'
    text:
      en: |
        First ${saved}

        then # ${team}
      fr: >-
        D’abord ${saved}
        puis ${team}
    code: |
      echo ${saved}
  - title: {en: "[There](#bridge)", fr: "[Là](#bridge)"} # ${saved}
    link: "#bridge"
    table:
      header: {en: [City, People], fr: [Ville, Population]}
      rows:
        - [{both: Gatineau}, {number: 291041}]
"""


def asked(
    text: str, encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
) -> tuple[Document, types.Position]:
    """A deck, and the place that is marked in it."""
    deck, place = marked(text)
    document = opened(deck, encoding)
    return document, at(document, place)


def mark(before: str, after: str) -> str:
    """The deck with the cursor between two stretches that stand beside each other once."""
    assert 1 == DECK.count(before + after)
    return DECK.replace(before + after, f"{before}‸{after}")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('en: "😀\t${ sav', "ed }"),
        ("sa", "ved: {currency"),
        ("First ${", "saved}"),
        ('en: "😀\t$', "{ saved }"),
        ("D’abord ${saved", "}"),
    ],
)
def test_a_variable_is_found_wherever_it_is_used(before: str, after: str, encoding: types.PositionEncodingKind) -> None:
    """All uses and the place where it is given are named, not escaped ones, comments, code or longer names."""
    document, position = asked(mark(before, after), encoding)

    found = navigation.references(document, position, True)

    assert ["saved"] * 5 == [shown(document, one.range) for one in found]
    assert [4, 10, 11, 14, 18] == [one.range.start.line for one in found]
    assert 4 == len(navigation.references(document, position, False))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_variable_leads_to_where_it_is_given(encoding: types.PositionEncodingKind) -> None:
    """The definition is the name under `vars:`, without its quotation marks; the link says what was asked of."""
    document, position = asked(mark("puis ${te", "am}"), encoding)

    (link,) = navigation.definition(document, position, True)
    (place,) = navigation.definition(document, position, False)

    assert isinstance(link, types.LocationLink)
    assert isinstance(place, types.Location)
    assert ("team", 5) == (shown(document, link.target_selection_range), link.target_range.start.line)
    assert link.origin_selection_range is not None
    assert ("team", 19) == (shown(document, link.origin_selection_range), link.origin_selection_range.start.line)
    assert link.target_range == place.range


def test_links_lead_to_the_slide() -> None:
    """`#bridge` in a link is the slide with that id, in both languages and under `link:`."""
    document, position = asked(mark('en: "[There](#bri', "dge)"))

    (target,) = navigation.definition(document, position, False)
    found = navigation.references(document, position, True)

    assert isinstance(target, types.Location)
    assert ("bridge", 8) == (shown(document, target.range), target.range.start.line)
    assert [8, 22, 22, 23] == [one.range.start.line for one in found]
    assert {"bridge"} == {shown(document, one.range) for one in found}


def test_highlights_tell_giving_from_using() -> None:
    """The name under `vars:` is written, its uses are read."""
    document, position = asked(mark('en: "${te', "am} at work"))

    kinds = [(one.range.start.line, one.kind) for one in navigation.highlights(document, position)]

    read, write = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write
    assert [(1, read), (1, read), (5, write), (16, read), (19, read)] == kinds


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_twin_of_a_text_stands_out(encoding: types.PositionEncodingKind) -> None:
    """On an English text its French is highlighted too, and is its declaration."""
    document, position = asked(mark('fr: "${team} au tra', "vail"), encoding)

    found = [shown(document, one.range) for one in navigation.highlights(document, position)]
    (twin,) = navigation.declaration(document, position, False)

    assert ['"${team} at work"', '"${team} au travail"'] == found
    assert isinstance(twin, types.Location)
    assert '"${team} at work"' == shown(document, twin.range)


def test_the_twin_of_a_cell_is_the_cell_at_its_place() -> None:
    """In a row of texts, the second English cell goes with the second French one."""
    document, position = asked(mark("en: [City, Peo", "ple]"))

    found = [shown(document, one.range) for one in navigation.highlights(document, position)]

    assert ["People", "Population"] == found


def test_a_block_of_text_ends_with_its_words() -> None:
    """Of a text under `|`, the blank lines and the next key are not highlighted."""
    document, position = asked(mark("then", " # ${team}"))

    english, french = [shown(document, one.range) for one in navigation.highlights(document, position)]

    assert english.endswith("then # ${team}")
    assert french.startswith(">-")
    assert french.endswith("puis ${team}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("echo ${sa", "ved}"),
        ("# ${sa", "ved}\n    link"),
        ("both: Gati", "neau"),
        ("slide", "kit: 1"),
        ("theme: bo", "real"),
    ],
)
def test_elsewhere_nothing_is_named(before: str, after: str) -> None:
    """Code, comments, shared words, keys and values have neither uses nor a twin."""
    document, position = asked(mark(before, after))

    assert [] == navigation.references(document, position, True)
    assert [] == navigation.highlights(document, position)
    assert [] == navigation.declaration(document, position, True)


def test_files_are_definitions(tmp_path: Path) -> None:
    """A theme's name, a template, a glossary and a picture lead to the file, if it is there."""
    (tmp_path / "my é.yaml").write_text("x")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a b.png").write_bytes(b"x")
    text = (
        "slidekit: 1\ntitle: {both: A}\ntheme: boreal\nglossary: my é.yaml\ntemplate: {file: gone.pptx}\nslides:\n"
        '  - title: {both: A}\n    image: {en: "pictures/a b.png", fr: gone.png}\n    alt: {both: A}\n'
    )
    document = opened(text, path=tmp_path / "talk.yaml")

    def target(line: int, character: int) -> list[str]:
        found = navigation.definition(document, types.Position(line, character), False)
        return [one.uri.rpartition("/")[2] for one in found if isinstance(one, types.Location)]

    assert ["boreal.yaml"] == target(2, 9)
    assert ["my%20%C3%A9.yaml"] == target(3, 12)
    assert ["a%20b.png"] == target(7, 20)
    assert [] == target(4, 20)
    assert [] == target(7, 40)


def test_uses_are_found_while_the_yaml_is_broken() -> None:
    """What was known moves with its lines; what has been typed since is found too."""
    document, _ = asked(mark("First ${", "saved}"))
    text = DECK.replace("  - id: bridge\n", "  - title: {en: '${saved} new', fr: \n  - id: bridge\n").replace(
        "puis ${team}", "puis ${saved} ${team}"
    )
    typed(document, text)

    found = navigation.references(document, types.Position(15, 20), True)

    assert {"saved"} == {shown(document, one.range) for one in found}
    assert [4, 8, 11, 12, 15, 19, 20] == [one.range.start.line for one in found]


def test_a_deck_in_braces_is_no_other() -> None:
    """Slides in braces on one line have names and twins as any."""
    text = (
        "slidekit: 1\ntitle: {both: A}\nvars: {a: {number: 1}}\n"
        'slides: [{id: x, title: {en: "${a} b", fr: "${a} c"}}, {title: {en: "[x](#x)", fr: "${a‸}"}}]\n'
    )
    document, position = asked(text)

    found = navigation.references(document, position, True)

    assert [(2, "a"), (3, "a"), (3, "a"), (3, "a")] == [
        (one.range.start.line, shown(document, one.range)) for one in found
    ]
    assert 2 == len(navigation.references(document, types.Position(3, 14), True))


@pytest.mark.parametrize(
    ("file", "list_", "line"),
    [
        ("terms.yaml", "# 👩‍💻\n- {en: public servant, fr: fonctionnaire}\n- {en: email, fr: courriel}\n", 2),
        ("terms.csv", "en,fr\npublic servant,fonctionnaire\nemail,courriel\n", 2),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_term_leads_to_its_glossary(tmp_path: Path, file: str, list_: str, line: int, lang: str) -> None:
    """A word that the glossary has, in either language and also in the plural, is defined there."""
    (tmp_path / file).write_text(list_, "utf-8")
    text = (
        f"slidekit: 1\ntitle: {{both: A}}\nglossary: {file}\nslides:\n"
        "  - title: {en: 😀 Many emails here, fr: 😀 Bien des courriels ici}\n"
    )
    document = opened(text, path=tmp_path / "talk.yaml")
    word = "emails" if lang == "en" else "courriels"
    position = document.lines.position(5, document.lines.lines[4].index(word) + 4)

    (link,) = navigation.definition(document, position, True)

    assert isinstance(link, types.LocationLink)
    assert link.origin_selection_range is not None
    assert word == shown(document, link.origin_selection_range)
    assert (file, line) == (link.target_uri.rpartition("/")[2], link.target_range.start.line)


def test_a_term_in_the_deck_itself_is_found_there() -> None:
    """Terms may stand under `glossary:` in the deck; other words are defined nowhere."""
    document, position = asked(
        "slidekit: 1\ntitle: {both: A}\nglossary:\n  - {en: public servant, fr: fonctionnaire}\nslides:\n"
        "  - title: {en: Public ser‸vants, fr: Employés}\n"
    )

    (place,) = navigation.definition(document, position, False)

    assert isinstance(place, types.Location)
    assert 3 == place.range.start.line
    assert [] == navigation.definition(document, types.Position(5, 40), False)
