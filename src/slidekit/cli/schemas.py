"""The schemas that editors complete keys from, with their explanations in the language spoken."""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.cli.language import speaks

WORDS = ("title", "description")
"""Keys of JSON Schema, and of the snippets in it, whose values people read."""


def spoken(text: str) -> str:
    """A schema's text, its explanations in French where French is spoken."""
    if speaks() == "en":
        return text
    import json

    schema = json.loads(text)
    _translate(schema)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def explanations(schema: object) -> Iterator[str]:
    """Every text of a schema that people read."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in WORDS and isinstance(value, str):
                yield value
            else:
                yield from explanations(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from explanations(one)


def _translate(schema: object) -> None:
    from slidekit.locales import paragraphs

    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in WORDS and isinstance(value, str):
                schema[key] = paragraphs(value)
            else:
                _translate(value)
    elif isinstance(schema, list):
        for one in schema:
            _translate(one)
