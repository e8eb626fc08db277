"""What a deck's bytes may not hold, each fault with its name, its place and its remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import START, Span
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.source.nodes import Node, Scalar

MAX_FILE = 64 * 1024 * 1024
"""Bytes; a real deck of 5,000 slides takes 13 MB."""
MAX_SCALAR = 1_000_000
"""Bytes of one text."""
STAND_IN = "\ufffd"
"""What a sign that may not be there is read as, so that every column stays right."""

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff" + "".join(
    chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17)
)
"""Unicode's Cc but tab, line feed and return; noncharacters (Unicode 16, table 23-3); U+FEFF."""
_OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSERS = "\u202c\u2069"
_SUSPECT = re.compile(f"[{_FORBIDDEN}{_OPENERS}{_CLOSERS}]")
_BIDI = frozenset(_OPENERS + _CLOSERS)
_ISOLATES = frozenset("\u2066\u2067\u2068")
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
"""What git writes where two branches changed the same lines (git-merge, "How conflicts are presented")."""
SEPARATOR_STAND_IN = "\ufdd0"
"""For U+2028 and, by its successor, U+2029: noncharacters, of which no text has any left by then."""
_SEPARATORS = str.maketrans("\u2028\u2029", "\ufdd0\ufdd1")
_SEPARATORS_BACK = str.maketrans("\ufdd0\ufdd1", "\u2028\u2029")


def text_of(data: bytes, problems: list[Diagnostic]) -> str | None:
    """The file's text without its byte order mark, or `None` where it cannot be read at all."""
    if len(data) > MAX_FILE:
        hint = tell("split the deck into several files")
        problems.append(Diagnostic("SK009", tell("the file takes more than the limit of 64 MiB"), START, hint))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        message = tell("the file is written in UTF-16 or UTF-32 (byte offset 0)")
        problems.append(Diagnostic("SK010", message, START, tell("save it as UTF-8")))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # utf-8-sig counts the offset from after the byte order mark
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        problems.append(_not_utf8(data, start))
        text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8-sig", errors="replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    message = tell("byte 0x{data:02x} at offset {offset} is not UTF-8", data=data[offset], offset=offset)
    return Diagnostic("SK010", message, Span(line, column, line, column + 1), tell("save the file as UTF-8"))


def without_forbidden_signs(lines: list[str], problems: list[Diagnostic]) -> list[str]:
    """Report control signs and unpaired bidirectional ones; give back lines of the same length without them."""
    clean = lines
    if "".join(lines).replace("\u00a0", "").replace("\u202f", "").isprintable():
        return clean  # French has no-break spaces in every second line, and Python does not call them printable
    for number, line in enumerate(lines):
        if line.isprintable():
            continue
        for index in _faults(line):
            clean = clean if clean is not lines else list(lines)
            clean[number] = clean[number][:index] + _stand_in(line[index]) + clean[number][index + 1 :]
            place = Span(number + 1, index + 1, number + 1, index + 2)
            problems.append(_sign(line[index], place))
    return clean


def without_conflicts(text: str, problems: list[Diagnostic]) -> str:
    """Report merges that were left unfinished, and read our side of each; every line stays where it is."""
    lines = text.split("\n")
    start = middle = None
    for number, line in enumerate(lines):
        mark = line[:7] if _MARK.match(line) else ""
        if mark == "<<<<<<<":
            start, middle = number, None
        elif mark in ("|||||||", "=======") and start is not None:
            middle = number if middle is None else middle
        elif mark == ">>>>>>>" and start is not None and middle is not None:
            place = Span(start + 1, 1, start + 1, len(lines[start]) + 1)
            problems.append(Diagnostic("SK001", tell("a merge was not finished here"), place, _choose()))
            lines[start] = ""
            lines[middle : number + 1] = [""] * (number + 1 - middle)
            start = None
    return "\n".join(lines)


def _choose() -> str:
    return tell("keep the lines of one branch or of both, and take out  <<<<<<<,  =======  and  >>>>>>>")


def _faults(text: str) -> list[int]:
    """Indexes of the signs at fault: all control signs, and bidirectional ones without their twin on the line.

    A line end closes every embedding and isolate (Unicode Standard Annex 9, X8).
    """
    faults: list[int] = []
    waiting: list[int] = []
    previous = 0
    for match in _SUSPECT.finditer(text):
        index, sign = match.start(), match.group()
        if waiting and "\n" in text[previous:index]:
            faults += waiting
            waiting = []
        previous = index
        if sign not in _BIDI:
            faults.append(index)
        elif sign in _OPENERS:
            waiting.append(index)
        elif waiting and (text[waiting[-1]] in _ISOLATES) == (sign == "\u2069"):
            waiting.pop()
        else:
            faults.append(index)
    return sorted(faults + waiting)


