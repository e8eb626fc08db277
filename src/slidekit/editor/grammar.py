"""What the format allows at a place in a deck, read from the schema that the model gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from slidekit.deck.keys import BLOCKS, COMPANIONS, LOCALES, VALUES
from slidekit.deck.schema import FILE
from slidekit.editor.nesting import ITEM
from slidekit.source.schema import Schema

SIDES = ("en", "fr", "both")
FILES = ("image", "link", "qr")
"""Keys of files and addresses."""
FIRST = (
    "slidekit", "title", "en", "fr", "both", "section", "bullets", "numbered", "text", "image", "alt", "columns",
    "table", "chart", "quote", "by", "code", "syntax", "terminal", "diagram", "math", "qr", "caption", "highlight",
    "fit", "focus", "takeaway", "notes", "time", "subtitle", "author", "date", "languages", "theme", "mode", "duration",
    "vars", "glossary", "slides",
)  # fmt: skip
"""Keys as people want them, most wanted first; the others come after these in the order of the schema."""


class Offered(Struct, frozen=True, gc=False):
    """A key that may stand at a place."""

    name: str
    doc: str
    """What it means, in English."""
    kinds: tuple[str, ...]
    """What it takes: `prose`, `neutral`, `items`, `row`, `time`, `list`, `keys`, `words`, `number`."""
    needed: bool
    """Whether nothing can be read without it."""
    words: tuple[str, ...]
    """The words that it takes, where these are few."""


@cache
def _schema() -> Schema:
    found: Schema = json.loads(FILE.read_bytes())
    return found


@lru_cache(maxsize=512)
def offered(path: tuple[str, ...]) -> tuple[Offered, ...]:
    """The keys that the mapping at a path may have, the most wanted first; nothing of what is there already."""
    found: dict[str, Offered] = {}
    for each in _at(path):
        needed = each.get("required", ())
        for name, inner in each.get("properties", {}).items():
            if name not in found:
                found[name] = Offered(name, described(inner), kinds(inner), name in needed, words(inner))
    order = {name: rank for rank, name in enumerate(FIRST)}
    return tuple(sorted(found.values(), key=lambda one: (not one.needed, order.get(one.name, len(order)))))


@lru_cache(maxsize=512)
def key(path: tuple[str, ...]) -> Offered | None:
    """The key at the end of a path."""
    return next((one for one in offered(path[:-1]) if one.name == path[-1]), None) if path else None


@lru_cache(maxsize=512)
def values(path: tuple[str, ...]) -> tuple[str, ...]:
    """The words that may stand as the value at a path."""
    return tuple(dict.fromkeys(word for each in _at(path) for word in words(each)))


@lru_cache(maxsize=512)
def takes(path: tuple[str, ...]) -> tuple[str, ...]:
    """What kinds of things may stand at a path."""
    return tuple(dict.fromkeys(kind for each in _reached(path) for kind in kinds(each)))


def says(path: tuple[str, ...]) -> bool:
    """Whether a text stands at a path: words that are said, no file or address, and no word that the format knows."""
    keys = [part for part in path if part != ITEM]
    named = [part for part in keys if part not in (*SIDES, *LOCALES)]
    if named[-1:] and named[-1] in FILES:
        return False
    return keys[-1:] != named[-1:] or any(one.name == "both" for one in offered(path))


def fitting(path: tuple[str, ...], there: Sequence[str]) -> Iterator[Offered]:
    """The keys that may still be added to a mapping that has some; a slide that has begun seldom begins a section."""
    late = [one for one in _fitting(path, there) if one.name == "section" and there and path == ("slides", ITEM)]
    yield from (one for one in _fitting(path, there) if one not in late)
    yield from late


def _fitting(path: tuple[str, ...], there: Sequence[str]) -> Iterator[Offered]:
    kinds_there = [name for name in there if name in VALUES]
    sides = {name for name in there if name in ("en", "fr", *LOCALES)}
    for one in offered(path):
        name = one.name
        if name in there:
            continue
        if name in COMPANIONS and path[-1:] == (ITEM,) and not _beside(name, path, there):
            continue
        if "both" in there and name in ("en", "fr", *VALUES, "format"):
            continue
        if sides and name in ("both", *VALUES, "format"):
            continue
        if kinds_there and name in (*SIDES, *LOCALES, *VALUES):
            continue
        if name == "format" and not kinds_there:
            continue
        yield one


def _beside(name: str, path: tuple[str, ...], there: Sequence[str]) -> bool:
    """Whether what a key belongs to is there; a slide's own `build:` is for all its lists."""
    return any(host in there for host in COMPANIONS[name]) or (name == "build" and path == ("slides", ITEM))


def is_block(name: str) -> bool:
    """Whether a key makes a block of a slide."""
    return name in BLOCKS


def _at(path: tuple[str, ...]) -> list[Schema]:
    return list(_reached(path))


def _reached(path: tuple[str, ...]) -> list[Schema]:
    found = list(alternatives(_schema()))
    for part in path:
        found = [one for each in found for inner in _steps(each, part) for one in alternatives(inner)]
    return found


def _steps(schema: Schema, part: str) -> Iterator[Schema]:
    if part == ITEM:
        items = schema.get("items")
        yield from items if isinstance(items, list) else [items] if isinstance(items, dict) else []
        return
    inner = schema.get("properties", {}).get(part)
    more = schema.get("additionalProperties")
    if inner is not None:
        yield inner
    elif isinstance(more, dict):
        yield more


def alternatives(schema: Schema) -> Iterator[Schema]:
    """What a schema may mean, its references followed."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from alternatives(_schema()["definitions"][name])
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from alternatives(one)
    else:
        yield schema


def described(schema: Schema) -> str:
    """What a key means; that of what it refers to where it has no words of its own."""
    own = schema.get("description")
    if own is None and "$ref" in schema:
        return described(_schema()["definitions"][schema["$ref"].rpartition("/")[2]])
    return str(own or "")


def kinds(schema: Schema) -> tuple[str, ...]:
    """What a schema takes, in our words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return (name,) if name in ("prose", "neutral", "items", "row", "cells", "time", "point") else _plain(schema)
    return _plain(schema)


def _plain(schema: Schema) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in alternatives(schema):
        listed = one.get("type", ())
        types = (listed,) if isinstance(listed, str) else tuple(listed)
        names = {"array": "list", "object": "keys", "string": "words", "integer": "number", "number": "number"}
        found |= {names[name]: None for name in types if name in names}
    return tuple(found)


def words(schema: Schema) -> tuple[str, ...]:
    """The words that a schema lists."""
    found: list[str] = []
    for one in alternatives(schema):
        listed = one.get("enum", ())
        found += [_typed(word) for word in listed]
        found += [_typed(one["const"])] if "const" in one else []
        found += [word for word in one.get("examples", ()) if isinstance(word, str)]
        found += ["true", "false"] if one.get("type") == "boolean" else []
    return tuple(dict.fromkeys(found))


def _typed(word: object) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)
