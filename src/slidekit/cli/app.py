"""The commands put together, and what becomes of the machine's own troubles."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, cast

import typer
from typer.core import TyperGroup, TyperOption
from typer.exceptions import TyperException

from slidekit import __version__
from slidekit.cli.failing import any_terminal, guarded, one_of
from slidekit.cli.language import speaks
from slidekit.cli.spoken import Command, Complaint, Page, commands, complaint, helping, in_french, lang_option, usage
from slidekit.source.wording import tell

COMMANDS = (
    "new",
    "check",
    "fix",
    "review",
    "status",
    "render",
    "preview",
    "watch",
    "themes",
    "new-theme",
    "template",
    "glossary",
    "explain",
    "rules",
    "schema",
    "lsp",
)
"""In the order in which an author meets them."""
HELP = """Slides in English and French from one YAML file: PowerPoint, Marp, PDF and speaker notes.

\b
A first talk:
  slidekit new talk.yaml      writes a deck to start from
  slidekit check talk.yaml    says what is missing, and where
  slidekit render talk.yaml   makes the slides and notes, in build/

Every command tells more with --help, and shows examples.

Exit codes: 0 all is well, 1 a deck has errors, 2 the command was misused, 3 a tool or the machine failed.
"""


class Commands(TyperGroup):
    """The group of commands: every failure ends in one sentence, never in a traceback."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """As they were put in."""
        return list(self.commands)

    def format_usage(self, ctx: typer.Context, formatter: Page) -> None:  # type: ignore[override]
        """The line that says how it is called."""
        usage(formatter, ctx.command_path, self.collect_usage_pieces(ctx))

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """`--help`, which Typer makes when it is first asked for."""
        return helping(super().get_help_option(ctx))

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> object:  # type: ignore[override]
        """The command that the first word names; a misspelt one is answered with the nearest."""
        if args and args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            one_of(args[0], list(self.commands), tell("command"))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Run the command."""
        return guarded(lambda: super(Commands, self).invoke(ctx))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"slidekit {__version__}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """What stands before the command."""


def make(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """The command line with these commands: each is a module here with a function of its name."""
    app = typer.Typer(
        cls=Commands,
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    for name in names:
        function = name.replace("-", "_")
        app.command(name, cls=Command)(getattr(import_module(f"slidekit.cli.{function}"), function))
    return app


def built(names: Sequence[str] = COMMANDS) -> TyperGroup:
    """The same, ready to be run, each command with `--lang`; in English."""
    command = typer.main.get_command(make(names))
    assert isinstance(command, TyperGroup)
    for one in commands(command):
        one.params.append(lang_option())
    return command


def run(words: Sequence[str] | None = None) -> None:
    """Run the command line with the arguments that the program was given.

    Only the command that they begin with is loaded, which saves a twelfth of the time of a short check.
    """
    any_terminal()
    given = sys.argv[1:] if words is None else list(words)
    wanted = [name for name in COMMANDS if given[:1] == [name]]
    command = built(wanted or COMMANDS)
    if speaks() != "en":
        in_french(command)
    try:
        sys.exit(command.main(given, prog_name="slidekit", standalone_mode=False))
    except TyperException as error:
        sys.stderr.write(complaint(cast("Complaint", error)))
        sys.exit(error.exit_code)
