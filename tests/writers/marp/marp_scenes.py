"""Scenes made by hand for the Marp writer, and a reader of what marp-cli makes of them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from slidekit import tools
from slidekit.scene.boxes import Box, Scene, SceneSlide, Shape, Type
from slidekit.scene.theme import Theme
from slidekit.scene.theming import load_theme
from slidekit.show.pages import Block, Line, Page, Run, Show
from slidekit.source.span import START

_VOID = {"br", "img", "meta", "link", "input", "hr"}


@cache
def theme() -> Theme:
    """The house theme."""
    found, _ = load_theme("boreal", Path.cwd())
    assert found is not None
    return found


def line(*runs: Run | str) -> Line:
    """Words in French."""
    return Line(tuple(run if isinstance(run, Run) else Run(run, "fr-CA") for run in runs))


def page(number: int, *blocks: Block, title: str = "Titre", notes: tuple[str, ...] = (), **changes: object) -> Page:
    """A slide of content."""
    made = Page(
        number=number, slide=number, key=f"slide-{number}", layout="content", title=line(title), title_shown=True,
        blocks=blocks, notes=tuple(line(note) for note in notes), section=None, starts_section=False, hidden=False,
        seconds=None, start=None, at=None, link=None, span=START,
    )  # fmt: skip
    return replace(made, **changes)


def scene(*pages: Page, shapes: tuple[Shape, ...] = (), footer: str = "Exposé") -> Scene:
    """Pages as a scene, every slide with the same shapes."""
    show = Show("fr", "fr-CA", line("Exposé"), None, line("Camille Roy"), "10 mars 2026", pages)
    slides = tuple(SceneSlide(one, one.layout, shapes, footer) for one in pages)
    nowhere = Box(0, 0, 0, 0)
    return Scene(show, theme(), {}, slides, nowhere, nowhere, Type("body", "000000"))


@dataclass
class Section:
    """A slide as HTML has it: the words of each heading, paragraph, point and cell, in order."""

    classes: tuple[str, ...] = ()
    lang: str = ""
    texts: list[tuple[str, str]] = field(default_factory=list)
    looks: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    """Each stretch of words with the names of the marks around it."""
    images: list[dict[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads slides and speaker notes out of marp-cli's HTML."""

    LEAVES = frozenset({"h1", "h2", "h3", "p", "li", "td", "th", "code", "footer"})
    MARKS = frozenset({"strong", "em", "s", "code", "a"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = []
        self.notes: list[str] = []
        self._open: list[str] = []
        self._note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a slide, a note or a text."""
        named = {name: value or "" for name, value in attrs}
        if tag == "section":
            self.sections.append(Section(tuple(named.get("class", "").split()), named.get("lang", "")))
        elif "bespoke-marp-note" in named.get("class", ""):
            self.notes.append("")
            self._note = True
        elif self.sections and not self._note:
            self._start_in_slide(tag, named)
        if tag not in _VOID:
            self._open.append(tag)

    def _start_in_slide(self, tag: str, named: dict[str, str]) -> None:
        slide = self.sections[-1]
        if tag in self.LEAVES and not (tag == "code" and self._open[-1] != "pre"):
            slide.texts.append((tag, ""))
        elif tag == "img":
            slide.images.append(named)
        elif tag == "a":
            slide.links.append(named.get("href", ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A break or a picture, which holds nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close it again."""
        while self._open and self._open.pop() != tag:
            pass
        if tag == "div":
            self._note = False

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._note:
            self.notes[-1] += data
        elif self.sections and any(tag in self.LEAVES for tag in self._open):
            texts = self.sections[-1].texts
            texts[-1] = (texts[-1][0], texts[-1][1] + data)
            self.sections[-1].looks.append((data, frozenset(self._open) & self.MARKS))


def read(html: str) -> Reader:
    """The slides and notes of a page that marp-cli made."""
    reader = Reader()
    reader.feed(html)
    return reader


def needs_marp(browser: bool = False) -> None:
    """Skip, naming what is missing; on CI nothing is skipped."""
    try:
        tools.find_marp()
        if browser:
            tools.find_browser()
    except tools.ToolMissing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))
