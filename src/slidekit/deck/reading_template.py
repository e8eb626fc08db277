"""`template:` read: a path, or a path and a map from what a deck needs to the template's layouts and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from slidekit.deck.keys import TEMPLATE_NEEDS, TEMPLATE_ROLES
from slidekit.deck.model import Template, TemplateLayout
from slidekit.source.decode import UNREAD, Reading, scalar, shown
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence
from slidekit.source.span import Span
from slidekit.source.wording import tell

_IDX = re.compile(r"[0-9]{1,10}")
_EXAMPLE = tell("write  template: corp.pptx  or  template: {file: corp.pptx, layouts: {content: Title and Content}}")


def template(node: Node, key: str, reading: Reading) -> Any:
    """The template, or `UNREAD` where no file is named."""
    if isinstance(node, Scalar):
        if node.empty:
            return reading.wrong_shape(node, key, tell("a path to a .pptx file"), _EXAMPLE)
        return Template(node.text, node.span)
    if not isinstance(node, Mapping):
        return reading.wrong_shape(node, key, tell("a path to a .pptx file"), _EXAMPLE)
    file: Any = UNREAD
    span, layouts = node.span, []
    for name, value in node.entries:
        if name.text == "file":
            file, span = scalar(value, "file", reading), value.span
        elif name.text == "layouts":
            layouts = list(_layouts(value, reading))
        else:
            reading.unknown_key(name, ("file", "layouts"), tell(" in `{key}`", key="template"))
    if file is UNREAD:
        if not any(name.text == "file" for name, _ in node.entries):
            reading.report("SK017", tell("the key `file` is missing"), node.span, tell("add  file: corp.pptx"))
        return UNREAD
    return Template(file, span, tuple(layouts))


def _layouts(node: Node, reading: Reading) -> Iterator[TemplateLayout]:
    if isinstance(node, Scalar) and node.empty:
        return
    if not isinstance(node, Mapping):
        reading.wrong_shape(node, "layouts", tell("names with layouts"), tell("write  content: Title and Content"))
        return
    for name, value in node.entries:
        if name.text not in TEMPLATE_NEEDS:
            reading.unknown_key(name, TEMPLATE_NEEDS, tell(" in `{key}`", key="layouts"))
        elif (made := _layout(name.text, value, reading)) is not None:
            yield made


def _layout(need: str, node: Node, reading: Reading) -> TemplateLayout | None:
    if isinstance(node, Scalar) and not node.empty:
        return TemplateLayout(need, node.text, node.span)
    if not isinstance(node, Mapping):
        reading.wrong_shape(
            node, need, tell("the name or number of a layout"), tell("`slidekit template inspect` lists them")
        )
        return None
    layout: Any = UNREAD
    span = node.span
    places: list[tuple[str, int, Span]] = []
    for name, value in node.entries:
        if name.text == "layout":
            layout, span = scalar(value, "layout", reading), value.span
        elif name.text in TEMPLATE_ROLES:
            places += _places(name.text, value, reading)
        else:
            reading.unknown_key(name, ("layout", *TEMPLATE_ROLES), tell(" in `{key}`", key=need))
    if layout is UNREAD:
        hint = tell("add  layout:  with the name or number of one")
        reading.report("SK017", tell("the key `layout` is missing"), node.span, hint)
        return None
    return TemplateLayout(need, layout, span, tuple(places))


def _places(role: str, node: Node, reading: Reading) -> Iterator[tuple[str, int, Span]]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        typed = scalar(item, role, reading)
        if typed is UNREAD:
            continue
        if _IDX.fullmatch(typed):
            yield role, int(typed), item.span
        else:
            hint = tell("`slidekit template inspect` lists the idx of each placeholder")
            reading.report(
                "SK016",
                tell("`{typed}` where `{role}` wants the idx of a placeholder", typed=shown(typed), role=role),
                item.span,
                hint,
            )
