"""Whether an SVG is a drawing and nothing else: no script, no address, no trap, and of a known size.

Read as XML by expat, which opens no file; what is not on the list of shapes, colours and letters is refused.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from slidekit.rules.drawing_cost import LIMIT, Part, Weighing
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from xml.parsers.expat import ExpatError, XMLParserType

UNSAFE, MOVING, BROKEN = "unsafe", "moving", "broken"
MAX_DRAWING_BYTES = 4 * 2**20
MAX_DEPTH = 100
MAX_PARTS = 50_000
MAX_SIDE = 1_000_000.0
"""Units of a `viewBox`; more is a slip of the pen or a trap."""
MAX_PROPORTION = 50.0
LARGEST = 10_000.0
"""By how much a transformation may enlarge."""
FURTHEST = 10_000_000.0
"""How far from the middle a point may lie: beyond, programs run out of digits, and some stop."""

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
_WORDS = re.compile(r"\w+")
_SHAPES = frozenset(
    _WORDS.findall(
        """
        svg g defs symbol use switch a view title desc metadata style path rect circle ellipse line polyline polygon
        text tspan textPath image linearGradient radialGradient stop clipPath mask marker
        """
    )
)
_MOVING = frozenset(_WORDS.findall("animate animateColor animateMotion animateTransform set mpath discard"))
_WHY = {
    "script": tell("runs a script"),
    "handler": tell("runs a script"),
    "listener": tell("runs a script"),
    "foreignObject": tell("holds a piece of a web page ({name})", name="foreignObject"),
    "iframe": tell("holds a piece of a web page ({name})", name="iframe"),
}
_LONG = re.compile(r"\d{8,}|\d*\.?\d+[eE]\+?\d+")
_WORDY = ("id", "class", "style", "font-family", "label", "desc")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_OUTSIDE = re.compile(r"@import|@font-face|image-set\s*\(|\bsrc\s*\(|url\(\s*[\"']?\s*(?!#|[\"'\s])", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)", re.IGNORECASE)
_LITERAL = r"""(?>"[^"]*"|'[^']*')"""
_DOCTYPE = re.compile(
    rf"""((?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+)
    (<!DOCTYPE\s+[^\s"'<>\[\]]+(?:\s+(?:PUBLIC\s+{_LITERAL}\s+{_LITERAL}|SYSTEM\s+{_LITERAL}))?\s*>)""".encode(),
    re.DOTALL | re.VERBOSE,
)
"""A document type that declares nothing, as most programs write it."""
_LIGHT_DARK = re.compile(
    rb"""([:"']\s*)light-dark\(\s*((?>[^(),]|\([^()]*\))*+),(?>[^()]|\((?>[^()]|\([^()]*\))*+\))*+\)""", re.IGNORECASE
)
"""Two colours, one for dark windows: what knows of one only draws black."""
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif);base64,", re.IGNORECASE)


class Drawing(NamedTuple):
    """An SVG that may be shown; its size in pixels of 1/96 inch."""

    width: float
    height: float
    steps: float = 0.0
    """What it takes to draw, at most."""
    content: bytes = b""
    """The file without its document type, each colour the one for light windows."""


class Refused(Exception):  # noqa: N818
    """Why an SVG is not shown."""

    def __init__(self, kind: str, what: str, hint: str, line: int = 0) -> None:
        super().__init__(what)
        self.kind, self.what, self.hint, self.line = kind, what, hint, line


