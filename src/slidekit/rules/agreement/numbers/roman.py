"""Numbers in Roman letters: `XX` and the French `XXe`."""

from __future__ import annotations

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ENDINGS = ("", "e", "er", "re", "ᵉ", "ème", "th", "st", "nd", "rd")


def roman(typed: str) -> tuple[int, str] | None:
    """`XX` and `XXe` as 20 with what follows the letters; nothing if it is no Roman number in its right form."""
    letters = typed.rstrip("abcdefghijklmnopqrstuvwxyzèᵉ")
    ending = typed[len(letters) :]
    if not letters or len(letters) > 15 or ending not in _ENDINGS or letters.strip("IVXLCDM"):
        return None
    figures = [_ROMAN[one] for one in letters]
    number = sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))
    return (number, ending) if letters == _in_roman(number) else None


def _in_roman(number: int) -> str:
    made = ""
    for value, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        made += sign * (number // value)
        number %= value
    return made
