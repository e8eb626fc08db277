"""The built-in words."""

from __future__ import annotations

import pytest

from slidekit.show.labels import clock, counted, draft_mark, duration, labels
from slidekit.show.locale import LABELS


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-CA", ["page 2 of 9", "slide 2 of 9", "Watch from 4:07"]),
        ("fr-CA", ["page 2 sur 9", "diapositive 2 sur 9", "Regarder à partir de 4:07"]),
    ],
)
def test_words(locale: str, expected: list[str]) -> None:
    """What stands at the foot and head of pages, in the language."""
    own = labels(locale)

    assert expected == [
        own.page_of.format(x=2, y=9),
        own.slide_of.format(n=2, m=9),
        own.watch_from.format(time=clock(247)),
    ]


def test_both_languages_say_everything() -> None:
    """No built-in word is missing in either language, and charts of every type have a name."""
    for name in LABELS["en"].__struct_fields__:
        assert getattr(LABELS["en"], name)
        assert getattr(LABELS["fr"], name)
    assert LABELS["en"].charts.keys() == LABELS["fr"].charts.keys()


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0 s"), (45, "45 s"), (90, "1 min 30 s"), (1200, "20 min"), (3600, "1 h"), (3900, "1 h 05"),
     (3725, "1 h 02 min 05 s")],
)  # fmt: skip
def test_durations(seconds: int, expected: str) -> None:
    """Lengths of time, their parts held together by no-break spaces."""
    assert expected.replace(" ", "\u00a0") == duration(seconds)


@pytest.mark.parametrize(("seconds", "expected"), [(7, "0:07"), (247, "4:07"), (3753, "1:02:33")])
def test_clock(seconds: int, expected: str) -> None:
    """Places in a recording as players show them."""
    assert expected == clock(seconds)


def test_draft_marks() -> None:
    """A draft's mark is in the language of the edition, spaced as its locale wants."""
    expected = ("[en: to be translated]", "[fr\u00a0: à traduire]", "[fr\u202f: à écrire]")

    assert expected == (draft_mark("en-CA"), draft_mark("fr-CA"), draft_mark("fr-CH", written=False))


@pytest.mark.parametrize(("n", "english", "french"), [(0, "0 rows", "0 ligne"), (1, "1 row", "1 ligne"),
                                                      (2, "2 rows", "2 lignes")])  # fmt: skip
def test_counts(n: int, english: str, french: str) -> None:
    """Nothing is singular in French and plural in English."""
    assert (english, french) == tuple(counted(labels(locale).row, n, locale) for locale in ("en-CA", "fr-CA"))
