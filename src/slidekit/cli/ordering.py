"""What `render` and `watch` may be asked for: their options, in one place, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from slidekit.build import DEFAULT_EDITIONS, DEFAULT_TARGETS, MODES, TARGETS
from slidekit.cli.editions import NOTES, WORDS, editions, more, notes, words
from slidekit.cli.failing import Misuse, one_of
from slidekit.source.wording import listed, tell

if TYPE_CHECKING:
    from slidekit.build import Rendered
    from slidekit.kept import Kept
    from slidekit.outputs import Edition, NotesLang, Target
    from slidekit.scene.theme import Mode


def _themes() -> list[str]:
    from slidekit.scene.theming import theme_names

    return theme_names()


class Order(NamedTuple):
    """What is asked for, of every deck."""

    output: Path
    """The folder that is written to."""
    targets: tuple[Target, ...]
    editions: tuple[Edition, ...]
    notes: NotesLang
    theme: str | None
    mode: Mode | None
    template: str | None
    draft: bool
    quiet: bool


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


Run = Callable[[list[Path], Order], None]


def ordered(decks_help: str) -> Callable[[Run], Callable[..., None]]:
    """A command on decks that takes all these options, read as one order; its help is that of what it runs."""

    def of(run: Run) -> Callable[..., None]:
        def command(
            decks: list[Path],
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
            targets = tuple(one_of(word, TARGETS, tell("output")) for word in words(to))
            chosen, form = theme_named(theme), mode_named(mode)
            order = Order(
                output, targets, editions(edition), notes(notes_lang), chosen, form, _template(template), draft, quiet
            )
            run(decks, _possible(order))

        command.__doc__ = run.__doc__
        command.__annotations__["decks"] = Annotated[list[Path], typer.Argument(metavar="DECK…", help=decks_help)]
        return command

    return of


def _possible(order: Order) -> Order:
    """The order; a misuse where nothing could be made, or nowhere."""
    if not order.targets or not order.editions:
        raise Misuse(tell("there is nothing to make"), "--to pptx,marp,notes --edition en,fr")
    if order.output.exists() and not order.output.is_dir():
        raise Misuse(tell("{file} is not a folder", file=order.output.as_posix()), tell("give another  --output"))
    return order


def made_of(
    deck: Path,
    order: Order,
    progress: Callable[[str, int, int], None] | None = None,
    kept: Kept | None = None,
) -> Rendered:
    """What is made of a deck when it is rendered as ordered."""
    from slidekit import build

    return build.render(
        deck,
        order.output,
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


def theme_named(name: str | None) -> str | None:
    """A theme's name, or the whole path of a theme file seen from here; a misuse where there is none."""
    if name is None:
        return None
    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        return one_of(name, _themes(), tell("theme"))
    path = Path(name)
    if not path.is_file():
        raise Misuse(
            tell("there is no theme file {file}", file=name), tell("or a name: {names}", names=listed(_themes()))
        )
    return str(path.resolve())


def mode_named(name: str | None) -> Mode | None:
    """A theme's light form or its dark one; a misuse where it is another word."""
    return None if name is None else one_of(name, MODES, tell("mode"))


def _template(path: Path | None) -> str | None:
    """A template file that can be read, as it was named."""
    if path is None:
        return None
    from slidekit.cli.finding import TEMPLATES, file

    return file(path, TEMPLATES).as_posix()


def distinct(decks: list[Path]) -> list[Path]:
    """The decks; refused where their outputs would overwrite each other's."""
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
