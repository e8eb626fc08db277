"""The JSON Schema of theme files, as an editor uses it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from slidekit.scene.theme_schema import schema
from slidekit.scene.theming import theme_names, themes_folder


class Words(yaml.SafeLoader):
    """YAML as an editor reads it."""


def theme(name: str) -> dict[str, Any]:
    """A shipped theme as plain data; colours such as 5E1234 stay words, as in the reader of editors (YAML 1.2)."""
    loaded = yaml.load((themes_folder() / f"{name}.yaml").read_text("utf-8"), Words)
    assert isinstance(loaded, dict)
    return loaded


def complaints(data: object) -> list[str]:
    """What the schema has against a theme."""
    return [error.message for error in jsonschema.Draft7Validator(schema()).iter_errors(data)]


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_is_valid(name: str) -> None:
    """What comes with slidekit is what an editor is told a theme is."""
    assert [] == complaints(theme(name))


@pytest.mark.parametrize(
    "change",
    [
        {"palette": {"ink": "#123456"}},
        {"cover": "stars"},
        {"sizes": {"body": []}},
        {"dark": {"palette": {"inks": "123456"}}},
        {"fonts": {"heading": "Calibri"}},
        {"colour": "red"},
    ],
    ids=json.dumps,
)
def test_what_is_wrong_is_marked(change: dict[str, Any]) -> None:
    """Bad colours, unknown words, empty lists, keys that nothing reads and missing ones."""
    data = theme("boreal")
    for key, value in change.items():
        whole = key == "fonts" or not isinstance(value, dict)
        data[key] = value if whole else {**data.get(key, {}), **value}

    assert 1 <= len(complaints(data))


def test_part_of_a_dark_form_is_enough() -> None:
    """A dark form names only what differs; a description may be one text."""
    assert [] == complaints({**theme("boreal"), "dark": {"code": {"string": "A0FFA0"}}, "description": "Mine."})
