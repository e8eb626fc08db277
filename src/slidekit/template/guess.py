"""Which of a template's layouts serves which of our needs: as the map says, else by kind, placeholders and place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from slidekit.deck.keys import TEMPLATE_NEEDS
from slidekit.template.reading import LayoutPart, Seat, Template

_LEVEL_MM = 8.0
"""Boxes whose tops differ by less stand side by side."""
_LEAST_BODY = (40.0, 20.0)
"""Width and height in mm below which a placeholder holds a label, not a text."""

_SECTION = re.compile(r"section|divider|chapt?er|chapitre|intertitre|s[ée]parat", re.IGNORECASE)
_CLOSING = re.compile(r"clos|\bend\b|thank|merci|\bfin\b|final", re.IGNORECASE)
_QUOTE = re.compile(r"quot|citation", re.IGNORECASE)


class Choice(Struct, frozen=True, gc=False):
    """A layout for a need, and which of its placeholders are for what."""

    key: str
    layout: LayoutPart
    title: Seat | None
    bodies: tuple[Seat, ...]
    """From left to right, then down."""
    heads: tuple[Seat, ...] = ()
    others: tuple[tuple[str, Seat], ...] = ()


def guessed(template: Template) -> dict[str, Choice]:
    """A layout for every need; where none is made for it, the one that comes nearest."""
    layouts = template.layouts
    found: dict[str, LayoutPart] = {}
    content = _first(
        layouts,
        lambda one: one.type == "obj" and len(_bodies(one)) == 1,
        lambda one: one.type == "tx" and len(_bodies(one)) == 1,
        lambda one: _titled(one) and len(_bodies(one)) == 1 and _wide(one, template),
        lambda one: len(_bodies(one)) == 1 and _wide(one, template),
        lambda one: _titled(one) and bool(_bodies(one)),
        _titled,
    )
    cover = _first(
        layouts,
        lambda one: one.type == "title",
        lambda one: any(seat.type == "ctrTitle" for seat in one.seats),
        lambda one: any(seat.type == "subTitle" for seat in one.seats),
        lambda one: one is not content and _titled(one),
    )
    found["title"] = cover
    section = found["section"] = _first(
        layouts,
        lambda one: one.type == "secHead",
        lambda one: bool(_SECTION.search(one.name)),
        lambda one: one is cover,
    )
    found["closing"] = _first(
        layouts, lambda one: bool(_CLOSING.search(one.name)) and _titled(one), lambda one: one is section
    )
    found["content"] = content
    two = found["columns-2"] = _first(
        layouts,
        lambda one: one.type in ("twoObj", "twoColTx") and _columns(one) == 2,
        lambda one: _titled(one) and _columns(one) == 2 and len(_bodies(one)) == 2,
        lambda one: one is content,
    )
    found["columns-3"] = _first(layouts, lambda one: _titled(one) and _columns(one) == 3, lambda one: one is content)
    found["comparison"] = _first(
        layouts, lambda one: one.type == "twoTxTwoObj" and len(_pairs(one)) == 2, lambda one: one is two
    )
    found["quote"] = _first(
        layouts,
        lambda one: bool(_QUOTE.search(one.name)) and _titled(one) and bool(_bodies(one)),
        lambda one: one is content,
    )
    bare = found["title-only"] = _first(layouts, lambda one: one.type == "titleOnly", lambda one: one is content)
    found["picture"] = bare
    found["blank"] = _first(
        layouts,
        lambda one: one.type == "blank",
        lambda one: not _titled(one) and not _bodies(one),
        lambda one: one is bare,
    )
    return {key: choice(key, found[key]) for key in TEMPLATE_NEEDS}


def _first(layouts: Sequence[LayoutPart], *tests: Callable[[LayoutPart], bool]) -> LayoutPart:
    """The first layout that passes the first test that any passes."""
    return next((one for test in tests for one in layouts if test(one)), layouts[0])


def choice(key: str, layout: LayoutPart) -> Choice:
    """A layout for a need, its placeholders matched by their kinds and places."""
    title = next((seat for seat in layout.seats if seat.family == "title" and seat.box is not None), None)
    if key in ("title", "section", "closing"):
        texts = [seat for seat in layout.seats if seat.family == "body" and seat.box is not None and seat.body.upright]
        named = next((seat for seat in texts if seat.type == "subTitle"), None) or next(iter(texts), None)
        rest = [seat for seat in texts if seat is not named]
        others: list[tuple[str, Seat]] = [("subtitle", named)] if named else []
        if key == "title" and rest:
            others.append(("meta", rest[0]))
        return Choice(key, layout, title, (), (), tuple(others))
    if key == "comparison" and (pairs := _pairs(layout)):
        return Choice(key, layout, title, tuple(body for _, body in pairs), tuple(head for head, _ in pairs))
    bodies = _bodies(layout)
    if key not in ("columns-2", "columns-3", "comparison"):
        bodies = bodies[:1] if key != "blank" else []
    return Choice(key, layout, title, tuple(bodies))


def _titled(layout: LayoutPart) -> bool:
    return any(seat.family == "title" and seat.box is not None for seat in layout.seats)


def _bodies(layout: LayoutPart) -> list[Seat]:
    """The placeholders that texts of some length may go into, from left to right where side by side."""
    found = [
        seat
        for seat in layout.seats
        if seat.family == "body"
        and seat.type != "subTitle"
        and seat.box is not None
        and seat.box.w >= _LEAST_BODY[0]
        and seat.box.h >= _LEAST_BODY[1]
        and seat.body.upright
    ]
    return sorted(found, key=lambda seat: (round((seat.box.y if seat.box else 0) / _LEVEL_MM), seat.box or ()))


def _wide(layout: LayoutPart, template: Template) -> bool:
    """Whether its first body has most of the slide's width."""
    box = _bodies(layout)[0].box
    return box is not None and box.w >= template.width * 0.6


def _columns(layout: LayoutPart) -> int:
    """How many bodies stand side by side from the top."""
    boxes = [seat.box for seat in _bodies(layout) if seat.box is not None]
    return sum(abs(box.y - boxes[0].y) < _LEVEL_MM for box in boxes) if boxes else 0


def _pairs(layout: LayoutPart) -> list[tuple[Seat, Seat]]:
    """Labels and the bodies right below them."""
    texts = [seat for seat in layout.seats if seat.family == "body" and seat.box is not None and seat.body.upright]
    found = []
    for body in texts:
        above = [
            one
            for one in texts
            if one is not body
            and one.box is not None
            and body.box is not None
            and one.box.h < body.box.h * 0.6
            and abs(one.box.x - body.box.x) < _LEVEL_MM
            and one.box.y < body.box.y
        ]
        if above:
            found.append((above[-1], body))
    return sorted(found, key=lambda pair: pair[1].box or ())
