"""A talk laid out again: what is taken over from the layout before is what would have been made anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from slidekit.live import Live
from slidekit.scene.layout import Layouts

ROOT = Path(__file__).resolve().parents[2]
DECKS = ("decks/ai-in-the-terminal.yaml", "tests/golden/every-block.yaml")


def edits(lines: list[str], chance: random.Random) -> list[str]:
    """Another version of a deck: a longer or a shorter text, a slide less, two changed places, a line more."""
    lines = list(lines)
    texts = [at for at, line in enumerate(lines) if line.lstrip("- ").startswith(("en: ", "fr: "))]
    starts = [at for at, line in enumerate(lines) if line.startswith("  - ")]
    at = chance.choice(texts)
    match chance.randrange(6):
        case 0:
            lines[at] += " plus" * chance.randrange(1, 40)
        case 1:
            lines[at] = lines[at][: lines[at].index(": ") + 6]
        case 2:
            which = chance.randrange(len(starts) - 1)
            del lines[starts[which] : starts[which + 1]]
        case 3:
            lines.insert(chance.choice(starts), "  - section: {en: New, fr: Nouveau}")
        case 4:
            lines.insert(chance.choice(starts), "  # a comment")
        case _:
            first, second, third = sorted(chance.sample(starts, 3))
            lines[first:third] = lines[second:third] + lines[first:second]
    return lines


def drawn(layouts: Layouts) -> list[object]:
    """All that is drawn of a talk in both languages, and what does not fit."""
    scenes = [layouts.scene(lang) for lang in ("en", "fr")]
    return [layouts.problems, *[(list(scene.slides), scene.layouts, scene.show) for scene in scenes]]


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_over_is_what_would_be_made(deck: str, seed: int) -> None:
    """Edit after edit, the slides are those of the same text laid out from nothing; some are the very same."""
    path, chance = ROOT / deck, random.Random(seed)
    lines = path.read_text(encoding="utf-8").split("\n")
    live, taken, before = Live(path), 0, set[int]()

    for _ in range(12):
        lines = edits(lines, chance)
        data = "\n".join(lines).encode()
        layouts, anew = live.draft(data).layouts, Live(path).draft(data).layouts
        if layouts is None or anew is None:
            continue
        assert drawn(anew) == drawn(layouts)
        slides = [slide for scene in (layouts.scene("en"),) for slide in scene.slides]
        taken += len(before & {id(slide) for slide in slides})
        before, kept = {id(slide) for slide in slides}, slides

    assert taken > 0
    assert kept


def test_another_theme_takes_nothing_over(tmp_path: Path) -> None:
    """A theme, a mode or a picture that changes is a talk laid out anew."""
    path = ROOT / DECKS[0]
    text = path.read_text(encoding="utf-8")
    live = Live(path)
    for theme in ("boreal", "erable", "boreal"):
        data = (text.replace("theme: boreal", f"theme: {theme}")).encode()
        layouts, anew = live.draft(data).layouts, Live(path).draft(data).layouts

        assert layouts is not None
        assert anew is not None
        assert drawn(anew) == drawn(layouts)
