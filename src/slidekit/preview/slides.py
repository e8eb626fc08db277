"""What the page is told of a deck: its slides in the order shown, each with its pictures, times and findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from slidekit.preview import wire
from slidekit.preview.building import builds
from slidekit.source.diagnostic import Diagnostic

if TYPE_CHECKING:
    from slidekit.preview.drawing import Pictures
    from slidekit.scene.boxes import Scene, SceneSlide
    from slidekit.scene.layout import Layouts
    from slidekit.show.pages import Page

MISSING = frozenset({"SK101", "SK104", "SK105"})
"""Rules that say what a language lacks: a text, notes, an alternative text."""
STALE = frozenset({"SK601", "SK602"})
"""Rules that say which text fell behind its twin."""
FULL = frozenset({"SK401", "SK403"})
"""Rules that say what does not fit."""


class Seen(NamedTuple):
    """A deck's slides as they are drawn in both languages."""

    langs: tuple[str, ...]
    scenes: Mapping[str, Scene]
    slides: tuple[Mapping[str, SceneSlide], ...]
    """By language, each slide in the order shown."""
    told: tuple[wire.Slide, ...]
    """What the page knows of them, without what the rules find."""


def seen(layouts: Layouts, pictures: Pictures) -> Seen:
    """The slides of a deck that has been laid out."""
    scenes = {lang: layouts.scene("fr" if lang == "fr" else "en") for lang in layouts.shows}
    by_number: dict[int, dict[str, SceneSlide]] = {}
    for lang, scene in scenes.items():
        for slide in scene.slides:
            by_number.setdefault(slide.page.slide or 0, {})[lang] = slide
    slides = tuple([by_number[number] for number in sorted(by_number)])
    pictures.expect(sum(1 + len(one.page.built) for sides in slides for one in sides.values()))
    told, begins = [], 0.0
    for number, sides in enumerate(slides, 1):
        keys = {lang: pictures.key(scenes[lang], slide) for lang, slide in sides.items()}
        steps = {
            lang: tuple([pictures.key(scenes[lang], one) for one in builds(slide)])
            for lang, slide in sides.items()
            if slide.page.built
        }
        one = _told(number, {lang: slide.page for lang, slide in sides.items()}, keys, begins)
        if steps:
            one = replace(one, builds=steps)
        begins += 0.0 if one.hidden else one.lasts
        told.append(one)
    return Seen(tuple(layouts.shows), scenes, slides, tuple(told))


def _told(number: int, pages: Mapping[str, Page], keys: dict[str, str], begins: float) -> wire.Slide:
    first = next(iter(pages.values()))
    return wire.Slide(
        number,
        first.span.line if first.slide is not None else 1,
        {lang: page.title.plain for lang, page in pages.items()},
        keys,
        {lang: page.section.plain for lang, page in pages.items() if page.section is not None},
        begins,
        float(first.seconds or 0),
        first.hidden,
        steps=len(first.built),
    )


def with_findings(
    slides: Sequence[wire.Slide], found: Sequence[Diagnostic], file: str
) -> tuple[tuple[wire.Slide, ...], tuple[wire.Finding, ...]]:
    """The slides with what was found in each, and the findings that belong to none."""
    lines = [slide.line for slide in slides]
    own: dict[int, list[wire.Finding]] = {}
    others: list[wire.Finding] = []
    for one in found:
        place = slide_at(lines, one.span.line) if one.slide is not None and one.file == file else 0
        (own.setdefault(place, []) if place else others).append(finding(one, file))
    return tuple([_judged(slide, tuple(own.get(slide.number, ()))) for slide in slides]), tuple(others)


def _judged(slide: wire.Slide, findings: tuple[wire.Finding, ...]) -> wire.Slide:
    if not findings:
        return slide
    counts = [sum(one.code in codes for one in findings) for codes in (MISSING, STALE, FULL)]
    return replace(slide, missing=counts[0], stale=counts[1], full=counts[2], findings=findings)


def finding(one: Diagnostic, file: str) -> wire.Finding:
    """A diagnostic as the page shows it, still in English."""
    return wire.Finding(
        one.code, str(one.severity), one.message, one.hint or "", one.span.line, one.span.column, one.lang or "",
        "" if one.file in ("", file) else one.file,
    )  # fmt: skip


def slide_at(lines: Sequence[int], line: int) -> int:
    """The number of the slide that a line of the file belongs to; `lines` are where they begin. 0 without slides."""
    return bisect_right(lines, line) if lines and line >= lines[0] else min(len(lines), 1)
