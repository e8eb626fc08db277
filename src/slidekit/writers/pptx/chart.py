"""Native charts: series in the theme's colours, labels with the figures, words in the deck's language."""

from __future__ import annotations

from collections.abc import Sequence

from slidekit.scene.boxes import ChartShape
from slidekit.scene.theme import Theme
from slidekit.show.pages import Chart, Series
from slidekit.writers.pptx.color import Colors, contrast
from slidekit.writers.pptx.markup import DECLARATION, A, R, attribute, hundredths, words
from slidekit.writers.pptx.workbook import SHEET, column, figure

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CATEGORY_AXIS, VALUE_AXIS = 500001, 500002
"""Ids of axes are unsigned (ST_UnsignedInt); a hash of something may come out negative."""
_ROUND = ("pie", "doughnut")
_THIN_SLICE = 0.07
"""The share below which the names of neighbours would lie on each other."""
_LOCALES = {"en-CA": "1009", "en-GB": "809", "en": "409", "fr-CA": "C0C", "fr-CH": "100C", "fr-BE": "80C", "fr": "40C"}
"""What Excel's notation calls a locale ([MS-LCID]); it decides on the decimal sign."""


def chart_xml(shape: ChartShape, workbook: str, theme: Theme, colors: Colors) -> str:
    """The chart's part; `workbook` is the relationship id of its figures."""
    return _Drawing(shape, theme, colors).xml(workbook)


