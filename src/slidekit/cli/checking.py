"""What `slidekit check` does, apart from Typer: whoever gives no option gets it without loading Typer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slidekit.cli.failing import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from slidekit.outputs import Edition


def check(paths: Sequence[Path], as_json: bool = False, editions: Sequence[Edition] = ()) -> int:
    """Print what is wrong with decks, and folders of decks; the exit code.

    Whether a slide has room for both languages is told of these editions only.
    """
    from slidekit import build
    from slidekit.cli import report
    from slidekit.cli.finding import decks
    from slidekit.cli.terminal import paint
    from slidekit.source.diagnostic import Severity

    files = decks(paths)
    result = build.check(files, editions=editions)
    if as_json:
        sys.stdout.write(report.in_json(result) + "\n")
    else:
        report.print_text(result.diagnostics)
        style = "place" if result.diagnostics else "clean"
        sys.stdout.write(paint(report.summary(result, len(files)), style, sys.stdout) + "\n")
    errors = any(found.severity is Severity.ERROR for found in result.diagnostics)
    return PROBLEMS if errors else CLEAN
