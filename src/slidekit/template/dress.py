"""A template's layouts as themes: where each puts titles and texts, in which sizes, fonts and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Foot, Inset, Layout, Placeholder, PlaceholderSpec, Slot, Standing, Type
from slidekit.scene.contrast import luminance
from slidekit.scene.corporate import Stand, TemplateTheme
from slidekit.scene.theme import Fonts, Grid, Palette, Sizes, Theme, Words
from slidekit.template import palette as palettes
from slidekit.template.guess import Choice
from slidekit.template.levels import Level
from slidekit.template.reading import Seat, Template
from slidekit.template.scenery import Scenery, scenery

ALIGN = {"ctr": "center", "r": "right"}
ANCHOR = {"ctr": "middle", "b": "bottom"}
NIGHT = ("title", "section", "closing")
LEAST_TITLE, LEAST_BODY = 20.0, 12.0
"""Below these sizes in points no text of its kind goes, however small the template has it."""
TAKEAWAY = 0.72
"""The size of a takeaway as a share of the text's."""


def dressed(template: Template, choices: Mapping[str, Choice], base: Theme, package: bytes) -> TemplateTheme:
    """The theme of a deck in a template; what no template says (colours of code, least sizes) comes from `base`."""
    usual = choices["content"]
    seen: dict[str, Scenery] = {}
    looks: dict[str, TemplateTheme] = {}
    for key, choice in choices.items():
        part = choice.layout.part
        if part not in seen:
            seen[part] = scenery(template, choice.layout)
        looks[key] = _look(template, choice, usual, base, seen[part])
    whole = looks["content"]
    alike = all(one.inks.slots == template.slots for one in template.layouts)
    slots = template.slots if alike else dict.fromkeys(template.slots, "")
    return replace(whole, stands=tuple(looks.items()), package=package, slots=slots)


def _look(template: Template, choice: Choice, usual: Choice, base: Theme, behind: Scenery) -> TemplateTheme:
    """The theme of one layout."""
    seat = next(iter((*choice.bodies, *(one for _, one in choice.others), *usual.bodies)), None)
    titled = choice.title or usual.title
    body = (seat or titled or _none(template)).levels[0]
    title = titled.levels[0] if titled else body
    stand = _stand(template, choice, usual, behind, title)
    colors = _palette(choice, title, body, behind)
    foot = stand.foot or Foot()
    own = {
        "name": _slug(template),
        "description": Words("The organisation's template.", "Le gabarit de l’organisation."),
        "fonts": Fonts(title.font, body.font, base.fonts.code),
        "palette": colors,
        "code": palettes.code_colors(base.code, colors.panel),
        "terminal": palettes.terminal_colors(base.terminal, colors.night),
        "sizes": _sizes(_scaled(base.sizes, template.height), choice, title, body, foot),
        "grid": _grid(template, base.grid, stand.title_box, stand.content, foot),
        "dark": None,
        "printed": None if luminance(behind.ground) > 0.18 else _printed(colors),
        "line_spacing": body.spacing,
        "paragraph_gap": round(body.before / body.size, 4),
        "cover": "plain",
        "rule": "none",
    }
    known = {name: getattr(base, name) for name in Theme.__struct_fields__}
    text = replace(
        _type(body, "body", seat if choice.key not in NIGHT else None),
        link_color=colors.second,
        code_color=colors.second,
    )
    return TemplateTheme(
        **{**known, **own}, stand=stand, body=text, levels=_standings(seat) if seat else (), pictured=behind.pictured
    )


def _palette(choice: Choice, title: Level, body: Level, behind: Scenery) -> Palette:
    colors = palettes.palette(behind.ground, body.color, title.color, body.marker_color, choice.layout.inks.slots)
    if choice.key not in NIGHT:
        return colors
    return replace(
        colors,
        night=behind.ground,
        night_end=behind.ground,
        on_night=title.color,
        on_night_soft=body.color,
        on_night_accent=colors.second,
    )


