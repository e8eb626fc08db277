"""Charts as they are said in one language: figures with their unit, round figures for the axes, all of it in words."""

from __future__ import annotations

import re
from math import ceil, floor, log10
from typing import Literal

from msgspec.structs import replace

from slidekit.deck import model
from slidekit.deck.text import Row
from slidekit.show import labels
from slidekit.show.pages import Chart, Line, Series
from slidekit.show.signs import NO_BREAK, figure, signs
from slidekit.show.voice import Voice
from slidekit.source.span import START

LEAST_STEP = 1e-5
"""Figures closer than this have no axis: they are written with six decimals at the most."""
MOST_IN_WORDS = 60
"""Figures that a description lists one by one; of more, it tells the least and the greatest of each series."""
SHARES = ((0.0, 0), (0.25, 25), (0.5, 50), (0.75, 75), (1.0, 100))
"""The axis of a chart of shares, and its percentages."""

WORD = re.compile(r"[^\W\d_]{4}")
"""A unit in which there is a word, and not signs alone, is said in each language."""
_MONEY = ("$", "€", "£", "¥")


class _Form:
    """How the figures of one chart are written: unit, decimals, locale."""

    def __init__(self, unit: str, values: list[float], locale: str) -> None:
        self.before, self.after = _unit(unit, locale)
        self.decimals = max([_decimals(value) for value in values], default=0)
        self.locale = locale

    def label(self, value: float | None, decimals: int | None = None) -> str:
        """A figure with its unit; nothing where it is missing."""
        if value is None:
            return ""
        words = figure(abs(value), self.decimals if decimals is None else decimals, self.locale)
        return f"{'-' if value < 0 else ''}{self.before}{words}{self.after}"

    def excel(self) -> str:
        """An Excel number format: `#,##0.0" s"`; Excel puts in the reader's own separators."""
        decimals = "." * (self.decimals > 0) + "0" * self.decimals
        return _quoted(self.before) + "#,##0" + decimals + _quoted(self.after)

    def ticks(self, values: list[float], *, free: bool) -> tuple[tuple[float, str], ...]:
        """Round figures around all values, in words."""
        return tuple([(value, self.label(value, some)) for value, some in _ticks(values, free=free)])


def chart(block: model.Chart, voice: Voice, path: str) -> Chart:
    """A chart, every figure with as many decimals as the one that has most (six at the most)."""
    scatter = block.type == "scatter"
    categories = _cells(block.categories, voice, f"{path}.categories") if block.categories else ()
    drawn = [_values(one, None if scatter else len(categories)) for one in block.series]
    across = [point.x for one in block.series for point in one.points] if scatter else []
    along = _Form("", across, voice.locale)
    form = _Form(voice.plain(block.unit), [value for row in drawn for value in row if value is not None], voice.locale)
    series = tuple(
        [
            _series(one, values, (form, along), voice, f"{path}.series.{number}")
            for number, (one, values) in enumerate(zip(block.series, drawn, strict=True), 1)
        ]
    )
    stacked, flat = _stacked(block), [value for row in drawn for value in row if value is not None]
    kind = "column" if block.type == "stacked" else block.type
    shares, share_format = _shares(kind, series, form)
    ticks = form.ticks(_sums(drawn) if stacked else flat, free=kind in ("line", "scatter"))
    said = Chart(
        type=kind,
        categories=categories,
        series=series,
        number_format=form.excel(),
        alt="",
        locale=voice.locale,
        caption=voice.optional(block.caption, f"{path}.caption"),
        span=block.categories.span if block.categories else block.series[0].name.span if block.series else START,
        path=path,
        ticks=() if kind in ("pie", "doughnut") else _percentages(voice.locale) if stacked == "share" else ticks,
        stacked=stacked,
        x=voice.optional(block.x, f"{path}.x"),
        y=voice.optional(block.y, f"{path}.y"),
        across_ticks=along.ticks(across, free=True) if across else (),
        across_format=along.excel(),
        share_format=share_format,
        shares=shares,
        unit=form.after if not form.before and WORD.search(form.after) else "",
    )
    return replace(said, alt=voice.plain(block.alt) if block.alt else in_words(said))


def _stacked(block: model.Chart) -> Literal["", "sum", "share"]:
    if block.type not in ("stacked", "bar", "column", "area"):
        return ""
    if block.stacked == "100%":
        return "share"
    return "sum" if block.type == "stacked" or block.stacked == "yes" else ""


def _cells(row: Row, voice: Voice, path: str) -> tuple[Line, ...]:
    return tuple([voice.line(pair, f"{path}.{number}") for number, pair in enumerate(row.cells, 1)])


def _values(series: model.Series, count: int | None) -> tuple[float | None, ...]:
    """A figure for each category, or for each point where there are no categories."""
    if count is None:
        return tuple([point.y for point in series.points])
    return (series.values + (None,) * count)[:count]


def _series(
    one: model.Series, values: tuple[float | None, ...], forms: tuple[_Form, _Form], voice: Voice, path: str
) -> Series:
    return Series(
        voice.line(one.name, f"{path}.name"),
        values,
        tuple([forms[0].label(value) for value in values]),
        tuple([point.x for point in one.points]),
        tuple([forms[1].label(point.x) for point in one.points]),
        tuple(
            [voice.optional(point.label, f"{path}.points.{number}.label") for number, point in enumerate(one.points, 1)]
        ),
    )


def _sums(rows: list[tuple[float | None, ...]]) -> list[float]:
    """How high and how low the stacks reach."""
    found: list[float] = []
    for column in zip(*rows, strict=True):
        known = [value for value in column if value is not None]
        found += [sum([value for value in known if value > 0]), sum([value for value in known if value < 0])]
    return found


