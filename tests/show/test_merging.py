"""Two languages in one table, chart or text."""

from __future__ import annotations

from typing import Literal

import pytest

from slidekit.show import merging
from slidekit.show.pages import Chart, Code, Image, Line, Run, Series, Table, Terminal
from slidekit.show.terminal import transcript
from slidekit.source.span import START


def en(words: str) -> Line:
    """An English line."""
    return Line((Run(words, "en-CA"),)) if words else Line(())


def fr(words: str) -> Line:
    """A French line."""
    return Line((Run(words, "fr-CA"),)) if words else Line(())


def code(source: str, locale: str = "en-CA") -> Code:
    """A listing."""
    return Code(source, None, (), locale, None, START, "slides.1.code")


def table(cells: tuple[Line, ...], locale: str = "en-CA") -> Table:
    """A table of one row under a header of one word."""
    return Table((cells[0],), (cells[1:],), ("left",), cells[0].plain, locale, None, START, "slides.1.table")


def image(file: str, alt: str, caption: Line | None = None) -> Image:
    """A picture."""
    return Image(file, alt, "en-CA", caption, START, "slides.1.image")


def test_differing_words() -> None:
    """Words that differ stand one after the other, each in its locale."""
    joined = merging.line(en("City"), fr("Ville"), " / ")

    assert [("City", "en-CA"), (" / ", "en-CA"), ("Ville", "fr-CA")] == [(run.text, run.locale) for run in joined.runs]


def test_same_words() -> None:
    """Words that are the same in both are said once, in the first language."""
    assert en("Ottawa") == merging.line(en("Ottawa"), fr("Ottawa"), "\n")


def test_same_words_in_other_dress() -> None:
    """Words that only one language sets in bold are not the same."""
    bold = Line((Run("Ottawa", "fr-CA", bold=True),))

    assert "Ottawa\nOttawa" == merging.line(en("Ottawa"), bold, "\n").plain


def test_missing_words() -> None:
    """What one language does not say is no empty line."""
    assert fr("Ville") == merging.line(en(""), fr("Ville"), "\n")
    assert en("City") == merging.line(en("City"), fr(""), "\n")


def test_table() -> None:
    """Cells hold both languages, one under the other, and the description names both."""
    merged = merging.table(table((en("City"), en("Montreal"))), table((fr("Ville"), fr("Montréal"))))

    assert ["City\nVille", "Montreal\nMontréal", "City / Ville"] == [
        merged.header[0].plain,
        merged.rows[0][0].plain,
        merged.alt,
    ]


def test_chart() -> None:
    """Categories and series are named in both languages; the figures stand once."""

    def chart(name: Line, category: Line, label: str) -> Chart:
        return Chart(
            "bar", (category,), (Series(name, (1.5,), (label,)),), "0.0", "Alt", "en-CA", None, START, "slides.1.chart"
        )

    merged = merging.chart(chart(en("Rain"), en("May"), "1.5"), chart(fr("Pluie"), fr("Mai"), "1,5"))

    assert ("Rain / Pluie", "May / Mai", ("1.5",)) == (
        merged.series[0].name.plain,
        merged.categories[0].plain,
        merged.series[0].labels,
    )


@pytest.mark.parametrize(("kind", "axis"), [("column", "y"), ("bar", "x")])
def test_a_unit_of_words_stands_at_its_axis_in_both_languages(kind: Literal["column", "bar"], axis: str) -> None:
    """Figures that would say `hours` to all stand alone, and the axis says hours in both."""

    def chart(unit: str, locale: str, title: Line | None = None) -> Chart:
        series = (Series(en("Rain"), (2.0,), (f"2{unit}",)),)
        ticks = ((0.0, f"0{unit}"), (2.0, f"2{unit}"))
        more = {axis: title, "unit": unit}
        form = f'#,##0"{unit}"'
        place = "slides.1.chart"
        return Chart(kind, (en("May"),), series, form, "Alt", locale, None, START, place, ticks, **more)  # type: ignore[arg-type]

    merged = merging.chart(chart("\u00a0hours", "en-CA"), chart("\u00a0heures", "fr-CA"))
    titled = merging.chart(chart("\u00a0hours", "en-CA", en("Wait")), chart("\u00a0heures", "fr-CA", fr("Attente")))

    line = getattr(merged, axis)
    assert "hours / heures" == line.plain
    assert ["en-CA", "fr-CA"] == [line.runs[0].locale, line.runs[-1].locale]
    assert ("#,##0", ("2",), ("0", "2")) == (
        merged.number_format,
        merged.series[0].labels,
        tuple(words for _, words in merged.ticks),
    )
    assert "Wait / Attente (hours / heures)" == getattr(titled, axis).plain
    assert merging.chart(chart("\u00a0km", "en-CA"), chart("\u00a0km", "fr-CA")).units is None


def test_neutral() -> None:
    """A listing, a transcript or a picture that is the same in both languages is neutral; a translated one is not."""

    def terminal(source: str, locale: str) -> Terminal:
        return Terminal(transcript(source), locale, None, START, "slides.1.terminal")

    assert merging.neutral(code("x = 1"), code("x = 1", "fr-CA"))
    assert not merging.neutral(code("# one"), code("# un"))
    assert merging.neutral(terminal("> ls", "en-CA"), terminal("> ls", "fr-CA"))
    assert not merging.neutral(terminal("> hello", "en-CA"), terminal("> bonjour", "fr-CA"))
    assert merging.neutral(image("a.png", "A door"), image("a.png", "Une porte"))
    assert not merging.neutral(image("a.en.png", "A door"), image("a.fr.png", "A door"))


def test_once() -> None:
    """A neutral picture keeps both descriptions and both captions."""
    made = merging.once(image("a.png", "A door", en("Red")), image("a.png", "Une porte", fr("Rouge")))

    assert ("A door / Une porte", "Red / Rouge") == (made.alt, made.caption and made.caption.plain)
