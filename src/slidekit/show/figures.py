"""Tables as they are said in one language: rows filled up, and the size in words."""

from __future__ import annotations

from slidekit.deck import model
from slidekit.deck.text import Row
from slidekit.show import labels
from slidekit.show.charts import plain, sentence
from slidekit.show.pages import Line, Table
from slidekit.show.voice import Voice
from slidekit.source.span import START, Span


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


def _cells(row: Row, voice: Voice, path: str) -> tuple[Line, ...]:
    return tuple([voice.line(pair, f"{path}.{number}") for number, pair in enumerate(row.cells, 1)])


def _place(block: model.Table) -> Span:
    row = block.header or next(iter(block.rows), None)
    return row.span if row else START


def _left(width: int) -> list[model.Align]:
    return ["left"] * width


def _table_in_words(header: tuple[Line, ...], columns: int, rows: int, locale: str) -> str:
    """The size and the headings: `Table with 2 columns and 3 rows: City; Staff`."""
    words = labels.labels(locale)
    size = words.table.format(
        columns=labels.counted(words.column, columns, locale), rows=labels.counted(words.row, rows, locale)
    )
    names = labels.semicolon(locale).join([name for name in [plain(line) for line in header] if name])
    return sentence(size + labels.colon(locale) + names if names else size)
