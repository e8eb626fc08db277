"""Completion, hover and links through the real server, as an editor asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from client import ABLE, Editor, edit, session
from lsprotocol import types
from typing_decks import cursor

Found = TypeVar("Found")
DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
vars:
  saved: {currency: 1250.5 CAD}
glossary:
  - {en: public servant, fr: fonctionnaire}
slides:
  - title: {en: One, fr: Un}
"""
ENCODINGS = [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32]


async def offered(editor: Editor, uri: str, position: types.Position, sign: str | None = None) -> types.CompletionList:
    """What the server offers."""
    kind = types.CompletionTriggerKind.TriggerCharacter if sign else types.CompletionTriggerKind.Invoked
    context = types.CompletionContext(kind, sign)
    document = types.TextDocumentIdentifier(uri)
    found = await editor.text_document_completion_async(types.CompletionParams(document, position, context))
    assert isinstance(found, types.CompletionList)
    return found


def test_an_empty_file_becomes_a_deck(tmp_path: Path) -> None:
    """Also a file that is no deck yet is helped on its way: a whole deck is offered."""

    async def story(editor: Editor) -> list[str]:
        uri = await editor.open(tmp_path / "talk.yaml", "")
        return [one.label for one in (await offered(editor, uri, types.Position(0, 0))).items]

    assert "new deck" == session(tmp_path, story)[0]


def test_completion_while_a_word_is_typed(tmp_path: Path) -> None:
    """Key after key, the YAML being broken all the while, the answer is of the text as it stands."""

    async def story(editor: Editor) -> list[str]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        await editor.found(uri)
        seen = []
        for number, sign in enumerate("    lay"):
            await editor.type(uri, edit(8, number, number, sign))
            found = await offered(editor, uri, types.Position(8, number + 1))
            seen.append(found.items[0].label if found.items else "")
        return seen

    assert ["", "new slide", "", "bullets", "bullets", "bullets", "bullets"] == session(tmp_path, story)


def test_what_is_offered_has_its_form(tmp_path: Path) -> None:
    """Snippets, pages in Markdown, the order and the exact range are told as the protocol has them."""
    text, position = cursor(DECK + "    text: {en: 'to ${sa¦'}\n")

    async def story(editor: Editor) -> tuple[types.CompletionItem, types.CompletionItem]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        variable = (await offered(editor, uri, position, "$")).items[0]
        key = (await offered(editor, uri, types.Position(9, 0))).items[0]
        return variable, key

    variable, key = session(tmp_path, story)

    assert types.TextEdit(types.Range(types.Position(8, 19), types.Position(8, 23)), "${saved}") == variable.text_edit
    assert types.InsertTextFormat.PlainText == variable.insert_text_format
    assert ("subtitle", types.InsertTextFormat.Snippet, "0000") == (key.label, key.insert_text_format, key.sort_text)
    assert isinstance(key.documentation, types.MarkupContent)
    assert "A line under the talk's title." == key.documentation.value


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_in_every_encoding(encoding: types.PositionEncodingKind, tmp_path: Path) -> None:
    """Behind an emoji, in a file with CRLF, ranges are right whichever way the editor counts."""
    line = "    text: {en: '🙂é ${saved}', fr: '${saved}'}"
    text = (DECK + line + "\n").replace("\n", "\r\n")
    size = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding.value]
    unit = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding.value]

    def count(words: str) -> int:
        return len(words.encode(size)) // unit

    start = line.index("${")
    able = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[encoding]), text_document=ABLE.text_document
    )

    async def story(editor: Editor) -> tuple[types.Hover | None, types.CompletionList]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        await editor.found(uri)
        position = types.Position(8, count(line[: start + 4]))
        hover = await editor.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))
        return hover, await offered(editor, uri, position)

    hover, found = session(tmp_path, story, able=able)
    wanted = types.Range(
        types.Position(8, count(line[:start])), types.Position(8, count(line[: start + len("${saved}")]))
    )

    assert hover is not None
    assert wanted == hover.range
    edits = [one.text_edit for one in found.items]
    assert [types.TextEdit(wanted, "${saved}")] == edits


@pytest.mark.parametrize(
    ("locale", "arguments", "words"),
    [("en", (), "characters"), ("fr-CA", (), "caractères"), ("en", ("--lang", "fr"), "caractères")],
)
def test_hover_speaks_the_editors_language(locale: str, arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    """Lengths and fit are told in the language of the editor, unless `--lang` says otherwise."""
    text, position = cursor(DECK + "    text: {en: What we s¦ave, fr: Ce que nous économisons}\n")

    async def story(editor: Editor) -> types.Hover | None:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        return await editor.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))

    hover = session(tmp_path, story, *arguments, locale=locale)

    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert words in hover.contents.value


def test_an_editor_that_can_do_little(tmp_path: Path) -> None:
    """Without snippets and Markdown it gets plain words, and nothing it has not asked for."""
    text, position = cursor(DECK + "    ¦\n")

    async def story(editor: Editor) -> tuple[types.CompletionList, types.Hover | None]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        found = await offered(editor, uri, position)
        where = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(7, 18))
        return found, await editor.text_document_hover_async(where)

    found, hover = session(tmp_path, story, able=types.ClientCapabilities())

    assert found.items
    for one in found.items:
        assert isinstance(one.text_edit, types.TextEdit)
        assert "$" not in one.text_edit.new_text
        assert types.InsertTextFormat.PlainText == one.insert_text_format
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert types.MarkupKind.PlainText == hover.contents.kind
    assert "**" not in hover.contents.value


def test_links_through_the_server(tmp_path: Path) -> None:
    """A picture that is there is linked; when it is gone, it is no more."""
    picture = tmp_path / "town.png"
    picture.write_bytes(b"x")

    async def story(editor: Editor) -> tuple[int, int]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK + "    image: town.png\n")
        params = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
        there = await editor.text_document_document_link_async(params)
        picture.unlink()
        gone = await editor.text_document_document_link_async(params)
        return len(there or ()), len(gone or ())

    assert (1, 0) == session(tmp_path, story)


def test_glossary_terms_through_the_server(tmp_path: Path) -> None:
    """Beside an English text with a term, its French comes while the French is begun, and not after a mere space."""
    text, position = cursor(DECK + "    text:\n      en: Three public servants\n      fr: Trois ¦\n")

    async def story(editor: Editor) -> tuple[list[str], list[str]]:
        uri = await editor.open(tmp_path / "talk.yaml", text)
        typed = await offered(editor, uri, position, " ")
        asked = await offered(editor, uri, position)
        return [one.label for one in typed.items], [one.label for one in asked.items]

    assert ([], ["fonctionnaire"]) == session(tmp_path, story)
