"""Completion in a template's map: the layouts that the organisation's file has, and their placeholders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from slidekit.editor.nesting import ITEM
from slidekit.editor.offers import Offer
from slidekit.editor.signs import quoted
from slidekit.live.beside import Stamp, stamp

if TYPE_CHECKING:
    from slidekit.editor.context import Place
    from slidekit.editor.document import Document
    from slidekit.template.reading import LayoutPart

MAP = ("template", "layouts")
"""The keys under which a deck says which layout serves what."""
_FILE = re.compile(r"[{\s]file[ \t]*:[ \t]+(\"[^\"\n]+\"|'[^'\n]+'|[^\s,}'\"][^,}\n]*)")
_FOOT = frozenset(("dt", "ftr", "sldNum"))
"""Placeholders of the date, the footer and the number: slidekit fills them by itself."""


def offers(document: Document, place: Place) -> Iterator[Offer]:
    """The layouts, where one is to be named; the placeholders of the one that is named, where these are."""
    need = tuple(part for part in place.path if part != ITEM)[2:]
    if len(need) not in (1, 2):
        return
    layouts = _layouts(document)
    if len(need) == 1 or need[1] == "layout":
        for one in layouts:
            seats = ", ".join([f"{seat.idx} {seat.type}" for seat in one.seats if seat.family not in _FOOT])
            yield Offer(one.name, text=quoted(one.name, place.style), kind=CompletionItemKind.EnumMember, detail=seats)
        return
    from slidekit.template.loading import find

    layout = find(layouts, place.keys["layout"].value) if "layout" in place.keys else None
    for seat in layout.seats if layout is not None else ():
        if seat.family not in _FOOT and (need[1] == "title") == (seat.family == "title"):
            yield Offer(str(seat.idx), text=str(seat.idx), kind=CompletionItemKind.EnumMember, detail=seat.name)


def _layouts(document: Document) -> Sequence[LayoutPart]:
    """The layouts of the deck's template; none where it cannot be read."""
    folder = document.path.parent
    try:
        path = os.path.realpath(folder / _file(document))
    except ValueError:  # a sign that no name of a file has
        return ()
    if not Path(path).is_relative_to(os.path.realpath(folder)) or (mark := stamp(path)) is None:
        return ()
    return _read(path, mark)


def _file(document: Document) -> str:
    """The template's path as it is typed at this moment: while its map is torn, the deck has none."""
    lines = document.lines.lines
    top = next((number for number, line in enumerate(lines) if line.startswith("template:")), None)
    if top is None:
        return ""
    end = next((number for number in range(top + 1, len(lines)) if lines[number][:1] not in ("", " ", "#", "}")), None)
    found = _FILE.search("\n".join(lines[top : end or len(lines)]))
    return found[1].partition(" #")[0].strip().strip("\"'") if found is not None else ""


@lru_cache(maxsize=4)
def _read(path: str, _: Stamp) -> Sequence[LayoutPart]:
    """The layouts of a file as it is: a large one takes some tenths of a second."""
    from slidekit.template.opening import RefusedError, opened
    from slidekit.template.reading import read

    try:
        return read(opened(Path(path))).layouts
    except (RefusedError, OSError):
        return ()
