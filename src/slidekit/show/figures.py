"""Tables and charts as they are said in one language: labels, number formats, figures in words."""

from __future__ import annotations

from math import ceil, floor, log10

from slidekit.deck import model
from slidekit.deck.text import Row
from slidekit.show import labels
from slidekit.show.pages import Chart, Line, Series, Table
from slidekit.show.signs import NO_BREAK, figure, signs
from slidekit.show.voice import Voice
from slidekit.source.span import START, Span

LEAST_STEP = 1e-5
"""Figures closer than this have no axis: they are written with six decimals at the most."""

_MONEY = ("$", "€", "£", "¥")


def table(block: model.Table, voice: Voice, path: str) -> Table:
    """A table, its rows filled up to the same width."""
    header = _cells(block.header, voice, f"{path}.header") if block.header else ()
    rows = [_cells(row, voice, f"{path}.rows.{number}") for number, row in enumerate(block.rows, 1)]
    width = max([len(header), *[len(row) for row in rows]], default=0)
    empty = Line((), _place(block))
    full = [row + (empty,) * (width - len(row)) for row in rows]
    if header:
        header += (empty,) * (width - len(header))
    return Table(
        header=header,
        rows=tuple(full),
        align=(*block.align, *_left(width))[:width],
        alt=voice.plain(block.alt) if block.alt else _table_in_words(header, width, len(rows), voice.locale),
        locale=voice.locale,
        caption=voice.optional(block.caption, f"{path}.caption"),
        span=_place(block),
        path=path,
    )


def chart(block: model.Chart, voice: Voice, path: str) -> Chart:
    """A chart, every figure with as many decimals as the one that has most (six at the most)."""
    before, after = _unit(voice.plain(block.unit), voice.locale)
    decimals = max([_decimals(value) for series in block.series for value in series.values], default=0)

    def label(value: float | None) -> str:
        return "" if value is None else _label(value, decimals, before, after, voice.locale)

    categories = _cells(block.categories, voice, f"{path}.categories")
    series = tuple(
        [
            Series(voice.line(one.name, f"{path}.series.{number}.name"), values, tuple([label(v) for v in values]))
            for number, one in enumerate(block.series, 1)
            for values in [(one.values + (None,) * len(categories))[: len(categories)]]
        ]
    )
    return Chart(
        type=block.type,
        categories=categories,
        series=series,
        number_format=_excel(decimals, before, after),
        alt=voice.plain(block.alt) if block.alt else _chart_in_words(block.type, categories, series, voice.locale),
        locale=voice.locale,
        caption=voice.optional(block.caption, f"{path}.caption"),
        span=block.categories.span,
        path=path,
        ticks=tuple([(tick, _label(tick, some, before, after, voice.locale)) for tick, some in _ticks(block)]),
    )


def _ticks(block: model.Chart) -> list[tuple[float, int]]:
    """Four to eight round figures around all values, and how many decimals they need.

    Bars and areas stand on nought; lines whose values lie close together do not begin there.
    """
    values = [value for series in block.series for value in series.values if value is not None] or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if block.type == "line" and 0 < high * 5 / 6 < min(values) < high:
        low = min(values) - (high - min(values)) / 2
    rough = (high - low) / 5
    if block.type in ("pie", "doughnut") or rough < LEAST_STEP:
        return []
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [(round(step * number, 6), _decimals(step)) for number in range(floor(low / step), ceil(high / step) + 1)]


def _cells(row: Row, voice: Voice, path: str) -> tuple[Line, ...]:
    return tuple([voice.line(pair, f"{path}.{number}") for number, pair in enumerate(row.cells, 1)])


def _place(block: model.Table) -> Span:
    row = block.header or next(iter(block.rows), None)
    return row.span if row else START


def _left(width: int) -> list[model.Align]:
    return ["left"] * width


def _decimals(value: float | None) -> int:
    """How many decimals a figure needs, up to six."""
    if value is None:
        return 0
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


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


def _label(value: float, decimals: int, before: str, after: str, locale: str) -> str:
    words = figure(abs(value), decimals, locale)
    return f"{'-' if value < 0 else ''}{before}{words}{after}"


def _excel(decimals: int, before: str, after: str) -> str:
    """An Excel number format: `#,##0.0" s"`; Excel puts in the reader's own separators."""
    return _quoted(before) + "#,##0" + "." * (decimals > 0) + "0" * decimals + _quoted(after)


def _quoted(words: str) -> str:
    """Words that Excel shows as they are; a quotation mark can only stand behind a backslash."""
    parts = [f'"{part}"' if part else "" for part in words.split('"')]
    return '\\"'.join(parts)


def _table_in_words(header: tuple[Line, ...], columns: int, rows: int, locale: str) -> str:
    """The size and the headings: `Table with 2 columns and 3 rows: City; Staff`."""
    words = labels.labels(locale)
    size = words.table.format(
        columns=labels.counted(words.column, columns, locale), rows=labels.counted(words.row, rows, locale)
    )
    names = labels.semicolon(locale).join([name for name in [_words(line) for line in header] if name])
    return _sentence(size + labels.colon(locale) + names if names else size)


def _chart_in_words(kind: str, categories: tuple[Line, ...], series: tuple[Series, ...], locale: str) -> str:
    """`Bar chart. Time. Model reply: 8 s; tests: 12 s.`: a sentence or two for each series."""
    words = labels.labels(locale)
    sentences = [words.charts[kind]]
    for one in series:
        name = _words(one.name)
        if name:
            sentences.append(name)
        points = [
            f"{_words(category)}{labels.colon(locale)}{label or words.no_value}"
            for category, label in zip(categories, one.labels, strict=False)
        ]
        if points:
            sentences.append(labels.semicolon(locale).join(points))
    return " ".join([_sentence(sentence) for sentence in sentences])


def _words(line: Line) -> str:
    return line.plain.replace("\n", " ")


def _sentence(words: str) -> str:
    """The words with a full stop, unless they end a sentence by themselves."""
    return words if words.endswith((".", "!", "?", "…")) else words + "."