class _Drawing:
    """One chart being written."""

    def __init__(self, shape: ChartShape, theme: Theme, colors: Colors) -> None:
        self.chart: Chart = shape.chart
        self.size = hundredths(shape.size_pt)
        self.theme, self.palette, self.colors = theme, theme.palette, colors
        self.locale = attribute(shape.chart.locale)
        locale = shape.chart.locale
        code = _LOCALES.get(locale) or _LOCALES.get(locale.partition("-")[0], "409")
        self.form = f"[$-{code}]{shape.chart.number_format or 'General'}"

    def xml(self, workbook: str) -> str:
        plot = self._round() if self.chart.type in _ROUND else self._plain()
        return (
            f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
            f'<c:lang val="{self.locale}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
            f"<c:plotArea><c:layout/>{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>{self._legend()}"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
            f'</c:spPr>{self._text(self.palette.ink)}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/>'
            "</c:externalData></c:chartSpace>"
        )

    # ---- text ----

    def _text(self, color: str, bold: bool = False) -> str:
        weight = ' b="1"' if bold else ' b="0"'
        return (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{self.locale}" sz="{self.size}"{weight}>'
            f'{self.colors.fill(color)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
            f'<a:endParaRPr lang="{self.locale}"/></a:p></c:txPr>'
        )

    def _labels(self, position: str = "", points: str = "", named: bool = False) -> str:
        """The figures at the points, in the unit's own form."""
        return f"<c:dLbls>{points}{self._label(position, self.palette.ink, named)}</c:dLbls>"

    def _label(self, position: str, color: str, named: bool = False) -> str:
        where = f'<c:dLblPos val="{position}"/>' if position else ""
        separator = "<c:separator>\n</c:separator>" if named else ""
        return (
            f'<c:numFmt formatCode="{attribute(self.form)}" sourceLinked="0"/>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{self._text(color, bold=True)}{where}"
            f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="{int(named)}"/><c:showSerName val="0"/>'
            f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
        )

    def _legend(self) -> str:
        kind, count = self.chart.type, len(self.chart.series)
        if self._named() if kind in _ROUND else count < 2:
            return ""
        side = "r" if kind in _ROUND else "b"
        # areas are named by the lines over them, whose colours are full
        twice = range(count) if kind == "area" else ()
        less = "".join([f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in twice])
        return (
            f'<c:legend><c:legendPos val="{side}"/>{less}<c:overlay val="0"/>{self._text(self.palette.ink)}</c:legend>'
        )

    # ---- figures ----

    def _head(self, index: int, series: Series, place: int | None = None) -> str:
        letter = column(index + 1)
        place = index if place is None else place
        return (
            f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f><c:strCache>'
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{words(series.name.plain)}</c:v></c:pt></c:strCache></c:strRef>'
            "</c:tx>"
        )

    def _figures(self, index: int, series: Series) -> str:
        count = len(self.chart.categories)
        letter, last = column(index + 1), count + 1
        categories = "".join(
            [f'<c:pt idx="{at}"><c:v>{words(line.plain)}</c:v></c:pt>' for at, line in enumerate(self.chart.categories)]
        )
        values = "".join(
            [
                f'<c:pt idx="{at}"><c:v>{figure(value)}</c:v></c:pt>'
                for at, value in enumerate(series.values)
                if value is not None
            ]
        )
        form = words(self.chart.number_format or "General")
        return (
            f'<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{count}"/>{categories}'
            f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
            f'<c:formatCode>{form}</c:formatCode><c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
        )

    def _color(self, index: int) -> str:
        return self.palette.chart[index % len(self.palette.chart)]

    def _on(self, ground: str) -> str:
        """The colour of words on a slice: whichever of paper and ink stands out more."""
        return max([self.palette.paper, self.palette.ink], key=lambda color: contrast(color, ground))

    # ---- pies ----

    def _round(self) -> str:
        series = self.chart.series[:1]
        doughnut = self.chart.type == "doughnut"
        own = "".join([self._slices(series[0])]) if series else ""
        ring = '<c:firstSliceAng val="0"/>' + ('<c:holeSize val="58"/>' if doughnut else "")
        tag = "doughnutChart" if doughnut else "pieChart"
        return f'<c:{tag}><c:varyColors val="1"/>{own}{ring}</c:{tag}>'

    def _slices(self, series: Series) -> str:
        paper = self.colors.fill(self.palette.paper)
        points = "".join(
            [
                f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr>{self.colors.series(at)}'
                f'<a:ln w="19050">{paper}</a:ln></c:spPr></c:dPt>'
                for at in range(len(self.chart.categories))
            ]
        )
        if self.chart.type == "pie":
            labels = self._labels("outEnd", named=self._named())
        else:
            own = [
                f'<c:dLbl><c:idx val="{at}"/>{self._label("", self._on(self._color(at)))}</c:dLbl>'
                for at in range(len(self.chart.categories))
            ]
            labels = self._labels(points="".join(own))
        return f"<c:ser>{self._head(0, series)}{points}{labels}{self._figures(0, series)}</c:ser>"

    def _named(self) -> bool:
        """Whether slices carry their names: those of a pie do, unless some are too thin for it."""
        values = [abs(value or 0.0) for series in self.chart.series[:1] for value in series.values]
        return self.chart.type == "pie" and all(value >= _THIN_SLICE * sum(values) for value in values)

    # ---- bars, lines and areas ----

    def _plain(self) -> str:
        kind = self.chart.type
        every = range(len(self.chart.series))
        ids = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
        if kind in ("bar", "column"):
            gap, overlap = (60, 0) if len(self.chart.series) < 2 else (70, -8)
            series = "".join([self._bar(at, self._labels("outEnd")) for at in every])
            plot = (
                f'<c:barChart><c:barDir val="{"bar" if kind == "bar" else "col"}"/><c:grouping val="clustered"/>'
                f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{ids}'
                "</c:barChart>"
            )
        else:
            plot = self._areas(ids) if kind == "area" else ""
            series = "".join([self._line(at, self._labels("t")) for at in every])
            plot += (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{ids}'
                "</c:lineChart>"
            )
        return plot + self._axes()

    def _areas(self, ids: str) -> str:
        """Tints under the lines; the lines carry the figures, which Office would put in the middle of an area."""
        series = ""
        for index, one in enumerate(self.chart.series):
            tint = self.colors.series(index, 22)
            series += f"<c:ser>{self._head(index, one)}<c:spPr>{tint}</c:spPr>{self._figures(index, one)}</c:ser>"
        return f'<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}{ids}</c:areaChart>'

    def _bar(self, index: int, labels: str) -> str:
        series, fill = self.chart.series[index], self.colors.series(index)
        return (
            f'<c:ser>{self._head(index, series)}<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>{labels}'
            f"{self._figures(index, series)}</c:ser>"
        )

    def _line(self, index: int, labels: str) -> str:
        series, fill = self.chart.series[index], self.colors.series(index)
        place = index + len(self.chart.series) if self.chart.type == "area" else index
        return (
            f"<c:ser>{self._head(index, series, place)}"
            f'<c:spPr><a:ln w="34925" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>{fill}<a:ln w="9525">{fill}</a:ln></c:spPr>'
            f'</c:marker>{labels}{self._figures(index, series)}<c:smooth val="0"/></c:ser>'
        )

    def _axes(self) -> str:
        kind = self.chart.type
        hairline = f'<a:ln w="9525">{self.colors.fill(self.palette.hairline)}</a:ln>'
        muted = f'<a:ln w="9525">{self.colors.fill(self.palette.muted)}</a:ln>'
        bars = kind in ("bar", "column")
        order = "maxMin" if kind == "bar" else "minMax"
        sides = ("l", "b") if kind == "bar" else ("b", "l")
        least = '<c:min val="0"/>' if kind != "line" and _all_positive(self.chart.series) else ""
        grid = "" if bars else f"<c:majorGridlines><c:spPr>{hairline}</c:spPr></c:majorGridlines>"
        form = attribute(self.form)
        between = "between" if kind != "area" else "midCat"
        return (
            f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{sides[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
            f"<c:spPr>{muted}</c:spPr>{self._text(self.palette.ink)}"
            f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
            f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
            f'<c:delete val="1"/><c:axPos val="{sides[1]}"/>{grid}<c:numFmt formatCode="{form}" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{self._text(self.palette.muted)}"
            f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="{between}"/></c:valAx>'
        )


def _all_positive(series: Sequence[Series]) -> bool:
    return all(value is None or value >= 0 for one in series for value in one.values)
