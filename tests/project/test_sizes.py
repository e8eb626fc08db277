"""The measure of the code: files that are read in one sitting, functions that fit on a screen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from source_files import ROOT, SRC, functions, python_files, tree

FILES = python_files("src/slidekit", "tests", "benchmarks", "scripts")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
DECODING = ("source/", "deck/reading", "deck/schema", "scene/theme_reading", "scene/theme_schema")
"""The decoder, its converters for decks and themes, and the schemas made from the same type hints."""

pytestmark = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def test_no_file_is_too_long(path: Path) -> None:
    """No file has more than 400 lines."""
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= LONGEST_FILE


def test_no_function_is_too_long(path: Path) -> None:
    """No function has more than 60 lines, its decorators left out."""
    long = [
        f"{function.name}: {length} lines"
        for function in functions(tree(path))
        if (length := (function.end_lineno or function.lineno) - function.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not long


def test_everything_is_explained(path: Path) -> None:
    """Every module says in one sentence what it is, and every test what it holds to be true."""
    module = tree(path)

    silent = [
        function.name
        for function in functions(module)
        if function.name.startswith("test_") and ast.get_docstring(function) is None
    ]

    assert ast.get_docstring(module)
    assert not silent


def test_types_say_what_things_are(path: Path) -> None:
    """`Any` stands nowhere in the product but where nodes become objects of any class."""
    if not path.is_relative_to(SRC) or str(path.relative_to(SRC)).startswith(DECODING):
        return

    used = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Name) and node.id == "Any"]

    assert not used
