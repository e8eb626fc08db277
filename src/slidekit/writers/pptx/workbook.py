"""The figures of a chart as python-pptx takes them, and the workbook that PowerPoint opens to edit them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from slidekit.show.pages import Chart
from slidekit.writers.pptx.markup import legal
from slidekit.writers.pptx.package import moment, repacked

_WORDS_ARE_WORDS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""A category such as `=1+1` is no formula, and one such as `https://…` no link."""


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
    """An .xlsx with the categories in column A and a series in each column after it; the same bytes each time."""
    made = BytesIO()
    with Workbook(made, _WORDS_ARE_WORDS) as book:
        book.set_properties({"created": datetime(*moment()[:6])})
        writer = CategoryWorkbookWriter(figures(chart, chart.number_format or "General"))
        # its public way in opens the workbook itself, dated now and with words that may be formulas
        writer._populate_worksheet(book, book.add_worksheet())
    return repacked(made.getvalue())
