"""`slidekit fix`: mend in decks what a machine can know, and nothing else."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.cli.language import say
from slidekit.source.wording import listed, tell, tell_many

if TYPE_CHECKING:
    from slidekit.mending import Mended
    from slidekit.source.diagnostic import Diagnostic

DIFF_STYLES = {"+": "clean", "-": "error", "@": "hint"}


def fix(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")],
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Mend what is only likely, too.")] = False,
    decks_only: Annotated[
        bool, typer.Option("--decks-only", help="Pass over files that are no decks, as hooks give them.")
    ] = False,
) -> None:
    """Mend what is certain: spaces, quotes, ordinals.

    Only the signs at fault change in a deck's file: comments, blank lines, quoting style and line ends stay, and
    each deck is read again before it is written. What cannot be known is left to you: `slidekit check` shows it.
    Exit code 1 means that a deck still has errors; with --diff, that something would change.

    \b
    Examples:
      slidekit fix talk.yaml
      slidekit fix decks/ --diff
      slidekit fix talk.yaml --unsafe
    """
    from slidekit.cli.finding import decks

    raise typer.Exit(mend_all(decks(paths, passing=decks_only), diff, unsafe))


def mend_all(files: Sequence[Path], diff: bool, unsafe: bool) -> int:
    """Mend decks, or show how they would be mended; the exit code."""
    from slidekit.cli.failing import CLEAN, PROBLEMS
    from slidekit.mending import mend, write
    from slidekit.source.diagnostic import Severity
    from slidekit.source.nodes import without_collector

    decks = changed = mended = likely = 0
    faulty = False
    for file in files:
        with without_collector():
            one = mend(file, unsafe)
        decks, mended, likely = decks + 1, mended + len(one.done), likely + len(one.unsafe)
        changed += one.after != one.before
        left: Sequence[Diagnostic] = one.left
        if one.after != one.before and not diff:
            write(one)
            left = _carried(one)
        faulty |= any(found.severity is Severity.ERROR for found in left)
        sys.stdout.write("".join([f"{line}\n" for line in _shown(one, diff)]))
        sys.stdout.flush()
    if not diff:
        sys.stdout.write(_summary(mended, changed, decks) + "\n")
    if likely:
        stream = sys.stderr if diff else sys.stdout
        stream.write(_likely(likely) + "\n")
    return PROBLEMS if (changed if diff else faulty) else CLEAN


def _carried(one: Mended) -> Sequence[Diagnostic]:
    """What is left once the lock file, if there is one, knows the texts as they were mended."""
    from slidekit.beside import LOCK

    if not one.path.resolve().with_name(LOCK).exists():
        return one.left
    from slidekit.build import read
    from slidekit.deck.reading import read_deck
    from slidekit.reviewing import carry

    before, after = read_deck(one.before)[0], read_deck(one.after)[0]
    if before is None or after is None or not carry(one.path, before, after):
        return one.left
    return read(one.path).diagnostics


def _likely(count: int) -> str:
    return say(
        tell_many("{n} more is only likely: --unsafe mends it", "{n} more are only likely: --unsafe mends them", count)
    )


def _summary(mended: int, changed: int, decks: int) -> str:
    if not changed:
        return say(tell_many("nothing to mend in {n} deck", "nothing to mend in {n} decks", decks))
    faults = tell_many("{n} fault mended", "{n} faults mended", mended)
    return say(tell_many("{faults} in {n} deck", "{faults} in {n} decks", changed, faults=faults))


def _shown(one: Mended, diff: bool) -> Iterator[str]:
    """What is said of a deck: what changes in it, and what could not be changed."""
    from slidekit.cli.terminal import paint, visible

    file = one.path.as_posix()
    if one.after != one.before and diff:
        yield from _diff(one)
    elif one.after != one.before:
        counts = Counter([found.code for found in one.done])
        codes = listed([code if number == 1 else f"{code} × {number}" for code, number in sorted(counts.items())])
        yield paint(f"{visible(file)}:", "place", sys.stdout) + " " + say(tell("mended {codes}", codes=codes))
    for found in () if diff else one.refused:
        place = paint(f"{visible(file)}:{found.span.line}:{found.span.column}:", "place", sys.stdout)
        yield f"{place} {say(tell('{code} is left: it cannot be mended without changing more', code=found.code))}"


def _diff(one: Mended) -> Iterator[str]:
    """The change as `diff -u` has it; in a pipe sign for sign, so that `patch` can apply it."""
    from difflib import unified_diff

    from slidekit.cli.terminal import paint, visible

    file = one.path.as_posix().lstrip("/")
    before, after = (_by_line(data.decode()) for data in (one.before, one.after))
    for line in unified_diff(before, after, f"a/{file}", f"b/{file}"):
        whole = line.removesuffix("\n")
        if sys.stdout.isatty():
            whole = visible(whole.removesuffix("\r"))
        style = DIFF_STYLES.get(line[:1])
        yield paint(whole, style, sys.stdout) if style else whole
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _by_line(text: str) -> list[str]:
    """The lines as `diff` counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
