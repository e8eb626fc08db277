"""The CSS of a deck in a corporate template: its ground, logos and legal lines, its covers."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from slidekit.scene.boxes import Art, Box, Layout, Paragraph, PictureShape, PlaceholderSpec, Scene, TextShape
from slidekit.scene.corporate import TemplateTheme
from slidekit.scene.metrics import DRAWN_LINE
from slidekit.writers.marp.classes import NIGHT

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def rules(scene: Scene) -> Iterator[str]:
    """What a template says beside its colours; nothing for a theme of ours."""
    theme = scene.theme
    if not isinstance(theme, TemplateTheme):
        return
    yield "/* The template's own ground and art, its covers and dividers. */"
    yield f"section {{ background: {_background(theme.stand.layout, theme)}; }}"
    yield from _title("section:not(.cover, .section, .closing, .untitled) > :is(h1, h2)", theme)
    yield "section.quote > blockquote:first-of-type::before { content: none; }"
    for key, name in NIGHT.items():
        yield from _night(theme.of(key), f"section.{name}", key == "title")


def _night(theme: TemplateTheme, selector: str, cover: bool) -> Iterator[str]:
    palette, foot = theme.palette, theme.stand.foot
    muted = foot.footer.type.color if foot and foot.footer else palette.on_night_soft
    colors = {
        "ink": palette.on_night_soft,
        "on-night": palette.on_night,
        "on-night-soft": palette.on_night_soft,
        "on-night-accent": palette.on_night_accent,
        "muted": muted,
    }
    said = " ".join(f"--{name}: #{color};" for name, color in colors.items())
    yield f"{selector} {{ {said} background: {_background(theme.stand.layout, theme)}; }}"
    yield f"{selector}::before {{ content: none; }}"
    yield from _title(f"{selector} > h1", theme)
    places = theme.stand.night_places(theme.grid.height)
    under = theme.stand.other("subtitle")
    align = under.type.align if under else "left"
    place = f"position: absolute; {_at(places.subtitle)} text-align: {align};"
    yield f"{selector}.subtitled > p:first-of-type {{ {place} }}"
    if cover:
        color = theme.stand.other("meta") or under or theme.stand.title
        ink = f"color: #{color.type.color};" if color else ""
        meta = f"position: absolute; {_at(places.meta)} text-align: {align}; {ink} font-weight: 400;"
        yield f"{selector} > p:last-of-type:not(:first-of-type) {{ {meta} }}"
        yield f"{selector}:not(.subtitled) > p:last-of-type {{ {meta} }}"


def _title(selector: str, theme: TemplateTheme) -> Iterator[str]:
    """Where a title stands and how it looks."""
    spec, box = theme.stand.title, theme.stand.title_box
    if spec is None:
        return
    yield f"{selector} {{ {_standing(spec, box, theme.grid.height)} {_look(spec)} }}"


def _standing(spec: PlaceholderSpec, box: Box, height: float) -> str:
    sides = f"left: {box.x:.2f}mm; right: auto; width: {box.w:.2f}mm;"
    match spec.type.anchor:
        case "top":
            return f"{sides} top: {box.y:.2f}mm; bottom: auto; transform: none;"
        case "middle":
            return f"{sides} top: {box.y + box.h / 2:.2f}mm; bottom: auto; transform: translateY(-50%);"
        case _:
            return f"{sides} top: auto; bottom: {height - box.y - box.h:.2f}mm; transform: none;"


def _look(spec: PlaceholderSpec) -> str:
    capitals = " text-transform: uppercase;" if spec.type.caps else ""
    weight = 700 if spec.type.bold else 400
    return f"text-align: {spec.type.align}; font-weight: {weight}; color: #{spec.type.color};{capitals}"


def _at(box: Box) -> str:
    return f"left: {box.x:.2f}mm; top: {box.y:.2f}mm; width: {box.w:.2f}mm; margin: 0;"


def _background(layout: Layout, theme: TemplateTheme) -> str:
    """The art of a layout as one drawing behind the words."""
    grid = theme.grid
    shapes = "".join([mark for shape in layout.scenery for mark in _marks(shape, theme)])
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid.width:.2f} {grid.height:.2f}" '
        f'width="{grid.width:.2f}mm" height="{grid.height:.2f}mm" preserveAspectRatio="none">{shapes}</svg>'
    )
    return f'url("data:image/svg+xml,{quote(drawing, safe=" =:/,;()-._+")}") 0 0 / 100% 100% no-repeat'


def _marks(shape: object, theme: TemplateTheme) -> Iterator[str]:
    match shape:
        case Art():
            yield _art(shape)
        case PictureShape():
            yield _picture(shape)
        case TextShape():
            yield from _words(shape, theme)
        case _:
            pass


def _art(art: Art) -> str:
    x, y, w, h = art.box
    fill, before = f"#{art.color}", ""
    if art.color_end:
        name = f"g{crc32(repr((tuple(art.box), art.color, art.color_end)).encode())}"
        fill = f"url(#{name})"
        before = (
            f'<linearGradient id="{name}" x2="1" y2="1"><stop stop-color="#{art.color}"/>'
            f'<stop offset="1" stop-color="#{art.color_end}"/></linearGradient>'
        )
    if art.kind == "ellipse":
        middle = f'cx="{x + w / 2:.2f}" cy="{y + h / 2:.2f}"'
        return f'{before}<ellipse {middle} rx="{w / 2:.2f}" ry="{h / 2:.2f}" fill="{fill}"/>'
    corner = ' rx="3"' if art.kind == "rounded" else ""
    return f'{before}<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" fill="{fill}"{corner}/>'


def _picture(shape: PictureShape) -> str:
    x, y, w, h = shape.box
    crop = shape.crop
    left, top, right, bottom = (crop.left, crop.top, crop.right, crop.bottom) if crop else (0.0, 0.0, 0.0, 0.0)
    wide, high = w / (1 - left - right), h / (1 - top - bottom)
    data = f"data:image/{shape.picture.kind};base64,{b64encode(shape.picture.content).decode()}"
    return (
        f'<svg x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}"><image x="{-left * wide:.2f}" '
        f'y="{-top * high:.2f}" width="{wide:.2f}" height="{high:.2f}" preserveAspectRatio="none" href="{data}"/></svg>'
    )


def _words(shape: TextShape, theme: TemplateTheme) -> Iterator[str]:
    """Lines of a legal notice, each where it was broken."""
    x, y, w, h = shape.box
    inset, type_ = shape.inset, shape.type
    lines = [(line, one.size_pt) for one in shape.paragraphs for line in _lines(one)]
    step = [size * DRAWN_LINE * 25.4 / 72 for _, size in lines]
    room = h - inset.top - inset.bottom - sum(step)
    top = y + inset.top + {"top": 0.0, "middle": room / 2, "bottom": room}[type_.anchor]
    inner = w - inset.left - inset.right
    at = x + inset.left + {"left": 0.0, "center": inner / 2, "right": inner}[type_.align]
    font = quoteattr(f"{theme.fonts.body}, Arial, sans-serif")
    weight = ' font-weight="700"' if type_.bold else ""
    for (line, size), high in zip(lines, step, strict=True):
        yield (
            f'<text x="{at:.2f}" y="{top + high * 0.8:.2f}" font-size="{size * 25.4 / 72:.3f}" font-family={font}'
            f'{weight} fill="#{type_.color}" text-anchor="{_ANCHORS[type_.align]}">{escape(line)}</text>'
        )
        top += high


def _lines(paragraph: Paragraph) -> Iterator[str]:
    words, breaks = "".join([run.text for run in paragraph.runs]), paragraph.breaks
    for start, end in zip((0, *breaks), (*breaks, len(words)), strict=True):
        yield words[start:end].rstrip()