def _printed(colors: Palette) -> Palette:
    """The colours of notes pages, on white paper, for a template on dark ground."""
    ink = {
        name: palettes.readable(getattr(colors, name), "FFFFFF") for name in ("second", "muted", "heading", "accent")
    }
    return replace(colors, paper="FFFFFF", ink="000000", panel="F2F2F2", hairline="BFBFBF", **ink)


def _stand(template: Template, choice: Choice, usual: Choice, behind: Scenery, title_level: Level) -> Stand:
    """Where a layout has its title, its texts and its foot."""
    title = _spec(choice.title, "title") if choice.title else None
    bodies = tuple(_spec(seat, "body") for seat in choice.bodies)
    heads = tuple(_spec(seat, "heading") for seat in choice.heads)
    others = tuple((role, _spec(seat, role)) for role, seat in choice.others)
    content = _content(template, choice, usual)
    foot = _foot(choice)
    specs = [*([title] if title else []), *bodies, *heads, *(spec for _, spec in others)]
    drawn = Layout(
        f"template-{choice.layout.number}-{choice.key}",
        "night" if choice.key in NIGHT else "paper",
        (),
        tuple(specs),
        footer=bool(foot.footer or foot.number or foot.date),
        scenery=behind.shapes,
        foot=foot,
        part=choice.layout.part,
        color_map=choice.layout.color_map,
    )
    above = Box(content.x, -20, content.w, 15)
    box, spacing = title.box if title else above, title_level.spacing
    return Stand(choice.key, drawn, title, box, content, bodies, heads, others, title_spacing=spacing, foot=foot)


def _none(template: Template) -> Seat:
    """Any placeholder at all, for a template without titles and texts."""
    return next(seat for layout in template.layouts for seat in layout.seats)


def _slug(template: Template) -> str:
    part = template.package.tree(template.package.one(template.layouts[0].master, "theme"))
    return re.sub(r"[^a-z0-9]+", "-", part.get("name", "").lower()).strip("-") or "template"


def _inner(seat: Seat) -> Box:
    """Where its text goes."""
    box, inset = seat.box or Box(0, 0, 100, 50), seat.body.inset
    return Box(
        box.x + inset.left,
        box.y + inset.top,
        max(5.0, box.w - inset.left - inset.right),
        max(5.0, box.h - inset.top - inset.bottom),
    )


def _type(level: Level, font: str, seat: Seat | None) -> Type:
    anchor = ANCHOR.get(seat.body.anchor, "top") if seat else "top"
    return Type(
        font,  # type: ignore[arg-type]
        level.color,
        bold=level.bold,
        italic=level.italic,
        align=ALIGN.get(level.align, "left"),  # type: ignore[arg-type]
        anchor=anchor,  # type: ignore[arg-type]
        marker_color=level.marker_color,
        caps=level.caps,
    )


def _standings(seat: Seat) -> tuple[Standing, ...]:
    return tuple(
        Standing(
            one.size,
            one.color,
            one.marker,
            one.marker_color,
            one.margin,
            one.hang,
            round(one.before, 1),
            one.bold,
            one.italic,
        )
        for one in seat.levels
    )


def _spec(seat: Seat, role: str) -> PlaceholderSpec:
    return PlaceholderSpec(
        Placeholder(seat.type, seat.idx),
        role,
        _inner(seat),
        _type(seat.levels[0], "heading" if role == "title" else "body", seat),
        seat.levels[0].size,
        Inset(),
        seat.fill,
        Slot(seat.tag, seat.name, seat.body.inset, _standings(seat)),
    )


