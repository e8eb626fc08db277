"""`slidekit status`: how far each deck is in each language."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.source.wording import tell, tell_many

if TYPE_CHECKING:
    from slidekit.cli.standing import Standing

FORMATS = ("text", "json", "markdown")


def status(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")],
    format: Annotated[
        str,
        typer.Option(
            metavar="|".join(FORMATS),
            help="For people, for programs, or for a comment on a pull request.",
            autocompletion=lambda: list(FORMATS),
        ),
    ] = "text",
    badge: Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Draw a badge for a README, too.")] = None,
) -> None:
    """Say how much of each deck is translated, stale and reviewed.

    A text is stale when its twin changed after both were reviewed, and reviewed when both are as they were then:
    `slidekit review` puts that down in deck.lock. Exit code 1 means that a deck could not be read.

    \b
    Examples:
      slidekit status talk.yaml
      slidekit status decks/ --format markdown
      slidekit status decks/ --badge translated.svg
    """
    from slidekit.cli.failing import one_of
    from slidekit.cli.finding import decks

    raise typer.Exit(show(decks(paths), one_of(format, FORMATS, tell("format")), badge))


def show(files: Sequence[Path], format: str, badge: Path | None) -> int:
    """Print the table; the exit code."""
    from slidekit import build, crew
    from slidekit.cli import standing
    from slidekit.cli.failing import CLEAN, PROBLEMS, complain
    from slidekit.cli.written import write_whole
    from slidekit.rules.catalog import FIRM

    report = build.check(files, jobs=crew.cores())
    found = report.decks
    rows = [standing.of(deck) for deck in found]
    if badge is not None:
        from slidekit.cli.badge import drawn

        write_whole(badge, drawn(standing.total(rows)))
    sys.stdout.write(_said(rows, format))
    unread = sorted({path.as_posix() for path in files} - {deck.file for deck in found})
    unread += sorted({one.file for one in report.diagnostics if one.code in FIRM} - {*unread})
    if unread:
        message = tell_many("{n} deck cannot be read", "{n} decks cannot be read", len(unread))
        complain(message, tell("slidekit check {file}  says why", file=unread[0]))
    return PROBLEMS if unread else CLEAN


def _said(rows: Sequence[Standing], format: str) -> str:
    from slidekit.cli import standing

    match format:
        case "json":
            return standing.in_json(rows)
        case "markdown":
            return standing.in_markdown(rows)
        case _:
            return standing.in_text(rows, sys.stdout)