def _stand_in(sign: str) -> str:
    """U+FEFF has no width and its successor none either, so that a text of it alone stays a blank one."""
    return "\u2060" if sign == "\ufeff" else STAND_IN


def _sign(sign: str, span: Span) -> Diagnostic:
    name = f"U+{ord(sign):04X}"
    if sign in _BIDI:
        message = tell("the bidirectional control {name} has no counterpart on its line", name=name)
        return Diagnostic("SK012", message, span, tell("take it out, or close it with U+202C (U+2069 for an isolate)"))
    return Diagnostic(
        "SK011", tell("the control character {name} may not stand in a deck", name=name), span, tell("take it out")
    )


def without_separators(text: str) -> str:
    """A text whose U+2028 and U+2029 have stand-ins: YAML 1.1 ends lines at them, editors do not."""
    return text.translate(_SEPARATORS) if "\u2028" in text or "\u2029" in text else text


def with_separators(text: str) -> str:
    """The stand-ins of `without_separators` made what they were."""
    return text.translate(_SEPARATORS_BACK)


def without_escaped_signs(text: str, span: Span, problems: list[Diagnostic]) -> str:
    """A double-quoted text without the forbidden signs that its escapes made, each kind reported once."""
    if text.isprintable():
        return text
    faults = _faults(text)
    problems += [_sign(sign, span) for sign in sorted({text[index] for index in faults})]
    for index in faults:
        text = text[:index] + _stand_in(text[index]) + text[index + 1 :]
    return text


def bounded(text: str, span: Span, problems: list[Diagnostic]) -> str:
    """The text, or its beginning where it has more bytes than a text may have."""
    size = len(text.encode("utf-8", "replace"))
    if size <= MAX_SCALAR:
        return text
    message = tell("a text of {size:.1f} MB; the limit is 1 MB", size=size / 1000000.0)
    problems.append(Diagnostic("SK009", message, span, tell("split it, or keep it in a file of its own")))
    return text[:1000]


def second_document(span: Span) -> Diagnostic:
    """A `---` after the first document."""
    hint = tell("take the line out; a deck is one document")
    return Diagnostic("SK007", tell("a second document starts here"), span, hint)


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Nesting below the limit."""
    return Diagnostic("SK008", tell("nested deeper than {limit} levels", limit=limit), span, tell("use fewer levels"))


def decorations(event: Any, span: Span) -> list[Diagnostic]:
    """An anchor or a tag in front of a value."""
    problems = []
    if event.anchor is not None:
        hint = tell("take `&{anchor}` out; for a text that begins with `&`, put it in quotes", anchor=event.anchor)
        problems.append(
            Diagnostic("SK005", tell("the anchor `&{anchor}` may not stand in a deck", anchor=event.anchor), span, hint)
        )
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        hint = tell("take it out; for a text that begins with `!`, put it in quotes")
        problems.append(Diagnostic("SK006", tell("the tag `{tag}` may not stand in a deck", tag=tag), span, hint))
    return problems


def alias(name: str, span: Span) -> Diagnostic:
    """A `*name` in place of a value."""
    hint = tell('write the value out; for a text that begins with `*`, put it in quotes: "*{name}"', name=name)
    return Diagnostic("SK005", tell("the alias `*{name}` may not stand in a deck", name=name), span, hint)


def keys(entries: tuple[tuple[Node, Node], ...], problems: list[Diagnostic]) -> tuple[tuple[Scalar, Node], ...]:
    """The entries whose key is a word that comes for the first time; the others are reported."""
    names = {entry[0][0] for entry in entries}
    if len(names) == len(entries) and "<<" not in names and all(type(name) is str for name in names):
        return entries  # type: ignore[return-value]  # every key's first field is a string: a Scalar
    kept: dict[str, tuple[Scalar, Node]] = {}
    for key, value in entries:
        if not isinstance(key[0], str):
            problems.append(Diagnostic("SK014", tell("a key must be one word"), key.span, tell("put a text in quotes")))
        elif key[0] == "<<" and not key[2]:
            message = tell("the merge key `<<` may not stand in a deck")
            problems.append(Diagnostic("SK005", message, key.span, tell("write the keys out")))
        elif key[0] in kept:
            problems.append(_twice(key[0], key.span, kept[key[0]][0].span))
        else:
            kept[key[0]] = (key, value)
    return tuple(kept.values())


def _twice(name: str, span: Span, first: Span) -> Diagnostic:
    message = tell(
        "the key `{name}` is there twice, first at line {line}, column {column}",
        name=name,
        line=first.line,
        column=first.column,
    )
    return Diagnostic("SK004", message, span, tell("keep this one or the one on line {line}", line=first.line))
