"""How many steps a drawing takes, parts that are drawn again and again counted each time.

Ten lines of SVG can draw a billion shapes: a group used ten times in a group used ten times… Programs that
show slides count nothing, so this is done before any of them sees the file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

LIMIT = 100_000
"""Steps of a tenth of a millisecond on a small machine, were the drawing as large as a full-HD screen."""

_COVERS = {"mask": 1600.0, "clipPath": 800.0, "linearGradient": 250.0, "radialGradient": 250.0}
"""What it takes to use one of these over the whole drawing; measured with resvg."""
_SHAPE, _LAYER, _IMAGE = 8.0, 300.0, 100.0
_BYTES_A_STEP = 256
"""Of a path that covers next to nothing."""
_BYTES_A_CORNER = 4
"""Each corner of a path that covers all of the drawing takes a step."""
_SIGNS_A_STEP = 1
_SCALED = ("symbol", "marker", "mask", "clipPath", "svg")
"""What they hold is drawn at a scale that is not known from the file alone."""
_LAYERED = re.compile(r"(?<![\w-])(?:opacity|mix-blend-mode|isolation)")
_WIDTH = re.compile(r"stroke-width\s*:\s*([\d.eE]+)")
_SIGNED = re.compile(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)", re.IGNORECASE)
_WORD = re.compile(r"[.#]?[\w-]+")
_DASHES = re.compile(r"stroke-dasharray\s*:([^;}]*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d*\.?\d+(?:[eE][-+]?\d+)?")
_SHORTEST_DASH = 0.01
_CALL = re.compile(r"(\w+)\s*\(([^()]*)\)")
_RELATIVE = re.compile(r"[mlhvcsqta]")
_SIZED = re.compile(r"(?<![\w-])(?:r|rx|ry|d|width|height)\s*:")
_MOST_MATCHES = 2_000_000
"""Rules of style that refer to other parts, times the parts that they may be about."""


class Cost(NamedTuple):
    """What a part takes, in steps."""

    cost: float
    full: float
    """As large as the whole drawing."""


class Part:
    """An element: what it takes by itself, what it holds and what it refers to."""

    __slots__ = ("corners", "inner", "layered", "marked", "names", "refers", "room", "scale", "weight")

    def __init__(self, local: str, attributes: Mapping[str, str], parent: Part | None) -> None:
        length = len(attributes.get("d", "")) + len(attributes.get("points", ""))
        style = attributes.get("style", "")
        self.weight = 1 + length / _BYTES_A_STEP + (_IMAGE if local == "image" else 0.0)
        self.names = (
            local,
            f"#{attributes.get('id', '')}",
            *[f".{name}" for name in attributes.get("class", "").split()],
        )
        self.corners = 1 + length // _BYTES_A_CORNER
        self.marked = any(name.startswith("marker-") for name in attributes) or "marker" in style
        """Whether what it refers to is drawn at each of its corners."""
        self.layered = any(_LAYERED.match(name) for name in attributes) or _LAYERED.search(style) is not None
        unknown = local in _SCALED and parent is not None
        self.scale: float = math.inf if unknown else _scale(attributes, 1.0 if parent is None else parent.scale)
        """By how much transformations may enlarge it."""
        self.room = _room(local, attributes)
        """Width and height before any transformation, where they are known."""
        self.inner: list[Part] = []
        self.refers: list[str] = []


class Weighing:
    """The parts of one drawing, whose own units are so many wide and high."""

    def __init__(self, width: float, height: float) -> None:
        self.count = 0
        self._size = width, height
        self._parts: list[Part] = []
        self._by_id: dict[str, Part] = {}
        self._styled: list[tuple[set[str], list[str], bool, bool]] = []
        self._dashed = 0
        self._stroke = 1.0
        self._signs = 0
        self._whole = False
        """Whether style sheets may make anything of any size."""

    def part(self, local: str, attributes: Mapping[str, str], parent: Part | None) -> Part:
        """A new part inside another."""
        made = Part(local, attributes, parent)
        self.count += 1
        self._parts.append(made)
        if own := attributes.get("id"):
            self._by_id.setdefault(own, made)
        if parent is not None:
            parent.inner.append(made)
        for words in (attributes.get("stroke-width", ""), *_WIDTH.findall(attributes.get("style", ""))):
            self._stroke = max(self._stroke, *[float(one) for one in _NUMBER.findall(words)], 0.0)
        dashes = (attributes.get("stroke-dasharray", ""), *_DASHES.findall(attributes.get("style", "")))
        self._dashed += any(map(_fine, dashes))
        return made

    def words(self, words: str) -> None:
        """Letters to draw."""
        self._signs += len(words)

    def style(self, css: str) -> None:
        """Rules of style: whatever a rule might mean refers to what it names."""
        self._whole = self._whole or "transform" in css or bool(_SIZED.search(css))
        for words in _WIDTH.findall(css):
            self._stroke = max(self._stroke, *[float(one) for one in _NUMBER.findall(words)], 0.0)
        for selector, body in _RULE.findall(css):
            targets, layered = _URL.findall(body), _LAYERED.search(body) is not None
            if targets or layered:
                everything = "*" in selector or "[" in selector or ":" in selector
                named = set() if everything else set(_WORD.findall(selector))
                self._styled.append((named, targets, "marker" in body, layered))
            self._dashed += any(map(_fine, _DASHES.findall(body)))

    def steps(self) -> float | None:
        """What all of it takes; `None` where a part is drawn inside itself."""
        if len(self._styled) * self.count > _MOST_MATCHES:
            return math.inf
        for part in self._parts if self._styled else ():
            for names, targets, marked, layered in self._styled:
                if not names or names.intersection(part.names):
                    part.refers += targets
                    part.marked |= marked
                    part.layered |= layered
        total = self._total(self._parts[0])
        return None if total is None else total + LIMIT * self._dashed + self._signs / _SIGNS_A_STEP

    def _share(self, part: Part) -> float:
        """How much of the drawing a part may cover, turned by any angle."""
        if part.room is None or self._whole or part.inner:
            return 1.0
        width, height = [(side + self._stroke) * part.scale for side in part.room]
        return min(1.0, 2 * width * height / (self._size[0] * self._size[1]))

    def _own(self, part: Part, known: Mapping[int, Cost]) -> Cost:
        """What a part takes with all that it holds and refers to."""
        drawn = _SHAPE * (not part.inner) + _LAYER * part.layered + part.corners
        share = self._share(part)
        cost, full = part.weight + drawn * share, part.weight + drawn
        for one in part.inner:
            cost += known[id(one)].cost
            full += known[id(one)].full
        times, larger = part.corners if part.marked else 1, max(1.0, part.scale) ** 2
        for one in self._references(part):
            cover = _COVERS.get(one.names[0], 0.0)
            inner = known[id(one)]
            cost += cover * share + times * (inner.full if part.marked else min(inner.cost * larger, inner.full))
            full += cover + times * inner.full
        return Cost(cost, full)

    def _references(self, part: Part) -> list[Part]:
        return [self._by_id[name] for name in part.refers if name in self._by_id]

    def _total(self, root: Part) -> float | None:
        """Depth first without recursion: chains of references may be as long as the file."""
        known: dict[int, Cost] = {}
        begun: set[int] = set()
        stack = [root]
        while stack:
            part = stack[-1]
            key = id(part)
            if key in known:
                stack.pop()
            elif key in begun:
                known[key] = self._own(part, known)
                stack.pop()
            else:
                begun.add(key)
                for one in (*part.inner, *self._references(part)):
                    if id(one) in begun and id(one) not in known:
                        return None
                    stack.append(one)
        return known[id(root)].cost


def _scale(attributes: Mapping[str, str], around: float) -> float:
    """By how much an element's own transformations may enlarge it, with those around it."""
    words = attributes.get("transform", "")
    if "transform" in attributes.get("style", ""):
        return math.inf
    for name, inside in _CALL.findall(words):
        numbers = [abs(float(one)) for one in _SIGNED.findall(inside)]
        if name == "matrix" and len(numbers) == 6:
            around *= max(numbers[0] + numbers[2], numbers[1] + numbers[3])
        elif name == "scale" and numbers:
            around *= max(numbers)
        elif name.startswith("skew"):
            return math.inf
    return around


