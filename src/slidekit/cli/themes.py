"""`slidekit themes`: the themes there are, what they are for, whether their words can be read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidekit.cli.language import say
from slidekit.source.wording import listed, tell

if TYPE_CHECKING:
    from slidekit.scene.theming import Opened
    from slidekit.source.diagnostic import Diagnostic

FORMATS = ("text", "json")


def _names() -> list[str]:
    from slidekit.scene.theming import theme_names

    return theme_names()


def themes(
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME|PATH]…", help="Themes, or theme files of your own; else all.", autocompletion=_names
        ),
    ] = None,
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Draw a contact sheet of them there.")
    ] = None,
    format: Annotated[
        str,
        typer.Option(metavar="text|json", help="For people or for programs.", autocompletion=lambda: list(FORMATS)),
    ] = "text",
) -> None:
    """List the themes, and check those of your own.

    A theme file is checked as a deck is: each finding has its line and column, and words that stand out too
    little from their ground are named with a colour that would do. Exit code 1 means that a file has errors.

    \b
    Examples:
      slidekit themes
      slidekit themes --png themes.png
      slidekit themes mine.yaml --png mine.png
      slidekit themes --format json
    """
    from slidekit.cli.drawing import check_place
    from slidekit.cli.failing import CLEAN, PROBLEMS, one_of
    from slidekit.cli.report import print_text

    check_place(png, "themes.png")
    as_json = one_of(format, FORMATS, tell("format")) == "json"
    opened = [_open(name) for name in which or _names()]
    found = [_findings(name, one) for name, one in zip(which or _names(), opened, strict=True)]
    if as_json:
        sys.stdout.write(_in_json(opened, found))
    else:
        sys.stdout.write("\n".join([_in_text(one) for one in opened if one.file is not None]))
        print_text([each for diagnostics in found for each in diagnostics])
    if png is not None:
        _draw(opened, png)
    raise typer.Exit(PROBLEMS if any(one.file is None for one in opened) else CLEAN)


def _open(name: str) -> Opened:
    """A theme that can be looked at; a misuse where there is none of that name."""
    from slidekit.cli.failing import Misuse, one_of
    from slidekit.scene.theming import open_theme

    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        one_of(name, _names(), tell("theme"))
    elif not Path(name).is_file():
        raise Misuse(
            tell("there is no theme file {file}", file=name), tell("or a name: {names}", names=listed(_names()))
        )
    return open_theme(name, Path(), anywhere=True)


def _findings(name: str, opened: Opened) -> list[Diagnostic]:
    """What is wrong with a theme, its file named as it was typed."""
    from msgspec.structs import replace

    from slidekit.rules.accessibility import low_contrast, small_type

    found = list(opened.problems)
    if opened.file is not None and opened.path is not None:
        found += [*low_contrast.findings(opened), *small_type.findings(opened)]
    return [replace(one, file=name) for one in found]


def _in_text(opened: Opened) -> str:
    """A few lines on one theme."""
    from slidekit.cli.terminal import paint, visible

    file = opened.file
    assert file is not None
    fonts = ", ".join(dict.fromkeys((file.fonts.heading, file.fonts.body, file.fonts.code)))
    words = dict.fromkeys((file.description.en, file.description.fr))
    forms = say(tell("light and dark") if file.dark else tell("light"))
    lines = [paint(file.name, "place", sys.stdout), *[f"  {visible(line)}" for line in (*words, f"{fonts}; {forms}")]]
    return "".join([f"{line}\n" for line in lines])


def _in_json(opened: Sequence[Opened], found: Sequence[Sequence[Diagnostic]]) -> str:
    """A list of all themes, one object each."""
    import json

    from slidekit.cli.report import as_object
    from slidekit.scene.legibility import least_ratio
    from slidekit.scene.theme import form

    told = []
    for one, diagnostics in zip(opened, found, strict=True):
        own: dict[str, object] = {"file": str(one.path) if one.path else None}
        if file := one.file:
            forms = ("light", "dark") if file.dark else ("light",)
            own |= {
                "name": file.name,
                "description": {"en": file.description.en, "fr": file.description.fr},
                "fonts": {role: getattr(file.fonts, role) for role in file.fonts.__struct_fields__},
                "modes": list(forms),
                "least_contrast": {mode: round(least_ratio(form(file, mode)), 2) for mode in forms},  # type: ignore[arg-type]
            }
        told.append(own | {"diagnostics": [as_object(each) for each in diagnostics]})
    return json.dumps(told, indent=2) + "\n"


def _draw(opened: Sequence[Opened], png: Path) -> None:
    """Write the contact sheet."""
    from slidekit.cli import drawing
    from slidekit.cli.terminal import visible
    from slidekit.sampler import contact_sheet

    drawable = [one.file for one in opened if one.file is not None]
    if not drawable:
        return
    drawing.write(png, contact_sheet(drawable))
    sys.stderr.write(say(tell("{file} is there", file=visible(png.as_posix()))) + "\n")
