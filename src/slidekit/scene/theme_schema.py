"""The JSON Schema of a theme file, from the classes of `theme.py`, for editors with a YAML language server.

`python -c "from slidekit.scene.theme_schema import write; write()"` writes `theme.schema.json` anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from slidekit.scene.metrics import DRAWN
from slidekit.scene.theme import CodeColors, Dark, Fonts, Palette, TerminalColors, ThemeFile, Words
from slidekit.source.schema import Schema, Writer, closed

FILE = Path(__file__).resolve().parent.parent / "theme.schema.json"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TITLE = "A slidekit theme: how decks look, on light ground and on dark"
_COLOR: Schema = {"type": ["string", "number"], "pattern": "^[0-9A-Fa-f]{6}$", "examples": ["10233F"]}
"""Unquoted, six digits without a letter are a number to an editor."""
_STEPS: Schema = {"type": "array", "items": {"type": "number", "minimum": 6, "maximum": 200}, "minItems": 1}
_FAMILY: Schema = {"type": "string", "examples": list(DRAWN)}


def schema() -> Schema:
    """The whole schema, every key with its description."""
    hooks: dict[Any, Schema] = {"color": _COLOR, tuple[float, ...]: _STEPS}
    writer = Writer(hooks)
    hooks |= {(Fonts, role): _FAMILY for role in Fonts.__struct_fields__}
    hooks |= {
        (Dark, name): closed(writer.properties(cls))
        for name, cls in (("palette", Palette), ("code", CodeColors), ("terminal", TerminalColors))
    }
    hooks["words"] = {"anyOf": [{"type": "string"}, writer.of(Words)]}
    return {"$schema": _DRAFT, "title": _TITLE, **Writer(hooks).of(ThemeFile)}


def text() -> str:
    """The schema file's own text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def write() -> None:
    """Write the schema file anew; for those who change what a theme may say."""
    FILE.write_text(text(), encoding="utf-8")
