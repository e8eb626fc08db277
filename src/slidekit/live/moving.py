"""Slides and findings moved up or down with their lines, all else as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from slidekit.deck.text import Pair, Text
from slidekit.source.diagnostic import Diagnostic, Fix
from slidekit.source.span import Span
from slidekit.source.wording import Words, tell

Moving = TypeVar("Moving")

NUMBERED = "SK004"
"""What the reader finds that names another line of the same slide: the first of two equal keys."""


def span(value: Span, lines: int) -> Span:
    """A place some lines further down, or up."""
    first, column, last, end = value
    return tuple.__new__(Span, (first + lines, column, last + lines, end))


def moved(value: Moving, lines: int) -> Moving:
    """Any part of a deck with all its places moved."""
    return _moved(value, lines) if lines else value


def _moved(value: Moving, lines: int) -> Moving:
    kind = type(value)
    move: Callable[..., object] | None = _MOVES.get(kind)
    if move is None:
        move = _MOVES[kind] = _fields(kind) if issubclass(kind, Struct) else _same
    return cast("Moving", move(value, lines))


def _same(value: object, _lines: int) -> object:
    return value


def _text(value: Text, lines: int) -> Text:
    return Text(value.source, span(value.span, lines))


def _pair(value: Pair, lines: int) -> Pair:
    en, fr, both, plain = value.en, value.fr, value.both, value.plain
    return Pair(
        span(value.span, lines),
        value.key,
        None if en is None else _moved(en, lines),
        None if fr is None else _moved(fr, lines),
        None if both is None else _moved(both, lines),
        None if plain is None else _moved(plain, lines),
        _moved(value.regional, lines) if value.regional else (),
    )


def _tuple(value: tuple[object, ...], lines: int) -> tuple[object, ...]:
    return tuple([_moved(one, lines) for one in value]) if value else value


def _fields(kind: type[Struct]) -> Callable[..., object]:
    """What moves a record: each of its fields in turn."""
    names = kind.__struct_fields__

    def move(value: Struct, lines: int) -> Struct:
        return kind(*[_moved(getattr(value, name), lines) for name in names])

    return move


_MOVES: dict[type, Callable[..., object]] = {Span: span, Text: _text, Pair: _pair, tuple: _tuple}
"""By class; of records, what moves them is made when the first is met."""


def finding(one: Diagnostic, lines: int, slides: int = 0) -> Diagnostic:
    """A finding in a slide that has moved, by lines and in number."""
    if not lines and not slides:
        return one
    fix = one.fix
    if fix is not None and lines:
        fix = Fix(span(fix.span, lines), fix.edits, fix.safe, fix.raw)
    slide = None if one.slide is None else one.slide + slides
    return replace(one, span=span(one.span, lines), slide=slide, fix=fix)


def told(one: Diagnostic, lines: int) -> Diagnostic:
    """What the reader found in a slide that has moved; the line that its words name moves, too."""
    if one.code == NUMBERED and lines:
        one = replace(one, message=_renumbered(one.message, lines), hint=one.hint and _renumbered(one.hint, lines))
    return finding(one, lines)


def _renumbered(words: str, lines: int) -> str:
    line = words.parts.get("line") if isinstance(words, Words) else None
    if not isinstance(words, Words) or not isinstance(line, int):
        return words
    say = tell  # the template is in the catalog already, from where it was written out
    return say(words.template, **{**words.parts, "line": line + lines})
