"""`slidekit check`: what is wrong with decks, where, and what to type."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from slidekit.cli.editions import WORDS, editions, more, words
from slidekit.cli.formats import FORMATS
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.settings.model import Choice

Paths: TypeAlias = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Decks, or folders that hold decks.")]
Format: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="FORMAT",
        help="For people, programs or CI systems: text, json, github, sarif, junit, gitlab.",
        autocompletion=lambda: list(FORMATS),
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write that format into a file; the terminal has text."),
]
Edition: TypeAlias = Annotated[
    list[str],
    typer.Option(
        metavar="EDITION",
        help=f"Whether slides have room for both languages in these editions, too: {', '.join(WORDS)}.",
        autocompletion=more(WORDS),
    ),
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="REV", help="Compare with a commit, branch or tag: which texts changed on one side only."),
]


def _rules(incomplete: str) -> list[str]:
    from slidekit.rules.catalog import words

    return more(tuple(words()))(incomplete)


Select: TypeAlias = Annotated[
    list[str],
    typer.Option(
        metavar="RULE,…",
        help="These rules only: codes, their beginnings (SK3), names or families.",
        autocompletion=_rules,
    ),
]
Ignore: TypeAlias = Annotated[
    list[str], typer.Option(metavar="RULE,…", help="All but these rules.", autocompletion=_rules)
]
Settings: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="These settings, in place of the slidekit.toml or pyproject.toml above a deck."),
]
Baseline: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Tell only what this file does not hold yet.")
]
WriteBaseline: TypeAlias = Annotated[
    bool, typer.Option("--write-baseline", help="Put all that is found into the baseline, to begin with an old deck.")
]
FailUnder: TypeAlias = Annotated[
    float | None,
    typer.Option(metavar="PERCENT", help="Fail where fewer texts are translated; what is missing alone fails no more."),
]
MaxWarnings: TypeAlias = Annotated[int | None, typer.Option(metavar="N", help="Fail where there are more warnings.")]
Statistics: TypeAlias = Annotated[bool, typer.Option("--statistics", help="Count the findings by rule, too.")]
DecksOnly: TypeAlias = Annotated[
    bool, typer.Option("--decks-only", help="Pass over files that are no decks, as hooks give them.")
]
Jobs: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", help="How many processes check many decks; else one a processor.")
]


def check(
    paths: Paths,
    format: Format = "text",
    output: Output = None,
    edition: Edition = [],  # noqa: B006
    since: Since = None,
    select: Select = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    settings: Settings = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    fail_under: FailUnder = None,
    max_warnings: MaxWarnings = None,
    statistics: Statistics = False,
    decks_only: DecksOnly = False,
    jobs: Jobs = None,
) -> None:
    """Say what is wrong with decks.

    Each finding has its file, line and column, and says what to type. Folders are searched for .yaml and .yml
    files with a slidekit: key. Exit code 1 means that a deck has errors; warnings alone leave it at 0.

    \b
    Examples:
      slidekit check talk.yaml
      slidekit check decks/ --format json
      slidekit check talk.yaml --edition side-by-side
      slidekit check decks/ --since origin/main
      slidekit check decks/ --ignore SK305,fit --max-warnings 0
    """
    from slidekit.cli import checking
    from slidekit.cli.failing import one_of
    from slidekit.cli.finding import file

    if write_baseline and baseline is None and len(paths) > 1 and paths[-1].suffix == ".json":
        *paths, baseline = paths  # typed after the option, as if it belonged to it
    asked = checking.Asked(
        format=one_of(format, FORMATS, tell("format")),
        output=output,
        editions=editions(edition),
        since=since,
        choice=chosen(select, ignore),
        settings=settings and file(settings, (tell("give a settings file"), "*.toml")),
        baseline=baseline,
        write_baseline=write_baseline,
        fail_under=_percent(fail_under),
        max_warnings=_count(max_warnings, 0, "--max-warnings"),
        statistics=statistics,
        decks_only=decks_only,
        jobs=_count(jobs, 1, "--jobs"),
    )
    raise typer.Exit(checking.check(paths, asked))


def chosen(select: list[str], ignore: list[str]) -> Choice | None:
    """The rules that two options name; `None` where they name none."""
    if not select and not ignore:
        return None
    from slidekit.settings.model import Choice

    named = [rule(word) for word in words(select)]
    return Choice(tuple(named) if select else None, tuple([rule(word) for word in words(ignore)]))


def rule(word: str) -> str:
    """A word that names rules, as rules are named; else a misuse."""
    from slidekit.cli.failing import Misuse
    from slidekit.rules import catalog
    from slidekit.settings.reading import near

    known = word.upper() if word[:2].upper() == "SK" else word.lower()
    found = catalog.named(known)
    if not found and not catalog.means(known):
        raise Misuse(tell("there is no rule {code}", code=word), near(known))
    return found.code if found else known


def _percent(number: float | None) -> float | None:
    from slidekit.cli.failing import Misuse

    if number is not None and not 0 <= number <= 100:
        raise Misuse(tell("{option} wants a number from 0 to 100", option="--fail-under"))
    return number


def _count(number: int | None, least: int, option: str) -> int | None:
    from slidekit.cli.failing import Misuse

    if number is not None and number < least:
        raise Misuse(tell("{option} wants a whole number from {least} on", option=option, least=least))
    return number
