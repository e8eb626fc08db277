"""Finding a theme by name or path, and reading it as a deck is read."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from slidekit.scene.theme import Mode, Theme, ThemeFile, form
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.system import reason
from slidekit.source.wording import listed, tell

if TYPE_CHECKING:
    from slidekit.source.span import Span

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


class Opened(Struct, frozen=True, gc=False):
    """A theme file that has been read."""

    file: ThemeFile | None
    """What it says, where that can be drawn with."""
    problems: tuple[Diagnostic, ...] = ()
    """About the file, each with its path; or about the name, with none."""
    path: Path | None = None
    """Of a theme of the author's own; none of one that comes with slidekit."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Where each value stands in such a file: `palette.ink`, `sizes.body`, `dark.palette.ink`."""


def load_theme(
    name: str, folder: Path, *, anywhere: bool = False, mode: Mode = "light"
) -> tuple[Theme | None, list[Diagnostic]]:
    """The theme of a name, or of a path seen from a folder, in one of its forms; and what is wrong with it."""
    return formed(open_theme(name, folder, anywhere=anywhere), mode)


def formed(opened: Opened, mode: Mode) -> tuple[Theme | None, list[Diagnostic]]:
    """A theme that has been read in one of its forms, and what is wrong with it."""
    found = list(opened.problems)
    if opened.file is None:
        return None, found
    if mode == "dark" and opened.file.dark is None:
        hint = tell("take  mode: light, or say in the theme file what is  dark:")
        found.append(Diagnostic("SK015", tell("the theme {theme} has no dark form", theme=opened.file.name), hint=hint))
    return form(opened.file, mode), found


def open_theme(name: str, folder: Path, *, anywhere: bool = False) -> Opened:
    """The theme file of a name, or of a path seen from a folder.

    A deck may name files inside its own folder only, symlinks resolved; `anywhere` is for the
    person at the command line. A diagnostic about the theme file itself carries that file's path;
    one about the name carries none.
    """
    if "/" not in name and "\\" not in name and not name.endswith((".yaml", ".yml")):
        if name not in theme_names():
            return Opened(None, (unknown_theme(name),))
        shipped = _read(themes_folder() / f"{name}.yaml")
        return Opened(shipped.file, shipped.problems)
    path = Path(os.path.realpath(folder / name))  # `resolve` raises where links go round in a ring
    if not anywhere and not path.is_relative_to(folder.resolve()):
        outside = tell("the theme file {name} lies outside the deck's folder", name=name)
        hint = tell("copy it beside the deck, or choose it with  --theme")
        return Opened(None, (Diagnostic("SK015", outside, hint=hint),))
    if path.suffix.lower() not in (".yaml", ".yml"):
        hint = tell("give a .yaml file; a PowerPoint template goes under  template:")
        return Opened(None, (Diagnostic("SK015", tell("{name} is no theme file", name=name), hint=hint),))
    if not os.path.isfile(path):  # says no, too, where a path is too long to be one
        missing = Diagnostic(
            "SK015", tell("there is no theme file {name}", name=name), hint=tell("give the path from the deck's folder")
        )
        return Opened(None, (missing,))
    try:
        return _read(path)
    except OSError as error:
        message = tell("cannot read the theme file {file}: {reason}", file=name, reason=reason(error))
        return Opened(None, (Diagnostic("SK015", message, hint=tell("allow reading it")),))


def unknown_theme(name: str) -> Diagnostic:
    """What to say of a theme that nobody has heard of."""
    from difflib import get_close_matches

    near = get_close_matches(name, theme_names(), n=1)
    hint = (
        tell("did you mean  {name}?", name=near[0])
        if near
        else tell("the themes are {names}; or give a path ending in .yaml", names=listed(theme_names()))
    )
    return Diagnostic("SK015", tell("there is no theme called {name}", name=name), hint=hint)


def _read(path: Path) -> Opened:
    """A theme file, which is read once as long as it stays the same."""
    state = path.stat()
    return _read_once(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read_once(path: Path, _changed: int, _size: int) -> Opened:
    from slidekit.scene.theme_reading import decoder, parts, spans_of
    from slidekit.source.decode import decode
    from slidekit.source.nodes import read

    with path.open("rb") as stream:
        data = stream.read(MAX_THEME_BYTES + 1)
    if len(data) > MAX_THEME_BYTES:
        return Opened(None, (Diagnostic("SK009", tell("the theme file is larger than 1 MiB"), file=str(path)),), path)
    source = read(data)
    problems = list(source.problems)
    if source.root is None and not problems:
        hint = tell("slidekit new-theme  writes one to start from")
        problems.append(Diagnostic("SK015", tell("the theme file is empty"), hint=hint))
    theme = decode(source.root, ThemeFile, problems, decoder()) if source.root is not None else None
    spans = dict(spans_of(source.root)) if path.parent != themes_folder() else {}
    if spans:
        from slidekit.scene.proof import proofs

        problems += proofs(parts(source.root, theme), spans)
    if any(one.severity is Severity.ERROR for one in problems):
        theme = None
    return Opened(theme, tuple([replace(one, file=str(path)) for one in problems]), path, spans)
