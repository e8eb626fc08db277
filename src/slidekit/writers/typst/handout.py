"""The speaker's notes: a sheet for each slide, the slide on top, what to say below it, in one column or in two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from slidekit.scene.boxes import Paragraph, Scene, Type
from slidekit.scene.metrics import Face, face
from slidekit.show.labels import clock, duration, labels
from slidekit.show.pages import Line, Page
from slidekit.writers.typst import document
from slidekit.writers.typst.pen import Desk, Look, Pen, Piece, led
from slidekit.writers.typst.press import Job, job
from slidekit.writers.typst.sheets import Drawn, Notes, Sheet, joined, pairs, singles
from slidekit.writers.typst.slide import both_titles, slide_pt, steps
from slidekit.writers.typst.words import pieces

LETTER, A4 = (612.0, 792.0), (595.276, 841.89)
"""Paper in points."""

LETTER_REGIONS = frozenset({"CA", "US", "MX", "PH"})
"""Where paper is Letter; everywhere else it is A4 (CLDR, measurementData, paperSize)."""

MARGIN_PT = 48.0
GUTTER_PT = 18.0
"""Between two columns."""
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


class _Paper(NamedTuple):
    """A sheet's measures in points."""

    width: float
    height: float
    columns: int
    """Slides beside each other."""

    @property
    def inner(self) -> float:
        """Between the margins."""
        return self.width - 2 * MARGIN_PT

    @property
    def half(self) -> float:
        """A column of two."""
        return (self.inner - GUTTER_PT) / 2

    @property
    def slide(self) -> float:
        """How wide a slide is drawn."""
        return self.inner if self.columns == 1 else self.half


def handout(scene: Scene, halves: Sequence[Scene] = ()) -> Handout:
    """What the template for notes is filled with; with `halves`, both languages' own slides stand on top."""
    show = scene.show
    desk = Desk(scene.theme, show.locale)
    paper = _Paper(*(LETTER if show.locale.rpartition("-")[2] in LETTER_REGIONS else A4), 2 if halves else 1)
    size = slide_pt(scene.theme)
    scale = paper.slide / size[0]
    layouts = {name: one for each in (scene, *halves) for name, one in each.layouts.items()}
    data, numbers = document.data(desk, replace(scene, layouts=layouts), scale)
    last = max([page.number for page in show.pages if not page.hidden], default=0)
    sheets = joined(list(pairs(scene, halves) if halves else singles(scene)))
    feet: dict[str, int] = {}
    drawn = []
    for sheet in sheets:
        foot = "  ·  ".join([labels(page.locale or show.locale).page_of for page in sheet.pages])
        heads = [_head(desk, page, last, paper.inner, time=not at) for at, page in enumerate(sheet.pages)]
        drawn.append(
            {
                "heads": heads,
                "again": [_head(desk, page, last, paper.inner, again=True) for page in sheet.pages],
                "slides": [
                    _slide(desk, one, numbers, scale, mark)
                    for one, mark in zip(sheet.slides, _bookmarks(sheet), strict=True)
                ],
                "below": _below(desk, sheet.pages),
                "notes": [_column(desk, one, named=len(sheet.notes) > 1) for one in sheet.notes],
                "page-of": feet.setdefault(foot, len(feet)),
            }
        )
    palette = scene.theme.on_paper
    data |= {
        "title": f"{data['title']} – {labels(show.locale).notes}",
        "paper": paper[:2],
        "margin": MARGIN_PT,
        "half": round(paper.half, 3),
        "gutter": GUTTER_PT,
        "slide": [round(paper.slide, 3), round(size[1] * scale, 3)],
        "hairline": palette.hairline,
        "gap": GAP_PT,
        "line": round(NOTES_PT * NOTES_LINE, 3),
        "said": _style(desk, Look("body", NOTES_PT, palette.ink, NOTES_LINE)),
        "head": round(HEAD_PT * SMALL_LINE, 3),
        "foot": _style(desk, Look("body", FOOT_PT, palette.muted, SMALL_LINE)),
        "page-of": list(feet),
        "sheets": drawn,
        "styles": list(desk.styles),
    }
    return Handout(job("notes", data, desk.pictures), len(drawn), _all_on_one_page(sheets, paper, size[1] * scale))


