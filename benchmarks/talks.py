"""The talk that is measured: the same words as a deck, and as Markdown for pandoc, at any length.

Each slide has a title, five bullets and 60 words of notes; every fifth a 5 × 4 table instead of the
bullets, every seventh 15 lines of code.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent

WORDS = {
    "en": "the machine reads every line and keeps what the author wrote while tests stay fast because small steps "
    "are easier to review than one great change that everybody follows until the end of a long day",
    "fr": "la machine lit chaque ligne et garde ce que l’auteur avait écrit pendant que les tests restent rapides "
    "parce que de petites étapes sont plus faciles à relire qu’un grand changement que tous suivent jusqu’au soir",
}
CELLS = {
    "en": "Small steps|Long days|Fast tests|Great changes|Short lines|Quick reviews|First authors".split("|"),
    "fr": "Petites étapes|Longues journées|Tests rapides|Grands changements|Lignes courtes|Relectures vives"
    "|Premiers auteurs".split("|"),
}
"""What stands in tables: the same English has the same French."""
CODE = '''\
@dataclass(frozen=True)
class Step{n}:
    """One step of the way."""

    name: str
    seconds: float = {n}.5

    def slower(self, factor: int) -> "Step{n}":
        # Nothing is changed in place.
        return replace(self, seconds=self.seconds * factor)


def total(steps: list[Step{n}]) -> float:
    """The time that all steps take."""
    return sum(step.seconds for step in steps)
'''
"""15 lines."""


@dataclass(frozen=True)
class Words:
    """What one slide says in one language."""

    title: str
    bullets: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    """Five rows of four, the first a header."""
    notes: str


@dataclass(frozen=True)
class Slide:
    """One slide in both languages; `code` and `cells` stand instead of the bullets where they are."""

    number: int
    words: dict[str, Words]

    @property
    def kind(self) -> str:
        """`table`, `code` or `bullets`."""
        if self.number % 5 == 0:
            return "table"
        return "code" if self.number % 7 == 0 else "bullets"

    @property
    def code(self) -> str:
        """A listing, no two slides' alike."""
        return CODE.replace("{n}", str(self.number))


def talk(slides: int) -> Iterator[Slide]:
    """The slides, the same on every machine."""
    chance = random.Random(slides)
    for number in range(1, slides + 1):
        yield Slide(number, {lang: say(chance, lang, number) for lang in WORDS})


def say(chance: random.Random, lang: str, number: int) -> Words:
    """Words for one slide in one language."""

    def some(count: int) -> str:
        words: list[str] = []
        while len(words) < count:  # no word twice in a row: `check` is to find nothing
            word = chance.choice(WORDS[lang].split())
            words += [word] if words[-1:] != [word] else []
        text = " ".join(words)
        return text[0].upper() + text[1:]

    def cell(at: int) -> str:
        return CELLS[lang][at % len(CELLS[lang])]

    return Words(
        title=f"{some(4)} {number}",
        bullets=tuple(some(8) for _ in range(5)),
        cells=tuple(tuple(cell(number + 4 * row + column) for column in range(4)) for row in range(5)),
        notes=some(60),
    )


def as_deck(slides: int) -> str:
    """The talk as a slidekit deck."""
    return "".join(deck_lines(slides))


def deck_lines(slides: int) -> Iterator[str]:
    """The deck's lines, English directly above French."""
    yield "slidekit: 1\ntitle: {en: A long talk, fr: Un long exposé}\nauthor: Camille Roy\nslides:\n"
    for slide in talk(slides):
        en, fr = slide.words["en"], slide.words["fr"]
        yield f"  - title:\n      en: {en.title}\n      fr: {fr.title}\n"
        match slide.kind:
            case "table":
                yield from table_lines(en, fr)
            case "code":
                yield "    code: |\n" + indent(slide.code, "      ")
                yield "    syntax: python\n"
            case _:
                yield "    bullets:\n"
                for one, other in zip(en.bullets, fr.bullets, strict=True):
                    yield f"      - en: {one}\n        fr: {other}\n"
        yield f"    notes:\n      en: {en.notes}\n      fr: {fr.notes}\n"


def table_lines(en: Words, fr: Words) -> Iterator[str]:
    """The table of one slide, each row in English above the same in French."""
    yield "    table:\n"
    for row, (one, other) in enumerate(zip(en.cells, fr.cells, strict=True)):
        lead = ("      header:\n        ", "      rows:\n        - ", "        - ")[min(row, 2)]
        yield f"{lead}en: {json.dumps(one, ensure_ascii=False)}\n"
        yield f"{'        ' if row == 0 else '          '}fr: {json.dumps(other, ensure_ascii=False)}\n"
    number = en.title.split()[-1]
    yield f"      alt: {{en: What each step takes in week {number}, fr: Le temps des étapes de la semaine {number}}}\n"


def as_markdown(slides: int, lang: str) -> str:
    """The talk in one language as pandoc reads it."""
    return "".join(markdown_lines(slides, lang))


def markdown_lines(slides: int, lang: str) -> Iterator[str]:
    """The lines of the Markdown."""
    yield "---\ntitle: {}\nauthor: Camille Roy\n---\n".format({"en": "A long talk", "fr": "Un long exposé"}[lang])
    for slide in talk(slides):
        words = slide.words[lang]
        yield f"\n## {words.title}\n\n"
        match slide.kind:
            case "table":
                header, *rows = (f"| {' | '.join(row)} |\n" for row in words.cells)
                yield header + "|---|---|---|---|\n" + "".join(rows)
            case "code":
                yield f"```python\n{slide.code}```\n"
            case _:
                yield from (f"- {bullet}\n" for bullet in words.bullets)
        yield f"\n::: notes\n{words.notes}\n:::\n"
