"""`slidekit schema`: what an editor needs to complete and explain the keys of a deck."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there instead of printing it.")
    ] = None,
) -> None:
    """Print the format as JSON Schema, for editors.

    An editor with the YAML language server completes keys and shows their meaning once the first line of a deck
    names the schema, as in the decks that slidekit new writes.

    \b
    Examples:
      slidekit schema
      slidekit schema --output slidekit.schema.json
    """
    from slidekit.deck.schema import text

    if output is None:
        sys.stdout.write(text())
    else:
        output.write_text(text(), "utf-8")
