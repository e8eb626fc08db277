"""Baseline files as `check` uses them: read, written, and made shorter where findings are mended."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from slidekit.cli.failing import Misuse
from slidekit.cli.language import say
from slidekit.cli.report import source_lines
from slidekit.cli.written import write_whole
from slidekit.settings import baseline
from slidekit.settings.comments import SOMETIMES
from slidekit.source.wording import tell, tell_many

if TYPE_CHECKING:
    from slidekit.cli.checking import Asked
    from slidekit.cli.formats import Outcome
    from slidekit.settings.finding import Finder
    from slidekit.source.diagnostic import Diagnostic

DEFAULT = Path("slidekit-baseline.json")
"""Where `--write-baseline` writes when nothing names a file."""


def held_back(outcome: Outcome, finder: Finder, asked: Asked) -> Outcome:
    """What is left to tell; baseline files are written, or shortened, on the way."""
    groups: dict[Path, list[str]] = {}
    for path in outcome.files:
        file = asked.baseline or finder.of(path).baseline or (DEFAULT if asked.write_baseline else None)
        if file is not None:
            groups.setdefault(file, []).append(path.as_posix())
    lines = cache(source_lines)
    told: list[Diagnostic] = list(outcome.diagnostics)
    for file, decks in groups.items():
        own = [one for one in told if one.file in {*decks}]
        new = _written(file, own, decks, lines) if asked.write_baseline else _left(file, own, decks, lines, asked)
        kept = {id(one) for one in new}
        mine = {id(one) for one in own}
        told = [one for one in told if id(one) in kept or id(one) not in mine]
    return replace(outcome, diagnostics=told, known=len(outcome.diagnostics) - len(told))


def _written(
    file: Path, found: Sequence[Diagnostic], decks: Sequence[str], lines: Callable[[str], Sequence[str]]
) -> list[Diagnostic]:
    """Put down what is found in these decks; what the file says of others stays."""
    named = _named(file)
    made = _read(file) if file.exists() else {}
    for deck in decks:
        made.pop(named(deck), None)
    now = baseline.keys(found, named, lines)
    write_whole(file, baseline.text({**made, **now}))
    number = sum(sum(counts.values()) for counts in now.values())
    said = tell_many("{n} finding is in {file} now", "{n} findings are in {file} now", number, file=file.as_posix())
    sys.stderr.write(say(said) + "\n")
    return baseline.told(found, now, named, lines)


def _left(
    file: Path,
    found: Sequence[Diagnostic],
    decks: Sequence[str],
    lines: Callable[[str], Sequence[str]],
    asked: Asked,
) -> list[Diagnostic]:
    """What the file does not hold; what is mended leaves it."""
    if not file.is_file():
        hint = tell("write it with  --baseline {file} --write-baseline", file=file.as_posix())
        raise Misuse(tell("there is no baseline {file}", file=file.as_posix()), hint)
    named = _named(file)
    known = _read(file)
    told = baseline.told(found, known, named, lines)
    if asked.choice is None:  # a check of some rules knows nothing of the others
        now = baseline.keys(found, named, lines)
        checked = {named(deck) for deck in decks}
        less = baseline.shrunk(known, now, checked, lambda deck: not (file.parent / deck).exists(), SOMETIMES)
        if less != known:
            _shorten(file, known, less)
    return told


def _shorten(file: Path, known: baseline.Keys, less: baseline.Keys) -> None:
    mended = sum(sum(counts.values()) for counts in known.values())
    mended -= sum(sum(counts.values()) for counts in less.values())
    try:
        write_whole(file, baseline.text(less))
    except OSError:  # where nothing may be written, it is still true
        said = tell_many(
            "{n} finding in {file} is mended", "{n} findings in {file} are mended", mended, file=file.as_posix()
        )
    else:
        said = tell_many(
            "{n} finding is mended and no longer in {file}",
            "{n} findings are mended and no longer in {file}",
            mended,
            file=file.as_posix(),
        )
    sys.stderr.write(say(said) + "\n")


def _read(file: Path) -> baseline.Keys:
    try:
        with file.open("rb") as stream:
            return baseline.read(stream.read(baseline.MAX_BYTES + 1))
    except baseline.NotABaseline:
        hint = tell("write it anew with  --write-baseline  after taking it away")
        raise Misuse(tell("{file} is no baseline", file=file.as_posix()), hint) from None


def _named(file: Path) -> Callable[[str], str]:
    """What a baseline calls a deck: its path from the baseline's folder."""
    home = os.path.abspath(file.parent)

    def named(deck: str) -> str:
        try:
            return os.path.relpath(os.path.abspath(deck), home).replace(os.sep, "/")
        except ValueError:  # another drive
            return deck

    return named
