"""The workbook inside a chart, which PowerPoint opens when somebody edits the figures."""

from __future__ import annotations

import re

from slidekit.show.pages import Chart
from slidekit.writers.pptx.markup import DECLARATION, R, attribute, words
from slidekit.writers.pptx.package import Package, Relations

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
SHEET = "Sheet1"


def column(index: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def figure(value: float) -> str:
    """A number as XML has it: no exponent where none is needed, no `.0`."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _text(place: str, text: str) -> str:
    # in a sheet, _x0041_ would be read as A (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19)
    plain = words(_ESCAPE.sub("_x005F_", text))
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'


def _sheet(chart: Chart) -> str:
    head = "".join([_text(f"{column(at)}1", series.name.plain) for at, series in enumerate(chart.series, 1)])
    rows = [f'<row r="1">{head}</row>']
    for index, category in enumerate(chart.categories):
        number = index + 2
        cells = _text(f"A{number}", category.plain)
        for at, series in enumerate(chart.series, 1):
            value = series.values[index]
            if value is not None:
                cells += f'<c r="{column(at)}{number}" s="1"><v>{figure(value)}</v></c>'
        rows.append(f'<row r="{number}">{cells}</row>')
    return f'{DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _styles(number_format: str) -> str:
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
        f'formatCode="{attribute(number_format or "General")}"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )


def workbook(chart: Chart) -> bytes:
    """An .xlsx with the categories in column A and a series in each column after it."""
    package = Package()
    package.open("xl/workbook.xml")
    relations = Relations()
    sheet = relations.add("worksheet", "worksheets/sheet1.xml")
    relations.add("styles", "styles.xml")
    package.add(
        "workbook",
        "xl/workbook.xml",
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{sheet}"/></sheets></workbook>',
        relations,
    )
    package.add("worksheet", "xl/worksheets/sheet1.xml", _sheet(chart))
    package.add("styles", "xl/styles.xml", _styles(chart.number_format))
    return package.close()