def _ticks(values: list[float], *, free: bool) -> list[tuple[float, int]]:
    """Four to eight round figures around all values, and how many decimals they need.

    Bars and areas stand on nought; lines and points whose values lie close together do not begin there (`free`).
    """
    values = values or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if free and 0 < high * 5 / 6 < min(values) < high:
        low = min(values) - (high - min(values)) / 2
    rough = (high - low) / 5
    if rough < LEAST_STEP:
        return []
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [(round(step * number, 6), _decimals(step)) for number in range(floor(low / step), ceil(high / step) + 1)]


def _decimals(value: float) -> int:
    """How many decimals a figure needs, up to six."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def _percentages(locale: str) -> tuple[tuple[float, str], ...]:
    return tuple([(share, f"{percent}{signs(locale).percent}%") for share, percent in SHARES])


def _shares(kind: str, series: tuple[Series, ...], form: _Form) -> tuple[tuple[str, ...], str]:
    """Each slice's part of the whole in words, and in Excel's notation; none where the figures are shares already."""
    space = signs(form.locale).percent
    whole = sum([value for value in series[0].values if value and value > 0]) if series else 0.0
    if kind not in ("pie", "doughnut") or whole <= 0 or (form.after.endswith("%") and 98 < whole < 102):
        return (), f"0{_quoted(space)}%"
    parts = [max(0.0, value or 0.0) * 100 / whole for value in series[0].values]
    decimals = int(any(0 < part < 1 for part in parts))
    words = tuple([f"{figure(part, decimals, form.locale)}{space}%" for part in parts])
    return words, f"0{'.0' * decimals}{_quoted(space)}%"


def _unit(unit: str, locale: str) -> tuple[str, str]:
    """What stands before and after a figure, spaces included.

    English writes `$12M` and `12%`; French writes `12 M$` and `12 %`; both write `20 °C` and `8 s`
    (*International System of Units*, 9th ed., 5.4.3: a space before the unit, none before °, ′, ″).
    """
    if not unit:
        return "", ""
    own = signs(locale)
    if unit == "%":
        return "", own.percent + unit
    if unit in ("°", "′", "″"):
        return "", unit
    if locale.startswith("en"):
        for sign in _MONEY:
            scale = unit.replace(sign, "", 1)
            if sign in unit and scale in ("", "k", "K", "M", "B"):
                return sign, scale
    return "", own.unit + unit.replace(" ", NO_BREAK)


def _quoted(words: str) -> str:
    """Words that Excel shows as they are; a quotation mark can only stand behind a backslash."""
    parts = [f'"{part}"' if part else "" for part in words.split('"')]
    return '\\"'.join(parts)


def in_words(chart: Chart) -> str:
    """What those hear who do not see the chart: `Bar chart. Time. Model reply: 8 s; tests: 12 s.` and so on.

    A sentence or two for each series; of very many figures, the least and the greatest of each.
    """
    words = labels.labels(chart.locale)
    suffix = {"": "", "sum": "+", "share": "%"}[chart.stacked]
    sentences = [words.charts[chart.type + suffix]]
    many = sum([len(one.values) for one in chart.series]) > MOST_IN_WORDS
    if many and chart.categories:
        first, last = plain(chart.categories[0]), plain(chart.categories[-1])
        sentences.append(words.categories.format(n=len(chart.categories), first=first, last=last))
    for one in chart.series:
        name = plain(one.name)
        if name:
            sentences.append(name)
        points = _extremes(chart, one) if many else _points(chart, one)
        if points:
            whole = labels.semicolon(chart.locale).join(points)
            sentences.append(whole[0].upper() + whole[1:] if many else whole)
    return " ".join([sentence(words) for words in sentences])


def _points(chart: Chart, series: Series) -> list[str]:
    """Every figure with what it is of."""
    colon, none = labels.colon(chart.locale), labels.labels(chart.locale).no_value
    if chart.type == "scatter":
        return [_mark(chart, series, index) for index in range(len(series.values))]
    shares = chart.shares or ("",) * len(chart.categories)
    return [
        f"{plain(category)}{colon}{label or none}{f' ({share})' if share and label else ''}"
        for category, label, share in zip(chart.categories, series.labels, shares, strict=False)
    ]


def _mark(chart: Chart, series: Series, index: int) -> str:
    """One point: its words, how far to the right it stands, how far up."""
    name = series.names[index]
    where = f"x = {series.across_labels[index]}, y = {series.labels[index]}"
    return f"{plain(name)}{labels.colon(chart.locale)}{where}" if name and name.runs else where


def _extremes(chart: Chart, series: Series) -> list[str]:
    """The least and the greatest figure."""
    words, colon = labels.labels(chart.locale), labels.colon(chart.locale)
    known = [(value, index) for index, value in enumerate(series.values) if value is not None]
    found = []
    for what, (_, index) in zip((words.least, words.greatest), (min(known), max(known)), strict=True) if known else ():
        of = plain(chart.categories[index]) if chart.categories else plain(series.names[index])
        found.append(f"{what}{colon}{series.labels[index]}{f' ({of})' if of else ''}")
    return found


def plain(line: Line | None) -> str:
    """A line's words, on one line."""
    return line.plain.replace("\n", " ") if line else ""


def sentence(words: str) -> str:
    """The words with a full stop, unless they end a sentence by themselves."""
    return words if words.endswith((".", "!", "?", "…")) else words + "."
