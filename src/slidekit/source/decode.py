"""Nodes made into any record (a frozen `msgspec.Struct`) by its type hints; problems are collected, none is raised.

A class is looked at once and kept as a plan: the keys it takes and how each value is read. What
the hints alone cannot say (a pair, a duration) is read by hooks, found by type or by the marker
inside `Annotated`.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from msgspec import Struct, field

from slidekit.source.diagnostic import Diagnostic, Fix
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence, Source
from slidekit.source.span import Span
from slidekit.source.wording import listed, tell

T = TypeVar("T")

UNREAD: Any = type("Unread", (), {"__repr__": lambda _: "UNREAD"})()
"""What a converter gives back after it has reported why there is no value."""

_WORDS = {Scalar: tell("one word or text"), Mapping: tell("keys with values"), Sequence: tell("a list")}
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_NUMBER = re.compile(r"[-+]?(\d{1,15}(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")


class Reading(Struct):
    """One file being decoded: where problems go, and the lines to quote from."""

    problems: list[Diagnostic]
    source: Source = field(default_factory=lambda: Source(None, ()))

    def report(self, code: str, message: str, span: Span, hint: str | None = None, fix: Fix | None = None) -> Any:
        """Record a problem; gives back `UNREAD`, so that a converter can return it."""
        self.problems.append(Diagnostic(code, message, span, hint, fix=fix))
        return UNREAD

    def wrong_shape(self, node: Node, key: str, wanted: str, hint: str | None = None) -> Any:
        """Record that something else stands where `wanted` should."""
        found = tell("nothing") if isinstance(node, Scalar) and node.empty else _WORDS[type(node)]
        return self.report(
            "SK014", tell("{found} where `{key}` wants {wanted}", found=found, key=key, wanted=wanted), node.span, hint
        )

    def unknown_key(self, key: Scalar, known: Iterable[str], where: str = "") -> None:
        """Record a key that nothing reads, and the nearest that something does."""
        names = sorted(known)
        match = nearest(key.text, names)
        hint = tell("did you mean `{name}`?", name=match) if match else tell("known here: {names}", names=listed(names))
        self.report("SK013", tell("unknown key `{key}`{where}", key=shown(key.text), where=where), key.span, hint)


Converter: TypeAlias = Callable[[Node, str, Reading], Any]
"""(node, the key it stands under, the reading) → the value, or `UNREAD`."""


def shown(text: str) -> str:
    """A stretch of the author's text short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, if any does."""
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    matches = get_close_matches(word[:80].casefold(), list(by_fold), 1, 0.6)
    return by_fold[matches[0]] if matches else None


def scalar(node: Node, key: str, reading: Reading) -> Any:
    """A word as typed; a comment after it is a comment."""
    if not isinstance(node, Scalar):
        return reading.wrong_shape(node, key, tell("one word or text"))
    return node.text


def truth(node: Node, key: str, reading: Reading) -> Any:
    """`true` or `false`, or the other words that YAML has for them."""
    text = scalar(node, key, reading)
    if text is UNREAD:
        return UNREAD
    value = _TRUTH.get(text.casefold())
    return value if value is not None else _not_understood(node, key, tell("true or false"), reading)


def integer(node: Node, key: str, reading: Reading) -> Any:
    """A whole number."""
    text = scalar(node, key, reading)
    if text is UNREAD:
        return UNREAD
    return int(text) if _INTEGER.fullmatch(text) else _not_understood(node, key, tell("a whole number"), reading)


def number(node: Node, key: str, reading: Reading) -> Any:
    """A number with a decimal point, in no locale's form."""
    text = scalar(node, key, reading)
    if text is UNREAD:
        return UNREAD
    return (
        float(text) if _NUMBER.fullmatch(text) else _not_understood(node, key, tell("a number such as 1250.5"), reading)
    )


def color(node: Node, key: str, reading: Reading) -> Any:
    """Six hexadecimal digits."""
    text = scalar(node, key, reading)
    if text is UNREAD:
        return UNREAD
    if _COLOR.fullmatch(text):
        return text.upper()
    return _not_understood(node, key, tell("six hexadecimal digits such as 10233F, without `#`"), reading)


def _not_understood(node: Node, key: str, wanted: str, reading: Reading) -> Any:
    text = node.text if isinstance(node, Scalar) else ""
    return reading.report(
        "SK016", tell("`{text}` where `{key}` wants {wanted}", text=shown(text), key=key, wanted=wanted), node.span
    )


class Plan(Struct, frozen=True, gc=False):
    """What a class takes: how each key is read, and which must be there."""

    cls: type
    converters: dict[str, Converter]
    required: tuple[str, ...]


