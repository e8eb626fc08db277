"""All that is certain in a deck that is being saved: mended before the editor waits no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from slidekit.editor import edits
from slidekit.mending import mend, once

if TYPE_CHECKING:
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.fixing import Change
    from slidekit.source.span import Span

PATIENCE = 0.5
"""Seconds after which a file that is being saved is mended no further; VS Code waits 1.5, the check before included."""
SMALL = 100_000
"""Signs of a deck that is checked again after each round: a hundred slides, a tenth of a second."""
AT_ONCE = 40
"""Slides that are mended together: a look at the clock each tenth of a second."""


def certain(document: Document) -> list[Change]:
    """What mends all that is certain, as far as there is time; the rest is mended when the deck is saved again."""
    before = document.lines.lines
    data = "\n".join(before).encode("utf-8", "surrogatepass")
    if len(data) <= SMALL or document.state.data != document.data:
        after = mend(document.path, typed=data, patience=PATIENCE).after
        return edits.between(before, after.decode("utf-8", "surrogatepass").split("\n"))
    return edits.between(before, _mended(document))


def _mended(document: Document) -> list[str]:
    """The lines of the deck with what was last found mended, some slides after the others."""
    began = perf_counter()
    own = document.live.path.as_posix()
    found = [one for one in document.state.diagnostics if one.fix and one.fix.safe and one.file in ("", own)]
    lines = list(document.lines.lines)
    for spans, several in _slides(document, found):
        if perf_counter() - began > PATIENCE:
            break
        before = edits.alone(document, *spans)
        after = once("\n".join(before).encode("utf-8", "surrogatepass"), several)[0].decode("utf-8", "surrogatepass")
        if len(made := after.split("\n")) == len(before):  # else the places of what follows were others
            edits.home(lines, before, made)
    return lines


def _slides(document: Document, found: Sequence[Diagnostic]) -> Iterator[tuple[list[Span], list[Diagnostic]]]:
    """Some slides at once: a place in each, and what is found in them; what is before all slides by itself."""
    view = document.view
    by_slide: dict[int, list[Diagnostic]] = {}
    for one in found:
        assert one.fix is not None
        part = view.slide_at(one.fix.span.line, one.fix.span.column)
        by_slide.setdefault(part.number if part is not None else 0, []).append(one)
    head = by_slide.pop(0, [])
    if head and view.slides:
        yield [view.slides[0].span], head
    waiting = iter(by_slide.items())
    while some := list(islice(waiting, AT_ONCE)):
        yield [view.slides[number - 1].span for number, _ in some], [one for _, several in some for one in several]
