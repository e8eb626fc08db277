"""Puts what two languages say into one table, chart or text: words that are the same are said once."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from slidekit.show.pages import Chart, Code, Diagram, Image, Line, Math, Run, Series, Table, Terminal

Verbatim = Code | Terminal | Diagram | Image | Math
"""Blocks whose matter often serves both languages."""
Same = TypeVar("Same", bound=Code | Terminal | Diagram | Image | Math)

BREAK = "\n"
SLASH = " / "
NO_BREAK = "\u00a0"


def line(first: Line, second: Line, joint: str) -> Line:
    """What both say, the first before the joint; words equal in both, or missing in one, stand alone."""
    if not second.runs or alike(first, second):
        return first
    if not first.runs:
        return second
    return replace(first, runs=(*first.runs, Run(joint, first.runs[-1].locale), *second.runs))


def optional(first: Line | None, second: Line | None, joint: str) -> Line | None:
    """As `line`, where either may have been left out."""
    if first is None or second is None:
        return first or second
    return line(first, second, joint)


def alike(first: Line, second: Line) -> bool:
    """Whether both say the same words in the same dress."""
    return _bare(first) == _bare(second)


def words(first: str, second: str) -> str:
    """Two descriptions as one."""
    return first if first == second or not second else second if not first else first + SLASH + second


def table(first: Table, second: Table) -> Table:
    """A table whose cells hold both languages, one under the other."""
    return replace(
        first,
        header=_cells(first.header, second.header),
        rows=tuple([_cells(one, other) for one, other in zip(first.rows, second.rows, strict=True)]),
        alt=words(first.alt, second.alt),
        caption=optional(first.caption, second.caption, SLASH),
    )


def chart(first: Chart, second: Chart) -> Chart:
    """A chart whose words are in both languages; figures are in the first one's form."""
    pairs = zip(first.series, second.series, strict=True)
    merged = replace(
        first,
        categories=tuple([line(*pair, SLASH) for pair in zip(first.categories, second.categories, strict=True)]),
        series=tuple([_series(one, other) for one, other in pairs]),
        alt=words(first.alt, second.alt),
        caption=optional(first.caption, second.caption, SLASH),
        x=optional(first.x, second.x, SLASH),
        y=optional(first.y, second.y, SLASH),
    )
    apart = first.unit and second.unit and first.unit != second.unit and first.type not in ("pie", "doughnut")
    return _united(merged, second) if apart else merged


def _united(first: Chart, second: Chart) -> Chart:
    """A chart whose unit stands at its axis, in both languages, instead of after each figure in one of them."""
    runs = [Run(one.unit.replace(NO_BREAK, " ").strip(), one.locale) for one in (first, second)]
    units = Line((runs[0], Run(SLASH, first.locale), runs[1]))
    bar = first.type == "bar"
    title = first.x if bar else first.y
    if title is not None:
        opens, ends = Run(" (", first.locale), Run(")", first.locale)
        title = replace(title, runs=(*title.runs, opens, *units.runs, ends))
    return replace(
        first,
        number_format=first.number_format.removesuffix(f'"{first.unit}"'),
        series=tuple(
            [
                replace(one, labels=tuple([label.removesuffix(first.unit) for label in one.labels]))
                for one in first.series
            ]
        ),
        ticks=tuple([(value, words.removesuffix(first.unit)) for value, words in first.ticks]),
        x=title or units if bar else first.x,
        y=first.y if bar else title or units,
        units=units,
    )


def neutral(first: Verbatim, second: Verbatim) -> bool:
    """Whether the matter is the same in both languages, so that it is shown once."""
    match first, second:
        case Code(), Code():
            return (first.source, first.syntax, first.highlight) == (second.source, second.syntax, second.highlight)
        case Terminal(), Terminal():
            return first.lines == second.lines
        case Diagram(), Diagram():
            return first.source == second.source
        case Math(), Math():
            return first.latex == second.latex
        case Image(), Image():
            return first.path_in_deck == second.path_in_deck
        case _:
            return False


def once(first: Same, second: Same) -> Same:
    """A neutral block, described in both languages."""
    caption = optional(first.caption, second.caption, SLASH)
    if isinstance(first, Diagram | Image | Math) and isinstance(second, Diagram | Image | Math):
        return replace(first, alt=words(first.alt, second.alt), caption=caption)
    return replace(first, caption=caption)


def _cells(first: tuple[Line, ...], second: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple([line(one, other, BREAK) for one, other in zip(first, second, strict=True)])


def _series(first: Series, second: Series) -> Series:
    names = [optional(*pair, SLASH) for pair in zip(first.names, second.names, strict=True)]
    return replace(first, name=line(first.name, second.name, SLASH), names=tuple(names))


def _bare(one: Line) -> list[Run]:
    return [replace(run, locale="") for run in one.runs]
