"""`slidekit status` and the demands of `check`: what is counted, and how it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import Run
from slidekit.cli.badge import COLORS, drawn, wide
from slidekit.cli.standing import Language, Standing, as_code, in_json, in_markdown, total
from slidekit.scene.contrast import ratio

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: Results, fr: Résultats}
    text: {en: Twice as fast}
  - title: {en: Costs, fr: Coûts}
    only: fr
"""
"""Three texts for English; four for French, of which one is missing."""


def standing(translated: int, texts: int, file: str = "talk.yaml") -> Standing:
    """A deck that is whole in English."""
    return Standing(file, 1, {"en": Language(texts, texts, 0), "fr": Language(texts, translated, 0)})


@pytest.mark.parametrize(
    ("translated", "texts", "expected"),
    [(999, 1000, 99.9), (9999, 10_000, 99.9), (1, 3, 33.3), (0, 4, 0.0), (0, 0, 100.0)],
)
def test_shares_are_rounded_down(translated: int, texts: int, expected: float) -> None:
    """100% means all, and a deck without words lacks none."""
    assert expected == standing(translated, texts).languages["fr"].share


def test_decks_add_up() -> None:
    """All together have the texts of each, not the mean of the shares."""
    both = total([standing(1, 1), standing(0, 9)])

    assert (10, 1, 9) == (both.languages["fr"].texts, both.languages["fr"].translated, both.languages["fr"].missing)


def test_a_text_for_one_language_is_not_missing_in_the_other(tmp_path: Path, run_slidekit: Run) -> None:
    """A slide that is French on purpose leaves the English whole."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")

    found = json.loads(run_slidekit("status", "talk.yaml", "--format=json", cwd=tmp_path).stdout)["total"]["languages"]

    assert (3, 100.0, 4, 75.0) == (
        found["en"]["texts"], found["en"]["percent"], found["fr"]["texts"], found["fr"]["percent"],
    )  # fmt: skip


@given(st.text(min_size=1, max_size=30) | st.sampled_from(["a|b`@all.yaml", "``", "| |\n", "<!-- -->", "\\|", " a "]))
def test_no_file_name_breaks_the_table(name: str) -> None:
    """Read as GitHub reads it: six cells, and in the first nothing but code."""
    html = MarkdownIt("commonmark").enable("table").render(in_markdown([standing(1, 2, name)]))

    assert 18 == len(re.findall(r"<t[hd]\b", html))
    first = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)[0]
    assert re.fullmatch(r"<code>[^<]*</code>", first)


def test_code_spans_hold_what_was_said() -> None:
    """Ticks inside are fenced by more ticks."""
    assert ("`a`", "``a`b``", "`` ` ``", r"`a\|b`") == (as_code("a"), as_code("a`b"), as_code("`"), as_code("a|b"))


@pytest.mark.parametrize("translated", [0, 89, 90, 99, 100])
def test_a_badge_is_a_picture_with_a_description(translated: int) -> None:
    """Well-formed SVG that screen readers read, in the colour of the lesser language."""
    badge = drawn(standing(translated, 100))
    root = ElementTree.fromstring(badge)

    assert ("img", f"translated: {translated}%") == (root.get("role"), root.get("aria-label"))
    assert {90: 1, 99: 1, 100: 0}.get(translated, 2) == [color in badge for _, color in COLORS].index(True)


@pytest.mark.parametrize("color", [color for _, color in COLORS] + ["#3d444d"])
def test_a_badge_can_be_read(color: str) -> None:
    """White letters hold 4.5 : 1 on each ground (WCAG 2.2, 1.4.3)."""
    assert ratio("FFFFFF", color[1:].upper()) >= 4.5


@pytest.mark.parametrize(("text", "px"), [("translated", 56), ("traduit", 38), ("100%", 33), ("78.5%", 36)])
def test_the_letters_of_a_badge_are_neither_spread_nor_pressed(text: str, px: int) -> None:
    """Words get the room that Verdana's own letters take at 11 px (its `hmtx` table, in 2048ths of an em)."""
    badge = ElementTree.fromstring(drawn(standing(785, 1000)))
    rooms = {one.text: one.get("textLength") for one in badge.iter("{http://www.w3.org/2000/svg}text")}

    assert abs(px - wide(text)) <= 2
    assert {"translated": str(wide("translated")), "78.5%": str(wide("78.5%"))} == rooms


def test_a_status_says_the_same_twice() -> None:
    """Same decks, same bytes."""
    assert in_json([standing(1, 2)]) == in_json([standing(1, 2)])


@pytest.mark.parametrize(
    ("settings", "options", "expected"),
    [
        ("", [], 1),
        ("", ["--fail-under", "75"], 0),
        ("", ["--fail-under=75.1"], 1),
        ("fail-under = 75", [], 0),
        ("fail-under = 80", [], 1),
        ("fail-under = 80", ["--fail-under=50"], 0),
        ("fail-under = 50\nmax-warnings = 0", [], 0),
        ('ignore = ["SK101"]', [], 0),
        ('ignore = ["SK101"]\nfail-under = 80', [], 1),
        ('[severity]\nSK101 = "warning"', [], 0),
        ('max-warnings = 0\n[severity]\nSK101 = "warning"', [], 1),
        ('max-warnings = 0\n[severity]\nSK101 = "warning"', ["--max-warnings=1"], 0),
    ],
)
def test_what_is_demanded_decides_the_exit_code(
    settings: str, options: list[str], expected: int, tmp_path: Path, run_slidekit: Run
) -> None:
    """`--fail-under` judges missing texts by their share; the command line wins over the file."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "slidekit.toml").write_text(settings, encoding="utf-8")

    assert expected == run_slidekit("check", "talk.yaml", *options, cwd=tmp_path).returncode
