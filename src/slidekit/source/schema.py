"""Records made into JSON Schema: the same type hints that guide the decoder, for an editor to complete by.

Draft 7, as it is the newest that the YAML language server reads in full. A key's description is
the docstring under its field, found in the module's own source, so nothing of it costs at run time.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from slidekit.source.decode import is_record, record_fields

Schema: TypeAlias = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    str: {"type": ["string", "number", "boolean"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
"""A word is typed without quotes, so an editor may take `2026` or `no` for something else."""


@cache
def _field_docs(module: ModuleType) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for field, following in zip(node.body, node.body[1:], strict=False):
            if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
                continue
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                found[node.name, field.target.id] = _one_line(str(following.value.value))
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())


def field_doc(cls: type, name: str) -> str:
    """The docstring under a field, on one line."""
    module = inspect.getmodule(cls)
    return _field_docs(module).get((cls.__name__, name), "") if module else ""


def class_doc(cls: type) -> str:
    """The docstring of a class, on one line."""
    return _one_line(cls.__doc__ or "")


def closed(properties: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """An object that has these keys and no others."""
    schema: Schema = {"type": "object", **more, "properties": dict(properties), "additionalProperties": False}
    wanted = list(required)
    return {**schema, "required": wanted} if wanted else schema


def described(schema: Schema, description: str) -> Schema:
    """The same with a description, the first thing in it."""
    return {"description": description, **schema}


class Writer:
    """Writes schemas of type hints; hooks stand under what a `Decoder`'s hooks stand under."""

    def __init__(self, hooks: Mapping[Any, Schema]) -> None:
        self._hooks = hooks

    def properties(self, cls: type) -> dict[str, Schema]:
        """A record's keys, each with its description."""
        hints = get_type_hints(cls, include_extras=True)
        names = record_fields(cls, hints)
        return {name: described(self.of_field(cls, name, hints[name]), field_doc(cls, name)) for name in names}

    def of_field(self, cls: type, name: str, hint: Any) -> Schema:
        """What one field takes."""
        hook = self._hooks.get((cls, name))
        return hook if hook is not None else self.of(hint)

    def of(self, hint: Any) -> Schema:
        """What a type hint takes."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hooked = [self._hooks[mark] for mark in arguments[1:] if mark in self._hooks]
            return hooked[0] if hooked else self.of(arguments[0])
        if hint in self._hooks:
            return self._hooks[hint]
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin in (Union, types.UnionType):
            return self._union(arguments)
        if is_record(hint):
            fields = record_fields(hint, get_type_hints(hint, include_extras=True))
            return closed(self.properties(hint), [name for name, required in fields.items() if required])
        return _PLAIN[hint]

    def _union(self, arguments: tuple[Any, ...]) -> Schema:
        inner = [self.of(each) for each in arguments if each is not types.NoneType]
        if len(inner) == 1 and isinstance(inner[0].get("type"), str) and inner[0]["type"] in ("number", "integer"):
            return {"type": [inner[0]["type"], "null"]}
        return inner[0] if len(inner) == 1 else {"anyOf": inner}
