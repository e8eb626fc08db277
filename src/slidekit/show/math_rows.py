"""What rows and tables of a formula become once all that stands in them is read."""

from __future__ import annotations

from typing import Literal

from slidekit.show import math_symbols as symbols
from slidekit.show.math import Fence, Node, Row, Sign, Space, Table


def signed(items: list[Node]) -> list[Node]:
    """The items, with a `−` that stands before one thing only no longer between two (The TeXbook, page 170)."""
    before: Node | None = None
    made: list[Node] = []
    for item in items:
        if (
            isinstance(item, Sign)
            and item.kind == "binary"
            and (
                before is None
                or (isinstance(before, Sign) and before.kind in ("binary", "relation", "open", "punctuation", "large"))
            )
        ):
            item = Sign(item.text, "ordinary")
        made.append(item)
        if not isinstance(item, Space):
            before = item
    return made


def table(name: str, rows: list[tuple[Node, ...]]) -> Node:
    """Rows made equally long, the empty one after a last `\\\\` left out."""
    empty = Row(())
    if len(rows) > 1 and rows[-1] == (empty,):
        rows.pop()
    count = max(map(len, rows))
    even = tuple([row + (empty,) * (count - len(row)) for row in rows])
    if name == "cases":
        return Fence("{", "", Table(even, "cases"))
    if name in symbols.MATRICES:
        left, right = symbols.MATRICES[name]
        table = Table(even, "matrix")
        return Fence(left, right, table) if left else table
    kind: Literal["aligned", "gathered"] = "gathered" if name in symbols.GATHERED or count == 1 else "aligned"
    return Table(even, kind)
