"""What is imported is declared, and what is declared is imported."""

from __future__ import annotations

import re
import sys
import tomllib

from source_files import ROOT, imports, python_files

MODULES = {
    "python-pptx": "pptx",
    "PyYAML": "yaml",
    "typer": "typer",
    "Babel": "babel",
    "markdown-it-py": "markdown_it",
    "Pygments": "pygments",
    "typst": "typst",
    "rich": "rich",
}
"""The module that each dependency brings, where the names differ or not."""

BROUGHT = {
    "click": "typer",
    "lsprotocol": "pygls",
    "lxml": "python-pptx",
    "mdurl": "markdown-it-py",
    "xlsxwriter": "python-pptx",
}
"""Modules that come with a dependency that needs them just as we do."""


def test_what_is_imported_is_declared() -> None:
    """An installation by pip alone has every library that the product loads."""
    declared = {re.split(r"[^\w.-]", name)[0] for name in project()["dependencies"]}
    known = {MODULES.get(name, name) for name in declared} | {
        module for module, host in BROUGHT.items() if host in declared
    }

    outside = {name.split(".")[0] for path in python_files("src/slidekit") for name, _ in imports(path)}

    assert not outside - known - sys.stdlib_module_names - {"slidekit"}


def test_what_is_declared_is_imported() -> None:
    """Nobody installs a library for nothing."""
    imported = {name.split(".")[0] for path in python_files("src/slidekit") for name, _ in imports(path)}

    idle = [
        name
        for requirement in project()["dependencies"]
        if MODULES.get(name := re.split(r"[^\w.-]", requirement)[0], name) not in imported
    ]

    assert not idle


def project() -> dict[str, list[str]]:
    """The `[project]` table."""
    table: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table
