"""Charts as authors type them: what belongs to which type, and figures that a type cannot draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slidekit.deck import model, reading_text
from slidekit.source.decode import UNREAD, Converter, Reading, number, scalar, shown
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence
from slidekit.source.wording import Words, tell

ROUND = ("pie", "doughnut")
KINDS = {
    "bar": tell("a bar chart"),
    "column": tell("a column chart"),
    "line": tell("a line chart"),
    "area": tell("an area chart"),
    "pie": tell("a pie chart"),
    "doughnut": tell("a doughnut chart"),
    "scatter": tell("a scatter chart"),
}
"""What messages call the types of charts."""
STACKING = ("bar", "column", "area", "stacked")
_STACKED = {"true": "yes", "yes": "yes", "on": "yes", "false": "no", "no": "no", "off": "no", "100%": "100%"}


def looked_at(chart: Mapping, reading: Reading) -> Mapping:
    """The chart with what its type can do without filled in; what does not go with its type is reported."""
    keys = {name.text: (name, each) for name, each in chart.entries}
    kind = keys["type"][1].text if "type" in keys and isinstance(keys["type"][1], Scalar) else ""
    if kind == "scatter":
        _homeless(keys, ("categories", "stacked"), KINDS["scatter"], reading)
    elif kind in ROUND:
        _homeless(keys, ("x", "y", "stacked"), KINDS[kind], reading)
    elif kind == "line":
        _homeless(keys, ("stacked",), KINDS["line"], reading)
    if kind != "scatter" and "categories" in keys and _empty(keys["categories"][1]):
        reading.wrong_shape(
            keys["categories"][1],
            "categories",
            tell("a row in each language"),
            tell("write  en: [..]  above  fr: [..]"),
        )
    if "series" in keys and isinstance(keys["series"][1], Sequence):
        _series(kind, keys, reading)
    if kind == "scatter" and "categories" not in keys:
        return chart._replace(entries=(*chart.entries, (Scalar("categories", chart.span), Scalar("~", chart.span))))
    return chart


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _homeless(keys: dict[str, tuple[Scalar, Node]], wrong: tuple[str, ...], what: str, reading: Reading) -> None:
    for key in wrong:
        if key in keys:
            hint = tell("take it out, or choose another  type:")
            reading.report(
                "SK018", tell("`{key}` does not go with {what}", key=key, what=what), keys[key][0].span, hint
            )


def _called(kind: str) -> Words:
    return KINDS[kind] if kind in KINDS else tell("a chart")


def _series(kind: str, keys: dict[str, tuple[Scalar, Node]], reading: Reading) -> None:
    """Looks at each series: where its figures are, and whether the type can draw them."""
    listed = keys["series"][1]
    assert isinstance(listed, Sequence)
    wanted, other = ("points", "values") if kind == "scatter" else ("values", "points")
    for one in listed.items:
        if not isinstance(one, Mapping):
            continue
        own = {name.text: (name, each) for name, each in one.entries}
        if other in own:
            hint = (
                tell("a scatter chart has  points: [[x, y], …]")
                if kind == "scatter"
                else tell("write  values: […],  one per category")
            )
            reading.report(
                "SK018",
                tell("`{key}` does not go with {what}", key=other, what=_called(kind)),
                own[other][0].span,
                hint,
            )
        elif wanted not in own:
            reading.report(
                "SK017",
                tell("the key `{wanted}` is missing", wanted=wanted),
                one.span,
                tell("add  {wanted}: […]", wanted=wanted),
            )
        elif wanted == "values":
            _values(kind, keys, own["values"][1], reading)
    if kind in ROUND and len(listed.items) > 1:
        hint = tell("keep one of them, or write  type: stacked")
        message = tell("{n} series where {what} shows one", n=len(listed.items), what=KINDS[kind])
        reading.report("SK016", message, listed.items[1].span, hint)


def _values(kind: str, keys: dict[str, tuple[Scalar, Node]], values: Node, reading: Reading) -> None:
    """Figures that this type of chart cannot show: less than nothing in a whole, gaps in a heap of areas."""
    stacked = keys["stacked"][1] if "stacked" in keys else None
    heap = isinstance(stacked, Scalar) and _STACKED.get(stacked.text.casefold(), "no")
    for value in _scalars(values):
        if value.text.startswith("-") and value.text.strip("-0.") and (kind in ROUND or heap == "100%"):
            what = KINDS[kind] if kind in ROUND else tell("a chart of shares")
            hint = tell("parts of a whole are 0 or more; write  type: bar  to show what is below 0")
            reading.report("SK016", tell("`{text}` in {what}", text=shown(value.text), what=what), value.span, hint)
        elif value.empty and kind == "area" and heap in ("yes", "100%"):
            hint = tell("write 0 if it was none, or  type: stacked")
            reading.report("SK016", tell("a gap in a stacked area"), value.span, hint)


def _scalars(node: Node) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar):
            yield item


def point(node: Node, key: str, reading: Reading) -> Any:
    """One mark: `[x, y]`, `[x, y, {en: …, fr: …}]` or `{x: …, y: …, label: …}`."""
    hint = tell("write  [12, 3.4]  or  {x: 12, y: 3.4, label: {en: …, fr: …}}")
    if isinstance(node, Mapping):
        parts = {name.text: each for name, each in node.entries}
        for typed, _ in node.entries:
            if typed.text not in ("x", "y", "label"):
                reading.unknown_key(typed, ("x", "y", "label"))
    elif isinstance(node, Sequence) and len(node.items) in (2, 3):
        parts = dict(zip(("x", "y", "label"), node.items, strict=False))
    else:
        return reading.wrong_shape(node, key, tell("two figures for each point"), hint)
    for name in ("x", "y"):
        if name not in parts:
            return reading.report("SK017", tell("the key `{name}` is missing", name=name), node.span, hint)
    x, y = [number(parts[name], name, reading) for name in ("x", "y")]
    label = reading_text.prose(parts["label"], "label", reading) if "label" in parts else None
    return UNREAD if UNREAD in (x, y) else model.Point(x, y, None if label is UNREAD else label)


def stacking(node: Node, key: str, reading: Reading) -> Any:
    """`true`, `false` or `100%`."""
    text = scalar(node, key, reading)
    if text is UNREAD:
        return UNREAD
    found = _STACKED.get(text.replace(" ", "").replace("\u00a0", "").casefold())
    if found is None:
        return reading.report(
            "SK016", tell("`{text}` where `{key}` wants true, false or 100%", text=shown(text), key=key), node.span
        )
    return found


CONVERTERS: dict[Any, Converter] = {"stacking": stacking, model.Point: point}
