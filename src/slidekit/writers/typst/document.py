"""Whole documents: the data that the templates for slides and for notes are filled with."""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.scene.boxes import Scene, SceneSlide
from slidekit.scene.metrics import DRAWN_DESCENT, DRAWN_LINE
from slidekit.writers.typst.pen import Desk
from slidekit.writers.typst.slide import ground


def shown(scene: Scene) -> Iterator[tuple[SceneSlide, int]]:
    """The slides that are shown, each with the level of its title's heading.

    Covers and sections are level 1 and what a section holds is level 2, so that no level is skipped;
    a slide that says in the other language what the one before said has its level.
    """
    inside, before, level = False, 0, 1
    for slide in scene.slides:
        page = slide.page
        if page.hidden:
            continue
        top = page.starts_section or page.section is None or not inside
        inside = inside or page.section is not None
        if not page.twin_number or page.twin_number != before:
            level = 1 if top else 2
        before = page.number
        yield slide, level


def data(desk: Desk, scene: Scene, scale: float) -> tuple[dict[str, object], dict[str, int]]:
    """What every template needs, styles left out, and the number of each layout's ground."""
    show = scene.show
    numbers = {name: index for index, name in enumerate(scene.layouts)}
    high = DRAWN_LINE * scene.theme.line_spacing
    return {
        "base": [desk.family("body"), round(high - DRAWN_DESCENT, 5), DRAWN_DESCENT],
        "title": " / ".join(dict.fromkeys([one.title.plain.replace("\n", " ") for one in (show, show.twin) if one])),
        "authors": [show.author.plain] if show.author else [],
        "locale": show.locale,
        "draft": show.draft,
        "grounds": [ground(desk, layout, scale) for layout in scene.layouts.values()],
    }, numbers
