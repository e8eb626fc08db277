"""Native charts by python-pptx: the theme's colours, a figure at every point, words in the deck's language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace
from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.datalabel import DataLabels
from pptx.chart.plot import BarPlot
from pptx.chart.series import BarSeries, LineSeries, PieSeries
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import ColorFormat, RGBColor
from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.text.text import Font
from pptx.util import Centipoints, Emu

from slidekit.scene.boxes import ChartShape
from slidekit.scene.contrast import ratio
from slidekit.scene.theme import Theme
from slidekit.writers.pptx import chart_part
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import hundredths, words
from slidekit.writers.pptx.workbook import figures

_TYPES = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "area": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
}
"""An area is a tint under a line: the line carries the figures, which Office would put in the middle of an area."""
_ROUND = ("pie", "doughnut")
_TINT_PERCENT = 22
_HOLE_PERCENT = 58
_DECIMALS = re.compile(r"#,##0(\.0+)?")
_THIN_SLICE = 0.07
"""The share below which the names of neighbours would lie on each other."""
_LOCALES = {"en-CA": "1009", "en-GB": "809", "en": "409", "fr-CA": "C0C", "fr-CH": "100C", "fr-BE": "80C", "fr": "40C"}
"""What Excel's notation calls a locale ([MS-LCID]); it decides on the decimal sign."""


def chart_xml(shape: ChartShape, workbook: str, theme: Theme, colors: Colors) -> str:
    """The chart's part; `workbook` is the relationship id of its figures."""
    return _Drawing(shape, theme, colors).xml(workbook)


