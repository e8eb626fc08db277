"""Slides as tagged PDF and as pictures, and notes as PDF, drawn from a scene by Typst."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from slidekit.scene.boxes import MathShape, Scene, SceneSlide
from slidekit.scene.pictures import Picture
from slidekit.show.jumps import places, settled
from slidekit.writers.typst import document, press
from slidekit.writers.typst.finish import page_count
from slidekit.writers.typst.pen import Desk
from slidekit.writers.typst.press import DrawingError
from slidekit.writers.typst.slide import slide_pt, steps
from slidekit.writers.typst.slide import slide_pt as paper

__all__ = ["DrawingError", "drawing", "formulas_png", "notes", "pages_png", "paper", "slide_job", "slides"]

FULL_HD_PPI = 144.0
"""At which a slide of 960 × 540 pt has 1920 × 1080 pixels."""


def slides(scene: Scene) -> bytes:
    """The slides that are not hidden as a PDF that follows PDF/UA-1; raises `DrawingError`."""
    return press.pdf(_job(scene))


def pages_png(scene: Scene, ppi: float = FULL_HD_PPI) -> list[bytes]:
    """A PNG of each slide that is not hidden; raises `DrawingError`."""
    return press.pngs(_job(scene), ppi)


def notes(scene: Scene, first: Scene | None = None, second: Scene | None = None) -> bytes:
    """The speaker's notes as a PDF that follows PDF/UA-1, each page with its slide; raises `DrawingError`.

    `first` and `second` are the scenes of both languages: with them, each language's own slide stands on top of
    its notes, as befits slides that say everything side by side.
    """
    from slidekit.writers.typst.handout import handout

    job, sheets, counted = handout(scene, [one for one in (first, second) if one is not None])
    made = press.pdf(job, counted=counted)
    if counted and page_count(made) != sheets:
        made = press.pdf(job, counted=False)
    return made


def formulas_png(shapes: Sequence[MathShape], ppi: float = FULL_HD_PPI * 1.5) -> dict[MathShape, bytes]:
    """A PNG of each formula, as large as its ink, on no ground; raises `DrawingError`."""
    from slidekit.writers.typst.formula import sheets

    return dict(zip(shapes, press.pngs(press.job("formulas", sheets(shapes), {}), ppi), strict=True))


def slide_job(scene: Scene, slide: SceneSlide) -> press.Job:
    """What the press is given to draw one slide alone, a hidden one too; links to other slides lead nowhere."""
    desk = Desk(scene.theme, scene.show.locale, alone=True)
    alone = replace(scene, layouts={slide.layout: scene.layouts[slide.layout]}, slides=())
    data, numbers = document.data(desk, alone, 1.0)
    data["sheets"] = [_sheet(desk, alone, numbers, slide, 1)]
    data["paper"] = slide_pt(scene.theme)
    data["styles"] = list(desk.styles)
    return press.job("slides", data, desk.pictures)


def drawing(scene: Scene) -> dict[str, object]:
    """What Typst is given of the slides that are not hidden: JSON's own types, nothing of it markup."""
    return _drawing(scene)[0]


def _job(scene: Scene) -> press.Job:
    data, pictures = _drawing(scene)
    return press.job("slides", data, pictures)


def _drawing(scene: Scene) -> tuple[dict[str, object], dict[Picture, str]]:
    desk = Desk(scene.theme, scene.show.locale)
    data, numbers = document.data(desk, scene, 1.0)
    shown = list(document.shown(scene))
    desk.places = {slide.page.number: page for page, (slide, _) in enumerate(shown, 1)}
    known = places((slide.page, page) for page, (slide, _) in enumerate(shown, 1))
    data["sheets"] = [
        _sheet(desk, scene, numbers, settled(slide, known, slide.page.locale) if slide.page.jumps else slide, level)
        for slide, level in shown
    ]
    data["paper"] = slide_pt(scene.theme)
    data["styles"] = list(desk.styles)
    return data, desk.pictures


def _sheet(desk: Desk, scene: Scene, numbers: dict[str, int], slide: SceneSlide, level: int) -> list[object]:
    """The number of a slide's ground, its steps, and its locale where that is not the document's."""
    desk.locale = slide.page.locale or desk.first
    drawn: list[object] = [numbers[slide.layout], steps(desk, scene, slide, level)]
    return drawn if desk.locale == desk.first else [*drawn, desk.locale]
