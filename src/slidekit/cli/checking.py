"""What `slidekit check` does, apart from Typer: whoever gives no option gets it without loading Typer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slidekit.cli.failing import CLEAN, MACHINE, PROBLEMS, Misuse, complain
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.build import Report
    from slidekit.outputs import Edition


def check(
    paths: Sequence[Path], as_json: bool = False, editions: Sequence[Edition] = (), since: str | None = None
) -> int:
    """Print what is wrong with decks, and folders of decks; the exit code.

    Whether a slide has room for both languages is told of these editions only; `since` is a revision in git.
    """
    from slidekit.cli import report
    from slidekit.cli.finding import decks
    from slidekit.cli.terminal import paint
    from slidekit.source.diagnostic import Severity

    files = decks(paths)
    result = _checked(files, editions, since)
    if as_json:
        sys.stdout.write(report.in_json(result) + "\n")
    else:
        report.print_text(result.diagnostics)
        style = "place" if result.diagnostics else "clean"
        sys.stdout.write(paint(report.summary(result, len(files)), style, sys.stdout) + "\n")
    errors = any(found.severity is Severity.ERROR for found in result.diagnostics)
    return PROBLEMS if errors else CLEAN


def _checked(files: Sequence[Path], editions: Sequence[Edition], since: str | None) -> Report:
    """The report, compared with the past where that is asked for."""
    from slidekit import build

    if since is None:
        return build.check(files, editions=editions)
    if not since.strip():  # a variable that a CI job does not set would turn the comparison off
        raise Misuse(tell("--since names no revision"), tell("give a branch, a tag or a commit, such as  origin/main"))
    from slidekit.history import GitMissing, NoHistory

    try:
        return build.check(files, editions=editions, since=since)
    except GitMissing as error:
        complain(error.message, error.hint)
        raise SystemExit(MACHINE) from None
    except NoHistory as error:
        raise Misuse(error.message, error.hint) from None
