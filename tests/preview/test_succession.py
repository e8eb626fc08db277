"""A slide is known again after the deck was edited, so that a talk that is on stays where it is."""

from __future__ import annotations

from random import Random

import pytest

from slidekit.preview.succession import Sign, moved, number_now


def deck(slides: str) -> list[Sign]:
    """Slides as they are typed here: `a:1` is one with the title `a` and the text `1`, `#x` before them is an id."""
    made = []
    for slide in slides.split():
        name, _, rest = slide.rpartition("#")
        title, _, text = rest.partition(":")
        made.append(Sign(name, (title,) if title else (), slide.encode() + text.encode()))
    return made


@pytest.mark.parametrize(
    ("before", "after", "numbers"),
    [
        ("a b c", "a b c", ()),
        ("a b c", "a b c d", ()),
        ("a b c", "n a b c", (2, 3, 4)),
        ("a b c", "a n b c", (1, 3, 4)),
        ("a b c", "a c", (1, 0, 2)),
        ("a b c", "a b", (1, 2, 0)),
        ("a b c", "c a b", (2, 3, 1)),
        ("a:1 b:1", "a:2 b:1", ()),
        ("a:1 b:1", "n a:2 b:1", (2, 3)),
        ("x#a y#b", "n y#z x#w", (3, 2)),
        ("a b c", "a z c", ()),
        ("a b c", "n a z c", (2, 3, 4)),
        ("a b c", "a z n c", (1, 0, 4)),
        ("a b c d", "d z c", (0, 0, 3, 1)),
        ("a a a", "a a a a", ()),
        (":1 :2", "n :1 :2", (2, 3)),
        ("", "a b", ()),
        ("a b", "", (0, 0)),
        ("", "", ()),
    ],
)
def test_a_slide_is_known_again(before: str, after: str, numbers: tuple[int, ...]) -> None:
    """What was put in before it, taken out or mended makes no other slide of it."""
    assert numbers == moved(deck(before), deck(after))


def test_no_slide_is_two() -> None:
    """Whatever is cut and pasted, each slide of before is one of now or none, and what is the same is found."""
    chance = Random(5)
    for _ in range(2_000):
        before = deck(" ".join(chance.choices(["a", "b:1", "b:2", "x#c", "x#d", ":1", ":2", "e", "f", "g"], k=8)))
        after = list(before)
        for _ in range(chance.randrange(4)):
            match chance.randrange(3):
                case 0:
                    after.insert(chance.randrange(len(after) + 1), deck("new:7")[0])
                case 1 if after:
                    after.append(after.pop(chance.randrange(len(after))))
                case _ if after:
                    after.pop(chance.randrange(len(after)))
        numbers = moved(before, after) or tuple(range(1, len(before) + 1))
        there = [one for one in numbers if one]

        assert len(there) == len(set(there)) <= len(after)
        assert sum(one in after for one in set(before)) <= len(there)


@pytest.mark.parametrize(
    ("moves", "number", "now"),
    [((), 3, 3), ((2, 3, 4), 3, 4), ((1, 0, 2), 2, 1), ((0, 0, 1), 2, 1), ((1, 2), 9, 2), ((3,), 0, 1)],
)
def test_where_a_talk_goes_on(moves: tuple[int, ...], number: int, now: int) -> None:
    """At its slide; at the one before it, which has been shown, where its slide was taken out."""
    assert now == number_now(moves, number)
