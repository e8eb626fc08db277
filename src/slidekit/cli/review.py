"""`slidekit review`: somebody has looked at both languages, and they say the same."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.reviewing import Desk, Recorded
    from slidekit.rules.gathering import Told
    from slidekit.source.diagnostic import Diagnostic

_NUMBERS = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")


def review(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")],
    slide: Annotated[
        list[str],
        typer.Option(metavar="N|ID", help="Only the texts of this slide, by its number, 3-5, or its id."),
    ] = [],  # noqa: B006
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what has fallen behind, and write nothing.")] = False,
    merge: Annotated[
        bool,
        typer.Option("--merge", help="Review nothing: finish a merge in deck.lock, and keep what both branches knew."),
    ] = False,
) -> None:
    """Put down that both languages say the same.

    Writes deck.lock beside the deck: a short hash of the English and of the French of each text. From then on
    `slidekit check` says which side was changed alone (SK601). Run it when somebody has read both languages, and
    commit the file. Moving slides, renaming the deck and merging branches change nothing.

    \b
    Examples:
      slidekit review talk.yaml
      slidekit review talk.yaml --slide 3 --slide 7-9
      slidekit review decks/ --dry-run
      slidekit review decks/ --merge
    """
    from slidekit.cli.failing import CLEAN, PROBLEMS, Misuse
    from slidekit.cli.finding import decks

    if merge and (slide or dry_run):
        raise Misuse(tell("--merge reviews nothing, so it stands alone"), tell("leave out the other options"))

    desks: dict[Path, Desk] = {}
    whole = True
    for path in decks(paths):
        folder = path.resolve().parent
        if folder not in desks:
            desks[folder] = _desk(path)
        whole = _reviewed(path, slide, desks[folder], dry_run, merge) and whole
    for desk in [] if dry_run else desks.values():
        _written(desk, merge)
    raise typer.Exit(CLEAN if whole else PROBLEMS)


def _desk(path: Path) -> Desk:
    from slidekit.cli.failing import Misuse
    from slidekit.reviewing import Desk

    desk = Desk(path)
    if desk.locked.lock.problem:
        file = desk.locked.file
        raise Misuse(tell("{file} cannot be used as a lock file", file=file), tell("take it away, and review again"))
    return desk


def _reviewed(path: Path, slides: Sequence[str], desk: Desk, dry_run: bool, merge: bool) -> bool:
    """Review one deck; false where it cannot be read as a whole."""
    from msgspec.structs import replace

    from slidekit.build import MAX_DECK_BYTES
    from slidekit.cli.report import print_text
    from slidekit.deck.reading import read_deck
    from slidekit.source.diagnostic import Severity

    with path.open("rb") as stream:
        deck, problems = read_deck(stream.read(MAX_DECK_BYTES + 1))
    if deck is None or any(one.severity is Severity.ERROR for one in problems):
        # what could not be read would be taken for taken out
        print_text([replace(one, file=path.as_posix()) for one in problems])
        _print(tell("{file}: not reviewed; mend this first", file=path.as_posix()))
        return False
    done = desk.record(path, deck, (lambda told: False) if merge else _chosen(deck, slides, path))
    print_text(_left_behind(path, done, dry_run))
    if merge:
        return True
    texts = tell_many("{n} text", "{n} texts", done.texts)
    fresh = tell_many("{n} new or changed", "{n} new or changed", done.new)
    if dry_run:
        words = tell("{file}: {texts} to review, {new}", file=path.as_posix(), texts=texts, new=fresh)
    else:
        words = tell("{file}: {texts} reviewed, {new}", file=path.as_posix(), texts=texts, new=fresh)
    _print(words)
    return True


def _written(desk: Desk, merge: bool) -> None:
    if desk.write():
        _print(tell("{file} is written; commit it with the decks", file=desk.locked.file))
    elif merge:
        _print(tell("{file} has no merge to finish", file=desk.locked.file))


def _print(words: Words) -> None:
    from slidekit.cli.language import say
    from slidekit.cli.terminal import visible

    sys.stdout.write(visible(say(words)) + "\n")


def _chosen(deck: Deck, slides: Sequence[str], path: Path) -> Callable[[Told], bool]:
    """Which texts are meant: all, or those of the slides named."""
    from slidekit.cli.failing import Misuse, nearest

    if not slides:
        return lambda told: True
    ids = {one.id: number for number, one in enumerate(deck.slides, 1) if one.id is not None}
    count, wanted = len(deck.slides), set[int]()
    for word in slides:
        found = _NUMBERS.fullmatch(word)
        if found and 1 <= int(found[1]) <= int(found[2] or found[1]) <= count:
            wanted |= {*range(int(found[1]), int(found[2] or found[1]) + 1)}
        elif word in ids:
            wanted.add(ids[word])
        else:
            has = tell_many("it has {n} slide", "it has {n} slides", count)
            raise Misuse(
                tell("{file} has no slide {slide}", file=path.as_posix(), slide=word), nearest(word, ids) or has
            )
    return lambda told: told.slide in wanted


def _left_behind(path: Path, done: Recorded, dry_run: bool) -> list[Diagnostic]:
    """The texts that are still stale after it; of a dry run, all that are."""
    from msgspec.structs import replace

    from slidekit.rules.freshness.stale_text import finding

    stale = [*done.kept, *done.stale] if dry_run else done.kept
    return [replace(finding(one), file=path.as_posix()) for one in stale]
