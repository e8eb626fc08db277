"""Completion: what is offered at each place, and that what is taken makes a deck that reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name
from typing_decks import ABLE, PLAIN, completed, labels, taken

from slidekit.deck.reading import read_deck
from slidekit.editor.client import Client
from slidekit.editor.values import SYNTAXES

CIVIC = Path(__file__).parents[1] / "templates" / "civic.pptx"
HEAD = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
vars:
  saved: {currency: 1250.5 CAD}
  team: {en: the web team, fr: l’équipe Web}
glossary:
  - {en: public servant, fr: fonctionnaire}
  - {en: email, fr: [courriel, courrier électronique]}
slides:
  - title:
      en: First
      fr: Premier
"""
FLOW = HEAD.replace("  - title:\n      en: First\n      fr: Premier\n", "  - title: {en: First, fr: Premier}\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the deck lies."""
    return tmp_path / "talk.yaml"


FILLED = {"time": "1:30", "at": "1:30", "duration": "1:30", "id": "a", "currency": "1 CAD", "date": "2026-03-10"}
"""What is typed where a `1` would be wrong."""


def wrong(text: str) -> list[str]:
    """What is wrong with the format of a deck."""
    _, problems = read_deck(text.encode())
    return [f"{one.code} {one.message}" for one in problems]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        (HEAD + "    ¦", ["bullets", "numbered", "text", "image"]),
        (HEAD + "    bullets:\n      - ¦", ["en / fr", "en", "fr", "both"]),
        (HEAD + "    text:\n      en: Words\n      ¦", ["fr", "en-CA"]),
        (HEAD + "    text: {¦", ["en / fr", "en", "fr", "both"]),
        (HEAD + "    text: {en: Words, ¦}", ["fr"]),
        (HEAD + "    text: ¦", ["{en: …, fr: …}", "{both: …}"]),
        (HEAD + "    layout: ¦", ["title", "section", "content"]),
        (HEAD + "    layout:¦", ["title", "section", "content"]),
        (HEAD + "    only: ¦", ["en", "fr"]),
        (HEAD + "    hidden: t¦", ["true", "false"]),
        (HEAD + "    chart:\n      type: ¦", ["bar", "column", "stacked", "line"]),
        (HEAD + "    chart:\n      ¦", ["type", "series", "alt", "caption", "categories"]),
        (HEAD + "    code: x\n    syntax: ¦", ["bash", "c", "console"]),
        (HEAD + "    table:\n      align: [left, ¦]", ["left", "center", "right"]),
        (HEAD + "    transition: ¦", ["none", "fade"]),
        (
            HEAD + "    table:\n      rows:\n        - [{date: 2026-03-10, format: ¦}]",
            ["short", "medium", "long", "full"],
        ),
        (HEAD + "¦", ["subtitle", "author", "date", "languages", "theme"]),
        (HEAD.replace("vars:", "mode: ¦\nvars:"), ["light", "dark"]),
        (HEAD.replace("vars:", "theme: ¦\nvars:"), ["boreal", "erable", "onyx"]),
        (HEAD.replace("vars:", "languages: [¦, fr-CA]\nvars:"), ["en", "en-CA", "en-US"]),
        (HEAD.replace("  saved:", "  ¦\n  saved:"), ["name: {date: …}", "name: {number: …}", "name: {percent: …}"]),
        (HEAD + "  ¦", ["new slide", "new section", "new slide with a picture"]),
        (HEAD + "  - ¦", ["title", "section", "bullets"]),
        (HEAD + "    bullets:\n      ¦", ["- en: …"]),
        ("¦", ["new deck", "slidekit", "title", "slides"]),
    ],
)
def test_what_is_offered_first(typed: str, first: list[str], path: Path) -> None:
    """At each place come the things that people want there, in the order in which they want them."""
    found = labels(completed(typed, path))

    assert first == found[: len(first)]


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        (HEAD + "    ¦", {"title", "alt", "by", "syntax", "highlight", "categories"}),
        (HEAD + "    ¦\n    notes: {en: a, fr: b}", {"notes"}),
        (HEAD + "    text:\n      en: Words\n      ¦", {"en", "both", "number", "date"}),
        (HEAD + "    text: {both: Words, ¦}", {"en", "fr", "number"}),
        (HEAD + "    text: {number: 3, ¦}", {"en", "fr", "both", "percent"}),
    ],
)
def test_what_would_be_an_error_is_not_offered(typed: str, absent: set[str], path: Path) -> None:
    """Keys that are there, that exclude each other, or whose block is missing are left out."""
    found = {*labels(completed(typed, path))}

    assert found
    assert set() == found & absent


