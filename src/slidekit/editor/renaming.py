"""Rename: a variable or a slide's id, with all its uses in both languages."""

from __future__ import annotations

from lsprotocol import types

from slidekit.deck.reading import NAME
from slidekit.editor.client import Client
from slidekit.editor.document import Document
from slidekit.editor.edits import edit, file_of
from slidekit.editor.names import Name, declared, mentions, name_at, overlooked
from slidekit.editor.refusing import Refused
from slidekit.source.decode import shown
from slidekit.source.fixing import Change
from slidekit.source.wording import Words, tell


def prepare(document: Document, position: types.Position) -> types.PrepareRenamePlaceholder | None:
    """The name at a place, if it is one that can be changed."""
    name = name_at(document.view, *document.lines.place(position))
    return None if name is None else types.PrepareRenamePlaceholder(document.lines.range(name.span), name.text)


def rename(document: Document, position: types.Position, new_name: str, client: Client) -> types.WorkspaceEdit | None:
    """The edits that give the name at a place another one everywhere; `Refused` where it cannot have it."""
    name = name_at(document.view, *document.lines.place(position))
    if name is None:
        raise Refused(tell("there is no variable and no id here that could have another name"))
    if new_name == name.text:
        return None
    _judge(document, name, new_name)
    file = file_of(document)
    spans = [one.span for one in mentions(document.view, name.kind, name.text)]
    return edit(document, [Change(file.offset(*one[:2]), file.offset(*one[2:]), new_name) for one in spans], client)


def _judge(document: Document, name: Name, new: str) -> None:
    """Refuse a name that none can have, or that is taken; and a use that cannot be found sign for sign."""
    if not NAME.fullmatch(new):
        raise Refused(_bad(name, new))
    view = document.view
    if new in declared(view, name.kind) and name.text in declared(view, name.kind):
        line = next((one.span.line for one in mentions(view, name.kind, new) if one.declares), 1)
        raise Refused(_taken(name, new, line))
    if name.kind == "variable" and document.state.broken and (unread := overlooked(view, name.text)) is not None:
        raise Refused(tell("line {line} cannot be read yet, and seems to use this name: mend it first", line=unread))
    if name.kind == "variable" and view.checked is not None and view.moved.same:
        found = sum(not one.declares for one in mentions(view, name.kind, name.text))
        uses = [use for use in view.checked.uses if use.name == name.text]
        if len(uses) > found:
            raise Refused(
                tell("`{name}` is written with escapes somewhere: type it plainly first", name=shown(name.text))
            )


def _bad(name: Name, new: str) -> Words:
    if name.kind == "variable":
        return tell(
            "`{text}` cannot name a variable: write letters, digits, `-`, `_` and `.`, a letter first", text=shown(new)
        )
    return tell("`{text}` cannot be an id: write letters, digits, `-`, `_` and `.`, a letter first", text=shown(new))


def _taken(name: Name, new: str, line: int) -> Words:
    if name.kind == "variable":
        return tell("there is a variable `{name}` already, at line {line}", name=shown(new), line=line)
    return tell("there is a slide with the id `{name}` already, at line {line}", name=shown(new), line=line)