def _room(local: str, attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """Width and height of a shape, or of a box that it fits into."""
    if "stroke-width" in attributes and "%" in attributes["stroke-width"]:
        return None
    match local:
        case "rect":
            sides = [_plain(attributes.get(name, "0")) for name in ("width", "height")]
        case "circle":
            sides = [_twice(attributes.get("r", "0"))] * 2
        case "ellipse":
            sides = [_twice(attributes.get(name, "0")) for name in ("rx", "ry")]
        case "line":
            ends = [_plain(attributes.get(name, "0")) for name in ("x1", "x2", "y1", "y2")]
            if None in ends:
                return None
            x1, x2, y1, y2 = [end or 0.0 for end in ends]
            sides = [abs(x1 - x2), abs(y1 - y2)]
        case "path" | "polyline" | "polygon":
            sides = [_extent(attributes.get("d", "") + attributes.get("points", ""))] * 2
        case _:
            return None
    width, height = sides
    return None if width is None or height is None else (width, height)


def _extent(words: str) -> float:
    """The longest way between any two points of a path."""
    numbers = [float(one) for one in _SIGNED.findall(words)]
    if not numbers:
        return 0.0
    # an arc reaches as far beyond its ends as its radius, which stands among the numbers
    bows = 2 if "A" in words or "a" in words else 1
    return bows * (sum(map(abs, numbers[2:])) if _RELATIVE.search(words) else max(numbers) - min(numbers))


def _plain(words: str) -> float | None:
    """A number in the drawing's own units."""
    return float(words) if _SIGNED.fullmatch(words.strip()) else None


def _twice(words: str) -> float | None:
    number = _plain(words)
    return None if number is None else 2 * abs(number)


def _fine(words: str) -> bool:
    """Whether dashes are so short that a line has millions of them."""
    lengths = [float(word) for word in _NUMBER.findall(words)]
    return bool(lengths) and 0 < sum(lengths) < _SHORTEST_DASH
