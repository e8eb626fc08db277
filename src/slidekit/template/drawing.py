"""The layouts of a template as small slides: its own art, and over it each placeholder's box with its idx."""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.scene.boxes import Art, Box, Layout, Paragraph, Scene, SceneSlide, Shape, TextShape, Type
from slidekit.scene.contrast import luminance
from slidekit.scene.corporate import TemplateTheme
from slidekit.show.pages import Line, Page, Run, Show
from slidekit.source.span import START
from slidekit.template.reading import LayoutPart, Seat, Template
from slidekit.template.scenery import scenery

_LINE_MM = 1.3
_LABEL_PT = 20.0
_COLORS = {"title": "B3261E", "dt": "6B7280", "ftr": "6B7280", "sldNum": "6B7280"}
_OTHERS = "1D4ED8"
_LOCALE = "en-CA"


def drawn(template: Template, theme: TemplateTheme, name: str) -> Scene:
    """A scene with a slide for each layout."""
    layouts: dict[str, Layout] = {}
    slides = []
    for one in template.layouts:
        behind = scenery(template, one)
        key = f"layout-{one.number}"
        layouts[key] = Layout(key, "paper", (), (), footer=False, scenery=behind.shapes)
        shapes = (*_boxes(one), *_name(one, template, luminance(behind.ground) < 0.18))
        slides.append(SceneSlide(_page(one), key, shapes, ""))
    show = Show("en", _LOCALE, _line(name), None, None, "", tuple(slide.page for slide in slides))
    nowhere = Box(0, 0, 1, 1)
    return Scene(show, theme, layouts, tuple(slides), nowhere, nowhere, Type("body", "000000"))


def _line(words: str) -> Line:
    return Line((Run(words, _LOCALE),))


def _page(layout: LayoutPart) -> Page:
    return Page(
        layout.number,
        layout.number,
        f"layout-{layout.number}",
        "blank",
        _line(layout.name or "?"),
        False,
        (),
        (),
        None,
        False,
        False,
        None,
        None,
        None,
        None,
        START,
    )


def _boxes(layout: LayoutPart) -> Iterator[Shape]:
    for seat in layout.seats:
        if seat.box is not None:
            color = _COLORS.get(seat.family, _OTHERS)
            yield from _outline(seat.box, color)
            yield _label(seat, seat.box, color)


def _outline(box: Box, color: str) -> Iterator[Art]:
    line = _LINE_MM
    yield Art("rect", box._replace(h=line), color)
    yield Art("rect", box._replace(y=box.y + box.h - line, h=line), color)
    yield Art("rect", box._replace(w=line), color)
    yield Art("rect", box._replace(x=box.x + box.w - line, w=line), color)


def _label(seat: Seat, box: Box, color: str) -> TextShape:
    """Its idx and its type on a tag at its top left corner."""
    words = f"{seat.idx} {seat.type}"
    size = min(_LABEL_PT, max(8.0, box.h * 2.0))
    tag = Box(box.x, box.y, len(words) * size * 0.22 + 2, size * 0.44)
    return _tag(f"Placeholder {seat.idx} {seat.name}", tag, words, size, "FFFFFF", color)


def _name(layout: LayoutPart, template: Template, dark: bool) -> Iterator[TextShape]:
    """The layout's number and name, at the foot."""
    words = f"{layout.number}  {layout.name}"
    size = _LABEL_PT * 1.1
    box = Box(2, template.height - size * 0.46 - 2, len(words) * size * 0.2 + 4, size * 0.46)
    yield _tag("Layout", box, words, size, "111827" if dark else "FFFFFF", "FFFFFF" if dark else "111827")


def _tag(name: str, box: Box, words: str, size: float, ink: str, ground: str) -> TextShape:
    paragraph = Paragraph((Run(f" {words}", _LOCALE),), size)
    return TextShape(
        name, "caption", box, (paragraph,), Type("body", ink, bold=True, anchor="middle"), 1.22, fill=ground
    )
