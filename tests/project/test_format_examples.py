"""The guide to the format holds what it says: every example in it is checked as a deck."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from markdown_it import MarkdownIt

from slidekit import build
from slidekit.deck.keys import BLOCKS, COMPANIONS, LOCALES, VALUES
from slidekit.deck.model import Deck, Slide
from slidekit.scene.theme import ThemeFile
from slidekit.scene.theming import themes_folder

DECKS = Path(__file__).resolve().parents[2] / "decks"
GUIDE = DECKS / "README.md"
HEAD = "slidekit: 1\ntitle: {en: An example, fr: Un exemple}\nslides:\n"
INSIDE = ("header", "rows", "align", "type", "categories", "series", "unit", "columns", "body", "both", "format")
"""Keys that the model's classes do not name as the author types them, or that stand inside a block."""


class Example(NamedTuple):
    """A block of the guide: a deck, a slide or some of a theme, the code it is refused with if any, its line."""

    kind: str
    code: str | None
    source: str
    line: int

    @property
    def deck(self) -> str:
        """The example as a whole deck."""
        if self.kind == "deck":
            return self.source
        if self.kind == "theme":
            return HEAD.replace("slides:", f"theme: ./{self.theme}\nslides:") + "  - title: {both: 1}\n"
        return HEAD + "  - " + textwrap.indent(self.source, "    ").lstrip()

    @property
    def theme(self) -> str:
        """The name of the theme file that goes with a part of one."""
        return f"theme-{self.line}.yaml"


def whole_theme(part: str) -> str:
    """A part of a theme file, and boreal's for all else."""
    boreal = yaml.compose((themes_folder() / "boreal.yaml").read_text("utf-8"))
    own = yaml.compose(part)
    assert isinstance(boreal, yaml.MappingNode)
    assert isinstance(own, yaml.MappingNode)
    merged = {key.value: (key, value) for key, value in boreal.value} | {
        key.value: (key, value) for key, value in own.value
    }
    boreal.value = list(merged.values())
    return yaml.serialize(boreal, allow_unicode=True)


def examples() -> Iterator[Example]:
    """Every fenced example of the guide, in order."""
    for token in MarkdownIt().parse(GUIDE.read_text(encoding="utf-8")):
        if token.type == "fence" and token.map:
            _, kind, code = re.fullmatch(r"(yaml) (deck|slide|theme)(?: (SK\d{3}))?", token.info).groups()  # type: ignore[union-attr]
            yield Example(kind, code, token.content, token.map[0] + 1)


def name(example: Example) -> str:
    """The example's place, for the test's name."""
    return f"line-{example.line}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures of the decks and a template, where examples are written."""
    place = tmp_path_factory.mktemp("guide")
    shutil.copytree(DECKS / "pictures", place / "pictures")
    shutil.copy(DECKS.parent / "tests" / "templates" / "harbour.pptx", place / "corp.pptx")
    return place


@pytest.mark.parametrize("example", list(examples()), ids=name)
def test_every_example_of_the_guide_is_checked(example: Example, folder: Path) -> None:
    """An example has no problem at all, or exactly the one that it is there to show."""
    path = folder / f"example-{example.line}.yaml"
    path.write_text(example.deck, encoding="utf-8")
    if example.kind == "theme":
        (folder / example.theme).write_text(whole_theme(example.source), encoding="utf-8")

    report = build.check([path])

    expected = {example.code} if example.code else set()
    assert expected == {problem.code for problem in report.diagnostics}


def test_the_guide_names_every_key_of_the_format() -> None:
    """No key of a deck, a slide or a block, and no locale, is left out of the guide."""
    keys = {*BLOCKS, *COMPANIONS, *LOCALES, *VALUES, *INSIDE, "bullets", "numbered"}
    keys |= {*Deck.__struct_fields__, *Slide.__struct_fields__} - {"span", "blocks"}

    text = GUIDE.read_text(encoding="utf-8")

    shown = set(re.findall(r"`([\w-]+)`|(?:^|[{ ])([\w-]+):", text, re.MULTILINE))
    assert [] == sorted(keys - {key for pair in shown for key in pair})


def test_the_guide_names_every_key_of_a_theme() -> None:
    """So does its chapter on themes."""
    chapter = GUIDE.read_text(encoding="utf-8").partition("## A theme of your own")[2]

    shown = set(re.findall(r"`([\w-]+)`|(?:^|[{ ])([\w-]+):", chapter, re.MULTILINE))
    assert [] == sorted(set(ThemeFile.__struct_fields__) - {key for pair in shown for key in pair})
