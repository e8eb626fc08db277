"""Charts as typed: every type, and what does not go with it told at its place."""

from __future__ import annotations

import pytest

from slidekit.deck import model
from slidekit.deck.reading import read_deck

DECK = """\
slidekit: 1
title: {en: Talk, fr: Exposé}
slides:
  - title: {en: A, fr: B}
    chart:
"""


def read(*lines: str) -> tuple[model.Chart | None, list[tuple[str, str, int, int]]]:
    """The chart of these lines, and what is wrong: code, message, line within the chart, column."""
    deck, problems = read_deck((DECK + "".join([f"      {line}\n" for line in lines])).encode())
    told = [(one.code, one.message, one.span.line - 5, one.span.column) for one in problems]
    blocks = deck.slides[0].blocks if deck else ()
    return next((block for block in blocks if isinstance(block, model.Chart)), None), told


NAMES = "categories: {both: [a, b]}"


@pytest.mark.parametrize(
    ("kind", "stacked", "expected"),
    [("bar", "true", "yes"), ("column", "100%", "100%"), ("area", "100 %", "100%"), ("bar", "no", "no")],
)
def test_stacks(kind: str, stacked: str, expected: str) -> None:
    """`stacked:` takes true, false and 100%, with or without a space."""
    chart, problems = read(f"type: {kind}", NAMES, f"stacked: {stacked}", "series: [{name: {both: n}, values: [1, 2]}]")

    assert ([], expected) == (problems, chart and chart.stacked)


def test_points() -> None:
    """A point is two figures, two figures and words, or keys; a scatter chart needs no categories."""
    chart, problems = read(
        "type: scatter",
        "series:",
        "  - name: {both: n}",
        "    points: [[1, 2], [3, -4.5, {en: One, fr: Un}], {x: 5, y: 6, label: {both: B}}]",
    )

    assert [] == problems
    assert chart is not None
    assert chart.categories is None
    assert [(1.0, 2.0, None), (3.0, -4.5, "Un"), (5.0, 6.0, "B")] == [
        (point.x, point.y, point.label and (point.label.side("fr") or point.label.both).source)  # type: ignore[union-attr]
        for point in chart.series[0].points
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("type: pie", NAMES, "series: [{name: {both: n}, values: [3, -1]}]"),
            [("SK016", "`-1` in a pie chart", 3, 46)],
        ),
        (
            ("type: column", "stacked: 100%", NAMES, "series: [{name: {both: n}, values: [-2, -0]}]"),
            [("SK016", "`-2` in a chart of shares", 4, 43)],
        ),
        (
            ("type: area", "stacked: true", NAMES, "series: [{name: {both: n}, values: [1, ~]}]"),
            [("SK016", "a gap in a stacked area", 4, 46)],
        ),
        (
            ("type: pie", NAMES, "series: [{name: {both: n}, values: [3, 1]}, {name: {both: m}, values: [1, 1]}]"),
            [("SK016", "2 series where a pie chart shows one", 3, 51)],
        ),
        (
            ("type: line", "stacked: true", NAMES, "series: [{name: {both: n}, values: [1, 2]}]"),
            [("SK018", "`stacked` does not go with a line chart", 2, 7)],
        ),
        (
            ("type: doughnut", "y: {both: n}", NAMES, "series: [{name: {both: n}, values: [1, 2]}]"),
            [("SK018", "`y` does not go with a doughnut chart", 2, 7)],
        ),
        (
            ("type: scatter", NAMES, "series: [{name: {both: n}, points: [[1, 2]]}]"),
            [("SK018", "`categories` does not go with a scatter chart", 2, 7)],
        ),
        (
            ("type: bar", NAMES, "series: [{name: {both: n}, points: [[1, 2]]}]"),
            [("SK018", "`points` does not go with a bar chart", 3, 34)],
        ),
        (
            ("type: scatter", "series: [{name: {both: n}, values: [1, 2]}]"),
            [("SK018", "`values` does not go with a scatter chart", 2, 34)],
        ),
        (
            ("type: bar", NAMES, "series: [{name: {both: n}}]"),
            [("SK017", "the key `values` is missing", 3, 16)],
        ),
        (
            ("type: bar", "series: [{name: {both: n}, values: [1]}]"),
            [("SK017", "the key `categories` is missing", 1, 7)],
        ),
        (
            ("type: bar", "categories: ~", "series: [{name: {both: n}, values: [1]}]"),
            [("SK014", "nothing where `categories` wants a row in each language", 2, 19)],
        ),
        (
            ("type: scatter", "series: [{name: {both: n}, points: [[1], 3, {x: 1}, [1, .inf], {x: 1, y: 2, z: 3}]}]"),
            [
                ("SK014", "a list where `points` wants two figures for each point", 2, 43),
                ("SK014", "one word or text where `points` wants two figures for each point", 2, 48),
                ("SK017", "the key `y` is missing", 2, 51),
                ("SK016", "`.inf` where `y` wants a number such as 1250.5", 2, 63),
                ("SK013", "unknown key `z`", 2, 83),
            ],
        ),
        (
            ("type: bar", "stacked: perhaps", NAMES, "series: [{name: {both: n}, values: [.nan, 1]}]"),
            [
                ("SK016", "`.nan` where `values` wants a number such as 1250.5", 4, 43),
                ("SK016", "`perhaps` where `stacked` wants true, false or 100%", 2, 16),
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_type_cannot_draw_is_told_at_its_place(
    lines: tuple[str, ...], expected: list[tuple[str, str, int, int]]
) -> None:
    """Keys of another type, figures below nothing in a whole, gaps in a heap, points that are none."""
    _, problems = read(*lines)

    assert sorted(expected) == sorted(problems)
