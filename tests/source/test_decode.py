"""Nodes become frozen records, with every problem told and none raised."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from msgspec import Struct

from slidekit.scene.theme import ThemeFile
from slidekit.scene.theme_reading import decoder
from slidekit.source.decode import decode
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.nodes import read


class Wheel(Struct, frozen=True, gc=False):
    """A part."""

    size: int
    spokes: float | None = None


class Cart(Struct, frozen=True, gc=False):
    """A whole."""

    name: str
    wheels: tuple[Wheel, ...] = ()
    kind: Literal["hand", "horse"] = "hand"
    closed: bool = False


def decoded(source: str) -> tuple[Cart | None, list[tuple[int, int, str]]]:
    """What comes of a text, and (line, column, code) of every problem."""
    problems: list[Diagnostic] = []
    value = decode(read(source.encode()).root, Cart, problems)
    return value, [(problem.span.line, problem.span.column, problem.code) for problem in problems]


def test_a_whole_is_decoded() -> None:
    """Nested classes, tuples, words of a closed list, numbers and truth values."""
    source = "name: 007\nwheels:\n  - {size: 3, spokes: 1.5}\n  - {size: 4, spokes: ~}\nkind: horse\nclosed: yes\n"

    assert (Cart("007", (Wheel(3, 1.5), Wheel(4, None)), "horse", True), []) == decoded(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("name: a\nkind: hors\n", [(2, 7, "SK015")]),
        ("name: a\nknid: horse\n", [(2, 1, "SK013")]),
        ("name: a\nclosed: perhaps\n", [(2, 9, "SK016")]),
        ("name: a\nwheels: 3\n", [(2, 9, "SK014")]),
        ("name: a\nwheels:\n  - {size: big}\n  - {}\n", [(3, 12, "SK016"), (4, 5, "SK017")]),
        ("name: [a]\n", [(1, 7, "SK014")]),
        ("kind: hand\n", [(1, 1, "SK017")]),
        ("", [(1, 1, "SK017")]),
        ("- a\n", [(1, 1, "SK014")]),
    ],
)
def test_every_problem_has_its_place(source: str, expected: list[tuple[int, int, str]]) -> None:
    """Unknown keys and words, wrong shapes, values not understood, keys that are missing."""
    assert expected == decoded(source)[1]


def test_the_nearest_is_suggested() -> None:
    """A misspelt key or word brings the one that was most likely meant."""
    problems: list[Diagnostic] = []

    decode(read(b"name: a\nknid: horse\nkind: hores\n").root, Cart, problems)

    assert ["did you mean `kind`?", "did you mean `horse`?"] == [problem.hint for problem in problems]


def test_a_theme_is_decoded_as_a_deck_is() -> None:
    """The theme that comes with slidekit has no problem, and its colours are colours."""
    problems: list[Diagnostic] = []
    file = Path(__file__).parents[2] / "themes" / "boreal.yaml"

    theme = decode(read(file.read_bytes()).root, ThemeFile, problems, decoder())

    assert [] == problems
    assert theme is not None
    assert "boreal" == theme.name


def test_a_colour_that_is_none() -> None:
    """A theme's colours are six hexadecimal digits."""
    problems: list[Diagnostic] = []

    decode(read(b"palette: {paper: '#fff', ink: 1F2933}\n").root, ThemeFile, problems, decoder())

    assert (1, 18, "SK016") in [(problem.span.line, problem.span.column, problem.code) for problem in problems]
