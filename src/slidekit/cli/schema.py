"""`slidekit schema`: what an editor needs to complete and explain the keys of a deck, or of a theme."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there instead of printing it.")
    ] = None,
    theme: Annotated[
        bool, typer.Option("--theme", help="The schema of theme files in place of that of decks.")
    ] = False,
) -> None:
    """Print the format as JSON Schema, for editors.

    An editor with the YAML language server completes keys and shows their meaning once the first line of a deck
    names the schema, as in the decks that slidekit new writes.

    \b
    Examples:
      slidekit schema
      slidekit schema --output slidekit.schema.json
      slidekit schema --theme --output theme.schema.json
    """
    from slidekit.cli.schemas import spoken
    from slidekit.deck import schema as deck_schema
    from slidekit.scene import theme_schema

    text = spoken(theme_schema.text() if theme else deck_schema.text())
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, "utf-8")
