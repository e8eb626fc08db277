"""Finding `${name}` in texts."""

from __future__ import annotations

import pytest

from slidekit.deck.variables import Name, fill, names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("no variable, $5 and {braces}", []),
        ("${saved} a month", [Name("saved", 0)]),
        ("é ${a}${b_2}", [Name("a", 2), Name("b_2", 6)]),
        ("${ spaced }", [Name("spaced", 0)]),
        ("${économie}", [Name("économie", 0)]),
        ("$${HOME} and ${} and ${a b} and ${1x}", []),
        ("$$${x}", []),
        ("${open", []),
    ],
)
def test_names_with_their_offsets(source: str, expected: list[Name]) -> None:
    """A variable is a name in `${…}`; `$${` writes the signs themselves."""
    assert expected == list(names(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("${a} and ${a}", "1 and 1"),
        ("${b}", "${b}"),
        ("$${a}", "${a}"),
        ("$$${a}", "$${a}"),
        ("${loop}", "${a}"),
    ],
)
def test_fill_puts_values_in_once(source: str, expected: str) -> None:
    """Values are put in as they are, unknown names stay, and what a value holds is not read again."""
    assert expected == fill(source, {"a": "1", "loop": "${a}"}.get)
