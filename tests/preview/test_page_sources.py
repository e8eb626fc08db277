"""The page's own files: typed, without markup made of strings, without outside addresses, no word missing or idle."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from slidekit.preview.packaged import FOLDER
from slidekit.preview.wording import words
from slidekit.preview.wording_present import audience

SOURCES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".js", ".html", ".css", ".svg"})
UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|createContextualFragment"
    r"|srcdoc|\sstyle=|\son[a-z]+=\"|javascript:"
)
"""What makes markup or code of a string, and what the page's content security policy would refuse."""
OUTSIDE = re.compile(r"(?:https?:)?//(?!www\.w3\.org/2000/svg)[a-z0-9-]+\.[a-z]", re.IGNORECASE)
ASKED = re.compile(
    r"""(?<![#\w.])(?:say|count)\([^)`"\n{]*?["`]([a-z][\w.-]*(?:\$\{)?)|data-(?:say|title|name|hint)="([^"]+)"""
)
"""A word that the page asks for; one that ends in `${` is the beginning of several."""
LARGEST = 16_000
"""Bytes of a source file: it is read in one sitting."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_makes_markup_of_a_string(path: Path) -> None:
    """No source has a way by which a deck's text could become markup or code, or a style that the policy refuses."""
    text = path.read_text(encoding="utf-8")

    assert [] == [hit.group() for hit in UNSAFE.finditer(text)]
    assert [] == [hit.group() for hit in OUTSIDE.finditer(text)]
    assert len(text.encode()) <= LARGEST


def test_no_word_is_missing_and_none_is_idle() -> None:
    """Every word that the page asks for is in `wording.py`, and every one there is asked for."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.suffix in {".js", ".html"})
    asked = {first or second for first, second in ASKED.findall(text)}
    whole = {one for one in asked if not one.endswith("${")}
    beginnings = tuple(one.removesuffix("${") for one in asked if one.endswith("${"))
    known = {re.sub(r"\.(?:one|other)$", "", key) for key in words("en") | audience("en")}
    literal = set(re.findall(r"""["'`]([a-z][\w.-]*)["'`]""", text))

    assert set() == whole - known
    assert set() == {key for key in known if key not in whole | literal and not key.startswith(beginnings)}


def test_both_languages_have_the_same_words() -> None:
    """What the page fills in stands in both languages alike."""
    english, french = words("en"), words("fr")
    parts = re.compile(r"\{(\w+)\}")

    assert english.keys() == french.keys()
    assert {key: sorted(parts.findall(text)) for key, text in english.items()} == {
        key: sorted(parts.findall(text)) for key, text in french.items()
    }


def test_the_types_hold(root: Path) -> None:
    """The types in the sources' comments hold, by the strictest rules of the TypeScript that proves the extension."""
    compiler = root / "editors" / "vscode" / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.is_file():
        pytest.skip("what the extension for VS Code is built with is not installed")
    done = subprocess.run(
        ["node", compiler, "-p", FOLDER / "jsconfig.json"], capture_output=True, encoding="utf-8", check=False
    )

    assert ("", 0) == (done.stdout, done.returncode)
