"""The layers: imports point down only, and each outside library has one door."""

from __future__ import annotations

from pathlib import Path

import pytest
from source_files import SRC, imports, python_files

LAYERS = (
    "source", "locales", "deck", "show", "scene", "template", "rules", "settings", "writers", "tools",
    "history", "kept", "outputs", "sampler", "beside", "dependencies", "crew", "reviewing", "steps", "build", "mending",
    "live", "watching", "rerender", "preview", "editor", "cli", "__main__",
)  # fmt: skip
"""From the ground up."""

DOORS = {
    "babel": ("show/locale.py",),
    "subprocess": ("tools.py", "history.py"),
    "pygments": ("scene/code.py",),
    "typer": ("cli/",),
    "click": ("cli/",),
    "rich": ("cli/",),
    "typst": ("writers/typst/", "scene/raster.py"),
    "pptx": ("writers/pptx/",),
    "lxml": ("template/", "writers/pptx/"),
    "xlsxwriter": ("writers/pptx/workbook.py",),
    "markdown_it": ("show/inline.py",),
    "yaml": ("source/nodes.py",),
    "segno": ("scene/codes.py", "preview/"),
    "pygls": ("editor/",),
    "lsprotocol": ("editor/",),
    "starlette": ("preview/",),
    "uvicorn": ("preview/",),
    "watchfiles": ("watching.py",),
}
"""Where each library may be imported: a file, or a folder that ends in `/`."""

FILES = python_files("src/slidekit")


def layer(path: Path) -> str:
    """The layer that a file belongs to."""
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported_layers(path: Path) -> list[tuple[str, int]]:
    """Each layer of slidekit that a file imports, with the line."""
    return [
        (parts[1], line) for name, line in imports(path) if (parts := name.split("."))[0] == "slidekit" and parts[1:]
    ]


def test_imports_point_down() -> None:
    """No module imports a layer above its own."""
    upward = [
        f"{path.relative_to(SRC)}:{line}: {name}"
        for path in FILES
        for name, line in imported_layers(path)
        if name in LAYERS and LAYERS.index(name) > (0 if path == SRC / "__init__.py" else LAYERS.index(layer(path)))
    ]

    assert FILES
    assert not upward


def test_every_module_has_a_layer() -> None:
    """A new folder or file at the top is given its place in the order."""
    strangers = sorted({layer(path) for path in FILES} - {*LAYERS, "__init__"})

    assert not strangers


def test_no_writer_imports_deck() -> None:
    """A writer never sees both languages, so it can never choose one."""
    seen = [
        f"{path.relative_to(SRC)}:{line}"
        for path in FILES
        if layer(path) == "writers"
        for name, line in imported_layers(path)
        if name == "deck"
    ]

    assert not seen


def test_no_writer_imports_another() -> None:
    """A new writer touches no other."""
    seen = [
        f"{path.relative_to(SRC)}:{line}: {name}"
        for path in FILES
        if layer(path) == "writers" and path != SRC / "writers" / "__init__.py"
        for name, line in imports(path)
        if name.startswith("slidekit.writers.") and name.split(".")[2] != own_writer(path)
    ]

    assert not seen


def own_writer(path: Path) -> str:
    """The writer that a file is part of: `pptx`, `typst`, `marp`."""
    return path.relative_to(SRC / "writers").parts[0].removesuffix(".py").partition("_")[0]


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library: str) -> None:
    """A library is imported in one place, so that it can be replaced there and loaded only when wanted."""
    doors = DOORS[library]

    strays = sorted(
        {
            f"{path.relative_to(SRC)}:{line}"
            for path in FILES
            for name, line in imports(path)
            if name.split(".")[0] == library and not any(str(path.relative_to(SRC)).startswith(door) for door in doors)
        }
    )

    assert not strays
