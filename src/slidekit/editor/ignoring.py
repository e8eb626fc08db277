"""`# slidekit: ignore …`: a finding left as it is, with a reason that its author gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.deck.reading import read_deck
from slidekit.editor import edits
from slidekit.editor.sides import more
from slidekit.mending import bare, texts
from slidekit.rules.catalog import FIRM
from slidekit.settings.comments import Comments
from slidekit.source.fixing import Change
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic


def ignore(
    document: Document, found: Sequence[Diagnostic], shown: Sequence[types.Diagnostic], client: Client
) -> Iterator[types.CodeAction]:
    """A comment above each finding, whose reason is still to be typed."""
    for one, there in zip(found, shown, strict=True):
        if one.code in FIRM or (change := _above(document, one, client)) is None:
            continue
        yield types.CodeAction(
            client.say(tell("ignore {code} here because …", code=one.code)),
            types.CodeActionKind.QuickFix,
            [there],
            edit=edits.edit(document, [change], client),
        )


def _above(document: Document, found: Diagnostic, client: Client) -> Change | None:
    """The comment on a line above; nothing where it would be part of a text, or hide nothing."""
    lines, number = edits.alone(document, found.span), found.span.line
    if number > len(lines):
        return None
    line = lines[number - 1]
    indent = line[: len(line) - len(line.lstrip(" "))]
    # `parce que` is understood as well
    comment = indent + client.say(tell("# slidekit: ignore {code} because …", code=found.code))
    before = "\n".join(lines).encode("utf-8", "surrogatepass")
    after = "\n".join([*lines[: number - 1], comment, *lines[number - 1 :]]).encode("utf-8", "surrogatepass")
    (old, faults), (new, others) = read_deck(before), read_deck(after)
    if old is None or new is None or bare(old) != bare(new) or more(faults, others):
        return None
    span = found.span._replace(line=number + 1, end_line=found.span.end_line + 1)
    from msgspec.structs import replace

    if not Comments(after, [text.span for text in texts(new)]).hides(replace(found, span=span)):
        return None
    start = edits.file_of(document).starts[number - 1]
    return Change(start, start, comment + "\n")
