"""YAML read as nodes that know their place: the guarded way from bytes to a tree.

Every scalar stays as the author typed it. What a deck may not hold (anchors, tags, a second
document…) is reported by name and read over, so that one run tells everything.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Items
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple, TypeAlias, cast

import yaml
from msgspec import Struct
from msgspec.structs import replace
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from slidekit.source import guards, recover
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import Span

MAX_DEPTH = 32
"""Levels of nesting; a deck of every block stays below 12."""
HARD_DEPTH = 1_000
"""Where reading stops for good: libyaml's own cost per token grows with the depth."""


class Scalar(NamedTuple):
    """A word, a number, a text: as typed, quotes and escapes resolved."""

    text: str
    span: Span
    """From the opening quote, or from the `|` of a block."""
    style: str = ""
    """Empty for a plain one, else its first sign: a quote, `|` or `>`."""
    cut: str = ""
    """What stands after a plain one on its line, from ` #` on, which YAML takes for a comment."""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed, or YAML's own sign for nothing."""
        return not self.style and self.text in ("", "~")


class Mapping(NamedTuple):
    """Keys and their values, in the order of the file; every key is there once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False
    """Whether it was typed in braces."""


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False
    """Whether it was typed in brackets."""


Node: TypeAlias = "Scalar | Mapping | Sequence"


class Source(Struct, frozen=True, gc=False):
    """A file as read: its tree, its lines and what was wrong with it."""

    root: Node | None
    problems: tuple[Diagnostic, ...]
    lines: Items[str] = ()
    """The file line by line, as the author typed it."""
    repaired: recover.Repaired = recover.WHOLE
    """What had to be done to it before it could be parsed."""

    def typed(self, span: Span) -> str:
        """The characters of a span on one line; of a longer one, those of its first line."""
        if span.line > len(self.lines):
            return ""
        line = self.lines[span.line - 1]
        return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]


# NamedTuple's own constructor costs three times as much, and a deck has 40,000 of them per 1,000 slides.
_span = cast("partial[Span]", partial(tuple.__new__, Span))
_scalar = cast("partial[Scalar]", partial(tuple.__new__, Scalar))

RARE = 64
"""Reads after which what is frozen is counted: that takes milliseconds."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python's cyclic collector from walking a growing tree again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _Frozen.now()
            gc.enable()


class _Frozen:
    """What the collector passes over: without that the first collection after a deck was read would walk all of it."""

    times = 0
    """How often something was frozen."""
    enough = 0
    """How many objects are frozen before they are looked through."""

    @classmethod
    def now(cls) -> None:
        """Freeze what is there; where that has doubled, what nobody needs any more is found and let go first."""
        gc.freeze()
        cls.times += 1
        if cls.times % RARE == 0 and gc.get_freeze_count() > cls.enough:
            if cls.enough:
                gc.unfreeze()
                gc.collect()
                gc.freeze()
            cls.enough = 2 * gc.get_freeze_count()


def read(data: bytes) -> Source:
    """Give back the tree of a YAML file and every problem found on the way; raise nothing."""
    problems: list[Diagnostic] = []
    text = guards.text_of(data, problems)
    if text is None:
        return Source(None, tuple(problems))
    return read_lines(text.split("\n"), problems)


def read_lines(typed: list[str], problems: list[Diagnostic], repaired: bool = False) -> Source:
    """The same of a text's lines; `repaired` looks for misread texts even where YAML finds nothing wrong."""
    text = "\n".join(typed)
    lines = guards.without_forbidden_signs(typed, problems)
    text = guards.without_separators(text if lines is typed else "\n".join(lines))
    if "<<<<<<<" in text:
        text = guards.without_conflicts(text, problems)
    with without_collector():
        root, done = _parse(text, problems, repaired)
    problems.sort(key=lambda problem: problem.span)
    return Source(root, tuple(problems), typed, done)


def _parse(text: str, problems: list[Diagnostic], repaired: bool) -> tuple[Node | None, recover.Repaired]:
    """Parse, and where YAML gives up, repair what the author meant and parse again."""
    repair = recover.Repair(text)
    if repaired:
        repair.look()
    while True:
        composer = Composer(repair.text, repair.masks)
        try:
            root = composer.run()
        except yaml.MarkedYAMLError as error:
            if repair.mend(error):
                continue
            root = composer.rest()
        problems += repair.problems
        if repair.shifts:
            move = recover.unshifted(repair.shifts)
            root = _moved(root, move) if root is not None else None
            problems += [replace(problem, span=move(problem.span)) for problem in composer.problems]
        else:
            problems += composer.problems
        return root, repair.done


def _moved(node: Node, move: Callable[[Span], Span]) -> Node:
    """A tree whose every span is moved to where the author's own characters stand."""
    if isinstance(node, Scalar):
        return node._replace(span=move(node.span))
    if isinstance(node, Sequence):
        return Sequence(tuple([_moved(item, move) for item in node.items]), move(node.span), node.flow)
    entries = [(key._replace(span=move(key.span)), _moved(value, move)) for key, value in node.entries]
    return Mapping(tuple(entries), move(node.span), node.flow)


