"""The CSS of slides in both languages: `both.css`, and what single slides' classes count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from slidekit.scene.boxes import Scene

_MARKED = {
    "second": "--share: var(--under); margin-top: var(--second-gap); break-before: auto; color: var(--other, inherit);",
    "legend": "--own: var(--caption-size); margin-top: 2mm; color: var(--muted);",
    "sub": "--own: var(--subtitle-size); color: var(--subtitle-color, var(--second));",
    "text": "margin-top: var(--gap); color: inherit; font-size: inherit;",
    "whole": "grid-column: 1 / -1 !important;",
    "each": "grid-column: auto !important;",
}
"""What the slide's own paragraphs, headings and panels look like whose numbers a class names; `text`, alone of them,
stands in talks in one language too."""


def sheet(scene: Scene) -> Iterator[str]:
    """What all such slides share, and ways to the other language; nothing for a talk in one language."""
    if scene.show.edition in ("en", "fr"):
        return
    yield _static()
    yield f"section {{ --stacked: {scene.theme.stacked_share:g}; }}"
    if scene.show.edition == "stacked":
        yield "section { --other: var(--second); }"
        yield "section:is(.cover, .section, .closing) { --other: var(--on-night-accent); }"


@cache
def _static() -> str:
    return Path(__file__).with_name("both.css").read_text(encoding="utf-8")


def rule(name: str) -> Iterator[str]:
    """What a class of a slide in both languages means."""
    mark, _, rest = name.partition("-")
    tag, _, numbers = rest.partition("-")
    places = [f":nth-child({number} of {tag})" for number in numbers.split("-")]
    if mark in _MARKED:
        yield f"section.{name} > :is({', '.join(places)}) {{ {_MARKED[mark]} }}"
    elif mark == "paired":
        look = "font-size: calc(1em * var(--under-quote, var(--under))); margin-top: var(--second-gap);"
        look += " color: var(--other, inherit);"
        yield f"section.{name} > :is({', '.join(places)}) > p:nth-child(even) {{ {look} }}"
    elif mark == "under":
        yield f"section.{name} {{ --under-{tag}: {int(numbers) / 100:g}; }}"
    elif mark == "foot":
        yield f"section.{name} {{ --foot: {tag}mm; }}"
    elif mark == "over":
        yield f"section.{name} {{ --lines: {tag}; }}"
