"""A deck file read whole: a `Deck` as complete as could be made, and every problem of its format."""

from __future__ import annotations

import re
from typing import Any

from slidekit.deck import reading_text
from slidekit.deck.keys import BLOCKS, COMPANIONS, LOCALES, VERSIONS
from slidekit.deck.model import Deck, Slide, Variable
from slidekit.deck.reading_blocks import DECODER, Entry, blocks
from slidekit.deck.text import Pair, Text
from slidekit.source.decode import UNREAD, Decoder, Reading, nearest, scalar, shown
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence, Source, read, without_collector
from slidekit.source.span import START, Span
from slidekit.source.wording import listed, tell

NAME = re.compile(r"[^\W\d][\w.-]*")
"""What a variable or a slide's id may be called."""


def read_deck(data: bytes) -> tuple[Deck | None, list[Diagnostic]]:
    """Give back the deck, or `None` where there is none at all, and all that is wrong with its format.

    What could not be read is left out or read as the author most likely meant, so that the rules
    can go on; with any error among the problems the deck is fit for checking, not for rendering.
    """
    with without_collector():
        return deck_of(read(data))


def deck_of(source: Source) -> tuple[Deck | None, list[Diagnostic]]:
    """The deck of a file that has been parsed, and all that is wrong with it."""
    reading = Reading(list(source.problems), source)
    deck = _deck(source.root, reading)
    return deck, _told_once(reading.problems)


def _told_once(problems: list[Diagnostic]) -> list[Diagnostic]:
    """The problems in the order of the file, none twice; a text repaired is not also of the wrong shape."""
    repaired = {problem.span[:2] for problem in problems if problem.code in ("SK001", "SK002")}
    found = {
        (problem.span, problem.code): problem
        for problem in reversed(problems)
        if problem.code != "SK014" or problem.span[:2] not in repaired
    }
    return sorted(found.values(), key=lambda problem: (problem.span, problem.code))


def _deck(root: Node | None, reading: Reading) -> Deck | None:
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not reading.problems:
            hint = tell("begin with  slidekit: 1 ; `slidekit new` writes a deck to start from")
            reading.report("SK017", tell("the file is empty"), START, hint)
        return None
    if not isinstance(root, Mapping):
        reading.wrong_shape(root, "slidekit", tell("keys with values"), tell("begin with  slidekit: 1"))
        return None
    values = _DECK.values(_with_version(root, reading), Deck, reading)
    title = values.pop("title", None) or Pair(START, "title", both=Text("…", START))
    return Deck(title=title, slides=values.pop("slides", ()), **values)


def _with_version(root: Mapping, reading: Reading) -> Mapping:
    if not any(name.text == "slidekit" for name, _ in root.entries):
        reading.report("SK017", tell("the key `slidekit` is missing"), START, tell("begin with  slidekit: 1"))
    return root


def _version(node: Node, key: str, reading: Reading) -> Any:
    typed = scalar(node, key, reading)
    if typed is UNREAD or typed in VERSIONS:
        return UNREAD if typed is UNREAD else int(typed)
    message = tell("`{typed}` is not a format version that this slidekit reads", typed=shown(typed))
    return reading.report("SK015", message, node.span, tell("it reads {versions}", versions=listed(VERSIONS)))


def _slides(node: Node, key: str, reading: Reading) -> Any:
    if not isinstance(node, Sequence):
        return reading.wrong_shape(
            node, key, tell("a list of slides"), tell("begin each slide with a dash:  - title: …")
        )
    slides = []
    seen: dict[str, Span] = {}
    for index, item in enumerate(node.items):
        slides.append(_slide(item, _until_next(node.items, index), seen, reading))
    return tuple(slides)


def _until_next(nodes: tuple[Node, ...], index: int) -> Span:
    """A slide's lines up to where the next begins, so that what is missing at its end is inside too."""
    start, end = nodes[index].span, nodes[index].span
    if index + 1 < len(nodes):
        following = nodes[index + 1].span
        return Span(start.line, start.column, following.line, following.column)
    last = end.end_line if end.end_column > 1 else max(end.end_line - 1, start.line)  # a block ends where a line begins
    return Span(start.line, start.column, last + 1, 1)