def test_what_belongs_to_a_block_is_offered_beside_it(path: Path) -> None:
    """`alt:` beside a picture, `by:` beside a quote, `syntax:` beside code."""
    found = {
        host: {"alt", "caption", "by", "syntax", "highlight", "fit", "focus"}
        & {*labels(completed(HEAD + f"    {host}: x\n    ¦", path))}
        for host in ("image", "quote", "code", "text")
    }

    assert {
        "image": {"alt", "caption", "fit", "focus"},
        "quote": {"by"},
        "code": {"syntax", "highlight", "caption"},
        "text": set(),
    } == found


@pytest.mark.parametrize("head", [HEAD, FLOW], ids=["block", "flow"])
@pytest.mark.parametrize(
    "place",
    ["    ¦", "  - ¦", "  ¦", "    columns:\n      - ¦", "    body:\n      - ¦", "    bullets:\n      - ¦",
     "    body:\n      - table:\n          ¦", "    bullets:\n      ¦",
     "    chart:\n      ¦", "    table:\n      ¦", "    text: {¦}", "    text: ¦", "¦"],
)  # fmt: skip
def test_what_is_taken_reads(head: str, place: str, path: Path) -> None:
    """Each thing offered, once its places are filled in, is read without a word about unknown keys or shapes."""
    typed = head + place
    bad = {}
    for item in completed(typed, path):
        text = taken(typed, [item], item.label, FILLED.get(item.label, "1"))
        said = [one for one in wrong(text) if not re.search(r"is missing|there is no|wants a place", one)]
        if said:
            bad[item.label] = said

    assert {} == bad, bad


def test_a_whole_deck_reads_without_errors(path: Path) -> None:
    """In an empty file a deck is offered with which nothing at all is wrong, in either language."""
    for lang in ("en", "fr"):
        client = Client(lang, snippets=True)
        items = completed("¦", path, client)
        text = taken("¦", items, items[0].label, "Word")

        assert [] == wrong(text), lang


def test_pairs_follow_the_authors_style(path: Path) -> None:
    """Braces where the author writes braces, lines where lines, the language first that comes first."""
    french = HEAD.replace("      en: First\n      fr: Premier\n", "      fr: Premier\n      en: First\n")
    texts = {}
    for name, head in (("lines", HEAD), ("braces", FLOW), ("French first", french)):
        typed = head + "  - ti¦"
        texts[name] = taken(typed, completed(typed, path), "title", "x").splitlines()[-3:]

    assert ["  - title:", "      en: x", "      fr: x"] == texts["lines"]
    assert ["  - title: {en: x, fr: x}"] == texts["braces"][-1:]
    assert ["  - title:", "      fr: x", "      en: x"] == texts["French first"]


def test_variables_with_what_they_say(path: Path) -> None:
    """After `$` come the variables, with their values in both locales; the sign typed is replaced."""
    typed = HEAD + '    text:\n      en: "We save ${sa¦ a month"\n'
    items = completed(typed, path, known=HEAD)

    assert ["${saved}", "${team}"] == labels(items)
    assert "$1,250.50 | 1 250,50 $" == (items[0].detail or "").replace("\u00a0", " ").replace("\u202f", " ")
    assert '      en: "We save ${saved} a month"' == taken(typed, items, "${saved}").splitlines()[-1]


def test_variables_in_braces_are_put_in_quotes(path: Path) -> None:
    """`{en: ${saved}}` would be braces in braces: the text is put in quotes as the variable is taken."""
    typed = HEAD + "    text: {en: about ${¦}, fr: x}"
    items = completed(typed, path, known=HEAD)
    text = taken(typed, items, "${saved}")

    assert '    text: {en: "about ${saved}", fr: x}' == text.splitlines()[-1]
    assert [] == wrong(text)


def test_variables_of_this_moment(path: Path) -> None:
    """A variable that was added since the deck could last be read is offered as well."""
    typed = HEAD.replace("  team:", "  nouveau: 12\n  team:") + "    text: {en: ${¦"

    assert "${nouveau}" in labels(completed(typed, path, known=HEAD))


def test_a_dollar_shown_is_no_variable(path: Path) -> None:
    """`$${` shows the signs themselves."""
    assert [] == completed(HEAD + "    text: {en: 'a $${¦'}", path, known=HEAD)


