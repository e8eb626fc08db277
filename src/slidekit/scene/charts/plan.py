"""Which form and which size a chart takes: the first at which all of its words fit, in every language at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from slidekit.scene.charts import rounds, scatter, sideways, upright
from slidekit.scene.charts.drawing import LINE_HEIGHT, Drawing, Look
from slidekit.scene.charts.looks import looks
from slidekit.scene.charts.sheet import Sheet
from slidekit.scene.theme import Theme
from slidekit.show.pages import Chart

ROUND = ("pie", "doughnut")
Form = Literal["level", "slanted", "thinned", "sideways", "round", "scatter"]
SLACK_PT = 0.5


class Planned(NamedTuple):
    """A chart laid out, a drawing for each language."""

    drawings: tuple[Drawing, ...]
    over: float
    """By how many points its words are too large for it even so; 0 where they fit."""


def plan(sides: tuple[Chart, ...], width: float, height: float, theme: Theme) -> Planned:
    """The chart at the largest size, and in the plainest form, at which everything fits; lengths in points."""
    least: Planned | None = None
    form: Form = "level"
    for form in _forms(sides[0]):
        for size in theme.sizes.chart:
            if _hopeless(form, sides[0], width, height, size):
                continue
            found = _drawn(form, sides, width, height, size, theme)
            if found.over <= SLACK_PT:
                return found._replace(over=0.0)
            if least is None or found.over < least.over:
                least = found
    return least or _drawn(form, sides, width, height, theme.sizes.chart[-1], theme)


def _hopeless(form: Form, chart: Chart, width: float, height: float, size: float) -> bool:
    """Whether there are so many names, bars or slices that drawing need not be tried."""
    count = max(1, len(chart.categories))
    line = size * LINE_HEIGHT
    match form:
        case "sideways":
            return height / count < line
        case "round":
            return height / count < line * 0.9
        case "slanted" if width / count < line:
            return True
        case "level" if width / count < size * 0.5:
            return True
    bars = 1 if chart.stacked else len(chart.series)
    return chart.type == "column" and width / count / max(1, bars) < upright.LEAST_THICK_PT


def _forms(chart: Chart) -> Iterator[Form]:
    """The forms a chart may take: names level, else slanted; columns lie down where names are long."""
    match chart.type:
        case "pie" | "doughnut":
            yield "round"
        case "scatter":
            yield "scatter"
        case "bar":
            yield "sideways"
        case "column":
            yield from ("level", "sideways", "slanted")
        case "line" | "area":
            yield from ("level", "slanted", "thinned")


def _drawn(form: Form, sides: tuple[Chart, ...], width: float, height: float, size: float, theme: Theme) -> Planned:
    """The chart in one form at one size, in every language."""
    chart = sides[0]
    count = max(1, len(chart.categories) if chart.type in ROUND else len(chart.series))
    own = looks(theme.palette, count, plain=form in ("round", "scatter") or chart.type == "line")
    sheets = [Sheet(one, width, height, size, theme) for one in sides]
    figured = all(_fitting(form, sheet, own) for sheet in sheets)
    drawings = tuple([_draw(form, sheet, own, figured=figured) for sheet in sheets])
    return Planned(drawings, max([sheet.over for sheet in sheets]))


def _fitting(form: Form, sheet: Sheet, own: tuple[Look, ...]) -> bool:
    if form in ("round", "scatter", "thinned"):
        return False
    return sideways.fitting(sheet) if form == "sideways" else upright.fitting(sheet, own, form)  # type: ignore[arg-type]


def _draw(form: Form, sheet: Sheet, own: tuple[Look, ...], *, figured: bool) -> Drawing:
    match form:
        case "round":
            return rounds.draw(sheet, own)
        case "scatter":
            return scatter.draw(sheet, own)
        case "sideways":
            return sideways.draw(sheet, own, figured=figured)
        case _:
            return upright.draw(sheet, own, form, figured=figured)
