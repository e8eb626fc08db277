"""The figures of a chart as python-pptx takes them, and the workbook that PowerPoint opens to edit them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from slidekit.show.pages import Chart
from slidekit.writers.pptx.markup import legal, words
from slidekit.writers.pptx.package import moment, repacked

_WORDS_ARE_WORDS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""A category such as `=1+1` is no formula, and one such as `https://…` no link."""


class Book:
    """Where the workbook of a chart has each name and figure, with a copy of them for who draws the chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart, self.form = chart, words(chart.number_format or "General")
        self.data = None if chart.type == "scatter" else figures(chart, chart.number_format or "General")
        self._categories: str | None = None
        self._rows = max([len(one.values) for one in chart.series], default=0)

    def name(self, index: int) -> str:
        """The name of a series."""
        if self.data is None:
            return f"<c:tx>{_words(_place(2 * index + 1, 0), [self.chart.series[index].name.plain])}</c:tx>"
        one = self.data[index]
        return f"<c:tx>{_words(one.name_ref, [one.name])}</c:tx>"

    def categories(self, broken: tuple[str, ...] = ()) -> str:
        """The names along the axis, the same for all series; `broken` ones have their own line breaks."""
        if self._categories is None:
            assert self.data is not None
            names = list(broken) or [str(category.label) for category in self.data.categories]
            self._categories = f"<c:cat>{_words(self.data.categories_ref, names)}</c:cat>"
        return self._categories

    def values(self, index: int) -> str:
        """The figures of a series; gaps are left out."""
        if self.data is None:
            return f"<c:yVal>{self._column(2 * index + 1, self.chart.series[index].values, self.form)}</c:yVal>"
        one = self.data[index]
        return f"<c:val>{_figures(one.values_ref, one.values, self.form)}</c:val>"

    def across(self, index: int) -> str:
        """In a scatter chart, how far to the right each point stands."""
        form = words(self.chart.across_format or "General")
        return f"<c:xVal>{self._column(2 * index, self.chart.series[index].across, form)}</c:xVal>"

    def _column(self, column: int, values: Sequence[float | None], form: str) -> str:
        """A column of figures, as long as the longest: LibreOffice 7.4 loses a shorter series."""
        padded = [*values, *[None] * (self._rows - len(values))]
        return _figures(f"{_place(column, 1)}:{_place(column, max(1, self._rows)).partition('!')[2]}", padded, form)


def _place(column: int, row: int) -> str:
    """A cell, both counted from 0."""
    return f"Sheet1!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def _words(place: str, texts: list[str]) -> str:
    points = "".join([f'<c:pt idx="{at}"><c:v>{words(text)}</c:v></c:pt>' for at, text in enumerate(texts)])
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _figures(place: str, values: Sequence[float | None], form: str) -> str:
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    points = "".join([f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in known])
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{form}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def figures(chart: Chart, number_format: str) -> CategoryChartData:
    """The categories and series of a chart; a figure that is missing stays a gap.

    A chart that says nothing yet gets an empty category and an empty series, for python-pptx wants one of each.
    """
    data = CategoryChartData(number_format)
    data.categories = [legal(category.plain) for category in chart.categories] or [""]
    for series in chart.series:
        data.add_series(legal(series.name.plain), series.values or (None,))
    if not chart.series:
        data.add_series("", (None,) * len(data.categories))
    return data


def workbook(chart: Chart) -> bytes:
    """An .xlsx with the categories in column A and a series in each column after it; the same bytes each time.

    Each series of a scatter chart has two columns: how far to the right its points stand, and how far up.
    """
    made = BytesIO()
    with Workbook(made, _WORDS_ARE_WORDS) as book:
        book.set_properties({"created": datetime(*moment()[:6])})
        if chart.type == "scatter":
            _pairs(chart, book)
        else:
            # its public way in opens the workbook itself, dated now and with words that may be formulas
            writer = CategoryWorkbookWriter(figures(chart, chart.number_format or "General"))
            writer._populate_worksheet(book, book.add_worksheet())
    return repacked(made.getvalue())


def _pairs(chart: Chart, book: Workbook) -> None:
    """The points of a scatter chart: python-pptx puts series below each other, where one cannot grow."""
    sheet = book.add_worksheet()
    forms = [book.add_format({"num_format": form or "General"}) for form in (chart.across_format, chart.number_format)]
    title = legal(chart.x.plain) if chart.x else ""
    for index, one in enumerate(chart.series):
        sheet.write_string(0, 2 * index, title)
        sheet.write_string(0, 2 * index + 1, legal(one.name.plain))
        for row, pair in enumerate(zip(one.across, one.values, strict=True), 1):
            for side, (value, form) in enumerate(zip(pair, forms, strict=True)):
                if value is not None:
                    sheet.write_number(row, 2 * index + side, value, form)
