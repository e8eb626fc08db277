"""What a machine can mend, offered where it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.editor import edits
from slidekit.editor.certain import certain
from slidekit.mending import mend, once
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.fixing import Change

FIX_ALL = "source.fixAll.slidekit"
"""The kind by which editors ask for all safe fixes, as when a file is saved."""
COMMAND = "slidekit.fixAll"


def fixes(
    document: Document, found: Sequence[Diagnostic], shown: Sequence[types.Diagnostic], client: Client
) -> Iterator[types.CodeAction]:
    """A fix for each finding that has one, the certain ones first."""
    for one, there in sorted(zip(found, shown, strict=True), key=lambda both: not (both[0].fix and both[0].fix.safe)):
        if one.fix is None or not (changes := mended(document, one)):
            continue
        what = one.hint or one.message
        title = tell("mend {code}: {what}", code=one.code, what=what)
        if not one.fix.safe:
            title = tell("mend {code}, which only may be right: {what}", code=one.code, what=what)
        yield types.CodeAction(
            client.say(title),
            types.CodeActionKind.QuickFix,
            [there],
            is_preferred=one.fix.safe,
            edit=edits.edit(document, changes, client),
        )


def mended(document: Document, found: Diagnostic) -> list[Change]:
    """What mends one finding and changes nothing else; none where that cannot be."""
    before = edits.alone(document, found.fix.span if found.fix else found.span)
    after, done, _ = once("\n".join(before).encode("utf-8", "surrogatepass"), [found])
    if not done:
        return []
    lines = list(document.lines.lines)
    edits.home(lines, before, after.decode().split("\n"))
    return edits.between(document.lines.lines, lines)


def mended_all(document: Document, code: str | None = None) -> list[Change]:
    """What mends all that is certain, or all findings of one rule; it takes as long as several checks."""
    before = document.lines.lines
    data = "\n".join(before).encode("utf-8", "surrogatepass")
    after = mend(document.path, typed=data, code=code).after
    return edits.between(before, after.decode("utf-8", "surrogatepass").split("\n"))


def whole(document: Document, found: Sequence[Diagnostic], client: Client) -> Iterator[types.CodeAction]:
    """All of a rule, and all of the deck, at once: made when they are chosen, for they take their time."""
    certain = [one for one in document.state.diagnostics if one.fix and one.fix.safe]
    codes = [one.code for one in certain]
    for code in dict.fromkeys([one.code for one in found]):
        if codes.count(code) > 1:
            title = client.say(tell("mend every {code} of this deck", code=code))
            yield _asked(title, types.CodeActionKind.QuickFix, [document.uri, code])
    if len({*codes}) > 1 and any(one.fix for one in found):
        title = client.say(tell("mend all that is certain in this deck"))
        yield _asked(title, types.CodeActionKind.QuickFix, [document.uri])


def _asked(title: str, kind: str, arguments: list[object]) -> types.CodeAction:
    return types.CodeAction(title, kind, command=types.Command(title, COMMAND, arguments=arguments))


def fix_all(document: Document, client: Client) -> Iterator[types.CodeAction]:
    """All that is certain, with its edit: what an editor asks for by this kind, to make it at once."""
    if changes := certain(document):
        title = client.say(tell("mend all that is certain in this deck"))
        yield types.CodeAction(title, FIX_ALL, edit=edits.edit(document, changes, client))
