"""What `slidekit check` does, apart from Typer: whoever gives no option gets it without loading Typer."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidekit import build, crew
from slidekit.cli import report
from slidekit.cli.failing import CLEAN, MACHINE, PROBLEMS, Misuse, complain
from slidekit.cli.finding import decks
from slidekit.cli.formats import Outcome
from slidekit.settings.finding import Finder
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.build import DeckStats
    from slidekit.outputs import Edition
    from slidekit.settings.model import Choice

MISSING = ("SK101", "SK112")
"""What `--fail-under` judges by its share, not one by one: texts that a language lacks."""


class Asked(Struct, frozen=True, gc=False):
    """What the options of `check` ask for."""

    format: str = "text"
    output: Path | None = None
    editions: Sequence[Edition] = ()
    since: str | None = None
    """A revision in git to compare with."""
    choice: Choice | None = None
    settings: Path | None = None
    baseline: Path | None = None
    write_baseline: bool = False
    fail_under: float | None = None
    max_warnings: int | None = None
    statistics: bool = False
    decks_only: bool = False
    jobs: int | None = None


PLAIN = Asked()
"""No option at all."""


def check(paths: Sequence[Path], asked: Asked = PLAIN) -> int:
    """Print what is wrong with decks, and folders of decks; the exit code."""
    files = decks(paths, passing=asked.decks_only)
    finder = Finder(asked.settings)
    if asked.format == "text" and asked.output is None and not _has_baseline(files, finder, asked):
        outcome = _told(files, finder, asked)
    else:
        outcome = _collected(files, finder, asked)
        _print(outcome, asked)
    errors = any(one.severity is Severity.ERROR for one in outcome.diagnostics)
    return PROBLEMS if errors or outcome.failures else CLEAN


def _told(files: Sequence[Path], finder: Finder, asked: Asked) -> Outcome:
    """Every deck's findings printed as soon as they are there, so that a thousand decks need the memory of one.

    What is kept of a finding is the first of its kind, for the sum at the end.
    """
    kinds: dict[tuple[str, Severity, bool], Diagnostic] = {}
    elsewhere: set[Diagnostic] = set()
    told: list[Diagnostic] = []
    stats: list[DeckStats] = []
    failures: list[Words] = []
    warnings = 0
    for found, deck in _each(files, finder, asked):
        new = [one for one in found if one not in elsewhere]
        elsewhere |= {one for one in new if deck is None or one.file != deck.file}
        judged, short, counting = _by_share(report.ordered(new), [deck] if deck else [], finder, asked)
        report.print_text(judged)
        told += [kinds.setdefault((one.code, one.severity, bool(one.fix and one.fix.safe)), one) for one in judged]
        failures += short
        warnings += counting
        if deck is not None and not told:
            stats.append(deck)
    failures += _too_many(warnings, files, finder, asked)
    outcome = Outcome(told, stats, files, failures=failures, statistics=asked.statistics)
    _sum_up(outcome)
    return outcome


def _collected(files: Sequence[Path], finder: Finder, asked: Asked) -> Outcome:
    """All findings of all decks."""
    found: dict[Diagnostic, None] = {}
    stats: list[DeckStats] = []
    for one, deck in _each(files, finder, asked):
        found |= dict.fromkeys(one)
        stats += [deck] if deck is not None else []
    outcome = Outcome(report.ordered(found), stats, files, statistics=asked.statistics)
    if _has_baseline(files, finder, asked):
        from slidekit.cli.baselines import held_back

        outcome = held_back(outcome, finder, asked)
    judged, failures, warnings = _by_share(outcome.diagnostics, stats, finder, asked)
    return replace(outcome, diagnostics=judged, failures=[*failures, *_too_many(warnings, files, finder, asked)])


def _each(
    files: Sequence[Path], finder: Finder, asked: Asked
) -> Iterator[tuple[tuple[Diagnostic, ...], DeckStats | None]]:
    """What each deck's check finds, compared with the past where that is asked for."""
    jobs = crew.cores() if asked.jobs is None else asked.jobs
    if asked.since is None:
        yield from build.each(files, editions=asked.editions, finder=finder, asked=asked.choice, jobs=jobs)
        return
    since = asked.since
    if not since.strip():  # a variable that a CI job does not set would turn the comparison off
        raise Misuse(tell("--since names no revision"), tell("give a branch, a tag or a commit, such as  origin/main"))
    from slidekit.history import GitMissing, NoHistory

    try:
        yield from build.each(files, editions=asked.editions, since=since, finder=finder, asked=asked.choice, jobs=jobs)
    except GitMissing as error:
        complain(error.message, error.hint)
        raise SystemExit(MACHINE) from None
    except NoHistory as error:
        raise Misuse(error.message, error.hint) from None


