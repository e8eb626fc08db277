"""Links at the foot of a slide: to a recording, to more to read, to the same slide in the other language."""

from __future__ import annotations

from msgspec.structs import replace

from slidekit.scene.boxes import Box, Paragraph, TextShape, Type
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.grounds import NIGHT, footer_boxes
from slidekit.scene.metrics import DRAWN_LINE, SAFETY, face
from slidekit.scene.theme import Theme
from slidekit.show.jumps import is_jump
from slidekit.show.labels import clock, labels
from slidekit.show.pages import Page, Run

TWIN_LINK_MM = 26.0
"""The room for the other language's name."""
ELLIPSIS = "…"


def read_on(theme: Theme, page: Page, other: Page | None = None) -> TextShape | None:
    """Where to watch this in a recording, or where to read on; in one language or both."""
    if page.at is None and not (page.leads if is_jump(page.link) else page.link):
        return None
    box = footer_boxes(theme)[1]
    runs: tuple[Run, ...] = (_invitation(page),)
    if other is not None and (second := _invitation(other)).text not in ("", runs[0].text):
        runs = (*runs, Run(" / ", runs[0].locale), second)
        if _width_mm(theme, runs) > box.w:
            runs = (_invitation(page, briefly=True),)
    if page.leads:
        runs = _cut(theme, runs, box.w)
    return _link(theme, f"Link slides.{page.slide}", box, runs, theme.palette.second, link=page.link)


def to_twin(theme: Theme, page: Page, other: str) -> TextShape:
    """The name of the other language, a locale, which leads to the slide that says the same in it."""
    _, link, number = footer_boxes(theme)
    night = page.layout in NIGHT
    right = number.x + number.w if night else link.x + link.w
    box = Box(right - TWIN_LINK_MM, number.y, TWIN_LINK_MM, number.h)
    color = theme.palette.on_night_accent if night else theme.palette.second
    run = Run(labels(other).language, other)
    return _link(theme, f"Twin {page.key}", box, (run,), color, to_slide=page.twin_number)


def beside_twin(theme: Theme, shape: TextShape) -> TextShape:
    """A link at the foot, moved to make room for the other language's name."""
    box = shape.box._replace(w=shape.box.w - TWIN_LINK_MM - 2)
    if not is_jump(shape.link):
        return replace(shape, box=box)
    [line] = shape.paragraphs
    return replace(shape, box=box, paragraphs=(replace(line, runs=_cut(theme, line.runs, box.w)),))


def _link(
    theme: Theme,
    name: str,
    box: Box,
    runs: tuple[Run, ...],
    color: str,
    *,
    link: str | None = None,
    to_slide: int | None = None,
) -> TextShape:
    return TextShape(
        name,
        "link",
        box,
        (Paragraph(runs, theme.sizes.footer),),
        Type("body", color, align="right", anchor="middle", link_color=color),
        DRAWN_LINE,
        link=link,
        to_slide=to_slide,
    )


def _width_mm(theme: Theme, runs: tuple[Run, ...]) -> float:
    words = "".join([run.text for run in runs])
    return face(theme.fonts.body).advance(words) * theme.sizes.footer / PT_PER_MM / SAFETY


def _cut(theme: Theme, runs: tuple[Run, ...], room: float) -> tuple[Run, ...]:
    """A title that leads to its slide, cut where there is no room for it; in one language if there is none for two."""
    if _width_mm(theme, runs) <= room:
        return runs
    run = runs[0]
    while run.text not in ("", ELLIPSIS) and _width_mm(theme, (run,)) > room:
        run = replace(run, text=run.text.rstrip(ELLIPSIS)[:-1].rstrip() + ELLIPSIS)
    return (run,)


def _invitation(page: Page, *, briefly: bool = False) -> Run:
    """The words that lead to a recording or an address."""
    locale = page.title.runs[0].locale if page.title.runs else "en"
    if page.leads:
        words = page.leads if page.at is None else f"{clock(page.at)} · {page.leads}"
    elif page.at is None:
        words = (page.link or "").split("://")[-1].removeprefix("www.").rstrip("/")
    else:
        words = clock(page.at)
        if page.link and not is_jump(page.link) and not briefly:
            words = labels(locale).watch_from.format(time=words)
    return Run(words, locale, link=page.link)
