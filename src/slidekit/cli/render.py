"""`slidekit render`: slides and notes in one language, in the other, or in both at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from slidekit.build import DEFAULT_EDITIONS, DEFAULT_TARGETS, MODES, TARGETS
from slidekit.cli.editions import NOTES, WORDS, editions, more, notes, words
from slidekit.cli.language import say
from slidekit.source.wording import listed, tell, tell_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from slidekit.build import Rendered
    from slidekit.kept import Kept
    from slidekit.outputs import Edition, NotesLang, Target
    from slidekit.scene.theme import Mode
    from slidekit.source.wording import Words


def _themes() -> list[str]:
    from slidekit.scene.theming import theme_names

    return theme_names()


class Order(NamedTuple):
    """What is asked for, of every deck."""

    targets: tuple[Target, ...]
    editions: tuple[Edition, ...]
    notes: NotesLang
    theme: str | None
    mode: Mode | None
    template: str | None
    draft: bool
    quiet: bool


Decks = Annotated[list[Path], typer.Argument(metavar="DECK…", help="The decks to make.")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write.")]
To = Annotated[
    list[str],
    typer.Option(
        metavar="WHAT", help=f"What to make, with commas: {', '.join(TARGETS)}.", autocompletion=more(TARGETS)
    ),
]
InEditions = Annotated[
    list[str],
    typer.Option(
        metavar="EDITION", help=f"Which editions, with commas: {', '.join(WORDS)}.", autocompletion=more(WORDS)
    ),
]
NotesOf = Annotated[
    str,
    typer.Option(
        metavar="|".join(NOTES),
        help="Whose notes stand under slides in one language.",
        autocompletion=lambda: list(NOTES),
    ),
]
InTheme = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="A theme in place of the deck's own.", autocompletion=_themes),
]
InMode = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(MODES),
        help="The theme's light form or its dark one, in place of the deck's mode.",
        autocompletion=lambda: list(MODES),
    ),
]
InTemplate = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="An organisation's .pptx or .potx in place of the deck's own template."),
]
Draft = Annotated[bool, typer.Option("--draft", help="Make it in spite of errors; what is missing is marked.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")]


def render(
    decks: Decks,
    output: Folder = Path("build"),
    to: To = [",".join(DEFAULT_TARGETS)],  # noqa: B006
    edition: InEditions = [",".join(DEFAULT_EDITIONS)],  # noqa: B006
    notes_lang: NotesOf = NOTES[0],
    theme: InTheme = None,
    mode: InMode = None,
    template: InTemplate = None,
    draft: Draft = False,
    quiet: Quiet = False,
) -> None:
    """Make slides and notes, in each language or in both at once.

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
    What --edition makes:
      en, fr        every slide in one language; these two unless others are asked for
      side-by-side  both languages on every slide, each in its half, at the same size
      stacked       both on every slide, the second language below the first and smaller
      alternating   every slide twice, in one language and then in the other
      all           all five
    The language that comes first is the first of the deck's languages: key.

    \b
    Examples:
      slidekit render talk.yaml
      slidekit render talk.yaml --edition all --to pptx
      slidekit render talk.yaml --edition en --notes-lang both
      slidekit render talk.yaml --to pptx --edition fr
      slidekit render talk.yaml --theme erable --mode dark --draft
      slidekit render decks/*.yaml --to pdf,png --output out
    """
    from slidekit.cli.failing import CLEAN, PROBLEMS
    from slidekit.cli.finding import file

    order = asked(output, to, edition, notes_lang, theme, mode, template, draft, quiet)
    found = distinct([file(deck) for deck in dict.fromkeys(decks)])
    refused = [deck for deck in found if not _one(deck, output, order)]
    raise typer.Exit(PROBLEMS if refused else CLEAN)


def asked(
    output: Path,
    to: list[str],
    edition: list[str],
    notes_lang: str,
    theme: str | None,
    mode: str | None,
    template: Path | None,
    draft: bool,
    quiet: bool,
) -> Order:
    """What the options ask for; a misuse where that cannot be."""
    from slidekit.cli.failing import Misuse, one_of

    targets = tuple(one_of(word, TARGETS, tell("output")) for word in words(to))
    chosen = _theme(theme) if theme is not None else None
    form = one_of(mode, MODES, tell("mode")) if mode is not None else None
    order = Order(targets, editions(edition), notes(notes_lang), chosen, form, _template(template), draft, quiet)
    if not order.targets or not order.editions:
        raise Misuse(tell("there is nothing to make"), "--to pptx,marp,notes --edition en,fr")
    if output.exists() and not output.is_dir():
        raise Misuse(tell("{file} is not a folder", file=output.as_posix()), tell("give another  --output"))
    return order


def _one(deck: Path, output: Path, order: Order) -> bool:
    """Make one deck; whether it was made."""
    from slidekit.cli import report
    from slidekit.cli.failing import MACHINE, complain
    from slidekit.cli.written import Progress, print_outputs

    try:
        with Progress(order.quiet) as progress:
            made = made_of(deck, output, order, progress.step)
    except tool_troubles(order.targets) as error:
        complain(error.args[0])
        raise typer.Exit(MACHINE) from None
    report.print_text(made.diagnostics)
    if not made.outputs:
        sys.stdout.write(say(refusal(deck, made)) + "\n")
        return False
    if not order.quiet:
        print_outputs(made.outputs)
    return True


def made_of(
    deck: Path,
    output: Path,
    order: Order,
    progress: Callable[[str, int, int], None] | None = None,
    kept: Kept | None = None,
) -> Rendered:
    """What is made of a deck when it is rendered as ordered."""
    from slidekit import build

    return build.render(
        deck,
        output,
        targets=order.targets,
        editions=order.editions,
        theme=order.theme,
        mode=order.mode,
        template=order.template,
        draft=order.draft,
        progress=progress,
        notes=order.notes,
        kept=kept,
    )


def tool_troubles(targets: tuple[Target, ...]) -> tuple[type[Exception], ...]:
    """How marp-cli may fail; nothing where it is not needed, so that it need not be loaded."""
    if not set(targets) & {"html", "marp-pdf", "marp-png"}:
        return ()
    from slidekit.tools import ToolFailed, ToolMissing

    return ToolMissing, ToolFailed


def refusal(deck: Path, made: Rendered) -> Words:
    """Why there are no outputs."""
    from slidekit.cli.terminal import visible
    from slidekit.source.diagnostic import Severity

    number = sum(found.severity is Severity.ERROR for found in made.diagnostics)
    errors, file = tell_many("{n} error", "{n} errors", number), visible(deck.as_posix())
    if made.drawable:
        return tell("{file}: not made, {errors}; --draft makes it all the same", file=file, errors=errors)
    return tell("{file}: not made, {errors}", file=file, errors=errors)


def _theme(name: str) -> str:
    """A theme's name, or the whole path of a theme file seen from here."""
    from slidekit.cli.failing import Misuse, one_of

    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        return one_of(name, _themes(), tell("theme"))
    path = Path(name)
    if not path.is_file():
        raise Misuse(
            tell("there is no theme file {file}", file=name), tell("or a name: {names}", names=listed(_themes()))
        )
    return str(path.resolve())


def _template(path: Path | None) -> str | None:
    """A template file that can be read, as it was named."""
    if path is None:
        return None
    from slidekit.cli.finding import TEMPLATES, file

    return file(path, TEMPLATES).as_posix()


def distinct(decks: list[Path]) -> list[Path]:
    """The decks; refused where their outputs would overwrite each other's."""
    from slidekit.cli.failing import Misuse

    stems: dict[str, Path] = {}
    for deck in decks:
        other = stems.setdefault(deck.stem, deck)
        if other is not deck:
            message = tell(
                "{first} and {second} would both write {file}",
                first=other.as_posix(),
                second=deck.as_posix(),
                file=f"{deck.stem}.en.pptx",
            )
            raise Misuse(message, tell("make them one after the other, each with its own --output"))
    return decks
