"""Decks as a clumsy hand leaves them: lines lost, doubled, moved, keys and values of the wrong kind."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from slidekit import build
from slidekit.outputs import Edition

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
EDITIONS: tuple[Edition, ...] = ("en", "fr", "side-by-side", "stacked", "alternating")
VALUES = (
    "~", "true", "-1", "1e308", ".nan", "[]", "{}", "[[x]]", "{en: x}", "{en: [x], fr: [y]}", "''", "' '", r"'\frac{'",
    "'$x_'", "'${no}'", "https://example.org/" + "a" * 2500, "'\u202e א'", "👩‍👩‍👧", "a" * 3000, r'"f' + "'" * 9 + '"',
    "2026-13-45", "'**'", "nope.png", "/etc/passwd", "[1, 2, 3]",
)  # fmt: skip


def mutated(text: str, dice: random.Random) -> str:
    """A deck with one to three mistakes in it."""
    lines = text.splitlines()
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(3, len(lines))
        key, colon, _ = lines[at].partition(": ")
        match dice.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at] = " " * dice.randrange(4) + lines[at].removeprefix("  ")
            case 3:
                other = dice.randrange(3, len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines[at] = f"{key}: {dice.choice(VALUES)}" if colon else lines[at].replace(":", "")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(12))
def test_a_mistake_ends_in_a_diagnostic(seed: int, tmp_path: Path) -> None:
    """Whatever is typed, `check` and a draft of every edition end without an exception."""
    dice = random.Random(seed)
    for picture in ("dot.png", "drawing.svg"):
        shutil.copy(GOLDEN / picture, tmp_path)
    deck = tmp_path / "talk.yaml"
    deck.write_text(mutated((GOLDEN / "every-block.yaml").read_text("utf-8"), dice), "utf-8")

    found = build.check([deck], editions=("en", "side-by-side")).diagnostics
    made = build.render(deck, tmp_path / "out", ("pptx", "marp"), EDITIONS, draft=True)

    assert all(one.message and one.file for one in found)
    assert made.outputs or any(one.severity == "error" for one in made.diagnostics)