def is_svg(data: bytes) -> bool:
    """Whether a file begins as an SVG does, or tries to."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and re.search(rb"<(?:\w+:)?svg[\s>]", data[:65536]) is not None


def read(data: bytes) -> Drawing:
    """The drawing in an SVG file; raises `Refused` where it is none, or more than that."""
    if len(data) > MAX_DRAWING_BYTES:
        size, most = len(data) / 2**20, MAX_DRAWING_BYTES >> 20
        what = tell("takes {size:.1f} MiB, over the limit of {most} for drawings", size=size, most=most)
        raise Refused(BROKEN, what, _AS_PIXELS)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(BROKEN, tell("is not in UTF-8"), tell("save it again in UTF-8")) from None
    return _Reader().read(_LIGHT_DARK.sub(rb"\1\2", _bare(data)))


def _bare(data: bytes) -> bytes:
    """Without a document type that only names SVG 1.1: a program that went to read it would ask another machine.

    Its line ends stay, so that lines are counted as in the file.
    """
    found = _DOCTYPE.match(data)
    return data if found is None else found[1] + b"\n" * found[2].count(b"\n") + data[found.end() :]


_AS_PIXELS = tell("simplify it, or save it as a PNG")
_PLAIN = tell("export it as a plain SVG, or as a PNG")
_REMEDIES = {
    "foreignObject": tell("turn formatted text off (draw.io), or HTML labels (Mermaid), or export it as a PNG"),
    "filter": tell("take blurs and shadows out, or export it as a PNG"),
    "pattern": tell("fill with plain colours, or export it as a PNG"),
}


class _Reader:
    """One pass over one file."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Part]] = []
        self._foreign = 0
        self._size: Drawing | None = None
        self._css: list[str] = []
        self._signs: set[str] = set()
        self._weighing: Weighing
        self._parser: XMLParserType

    def read(self, data: bytes) -> Drawing:
        from xml.parsers import expat

        parser = self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.buffer_text = True
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused(BROKEN, _not_whole(error), tell("save or download it again")) from None
        if self._size is None:
            raise self._refused(BROKEN, tell("draws nothing"), tell("save it again"))
        self._check_signs()
        steps = self._weighing.steps()
        if steps is None:
            raise Refused(BROKEN, tell("holds a part that is drawn inside itself"), _PLAIN)
        if steps > LIMIT:
            raise Refused(
                BROKEN,
                tell("takes {steps:,.0f} steps to draw, over the limit of {most:,}", steps=steps, most=LIMIT),
                _AS_PIXELS,
            )
        return self._size._replace(steps=steps, content=data)

    def _refused(self, kind: str, what: str, hint: str) -> Refused:
        return Refused(kind, what, hint, self._parser.CurrentLineNumber)

    def _doctype(self, *_: object) -> None:
        raise self._refused(
            UNSAFE,
            tell("declares a document type with parts of its own ({code})", code="<!DOCTYPE … [ … ]>"),
            tell("take it out: {remedy}", remedy=_PLAIN),
        )

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise self._refused(UNSAFE, tell("takes its style from another file"), _PLAIN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._foreign or (space != SVG and self._open):
            if space == XHTML:
                raise self._refused(UNSAFE, tell("holds a piece of a web page ({name})", name=local), _PLAIN)
            self._foreign += 1
            return
        if not self._open:
            self._root(space, local, attributes)
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(BROKEN, tell("is nested more than {most} deep", most=MAX_DEPTH), _AS_PIXELS)
        self._check_name(local)
        part = self._weighing.part(local, attributes, self._open[-1][1] if self._open else None)
        if self._weighing.count > MAX_PARTS:
            raise self._refused(BROKEN, tell("has more than {most:,} parts", most=MAX_PARTS), _AS_PIXELS)
        inner = _view_box(attributes.get("viewBox"))
        if LARGEST < part.scale < math.inf or (inner is not None and min(inner) < 1 / LARGEST):
            raise self._refused(BROKEN, tell("enlarges a part beyond measure"), _AS_PIXELS)
        self._open.append((local, part))
        for key, value in attributes.items():
            self._check_attribute(local, key, value, part)

    def _root(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if space != SVG or local != "svg":
            hint = tell("begin it with  {code}", code=f'<svg xmlns="{SVG}" …>')
            raise self._refused(BROKEN, tell("does not say that it is an SVG"), hint)
        self._size = _size(attributes, self._parser.CurrentLineNumber)
        self._weighing = Weighing(*(_view_box(attributes.get("viewBox")) or self._size[:2]))

    def _check_name(self, local: str) -> None:
        if local in _SHAPES:
            return
        if local in _MOVING:
            raise self._refused(MOVING, tell("moves ({local})", local=local), tell("export it as a still drawing"))
        if local in _WHY:
            raise self._refused(UNSAFE, _WHY[local], _REMEDIES.get(local, _PLAIN))
        what = tell("holds <{local}>, which not every program draws, or draws safely", local=local)
        raise self._refused(UNSAFE, what, _REMEDIES.get(local, _PLAIN))

    def _check_attribute(self, local: str, key: str, value: str, part: Part) -> None:
        space, _, name = key.rpartition(" ")
        if not space and name.lower().startswith("on"):
            raise self._refused(UNSAFE, tell("runs a script ({name})", name=name), _PLAIN)
        if name == "base" and space:
            raise self._refused(UNSAFE, tell("names another address ({address})", address=_short(value)), _PLAIN)
        if name == "href":
            self._check_address(local, value.strip(), part)
        elif name not in _WORDY and any(abs(float(one)) > FURTHEST for one in _LONG.findall(value)):
            raise self._refused(BROKEN, tell("has a measure beyond all others ({name})", name=name), _AS_PIXELS)
        elif "(" in value or name == "style":
            self._check_css(value)
            part.refers += _URL.findall(value)

    def _check_address(self, local: str, address: str, part: Part) -> None:
        if address.startswith("#"):
            part.refers.append(address[1:])
        elif local == "image" and (head := _DATA.match(address)):
            self._check_inner(address[head.end() :])
        elif address:
            remedy = (
                tell("take the link out, and give the slide a  link: …")
                if local == "a"
                else (tell("put that picture into the drawing itself, or export the whole as a PNG"))
            )
            raise self._refused(
                UNSAFE, tell("names another file or address ({address})", address=_short(address)), remedy
            )

    def _check_inner(self, words: str) -> None:
        """A picture of pixels inside the drawing."""
        import base64
        import binascii

        from slidekit.rules.pixels import MAX_PIXELS, size_of

        try:
            size = size_of(base64.b64decode("".join(words.split()), validate=True))
        except binascii.Error:
            size = None
        if size is None or not 0 < size[0] * size[1] <= MAX_PIXELS:
            raise self._refused(
                BROKEN, tell("holds a picture that is broken or too large"), tell("export it again, or as a PNG")
            )

    def _check_css(self, css: str) -> None:
        if "\\" in css:
            raise self._refused(UNSAFE, tell("hides words of its style behind a backslash"), _PLAIN)
        found = _OUTSIDE.search(css)
        if found:
            what = tell("names another file or address ({address})", address=_short(css[found.start() :]))
            raise self._refused(UNSAFE, what, _PLAIN)

    def _end(self, _: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        local, _part = self._open.pop()
        if local == "style":
            css = "".join(self._css)
            self._css.clear()
            self._check_css(css)
            self._weighing.style(css)

    def _words(self, words: str) -> None:
        if self._foreign or not self._open:
            return
        local = self._open[-1][0]
        if local == "style":
            self._css.append(words)
        elif local in ("text", "tspan", "textPath", "a"):
            self._signs.update(words)
            self._weighing.words(words)

    def _check_signs(self) -> None:
        """Letters that no font at hand has: a PDF with one is not made at all."""
        if any(sign > "\u017f" for sign in self._signs):
            from slidekit.scene.metrics import lacking

            missing = sorted(lacking("".join(self._signs)))
            if missing:
                sign = f"{missing[0]} (U+{ord(missing[0]):04X})"
                what = tell("says {sign}, which no font has", sign=sign)
                raise Refused(BROKEN, what, tell("turn its letters into paths"))


def _not_whole(error: ExpatError) -> Words:
    """What the XML parser says, its commonest complaints in words of ours."""
    ours = (
        tell("no element found"),
        tell("mismatched tag"),
        tell("not well-formed (invalid token)"),
        tell("unclosed token"),
        tell("unclosed CDATA section"),
        tell("undefined entity"),
        tell("duplicate attribute"),
        tell("unbound prefix"),
        tell("junk after document element"),
        tell("syntax error"),
        tell("unknown encoding"),
    )
    said = str(error).partition(":")[0]
    fault = next((one for one in ours if one == said), said)
    where = {"line": error.lineno, "column": error.offset}
    return tell("is no whole SVG: {fault}: line {line}, column {column}", fault=fault, **where)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _size(attributes: dict[str, str], line: int) -> Drawing:
    """Width and height, or what the `viewBox` says of them (SVG 2, 8.2 and 8.12)."""
    box = _view_box(attributes.get("viewBox"))
    width, height = _length(attributes.get("width")), _length(attributes.get("height"))
    if box:
        if width is None and height is None:
            width, height = box
        elif width is None:
            width = (height or 0) * box[0] / box[1]
        elif height is None:
            height = width * box[1] / box[0]
    if width is None or height is None:
        hint = tell("add  {code}  to its <svg …>, with its own measures", code='viewBox="0 0 640 360"')
        raise Refused(BROKEN, tell("has no size: neither width and height nor a viewBox"), hint, line)
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and (not box or max(box) <= MAX_SIDE)):
        raise Refused(
            BROKEN,
            tell("measures {width:g} × {height:g}", width=width, height=height),
            tell("give it a viewBox of some hundreds"),
            line,
        )
    if max(width / height, height / width) > MAX_PROPORTION:
        raise Refused(
            BROKEN,
            tell("is a strip of {width:g} × {height:g}", width=width, height=height),
            tell("give it a viewBox of its own measures"),
            line,
        )
    return Drawing(width, height)


def _length(words: str | None) -> float | None:
    """A length in pixels; `None` where it is relative, or not there."""
    found = _LENGTH.fullmatch(words or "")
    return float(found[1]) * _UNITS[found[2]] if found else None


def _view_box(words: str | None) -> tuple[float, float] | None:
    try:
        numbers = [float(word) for word in (words or "").replace(",", " ").split()]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or numbers[2] <= 0 or numbers[3] <= 0:
        return None
    return numbers[2], numbers[3]
