"""Tables and charts in words and figures."""

from __future__ import annotations

import pytest
from saying import HERE, both, deck, pair, plain, row, text

from slidekit.deck.model import Chart, Series, Slide, Table
from slidekit.deck.text import Pair
from slidekit.show import pages
from slidekit.show.localise import localise

NO_BREAK = "\u00a0"


def charted(unit: Pair | None, *values: float | None, lang: str = "fr", country: str = "CA") -> pages.Chart:
    """A chart of one series as it is said."""
    block = Chart(
        type="bar",
        categories=row(*[both(sign) for sign in "ABCDEF"[: len(values)]]),
        series=(Series(pair("Time", "Durée"), values),),
        unit=unit,
    )
    whole = deck(Slide(HERE, pair("T", "T"), (block,)), languages=(f"en-{country}", f"fr-{country}"))
    said = localise(whole, "fr" if lang == "fr" else "en").pages[1].blocks[0]
    assert isinstance(said, pages.Chart)
    return said


@pytest.mark.parametrize(
    ("unit", "values", "english", "french", "formats"),
    [
        (None, (8, 12), ["8", "12"], ["8", "12"], ("#,##0", "#,##0")),
        (plain("s"), (8, 12.5), ["8.0_s", "12.5_s"], ["8,0_s", "12,5_s"], ('#,##0.0"_s"', '#,##0.0"_s"')),
        (plain("%"), (8, None), ["8%", ""], ["8_%", ""], ('#,##0"%"', '#,##0"_%"')),
        (pair("$M", "M$"), (1250, -3), ["$1,250M", "-$3M"], ["1_250_M$", "-3_M$"], ('"$"#,##0"M"', '#,##0"_M$"')),
        (plain("M$"), (58.25,), ["$58.25M"], ["58,25_M$"], ('"$"#,##0.00"M"', '#,##0.00"_M$"')),
        (pair("$", "$"), (0.25,), ["$0.25"], ["0,25_$"], ('"$"#,##0.00', '#,##0.00"_$"')),
        (plain("°C"), (20,), ["20_°C"], ["20_°C"], ('#,##0"_°C"', '#,##0"_°C"')),
        (plain("°"), (20,), ["20°"], ["20°"], ('#,##0"°"', '#,##0"°"')),
        (plain('a"b'), (1,), ['1_a"b'], ['1_a"b'], ('#,##0"_a"\\""b"', '#,##0"_a"\\""b"')),
        (pair("people a day", "gens par jour"), (2,), ["2_people_a_day"], ["2_gens_par_jour"],
         ('#,##0"_people_a_day"', '#,##0"_gens_par_jour"')),
    ],
)  # fmt: skip
def test_labels_and_formats(
    unit: Pair | None, values: tuple[float | None, ...], english: list[str], french: list[str], formats: tuple[str, str]
) -> None:
    """Labels and Excel formats in each language; `_` stands for U+00A0."""
    said = [charted(unit, *values, lang=lang) for lang in ("en", "fr")]

    assert [english, french] == [[label.replace(NO_BREAK, "_") for label in one.series[0].labels] for one in said]
    assert formats == tuple(one.number_format.replace(NO_BREAK, "_") for one in said)


def test_chart_in_words() -> None:
    """Without a text of the author's, a chart is told in words, with the locale's own spaces."""
    unit = plain("s")
    expected = (
        "Bar chart. Time. A: 8_s; B: no value.",
        "Diagramme à barres. Durée. A_: 8_s; B_: aucune valeur.",
        "Diagramme à barres. Durée. A_: 8_s\u202f; B_: aucune valeur.",
    )

    said = (
        charted(unit, 8, None, lang="en"),
        charted(unit, 8, None),
        charted(unit, 8, None, country="FR"),
    )

    assert expected == tuple(one.alt.replace(NO_BREAK, "_") for one in said)


def test_series_have_a_figure_for_each_category() -> None:
    """Figures that are too few or too many (an error elsewhere) never leave a chart uneven."""
    block = Chart("line", row(both("A"), both("B")), (Series(both("x"), (1,)), Series(both("y"), (1, 2, 3))))

    said = localise(deck(Slide(HERE, both("T"), (block,))), "en").pages[1].blocks[0]

    assert isinstance(said, pages.Chart)
    assert [(1, None), (1, 2)] == [one.values for one in said.series]


def test_table() -> None:
    """Cells with their places, rows filled up, columns aligned, the size in words."""
    block = Table(
        header=row(pair("City", "Ville"), pair("Staff", "Effectif")),
        rows=(row(both("Québec"), both("12")), row(both("Moncton"))),
        align=("left", "right"),
    )

    said = localise(deck(Slide(block.rows[0].span, both("T"), (block,))), "fr").pages[1].blocks[0]

    assert isinstance(said, pages.Table)
    assert [["Ville", "Effectif"], ["Québec", "12"], ["Moncton", ""]] == [
        [cell.plain for cell in cells] for cells in (said.header, *said.rows)
    ]
    assert ("left", "right") == said.align
    assert "Tableau de 2 colonnes et de 2 lignes\u00a0: Ville; Effectif." == said.alt
    assert "slides.1.table.rows.2.1" == said.rows[1][0].path
    assert text("Ville", 3).span == said.header[0].span


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((0, 8), ["0_s", "2_s", "4_s", "6_s", "8_s"]),
        ((-3, 4), ["-4_s", "-2_s", "0_s", "2_s", "4_s"]),
        ((0.2, 0.6), ["0,0_s", "0,2_s", "0,4_s", "0,6_s"]),
        ((1250.5, 5000), ["0_s", "1_000_s", "2_000_s", "3_000_s", "4_000_s", "5_000_s"]),
        ((0, None), []),
    ],
)
def test_an_axis_has_round_figures(values: tuple[float | None, ...], expected: list[str]) -> None:
    """Four to eight of them, nought among them, in the locale's own form, with no more decimals than they need."""
    said = charted(both("s"), *values)
    assert expected == [words.replace(NO_BREAK, "_") for _, words in said.ticks]
