"""What `slidekit check` does, apart from Typer: whoever gives no option gets it without loading Typer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
from slidekit.source.diagnostic import Severity
from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.build import DeckStats, Report
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
    found = _checked(files, finder, asked)
    outcome = Outcome(report.ordered(found.diagnostics), found.decks, files, statistics=asked.statistics)
    outcome = _held_back(outcome, finder, asked)
    outcome = _measured(outcome, finder, asked)
    _print(outcome, asked)
    errors = any(one.severity is Severity.ERROR for one in outcome.diagnostics)
    return PROBLEMS if errors or outcome.failures else CLEAN


def _checked(files: Sequence[Path], finder: Finder, asked: Asked) -> Report:
    """The report, compared with the past where that is asked for."""
    jobs = crew.cores() if asked.jobs is None else asked.jobs
    if asked.since is None:
        return build.check(files, editions=asked.editions, finder=finder, asked=asked.choice, jobs=jobs)
    since = asked.since
    if not since.strip():  # a variable that a CI job does not set would turn the comparison off
        raise Misuse(tell("--since names no revision"), tell("give a branch, a tag or a commit, such as  origin/main"))
    from slidekit.history import GitMissing, NoHistory

    try:
        return build.check(files, editions=asked.editions, since=since, finder=finder, asked=asked.choice, jobs=jobs)
    except GitMissing as error:
        complain(error.message, error.hint)
        raise SystemExit(MACHINE) from None
    except NoHistory as error:
        raise Misuse(error.message, error.hint) from None


def _held_back(outcome: Outcome, finder: Finder, asked: Asked) -> Outcome:
    """Without the findings that a baseline holds."""
    if asked.baseline is None and not asked.write_baseline and not any(
        finder.of(path).baseline is not None for path in outcome.files
    ):  # fmt: skip
        return outcome
    from slidekit.cli.baselines import held_back

    return held_back(outcome, finder, asked)


def _measured(outcome: Outcome, finder: Finder, asked: Asked) -> Outcome:
    """With what was demanded beside there being no errors, and is not so."""
    failures: list[Words] = []
    judged: set[str] = set()
    for deck in outcome.decks:
        least = asked.fail_under if asked.fail_under is not None else finder.of(Path(deck.file)).fail_under
        if least is None:
            continue
        short = list(_short(deck, least))
        failures += short
        if not short:
            judged.add(deck.file)
    found = [
        replace(one, severity=Severity.WARNING) if one.code in MISSING and one.file in judged else one
        for one in outcome.diagnostics
    ]
    known = [finder.of(path).max_warnings for path in outcome.files] if asked.max_warnings is None else []
    most = min([one for one in known if one is not None], default=asked.max_warnings)
    warnings = sum(
        one.severity is Severity.WARNING and not (one.code in MISSING and one.file in judged) for one in found
    )
    if most is not None and warnings > most:
        failures.append(
            tell_many("{n} warning; at most {most} may be", "{n} warnings; at most {most} may be", warnings, most=most)
        )
    return replace(outcome, diagnostics=found, failures=failures)


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
    if asked.format == "text" and asked.output is None:
        _print_text(outcome)
        return
    if asked.output is not None:
        from slidekit.cli.written import write_whole

        write_whole(asked.output, _document(outcome, asked.format))
        _print_text(outcome)
        return
    sys.stdout.write(_document(outcome, asked.format))
    sys.stdout.flush()
    for line in _demands(outcome):
        sys.stderr.write(line + "\n")


def _document(outcome: Outcome, format: str) -> str:
    from slidekit.cli.formats import written

    return written(format, outcome)


def _print_text(outcome: Outcome) -> None:
    from slidekit.cli.terminal import paint

    report.print_text(outcome.diagnostics)
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
