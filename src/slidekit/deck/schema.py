"""The JSON Schema of a deck, from the classes of `model.py`, for editors with a YAML language server.

`python -c "from slidekit.deck.schema import write; write()"` writes `slidekit.schema.json` anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from slidekit.deck import model
from slidekit.deck.keys import BLOCKS, COMPANIONS, LOCALES, TEMPLATE_NEEDS, TEMPLATE_ROLES, VALUES
from slidekit.deck.text import Pair, Row
from slidekit.source.schema import Schema, Writer, class_doc, closed, described, field_doc

FILE = Path(__file__).resolve().parent.parent / "slidekit.schema.json"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TITLE = "A slidekit deck: one talk in English and in French"
_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}

_KEY_DOCS = {
    "subtitle": "A line under the title.",
    "text": "Running text; a blank line starts a new paragraph.",
    "bullets": "A list of points, each a pair; one that starts with `→ ` gets an arrow.",
    "numbered": "A numbered list of points, each a pair.",
    "quote": "Somebody's words; `by:` beside it says whose.",
    "code": "A program listing; `syntax:` beside it names the language, `highlight:` the lines to stress.",
    "terminal": "A transcript, its lines told apart by their first sign: `>` `$` `❯` prompt, `●` reply, `⎿` output.",
    "diagram": "A drawing in fixed-pitch characters; `alt:` beside it says what it shows.",
    "table": "A table: `header:`, `rows:` and `align:`.",
    "chart": "A chart drawn from figures: `type:`, `categories:`, `series:` and `unit:`.",
    "image": "A picture: a path inside the deck's folder, or a pair of paths; `alt:` beside it says what it shows.",
    "math": "A formula in LaTeX, such as `E = mc^2`; a short one stands in any text between dollars, `$E = mc^2$`.",
    "qr": "A QR code: a web address, or a pair of them; people in the room scan it from the slide.",
    "columns": "Blocks beside each other: a list of columns, each with a `title:` and blocks.",
    "takeaway": "The one sentence to remember, in a bar at the foot of the slide.",
    "body": "A list of blocks, for when one kind is needed twice.",
}
_VALUE_DOCS = {
    "number": "A number with a decimal point, such as 1250.5, put in each locale's own form.",
    "percent": "A share, such as 0.12 for 12%.",
    "currency": "An amount and its currency, such as `1250.5 CAD`.",
    "date": "A day, such as 2026-03-10.",
}
_FORMAT_DOC = "For a date `short`, `medium`, `long`, `full` or a CLDR pattern; else a CLDR number pattern."
_TIME: Schema = {
    "type": ["string", "integer"],
    "pattern": r"^[0-9]+(:[0-5]?[0-9]){1,2}$|^[0-9]+ ?(h|m|min|s)( ?[0-9]+ ?(m|min|s)?)*$",
    "examples": ["1m30", "45s", "20m", "1:30"],
}
_FOCUS: Schema = {
    "type": ["string", "array"],
    "items": {"type": ["string", "number"]},
    "examples": ["top left", "right", ["30%", "50%"]],
}
_PAIR_SNIPPETS = [
    {"label": "en / fr", "description": "a text in both languages", "body": {"en": "$1", "fr": "$2"}},
    {"label": "both", "description": "the same words in both languages", "body": {"both": "$1"}},
]
_ROW_SNIPPETS = [{"label": "en / fr", "description": "a row in both languages", "body": {"en": ["$1"], "fr": ["$2"]}}]


def schema() -> Schema:
    """The whole schema, every key with its description."""
    writer = Writer(_hooks())
    deck = writer.properties(model.Deck)
    return {
        "$schema": _DRAFT,
        "title": _TITLE,
        **closed(deck, ("slidekit", "title", "slides")),
        "definitions": {**_texts(), **_structure(writer)},
    }


def text() -> str:
    """The schema file's own text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def write() -> None:
    """Write the schema file anew; for those who change the format."""
    FILE.write_text(text(), encoding="utf-8")


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _hooks() -> dict[Any, Schema]:
    locales = {"enum": ["en", "fr", *LOCALES]}
    return {
        "prose": _ref("prose"),
        "neutral": _ref("neutral"),
        "duration": _ref("time"),
        "moment": _ref("time"),
        "focus": _FOCUS,
        "stacking": {"enum": [True, False, "100%"]},
        Row: _ref("row"),
        model.Point: _ref("point"),
        (model.Code, "highlight"): {"anyOf": [{"type": ["integer", "string"]}, {"type": "array"}]},
        (model.Bullets, "items"): _ref("items"),
        (model.Slide, "blocks"): {},
        (model.Column, "blocks"): {},
        (model.Deck, "slidekit"): {"const": 1},
        (model.Deck, "slides"): {"type": "array", "items": _ref("slide")},
        (model.Deck, "vars"): {"type": ["object", "null"], "additionalProperties": _ref("neutral")},
        (model.Deck, "languages"): {"type": "array", "items": locales, "minItems": 2, "maxItems": 2},
        (model.Deck, "template"): {"anyOf": [{"type": "string"}, _template()]},
        (model.Deck, "glossary"): _glossary(),
        (model.Deck, "date"): {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    }


def _glossary() -> Schema:
    """A path, a list of terms, or all four kinds of words."""
    words: Schema = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}
    pair = closed({"en": words, "fr": words, "both": words}, minProperties=1)
    pairs: Schema = {
        "anyOf": [{"type": "array", "items": pair}, {"type": "object", "additionalProperties": words}, {"type": "null"}]
    }
    banned = closed({"en": words, "fr": words, "instead": _SCALAR}, minProperties=1)
    parts = {
        "terms": described(pairs, "Each English term with its right French; the first is the one to suggest."),
        "banned": described({"type": ["array", "null"], "items": banned}, "Words not to be used, and what to write."),
        "names": described(words, "What is never translated: products, people, programs."),
        "acronyms": described(pairs, "English acronyms with their French ones, beside those that slidekit knows."),
    }
    return {"anyOf": [{"type": "string"}, {"type": "array", "items": pair}, closed(parts)]}


