"""Typer's commands in the language spoken: help texts, headings, usage lines, and what Typer itself complains of.

Typer has its words in English, some behind gettext and most not. Here they are a table of templates: what
it would print is matched against them, line by line, and said anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO
from typing import IO, Protocol, TypeAlias

import typer
import typer.core
from typer.core import TyperCommand, TyperGroup, TyperOption

from slidekit.cli.language import LANGS, say
from slidekit.source.wording import tell

TYPER = (
    tell("Usage: "),
    tell("Options"),
    tell("Arguments"),
    tell("Commands"),
    tell("required"),
    tell("default: {default}"),
    tell("(dynamic)"),
    tell("Install completion for the current shell."),
    tell("Show completion for the current shell, to copy it or customize the installation."),
    tell("{shell} completion installed in {path}"),
    tell("Completion will take effect once you restart the terminal"),
    tell("Aborted!"),
    tell("Try '{command}' for help."),
    tell("Error: {message}"),
    tell("Missing command."),
    tell("Missing argument '{name}'."),
    tell("Missing option '{name}'."),
    tell("Missing parameter: {name}"),
    tell("No such option: {option} (Possible options: {options})"),
    tell("No such option: {option}"),
    tell("Option '{option}' requires an argument."),
    tell("Option '{option}' does not take a value."),
    tell("Got unexpected extra argument(s) ({words})"),
    tell("Invalid value for '{option}': {message}"),
    tell("Invalid value for {option}: {message}"),
    tell("Invalid value: {message}"),
    tell("'{value}' is not a valid integer."),
    tell("'{value}' is not a valid int."),
    tell("'{value}' is not a valid float."),
    tell("{value} is not in the range {limits}."),
    tell("'{value}' is not a valid boolean. Recognized values: {words}"),
    tell("'{value}' is not one of {words}."),
)
"""What Typer 0.28 says, from its `core`, `completion` and the Click that it carries."""


AnyCommand: TypeAlias = TyperCommand | TyperGroup


class Page(Protocol):
    """What Typer writes a help page on."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""


class Complaint(Protocol):
    """A misuse that Typer has found."""

    def show(self, file: IO[str] | None = None) -> None:
        """Print it."""


class Command(TyperCommand):
    """A command that speaks."""

    def format_usage(self, ctx: typer.Context, formatter: Page) -> None:  # type: ignore[override]
        """The line that says how it is called."""
        usage(formatter, ctx.command_path, self.collect_usage_pieces(ctx))

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """`--help`, which Typer makes when it is first asked for."""
        return helping(super().get_help_option(ctx))


def usage(page: Page, path: str, pieces: Sequence[str]) -> None:
    """The line that says how a command is called."""
    page.write_usage(path, " ".join(pieces), prefix=say(tell("Usage: ")))


def helping(option: TyperOption | None) -> TyperOption | None:
    """`--help` with its help."""
    if option is not None:
        option.help = say(tell("Show this message and exit."))
    return option


def lang_option() -> TyperOption:
    """`--lang`, which is taken off the command line before Typer reads it: help, too, is in that language."""
    help = "The language to speak; else the environment's."
    return TyperOption(param_decls=["--lang"], type=str, expose_value=False, metavar="|".join(LANGS), help=help)


def commands(command: AnyCommand) -> Iterator[AnyCommand]:
    """A command, and those under it."""
    yield command
    if isinstance(command, TyperGroup):
        for one in command.commands.values():
            assert isinstance(one, AnyCommand)
            yield from commands(one)


def texts(command: AnyCommand) -> Iterator[tuple[object, str, str]]:
    """Every text of a command's help: what has it, the attribute that holds it, the text."""
    for holder in (command, *command.params):
        for attribute in ("help", "metavar", "options_metavar", "subcommand_metavar"):
            if text := getattr(holder, attribute, None):
                yield holder, attribute, text


def in_french(command: AnyCommand) -> None:
    """Put the help of a command, and of those under it, into French, and the words that Typer adds."""
    from slidekit.locales import paragraphs

    vars(typer.core)["_"] = again
    for one in commands(command):
        for holder, attribute, text in list(texts(one)):
            setattr(holder, attribute, paragraphs(text))


def again(english: str) -> str:
    """What Typer says, in the language spoken; what it has in quotes or brackets stays."""
    for pattern, template in _patterns():
        if found := pattern.fullmatch(english):
            parts = {name: again(part) for name, part in found.groupdict().items()}
            return say(tell(template, **parts))
    return english


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(one.template)), re.DOTALL), one.template)
        for one in TYPER
    ]


def complaint(error: Complaint) -> str:
    """What Typer prints of a misuse."""
    stream = StringIO()
    error.show(stream)
    return "".join([again(line) + "\n" for line in stream.getvalue().splitlines()])
