"""`slidekit new-theme`: a theme file to start from."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from slidekit.cli.language import say, speaks
from slidekit.source.wording import tell

SCHEMA = Path(__file__).resolve().parent.parent / "theme.schema.json"
KEY = re.compile(r"( *)([a-z_]+):( .*)?")
WIDEST = 34
"""Columns that a value may take before its comment stands above it."""


def _names() -> list[str]:
    from slidekit.scene.theming import theme_names

    return theme_names()


def new_theme(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The theme's name, or the file to write.")],
    source: Annotated[
        str, typer.Option("--from", metavar="THEME", help="The theme to begin from.", autocompletion=_names)
    ] = "boreal",
) -> None:
    """Write a theme file to start from.

    It is one of the themes that come with slidekit, with a comment at every key that says what it is for. A deck
    takes it with  theme: ./NAME.yaml, and  slidekit themes NAME.yaml  checks it. The schema that editors complete
    keys from is put beside it.

    \b
    Examples:
      slidekit new-theme mine
      slidekit new-theme mine --from onyx
    """
    from slidekit.cli.failing import Misuse, one_of
    from slidekit.cli.schemas import spoken
    from slidekit.cli.terminal import visible
    from slidekit.scene.proof import NAME
    from slidekit.scene.theming import themes_folder

    one_of(source, _names(), tell("theme"))
    path = Path(name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    if not NAME.fullmatch(path.stem):
        raise Misuse(
            tell("a theme's name has letters, digits and hyphens only"), tell("such as  {name}", name="my-theme")
        )
    if not path.parent.is_dir():
        raise Misuse(tell("there is no folder {folder}", folder=str(path.parent)), tell("make it first"))
    if path.exists():
        raise Misuse(tell("{file} is there already", file=str(path)), tell("give another name"))
    shipped = (themes_folder() / f"{source}.yaml").read_text("utf-8")
    path.write_text(commented(shipped, path.stem, source), "utf-8")
    beside = path.with_name(SCHEMA.name)
    if not beside.exists():
        beside.write_text(spoken(SCHEMA.read_text("utf-8")), "utf-8")
    shown = visible(path.as_posix())
    key, command = f"theme: ./{visible(path.name)}", f"slidekit themes {shown}"
    done = tell("{file} is there; next:  {key}  in a deck, or  {command}", file=shown, key=key, command=command)
    sys.stdout.write(say(done) + "\n")


def commented(text: str, name: str, source: str) -> str:
    """A shipped theme under another name, each key with what it is for."""
    docs = _docs()
    lines = [
        f"# yaml-language-server: $schema={SCHEMA.name}",
        say(
            tell(
                "# The theme {name}, begun from {source}. Colours are RRGGBB, sizes points, the grid millimetres.",
                name=name,
                source=source,
            )
        ),
        say(tell("# A deck takes it with  theme: ./{name}.yaml;  slidekit themes {name}.yaml  checks it.", name=name)),
    ]
    above: list[str] = []
    for line in text.splitlines():
        found = KEY.fullmatch(line)
        if found is None:
            continue
        indent, key, value = found[1], found[2], found[3] or ""
        above = [*above[: len(indent) // 2], key]
        path = ".".join(above)
        own = {"name": f" {name}", "description.en": f' "{name}, begun from {source}"'}
        own["description.fr"] = f' "{name}, d’après {source}"'
        lines += _said(indent, key, own.get(path, value), docs.get(path.removeprefix("dark."), ""))
    return "\n".join(lines) + "\n"


def _said(indent: str, key: str, value: str, doc: str) -> list[str]:
    """A key and its value, what it is for behind it, or above it where there is no room or it holds others."""
    if not doc:
        return [f"{indent}{key}:{value}"]
    if not value or len(indent + key + value) > WIDEST:
        return ["" * (not indent), f"{indent}# {doc}", f"{indent}{key}:{value}"][bool(indent) :]
    return [f"{indent + key + ':' + value:<{WIDEST - 8}}  # {doc}"]


def _docs() -> dict[str, str]:
    """What each key is for, by the keys that lead to it, from the classes themselves."""
    from typing import get_type_hints

    from slidekit.scene.theme import ThemeFile
    from slidekit.source.decode import is_record
    from slidekit.source.schema import field_doc

    found: dict[str, str] = {}
    for name, hint in get_type_hints(ThemeFile).items():
        found[name] = field_doc(ThemeFile, name)
        if is_record(hint):
            found |= {f"{name}.{inner}": field_doc(hint, inner) for inner in hint.__struct_fields__}
    if speaks() == "en":
        return found
    from slidekit.locales import paragraphs

    return {name: paragraphs(doc) for name, doc in found.items()}
