"""What an editor asks about the deck as a whole and about its names, through the real `slidekit lsp`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from client import ABLE, Editor, edit, session
from lsprotocol import types

DECK = """\
slidekit: 1
title: {en: Work, fr: Le travail}
theme: boreal
vars:
  saved: {currency: 1250.5 CAD}
slides:
  - section: {en: One, fr: Un}
  - id: bridge
    title: {en: "😀 ${saved}", fr: "😀 ${saved}"}
    text: {en: "[There](#bridge)", fr: "[Là](#bridge)"}
    time: 30s
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck on disk."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    return path


def place(uri: str, line: int, character: int) -> tuple[types.TextDocumentIdentifier, types.Position]:
    """A place, from 0, in UTF-16 units."""
    return types.TextDocumentIdentifier(uri), types.Position(line, character)


def span(range: types.Range) -> tuple[int, int, int]:
    """A range on one line: the line, and where it begins and ends."""
    assert range.start.line == range.end.line
    return range.start.line, range.start.character, range.end.character


def test_names_are_found_and_changed(deck: Path) -> None:
    """Definition, uses, highlights and rename of a variable, behind an emoji in UTF-16."""

    async def story(editor: Editor) -> None:
        uri = await editor.open(deck)
        on_use = place(uri, 8, 24)
        links = await editor.text_document_definition_async(types.DefinitionParams(*on_use))
        assert isinstance(links, list)
        (link,) = links
        assert isinstance(link, types.LocationLink)
        assert (4, 2, 7) == span(link.target_selection_range)
        context = types.ReferenceContext(include_declaration=True)
        uses = await editor.text_document_references_async(types.ReferenceParams(context, *on_use))
        assert [(4, 2, 7), (8, 22, 27), (8, 41, 46)] == [span(one.range) for one in uses or ()]
        marks = await editor.text_document_document_highlight_async(types.DocumentHighlightParams(*on_use))
        assert [3, 2, 2] == [one.kind for one in marks or ()]
        box = await editor.text_document_prepare_rename_async(types.PrepareRenameParams(*on_use))
        assert isinstance(box, types.PrepareRenamePlaceholder)
        assert ((8, 22, 27), "saved") == (span(box.range), box.placeholder)
        change = await editor.text_document_rename_async(types.RenameParams(*on_use, new_name="kept"))
        assert change is not None
        assert change.document_changes is not None
        (of_deck,) = change.document_changes
        assert isinstance(of_deck, types.TextDocumentEdit)
        assert (uri, 1) == (of_deck.text_document.uri, of_deck.text_document.version)
        assert [(4, 2, 7), (8, 22, 27), (8, 41, 46)] == [span(one.range) for one in of_deck.edits]

    session(deck.parent, story)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "`a b` cannot name a variable: write letters, digits, `-`, `_` and `.`, a letter first"),
        ("fr", "`a b` ne peut pas nommer une variable\u00a0: écrire des lettres"),
    ],
)
def test_a_bad_name_is_refused_in_words(deck: Path, locale: str, words: str) -> None:
    """The editor shows why a name cannot be had, in the author's language."""

    async def story(editor: Editor) -> str:
        uri = await editor.open(deck)
        with pytest.raises(Exception, match="a b") as refused:
            await editor.text_document_rename_async(types.RenameParams(*place(uri, 4, 4), new_name="a b"))
        return str(refused.value)

    assert words in session(deck.parent, story, locale=locale)


def test_the_outline_and_folds(deck: Path) -> None:
    """Symbols, folds, hints, selections and the search of the workspace come over the wire."""

    async def story(editor: Editor) -> None:
        uri = await editor.open(deck)
        document = types.TextDocumentIdentifier(uri)
        found = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        assert found is not None
        assert ["vars", "One"] == [one.name for one in found]
        section = found[1]
        assert isinstance(section, types.DocumentSymbol)
        assert ["2. 😀 ${saved}"] == [one.name for one in section.children or ()]
        folds = await editor.text_document_folding_range_async(types.FoldingRangeParams(document))
        assert {(6, 10), (3, 4), (5, 10), (7, 10)} == {(one.start_line, one.end_line) for one in folds or ()}
        whole = types.Range(types.Position(0, 0), types.Position(11, 0))
        hints = await editor.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
        assert ["slide 1 · page 2 · 0:00", "slide 2 · page 3 · 0:00–0:30"] == [one.label for one in hints or ()]
        grown = await editor.text_document_selection_range_async(
            types.SelectionRangeParams(document, [types.Position(8, 24), types.Position(0, 0)])
        )
        assert grown is not None
        assert [(8, 20, 28), (0, 0, 8)] == [span(one.range) for one in grown]
        hits = await editor.workspace_symbol_async(types.WorkspaceSymbolParams("un"))
        assert ["One"] == [one.name for one in hits or ()]

    session(deck.parent, story)