class Decoder:
    """Decodes classes whose special types are read by hooks.

    A hook stands under a class (`Pair`), under the marker of an `Annotated` (`"duration"`), under a
    whole type hint (`tuple[Variable, ...]`), or under `(class, field)`.
    """

    def __init__(self, hooks: MappingOf[Any, Converter] | None = None) -> None:
        self.hooks: dict[Any, Converter] = {"color": color, **(hooks or {})}
        self._plans: dict[type, Plan] = {}

    def plan(self, cls: type) -> Plan:
        """How a record is read, worked out once."""
        known = self._plans.get(cls)
        if known is None:
            hints = get_type_hints(cls, include_extras=True)
            fields = record_fields(cls, hints)
            converters = {name: self.hooks.get((cls, name)) or self.converter(hints[name]) for name in fields}
            known = Plan(cls, converters, tuple(name for name, required in fields.items() if required))
            self._plans[cls] = known
        return known

    def converter(self, hint: Any) -> Converter:
        """What reads a value of a type hint."""
        hook = self.hooks.get(hint) if _hashable(hint) else None
        if hook is not None:
            return hook
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return next((self.hooks[mark] for mark in arguments[1:] if mark in self.hooks), None) or self.converter(
                arguments[0]
            )
        if origin is Literal:
            return _one_of(tuple(str(word) for word in arguments))
        if origin is tuple:
            return self._many(self.converter(arguments[0]))
        if origin in (Union, types.UnionType):
            return self._optional(arguments)
        if is_record(hint):
            return self._nested(cast("type", hint))
        return _PLAIN[hint]

    def _many(self, convert: Converter) -> Converter:
        def read(node: Node, key: str, reading: Reading) -> Any:
            if not isinstance(node, Sequence):
                return reading.wrong_shape(node, key, tell("a list"))
            values = [convert(item, key, reading) for item in node.items]
            return tuple([value for value in values if value is not UNREAD])

        return read

    def _optional(self, arguments: tuple[Any, ...]) -> Converter:
        inner = [self.converter(each) for each in arguments if each is not types.NoneType]
        if len(inner) != 1:
            raise TypeError(f"a union that needs a hook: {arguments}")
        convert = inner[0]

        def read(node: Node, key: str, reading: Reading) -> Any:
            if isinstance(node, Scalar) and node.style == "" and node.text == "~":
                return None
            return convert(node, key, reading)

        return read

    def _nested(self, cls: type) -> Converter:
        def read(node: Node, key: str, reading: Reading) -> Any:
            return self.build(node, cls, key, reading)

        return read

    def build(self, node: Node, cls: type, key: str, reading: Reading) -> Any:
        """A record from a mapping, or `UNREAD`."""
        if not isinstance(node, Mapping):
            return reading.wrong_shape(node, key or cls.__name__.lower(), tell("keys with values"))
        values = self.values(node, cls, reading)
        if any(name not in values for name in self.plan(cls).required):
            return UNREAD
        return cls(**values)

    def values(self, node: Mapping, cls: type, reading: Reading, *, partial: bool = False) -> dict[str, Any]:
        """The values of a mapping by field; unknown keys are reported, and, unless `partial`, missing ones."""
        plan = self.plan(cls)
        values: dict[str, Any] = {}
        for key, value in node.entries:
            convert = plan.converters.get(key.text)
            if convert is None:
                reading.unknown_key(key, plan.converters)
                continue
            values[key.text] = convert(value, key.text, reading)
        for name in plan.required:
            if name not in values and not partial:
                reading.report(
                    "SK017",
                    tell("the key `{name}` is missing", name=name),
                    node.span,
                    tell("add  {name}: …", name=name),
                )
        return {name: value for name, value in values.items() if value is not UNREAD}


def _one_of(words: tuple[str, ...]) -> Converter:
    def read(node: Node, key: str, reading: Reading) -> Any:
        text = scalar(node, key, reading)
        if text is UNREAD or text in words:
            return text
        match = nearest(text, words)
        hint = tell("did you mean `{name}`?", name=match) if match else tell("one of: {names}", names=listed(words))
        return reading.report(
            "SK015", tell("`{key}` does not know `{text}`", key=key, text=shown(text)), node.span, hint
        )

    return read


def is_record(hint: Any) -> bool:
    """Whether a type hint is a record class."""
    return isinstance(hint, type) and issubclass(hint, Struct)


def record_fields(cls: Any, hints: MappingOf[str, Any]) -> dict[str, bool]:
    """What an author may write of a record: each field but positions, and whether it must be there."""
    names, optional = cls.__struct_fields__, len(cls.__struct_defaults__)
    required = names[: len(names) - optional]
    return {name: name in required for name in names if hints[name] not in (Span, Span | None)}


def _hashable(hint: Any) -> bool:
    try:
        hash(hint)
    except TypeError:
        return False
    return True


_PLAIN: dict[Any, Converter] = {str: scalar, int: integer, float: number, bool: truth}

_DECODER = Decoder()


def decode(node: Node | None, cls: type[T], problems: list[Diagnostic], decoder: Decoder = _DECODER) -> T | None:
    """A node as a record, or `None` where too little of it could be read; why goes to `problems`."""
    reading = Reading(problems)
    if node is None:
        reading.report("SK017", tell("there is nothing here yet"), Span(1, 1, 1, 1))
        return None
    value = decoder.build(node, cls, "", reading)
    return None if value is UNREAD else cast("T", value)
