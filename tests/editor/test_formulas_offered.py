"""Completion in formulas: LaTeX's commands, and only those that slidekit draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from typing_decks import completed, taken

from slidekit.editor.formulas import commands

HEAD = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: First, fr: Premier}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the deck lies."""
    return tmp_path / "talk.yaml"


@pytest.mark.parametrize(
    ("text", "label", "line"),
    [
        ("    math: '\\al¦'", "\\alpha", "    math: '\\alpha'"),
        ("    text: {en: 'so $x = \\fr¦', fr: y}", "\\frac", "    text: {en: 'so $x = \\frac{1}{1}', fr: y}"),
        ('    text: {en: "so $x = \\\\fr¦", fr: y}', "\\frac", '    text: {en: "so $x = \\\\frac{1}{1}", fr: y}'),
    ],
)
def test_formulas(text: str, label: str, line: str, path: Path) -> None:
    """After a backslash in a formula come LaTeX's commands, doubled where YAML wants it."""
    typed = HEAD + text

    assert line == taken(typed, completed(typed, path, known=HEAD), label).splitlines()[-1]


def test_every_command_offered_is_read() -> None:
    """Each command that is offered is one that slidekit draws."""
    from slidekit.show.math import read

    faults = {name: read("\\" + template.replace("§", "x")).fault for name, template, _ in commands()}

    assert {} == {name: fault.message for name, fault in faults.items() if fault is not None}


def test_a_backslash_in_prose_asks_for_nothing(path: Path) -> None:
    """Outside of a formula it is a sign like any other."""
    assert [] == completed(HEAD + "    text: {en: 'C:\\te¦'}", path, known=HEAD)
