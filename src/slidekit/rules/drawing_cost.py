"""How many steps a drawing takes, parts that are drawn again and again counted each time.

Ten lines of SVG can draw a billion shapes: a group used ten times in a group used ten times… Programs that
show slides count nothing, so this is done before any of them sees the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LIMIT = 200_000
"""Steps; a map of all communes of a country takes some tens of thousands."""

_WEIGHTS = {"mask": 50.0, "pattern": 50.0, "clipPath": 5.0, "image": 20.0}
_EFFECT = 1000.0
"""A filter's effect is worked out for every pixel of the slide."""
_LAYER = 20.0
_BYTES_A_STEP = 64
_BYTES_A_CORNER = 4
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)", re.IGNORECASE)
_WORD = re.compile(r"[.#]?[\w-]+")
_DASHES = re.compile(r"stroke-dasharray\s*:([^;}]*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d*\.?\d+(?:[eE][-+]?\d+)?")
_SHORTEST_DASH = 0.01
_MOST_RULES = 500
"""Rules of style that refer to other parts."""


class Part:
    """An element: what it costs by itself, what it holds and what it refers to."""

    __slots__ = ("corners", "inner", "marked", "names", "refers", "weight")

    def __init__(self, weight: float, names: tuple[str, ...], corners: int) -> None:
        self.weight, self.names, self.corners = weight, names, corners
        self.marked = False
        """Whether what it refers to is drawn at each of its corners."""
        self.inner: list[Part] = []
        self.refers: list[str] = []


class Weighing:
    """The parts of one drawing."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: list[Part] = []
        self._by_id: dict[str, Part] = {}
        self._styled: list[tuple[set[str], list[str], bool]] = []
        self._dashed = 0

    def part(self, local: str, attributes: Mapping[str, str], parent: Part | None) -> Part:
        """A new part inside another."""
        own = attributes.get("id", "")
        names = (local, f"#{own}", *[f".{name}" for name in attributes.get("class", "").split()])
        length = len(attributes.get("d", "")) + len(attributes.get("points", ""))
        made = Part(_weight(local, attributes) + length / _BYTES_A_STEP, names, 1 + length // _BYTES_A_CORNER)
        made.marked = any(name.startswith("marker-") for name in attributes) or "marker" in attributes.get("style", "")
        self.count += 1
        self._parts.append(made)
        if own:
            self._by_id.setdefault(own, made)
        if parent is not None:
            parent.inner.append(made)
        return made

    def style(self, css: str) -> None:
        """Rules of style: whatever a rule might mean refers to what it names."""
        for selector, body in _RULE.findall(css):
            targets = _URL.findall(body)
            if targets:
                everything = "*" in selector or "[" in selector or ":" in selector
                named = set() if everything else set(_WORD.findall(selector))
                self._styled.append((named, targets, "marker" in body))
            if any(_fine(words) for words in _DASHES.findall(body)):
                self._dashed += 1

    def steps(self) -> float | None:
        """What all of it takes; `None` where a part is drawn inside itself."""
        if len(self._styled) > _MOST_RULES:
            return float("inf")
        for part in self._parts if self._styled else ():
            for names, targets, marked in self._styled:
                if not names or names.intersection(part.names):
                    part.refers += targets
                    part.marked |= marked
        total = self._total(self._parts[0])
        return None if total is None else total + LIMIT * self._dashed

    def _total(self, root: Part) -> float | None:
        """Depth first without recursion: chains of references may be as long as the file."""
        known: dict[int, float] = {}
        begun: set[int] = set()
        stack = [root]
        while stack:
            part = stack[-1]
            key = id(part)
            if key in known:
                stack.pop()
                continue
            refers = [self._by_id[name] for name in part.refers if name in self._by_id]
            needed = [*part.inner, *refers]
            if key in begun:
                times = part.corners if part.marked else 1
                again = sum([known[id(one)] for one in refers])
                known[key] = part.weight + sum([known[id(one)] for one in part.inner]) + times * again
                stack.pop()
                continue
            begun.add(key)
            for one in needed:
                if id(one) in known:
                    continue
                if id(one) in begun:
                    return None
                stack.append(one)
        return known[id(root)]


def _weight(local: str, attributes: Mapping[str, str]) -> float:
    weight = _EFFECT if local.startswith("fe") else _WEIGHTS.get(local, 1.0)
    if "opacity" in attributes:
        weight += _LAYER
    dashes = attributes.get("stroke-dasharray", "")
    if dashes and _fine(dashes):
        weight += LIMIT
    if any(_fine(words) for words in _DASHES.findall(attributes.get("style", ""))):
        weight += LIMIT
    return weight


def _fine(words: str) -> bool:
    """Whether dashes are so short that a line has millions of them."""
    lengths = [float(word) for word in _NUMBER.findall(words)]
    return bool(lengths) and 0 < sum(lengths) < _SHORTEST_DASH
