"""`slidekit render`: slides and notes in both languages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.build import DEFAULT_TARGETS, EDITIONS, TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from slidekit.build import Rendered
    from slidekit.outputs import Lang, Target


def _themes() -> list[str]:
    from slidekit.scene.theming import theme_names

    return theme_names()


def _more(words: tuple[str, ...]) -> Callable[[str], list[str]]:
    """What may come next in a list with commas, for shells to complete."""

    def complete(incomplete: str) -> list[str]:
        before, comma, _ = incomplete.rpartition(",")
        return [f"{before}{comma}{word}" for word in words if word not in before.split(",")]

    return complete


def render(
    decks: Annotated[list[Path], typer.Argument(metavar="DECK…", help="The decks to make.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write.")] = Path("build"),
    to: Annotated[
        list[str],
        typer.Option(
            metavar="WHAT",
            help=f"What to make, with commas: {', '.join(TARGETS)}.",
            autocompletion=_more(TARGETS),
        ),
    ] = [",".join(DEFAULT_TARGETS)],  # noqa: B006
    edition: Annotated[
        list[str],
        typer.Option(metavar="LANG", help="Which languages, with commas.", autocompletion=_more(EDITIONS)),
    ] = [",".join(EDITIONS)],  # noqa: B006
    theme: Annotated[
        str | None,
        typer.Option(metavar="NAME|PATH", help="A theme in place of the deck's own.", autocompletion=_themes),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Make it in spite of errors; what is missing is marked.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
) -> None:
    """Make slides and notes in both languages.

    A deck with errors is not made, and what was made of it before stays; --draft makes it all the same.
    Everything is written beside its target first and renamed when all is whole.

    \b
    What --to makes:
      pptx      PowerPoint, all of it editable
      marp      Marp Markdown and its CSS
      notes     a PDF of the notes, one page per slide
      pdf       the slides as tagged PDF
      png       a picture of each slide
      html      a page in the browser, through marp-cli
      marp-pdf  the Marp slides as PDF, through marp-cli
      marp-png  the Marp slides as pictures, through marp-cli

    \b
    Examples:
      slidekit render talk.yaml
      slidekit render talk.yaml --to pptx --edition fr
      slidekit render talk.yaml --theme erable --draft
      slidekit render decks/*.yaml --to pdf,png --output out
    """
    from slidekit.cli.failing import CLEAN, PROBLEMS, Misuse, one_of
    from slidekit.cli.finding import file

    targets = tuple(one_of(word, TARGETS, "output") for word in _words(to))
    editions = tuple(one_of(word, EDITIONS, "edition") for word in _words(edition))
    if not targets or not editions:
        raise Misuse("there is nothing to make", "--to pptx,marp,notes --edition en,fr")
    if output.exists() and not output.is_dir():
        raise Misuse(f"{output.as_posix()} is not a folder", "give another  --output")
    chosen = _theme(theme) if theme is not None else None
    found = _distinct([file(deck) for deck in dict.fromkeys(decks)])
    refused = [deck for deck in found if not _one(deck, output, targets, editions, chosen, draft, quiet)]
    raise typer.Exit(PROBLEMS if refused else CLEAN)


def _one(
    deck: Path,
    output: Path,
    targets: tuple[Target, ...],
    editions: tuple[Lang, ...],
    theme: str | None,
    draft: bool,
    quiet: bool,
) -> bool:
    """Make one deck; whether it was made."""
    from slidekit import build
    from slidekit.cli import report
    from slidekit.cli.failing import MACHINE, complain
    from slidekit.cli.terminal import visible
    from slidekit.cli.written import Progress, print_outputs

    try:
        with Progress(quiet) as progress:
            made = build.render(
                deck, output, targets=targets, editions=editions, theme=theme, draft=draft, progress=progress.step
            )
    except _tool_troubles(targets) as error:
        complain(str(error))
        raise typer.Exit(MACHINE) from None
    report.print_text(made.diagnostics)
    if not made.outputs:
        remedy = "; --draft makes it all the same" if made.drawable else ""
        sys.stdout.write(f"{visible(deck.as_posix())}: not made, {_counted(made)}{remedy}\n")
        return False
    if not quiet:
        print_outputs(made.outputs)
    return True


def _tool_troubles(targets: tuple[Target, ...]) -> tuple[type[Exception], ...]:
    """How marp-cli may fail; nothing where it is not needed, so that it need not be loaded."""
    if not set(targets) & {"html", "marp-pdf", "marp-png"}:
        return ()
    from slidekit.tools import ToolFailed, ToolMissing

    return ToolMissing, ToolFailed


def _counted(made: Rendered) -> str:
    from slidekit.cli.report import counted
    from slidekit.source.diagnostic import Severity

    return counted(sum(found.severity is Severity.ERROR for found in made.diagnostics), "error")


def _words(values: Iterable[str]) -> list[str]:
    """The words of options that may be repeated or hold commas, each once."""
    return list(dict.fromkeys(word.strip() for value in values for word in value.split(",") if word.strip()))


def _theme(name: str) -> str:
    """A theme's name, or the whole path of a theme file seen from here."""
    from slidekit.cli.failing import Misuse, one_of

    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        return one_of(name, _themes(), "theme")
    path = Path(name)
    if not path.is_file():
        raise Misuse(f"there is no theme file {name}", f"or a name: {', '.join(_themes())}")
    return str(path.resolve())


def _distinct(decks: list[Path]) -> list[Path]:
    """The decks; refused where their outputs would overwrite each other's."""
    from slidekit.cli.failing import Misuse

    stems: dict[str, Path] = {}
    for deck in decks:
        other = stems.setdefault(deck.stem, deck)
        if other is not deck:
            message = f"{other.as_posix()} and {deck.as_posix()} would both write {deck.stem}.en.pptx"
            raise Misuse(message, "make them one after the other, each with its own --output")
    return decks
