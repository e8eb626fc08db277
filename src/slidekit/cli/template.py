"""`slidekit template inspect`: what an organisation's own PowerPoint file holds, and a map to begin with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.cli.language import say
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.template.loading import Loaded

ACTIONS = ("inspect",)


def template(
    action: Annotated[str, typer.Argument(metavar="inspect", help="What to do.", autocompletion=lambda: list(ACTIONS))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The organisation's .pptx or .potx.")],
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Draw its layouts and placeholders there.")
    ] = None,
) -> None:
    """Look into a corporate template before a deck uses it.

    Lists the layouts with their placeholders (idx, type, place and size in mm, font), says which of them slidekit
    takes for what and what is odd about them, and drafts the map to paste into a deck. A file that is not safe to
    open is refused, with exit code 1.

    \b
    Examples:
      slidekit template inspect corp.pptx
      slidekit template inspect corp.pptx --png layouts.png
    """
    from slidekit.cli import drawing
    from slidekit.cli.failing import CLEAN, PROBLEMS, one_of
    from slidekit.cli.finding import TEMPLATES
    from slidekit.cli.finding import file as readable
    from slidekit.cli.report import print_text
    from slidekit.cli.terminal import visible

    one_of(action, ACTIONS, tell("action"))
    drawing.check_place(png, "layouts.png")
    readable(file, TEMPLATES)
    loaded = _load(file)
    from msgspec.structs import replace

    print_text([replace(one, file=file.as_posix()) for one in loaded.problems])
    if loaded.template is None or loaded.theme is None:
        raise typer.Exit(PROBLEMS)
    sys.stdout.write("".join([f"{visible(say(line)).rstrip()}\n" for line in _told(loaded, file)]))
    if png is not None:
        drawing.write(png, _drawn(loaded, file.name))
    raise typer.Exit(CLEAN)


def _load(file: Path) -> Loaded:
    from slidekit.deck.model import Template
    from slidekit.scene.theming import load_theme
    from slidekit.source.span import START
    from slidekit.template.loading import load

    base, problems = load_theme("boreal", Path())
    assert base is not None, problems
    return load(Template(file.as_posix(), START), Path(), base, anywhere=True)


def _told(loaded: Loaded, file: Path) -> list[str]:
    """All that is said of a template, line by line."""
    from slidekit.template import inspecting

    template, choices = loaded.template, loaded.choices
    assert template is not None
    odd = list(inspecting.oddities(template, choices))
    told = [*inspecting.summary(template, file.as_posix()), "", *inspecting.table(template, choices), ""]
    if odd:
        told += [tell("Odd:"), *[tell("  {line}", line=line) for line in odd], ""]
    return [*told, tell("For the deck:"), "", *inspecting.draft(template, choices, file.name)]


def _drawn(loaded: Loaded, name: str) -> bytes:
    from slidekit.template.drawing import drawn
    from slidekit.writers.typst.contact import Row, contact

    assert loaded.template is not None
    assert loaded.theme is not None
    lines = (say(tell("each placeholder with its idx and its type; red for titles, grey for the foot")),)
    return contact([Row(name, lines, (drawn(loaded.template, loaded.theme, name),))])
