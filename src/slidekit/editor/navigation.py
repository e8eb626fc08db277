"""Definitions and uses of variables and ids."""

from __future__ import annotations

from lsprotocol import types

from slidekit.editor.document import Document


def definition(
    document: Document, position: types.Position, links: bool
) -> list[types.Location] | list[types.LocationLink]:
    """Where what stands at a place is said."""
    return []


def declaration(
    document: Document, position: types.Position, links: bool
) -> list[types.Location] | list[types.LocationLink]:
    """The same text in the other language."""
    return []


def references(document: Document, position: types.Position, declared: bool) -> list[types.Location]:
    """Where the name at a place is used."""
    return []


def highlights(document: Document, position: types.Position) -> list[types.DocumentHighlight]:
    """What belongs to what stands at a place."""
    return []
