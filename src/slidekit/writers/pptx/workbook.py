"""The workbook inside a chart, which PowerPoint opens when somebody edits the figures."""

from __future__ import annotations

import re

from slidekit.scene.theme import Theme
from slidekit.show.pages import Chart
from slidekit.writers.pptx.markup import DECLARATION, R, attribute, words
from slidekit.writers.pptx.package import Package, Relations
from slidekit.writers.pptx.theme_part import theme_xml

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


class _Strings:
    """The words of the workbook, which cells hold by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def cell(self, place: str, text: str) -> str:
        """A cell of words."""
        self._uses += 1
        number = self._numbers.setdefault(text, len(self._numbers))
        return f'<c r="{place}" t="s"><v>{number}</v></c>'

    def xml(self) -> str:
        """The part that lists them."""
        # in a workbook, _x0041_ would be read as A (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19)
        plain = [words(_ESCAPE.sub("_x005F_", text)) for text in self._numbers]
        items = "".join([f'<si><t xml:space="preserve">{text}</t></si>' for text in plain])
        count = f'count="{self._uses}" uniqueCount="{len(plain)}"'
        return f'{DECLARATION}<sst xmlns="{_MAIN}" {count}>{items}</sst>'


def _sheet(chart: Chart, strings: _Strings) -> str:
    head = "".join([strings.cell(f"{column(at)}1", series.name.plain) for at, series in enumerate(chart.series, 1)])
    rows = [f'<row r="1">{head}</row>']
    for index, category in enumerate(chart.categories):
        number = index + 2
        cells = strings.cell(f"A{number}", category.plain)
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


def workbook(chart: Chart, theme: Theme) -> bytes:
    """An .xlsx with the categories in column A and a series in each column after it."""
    package = Package()
    package.open("xl/workbook.xml")
    strings, relations = _Strings(), Relations()
    sheet = relations.add("worksheet", "worksheets/sheet1.xml")
    package.add("worksheet", "xl/worksheets/sheet1.xml", _sheet(chart, strings))
    for kind, name, xml in (
        ("theme", "theme/theme1", theme_xml(theme)),
        ("styles", "styles", _styles(chart.number_format)),
        ("sharedStrings", "sharedStrings", strings.xml()),
    ):
        relations.add(kind, f"{name}.xml")
        package.add(kind, f"xl/{name}.xml", xml)
    book = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="{sheet}"/></sheets>'
    book = f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{R}">{book}</workbook>'
    package.add("workbook", "xl/workbook.xml", book, relations)
    return package.close()
