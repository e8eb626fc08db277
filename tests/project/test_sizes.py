"""The measure of the code: files that are read in one sitting, functions that fit on a screen."""

from __future__ import annotations

import ast
from pathlib import Path

from source_files import ROOT, SRC, functions, python_files, tree

FILES = python_files("src/slidekit", "tests", "benchmarks", "scripts")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
DECODING = ("source/", "deck/reading", "deck/schema", "scene/theme_reading", "scene/theme_schema")
"""The decoder, its converters for decks and themes, and the schemas made from the same type hints."""


def named(path: Path) -> str:
    """A file by its place in the repository."""
    return str(path.relative_to(ROOT))


def test_no_file_is_too_long() -> None:
    """No file has more than 400 lines."""
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}

    assert {} == {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}
    assert len(lengths) > 500


def test_no_function_is_too_long() -> None:
    """No function has more than 60 lines, its decorators left out."""
    long = [
        f"{named(path)}: {function.name}: {length} lines"
        for path in FILES
        for function in functions(tree(path))
        if (length := (function.end_lineno or function.lineno) - function.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not long


def test_everything_is_explained() -> None:
    """Every module says in one sentence what it is, and every test what it holds to be true."""
    silent = [named(path) for path in FILES if not ast.get_docstring(tree(path))]
    silent += [
        f"{named(path)}: {function.name}"
        for path in FILES
        for function in functions(tree(path))
        if function.name.startswith("test_") and ast.get_docstring(function) is None
    ]

    assert not silent


def test_types_say_what_things_are() -> None:
    """`Any` stands nowhere in the product but where nodes become objects of any class."""
    product = [path for path in FILES if path.is_relative_to(SRC)]

    used = [
        f"{named(path)}:{node.lineno}"
        for path in product
        if not str(path.relative_to(SRC)).startswith(DECODING)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "Any"
    ]

    assert product
    assert not used
