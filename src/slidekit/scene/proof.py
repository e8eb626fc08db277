"""What cannot stand in a theme file though each value by itself can be read: sizes, boxes, fonts, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from slidekit.scene.metrics import DRAWN, FILES, drawn_family
from slidekit.scene.theme import Fonts, Grid, Sizes, ThemeFile
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span
from slidekit.source.wording import listed, tell

LEAST_PT, MOST_PT = 6.0, 200.0
"""Below the least nothing can be read on paper either; above the most one word fills a slide."""

MOST_STEPS, MOST_COLORS = 40, 24
"""Every size is tried for every slide that is full, and nobody tells 24 colours apart."""

LIMITS = (
    ("line_spacing", 0.8, 2.0),
    ("paragraph_gap", 0.0, 3.0),
    ("stacked_share", 0.5, 1.0),
    ("stacked_least", LEAST_PT, 60.0),
)
"""The least and the most of the numbers at the top of a theme file."""

LEAST_WIDTH_MM, LEAST_HEIGHT_MM = 80.0, 40.0
"""What the blocks of a slide need to be laid out at all."""

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
FAMILY = re.compile(r"[\w][\w .&+-]{0,59}")
"""Names go into CSS and XML, so they hold nothing that means something there."""

FIXED = tuple(sorted({*[name for name, drawn in DRAWN.items() if drawn.endswith("Mono")], "DejaVu Sans Mono"}))
KNOWN = tuple(sorted({*DRAWN, *FILES}))
"""Families that are measured with fonts of the very same widths."""


class Parts(Struct, frozen=True, gc=False):
    """The parts of a theme file that could be read."""

    fonts: Fonts | None
    sizes: Sizes | None
    grid: Grid | None
    whole: ThemeFile | None = None
    """All of it, where all of it could be read."""


def proofs(parts: Parts, spans: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """Everything that is wrong with them, each at its own value."""
    found: list[Found] = list(_top(parts.whole)) if parts.whole else []
    found += _families(parts.fonts) if parts.fonts else ()
    found += _sizes(parts.sizes) if parts.sizes else ()
    found += _grid(parts.grid) if parts.grid else ()
    for key, message, hint, severity in found:
        yield Diagnostic("SK016", message, spans.get(key) or spans.get("", START), hint, severity)
    for key, message, hint in _unknown(parts.fonts) if parts.fonts else ():
        yield Diagnostic("SK015", message, spans.get(key, START), hint, Severity.WARNING)


Found = tuple[str, str, str | None, Severity]
"""Where, what, the remedy, how bad."""


def _error(key: str, message: str, hint: str | None = None) -> Found:
    return key, message, hint, Severity.ERROR


def _families(fonts: Fonts) -> Iterator[Found]:
    for role in fonts.__struct_fields__:
        if not FAMILY.fullmatch(getattr(fonts, role)):
            yield _error(
                f"fonts.{role}",
                tell("a font's name has letters, digits and spaces only"),
                tell("such as  {name}", name="Calibri"),
            )


def _sizes(sizes: Sizes) -> Iterator[Found]:
    for role in sizes.__struct_fields__:
        value = getattr(sizes, role)
        if isinstance(value, tuple):
            yield from _steps(f"sizes.{role}", role, value)
    yield from _steps("sizes.footer", "footer", (sizes.footer,))


def _steps(key: str, role: str, steps: tuple[float, ...]) -> Iterator[Found]:
    if not steps:
        yield _error(
            key, tell("no size for `{role}`", role=role), tell("list sizes in points, largest first: [28, 24, 20]")
        )
    elif len(steps) > MOST_STEPS:
        yield _error(
            key,
            tell("{n} sizes for `{role}`: {most_steps} are the most", n=len(steps), role=role, most_steps=MOST_STEPS),
        )
    elif wrong := [size for size in steps if not LEAST_PT <= size <= MOST_PT]:
        yield _error(
            key,
            tell(
                "{wrong:g} pt for `{role}`: sizes are {least_pt:g} to {most_pt:g} pt",
                wrong=wrong[0],
                role=role,
                least_pt=LEAST_PT,
                most_pt=MOST_PT,
            ),
        )
    elif rising := [pair for pair in pairwise(steps) if pair[1] >= pair[0]]:
        first, second = rising[0]
        message = tell(
            "the sizes of `{role}` do not fall: {second:g} after {first:g}", role=role, second=second, first=first
        )
        falling = ", ".join([f"{size:g}" for size in sorted(set(steps), reverse=True)])
        yield _error(key, message, tell("largest first, the smallest allowed last: [{sizes}]", sizes=falling))


def _grid(grid: Grid) -> Iterator[Found]:
    if negative := [name for name in grid.__struct_fields__ if getattr(grid, name) < 0]:
        yield _error(f"grid.{negative[0]}", tell("`{key}` is outside the slide: it is less than 0 mm", key=negative[0]))
        return
    if grid.left + grid.right > grid.width - LEAST_WIDTH_MM:
        message = tell(
            "margins of {left:g} and {right:g} mm leave less than {least_width_mm:g} mm of the slide",
            left=grid.left,
            right=grid.right,
            least_width_mm=LEAST_WIDTH_MM,
        )
        wider = "left" if grid.left > grid.right else "right"
        yield _error(f"grid.{wider}", message, tell("the slide is {width:g} mm wide", width=grid.width))
    if grid.content_bottom - grid.content_top < LEAST_HEIGHT_MM:
        message = tell("`content_bottom` is {n:g} mm below `content_top`", n=grid.content_bottom - grid.content_top)
        yield _error(
            "grid.content_bottom",
            message,
            tell("blocks need {least_height_mm:g} mm at least", least_height_mm=LEAST_HEIGHT_MM),
        )
    title_bottom = grid.title_top + grid.title_height
    if grid.title_height < 8:
        yield _error(
            "grid.title_height",
            tell("titles have {title_height:g} mm", title_height=grid.title_height),
            tell("a line of 20 pt is 8 mm high"),
        )
    elif title_bottom > grid.content_top:
        message = tell(
            "titles end at {title_bottom:g} mm, below `content_top`, {content_top:g} mm",
            title_bottom=title_bottom,
            content_top=grid.content_top,
        )
        yield _error(
            "grid.title_height", message, tell("at most {most}", most=f"{grid.content_top - grid.title_top:g}")
        )
    if grid.content_bottom > grid.footer_top:
        message = tell(
            "`content_bottom`, {content_bottom:g} mm, is below `footer_top`, {footer_top:g} mm",
            content_bottom=grid.content_bottom,
            footer_top=grid.footer_top,
        )
        yield _error("grid.content_bottom", message, tell("at most {most}", most=f"{grid.footer_top:g}"))
    if grid.footer_top + grid.footer_height > grid.height:
        message = tell("the foot ends at {n:g} mm, outside the slide", n=grid.footer_top + grid.footer_height)
        yield _error("grid.footer_height", message, tell("the slide is {height:g} mm high", height=grid.height))


def _top(theme: ThemeFile) -> Iterator[Found]:
    """The name, the numbers at the top of the file, the colours of charts."""
    if not NAME.fullmatch(theme.name):
        yield _error(
            "name",
            tell("a theme's name has letters, digits and hyphens only"),
            tell("such as  {name}", name="my-theme"),
        )
    yield from _colors("palette.chart", len(theme.palette.chart))
    own = dict(theme.dark.palette).get("chart") if theme.dark else None
    if isinstance(own, tuple):
        yield from _colors("dark.palette.chart", len(own))
    for key, least, most in LIMITS:
        value = getattr(theme, key)
        if not least <= value <= most:
            yield _error(
                key,
                tell(
                    "`{key}` is {value:g}: it is between {least:g} and {most:g}",
                    key=key,
                    value=value,
                    least=least,
                    most=most,
                ),
            )


def _colors(key: str, count: int) -> Iterator[Found]:
    if not count:
        yield _error(key, tell("no colour for charts"), tell("list one a series: [0F766E, C2410C]"))
    elif count > MOST_COLORS:
        yield _error(
            key, tell("{count} colours for charts: {most_colors} are the most", count=count, most_colors=MOST_COLORS)
        )


def _unknown(fonts: Fonts) -> Iterator[tuple[str, str, str]]:
    """Fonts whose widths nobody here knows: text may come out wider than measured."""
    for role in ("heading", "body", "code"):
        family = getattr(fonts, role)
        known = FIXED if role == "code" else KNOWN
        if family in known or not FAMILY.fullmatch(family):
            continue
        drawn = drawn_family(family)
        hint = tell("known here: {names}", names=listed(known))
        if role == "code" and family in KNOWN:
            yield (
                f"fonts.{role}",
                tell("{family} is not of fixed pitch: code and drawings will not line up", family=family),
                hint,
            )
        else:
            message = tell(
                "the widths of {family} are not known: it is measured, and drawn in PDFs, as {drawn}",
                family=family,
                drawn=drawn,
            )
            yield f"fonts.{role}", message, hint
