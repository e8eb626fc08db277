"""What stands on a slide: blocks made from keys, in their order, each with its companions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from slidekit.deck import model, reading_chart, reading_text, reading_time
from slidekit.deck.keys import BLOCKS, COMPANIONS, LOCALES, VALUES
from slidekit.deck.reading_focus import focus
from slidekit.deck.text import Pair, Text
from slidekit.source.decode import UNREAD, Decoder, Reading, scalar, shown, truth
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence
from slidekit.source.recover import in_quotes, quoted
from slidekit.source.span import Span
from slidekit.source.wording import listed, tell

Entry: TypeAlias = "tuple[Scalar, Node]"

_ITEM_KEYS = ("en", "fr", "both", *LOCALES, *VALUES, "format", "bullets", "numbered")
_IN_COLUMN = ("title", "body", *[name for name in BLOCKS if name != "columns"], *COMPANIONS)
_CHILDREN = ("bullets", "numbered")
_LINES = re.compile(r"(\d{1,5})(?:[-–](\d{1,5}))?", re.ASCII)


def blocks(entries: list[Entry], reading: Reading) -> tuple[model.Block, ...]:
    """The blocks of one mapping; `entries` holds block keys, companions and `body` only."""
    hosts = [name.text for name, _ in entries if name.text in BLOCKS]
    beside: dict[str, dict[str, Node]] = {host: {} for host in hosts}
    for name, each in entries:
        if name.text in COMPANIONS:
            host = _host(name, hosts, reading)
            if host:
                beside[host][name.text] = each
    made: list[model.Block] = []
    for name, each in entries:
        if name.text == "body":
            made += _body(each, reading)
        elif name.text in BLOCKS:
            block = _MAKERS[name.text](each, name.text, beside[name.text], reading)
            if block is not UNREAD:
                made.append(block)
    return tuple(made)


def _host(name: Scalar, above: list[str], reading: Reading) -> str | None:
    wanted = COMPANIONS[name.text]
    found = [host for host in above if host in wanted]
    if len(found) == 1:
        return found[0]
    if found:
        hosts = listed([f"`{host}`" for host in found], tell(" or "))
        message = tell("`{key}` could belong to {hosts}", key=name.text, hosts=hosts)
        reading.report("SK018", message, name.span, tell("put each block with its own keys into a list under `body:`"))
    else:
        hosts = listed([f"`{host}`" for host in wanted], tell(" or "))
        message = tell("`{key}` stands without {hosts}", key=name.text, hosts=hosts)
        reading.report("SK018", message, name.span, tell("add  {key}: …  beside it, or take it out", key=wanted[0]))
    return None


def _body(node: Node, reading: Reading) -> list[model.Block]:
    hint = tell("write a list:  - text: …")
    if not isinstance(node, Sequence):
        reading.wrong_shape(node, "body", tell("a list of blocks"), hint)
        return []
    made: list[model.Block] = []
    for item in node.items:
        if isinstance(item, Mapping):
            entries = known(item, (*BLOCKS, *COMPANIONS), reading)
            if not item.entries:
                hint_here = tell("begin it with  text: …  or another block")
                reading.report("SK017", tell("no block in this part of `body`"), item.span, hint_here)
            made += blocks(entries, reading)
        else:
            reading.wrong_shape(item, "body", tell("a block such as  text: …"), hint)
    return made


def known(node: Mapping, names: tuple[str, ...], reading: Reading) -> list[Entry]:
    """The entries whose key is among the names; the others are reported."""
    entries = []
    for name, each in node.entries:
        if name.text in names:
            entries.append((name, each))
        else:
            reading.unknown_key(name, names)
    return entries


def items(node: Node, key: str, reading: Reading) -> tuple[model.Item, ...]:
    """The points of a list."""
    if isinstance(node, Sequence):
        return tuple([_item(each, key, reading) for each in node.items])
    hint = tell("begin each point of `{key}` with a dash:  - en: …", key=key)
    reading.wrong_shape(node, key, tell("a list"), hint)
    if isinstance(node, Scalar) and node.empty:
        return ()
    pair = reading_text.neutral(node, key, reading)
    return (model.Item(pair),)


def _item(node: Node, key: str, reading: Reading) -> model.Item:
    if isinstance(node, Sequence) and node.flow and node.span.line == node.span.end_line:
        whole = reading.source.typed(node.span)
        message = tell("YAML reads the brackets as a list")
        fix = in_quotes(whole, node.span)
        reading.report("SK002", message, node.span, tell("put the text in quotes: {quoted}", quoted=quoted(whole)), fix)
        return model.Item(Pair(node.span, key, plain=Text(whole, node.span)))
    if isinstance(node, Sequence):
        hint = tell("write the text first, and `{key}:` under it", key=key)
        reading.wrong_shape(node, key, tell("a text for each point"), hint)
        return model.Item(Pair(node.span, key, both=Text("…", node.span)), items(node, key, reading))
    if isinstance(node, Scalar):
        return model.Item(reading_text.prose(node, key, reading))
    nested = [(name, each) for name, each in node.entries if name.text in _CHILDREN]
    if not nested:
        return model.Item(_words(node, key, reading))
    if len(nested) > 1:
        name = nested[1][0]
        reading.report(
            "SK018", tell("a point has both `bullets` and `numbered` under it"), name.span, tell("keep one of them")
        )
    own = tuple([entry for entry in node.entries if entry[0].text not in _CHILDREN])
    name, each = nested[0]
    text = _words(node._replace(entries=own), key, reading)
    if is_row(each):
        row = reading_text.row(each, name.text, reading)
        below = tuple([model.Item(cell) for cell in row.cells])
        return model.Item(text, below, name.text == "numbered", row.counts, each.span)
    return model.Item(text, items(each, name.text, reading), name.text == "numbered")


def is_row(node: Node) -> bool:
    """Whether a list was typed once a language, `{en: [..], fr: [..]}`."""
    return isinstance(node, Mapping) and any(isinstance(each, Sequence) for _, each in node.entries)


def _words(node: Mapping, key: str, reading: Reading) -> Any:
    """A point's own text."""
    meant = reading_text.misread(node, _ITEM_KEYS, reading)
    if meant is not None:
        return Pair(node.span, key, plain=meant)
    return reading_text.prose(node, key, reading)