@pytest.mark.parametrize(
    ("french", "offered"),
    [
        ("¦", ["courriel", "courrier électronique", "fonctionnaire"]),
        ("Les cou¦", ["courriel", "courrier électronique", "fonctionnaire"]),
        ("Des courriels de fonctionnaires, ¦", ["courrier électronique"]),
        ("L’envoi d’un courriel d’em¦", ["courrier électronique", "fonctionnaire"]),
    ],
)
def test_terms_that_the_other_side_has(french: str, offered: list[str], path: Path) -> None:
    """Beside an English text with terms of the glossary, their French is offered, unless it is there already."""
    typed = HEAD + f"    bullets:\n      - en: Emails to public servants\n        fr: {french}"

    assert offered == [one for one in labels(completed(typed, path, known=HEAD)) if one[0] != "{"]


def test_a_space_in_a_text_asks_for_nothing(path: Path) -> None:
    """While an author writes prose, nothing pops up after each word."""
    typed = HEAD + "    bullets:\n      - en: Emails to public servants\n        fr: Les ¦"

    assert [] == completed(typed, path, known=HEAD, sign=" ")


def test_pictures_of_the_folder(path: Path) -> None:
    """Pictures in the deck's folder and below it, nothing else, and nothing outside it."""
    folder = path.parent
    (folder / "pictures").mkdir()
    (folder / ".hidden").mkdir()
    for name in ("a.png", "pictures/town #1.jpg", "pictures/notes.txt", ".hidden/b.png"):
        (folder / name).write_bytes(b"x")
    outside = folder.parent / "outside.png"
    outside.write_bytes(b"x")
    (folder / "leak.png").symlink_to(outside)
    typed = HEAD + "    image: pic¦tures/x.jpg # as it was"
    items = completed(typed, path)

    assert ["a.png", "pictures/town #1.jpg"] == labels(items)
    assert (
        '    image: "pictures/town #1.jpg" # as it was' == taken(typed, items, "pictures/town #1.jpg").splitlines()[-1]
    )


def test_themes_and_terms_beside_the_deck(path: Path) -> None:
    """A theme is a file with a palette; a list of terms is neither a theme nor a deck."""
    (path.parent / "own.yaml").write_text("name: own\npalette: {}\n")
    (path.parent / "terms.csv").write_text("en,fr\n")
    (path.parent / "other.yaml").write_text("slidekit: 1\n")

    assert ["boreal", "erable", "onyx", "own.yaml"] == labels(completed("slidekit: 1\ntheme: ¦", path))
    assert ["terms.csv"] == [one for one in labels(completed("slidekit: 1\nglossary: ¦", path)) if "." in one]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("template:\n  file: own.pptx\n  layouts:\n    content: ¦\nslides:\n", "Two Content"),
        ("template:\n  file: 'own.pptx'  # ours\n  layouts:\n    content: {layout: ¦}\n", "Two Content"),
        ("template: {file: own.pptx, layouts: {content: Tw¦o}}\n", "Two Content"),
        ("template:\n  file: own.pptx\n  layouts:\n    comparison:\n      layout: ¦\n", "Two Content"),
        ("template:\n  file: own.pptx\n  layouts:\n    content: {layout: Two Content, body: ¦}\n", "4294967295"),
    ],
)
def test_layouts_of_the_own_template(typed: str, offered: str, path: Path) -> None:
    """The names that its layouts have in PowerPoint, and the numbers of their placeholders."""
    (path.parent / "own.pptx").write_bytes(CIVIC.read_bytes())

    assert offered in labels(completed(f"slidekit: 1\n{typed}", path))


@pytest.mark.parametrize("file", ["../own.pptx", "none.pptx", "deck.yaml", "'", "\0", "own.pptx"])
def test_a_template_that_cannot_be_read_offers_nothing(file: str, path: Path) -> None:
    """Not there, outside of the folder, no PowerPoint file: no names, and no fault."""
    (path.parent.parent / "own.pptx").write_bytes(CIVIC.read_bytes())
    (path.parent / "own.pptx").write_bytes(b"PK")
    typed = f"slidekit: 1\ntemplate:\n  file: {file}\n  layouts:\n    content: ¦\n"

    assert [] == [one for one in completed(typed, path) if one.detail]


