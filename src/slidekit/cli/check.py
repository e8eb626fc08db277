"""`slidekit check`: what is wrong with decks, where, and what to type."""

from __future__ import annotations

import sys
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
    from slidekit import build
    from slidekit.cli import report
    from slidekit.cli.failing import CLEAN, PROBLEMS, one_of
    from slidekit.cli.finding import decks
    from slidekit.cli.terminal import paint
    from slidekit.source.diagnostic import Severity

    wanted = one_of(format, FORMATS, "format")
    files = decks(paths)
    result = build.check(files)
    if wanted == "json":
        sys.stdout.write(report.in_json(result) + "\n")
    else:
        report.print_text(result.diagnostics)
        style = "place" if result.diagnostics else "clean"
        sys.stdout.write(paint(report.summary(result, len(files)), style, sys.stdout) + "\n")
    errors = any(found.severity is Severity.ERROR for found in result.diagnostics)
    raise typer.Exit(PROBLEMS if errors else CLEAN)