def _bullets(node: Node, key: str, beside: dict[str, Node], reading: Reading) -> Any:
    numbered = key == "numbered"
    build = "build" in beside and truth(beside["build"], "build", reading) is True
    if is_row(node):
        row = reading_text.row(node, key, reading)
        return model.Bullets(tuple([model.Item(cell) for cell in row.cells]), numbered, row.counts, node.span, build)
    return model.Bullets(items(node, key, reading), numbered, None, node.span, build)


def _prose_block(cls: Callable[[Any], model.Block]) -> Maker:
    def make(node: Node, key: str, _: dict[str, Node], reading: Reading) -> Any:
        return cls(reading_text.prose(node, key, reading))

    return make


def _hosted(cls: type, first: str) -> Maker:
    """A block whose own value is a field and whose companions are the others."""

    def make(node: Node, key: str, beside: dict[str, Node], reading: Reading) -> Any:
        plan = DECODER.plan(cls)
        values = {first: plan.converters[first](node, key, reading)}
        for name, each in beside.items():
            values[name] = plan.converters[name](each, name, reading)
        if values[first] is UNREAD:
            return UNREAD
        return cls(**{name: value for name, value in values.items() if value is not UNREAD})

    return make


def _table(node: Node, key: str, beside: dict[str, Node], reading: Reading) -> Any:
    if isinstance(node, Sequence):
        reading.wrong_shape(node, key, tell("`header` and `rows`"), tell("put the list under  rows:"))
        node = Mapping(((Scalar("rows", node.span), node),), node.span)
    table = _with_companions(node, key, model.Table, beside, reading)
    if table is not UNREAD and not table.rows:
        found = tell("{found} where `{key}` wants {wanted}", found=tell("nothing"), key="rows", wanted=tell("a list"))
        return reading.report("SK014", found, node.span)
    return table


