"""Finding a theme by name or path, and reading it as a deck is read."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from slidekit.scene.theme import Theme
from slidekit.source.diagnostic import Diagnostic

MAX_THEME_BYTES = 2**20
"""A theme takes 2 KB."""

BESIDE_PACKAGE = Path(__file__).resolve().parent.parent / "themes"
IN_CHECKOUT = Path(__file__).resolve().parents[3] / "themes"


def themes_folder() -> Path:
    """Where the shipped themes are: inside the wheel, or at the top of a source checkout."""
    return BESIDE_PACKAGE if BESIDE_PACKAGE.is_dir() else IN_CHECKOUT


def theme_names() -> list[str]:
    """The names of the themes that come with slidekit."""
    return sorted(path.stem for path in themes_folder().glob("*.yaml"))


def load_theme(name: str, folder: Path, *, anywhere: bool = False) -> tuple[Theme | None, list[Diagnostic]]:
    """The theme of a name, or of a path seen from a folder; what is wrong with it is listed.

    A deck may name files inside its own folder only, symlinks resolved; `anywhere` is for the
    person at the command line. A diagnostic about the theme file itself carries that file's path;
    one about the name carries none.
    """
    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        if name not in theme_names():
            return None, [unknown_theme(name)]
        return _read(themes_folder() / f"{name}.yaml")
    path = (folder / name).resolve()
    if not anywhere and not path.is_relative_to(folder.resolve()):
        outside = f"the theme file {name} lies outside the deck's folder"
        hint = "copy it beside the deck, or choose it with  --theme"
        return None, [Diagnostic("SK015", outside, hint=hint)]
    if not path.is_file():
        return None, [
            Diagnostic("SK015", f"there is no theme file {name}", hint="give the path from the deck's folder")
        ]
    return _read(path)


def unknown_theme(name: str) -> Diagnostic:
    """What to say of a theme that nobody has heard of."""
    from difflib import get_close_matches

    near = get_close_matches(name, theme_names(), n=1)
    hint = (
        f"did you mean  {near[0]}?"
        if near
        else f"the themes are {', '.join(theme_names())}; or give a path ending in .yaml"
    )
    return Diagnostic("SK015", f"there is no theme called {name}", hint=hint)


@lru_cache(maxsize=8)
def _read(path: Path) -> tuple[Theme | None, list[Diagnostic]]:
    from slidekit.source.decode import decode
    from slidekit.source.nodes import read

    with path.open("rb") as stream:
        data = stream.read(MAX_THEME_BYTES + 1)
    if len(data) > MAX_THEME_BYTES:
        wrong = Diagnostic("SK009", "the theme file is larger than 1 MiB", file=str(path))
        return None, [wrong]
    source = read(data)
    problems = list(source.problems)
    theme = decode(source.root, Theme, problems) if source.root is not None else None
    from msgspec.structs import replace

    return (None if problems else theme), [replace(problem, file=str(path)) for problem in problems]
