"""What a chart needs and python-pptx's own words for charts lack: its language, tints, rings, unsigned ids."""

from __future__ import annotations

from copy import deepcopy

from pptx.chart.chart import Chart
from pptx.chart.datalabel import DataLabels
from pptx.chart.legend import Legend
from pptx.chart.series import AreaSeries, LineSeries, PieSeries
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement, OxmlElement

CATEGORY_AXIS, VALUE_AXIS = "500001", "500002"
"""Ids of axes are unsigned (ST_UnsignedInt); those of python-pptx are negative."""


def _new(tag: str, *children: BaseOxmlElement, val: object = None) -> BaseOxmlElement:
    element = OxmlElement(tag)
    if val is not None:
        element.set("val", str(val))
    element.extend(children)
    return element


def finish(chart: Chart, locale: str, workbook: str) -> None:
    """Gives a chart its language, its axes ids, a clear ground and its workbook, a relationship id."""
    space = chart._chartSpace
    for corners in space.xpath("c:roundedCorners"):
        space.remove(corners)
    space.get_or_add_date1904().set("val", "0")
    space.date1904.addnext(_new("c:lang", val=locale))
    space.date1904.getnext().addnext(_new("c:roundedCorners", val=0))
    for text in space.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        text.set("lang", locale)
    for owner in space.xpath("c:chart/c:plotArea/*[c:axId]"):
        # a plot has both; an axis has its own, then that of the other, which it crosses
        own = (VALUE_AXIS, CATEGORY_AXIS) if owner.tag == qn("c:valAx") else (CATEGORY_AXIS, VALUE_AXIS)
        for element, number in zip(owner.xpath("c:axId | c:crossAx"), own, strict=True):
            element.set("val", number)
    space.chart.addnext(_new("c:spPr", _new("a:noFill"), _new("a:ln", _new("a:noFill"))))
    space.plotArea.append(_new("c:spPr", _new("a:noFill")))
    space.get_or_add_externalData().rId = workbook


def only_text(chart: Chart) -> None:
    """Categories are words, even those that look like dates; they stand under the middle of a bar, or a point."""
    area = chart._chartSpace.plotArea
    for automatic in area.xpath("c:catAx/c:auto"):
        automatic.set("val", "0")
    between = "midCat" if area.xpath("c:areaChart") else "between"
    for crosses in area.xpath("c:valAx/c:crosses"):
        crosses.addnext(_new("c:crossBetween", val=between))


def axis_at_foot(chart: Chart) -> None:
    """Keeps the values' axis below bars whose categories go from top to bottom."""
    for crosses in chart._chartSpace.plotArea.xpath("c:valAx/c:crosses"):
        crosses.set("val", "max")


def leave_out(legend: Legend, count: int) -> None:
    """Takes the first entries out of a legend."""
    for index in reversed(range(count)):
        entry = _new("c:legendEntry", _new("c:idx", val=index), _new("c:delete", val=1))
        legend._element.legendPos.addnext(entry)


def name_slices(labels: DataLabels) -> None:
    """Puts the name of each slice on a line above its figure."""
    labels.show_category_name = True
    separator = OxmlElement("c:separator")
    separator.text = "\n"
    labels._element.find(qn("c:showBubbleSize")).addnext(separator)


def keep_on_a_line(labels: DataLabels) -> None:
    """Forbids breaking a figure before its unit."""
    for body in labels._element.iter(qn("a:bodyPr")):
        body.set("wrap", "none")


def open_ring(series: PieSeries, hole_percent: int) -> None:
    """Sets the hole of a ring."""
    series._element.getparent().find(qn("c:holeSize")).set("val", str(hole_percent))
    number_labels(series)


def number_labels(series: PieSeries | LineSeries) -> None:
    """Gives the labels that have a colour or a place of their own the number format of the others."""
    for number in series._element.xpath("c:dLbls/c:dLbl/c:idx"):
        number.addnext(deepcopy(series._element.dLbls.numFmt))


def put_below(chart: Chart, other: Chart) -> None:
    """Puts the plot of another chart of the same figures below a chart's own, whose series come after it."""
    (own,) = chart._chartSpace.plotArea.iter_xCharts()
    (plot,) = other._chartSpace.plotArea.iter_xCharts()
    for series in own.sers:
        series.idx.val += len(plot.sers)
        series.order.val += len(plot.sers)
    own.addprevious(plot)


def shine_through(series: AreaSeries, percent: int) -> None:
    """Lets what is under an area be seen: the fill covers so much of it."""
    for color in series._element.spPr.iter(qn("a:schemeClr"), qn("a:srgbClr")):
        color.append(_new("a:alpha", val=percent * 1000))