def _slide(node: Node, span: Span, seen: dict[str, Span], reading: Reading) -> Slide:
    if not isinstance(node, Mapping):
        reading.wrong_shape(
            node, "slides", tell("keys with values for each slide"), tell("write  title: …  after the dash")
        )
        return Slide(span, title=Pair(node.span, "title", both=Text("…", node.span)))
    converters = _SLIDE
    values: dict[str, Any] = {}
    on_it: list[Entry] = []
    for entry in node.entries:
        name = entry[0].text
        if name in _ON_SLIDE:
            on_it.append(entry)
        elif name in converters:
            value = converters[name](entry[1], name, reading)
            if value is not UNREAD:
                values[name] = value
            if name == "id":
                _note_id(entry[1], seen, reading)
        else:
            reading.unknown_key(entry[0], (*converters, *_ON_SLIDE), tell(" in a slide"))
    return Slide(span, blocks=blocks(on_it, reading) if on_it else (), **values)


def _note_id(node: Node, seen: dict[str, Span], reading: Reading) -> None:
    if not isinstance(node, Scalar):
        return
    if not NAME.fullmatch(node.text):
        hint = tell("write letters, digits, `-`, `_` and `.`, a letter first")
        reading.report("SK016", tell("`{text}` where `id` wants a name", text=shown(node.text)), node.span, hint)
    elif node.text in seen:
        first = seen[node.text]
        message = tell(
            "the id `{text}` is there twice, first at line {line}, column {column}",
            text=shown(node.text),
            line=first.line,
            column=first.column,
        )
        reading.report("SK004", message, node.span, tell("give one of the two slides another id"))
    else:
        seen[node.text] = node.span


def _variables(node: Node, key: str, reading: Reading) -> Any:
    if isinstance(node, Scalar) and node.empty:
        return ()
    if not isinstance(node, Mapping):
        return reading.wrong_shape(node, key, tell("names with values"), tell("write  name: {number: 12}"))
    variables = []
    for name, each in node.entries:
        if not NAME.fullmatch(name.text):
            hint = tell("write letters, digits, `-`, `_` and `.`, a letter first")
            reading.report("SK016", tell("`{text}` cannot name a variable", text=shown(name.text)), name.span, hint)
            continue
        variables.append(Variable(name.text, reading_text.neutral(each, name.text, reading), name.span))
    return tuple(variables)


def _languages(node: Node, key: str, reading: Reading) -> Any:
    """One English and one French locale, in the order in which the author writes them."""
    hint = tell("write two locales, such as  [en-CA, fr-CA]")
    if not isinstance(node, Sequence):
        return reading.wrong_shape(node, key, tell("a list of two locales"), hint)
    known = ("en", "fr", *LOCALES)
    names = []
    for item in node.items:
        typed = scalar(item, key, reading)
        if typed in known:
            names.append(typed)
        elif typed is not UNREAD:
            match = nearest(typed.replace("_", "-"), known)
            hint_here = (
                tell("did you mean `{name}`?", name=match) if match else tell("one of: {names}", names=listed(known))
            )
            reading.report(
                "SK015", tell("`{key}` does not know `{typed}`", key=key, typed=shown(typed)), item.span, hint_here
            )
    if len(names) < len(node.items):
        return UNREAD
    if sorted([name[:2] for name in names]) != ["en", "fr"]:
        return reading.report(
            "SK016", tell("`{key}` wants one English and one French locale", key=key), node.span, hint
        )
    return tuple(names)


def _date(node: Node, key: str, reading: Reading) -> Any:
    typed = scalar(node, key, reading)
    if typed is UNREAD or reading_text.is_date(typed):
        return typed
    return reading.report(
        "SK016",
        tell("`{typed}` where `{key}` wants a day", typed=shown(typed), key=key),
        node.span,
        tell("write it as 2026-03-10"),
    )


def _template(node: Node, key: str, reading: Reading) -> Any:
    from slidekit.deck.reading_template import template

    return template(node, key, reading)


def _glossary(node: Node, key: str, reading: Reading) -> Any:
    from slidekit.deck.reading_glossary import glossary

    return glossary(node, key, reading)


_DECK = Decoder(
    {
        **DECODER.hooks,
        (Deck, "slidekit"): _version,
        (Deck, "slides"): _slides,
        (Deck, "vars"): _variables,
        (Deck, "languages"): _languages,
        (Deck, "date"): _date,
        (Deck, "template"): _template,
        (Deck, "glossary"): _glossary,
    }
)
_ON_SLIDE = frozenset((*BLOCKS, *COMPANIONS, "body")) - {"build"}
"""`build` beside a slide's lists is for all of them."""
_SLIDE = {name: read for name, read in DECODER.plan(Slide).converters.items() if name != "blocks"}

__all__ = ["deck_of", "read_deck"]
