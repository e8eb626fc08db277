"""What a template's layout has behind its words and at its foot: for the eye only, since every slide has them."""

from __future__ import annotations

from collections.abc import Callable

from slidekit.scene.boxes import Layout, PlaceholderSpec, Scene, SceneSlide, Shape, TextShape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.metrics import DRAWN_LINE, face
from slidekit.writers.typst.pen import Desk, Look, Pen, Step


def ground(desk: Desk, layout: Layout, scale: float, draw: Callable[[Pen, Shape], None]) -> list[Step]:
    """Its ground, its logos and legal lines."""
    pen = Pen(desk, scale, plain=True)
    for shape in layout.scenery:
        draw(pen, shape)
    return pen.steps


def foot(pen: Pen, scene: Scene, slide: SceneSlide, layout: Layout) -> None:
    """The date, the footer and the number, where the layout has them; the date gives way to a link in its place."""
    own = layout.foot
    if own is None:
        return
    shows = [show for show in (scene.show, scene.show.twin) if show is not None]
    dates = {show.locale: show.date or "" for show in reversed(shows)}
    locale = slide.page.locale or scene.show.locale
    linked = any(isinstance(one, TextShape) and one.role == "link" for one in slide.shapes)
    footer = f"{slide.footer} / {slide.other_footer}" if slide.other_footer else slide.footer
    _words(pen, own.date, "" if linked else dates.get(locale, ""))
    _words(pen, own.footer, footer)
    _words(pen, own.number, str(slide.page.number))


def _words(pen: Pen, spec: PlaceholderSpec | None, text: str) -> None:
    """One line in the middle of its box's height, where its placeholder aligns it."""
    if spec is None or not text:
        return
    type_, box, size = spec.type, spec.box, spec.size_pt
    look = Look("body", size, type_.color, DRAWN_LINE, type_.bold, type_.italic)
    width = face(pen.desk.family("body"), type_.bold, type_.italic).advance(text) * size
    spare = box.w * PT_PER_MM - width
    left = box.x * PT_PER_MM + {"left": 0.0, "center": spare / 2, "right": spare}[type_.align]
    high = size * DRAWN_LINE
    room = box.h * PT_PER_MM - high
    top = box.y * PT_PER_MM + {"top": 0.0, "middle": room / 2, "bottom": room}[type_.anchor]
    pen.steps.append(["d", pen.pt(left), pen.pt(top), [[pen.style(look), text]]])
