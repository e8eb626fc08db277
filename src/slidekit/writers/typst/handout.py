"""The notes of one language: a sheet for each slide, the slide on top, what to say below it."""

from __future__ import annotations

from typing import NamedTuple

from slidekit.scene.boxes import Paragraph, Scene, Type
from slidekit.scene.metrics import Face, face
from slidekit.show.labels import clock, duration, labels
from slidekit.show.pages import Line, Page
from slidekit.writers.typst import document
from slidekit.writers.typst.pen import Desk, Look, Pen, Piece, led
from slidekit.writers.typst.press import Job, job
from slidekit.writers.typst.slide import slide_pt, steps
from slidekit.writers.typst.words import pieces

LETTER, A4 = (612.0, 792.0), (595.276, 841.89)
"""Paper in points."""

LETTER_REGIONS = frozenset({"CA", "US", "MX", "PH"})
"""Where paper is Letter; everywhere else it is A4 (CLDR, measurementData, paperSize)."""

MARGIN_PT = 48.0
NOTES_PT, HEAD_PT, FOOT_PT = 12.0, 10.0, 9.0
NOTES_LINE, SMALL_LINE = 1.38, 1.2207
GAP_PT = 5.0
"""Between paragraphs of notes."""
HEAD_GAP = 2.0
"""In em, between the section's name and the time at the head of a sheet."""
ELLIPSIS = "…"


class Handout(NamedTuple):
    """The notes of a talk, ready for the press."""

    job: Job
    sheets: int
    counted: bool
    """Whether each sheet seems to take one page."""


def handout(scene: Scene) -> Handout:
    """What the template for notes is filled with."""
    show = scene.show
    desk = Desk(scene.theme, show.locale)
    paper = LETTER if show.locale.rpartition("-")[2] in LETTER_REGIONS else A4
    width = paper[0] - 2 * MARGIN_PT
    size = slide_pt(scene.theme)
    scale = width / size[0]
    data, numbers = document.data(desk, scene, scale)
    last = max([page.number for page in show.pages if not page.hidden], default=0)
    drawn = [
        [
            numbers[slide.layout],
            *_head(desk, slide.page, last, width),
            steps(desk, scene, slide, level, scale, plain=True),
            _below(desk, slide.page),
            [_said(desk, line) for line in slide.page.notes],
        ]
        for slide, level in document.shown(scene)
    ]
    palette = scene.theme.palette
    data |= {
        "title": f"{show.title.plain} – {labels(show.locale).notes}",
        "paper": paper,
        "margin": MARGIN_PT,
        "slide": [round(width, 3), round(size[1] * scale, 3)],
        "hairline": palette.hairline,
        "gap": GAP_PT,
        "head": round(HEAD_PT * SMALL_LINE, 3),
        "foot": _style(desk, Look("body", FOOT_PT, palette.muted, SMALL_LINE)),
        "page-of": labels(show.locale).page_of.replace("{x}", "{y}").split("{y}"),
        "sheets": drawn,
        "styles": list(desk.styles),
    }
    return Handout(job("notes", data, desk.pictures), len(drawn), _all_on_one_page(scene, paper, width))


def _all_on_one_page(scene: Scene, paper: tuple[float, float], width: float) -> bool:
    """Whether no slide's notes seem to need a second page, at a generous count of their lines."""
    size = slide_pt(scene.theme)
    room = paper[1] - 2.25 * MARGIN_PT - width * size[1] / size[0] - 5 * NOTES_PT * NOTES_LINE
    signs = width / (NOTES_PT * 0.46)
    return all(
        sum([(len(line.plain) // signs + 1) * NOTES_PT * NOTES_LINE + GAP_PT for line in slide.page.notes]) < room
        for slide, _ in document.shown(scene)
    )


def _style(desk: Desk, look: Look) -> int:
    return Pen(desk).style(look)


def _head(desk: Desk, page: Page, last: int, width: float) -> tuple[list[Piece], list[object] | None]:
    """`Slide 5 of 15 · Hardware` at the left and, at the right, its own time, when it starts and ends."""
    theme, words = desk.theme, labels(desk.locale)
    regular, bold = face(theme.fonts.body), face(theme.fonts.body, bold=True)
    time = _time(page)
    room = width / HEAD_PT - (bold.advance(time) + HEAD_GAP if time else 0)
    place = words.slide_of.format(n=page.number, m=last)
    place = place[:1].upper() + place[1:]
    if page.section:
        place = _cut(f"{place}  ·  {page.section.plain}", room, regular)
    left: list[Piece] = [[_style(desk, Look("body", HEAD_PT, theme.palette.muted, SMALL_LINE)), place]]
    right = Look("body", HEAD_PT, theme.palette.second, SMALL_LINE, bold=True)
    return left, [_style(desk, right), time] if time else None


def _cut(words: str, room: float, type_face: Face) -> str:
    """Words that take no more than so many em, cut short where they would."""
    if type_face.advance(words) <= room:
        return words
    while words and type_face.advance(words + ELLIPSIS) > room:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS


def _time(page: Page) -> str:
    """`1 min 15 s · 0:20 → 1:35`: how long the slide takes, and the running time around it."""
    if page.seconds is None:
        return ""
    own = duration(page.seconds)
    if page.start is None:
        return own
    return f"{own}  ·  {clock(page.start)} → {clock(page.start + page.seconds)}"


def _below(desk: Desk, page: Page) -> list[list[Piece]]:
    """Where the recording may be watched, and from when."""
    link = led(page.link)
    words = labels(desk.locale).watch_from.format(time=clock(page.at)) if page.at is not None else page.link or ""
    if not words:
        return []
    look = Look("body", HEAD_PT, desk.theme.palette.second, SMALL_LINE)
    return [[[_style(desk, look), words, 0, link, ""]]]


def _said(desk: Desk, line: Line) -> list[Piece]:
    """One paragraph of notes, which Typst breaks by itself."""
    palette = desk.theme.palette
    type_ = Type("body", palette.ink, link_color=palette.second, code_color=palette.ink)
    return pieces(Pen(desk), Paragraph(line.runs, NOTES_PT), type_, NOTES_LINE)
