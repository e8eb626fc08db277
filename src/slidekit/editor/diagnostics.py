"""Findings as an editor underlines them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from slidekit.editor.document import Document
    from slidekit.editor.server import DeckServer

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def publish(server: DeckServer, document: Document) -> None:
    """Underline what was found in a deck."""
    found = [shown(one, document) for one in document.state.diagnostics]
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(document.uri, found, version=document.version)
    )


def clear(server: DeckServer, document: Document) -> None:
    """Underline nothing more in a text that is closed, or no deck any more."""
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, []))


def shown(found: Diagnostic, document: Document) -> types.Diagnostic:
    """One finding."""
    message = found.message if found.hint is None else f"{found.message}\n{found.hint}"
    return types.Diagnostic(
        document.lines.range(found.span), message, SEVERITIES[found.severity], found.code, source="slidekit"
    )
