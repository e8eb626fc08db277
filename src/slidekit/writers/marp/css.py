"""The CSS of a talk: the theme's values as custom properties, `theme.css`, and what single slides need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from slidekit.scene.boxes import Scene
from slidekit.scene.code import mark
from slidekit.scene.legibility import STRESSED
from slidekit.scene.metrics import DRAWN_LINE, drawn_family, face
from slidekit.scene.theme import Theme
from slidekit.writers.marp import both_css, chart, classes, cropping, ground

_OPEN_FONTS = {"Calibri": "Carlito", "Arial": "Liberation Sans", "Consolas": "DejaVu Sans Mono"}
"""Fonts of the same widths, for where the theme's own are not installed."""
_HIGHLIGHTED = f"color-mix(in srgb, var(--third) {STRESSED:.0%}, transparent)"


def css(scene: Scene) -> str:
    """A Marp theme named after the theme; 96 px are an inch, so that 16 : 9 has 1280 × 720."""
    theme = scene.theme
    used = dict.fromkeys(name for slide in scene.slides for name in classes.of(slide, theme, scene.show.edition))
    rules = [rule for name in used for rule in _rule(name)]
    return "\n".join(
        [
            f"/* @theme slidekit-{theme.name} */",
            "",
            "section {",
            f"  width: {_px(theme.grid.width)};",
            f"  height: {_px(theme.grid.height)};",
            *[f"  --{name}: {value};" for name, value in _values(theme)],
            "}",
            "",
            _static(),
            *both_css.sheet(scene),
            "/* Sizes and pictures of single slides. */",
            *rules,
            *_charts(scene),
            *cropping.rules(scene.slides),
            *_inside(scene),
            "",
        ]
    )


def _inside(scene: Scene) -> list[str]:
    """What a corporate template says beside its colours."""
    if not getattr(scene.theme, "package", b""):
        return []
    from slidekit.writers.marp import inside

    return list(inside.rules(scene))


def _px(mm: float) -> str:
    """A length of the slide in CSS pixels, as Marp wants to read it."""
    return f"{round(mm * 96 / 25.4)}px"


@cache
def _static() -> str:
    return Path(__file__).with_name("theme.css").read_text(encoding="utf-8")


def _values(theme: Theme) -> Iterator[tuple[str, str]]:
    palette = theme.palette
    yield from (
        (name.replace("_", "-"), f"#{getattr(palette, name)}") for name in palette.__struct_fields__ if name != "chart"
    )
    yield from ((f"code-{name}", f"#{getattr(theme.code, name)}") for name in theme.code.__struct_fields__)
    yield from ((f"terminal-{name}", f"#{getattr(theme.terminal, name)}") for name in theme.terminal.__struct_fields__)
    yield "terminal-mark", f"#{mark(theme)}"
    yield "corner", "3mm" if theme.rounded else "0"
    yield "plate", f"#{theme.plate}" if theme.plate else "transparent"
    yield from ground.art(theme)
    yield "arrow", f"{face(theme.fonts.body).advance('→ '):.3g}em"
    yield "heading-font", _family(theme.fonts.heading, "sans-serif")
    yield "body-font", _family(theme.fonts.body, "sans-serif")
    yield "code-font", _family(theme.fonts.code, "monospace")
    yield "line-height", f"{DRAWN_LINE * theme.line_spacing:g}"
    yield "code-line-height", f"{DRAWN_LINE * theme.line_spacing:g}"
    yield from ((f"{role}-size", f"{getattr(theme.sizes, role)[0]:g}pt") for role in classes.SIZED)
    yield "footer-size", f"{theme.sizes.footer:g}pt"
    yield from _grid(theme)


def _grid(theme: Theme) -> Iterator[tuple[str, str]]:
    grid = theme.grid
    for name in ("left", "right", "title_top", "content_top", "footer_top", "footer_height", "gap"):
        yield name.replace("_", "-"), f"{getattr(grid, name):g}mm"
    yield "below", f"{grid.height - grid.content_bottom:g}mm"
    yield "title-bottom", f"{grid.height - grid.title_top - grid.title_height:g}mm"


def _family(name: str, generic: str) -> str:
    open_font = _OPEN_FONTS.get(name) or drawn_family(name)
    names = [*dict.fromkeys((name, open_font, "DejaVu Sans", "Noto Color Emoji"))]
    return ", ".join([*(f'"{one}"' for one in names), generic])


def _rule(name: str) -> Iterator[str]:
    """What a class means that `theme.css` does not know."""
    role, _, rest = name.partition("-")
    if role in classes.SIZED and rest:
        size = rest.replace("_", ".")
        yield f"section.{name} {{ --{role}-size: {size}pt; }}"
    elif role == "lines":
        bands = ", ".join(
            f"linear-gradient({_HIGHLIGHTED}, {_HIGHLIGHTED}) 0 {int(line) - 1}lh / 100% 1lh no-repeat"
            for line in rest.split("-")
        )
        yield f"section.{name} pre code {{ background: {bands}; }}"
    elif role == "arrows":
        yield from _arrows(name, rest)
    elif role == "picture" and rest:
        text = f"{rest.partition('-')[2]}mm"
        beside = f"calc(100% - var(--left) - var(--right) - {text} - var(--gap) * 2)"
        yield f"section.{name} {{ --text: {text}; --beside: {beside}; }}"
    else:
        yield from both_css.rule(name)


def _arrows(name: str, place: str) -> Iterator[str]:
    """Points that bring their own arrow: all of a slide, of its second list, or the second list's third point."""
    nth_list, _, nth_point = place.partition("-")
    points = f"section.{name} > ul{f':nth-of-type({nth_list})' if nth_list else ''} > li"
    points += f":nth-child({nth_point})" if nth_point else ""
    yield f"{points} {{ --mark: var(--arrow); text-indent: calc(-1 * var(--arrow)); }}"
    yield f"{points}::before {{ content: none; }}"
    yield f"{points} > p::before {{ content: none !important; }}"
    yield f"{points}::first-letter {{ color: var(--accent); }}"
    yield f"{points} > p::first-letter {{ color: var(--accent); }}"


_UNSEEN = "padding: 0; border: 0; background: none !important; color: transparent; font-size: 1pt; line-height: 1;"


def _charts(scene: Scene) -> Iterator[str]:
    """Charts as drawings over the tables that hold their figures."""
    for slide in scene.slides:
        if slide.page.hidden:
            continue
        for place, shape in classes.charts(slide):
            drawing = ground.url(chart.draw(shape, scene.theme))
            figures = f"section.chart-{slide.page.number} table:nth-of-type({place})"
            yield f"{figures} :is(th, td) {{ {_UNSEEN} }}"
            yield (
                f"{figures} {{ align-self: center; border: 0; "
                f"width: {shape.box.w:.1f}mm; height: {shape.box.h:.1f}mm; "
                f"background: {drawing} center / contain no-repeat; }}"
            )
