"""`slidekit check`: what is wrong with decks, where, and what to type."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from slidekit.cli.editions import WORDS, editions, more
from slidekit.source.wording import tell

FORMATS = ("text", "json")


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")],
    format: Annotated[
        str,
        typer.Option(metavar="text|json", help="For people or for programs.", autocompletion=lambda: list(FORMATS)),
    ] = "text",
    edition: Annotated[
        list[str],
        typer.Option(
            metavar="EDITION",
            help=f"Whether slides have room for both languages in these editions, too: {', '.join(WORDS)}.",
            autocompletion=more(WORDS),
        ),
    ] = [],  # noqa: B006
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Compare with a commit, branch or tag: which texts changed on one side only."),
    ] = None,
) -> None:
    """Say what is wrong with decks.

    Each finding has its file, line and column, and says what to type. Folders are searched for .yaml and .yml
    files with a slidekit: key. Exit code 1 means that a deck has errors; warnings alone leave it at 0.

    \b
    Examples:
      slidekit check talk.yaml
      slidekit check decks/ --format json
      slidekit check talk.yaml --edition side-by-side
      slidekit check decks/ --since origin/main
    """
    from slidekit.cli import checking
    from slidekit.cli.failing import one_of

    raise typer.Exit(checking.check(paths, one_of(format, FORMATS, tell("format")) == "json", editions(edition), since))