def _content(template: Template, choice: Choice, usual: Choice) -> Box:
    """The room of the bodies and what stands over them; without any, what the usual layout has, below the title."""
    seats = [*choice.bodies, *choice.heads]
    if seats:
        boxes = [_inner(seat) for seat in seats]
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.x + box.w for box in boxes), max(box.y + box.h for box in boxes)
        return Box(x, y, right - x, bottom - y)
    width, height = template.width, template.height
    whole = _inner(usual.bodies[0]) if usual.bodies else Box(width * 0.07, height * 0.22, width * 0.86, height * 0.68)
    if choice.key in NIGHT or choice.key == "blank":
        top = _inner(usual.title).y if usual.title else height * 0.08
        return whole._replace(y=top, h=whole.y + whole.h - top) if choice.key == "blank" else whole
    title = _inner(choice.title) if choice.title else None
    top = max(whole.y, title.y + title.h + 3) if title and title.y < height / 2 else whole.y
    return whole._replace(y=top, h=max(30.0, whole.y + whole.h - top))


def _foot(choice: Choice) -> Foot:
    found = {
        family: _spec(seat, "footer")
        for seat in reversed(choice.layout.seats)
        if (family := seat.family) in ("dt", "ftr", "sldNum") and seat.box is not None and seat.body.upright
    }
    return Foot(found.get("ftr"), found.get("sldNum"), found.get("dt"))


def _grid(template: Template, base: Grid, title: Box, content: Box, foot: Foot) -> Grid:
    low = [spec.box for spec in (foot.footer, foot.number, foot.date) if spec is not None]
    footer = low[0] if low else Box(content.x, template.height - 12, content.w, 7)
    return replace(
        base,
        left=content.x,
        right=template.width - content.x - content.w,
        title_top=title.y if title.y >= 0 else content.y,
        title_height=title.h,
        content_top=content.y,
        content_bottom=content.y + content.h,
        footer_top=footer.y,
        footer_height=footer.h,
        width=template.width,
        height=template.height,
    )


def ladder(size: float, least: float) -> tuple[float, ...]:
    """Steps of size from a placeholder's own down to the least: evenly by twos, by fours above 40."""
    steps = [size]
    while steps[-1] > least:
        now = steps[-1]
        down = now - (4 if now > 40 else 2)
        steps.append(max(least, down if now % 2 == 0 else float(int(down / 2) * 2 + 2 if down % 2 else down)))
    return tuple(steps)


def _scaled(sizes: Sizes, height: float) -> Sizes:
    """The theme's sizes on a slide of another height, where a point is another share of what the room sees."""
    share = height / 190.5

    def smaller(value: float) -> float:
        return round(value * share * 2) / 2

    parts = {name: getattr(sizes, name) for name in sizes.__struct_fields__}
    return replace(
        sizes,
        **{
            name: tuple(dict.fromkeys(map(smaller, value))) if isinstance(value, tuple) else smaller(value)
            for name, value in parts.items()
            if isinstance(value, tuple | float)
        },
    )


def _sizes(base: Sizes, choice: Choice, title: Level, body: Level, foot: Foot) -> Sizes:
    """Steps from the template's sizes down to the theme's least, or a little below where the template's are less."""

    def least(usual: float, own: float, floor: float) -> float:
        return min(own, max(floor, round(min(usual, own * 0.72) * 2) / 2))

    night = choice.key in NIGHT
    titles = ladder(title.size, least(base.cover[-1] if night else base.title[-1], title.size, LEAST_TITLE))
    bodies = ladder(body.size, least(base.body[-1], body.size, LEAST_BODY))
    sub = next((seat.levels[0].size for role, seat in choice.others if role == "subtitle"), min(24.0, body.size))
    small = [spec.size_pt for spec in (foot.footer, foot.number, foot.date) if spec is not None]
    take = max(bodies[-1], round(body.size * TAKEAWAY))
    return replace(
        base,
        cover=titles if night else base.cover,
        title=titles,
        subtitle=ladder(sub, least(base.subtitle[-1], sub, LEAST_BODY)),
        body=bodies,
        quote=ladder(body.size, bodies[-1]),
        table=tuple(size for size in base.table if size <= body.size) or base.table[-1:],
        code=tuple(size for size in base.code if size <= body.size) or base.code[-1:],
        takeaway=ladder(take, least(base.takeaway[-1], take, LEAST_BODY)),
        footer=small[0] if small else base.footer,
        chart=tuple(size for size in base.chart if size <= body.size) or base.chart[-1:],
    )
