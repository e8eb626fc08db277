"""Definitions and uses of variables and ids, the files and terms that a deck names, and the twin of a text."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from slidekit.editor.branch import Branch, branch, inner
from slidekit.editor.document import Document
from slidekit.editor.names import mentions, name_at
from slidekit.editor.positions import Lines
from slidekit.editor.terms import Term, term_at, text_of
from slidekit.editor.twins import twins
from slidekit.editor.view import View
from slidekit.source.nodes import Scalar
from slidekit.source.span import Span

_FILES = ("template", "glossary")
_BEGINNING = types.Range(types.Position(0, 0), types.Position(0, 0))


def definition(
    document: Document, position: types.Position, links: bool
) -> list[types.Location] | list[types.LocationLink]:
    """Where a variable or an id is given, the file that is named, or the line of the glossary that has a term."""
    view, lines = document.view, document.lines
    line, column = lines.place(position)
    name = name_at(view, line, column)
    if name is not None:
        given = [one.span for one in mentions(view, name.kind, name.text) if one.declares]
        return _places(document, name.span, given, links)
    found = branch(view, line, column)
    file = _file(view, found)
    if file is None:
        return _term(document, term_at(view, found, line, column), links)
    assert isinstance(found.leaf, Scalar)
    uri = from_fs_path(str(file)) or file.as_uri()
    if not links:
        return [types.Location(uri, _BEGINNING)]
    origin = lines.range(_shown(view, inner(found.leaf)))
    return [types.LocationLink(uri, _BEGINNING, _BEGINNING, origin)]


def _term(document: Document, term: Term | None, links: bool) -> list[types.Location] | list[types.LocationLink]:
    """Where a term of the glossary is written down."""
    if term is None:
        return []
    if term.file is None:
        return _places(document, term.own, [term.span], links)
    text = text_of(term.file)
    if text is None:
        return []
    target = Lines(text, document.codec).range(term.span)
    uri = from_fs_path(str(term.file)) or term.file.as_uri()
    if not links:
        return [types.Location(uri, target)]
    return [types.LocationLink(uri, target, target, document.lines.range(term.own))]


def declaration(
    document: Document, position: types.Position, links: bool
) -> list[types.Location] | list[types.LocationLink]:
    """The same text in the other language."""
    view = document.view
    found = twins(branch(view, *document.lines.place(position)))
    if found is None:
        return []
    return _places(document, _shown(view, found.own), [_shown(view, other) for other in found.others], links)


def references(document: Document, position: types.Position, declared: bool) -> list[types.Location]:
    """Where the name at a place is used, and given if `declared`."""
    name = name_at(document.view, *document.lines.place(position))
    if name is None:
        return []
    found = mentions(document.view, name.kind, name.text)
    return [
        types.Location(document.uri, document.lines.range(one.span)) for one in found if declared or not one.declares
    ]


def highlights(document: Document, position: types.Position) -> list[types.DocumentHighlight]:
    """Every place of the name under the cursor; of a text, both languages."""
    view, lines = document.view, document.lines
    line, column = lines.place(position)
    name = name_at(view, line, column)
    if name is not None:
        read, write = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write
        return [
            types.DocumentHighlight(lines.range(one.span), write if one.declares else read)
            for one in mentions(view, name.kind, name.text)
        ]
    found = twins(branch(view, line, column))
    if found is None or not found.others:
        return []
    spans = sorted([_shown(view, span) for span in (found.own, *found.others)])
    return [types.DocumentHighlight(lines.range(span), types.DocumentHighlightKind.Text) for span in spans]


def _places(
    document: Document, origin: Span, targets: list[Span], links: bool
) -> list[types.Location] | list[types.LocationLink]:
    """Places in the same file, as the editor wants them."""
    lines: Lines = document.lines
    ranges = [lines.range(span) for span in targets]
    if not links:
        return [types.Location(document.uri, each) for each in ranges]
    return [types.LocationLink(document.uri, each, each, lines.range(origin)) for each in ranges]


def _shown(view: View, span: Span) -> Span:
    """A text without the blank lines at its end, which YAML counts in."""
    last = view.last_filled(span.line, span.end_line if span.end_column > 1 else span.end_line - 1)
    return span if last >= span.end_line else Span(span.line, span.column, last, len(view.lines[last - 1]) + 1)


def _file(view: View, found: Branch) -> Path | None:
    """The file that stands at a place: a picture, a theme, a template or a glossary that is there."""
    leaf, keys = found.leaf, found.keys
    if not isinstance(leaf, Scalar) or found.key is not None or not leaf.text or "\0" in leaf.text:
        return None
    if found.inside == "deck" and keys == ["theme"]:
        return _theme(leaf.text, view.path.parent)
    is_file = found.inside == "deck" and keys[:1] != [] and keys[0] in _FILES and keys[1:] in ([], ["file"])
    is_picture = (
        found.inside == "slide" and "image" in keys and set(keys[keys.index("image") + 1 :]) <= {"en", "fr", "both"}
    )
    return _there(view.path.parent / leaf.text) if is_file or is_picture else None


def _theme(name: str, folder: Path) -> Path | None:
    """The file of a theme, also of one that comes with slidekit."""
    from slidekit.scene.theming import theme_names, themes_folder

    if name in theme_names():
        return _there(Path(str(themes_folder())) / f"{name}.yaml")
    return _there(folder / name)


def _there(path: Path) -> Path | None:
    try:
        path = path.resolve()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None