def _template() -> Schema:
    """A template with its map."""
    idx: Schema = {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]}
    named: Schema = {"type": ["string", "integer"]}
    places = {"layout": named, **dict.fromkeys(TEMPLATE_ROLES, idx)}
    layout = {"anyOf": [named, closed(places, ("layout",))]}
    layouts = closed(dict.fromkeys(TEMPLATE_NEEDS, layout))
    return closed({"file": {"type": "string"}, "layouts": layouts}, ("file",))


def _sides(content: Schema) -> dict[str, Schema]:
    """The language keys of a pair, each holding the same kind of thing."""
    names = ("en", "fr", "both")
    sides = {name: described(content, field_doc(Pair, name)) for name in names}
    return sides | {name: described(content, f"What is said for {name}, in place of `{name[:2]}`.") for name in LOCALES}


def _texts() -> dict[str, Schema]:
    figures = [name for name in VALUES if name != "date"]
    values = {name: described({"type": ["number", "string"]}, _VALUE_DOCS[name]) for name in figures}
    values["date"] = described({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}, _VALUE_DOCS["date"])
    values["format"] = described({"type": "string"}, _FORMAT_DOC)
    side = {"anyOf": [_SCALAR, _ref("value")]}
    cells = {"type": ["array", "null"], "items": side}
    prose = closed({**_sides(side), **values}, minProperties=1, defaultSnippets=_PAIR_SNIPPETS)
    row = closed(_sides(cells), minProperties=1, defaultSnippets=_ROW_SNIPPETS)
    return {
        "prose": described(prose, "A text: `en:` and `fr:`, or `both:`, or a typed value."),
        "neutral": described({"anyOf": [_SCALAR, _ref("prose")]}, "A plain text, or a pair where languages differ."),
        "value": described(closed(values, minProperties=1), "A value, put in each locale's own form."),
        "cells": described(row, "A row in each language: `en: [..]` above `fr: [..]`."),
        "row": {"anyOf": [_ref("cells"), {"type": "array", "items": _ref("prose")}]},
        "time": _TIME,
    }


def _structure(writer: Writer) -> dict[str, Schema]:
    blocks = _blocks(writer)
    companions = {name: _companion(writer, name) for name in COMPANIONS}
    body = described({"type": "array", "items": _ref("block")}, _KEY_DOCS["body"])
    column = {name: each for name, each in blocks.items() if name != "columns"}
    title = writer.properties(model.Column)["title"]
    own = {name: each for name, each in writer.properties(model.Slide).items() if name != "blocks"}
    item = dict(_texts()["prose"]["properties"])
    for name in ("bullets", "numbered"):
        item[name] = described(_ref("items"), f"The points under this one ({name}).")
    return {
        "slide": described(
            closed({**own, **blocks, **companions, "build": own["build"], "body": body}, minProperties=1),
            class_doc(model.Slide),
        ),
        "block": described(closed({**blocks, **companions}, minProperties=1), "One block with what belongs to it."),
        "column": described(
            closed({"title": title, **column, **companions, "body": body}, minProperties=1), class_doc(model.Column)
        ),
        "point": _point(writer),
        "item": described(closed(item, minProperties=1, defaultSnippets=_PAIR_SNIPPETS), class_doc(model.Item)),
        "items": {"anyOf": [{"type": "array", "items": _ref("item")}, _ref("cells")]},
    }


def _blocks(writer: Writer) -> dict[str, Schema]:
    own: dict[str, Schema] = {
        "bullets": _ref("items"),
        "numbered": _ref("items"),
        "columns": {"type": "array", "items": _ref("column")},
        "table": writer.of(model.Table),
        "chart": {**writer.of(model.Chart), "required": ["type", "series"]},
    }
    return {name: described(own.get(name) or _first(writer, cls), _KEY_DOCS[name]) for name, cls in BLOCKS.items()}


def _point(writer: Writer) -> Schema:
    """A mark of a scatter chart: a list of two figures and perhaps words, or keys."""
    own = writer.properties(model.Point)
    listed = {"type": "array", "items": [own["x"], own["y"], own["label"]], "minItems": 2, "maxItems": 3}
    return described({"anyOf": [listed, closed(own, ("x", "y"))]}, class_doc(model.Point))


def _first(writer: Writer, cls: type) -> Schema:
    """What a block's own key takes: its first field."""
    first = next(iter(writer.properties(cls).values()))
    return {key: value for key, value in first.items() if key != "description"}


def _companion(writer: Writer, name: str) -> Schema:
    hosts = COMPANIONS[name]
    schema = writer.properties(BLOCKS[hosts[0]])[name]
    beside = ", ".join([f"`{host}`" for host in hosts])
    plain = {key: value for key, value in schema.items() if key != "description"}
    return described(plain, f"{schema['description']} Stands beside {beside}.")
