"""Where lines end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidekit.scene.boxes import Type
from slidekit.scene.breaking import PT_PER_MM, Measured
from slidekit.scene.elements import Kit
from slidekit.scene.metrics import SAFETY
from slidekit.scene.theming import load_theme
from slidekit.show.pages import Run


def measure(*runs: Run) -> Measured:
    """Runs in the body type of the house theme."""
    theme, _ = load_theme("boreal", Path())
    assert theme is not None
    return Kit(theme, ("fr",)).measure(runs, Type("body", "000000"))


def lines(text: str, width_mm: float, size_pt: float = 20.0) -> list[str]:
    """A text as it is broken."""
    found = measure(Run(text, "fr-CA"))
    cuts = (0, *found.breaks(width_mm, size_pt), len(text))
    return [text[first:last] for first, last in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "width_mm", "expected"),
    [
        ("une puce", 100, ["une puce"]),
        ("une puce contient", 35, ["une puce ", "contient"]),
        ("La loi\u00a0: tenue", 22, ["La loi\u00a0: ", "tenue"]),
        ("porte-monnaie", 30, ["porte-", "monnaie"]),
        ("de 3-10 fois", 14, ["de ", "3-10 ", "fois"]),
        ("avec --draft", 22, ["avec ", "--draft"]),
        ("vite—bien", 18, ["vite—", "bien"]),
        ("1\u202f250,50\u00a0$ par mois", 45, ["1\u202f250,50\u00a0$ par ", "mois"]),
    ],
)
def test_lines_end_where_french_allows(text: str, width_mm: float, expected: list[str]) -> None:
    """A line ends after a space, a hyphen before a letter or a dash, and never at a no-break space."""
    assert expected == lines(text, width_mm)


@pytest.mark.parametrize("sign", ":;!?")
def test_no_line_begins_with_a_french_sign_after_a_plain_space(sign: str) -> None:
    """As LibreOffice has it: what parts the word from its sign need not be a no-break space."""
    words = f"mot {sign} mot {sign} "

    assert not [one for width in range(20, 60) for one in lines(words * 6, width) if one.startswith(sign)]


def test_a_word_wider_than_its_box_is_split() -> None:
    """No letter is lost, and no piece is wider than the box."""
    found = lines("anticonstitutionnellement", 20)

    assert "anticonstitutionnellement" == "".join(found)
    assert len(found) > 2


def test_thousands_of_runs_break_as_one_does() -> None:
    """Each run is looked at once, so that a text of markup alone is broken within a second."""
    text = "ab c" * 20_000
    whole = measure(Run(text, "fr-CA"))
    parts = measure(*[Run(sign, "fr-CA") for sign in text])

    assert whole.breaks(40, 20) == parts.breaks(40, 20)


def test_emphasis_changes_the_width() -> None:
    """Bold words are measured in the bold face."""
    plain = measure(Run("deux fois", "fr"))
    bold = measure(Run("deux ", "fr", bold=True), Run("fois", "fr", bold=True))

    assert bold.total > plain.total


def test_the_authors_own_line_break_counts_as_a_line() -> None:
    """A newline breaks by itself and is not among the breaks."""
    found = measure(Run("un", "fr"), Run("\n", "fr"), Run("deux", "fr"))

    assert (2, ()) == (found.lines(100, 20), found.breaks(100, 20))


@given(st.text(min_size=1, max_size=80), st.floats(12, 200))
def test_breaks_lie_inside_the_text_in_order(text: str, width_mm: float) -> None:
    """Whatever the signs, breaks are offsets inside the text, growing."""
    found = measure(Run(text, "en")).breaks(width_mm, 20)

    assert sorted(set(found)) == list(found)
    assert all(0 < cut < len(text) for cut in found)


@given(st.text("aeilmn", min_size=1, max_size=20), st.sampled_from([12.0, 18.0, 20.0, 24.0]))
def test_a_box_made_for_a_word_holds_it(word: str, size_pt: float) -> None:
    """The width that a word was measured to need is enough for it, rounding included."""
    found = measure(Run(word, "fr-CA"))
    width_mm = found.total * (size_pt / PT_PER_MM / SAFETY)
    assert (1, ()) == (found.lines(width_mm, size_pt), found.breaks(width_mm, size_pt))


def test_lines_are_counted_with_room_to_spare_but_broken_at_the_edge() -> None:
    """Another program's fonts may be a little wider, and it breaks its lines at the very edge."""
    found = measure(Run("une puce", "fr-CA"))
    width_mm = found.total * 20 / PT_PER_MM * 1.005
    assert (2, ()) == (found.lines(width_mm, 20), found.breaks(width_mm, 20))
