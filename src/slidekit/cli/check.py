"""`slidekit check`: what is wrong with decks, where, and what to type."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FORMATS = ("text", "json")


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")],
    format: Annotated[
        str,
        typer.Option(metavar="text|json", help="For people or for programs.", autocompletion=lambda: list(FORMATS)),
    ] = "text",
) -> None:
    """Say what is wrong with decks.

    Each finding has its file, line and column, and says what to type. Folders are searched for .yaml and .yml
    files with a slidekit: key. Exit code 1 means that a deck has errors; warnings alone leave it at 0.

    \b
    Examples:
      slidekit check talk.yaml
      slidekit check decks/ --format json
    """
    from slidekit.cli import checking
    from slidekit.cli.failing import one_of

    raise typer.Exit(checking.check(paths, one_of(format, FORMATS, "format") == "json"))