class _Open:
    """A mapping or list whose end has not come yet."""

    __slots__ = ("children", "flow", "is_mapping", "start")

    def __init__(self, is_mapping: bool, start: Any, flow: bool) -> None:
        self.children: list[Node] = []
        self.is_mapping = is_mapping
        self.start = start
        self.flow = flow


class Composer:
    """Builds the tree from libyaml's events, one after the other, without recursion."""

    def __init__(self, text: str, masks: recover.Masks) -> None:
        self.problems: list[Diagnostic] = []
        self._parser = CParser(text.encode())  # a quarter faster than from a str
        self._masks = masks
        self._lines = text.split("\n")
        self._hashed = {number for number, line in enumerate(self._lines) if "#" in line} if "#" in text else set()
        self._escapes = "\\" in text
        self._separators = guards.SEPARATOR_STAND_IN in text
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def run(self) -> Node | None:
        """The root of the first document; raises `yaml.MarkedYAMLError` where YAML gives up."""
        next_event, stack, scalar = self._parser.get_event, self._stack, self._scalar
        documents = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                if stack:
                    stack[-1].children.append(scalar(event))
                else:
                    self._add(scalar(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if not self._open(event, kind is MappingStartEvent):
                    return self.rest()
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event.end_mark)
            elif kind is AliasEvent:
                self._add(self._alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.problems.append(guards.second_document(_place(event)))
                    break
        return self._root

    def rest(self) -> Node | None:
        """What was read before the parser gave up, every open collection closed."""
        while self._stack:
            top = self._stack[-1]
            if top.is_mapping and len(top.children) % 2:
                top.children.pop()
            self._close(None)
        return self._root

    def _add(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].children.append(node)
        elif self._root is None:
            self._root = node

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        text, style = event.value, event.style
        span = _span((line + 1, column + 1, end.line + 1, end.column + 1))
        if self._masks and (line, column) in self._masks:
            text, own = self._masks[line, column]
            return Scalar(text, own or span, '"')
        if event.anchor is not None or event.tag is not None:
            text = self._decorated(event, span)
        if self._separators:
            text = guards.with_separators(text)
        if len(text) > guards.MAX_SCALAR // 4:
            text = guards.bounded(text, span, self.problems)
        cut = ""
        if style is None or style == "":
            style = ""
            if end.line in self._hashed:
                cut = recover.cut_off(self._lines[end.line][end.column :])
        elif style == '"' and self._escapes:
            text = guards.without_escaped_signs(text, span, self.problems)
        return _scalar((text, span, style, cut))

    def _decorated(self, event: Any, span: Span) -> str:
        """Report an anchor or a tag; read the scalar as if both were part of a plain text."""
        self.problems += guards.decorations(event, span)
        if event.style or span.line != span.end_line:
            return cast("str", event.value)
        return self._lines[span.line - 1][span.column - 1 : span.end_column - 1]

    def _alias(self, event: Any) -> Scalar:
        self.problems.append(guards.alias(event.anchor, _place(event)))
        return Scalar("*" + event.anchor, _place(event), '"')

    def _open(self, event: Any, is_mapping: bool) -> bool:
        """Start a collection; false where nesting is so deep that reading must stop."""
        depth = len(self._stack) + 1
        if depth == MAX_DEPTH + 1:
            self.problems.append(guards.too_deep(_place(event), MAX_DEPTH))
        if event.anchor is not None or (event.tag is not None and event.tag != "?"):
            self.problems += guards.decorations(event, _place(event))
        self._stack.append(_Open(is_mapping, event.start_mark, bool(event.flow_style)))
        return depth < HARD_DEPTH

    def _close(self, end: Any) -> None:
        top = self._stack.pop()
        span = self._extent(top, end)
        if len(self._stack) >= MAX_DEPTH:
            return  # the levels below the limit are read over
        children = top.children
        if not top.is_mapping:
            self._add(Sequence(tuple(children), span, top.flow))
            return
        entries = tuple(zip(children[::2], children[1::2], strict=False))
        self._add(Mapping(guards.keys(entries, self.problems), span, top.flow))

    def _extent(self, top: _Open, end: Any) -> Span:
        """A flow collection up to its bracket, a block one up to the end of its last child."""
        start = top.start
        if end is not None and top.flow:
            return _span((start.line + 1, start.column + 1, end.line + 1, end.column + 1))
        if top.children:
            last = top.children[-1].span
            return _span((start.line + 1, start.column + 1, last.end_line, last.end_column))
        return _span((start.line + 1, start.column + 1, start.line + 1, start.column + 1))


def _place(event: Any) -> Span:
    """An event's span; libyaml counts lines and columns from 0."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
