"""The names of a deck, variables and ids of slides: which one stands at a place, and where else it stands.

Texts that were read are searched where they stand now; the lines that have changed since are parsed for it, so
that no use is missed while the YAML is broken elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from slidekit.deck import variables
from slidekit.editor.branch import branch, inner, own, pieces, scalars, tree
from slidekit.editor.view import Part, View
from slidekit.source.nodes import Mapping, Node, Scalar
from slidekit.source.span import Span

Kind: TypeAlias = Literal["variable", "id"]

VERBATIM = ("code", "terminal", "diagram", "math")
"""Keys of texts in which `${…}` means nothing to slidekit."""
_LINK = re.compile(r"(?:\]\(|^[\"']?)#([^\W\d][\w.-]*)(?=[)\s\"']|$)")
"""A link to a slide: `[there](#bridge)`, or `link: "#bridge"`."""
_SIGNS = {"variable": "${", "id": "#"}


class Name(NamedTuple):
    """A name where it stands."""

    kind: Kind
    text: str
    span: Span
    """The name alone."""
    declares: bool = False
    """Whether it is given here, rather than used."""


def name_at(view: View, line: int, column: int) -> Name | None:
    """The name that a place is in, its end included."""
    found = branch(view, line, column)
    if found.key is not None:
        is_variable = found.inside == "deck" and len(found.steps) == 3 and found.keys[0] == "vars"
        return Name("variable", found.key.text, inner(found.key), True) if is_variable else None
    leaf = found.leaf
    if not isinstance(leaf, Scalar):
        return None
    if found.inside == "slide" and found.keys == ["id"]:
        return Name("id", leaf.text, inner(leaf), True) if leaf.text else None
    for one in _in_scalar(view, leaf, found.keys):
        if one.span[:2] <= (line, column) <= one.span[2:] or _around(view, one, line, column):
            return one
    return None


def _around(view: View, name: Name, line: int, column: int) -> bool:
    """Whether a place is in the signs around a name: `${ name }`."""
    if name.kind != "variable" or line != name.span.line:
        return False
    text = view.lines[line - 1]
    start = text.rfind("${", 0, name.span.column)
    end = text.find("}", name.span.end_column - 1)
    return 0 <= start < column <= end + 2


def mentions(view: View, kind: Kind, text: str) -> list[Name]:
    """Every place where a name stands, in the order of the file."""
    return [one for one in _all(view, kind, text) if one.text == text]


def variables_used(view: View) -> list[Name]:
    """Every place where a variable is given, or used that is given, in the order of the file."""
    found = _all(view, "variable", "")
    given = {one.text for one in found if one.declares}
    return [one for one in found if one.text in given]


def _all(view: View, kind: Kind, text: str) -> list[Name]:
    """The places of names in the order of the file; texts that were read without these signs are not looked at."""
    changed = range(0) if view.moved.same else view.moved.changed
    fresh = [part for part in view.slides if changed and _meet(part.lines, changed)]
    found = {one.span: one for one in _known(view, kind, text) if one.span.line not in changed}
    found = {span: one for span, one in found.items() if view.typed(span) == one.text}
    for part in fresh:
        for root in [own(view, piece) for piece in pieces(view, part)] if part.block else [view.whole]:
            found |= {one.span: one for one in _in_tree(view, root, kind, part)}
    if changed and not _inside(fresh, changed):
        found |= {one.span: one for one in _in_tree(view, view.frame, kind, None)}
    return sorted(found.values(), key=lambda one: one.span)


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _inside(parts: list[Part], lines: range) -> bool:
    """Whether lines are all those of some slides, which follow each other."""
    return bool(parts) and parts[0].lines.start <= lines.start and lines.stop <= parts[-1].lines.stop


def overlooked(view: View, text: str) -> int | None:
    """The first line that seems to use a variable in words that could not be read, as broken YAML has them."""
    seen = {one.span[:2] for one in mentions(view, "variable", text)}
    words = view.checked.words if view.checked is not None else ()
    verbatim = [view.moved.span(side.span) for told, _, side in words if told.what in WORDS_VERBATIM]
    for number, line in enumerate(view.lines, 1):
        if "${" not in line or line.lstrip().startswith("#"):
            continue
        whole = Span(number, 1, number, len(line) + 1)
        for one in in_stretch(view, whole, "variable"):
            if one.text == text and one.span[:2] not in seen and not any(span.covers(one.span) for span in verbatim):
                return number
    return None


def declared(view: View, kind: Kind) -> set[str]:
    """The names that are taken."""
    if view.deck is None:
        return set()
    if kind == "variable":
        return {variable.name for variable in view.deck.vars}
    return {slide.id for slide in view.deck.slides if slide.id is not None}


def _known(view: View, kind: Kind, text: str) -> Iterator[Name]:
    """The places of a name in the deck as it was read."""
    if view.deck is None or view.checked is None:
        return
    for told, _, side in view.checked.words:
        if _SIGNS[kind] in side.source and text in side.source and told.what not in WORDS_VERBATIM:
            yield from in_stretch(view, view.moved.span(side.span), kind)
    if kind == "variable":
        for variable in view.deck.vars:
            if text in ("", variable.name):
                yield Name(kind, variable.name, _bare(view, view.moved.span(variable.span)), True)
        return
    for part in view.slides:
        if part.slide.id == text:
            yield from [one for one in _in_tree(view, tree(view, part, part.span.line), kind, part) if one.declares]


WORDS_VERBATIM = ("code", "transcript", "diagram", "formula")
"""The same texts, as the rules call them (`rules/base.py`)."""


def in_stretch(view: View, span: Span, kind: Kind) -> Iterator[Name]:
    """The names used in a stretch of the text of this moment."""
    typed = view.typed(span)
    line, begin, at = span.line, 1 - span.column, 0  # where the line under work begins, and what has been looked at
    for name, offset in _found(typed, kind):
        if ends := typed.count("\n", at, offset):
            line, begin = line + ends, typed.rfind("\n", at, offset) + 1
        at = offset
        yield Name(kind, name, Span(line, offset - begin + 1, line, offset - begin + 1 + len(name)))


def _found(typed: str, kind: Kind) -> Iterator[tuple[str, int]]:
    """Each name in some words, and its offset in them."""
    if kind == "variable":
        for name, offset in variables.names(typed):
            yield name, typed.index(name, offset + 2)
    else:
        for found in _LINK.finditer(typed):
            yield found[1], found.start(1)


def _in_scalar(view: View, node: Scalar, keys: list[str]) -> Iterator[Name]:
    if not any(key in VERBATIM for key in keys):
        span = node.span._replace(end_column=node.span.end_column + len(node.cut))
        yield from in_stretch(view, span, "variable")
        yield from in_stretch(view, span, "id")


def _in_tree(view: View, root: Node | None, kind: Kind, part: Part | None) -> Iterator[Name]:
    """The names in a slide, or in the deck's own keys."""
    if root is None:
        return
    for scalar, keys in scalars(root):
        if kind == "id" and keys == (("id",) if part is not None and part.block else ("slides", "id")):
            yield Name("id", scalar.text, inner(scalar), True)
        else:
            yield from [one for one in _in_scalar(view, scalar, list(keys)) if one.kind == kind]
    if kind == "variable" and isinstance(root, Mapping) and (part is None or not part.block):
        for key, value in root.entries:
            if key.text == "vars" and isinstance(value, Mapping):
                yield from [Name(kind, name.text, inner(name), True) for name, _ in value.entries]


def _bare(view: View, span: Span) -> Span:
    """A key without its quotation marks."""
    typed = view.typed(span)
    quoted = len(typed) > 1 and typed[0] in "\"'" and typed[-1] == typed[0]
    return Span(span.line, span.column + 1, span.end_line, span.end_column - 1) if quoted else span
