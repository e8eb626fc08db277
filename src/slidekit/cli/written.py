"""What `render` shows while it works and when it is done."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from slidekit.cli.language import say
from slidekit.cli.terminal import colored, visible
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from slidekit.build import Output

PATIENCE = 0.7
"""Seconds before a bar is worth drawing."""


class Progress:
    """A bar on a terminal, drawn only once the work has taken a moment."""

    def __init__(self, quiet: bool) -> None:
        self.drawn = not quiet and sys.stderr.isatty()
        self.since = time.monotonic()
        self.started: tuple[Bar, TaskID] | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.started is not None:
            self.started[0].stop()

    def step(self, what: str, done: int, total: int) -> None:
        """Show what was made last, and how many of all outputs are done."""
        if self.started is None:
            if not self.drawn or time.monotonic() - self.since < PATIENCE:
                return
            self.started = _start()
        bar, task = self.started
        bar.update(task, completed=done, total=total, description=visible(say(what)))


def _start() -> tuple[Bar, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    words = TextColumn("{task.description}", markup=False)
    bar = Progress(words, BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None)
    bar.start()
    return bar, task


def print_outputs(outputs: Sequence[Output]) -> None:
    """A table of what was written: a drawn one on a terminal, plain lines in a pipe."""
    rows = [(visible(output.path.as_posix()), in_bytes(output.size)) for output in outputs]
    if sys.stdout.isatty() and colored(sys.stdout):
        _draw(rows)
        return
    widest = max(len(path) for path, _ in rows)
    for path, size in rows:
        sys.stdout.write(f"{path:<{widest}}  {size:>8}\n")


def _draw(rows: Sequence[tuple[str, str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD)
    table.add_column(say(tell("written")), overflow="fold")
    table.add_column(say(tell("size")), justify="right")
    for path, size in rows:
        table.add_row(Text(path), size)
    Console().print(table)


def in_bytes(size: int) -> str:
    """`834 B`, `12 KB`, `1.4 MB`: decimal units, as file managers count."""
    if size < 1000:
        return say(tell("{number} B", number=size))
    if size < 999_500:
        return say(tell("{number:.0f} KB", number=size / 1000))
    return say(tell("{number:.1f} MB", number=size / 1_000_000))


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and rename it, so that it is whole or as it was; raises `OSError`."""
    data = text.encode("utf-8", "surrogateescape")
    if path.exists() and not path.is_file():  # a pipe, `/dev/stdout`
        path.write_bytes(data)
        return
    from contextlib import suppress
    from tempfile import mkstemp

    target = path.resolve()  # a link stays a link
    try:
        number, name = mkstemp(prefix=".slidekit-", dir=target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(number, "wb") as new:
            new.write(data)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_mask()
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
