"""Comments that leave findings out: which they mean, and which mean nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from costs import STEEP, growth
from slidekit import build
from slidekit.mending import mend
from slidekit.settings.comments import Comments
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import Span

HEAD = "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nvars: {spare: {number: 3}}\nslides:\n"


def told(deck: str, folder: Path) -> list[tuple[str, int, int]]:
    """Code, line and column of all that `check` tells of a deck."""
    path = folder / "talk.yaml"
    path.write_text(deck, encoding="utf-8")
    return [(one.code, one.span.line, one.span.column) for one in build.check([path]).diagnostics]


@pytest.mark.parametrize(
    "comment",
    [
        "# slidekit: ignore SK108",
        "# slidekit: ignore SK108 because the next talk needs it",
        "# slidekit: ignore SK108 car la suite en a besoin",
        "# slidekit: ignore SK108, SK502 -- both are meant",
        "#slidekit:  ignore unused-variable (for later)",
        "# slidekit: ignore sk108",
        "# slidekit: ignore SK10",
        "# slidekit: ignore all",
        "# slidekit: ignore completeness, because of later",
    ],
)
def test_a_comment_means_its_line(comment: str, tmp_path: Path) -> None:
    """Codes, their beginnings, names and families; a reason may follow, and is for people."""
    deck = HEAD.replace("3}}", "3}} " + comment) + "  - title: {both: Sam}\n"

    assert [] == [one for one in told(deck, tmp_path) if one[0] != "SK021"]


def test_a_comment_above_means_the_next_line(tmp_path: Path) -> None:
    """Other comments and blank lines may stand between."""
    deck = HEAD.replace("vars", "# slidekit: ignore SK108\n# kept for later\n\nvars") + "  - title: {both: Sam}\n"

    assert [] == told(deck, tmp_path)


def test_a_comment_after_a_dash_means_the_next_line(tmp_path: Path) -> None:
    """The first line of a slide may hold the dash alone."""
    deck = HEAD.replace("vars: {spare: {number: 3}}", "author: Sam") + (
        '  - # slidekit: ignore SK107\n    title: {both: "${nothing}"}\n'
    )

    assert [] == told(deck, tmp_path)


def test_a_comment_means_no_other_line(tmp_path: Path) -> None:
    """One line too far, and it is told, as is the comment that hides nothing."""
    deck = HEAD + "  # slidekit: ignore SK108\n  - title: {both: Sam}\n"

    assert [("SK108", 3, 8), ("SK021", 5, 22)] == told(deck, tmp_path)


@pytest.mark.parametrize("sign", ["|", ">", '"'])
def test_a_comment_means_the_whole_text(sign: str, tmp_path: Path) -> None:
    """Of a text of several lines, all of them."""
    words = "\n          First ${nothing}.\n          Then ${nobody}."
    typed = f"{sign}{words}" if sign != '"' else f'"{words}"'
    deck = HEAD.replace("vars: {spare: {number: 3}}\n", "") + (
        f"  - title: {{both: Sam}}\n    notes:\n        # slidekit: ignore SK107\n        both: {typed}\n"
    )

    assert [] == told(deck, tmp_path)
    assert ["SK107", "SK107"] == [code for code, *_ in told(deck.replace("# slidekit: ignore SK107", "#"), tmp_path)]


def test_a_comment_beside_a_plain_text_is_no_part_of_it(tmp_path: Path) -> None:
    """Elsewhere a ` #` after a plain text is reported as text that YAML cuts off."""
    deck = HEAD.replace("vars: {spare: {number: 3}}\n", "") + (
        "  - title:\n      en: Nothing is ${nothing} # slidekit: ignore SK107 because it is shown\n      fr: Rien\n"
    )

    assert [] == [one for one in told(deck, tmp_path) if one[0] in ("SK003", "SK107")]


def test_a_comment_may_mean_the_whole_deck(tmp_path: Path) -> None:
    """`ignore-deck`, wherever it stands."""
    deck = "# slidekit: ignore-deck SK108 because variables are shared\n" + HEAD + "  - title: {both: Sam}\n"

    assert [] == told(deck, tmp_path)


def test_a_text_may_show_such_a_comment(tmp_path: Path) -> None:
    """What a slide about slidekit says is no comment."""
    deck = (
        HEAD
        + '  - title: {both: Sam}\n    code: |\n      # slidekit: ignore SK108\n    text: {both: "# slidekit: no"}\n'
    )

    assert [("SK108", 3, 8)] == told(deck, tmp_path)


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# slidekit: ignroe SK108", ("SK020", 5, 3)),
        ("# slidekit: ignore", ("SK020", 5, 3)),
        ("# slidekit: ignore because I may", ("SK020", 5, 3)),
        ("# slidekit: ignore SK999", ("SK020", 5, 22)),
        ("# slidekit: ignore SK001", ("SK020", 5, 22)),
        ("# slidekit: ignore SK502", ("SK021", 5, 22)),
    ],
)
def test_a_comment_that_does_nothing_is_told(comment: str, expected: tuple[str, int, int], tmp_path: Path) -> None:
    """Misspelt, without a rule, or with nothing left to hide."""
    deck = HEAD.replace("vars: {spare: {number: 3}}", "author: Sam") + f"  {comment}\n  - title: {{both: Sam}}\n"

    assert [expected] == told(deck, tmp_path)


def test_a_comment_for_a_rule_that_is_off_is_not_called_unused(tmp_path: Path) -> None:
    """Whoever checks some rules only is not told to take out the comments of the others."""
    (tmp_path / "slidekit.toml").write_text('ignore = ["SK502"]', encoding="utf-8")
    deck = HEAD.replace("vars: {spare: {number: 3}}", "author: Sam") + (
        "  # slidekit: ignore SK502\n  - title: {both: Sam}\n"
    )

    assert [] == told(deck, tmp_path)


def test_comments_cost_time_in_proportion(tmp_path: Path) -> None:
    """Ten thousand of them in a row are read, and end."""
    deck = HEAD + "  # slidekit: ignore all\n" * 10_000 + "  - title: {both: Sam}\n"

    assert ("SK108", 3, 8) in told(deck, tmp_path)


def test_comments_that_nothing_follows_cost_time_in_proportion(tmp_path: Path) -> None:
    """Two hundred thousand of them at the end of a file: none looks for its line through all the others."""

    def deck(size: int) -> str:
        return HEAD + "  - title: {both: Sam}\n" + "# slidekit: ignore all\n" * size

    assert ("SK108", 3, 8) in told(deck(10), tmp_path)
    assert growth(lambda size: partial(told, deck(size), tmp_path), 200_000) < STEEP


def test_a_deck_on_one_line_costs_time_in_proportion() -> None:
    """A comment beside ten thousand texts that are all at fault, on a line as programs write it."""

    def hidden(size: int) -> Callable[[], set[bool]]:
        spans = [Span(1, at, 1, at + 9) for at in range(1, 10 * size, 10)]
        data = b"x" * (10 * size) + b" # slidekit: ignore SK301\n"
        return lambda: {*map(Comments(data, spans).hides, [Diagnostic("SK301", "a space", span) for span in spans])}

    assert {True} == hidden(100)()
    assert growth(hidden, 10_000) < STEEP


def test_a_comment_that_is_not_needed_can_be_taken_out(tmp_path: Path) -> None:
    """`slidekit fix --unsafe` leaves everything else as it was typed, and the comments that are needed."""
    deck = HEAD.replace("}}", "}} # slidekit: ignore SK108") + (
        "  # slidekit: ignore SK502\n  # about Sam\n  - title: {both: Sam}   # slidekit: ignore SK305\n"
    )
    path = tmp_path / "talk.yaml"
    path.write_text(deck, encoding="utf-8")

    mended = mend(path, unsafe=True)

    assert deck.replace("  # slidekit: ignore SK502\n", "").replace("   # slidekit: ignore SK305", "") == (
        mended.after.decode()
    )


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("ignore SK108, SK502 because of it", "ignore SK108 because of it"),
        ("ignore SK502, SK108", "ignore SK108"),
        ("ignore SK502 SK108, SK305, SK301 -- so", "ignore SK108 -- so"),
    ],
)
def test_a_word_that_is_not_needed_leaves_its_comment(typed: str, left: str, tmp_path: Path) -> None:
    """Of several rules in a comment, those that hide nothing are taken out with their commas."""
    deck = HEAD.replace("}}", "}} # slidekit: " + typed) + "  - title: {both: Sam}\n"
    path = tmp_path / "talk.yaml"
    path.write_text(deck, encoding="utf-8")

    assert deck.replace(typed, left) == mend(path, unsafe=True).after.decode()


def test_a_comment_of_words_that_are_not_needed_goes(tmp_path: Path) -> None:
    """When the last of several rules is taken out, nothing is left of the comment."""
    deck = (
        HEAD.replace("}}", "}} # slidekit: ignore SK108") + "  - title: {both: Sam} # slidekit: ignore SK301, SK502\n"
    )
    path = tmp_path / "talk.yaml"
    path.write_text(deck, encoding="utf-8")

    assert deck.replace(" # slidekit: ignore SK301, SK502", "") == mend(path, unsafe=True).after.decode()