def test_the_second_language_is_another(path: Path) -> None:
    """A deck has one English and one French; the word under the cursor may be another of its language."""
    offered = labels(completed("slidekit: 1\nlanguages: [en-CA, ¦]\n", path))
    again = labels(completed("slidekit: 1\nlanguages: [en-C¦A, fr-CA]\n", path))

    assert ["fr", "fr-CA", "fr-FR", "fr-CH", "fr-BE"] == offered
    assert ["en", "en-CA", "en-US", "en-GB"] == again


def test_codes_in_comments(path: Path) -> None:
    """After `# slidekit: ignore` come the rules, those that find something just below before the others."""
    typed = HEAD + "    # slidekit: ignore ¦\n    text: {en: Same words here, fr: Same words here}\n"
    items = completed(typed, path)

    assert "SK209" == labels(items)[0]
    assert "SK101" in labels(items)
    assert "SK001" not in labels(items), "it cannot be turned off"


def test_a_whole_comment(path: Path) -> None:
    """In an empty comment above a finding, the comment that leaves it out is offered, a reason to be filled in."""
    typed = HEAD + "    # ¦\n    text: {en: Same words here, fr: Same words here}\n"
    text = taken(typed, completed(typed, path), "slidekit: ignore SK209")

    assert "    # slidekit: ignore SK209 because reason" in text


def test_an_editor_without_snippets(path: Path) -> None:
    """It gets keys and words on one line, and never a `$1`."""
    for typed in (HEAD + "    ¦", HEAD + "  ¦", HEAD + "    text: ¦", "¦"):
        for item in completed(typed, path, PLAIN):
            edit = item.text_edit
            assert edit is not None
            assert "\n" not in edit.new_text
            assert "$" not in edit.new_text


def test_a_key_that_has_its_colon_is_only_renamed(path: Path) -> None:
    """`tim¦: 3m` becomes `time: 3m`."""
    typed = HEAD + "    tim¦: 3m"

    assert "    time: 3m" == taken(typed, completed(typed, path), "time").splitlines()[-1]


def test_docs_are_said_in_french(path: Path) -> None:
    """What a key means is told in the editor's language."""
    item = next(one for one in completed(HEAD + "    ¦", path, Client("fr")) if one.label == "notes")
    doc = item.documentation

    assert doc is not None
    assert not isinstance(doc, str)
    assert "diapositive" in doc.value


def test_every_syntax_is_known() -> None:
    """Each language offered for a listing is one that it can be coloured in."""
    assert [*SYNTAXES] == [name for name in SYNTAXES if get_lexer_by_name(name)]


def test_every_item_has_its_place_on_the_cursors_line(path: Path) -> None:
    """What is replaced stands on the line of the cursor and ends at it or behind it (LSP 3.17, `textEdit`)."""
    typed = HEAD + "    text: {en: '🙂 ${sa¦'}"
    items = completed(typed, path, ABLE, known=HEAD)
    edit = items[0].text_edit

    assert edit is not None
    assert not hasattr(edit, "insert")
    assert "    text: {en: '🙂 ${saved}'}" == taken(typed, items, "${saved}").splitlines()[-1]


def test_a_slide_after_the_one_that_is_done(path: Path) -> None:
    """On a new line, where the editor stands below the slide's keys, the next slide takes the dash's own place."""
    typed = HEAD + "    ¦"
    text = taken(typed, completed(typed, path), "new section", "x")

    assert ["  - section:", "      en: x", "      fr: x"] == text.splitlines()[-3:]


@pytest.mark.parametrize(
    "text", ["na¦", "name: ci\non: push\n¦", "services:\n  - ti¦", "- ti¦", '{"a": ¦', "plain words ¦"]
)
def test_other_yaml_is_left_alone(text: str, path: Path) -> None:
    """A file that is no deck is offered nothing but to become one, while there is nothing else in it."""
    found = labels(completed(text, path))

    assert (["new deck", "slidekit"] if text == "na¦" else []) == found[:2]


def test_a_variable_that_is_new_reads(path: Path) -> None:
    """A variable of each kind, once its name and its value are typed, is read."""
    values = {"number": "12", "percent": "0.12", "currency": "12 CAD", "date": "2026-03-10"}
    typed = HEAD.replace("  saved:", "  ¦\n  saved:")
    found = completed(typed, path)

    assert 5 == len(found)
    for item in found:
        kind = next((kind for kind in values if kind in item.label), "")
        assert [] == wrong(taken(typed, found, item.label, values.get(kind, "words"))), item.label