def test_slides_are_found_in_decks_that_are_not_open(deck: Path) -> None:
    """The search covers the decks of the project's folders; what is open counts as it is typed, not as it is saved."""
    inner = deck.parent / "2025" / "old.yaml"
    inner.parent.mkdir()
    inner.write_text(DECK.replace("{en: One, fr: Un}", "{en: Once, fr: Jadis}"), "utf-8")
    (deck.parent / "compose.yaml").write_text("services: {one: {}}\n")
    (deck.parent / "node_modules").mkdir()
    (deck.parent / "node_modules" / "other.yaml").write_text(DECK)
    (deck.parent / "broken.yml").write_bytes(b"slidekit: 1\ntitle: {en: \xff\nslides: [[[\n")

    async def story(editor: Editor) -> None:
        uri = await editor.open(deck, DECK.replace("en: One", "en: Onceler"))
        await editor.found(uri)

        async def hits(query: str) -> list[tuple[str, str]]:
            found = await editor.workspace_symbol_async(types.WorkspaceSymbolParams(query)) or []
            return [(one.name, one.location.uri.rpartition("/")[2]) for one in found]

        assert [("Onceler", "talk.yaml"), ("Once", "old.yaml")] == await hits("once")
        assert [("Once", "old.yaml")] == await hits("jadis")
        inner.write_text(DECK.replace("{en: One, fr: Un}", "{en: Once again, fr: Encore}"), "utf-8")
        assert [("Once again", "old.yaml")] == await hits("encore")
        inner.unlink()
        assert [] == await hits("encore")

    session(deck.parent, story)


def test_variables_have_a_color_of_their_own(deck: Path) -> None:
    """Those that are given; five numbers each, the line and the column counted from the token before."""

    async def story(editor: Editor) -> None:
        uri = await editor.open(deck, DECK.replace("[There](", "${gone} [There]("))
        document = types.TextDocumentIdentifier(uri)
        found = await editor.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
        assert found is not None
        assert [4, 2, 5, 0, 3, 4, 22, 5, 0, 2, 0, 19, 5, 0, 2] == list(found.data)
        lines = types.Range(types.Position(5, 0), types.Position(8, 0))
        some = await editor.text_document_semantic_tokens_range_async(types.SemanticTokensRangeParams(document, lines))
        assert some is not None
        assert [8, 22, 5, 0, 2, 0, 19, 5, 0, 2] == list(some.data)

    session(deck.parent, story)


def test_a_broken_deck_is_still_known(deck: Path) -> None:
    """While the YAML is broken in the middle of a word, the outline and the names stay, where they are now."""

    async def story(editor: Editor) -> None:
        uri = await editor.open(deck)
        await editor.found(uri)
        await editor.type(uri, edit(6, 0, 0, "  - title: {en: 'Ne\n"))
        context = types.ReferenceContext(include_declaration=False)
        uses = await editor.text_document_references_async(types.ReferenceParams(context, *place(uri, 4, 4)))
        assert [(9, 22, 27), (9, 41, 46)] == [span(one.range) for one in uses or ()]
        found = await editor.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        )
        assert any(one.name == "One" for one in found or ())

    session(deck.parent, story)


def test_a_text_has_its_twin(deck: Path) -> None:
    """The declaration of an English text is the French beside it, and both stand out; in any encoding."""
    able = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf8]),
        text_document=ABLE.text_document,
    )

    async def story(editor: Editor) -> tuple[int, int, int]:
        uri = await editor.open(deck)
        found = await editor.text_document_declaration_async(types.DeclarationParams(*place(uri, 8, 16)))
        assert isinstance(found, list)
        (twin,) = found
        assert isinstance(twin, types.LocationLink)
        marks = await editor.text_document_document_highlight_async(types.DocumentHighlightParams(*place(uri, 9, 17)))
        assert 2 == len(marks or ())
        return span(twin.target_range)

    assert (8, 35, 48) == session(deck.parent, story)
    assert (8, 37, 52) == session(deck.parent, story, able=able)


def test_a_theme_is_a_file(deck: Path) -> None:
    """The definition of a theme's name is its file, also of one that comes with slidekit."""

    async def story(editor: Editor) -> str:
        uri = await editor.open(deck)
        found = await editor.text_document_definition_async(types.DefinitionParams(*place(uri, 2, 9)))
        assert isinstance(found, list)
        (target,) = found
        assert isinstance(target, types.LocationLink)
        return target.target_uri

    assert session(deck.parent, story).endswith("/themes/boreal.yaml")


def test_other_yaml_is_left_alone(tmp_path: Path) -> None:
    """A file that is no deck has no outline, no folds and no names of ours."""
    path = tmp_path / "compose.yaml"
    path.write_text("services:\n  web: {image: nginx}\n")

    async def story(editor: Editor) -> list[object]:
        uri = await editor.open(path)
        document = types.TextDocumentIdentifier(uri)
        return [
            await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document)),
            await editor.text_document_folding_range_async(types.FoldingRangeParams(document)),
            await editor.text_document_definition_async(types.DefinitionParams(*place(uri, 1, 4))),
            await editor.workspace_symbol_async(types.WorkspaceSymbolParams("")),
        ]

    assert [None, None, None, []] == session(tmp_path, story)


def test_what_the_server_says_it_can_do(deck: Path) -> None:
    """Each feature is announced, so that editors ask for it."""

    async def story(editor: Editor) -> types.ServerCapabilities:
        assert editor.began is not None
        return editor.began.capabilities

    able = session(deck.parent, story)

    assert able.rename_provider == types.RenameOptions(prepare_provider=True)
    announced = json.dumps(sorted(name for name in dir(able) if name.endswith("_provider") and getattr(able, name)))
    for name in ("definition", "declaration", "references", "document_highlight", "document_symbol", "folding_range"):
        assert f'"{name}_provider"' in announced
    for name in ("selection_range", "inlay_hint", "workspace_symbol"):
        assert f'"{name}_provider"' in announced
