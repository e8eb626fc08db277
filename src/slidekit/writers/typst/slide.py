"""One slide of a scene as drawing steps: its shapes in their order, then its foot."""

from __future__ import annotations

from typing import assert_never

from slidekit.scene.boxes import (
    Art,
    Box,
    ChartShape,
    CodeShape,
    Layout,
    MathShape,
    PictureShape,
    Scene,
    SceneSlide,
    Shape,
    TableShape,
    TextShape,
)
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.metrics import DRAWN_LINE, face
from slidekit.scene.theme import Theme
from slidekit.show.pages import Page
from slidekit.writers.typst import charts, formula, panels, scenery, words
from slidekit.writers.typst.pen import Desk, Look, Pen, Step, led

CORNER_MM = 3.0


def slide_pt(theme: Theme) -> tuple[float, float]:
    """How wide and high a slide is, in points: 960 × 540 for 16 : 9."""
    return round(theme.grid.width * PT_PER_MM, 2), round(theme.grid.height * PT_PER_MM, 2)


def ground(desk: Desk, layout: Layout, scale: float) -> list[Step]:
    """What all slides of a layout have behind them."""
    if layout.scenery:
        return scenery.ground(desk, layout, scale, _shape)
    pen = Pen(desk, scale)
    palette = desk.theme.palette
    if layout.ground == "night":
        pen.gradient(0, 0, *slide_pt(desk.theme), (palette.night, palette.night_end))
    else:
        pen.rect(0, 0, *slide_pt(desk.theme), palette.paper)
    for art in layout.art:
        _art(pen, art)
    return pen.steps


def steps(
    desk: Desk,
    scene: Scene,
    slide: SceneSlide,
    level: int,
    scale: float = 1.0,
    *,
    plain: bool = False,
    bookmark: str | None = None,
) -> list[Step]:
    """A slide, maybe small and plain; its titles become headings of this level, the first one with the bookmark."""
    pen = Pen(desk, scale, plain=plain)
    titles = [shape for shape in slide.shapes if isinstance(shape, TextShape) and shape.role == "title"]
    if bookmark is None and slide.page.twin is not None:
        bookmark = both_titles(slide.page, slide.page.twin)
    if not titles:
        _heading(pen, slide, None, level, bookmark)
    for shape in slide.shapes:
        if isinstance(shape, TextShape) and shape.role == "title":
            _heading(pen, slide, shape, level, bookmark if shape is titles[0] else "")
        else:
            _shape(pen, shape)
    if scene.layouts[slide.layout].foot is not None:
        scenery.foot(pen, scene, slide, scene.layouts[slide.layout])
    elif scene.layouts[slide.layout].footer:
        _foot(pen, scene, slide)
    return pen.steps


def both_titles(*pages: Page) -> str:
    """What a bookmark says of a slide in both languages."""
    return " / ".join(dict.fromkeys([page.title.plain.replace("\n", " ") for page in pages]))


def _heading(pen: Pen, slide: SceneSlide, title: TextShape | None, level: int, bookmark: str | None) -> None:
    """The title where it stands, or above the sheet where the slide shows none."""
    if title is not None and any(run.text.strip() for line in title.paragraphs for run in line.runs):
        words.heading(pen, title, level, bookmark)
        return
    style = pen.style(Look("heading", 12.0, pen.desk.theme.palette.heading, 1.2))
    pen.heading(level, (0, -30), [[style, slide.page.title.plain]], bookmark=bookmark)


def _shape(pen: Pen, shape: Shape) -> None:
    match shape:
        case TextShape():
            if not shape.hidden:
                pen.desk.leads_to = pen.desk.places.get(shape.to_slide or 0, 0)
                words.text(pen, shape)
                pen.desk.leads_to = 0
        case CodeShape():
            panels.code(pen, shape)
        case TableShape():
            panels.table(pen, shape)
        case ChartShape():
            charts.draw(pen, shape)
        case PictureShape():
            _picture(pen, shape)
        case MathShape():
            formula.draw(pen, shape)
        case Art():
            _art(pen, shape)
        case _:
            assert_never(shape)


def _picture(pen: Pen, shape: PictureShape) -> None:
    x, y, w, h = [pen.pt(value * PT_PER_MM) for value in shape.box]
    link = led(shape.link)
    if shape.ground:
        left, top, wide, high = [value * PT_PER_MM for value in shape.box]
        pen.rect(left, top, wide, high, shape.ground)
    step: Step = ["i", x, y, w, h, pen.desk.picture(shape.picture), shape.alt, link]
    crop = shape.crop
    if crop is not None:
        whole = w / (1 - crop.left - crop.right), h / (1 - crop.top - crop.bottom)
        step.append([round(one, 3) for one in (-crop.left * whole[0], -crop.top * whole[1], *whole)])
    pen.steps.append(step)


def _art(pen: Pen, art: Art) -> None:
    x, y, w, h = [value * PT_PER_MM for value in art.box]
    radius = CORNER_MM * PT_PER_MM if art.kind == "rounded" else 0.0
    match art.kind:
        case "rect" | "rounded":
            if art.color_end:
                pen.gradient(x, y, w, h, (art.color, art.color_end), radius)
            else:
                pen.rect(x, y, w, h, art.color, radius)
        case "ellipse":
            pen.ellipse(x, y, w, h, art.color)
        case "text":
            look = Look("heading", art.size_pt, art.color, DRAWN_LINE, bold=True)
            pen.steps.append(["d", pen.pt(x), pen.pt(y), [[pen.style(look), art.text]]])
        case _:
            assert_never(art.kind)


def _foot(pen: Pen, scene: Scene, slide: SceneSlide) -> None:
    """The deck's title and the page number: for the eye, since every page has them."""
    kind = scene.footer_type
    night = scene.layouts[slide.layout].ground == "night"
    color = pen.desk.theme.palette.on_night_soft if night else kind.color
    size = pen.desk.theme.sizes.footer
    look = Look(kind.font, size, color, DRAWN_LINE, kind.bold, kind.italic)
    style = pen.style(look)
    number = str(slide.page.number)
    footer = f"{slide.footer} / {slide.other_footer}" if slide.other_footer else slide.footer
    _eye(pen, footer, scene.footer_box, style, look, 0.0)
    width = face(pen.desk.family(kind.font), kind.bold, kind.italic).advance(number) * size
    _eye(pen, number, scene.number_box, style, look, scene.number_box.w * PT_PER_MM - width)


def _eye(pen: Pen, text: str, box: Box, style: int, look: Look, indent: float) -> None:
    """Words for the eye only, in the middle of a box's height."""
    if text:
        top = box.y * PT_PER_MM + (box.h * PT_PER_MM - look.size_pt * look.line_height) / 2
        pen.steps.append(["d", pen.pt(box.x * PT_PER_MM + indent), pen.pt(top), [[style, text]]])