def _has_baseline(files: Sequence[Path], finder: Finder, asked: Asked) -> bool:
    named = asked.baseline is not None or asked.write_baseline
    return named or any(finder.of(path).baseline is not None for path in files)


def _by_share(
    found: Sequence[Diagnostic], decks: Sequence[DeckStats], finder: Finder, asked: Asked
) -> tuple[Sequence[Diagnostic], list[Words], int]:
    """The findings, what is too little, and how many warnings count.

    Where enough is translated, what is missing is a warning that nobody counts.
    """
    failures: list[Words] = []
    judged: set[str] = set()
    for deck in decks:
        least = asked.fail_under if asked.fail_under is not None else finder.of(Path(deck.file)).fail_under
        if least is not None:
            short = _short(deck, least)
            failures += short
            judged |= set() if short else {deck.file}
    warnings = sum(
        one.severity is Severity.WARNING and not (one.code in MISSING and one.file in judged) for one in found
    )
    if judged:
        found = [
            replace(one, severity=Severity.WARNING) if one.code in MISSING and one.file in judged else one
            for one in found
        ]
    return found, failures, warnings


def _too_many(warnings: int, files: Sequence[Path], finder: Finder, asked: Asked) -> list[Words]:
    """Whether there are more warnings than may be."""
    known = [finder.of(path).max_warnings for path in files] if asked.max_warnings is None else []
    most = min([one for one in known if one is not None], default=asked.max_warnings)
    if most is None or warnings <= most:
        return []
    return [tell_many("{n} warning; at most {most} may be", "{n} warnings; at most {most} may be", warnings, most=most)]


def _short(deck: DeckStats, least: float) -> list[Words]:
    """The languages in which too little of a deck is there."""
    from slidekit.cli import standing
    from slidekit.cli.terminal import visible

    words = {"en": tell("English"), "fr": tell("French")}
    return [
        tell(
            "{file}: {share} of the texts are in {language}, where {least} are wanted",
            file=visible(deck.file),
            share=standing.percent(one.share),
            language=words[lang],
            least=standing.percent(least),
        )
        for lang, one in standing.of(deck).languages.items()
        if one.share < least
    ]


def _print(outcome: Outcome, asked: Asked) -> None:
    """The report: on the terminal, or in a file, and then the terminal has it as text."""
    if asked.output is not None:
        from slidekit.cli.written import write_whole

        write_whole(asked.output, _document(outcome, asked.format))
    if asked.output is not None or asked.format == "text":
        report.print_text(outcome.diagnostics)
        _sum_up(outcome)
        return
    sys.stdout.write(_document(outcome, asked.format))
    sys.stdout.flush()
    for line in _demands(outcome):
        sys.stderr.write(line + "\n")


def _document(outcome: Outcome, format: str) -> str:
    from slidekit.cli.formats import written

    return written(format, outcome)


def _sum_up(outcome: Outcome) -> None:
    """What stands below the findings, in text."""
    from slidekit.cli.terminal import paint

    style = "place" if outcome.diagnostics else "clean"
    if outcome.files:
        sys.stdout.write(
            paint(
                report.summary(outcome.diagnostics, outcome.decks, len(outcome.files), outcome.known), style, sys.stdout
            )
            + "\n"
        )
    if outcome.statistics:
        from slidekit.cli.statistics import in_text

        sys.stdout.write(in_text(outcome.diagnostics))
    for line in _demands(outcome):
        sys.stdout.write(paint(line, "error", sys.stdout) + "\n")


def _demands(outcome: Outcome) -> list[str]:
    from slidekit.cli.language import say
    from slidekit.cli.terminal import visible

    return [visible(say(one)) for one in outcome.failures]