def _chart(node: Node, key: str, beside: dict[str, Node], reading: Reading) -> Any:
    if isinstance(node, Mapping):
        node = reading_chart.looked_at(node, reading)
    # a chart whose type is misspelt is read all the same, for the sake of its words
    return _with_companions(node, key, model.Chart, beside, reading, {"type": "column", "series": ()})


def _with_companions(
    node: Node,
    key: str,
    cls: type,
    beside: dict[str, Node],
    reading: Reading,
    stand_ins: dict[str, Any] | None = None,
) -> Any:
    if not isinstance(node, Mapping):
        return reading.wrong_shape(node, key, tell("keys with values"))
    values = {**(stand_ins or {}), **DECODER.values(node, cls, reading)}
    plan = DECODER.plan(cls)
    for name, each in beside.items():
        value = plan.converters[name](each, name, reading)
        if value is not UNREAD:
            values[name] = value
    return cls(**values) if all(name in values for name in plan.required) else UNREAD


def _columns(node: Node, key: str, _: dict[str, Node], reading: Reading) -> Any:
    if not isinstance(node, Sequence):
        return reading.wrong_shape(
            node, key, tell("a list of columns"), tell("begin each column with a dash:  - text: …")
        )
    columns = []
    for item in node.items:
        if not isinstance(item, Mapping):
            reading.wrong_shape(item, key, tell("a block such as  text: …  in each column"))
            continue
        titles = [each for name, each in item.entries if name.text == "title"]
        title = reading_text.prose(titles[0], "title", reading) if titles else None
        entries = [entry for entry in known(item, _IN_COLUMN, reading) if entry[0].text != "title"]
        columns.append(model.Column(blocks(entries, reading), title))
    return model.Columns(tuple(columns))


def _highlight(node: Node, key: str, reading: Reading) -> Any:
    """Line numbers: one, a range such as `3-5`, or a list of both."""
    if isinstance(node, Mapping):
        return reading.wrong_shape(node, key, tell("line numbers such as [1, 3-5]"))
    parts: list[tuple[str, Span]] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        typed = scalar(item, key, reading)
        if typed is not UNREAD:
            parts += [(part.strip(), item.span) for part in typed.split(",")]
    lines: list[int] = []
    for part, span in parts:
        match = _LINES.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if 1 <= first <= last <= first + 10_000:
            lines += range(first, last + 1)
        else:
            hint = tell("lines count from 1: write [1, 3-5]")
            reading.report(
                "SK016", tell("`{part}` where `{key}` wants line numbers", part=shown(part), key=key), span, hint
            )
    return tuple(lines)


def _unused(node: Node, key: str, reading: Reading) -> Any:
    raise AssertionError(f"`{key}` is read by its own function")


Maker: TypeAlias = Callable[[Node, str, dict[str, Node], Reading], Any]

_MAKERS: dict[str, Maker] = {
    "subtitle": _prose_block(model.Subtitle),
    "text": _prose_block(model.Paragraphs),
    "bullets": _bullets,
    "numbered": _bullets,
    "quote": _hosted(model.Quote, "text"),
    "code": _hosted(model.Code, "source"),
    "terminal": _hosted(model.Terminal, "source"),
    "diagram": _hosted(model.Diagram, "source"),
    "table": _table,
    "chart": _chart,
    "image": _hosted(model.Image, "path"),
    "qr": _hosted(model.Qr, "link"),
    "math": _hosted(model.Math, "latex"),
    "columns": _columns,
    "takeaway": _prose_block(model.Takeaway),
}

DECODER = Decoder(
    {
        **reading_text.CONVERTERS,
        **reading_time.CONVERTERS,
        "focus": focus,
        **reading_chart.CONVERTERS,
        (model.Code, "highlight"): _highlight,
        (model.Slide, "blocks"): _unused,
    }
)