class _Drawing:
    """One chart being drawn."""

    def __init__(self, shape: ChartShape, theme: Theme, colors: Colors) -> None:
        self.kind = shape.chart.type
        self.figured, self.below = shape.figured, shape.below
        shown = shape.chart.series[:1] if self.kind in _ROUND else shape.chart.series
        self.said = replace(shape.chart, series=shown)
        self.size = Centipoints(hundredths(shape.size_pt))
        self.palette, self.colors = theme.palette, colors
        locale = shape.chart.locale
        code = _LOCALES.get(locale) or _LOCALES.get(locale.partition("-")[0], "409")
        self.form = f"[$-{code}]{shape.chart.number_format or 'General'}"

    def xml(self, workbook: str) -> str:
        chart = self._chart(_TYPES[self.kind])
        chart.has_title = False
        self._font(chart.font, self.palette.ink)
        if self.kind in _ROUND:
            self._slices(chart.plots[0].series[0])
        else:
            self._plain(chart)
        self._legend(chart)
        chart_part.finish(chart, self.said.locale, workbook)
        return str(serialize_part_xml(chart._chartSpace), "utf-8")

    def _chart(self, kind: XL_CHART_TYPE) -> Chart:
        """What python-pptx makes of the figures; it escapes words, but not formats."""
        data = figures(self.said, words(self.said.number_format or "General"))
        return Chart(parse_xml(ChartXmlWriter(kind, data).xml.encode()), None)

    # ---- text and colours ----

    def _color(self, color: ColorFormat, hexadecimal: str, name: str | None) -> None:
        if name:
            color.theme_color = MSO_THEME_COLOR.from_xml(name)
        else:
            color.rgb = RGBColor.from_string(hexadecimal)

    def _fill(self, fill: FillFormat, hexadecimal: str) -> None:
        fill.solid()
        self._color(fill.fore_color, hexadecimal, self.colors.name(hexadecimal))

    def _paint(self, fill: FillFormat, index: int) -> None:
        """The fill of a series or a slice."""
        fill.solid()
        self._color(fill.fore_color, self._ground(index), self.colors.accent(index))

    def _line(self, line: LineFormat, hexadecimal: str, width: int = 9525) -> None:
        line.width = Emu(width)
        self._fill(line.fill, hexadecimal)

    def _font(self, font: Font, hexadecimal: str, bold: bool = False) -> None:
        font.size, font.bold, font.name = self.size, bold, "+mn-lt"
        self._fill(font.fill, hexadecimal)

    def _ground(self, index: int) -> str:
        return self.palette.chart[index % len(self.palette.chart)]

    def _on(self, ground: str) -> str:
        """The colour of words on a slice: whichever of paper and ink stands out more."""
        return max([self.palette.paper, self.palette.ink], key=lambda color: ratio(color, ground))

    def _labels(self, labels: DataLabels, position: XL_LABEL_POSITION | None) -> None:
        """The figures at the points, in the unit's own form."""
        labels.number_format, labels.number_format_is_linked = self.form, False
        self._font(labels.font, self.palette.ink, bold=True)
        labels.show_value, labels.position = True, position
        chart_part.keep_on_a_line(labels)

    def _legend(self, chart: Chart) -> None:
        around = self.kind in _ROUND
        chart.has_legend = not self._named() if around else len(self.said.series) > 1
        if not chart.has_legend:
            return
        chart.legend.position = XL_LEGEND_POSITION.RIGHT if around else XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        self._font(chart.legend.font, self.palette.ink)
        if self.kind == "area":
            # areas are named by the lines over them, whose colours are full
            chart_part.leave_out(chart.legend, len(self.said.series))

    # ---- pies ----

    def _slices(self, series: PieSeries) -> None:
        self._labels(series.data_labels, XL_LABEL_POSITION.OUTSIDE_END if self.kind == "pie" else None)
        if self._named():
            chart_part.name_slices(series.data_labels)
        for index in range(len(self.said.categories)):
            point = series.points[index]
            self._paint(point.format.fill, index)
            self._line(point.format.line, self.palette.paper, 19050)
            if self.kind == "doughnut":
                self._font(point.data_label.font, self._on(self._ground(index)), bold=True)
        if self.kind == "doughnut":
            chart_part.open_ring(series, _HOLE_PERCENT)

    def _named(self) -> bool:
        """Whether slices carry their names: those of a pie do, unless some are too thin for it."""
        values = [abs(value or 0.0) for series in self.said.series for value in series.values]
        return self.kind == "pie" and all(value >= _THIN_SLICE * sum(values) for value in values)

    # ---- bars, lines and areas ----

    def _plain(self, chart: Chart) -> None:
        plot = chart.plots[0]
        plot.vary_by_categories = False
        if self.kind in ("bar", "column"):
            self._bars(plot)
        else:
            self._lines(plot.series)
        if self.kind == "area":
            self._areas(chart)
        chart_part.only_text(chart)
        if self.kind == "bar":
            chart_part.axis_at_foot(chart)
        self._categories(chart.category_axis)
        self._values(chart.value_axis)

    def _bars(self, plot: BarPlot) -> None:
        plot.gap_width, plot.overlap = (60, 0) if len(self.said.series) < 2 else (70, -8)
        series: BarSeries
        for index, series in enumerate(plot.series):
            series.invert_if_negative = False
            self._paint(series.format.fill, index)
            if self.figured:
                self._labels(series.data_labels, XL_LABEL_POSITION.OUTSIDE_END)

    def _lines(self, lines: Iterable[LineSeries]) -> None:
        for index, series in enumerate(lines):
            series.smooth = False
            series.format.line.width = Emu(34925)
            self._paint(series.format.line.fill, index)
            series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
            self._paint(series.marker.format.fill, index)
            self._paint(series.marker.format.line.fill, index)
            if not self.figured:
                continue
            self._labels(series.data_labels, XL_LABEL_POSITION.ABOVE)
            for point in sorted(place for number, place in self.below if number == index):
                label = series.points[point].data_label
                self._font(label.font, self.palette.ink, bold=True)
                label.position = XL_LABEL_POSITION.BELOW
            chart_part.number_labels(series)

    def _areas(self, chart: Chart) -> None:
        """Tints under the lines."""
        chart_part.put_below(chart, self._chart(XL_CHART_TYPE.AREA))
        for index, series in enumerate(chart.plots[0].series):
            self._paint(series.format.fill, index)
            chart_part.shine_through(series, _TINT_PERCENT)

    def _categories(self, axis: CategoryAxis) -> None:
        axis.reverse_order = self.kind == "bar"
        axis.major_tick_mark, axis.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
        self._line(axis.format.line, self.palette.muted)
        self._font(axis.tick_labels.font, self.palette.ink)

    def _tick_form(self) -> str:
        """The form of an axis's figures: that of the values, with the decimals that round steps need."""
        if self.figured:
            return self.form
        most = max([len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value, _ in self.said.ticks])
        return _DECIMALS.sub("#,##0" + "." * (most > 0) + "0" * most, self.form, count=1)

    def _values(self, axis: ValueAxis) -> None:
        """Hidden where every point has its figure; somebody may show it again."""
        axis.visible, axis.major_tick_mark = not self.figured, XL_TICK_MARK.NONE
        axis.has_major_gridlines = self.kind not in ("bar", "column") or not self.figured
        if axis.has_major_gridlines:
            self._line(axis.major_gridlines.format.line, self.palette.hairline)
        if self.kind != "line" and all(value is None or value >= 0 for one in self.said.series for value in one.values):
            axis.minimum_scale = 0
        if not self.figured:
            ticks = [value for value, _ in self.said.ticks]
            axis.minimum_scale, axis.maximum_scale, axis.major_unit = ticks[0], ticks[-1], ticks[1] - ticks[0]
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = self._tick_form(), False
        axis.format.line.fill.background()
        self._font(axis.tick_labels.font, self.palette.ink)