def _all_on_one_page(sheets: Sequence[Sheet], paper: _Paper, slide_height: float) -> bool:
    """Whether no slide's notes seem to need a second page, at a generous count of their lines."""
    room = paper.height - 2.25 * MARGIN_PT - slide_height - 5 * NOTES_PT * NOTES_LINE

    def high(sheet: Sheet) -> float:
        width = paper.inner if len(sheet.notes) == 1 else paper.half
        signs = width / (NOTES_PT * (0.46 if len(sheet.notes) == 1 else 0.5))
        columns = [[len(line.plain) // signs + 1 for line in one.lines] for one in sheet.notes]
        lines = [max(row) for row in zip_longest(*columns, fillvalue=0)]
        return sum(lines) * NOTES_PT * NOTES_LINE + len(lines) * GAP_PT + len(sheet.pages) * NOTES_PT

    return all(high(sheet) < room for sheet in sheets)


def _around(desk: Desk, locale: str) -> str:
    """Say that what follows is drawn where words are in this locale; what the template needs to know of it."""
    desk.locale = locale
    return "" if locale == desk.first else locale


def _bookmarks(sheet: Sheet) -> list[str | None]:
    """One for each slide of a sheet: two slides share one that says both titles."""
    if len(sheet.slides) < 2:
        return [None] * len(sheet.slides)
    return [both_titles(*[one.slide.page for one in sheet.slides]), *[""] * (len(sheet.slides) - 1)]


def _slide(desk: Desk, drawn: Drawn, numbers: dict[str, int], scale: float, bookmark: str | None) -> list[object]:
    scene, slide = drawn.scene, drawn.slide
    locale = _around(desk, slide.page.locale or scene.show.locale)
    return [
        drawn.column,
        numbers[slide.layout],
        steps(desk, scene, slide, drawn.level, scale, plain=True, bookmark=bookmark),
        locale,
    ]


def _column(desk: Desk, notes: Notes, *, named: bool) -> list[object]:
    """The notes in one language, under its name where there are two."""
    locale = _around(desk, notes.locale)
    look = Look("body", HEAD_PT, desk.theme.on_paper.second, SMALL_LINE, bold=True)
    name = [[_style(desk, look), labels(notes.locale).language]] if named and notes.lines else []
    return [locale, name, [_said(desk, line) for line in notes.lines]]


def _style(desk: Desk, look: Look) -> int:
    return Pen(desk).style(look)


def _head(desk: Desk, page: Page, last: int, width: float, *, time: bool = False, again: bool = False) -> list[object]:
    """`Slide 5 of 15 · Hardware` at the left and, at the right, its own time, when it starts and ends.

    `again` says that the notes go on there from the page before.
    """
    theme = desk.theme
    locale = _around(desk, page.locale or desk.first)
    words = labels(desk.locale)
    regular, bold = face(theme.fonts.body), face(theme.fonts.body, bold=True)
    right = _time(page) if time else ""
    room = width / HEAD_PT - (bold.advance(right) + HEAD_GAP if right else 0)
    place = words.slide_of.format(n=page.number, m=last)
    place = place[:1].upper() + place[1:]
    more = f" ({words.continued})" if again else ""
    if page.section:
        place = _cut(f"{place}  ·  {page.section.plain}", room - regular.advance(more), regular)
    left: list[Piece] = [[_style(desk, Look("body", HEAD_PT, theme.on_paper.muted, SMALL_LINE)), place + more]]
    look = Look("body", HEAD_PT, theme.on_paper.second, SMALL_LINE, bold=True)
    return [locale, left, [_style(desk, look), right] if right else None]


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


def _below(desk: Desk, pages: Sequence[Page]) -> list[list[Piece]]:
    """Where the recording may be watched, and from when; said once where both languages lead to one place."""
    desk.locale = desk.first
    found: dict[str, list[Piece]] = {}
    for page in pages:
        locale = page.locale or desk.first
        link = led(page.link)
        watch = labels(locale).watch_from
        words = watch.format(time=clock(page.at)) if page.at is not None else page.link or ""
        if page.leads:
            words = page.leads if page.at is None else f"{clock(page.at)} · {page.leads}"
        if words:
            style = _style(desk, Look("body", HEAD_PT, desk.theme.on_paper.second, SMALL_LINE))
            found.setdefault(words, [[style, words, 0, link, _around(desk, locale)]])
    return list(found.values())


def _said(desk: Desk, line: Line) -> list[Piece]:
    """One paragraph of notes, which Typst breaks by itself."""
    palette = desk.theme.on_paper
    type_ = Type("body", palette.ink, link_color=palette.second, code_color=palette.ink)
    return pieces(Pen(desk), Paragraph(line.runs, NOTES_PT), type_, NOTES_LINE)
