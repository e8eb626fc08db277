"""Renaming variables and ids, at places that are marked with ‸ in the deck."""

from __future__ import annotations

import pytest
from lsprotocol import types
from msgspec import structs
from open_decks import ENCODINGS, at, edited, marked, opened, shown, typed

from slidekit.deck.reading import read_deck
from slidekit.editor import renaming
from slidekit.editor.client import Client
from slidekit.editor.document import Document
from slidekit.editor.refusing import Refused

DECK = """\
slidekit: 1
title: {en: A, fr: B}
vars:
  saved: {currency: 1250.5 CAD}
  'team': {en: "👩‍💻 we", fr: "nous, ${saved}"}
slides:
  - id: bridge
    title: {en: "👩‍💻 ${saved}", fr: "${ saved } $${saved}"}
    code: {both: "echo ${saved}"} # ${saved}
  - id: other
    title:
      en: "${team} [there](#bridge)"
      fr: >-
        ${team}
        [là](#bridge)
"""


def asked(
    before: str, after: str, encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
) -> tuple[Document, types.Position]:
    """The deck, and the place between two stretches of it."""
    text, place = marked(DECK.replace(before + after, f"{before}‸{after}", 1))
    document = opened(text, encoding)
    return document, at(document, place)


def renamed(document: Document, position: types.Position, name: str) -> str:
    """The text with something renamed."""
    edit = renaming.rename(document, position, name, Client(versioned_edits=True))
    assert edit is not None
    assert edit.document_changes is not None
    (change,) = edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert (document.uri, document.version) == (change.text_document.uri, change.text_document.version)
    return edited(document, [one for one in change.edits if isinstance(one, types.TextEdit)])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_variable_is_renamed_everywhere(encoding: types.PositionEncodingKind, ends: str) -> None:
    """Both languages, values of other variables and the name itself; code, comments and escaped names stay."""
    document, position = asked("{ sa", "ved }", encoding)
    document = opened(document.lines.text.replace("\n", ends), encoding)

    text = renamed(document, position, "économies-2")

    wanted = DECK.replace("saved: {c", "économies-2: {c").replace("nous, ${saved}", "nous, ${économies-2}")
    wanted = wanted.replace('💻 ${saved}"', '💻 ${économies-2}"').replace("{ saved }", "{ économies-2 }")
    assert wanted.replace("\n", ends) == text


def test_a_name_in_quotes_keeps_them() -> None:
    """A name that is typed in quotation marks stays in them."""
    document, position = asked("'te", "am'")

    assert DECK.replace("team", "us") == renamed(document, position, "us")


def test_an_id_is_renamed_with_its_links() -> None:
    """Links to a slide follow its new name."""
    document, position = asked("[là](#bri", "dge)")

    assert DECK.replace("bridge", "pont") == renamed(document, position, "pont")


def test_the_new_deck_reads_as_the_old() -> None:
    """After a rename the deck has the same findings of its format: none."""
    document, position = asked("${te", "am} [")

    _, problems = read_deck(renamed(document, position, "nous.autres").encode())

    assert [] == problems


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [("{ sa", "ved }", "saved"), ("'te", "am'", "team"), ("id: br", "idge", "bridge"), ("(#bridg", "e)", "bridge")],
)
def test_what_can_be_renamed_is_shown_first(before: str, after: str, text: str) -> None:
    """The editor's box holds the name alone."""
    document, position = asked(before, after)

    found = renaming.prepare(document, position)

    assert found is not None
    assert (text, text) == (found.placeholder, shown(document, found.range))


@pytest.mark.parametrize(
    ("before", "after"), [("echo ${sa", "ved}"), ("# ${sa", "ved}"), ("slide", "kit:"), ("tit", "le:")]
)
def test_nothing_else_can_be_renamed(before: str, after: str) -> None:
    """Code, comments and keys have no name of the author's; who insists is told."""
    document, position = asked(before, after)

    assert renaming.prepare(document, position) is None
    with pytest.raises(Refused):
        renaming.rename(document, position, "x", Client())


@pytest.mark.parametrize(
    ("before", "after", "name", "words"),
    [
        (
            "{ sa",
            "ved }",
            "2 b",
            "`2 b` cannot name a variable: write letters, digits, `-`, `_` and `.`, a letter first",
        ),
        ("{ sa", "ved }", "", "`` cannot name a variable: write letters, digits, `-`, `_` and `.`, a letter first"),
        ("{ sa", "ved }", "x}", "`x}` cannot name a variable: write letters, digits, `-`, `_` and `.`, a letter first"),
        ("{ sa", "ved }", "team", "there is a variable `team` already, at line 5"),
        ("id: br", "idge", "a b", "`a b` cannot be an id: write letters, digits, `-`, `_` and `.`, a letter first"),
        ("id: br", "idge", "other", "there is a slide with the id `other` already, at line 10"),
    ],
)
def test_bad_and_taken_names_are_refused(before: str, after: str, name: str, words: str) -> None:
    """A sentence says why a name cannot be had."""
    document, position = asked(before, after)

    with pytest.raises(Refused) as refused:
        renaming.rename(document, position, name, Client())

    assert words == refused.value.words


def test_a_use_written_with_escapes_is_not_left_behind() -> None:
    """A `$` typed as an escape would be missed: the rename is refused rather than made in part."""
    document, position = asked("{ sa", "ved }")
    document = opened(document.lines.text.replace("nous, ${saved}", "nous, \\x24{saved}"))

    with pytest.raises(Refused) as refused:
        renaming.rename(document, position, "x", Client())

    assert "`saved` is written with escapes somewhere: type it plainly first" == refused.value.words


def test_a_broken_deck_is_renamed_as_it_stands() -> None:
    """Uses in lines that were typed since the deck was last read are renamed too."""
    document, position = asked("{ sa", "ved }")
    text = DECK.replace("  - id: other\n", "  - title: {en: '${saved} more', fr: \n  - id: other\n")
    typed(document, text)

    wanted = text.replace("saved: {c", "kept: {c").replace("nous, ${saved}", "nous, ${kept}")
    wanted = (
        wanted.replace('💻 ${saved}"', '💻 ${kept}"')
        .replace("{ saved }", "{ kept }")
        .replace("'${saved} m", "'${kept} m")
    )
    assert wanted == renamed(document, position, "kept")


def test_an_editor_without_versions_gets_plain_edits() -> None:
    """An older editor is told the same edits under the deck's address."""
    document, position = asked("{ sa", "ved }")

    edit = renaming.rename(document, position, "kept", Client())

    assert edit is not None
    assert edit.document_changes is None
    assert edit.changes is not None
    assert [document.uri] == list(edit.changes)
    assert "kept: {c" in edited(document, list(edit.changes[document.uri]))


def test_the_same_name_changes_nothing() -> None:
    """Who confirms the name as it is changes nothing."""
    document, position = asked("{ sa", "ved }")

    assert renaming.rename(document, position, "saved", Client()) is None


def test_a_use_that_cannot_be_read_stops_a_rename() -> None:
    """Where broken YAML hides a use, the rename says at which line rather than leave it behind."""
    document, position = asked("{ sa", "ved }")
    hidden = document.lines.text + "  - title: {both: x}\n    }${saved}\n"
    document = opened(hidden)
    document.state = structs.replace(document.state, broken=True)

    with pytest.raises(Refused) as refused:
        renaming.rename(document, position, "kept", Client())

    assert "line 17 cannot be read yet, and seems to use this name: mend it first" == refused.value.words
