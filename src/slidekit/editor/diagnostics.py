"""Findings as an editor underlines them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from lsprotocol import types
from msgspec import Raw
from msgspec.json import encode

from slidekit.editor.positions import Lines
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from slidekit.editor.client import Client
    from slidekit.editor.document import Document
    from slidekit.editor.server import DeckServer

Key: TypeAlias = "tuple[str, Severity, Span, str, str | None, str, str, str]"
SOURCE = "slidekit"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
FADED = frozenset({"SK021"})
"""Rules about words that do nothing and may go: comments that hide nothing."""
MOST = 2_000
"""Findings shown in one file; an editor that draws more of them stands still."""
MAX_BYTES = 4 * 2**20
"""Of another file in which something is underlined."""


def publish(server: DeckServer, document: Document) -> None:
    """Underline what was found in a deck, in it and in the files beside it."""
    own = document.live.path.as_posix()
    beside: dict[str, list[Diagnostic]] = {}
    mine: list[Diagnostic] = []
    for one in document.state.steady:
        if one.file in ("", own):
            mine.append(one)
        else:
            beside.setdefault(Path(one.file).absolute().as_uri(), []).append(one)
    if len(mine) > MOST:
        mine = sorted(mine, key=lambda one: list(SEVERITIES).index(one.severity))[:MOST]
    keys = [_key(document, one) for one in mine]
    document.shown = {key: _shown(server, document, key, one) for key, one in zip(keys, mine, strict=True)}
    told = {"uri": document.uri, "version": document.version, "diagnostics": [document.shown[key] for key in keys]}
    server.notify_raw(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, told)
    before = server.beside.get(document.uri, {})
    server.beside[document.uri] = beside
    _publish_beside(server, {*before, *beside})


def _key(document: Document, found: Diagnostic) -> Key:
    """All that what is shown of a finding depends on."""
    lines, span = document.lines.lines, found.span
    places = (span.line, span.end_line, _other(found) or 0)
    first, last, other = (lines[line - 1] if 0 < line <= len(lines) else "" for line in places)
    return found.code, found.severity, span, found.message, found.hint, first, last, other


def _shown(server: DeckServer, document: Document, key: Key, found: Diagnostic) -> Raw:
    """A finding as it goes over the wire; one that stays as it was is not put into words again.

    Of 2,000 findings that saves nine tenths of the time, at each key.
    """
    if (known := document.shown.get(key)) is not None:
        return known
    shown = in_client(found, document.lines, server.client, document.uri, server.pages.uri(found.code))
    return Raw(encode(server.protocol._converter.unstructure(shown)))


def _publish_beside(server: DeckServer, uris: Iterable[str]) -> None:
    """Underline in files that are no decks what all decks that are open find in them."""
    for uri in sorted(uris):
        found = {one: None for decks in server.beside.values() for one in decks.get(uri, ())}
        lines = _lines(server, uri)
        shown = [in_client(one, lines, server.client, uri, server.pages.uri(one.code)) for one in found]
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown[:MOST]))


def _lines(server: DeckServer, uri: str) -> Lines:
    """The text of another file: as it stands in the editor, else as it was saved."""
    if (document := server.text(uri)) is not None:
        return document.lines
    from slidekit.editor.document import path_of

    try:
        with path_of(uri).open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        text = ""
    return Lines(text, server.workspace.position_codec)


def clear(server: DeckServer, document: Document) -> None:
    """Underline nothing more on account of a text that is closed, or no deck any more."""
    beside: Mapping[str, object] | None = server.beside.pop(document.uri, None)
    if beside is None:
        return
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, []))
    _publish_beside(server, beside)


def in_client(found: Diagnostic, lines: Lines, client: Client, uri: str, page: str | None) -> types.Diagnostic:
    """One finding as this editor can show it."""
    message = client.say(found.message)
    if found.hint is not None:
        message += "\n" + client.say(found.hint)
    tags = [types.DiagnosticTag.Unnecessary] if found.code in FADED else []
    return types.Diagnostic(
        lines.range(seen(found.span, lines)),
        message,
        SEVERITIES[found.severity],
        found.code,
        types.CodeDescription(page) if page and client.described_codes else None,
        SOURCE,
        [tag for tag in tags if tag in client.tags] or None,
        _related(found, lines, client, uri) if client.related else None,
    )


def seen(span: Span, lines: Lines) -> Span:
    """A stretch that can be seen: nothing at all is shown as the sign there, or as the one before."""
    if span[:2] < span[2:]:
        return span
    line = lines.lines[span.line - 1] if span.line <= len(lines.lines) else ""
    if span == START:
        return Span(1, 1, 1, len(line) + 1)
    if span.column <= len(line):
        return Span(span.line, span.column, span.line, span.column + 1)
    return Span(span.line, max(1, len(line)), span.line, len(line) + 1)


def _other(found: Diagnostic) -> int | None:
    """The line of the other place of which a finding speaks."""
    told = [words for words in (found.message, found.hint) if isinstance(words, Words)]
    return next((line for words in told if isinstance(line := words.parts.get("line"), int)), None)


def _related(
    found: Diagnostic, lines: Lines, client: Client, uri: str
) -> list[types.DiagnosticRelatedInformation] | None:
    """The other place of which a finding speaks: the first of two that are alike."""
    line = _other(found)
    if line is None or not 0 < line <= len(lines.lines) or line == found.span.line:
        return None
    text = lines.lines[line - 1]
    start = len(text) - len(text.lstrip(" \t-")) + 1
    place = types.Location(uri, lines.range(Span(line, start, line, len(text.rstrip()) + 1)))
    return [types.DiagnosticRelatedInformation(place, client.say(tell("the other one is here")))]
