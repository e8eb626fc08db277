"""Accept as reviewed: both sides of a text, or of a slide, say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from slidekit.beside import locked
from slidekit.editor.refusing import Refused
from slidekit.reviewing import Desk
from slidekit.rules.gathering import Told
from slidekit.rules.reviewed import Couple, couples
from slidekit.source.diagnostic import Severity
from slidekit.source.span import Span
from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document

COMMAND = "slidekit.acceptReviewed"


def accept(document: Document, place: tuple[int, int], client: Client) -> Iterator[types.CodeAction]:
    """The text at a place, and its slide, where they are not known to the lock file as they are."""
    view = document.view
    known = locked(document.path) if document.path.is_absolute() else None
    if known is None or known.lock.problem or view.checked is None or _unread(document):
        return
    part = view.slide_at(*place)
    number = part.number if part is not None else None
    new = [
        one
        for one in couples([told for told in view.checked.texts if told.slide == number])
        if not known.lock.knows(one.hashes)
    ]
    line, column = place
    if any(_holds(one, place) for one in new):
        yield _asked(document, client.say(tell("accept this text as reviewed")), {"line": line, "column": column})
    if number is not None and new:
        yield _asked(document, client.say(tell("accept slide {number} as reviewed", number=number)), {"slide": number})


def _asked(document: Document, title: str, what: dict[str, int]) -> types.CodeAction:
    command = types.Command(title, COMMAND, arguments=[document.uri, what])
    return types.CodeAction(title, types.CodeActionKind.QuickFix, command=command)


def _holds(one: Couple, place: tuple[int, int]) -> bool:
    return any(_within(span, place) for span in (one.told.pair.span, one.en.span, one.fr.span))


def _within(span: Span, place: tuple[int, int]) -> bool:
    return span[:2] <= place <= span[2:]


def _unread(document: Document) -> bool:
    """Whether something of the deck could not be read: it would be taken for taken out."""
    return document.state.read != document.state.data or any(
        one.code.startswith("SK0") and one.severity is Severity.ERROR for one in document.state.diagnostics
    )


def record(document: Document, slide: int | None = None, place: tuple[int, int] | None = None) -> Words:
    """Put down that a text, a slide or, without either, all of a deck is reviewed; `Refused` where that cannot be."""
    deck, path = document.state.deck, document.path
    if not path.is_file():
        raise Refused(tell("save the deck first: what is reviewed stands in a file beside it"))
    if deck is None or _unread(document):
        raise Refused(tell("{file}: not reviewed; mend this first", file=path.name))
    desk = Desk(path)
    if desk.locked.lock.problem:
        raise Refused(tell("{file} cannot be used as a lock file", file=desk.locked.file))
    done = desk.record(path, deck, _chosen(slide, place))
    desk.write()
    texts = tell_many("{n} text", "{n} texts", done.texts)
    new = tell_many("{n} new or changed", "{n} new or changed", done.new)
    return tell("{file}: {texts} reviewed, {new}", file=path.name, texts=texts, new=new)


def _chosen(slide: int | None, place: tuple[int, int] | None) -> Callable[[Told], bool]:
    if place is not None:
        return lambda told: any(
            _within(side.span, place) for side in (told.pair, told.pair.en, told.pair.fr) if side is not None
        )
    return lambda told: slide is None or told.slide == slide
