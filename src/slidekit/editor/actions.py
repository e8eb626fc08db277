"""Code actions: what can be mended, said or left with one key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.editor import accepting, fixes, ignoring, sides
from slidekit.editor.diagnostics import in_client, seen
from slidekit.editor.sides import Spot

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.span import Span

KINDS = (types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite, fixes.FIX_ALL)
GAPS = frozenset({"SK101", "SK104", "SK105", "SK209"})
"""Rules about a side that is missing, or the same as the other: the other side mends them."""
MOST = 12
"""Findings for which something is offered at once: of a whole deck that is selected, the first ones."""


def actions(
    document: Document, range: types.Range, context: types.CodeActionContext, client: Client
) -> list[types.CodeAction]:
    """What can be done about a stretch of the text as it stands."""
    span = document.lines.span(range)
    asked = [str(getattr(kind, "value", kind)) for kind in context.only or ()]
    offered: list[types.CodeAction] = []
    if takes_long(context):
        offered += fixes.fix_all(document, client)
    if not asked or any(_under("quickfix", kind) for kind in asked):
        offered += _quick(document, span[:2], span[2:], client)
    if not asked or any(_under("refactor.rewrite", kind) for kind in asked):
        offered += sides.quoted(document, span[:2], client)
    return offered


def takes_long(context: types.CodeActionContext) -> bool:
    """Whether the whole deck is to be mended, which takes as long as several checks."""
    return any(_under(fixes.FIX_ALL, str(getattr(kind, "value", kind))) for kind in context.only or ())


def _under(kind: str, asked: str) -> bool:
    """Whether a kind is asked for by a word that means all kinds below it (LSP 3.17, `CodeActionKind`)."""
    return asked == "" or kind == asked or kind.startswith(f"{asked}.")


def _quick(
    document: Document, start: tuple[int, int], end: tuple[int, int], client: Client
) -> Iterator[types.CodeAction]:
    found = touched(document, start, end)[:MOST]
    shown = [in_client(one, document.lines, client, document.uri, None) for one in found]
    yield from fixes.fixes(document, found, shown, client)
    spots = [(one.code, Spot(_into(document, one.span[:2]), there)) for one, there in zip(found, shown, strict=True)]
    gaps = [spot for code, spot in spots if code in GAPS]
    yield from sides.missing(document, [*gaps, *[Spot(spot.place) for _, spot in spots], Spot(start)], client)
    yield from sides.unsaid(document, [spot for code, spot in spots if code == sides.PLAIN], client)
    yield from fixes.whole(document, found, client)
    yield from accepting.accept(document, start, client)
    yield from ignoring.ignore(document, found, shown, client)


def touched(document: Document, start: tuple[int, int], end: tuple[int, int]) -> list[Diagnostic]:
    """The findings in the deck itself that a stretch touches, their ends included, or whose text it is in."""
    own = document.live.path.as_posix()
    touching, around = [], []
    for one in document.state.steady:
        if one.file in ("", own):
            if _touch(seen(one.span, document.lines), start, end):
                touching.append(one)
            elif one.fix is not None and _touch(one.fix.span, start, end):
                around.append(one)
    return touching + around


def _touch(span: Span, start: tuple[int, int], end: tuple[int, int]) -> bool:
    return span[:2] <= end and start <= span[2:]


def _into(document: Document, place: tuple[int, int]) -> tuple[int, int]:
    """A place inside of what begins there: beyond the brace of a pair."""
    line, column = place
    text = document.lines.lines[line - 1] if line <= len(document.lines.lines) else ""
    return (line, column + 1) if text[column - 1 : column] in ("{", "[") else place
