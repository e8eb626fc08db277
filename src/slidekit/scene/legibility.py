"""Which colour of a theme stands on which, and whether the words in it can be read: one table for all layouts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from slidekit.scene.contrast import GRAPHIC, TEXT, least, luminance, mixed, ratio
from slidekit.scene.theme import Sizes, Theme
from slidekit.source.wording import tell

STRESSED = 0.14
"""The share of `third` in the ground of highlighted lines of code, where a writer tints them."""

GROUNDS = {
    "palette.paper": tell("the slide's ground"),
    "palette.panel": tell("panels and every second table row"),
    "palette.night": tell("the dark ground"),
    "palette.night_end": tell("the end of the dark ground"),
    "stressed": tell("highlighted lines of code"),
}
"""What messages call them."""
KINDS = {
    "keyword": tell("keywords in code"),
    "string": tell("strings in code"),
    "number": tell("numbers in code"),
    "comment": tell("comments in code"),
    "name": tell("names in code"),
    "type": tell("types in code"),
}

PAPER, PANEL, NIGHT = ("palette.paper",), ("palette.panel",), ("palette.night", "palette.night_end")


class Demand(NamedTuple):
    """A colour that words or marks have on a ground, both by their keys in the theme file."""

    ink: str
    ground: str
    what: str
    """What has the colour: `titles`, `keywords in code`."""
    least: float
    """The contrast ratio that it needs."""


class Fault(NamedTuple):
    """A demand that is not met."""

    demand: Demand
    ratio: float
    remedy: str
    """A colour like it that would do."""


def demands(theme: Theme) -> Iterator[Demand]:
    """Every pair of colours that layouts make of a theme, with the contrast that its smallest size needs."""
    for ink, grounds, what, needed in (*_on_paper(theme.sizes), *_on_night(theme.sizes), *_code(theme)):
        yield from (Demand(ink, ground, what, needed) for ground in grounds)
    for index in range(len(theme.palette.chart)):
        yield Demand(
            f"palette.chart.{index}", "palette.paper", tell("colour {number} of charts", number=index + 1), GRAPHIC
        )


Entry = tuple[str, tuple[str, ...], str, float]


def _on_paper(sizes: Sizes) -> Iterator[Entry]:
    yield "palette.ink", (*PAPER, *PANEL, "stressed"), tell("running text"), TEXT
    yield "palette.heading", PAPER, tell("titles"), least(sizes.title[-1], bold=True)
    yield "palette.heading", PAPER, tell("quotations"), least(sizes.quote[-1])
    yield "palette.heading", PANEL, tell("takeaways"), least(sizes.takeaway[-1], bold=True)
    yield "palette.second", (*PAPER, *PANEL), tell("links, inline code and attributions"), TEXT
    yield "palette.accent", PAPER, tell("bullets and numbers of lists"), least(sizes.body[-1])
    yield "palette.muted", PAPER, tell("captions and footers"), TEXT


def _on_night(sizes: Sizes) -> Iterator[Entry]:
    yield "palette.on_night", NIGHT, tell("titles of covers and dividers"), least(sizes.cover[-1], bold=True)
    yield "palette.on_night", NIGHT[:1], tell("headers of tables"), least(sizes.table[-1], bold=True)
    yield "palette.on_night_soft", NIGHT, tell("subtitles of covers and dividers"), TEXT
    yield "palette.on_night_accent", NIGHT, tell("dates and links of covers and dividers"), TEXT


def _code(theme: Theme) -> Iterator[Entry]:
    for kind in theme.code.__struct_fields__:
        yield f"code.{kind}", (*PANEL, "stressed"), KINDS[kind], TEXT
    for role in theme.terminal.__struct_fields__:
        yield f"terminal.{role}", NIGHT[:1], tell("`{role}` in transcripts", role=role), TEXT
    yield "palette.third", NIGHT[:1], tell("signs in transcripts"), TEXT


def color(theme: Theme, key: str) -> str:
    """The colour that a key stands for."""
    if key == "stressed":
        return mixed(theme.palette.third, theme.palette.panel, STRESSED)
    part, name, *index = key.split(".")
    found = getattr(getattr(theme, part), name)
    return str(found[int(index[0])] if index else found)


def faults(theme: Theme) -> list[Fault]:
    """The demands that a theme does not meet: for each colour and what it is for, the worst ground."""
    worst: dict[tuple[str, str], Fault] = {}
    for demand in demands(theme):
        ink, ground = color(theme, demand.ink), color(theme, demand.ground)
        found = ratio(ink, ground)
        known = worst.get((demand.ink, demand.what))
        if found < demand.least and (known is None or found < known.ratio):
            worst[demand.ink, demand.what] = Fault(demand, found, mended(ink, ground, demand.least))
    return list(worst.values())


def least_ratio(theme: Theme) -> float:
    """The lowest contrast that any words of a theme have."""
    words = [one for one in demands(theme) if not one.ink.startswith("palette.chart")]
    return min(ratio(color(theme, one.ink), color(theme, one.ground)) for one in words)


def mended(ink: str, ground: str, needed: float) -> str:
    """The nearest shade of a colour that stands out enough, darker on light grounds and lighter on dark ones."""
    pole = "FFFFFF" if ratio("FFFFFF", ground) > ratio("000000", ground) else "000000"
    for step in range(1, 21):
        shade = mixed(pole, ink, step / 20)
        if ratio(shade, ground) >= needed:
            return shade
    return pole


def is_dark(theme: Theme) -> bool:
    """Whether words are lighter than their ground."""
    return luminance(theme.palette.ink) > luminance(theme.palette.paper)
