"""The schema that editors complete and check by says what the decoder takes, and every key is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from slidekit.deck import schema
from slidekit.deck.keys import BLOCKS, COMPANIONS
from slidekit.deck.reading import read_deck

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
VALIDATOR = Draft7Validator(schema.schema())


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, no `1:30`, no `yes`."""


Core.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def complaints(source: str) -> list[str]:
    """Where an editor would underline something."""
    document = yaml.load(source, Loader=Core)
    return [".".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(document)]


def keys(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every object in the schema, with what is said about it."""
    if isinstance(node, dict):
        for name, inner in node.get("properties", {}).items():
            yield f"{path}.{name}", inner
        for name, inner in node.items():
            yield from keys(inner, f"{path}.{name}")


def test_the_schema_is_one() -> None:
    """It is valid by its own draft."""
    Draft7Validator.check_schema(schema.schema())


def test_the_file_is_in_step() -> None:
    """`make docs` writes it anew."""
    assert schema.text() == schema.FILE.read_text(encoding="utf-8")


def test_every_key_is_explained() -> None:
    """Hovering over any key shows what it is for."""
    assert [] == [path for path, inner in keys(schema.schema()) if not inner.get("description")]


def test_every_key_says_what_it_takes() -> None:
    """An editor writes the colon after a completed key only where it knows what follows."""
    known = {"type", "enum", "const", "anyOf", "$ref"}

    assert [] == [path for path, inner in keys(schema.schema()) if not known & set(inner)]


def test_every_key_that_is_read_is_offered() -> None:
    """No block or companion is left out of a slide."""
    offered = set(schema.schema()["definitions"]["slide"]["properties"])

    assert set() == {*BLOCKS, *COMPANIONS, "body", "title", "notes", "time"} - offered


def test_a_pair_is_offered_whole() -> None:
    """Where a text may stand, an editor offers `en` with `fr`."""
    snippets = schema.schema()["definitions"]["prose"]["defaultSnippets"]

    assert {"en": "$1", "fr": "$2"} == snippets[0]["body"]


@pytest.mark.parametrize("file", DECKS, ids=[file.stem for file in DECKS])
def test_the_decks_have_no_complaint(file: Path) -> None:
    """Decks that the reader takes are fine for an editor too."""
    source = file.read_text(encoding="utf-8")

    assert [] == read_deck(source.encode())[1]
    assert [] == complaints(source)


HEAD = "slidekit: 1\ntitle: {en: a, fr: b}\nslides:\n- "


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("title: {en: a, fra: b}", ["slides.0.title"]),
        ("titel: {en: a, fr: b}", ["slides.0"]),
        ("title: a", ["slides.0.title"]),
        ("layout: titel", ["slides.0.layout"]),
        ("bullets: [{en: a, fra: b}]", ["slides.0.bullets"]),
        ("bullets: [{en: a, fr: b, bullets: [{both: c}]}]", []),
        ("bullets: {en: [a], fr: [b]}", []),
        ("quote: {both: a}\n  by: Ada", []),
        ("title: {number: 1250.5, format: '0'}", []),
        ("table: {rows: [{en: [a], fr: [b]}, [{both: c}]]}", []),
        ("chart: {type: bar, categories: {both: [a]}, series: [{name: {both: n}, values: [1, ~]}]}", []),
        ("chart: {type: bars, categories: {both: [a]}, series: []}", ["slides.0.chart.type"]),
        ("time: 1m30", []),
        ("time: soon", ["slides.0.time"]),
        ("highlight: [1, 3-5]\n  code: x", []),
        ("columns: [{title: {both: a}, text: {both: b}}]", []),
        ("body: [{image: {en: a.png, fr: b.png}, alt: {both: c}}]", []),
    ],
)
def test_what_an_editor_underlines(slide: str, expected: list[str]) -> None:
    """A misspelt key, a plain text where a pair is wanted, a word that is not known."""
    assert expected == complaints(f"{HEAD}{slide}\n")
